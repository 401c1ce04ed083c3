"""The room 窗口服务: the cases of the window, and the catalogue of what one may come for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.counter.admission_view import KINDS as OF_ADMISSION
from ui.counter.admission_view import AdmissionView
from ui.counter.assistance_view import CHECKS, AssistanceView
from ui.counter.assistance_view import KINDS as OF_ASSISTANCE
from ui.counter.cases_view import KINDS as OF_CASES
from ui.counter.cases_view import CasesView
from ui.counter.items_view import ItemsView
from ui.counter.later_view import LaterView
from ui.counter.orders_view import KINDS as OF_ORDERS
from ui.counter.orders_view import OrdersView
from ui.counter.problems_view import ProblemsView
from ui.counter.ratings_view import RatingsView
from ui.counter.words import Words
from ui.kit.buttons import Choice
from ui.kit.handing_out import SYSTEM
from ui.kit.keys import add_key
from ui.kit.views import Views

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.services.counter.cases import CasePage
    from ui.kit.gate import Gate
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

CASES, ITEMS, ASSISTANCE = "cases", "items", "assistance"
ORDERS, PROBLEMS, RATINGS = "orders", "problems", "ratings"
ADMISSION = "admission"
View: TypeAlias = "CasesView | LaterView[Any]"


class CounterPage(QWidget):
    """Satisfies :class:`ui.kit.room.RoomPage`; other rooms come in with a person or an item."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.cases = CasesView(station, Words(station, self), context, outlets)
        parts = (station, context, outlets)
        self._orders = LaterView(lambda: OrdersView(*parts))
        self._problems = LaterView(lambda: ProblemsView(*parts))
        self._ratings = LaterView(lambda: RatingsView(*parts))
        self._items = LaterView(lambda: self._made_items(*parts))
        self._assistance = LaterView(lambda: self._made_assistance(*parts))
        self._admission = LaterView(lambda: AdmissionView(*parts))
        self.views: Views[View] = Views(
            self.tr("Window services"),
            (
                (Choice(CASES, self.tr("Cases")), self.cases),
                (Choice(ITEMS, self.tr("Items")), self._items),
                (Choice(ASSISTANCE, self.tr("Pre-checks")), self._assistance),
                (Choice(ORDERS, self.tr("Orders")), self._orders),
                (Choice(PROBLEMS, self.tr("Problems")), self._problems),
                (Choice(RATINGS, self.tr("Ratings")), self._ratings),
                (Choice(ADMISSION, self.tr("Admission")), self._admission),
            ),
        )
        segment = self.views.segments.segment(ASSISTANCE)
        context.gate.bind(Permission.ASSISTANCE_CHECK, segment, self._assistance)
        for code, view in ((PROBLEMS, self._problems), (RATINGS, self._ratings)):
            decides = self.views.segments.segment(code)
            context.gate.bind(Permission.CASE_DECIDE, decides, view)
        tasks = self.views.segments.segment(ADMISSION)
        context.gate.bind(Permission.TASK_REGISTER, tasks, self._admission)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.views.segments.changed.connect(self.show_view)
        self.cases.order_edit_asked.connect(self._correct_order)
        self._add_keys(context.gate)

    @property
    def items(self) -> ItemsView:
        """The catalogue of items and its form."""
        return self._items.view()

    @property
    def assistance(self) -> AssistanceView:
        """The pre-checks of households."""
        return self._assistance.view()

    @property
    def orders(self) -> OrdersView:
        """The orders of 12345 and others."""
        return self._orders.view()

    @property
    def problems(self) -> ProblemsView:
        """The problems of a period."""
        return self._problems.view()

    @property
    def ratings(self) -> RatingsView:
        """Bad ratings, and figures of ratings."""
        return self._ratings.view()

    @property
    def admission(self) -> AdmissionView:
        """The desk at which tasks from above are admitted."""
        return self._admission.view()

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        self.views.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show a case or an item, or begin one."""
        views = {
            CASES: OF_CASES,
            ASSISTANCE: OF_ASSISTANCE,
            ORDERS: OF_ORDERS,
            ADMISSION: OF_ADMISSION,
        }
        code = next((code for code, kinds in views.items() if kind in kinds), ITEMS)
        self.views.bring(code).open_record(kind, key)

    def has_unsaved(self) -> bool:
        """Whether a form has been typed in that is not kept."""
        views = (self.cases, self._items, self._assistance, self._orders, self._admission)
        return any(view.has_unsaved() for view in views)

    def show_view(self, code: str) -> None:
        """Bring a view to the front, the cursor where its work goes on."""
        self.views.bring(code).arrive()

    def _made_items(self, *parts: Any) -> ItemsView:
        items = ItemsView(*parts)
        items.catalogue.panel.check_asked.connect(lambda: self.open_record(CHECKS, ""))
        return items

    def _made_assistance(self, *parts: Any) -> AssistanceView:
        assistance = AssistanceView(*parts)
        assistance.left.connect(lambda: self.show_view(ITEMS))
        return assistance

    def _correct_order(self, page: CasePage) -> None:
        self.views.bring(ORDERS)
        self.orders.ask_correction(page)

    def _add_keys(self, gate: Gate) -> None:
        group = self.tr("Window services")
        for keys, text, code in (
            ("Alt+1", self.tr("Cases"), CASES),
            ("Alt+2", self.tr("Items"), ITEMS),
            ("Alt+3", self.tr("Pre-checks"), ASSISTANCE),
            ("Alt+4", self.tr("Orders"), ORDERS),
            ("Alt+5", self.tr("Problems"), PROBLEMS),
            ("Alt+6", self.tr("Ratings"), RATINGS),
            ("Alt+7", self.tr("Admission"), ADMISSION),
        ):
            action = add_key(self, keys, text, partial(self.show_view, code), group=group)
            if code == ASSISTANCE:
                gate.bind(Permission.ASSISTANCE_CHECK, action)
            elif code in {PROBLEMS, RATINGS}:
                gate.bind(Permission.CASE_DECIDE, action)
            elif code == ADMISSION:
                gate.bind(Permission.TASK_REGISTER, action)
