"""The queue of orders (工单): the cases that came from 12345 and others, with what these tell."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_lists import CaseView
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import Channel
from ui.counter.case_bar import CaseBar
from ui.counter.case_columns import CaseColumns
from ui.counter.no_cases import NoCases
from ui.counter.order_export import OrderExport
from ui.counter.queue_view import CaseLines, QueueView
from ui.kit.buttons import Button
from ui.kit.columns import Column
from ui.kit.handing_out import SYSTEM
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lesser import LOWEST, NARROW
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_lists import CaseCounts, CaseLine
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.orders import Order
    from ui.counter.case_columns import CaseColumn
    from ui.kit.export_panel import ExportPanel
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

LEFT_OUT = frozenset({"number", "channel"})


class OrderLines(CaseLines):
    """Where the lines come from: those of the cases; the orders are remembered beside them."""

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self.orders: dict[CaseId, Order] = {}
        self.kinds = station.reference.order_rules.classes

    def lines(self, keys: Sequence[CaseId]) -> Mapping[CaseId, CaseLine]:
        """Return the lines of *keys*."""
        found = self._station.orders.lines(keys)
        self.orders.update({key: line.order for key, line in found.items()})
        return {key: line.case for key, line in found.items()}


class OrderColumns(CaseColumns):
    """The columns of cases, the number of the source and the class before them."""

    source: OrderLines

    def all(self) -> tuple[CaseColumn, ...]:
        """Return the columns in their usual order."""
        kinds = self.source.kinds
        own: tuple[CaseColumn, ...] = (
            Column(
                key="number",
                title=lambda: self.tr("Source's number"),
                text=lambda line: self._told(line, "number") or "–",
                width=132,
                muted=True,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Class"),
                text=lambda line: name_in(kinds, self._told(line, "kind")),
                width=64,
            ),
        )
        kept = {each.key: each for each in super().all() if each.key not in LEFT_OUT}
        kept["applicant"] = replace(kept["applicant"], title=lambda: self.tr("Caller"))
        return (*own, kept.pop("item"), *kept.values())

    def _told(self, line: CaseLine, name: str) -> str:
        order = self.source.orders.get(line.id)
        return "" if order is None else str(getattr(order, name))


class NoOrders(NoCases):
    """What stands in an empty queue of orders."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.new.setText(self.tr("New order"))
        self.wider.setText(self.tr("Show all open orders"))

    def say_why(self, view: CaseView, counts: CaseCounts, *, is_narrowed: bool) -> None:
        """Say what to do about it."""
        super().say_why(view, counts, is_narrowed=is_narrowed)
        if not is_narrowed and not counts.views.get(CaseView.ALL, 0):
            self.say(
                Icon.ITEM,
                self.tr("No order has come yet"),
                self.tr("Press Ctrl+N when 12345 or others send one."),
            )


class OrderQueue(QueueView):
    """The queue at the left, one order and its case at the right."""

    NAME = "orders"
    LESSER: Mapping[str, int] = MappingProxyType(
        {"assignee": 1500, "kind": NARROW, "applicant": NARROW, "state": LOWEST}
    )

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__(station, context, outlets)
        self.export = OrderExport(station, context, self)
        self.export_button = Button(self.tr("Export"), meaning=Icon.EXPORT, parent=self)
        self.export_button.setToolTip(self.tr("The orders in sight as a workbook (Ctrl+Shift+X)"))
        self.bar.add_button(self.export_button)
        gate = context.gate
        gate.bind(Permission.EXPORT_RESIDENTS, self.export_button)
        self.export_button.on_click(self.begin_export)
        self.export.panel_asked.connect(self._show_export)
        self.side.export_closed.connect(self.export_button.setFocus)
        add_key(
            self,
            "Ctrl+Shift+X",
            self.tr("The orders in sight as a workbook"),
            self.export_button.click,
            group=self.tr("Orders"),
        )

    def begin_export(self) -> None:
        """Give out what the filters leave, once what must be said is said."""
        keys = self.model.keys()
        if keys:
            self.export.begin(keys)
        else:
            self._context.notices.say(self.tr("No order is in sight."), Tone.WARN)

    def make_bar(self) -> CaseBar:
        """Return what narrows the queue: orders only."""
        return CaseBar(
            self,
            only=Channel.ORDER,
            placeholder=self.tr("Number, caller or problem"),
            new=self.tr("New order"),
        )

    def make_source(self) -> CaseLines:
        """Return where the lines come from."""
        return OrderLines(self._station)

    def make_columns(self) -> CaseColumns:
        """Return the columns."""
        columns = OrderColumns(self._context.clock, self.office, self)
        source = self.source
        if isinstance(source, OrderLines):
            columns.source = source
        return columns

    def make_empty(self) -> NoCases:
        """Return what stands in the empty queue."""
        return NoOrders(self.table)

    def new_words(self) -> str:
        """Return what beginning something is called."""
        return self.tr("New order")

    def _show_export(self, panel: ExportPanel) -> None:
        self.side.show_export(panel)
        panel.begin()
