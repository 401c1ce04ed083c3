"""The room 个人信息权益: the register of requests, own data, children, the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.residents.people import ResidentId
from station_app.domain.rights.requests import RequestId
from ui.kit.buttons import Choice
from ui.kit.handing_out import SYSTEM, Handout
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.views import Views
from ui.rights.children_view import ChildrenView
from ui.rights.notice_view import NoticeView
from ui.rights.own_data_view import OwnDataView
from ui.rights.requests_view import RequestsView
from ui.rights.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import Resident
    from station_app.domain.rights.requests import Request
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

REQUEST, REQUEST_FOR = "rights-request", "rights-request-for"
OWN_DATA, WITHHELD, NOTICE_FOR = "own-data-for", "withheld-of", "privacy-notice-for"
KINDS = (REQUEST, REQUEST_FOR, OWN_DATA, WITHHELD, NOTICE_FOR)
REQUESTS, OWN, CHILDREN, NOTICE = "requests", "own", "children", "notice"
ANSWER_KIND = "rights-answer"
View: TypeAlias = "RequestsView | OwnDataView | ChildrenView | NoticeView"


class RightsPage(QWidget):
    """Four views; other rooms come in with a person or a request."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        words = Words(station, self)
        self.requests = RequestsView(station, words, context)
        self.own = OwnDataView(station, words, context, outlets)
        self.children_view = ChildrenView(station, context)
        self.notice = NoticeView(station, words, context, outlets)
        self.views: Views[View] = Views(
            self.tr("Consents and rights"),
            (
                (Choice(REQUESTS, self.tr("Requests")), self.requests),
                (Choice(OWN, self.tr("What is held about me")), self.own),
                (Choice(CHILDREN, self.tr("Under fourteen")), self.children_view),
                (Choice(NOTICE, self.tr("Notice")), self.notice),
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.views.segments.changed.connect(self.show_view)
        self.requests.own_data_asked.connect(self._tell_own_data)
        self.requests.paper_asked.connect(self._show_answer)
        self._add_keys()

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        self.views.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show a request, or begin something for a resident."""
        if kind == REQUEST:
            self.show_view(REQUESTS)
            self.requests.show_request(RequestId(key))
        elif kind in KINDS:
            self._with_person(key, self._beginnings()[kind])

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not entered."""
        return self.requests.has_unsaved()

    def show_view(self, code: str) -> None:
        """Bring a view to the front, the cursor where its work goes on."""
        self.views.bring(code).arrive()

    def _beginnings(self) -> dict[str, Callable[[Resident], None]]:
        return {
            REQUEST_FOR: self._begin_request,
            OWN_DATA: self._begin_own_data,
            WITHHELD: self._begin_withheld,
            NOTICE_FOR: self._begin_notice,
        }

    def _with_person(self, key: str, begin: Callable[[Resident], None]) -> None:
        self._context.jobs.start(
            lambda _: self._station.residents.resident(ResidentId(key)),
            owner=self,
            done=begin,
            failed=self._context.failed,
        )

    def _begin_request(self, person: Resident) -> None:
        self.show_view(REQUESTS)
        self.requests.begin(person.id, _told(person))

    def _begin_own_data(self, person: Resident) -> None:
        self.show_view(OWN)
        self.own.show_person(person.id, _told(person))

    def _begin_withheld(self, person: Resident) -> None:
        self._begin_own_data(person)
        self.own.withheld.reason.line.setFocus()

    def _begin_notice(self, person: Resident) -> None:
        self.notice.show_person(person.particulars.name)
        self.show_view(NOTICE)

    def _tell_own_data(self, request: Request) -> None:
        self.show_view(OWN)
        self.own.show_request(request)

    def _show_answer(self, request: Request) -> None:
        self._context.jobs.start(
            lambda _: self._station.telling.answer(request.id).pdf,
            owner=self,
            done=lambda pdf: self._show_paper(request, pdf),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def _show_paper(self, request: Request, pdf: bytes) -> None:
        """Show the answer where papers are handed out."""
        self.show_view(OWN)
        self.own.panel.show_handout(Handout(pdf=pdf, title=request.number, kind=ANSWER_KIND))

    def _begin_anew(self) -> None:
        self.show_view(REQUESTS)
        self.requests.begin()

    def _add_keys(self) -> None:
        group = self.tr("Consents and rights")
        for keys, text, slot in (
            ("Ctrl+N", self.tr("New request"), self._begin_anew),
            ("Ctrl+R", self.tr("Register of requests"), lambda: self.show_view(REQUESTS)),
            ("Ctrl+P", self.tr("Print the paper"), self._print),
            ("Ctrl+S", self.tr("Save the paper as PDF"), self._save),
        ):
            add_key(self, keys, text, slot, group=group)

    def _print(self) -> None:
        view = self.views.view()
        if isinstance(view, (OwnDataView, NoticeView)):
            view.panel.print()

    def _save(self) -> None:
        view = self.views.view()
        if isinstance(view, (OwnDataView, NoticeView)):
            view.panel.save()


def _told(person: Resident) -> str:
    return " · ".join(filter(None, (person.particulars.name, person.living_text)))
