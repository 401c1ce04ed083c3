"""The register of requests (登记簿): found by words and urgency, worked at beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.domain.changes import Topic
from station_app.domain.rights.requests import RequestDraft
from ui.kit.beside import lay_beside
from ui.kit.buttons import Kind
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import SidePanel
from ui.kit.table_view import TableView
from ui.kit.words import Role, label
from ui.rights.erase_panel import ErasePanel
from ui.rights.request_bar import RequestBar
from ui.rights.request_columns import RequestColumns
from ui.rights.request_form import RequestForm
from ui.rights.request_panel import RequestPanel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.rights.requests import Request, RequestId, View
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.rights.words import Words

NARROWEST = 420
Found = tuple["list[RequestId]", "Mapping[View, int]"]


class RequestLines:
    """Where the table's lines come from."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def lines(self, keys: Sequence[RequestId]) -> Mapping[RequestId, Request]:
        """Return the lines of *keys*."""
        return self._station.requests.lines(keys)


class NoRequests(EmptyState):
    """What stands in an empty register: none yet, or none that was looked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.ARCHIVE, "", parent=parent)
        self.new = self.add_action(
            self.tr("New request"), lambda: None, meaning=Icon.ADD, kind=Kind.PRIMARY
        )

    def say_why(self, *, total: int) -> None:
        """Say what to do about it."""
        self.new.setVisible(not total)
        if total:
            title, text = self.tr("Nothing found"), self.tr("Try fewer words, or all requests.")
        else:
            title = self.tr("Nobody has asked yet")
            text = self.tr(
                "Who asks about his own data is entered here, with the day the answer is due."
            )
        self.say(Icon.SEARCH if total else Icon.ARCHIVE, title, text)


class RequestsView(QWidget):
    """The register at the left; a request, a new one, or a deletion at the right."""

    own_data_asked = Signal(object)  # Request
    paper_asked = Signal(object)  # Request

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._awaited: RequestId | None = None
        self._search: Job | None = None
        self._is_stale = True
        self.bar = RequestBar(self)
        self.count = label("", Role.CAPTION)
        soon = words.rules.answering.soon
        self.model: LazyTableModel[RequestId, Request] = LazyTableModel(
            RequestLines(station),
            RequestColumns(context.clock, station.reference.calendar, soon, self).all(),
            jobs=context.jobs,
            parent=self,
        )
        self.table = TableView(self.model, name="requests", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Register of requests"))
        self.empty = NoRequests(self.table)
        self.table.set_empty_state(self.empty)
        self.panel = RequestPanel(station, words, context)
        self.erasing = ErasePanel(station, words, context)
        self.form = RequestForm(station, words, context)
        self.new = SidePanel()
        self.new.show_heading(self.tr("New request"))
        self.new.body.setContentsMargins(0, 0, 0, 0)
        self.new.body.addWidget(self.form, 1)
        self.side = QStackedWidget()
        for panel in (self.panel, self.new, self.erasing):
            self.side.addWidget(panel)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show the register as it is now, the cursor in the search line."""
        if self._is_stale:
            self.refresh()
        self.bar.arrive()

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not entered."""
        return self.side.currentWidget() is self.new and self.form.is_dirty()

    def refresh(self) -> None:
        """Look for what is asked for."""
        self._is_stale = False
        view, words, kind = self.bar.view(), self.bar.words(), self.bar.kind()
        requests = self._station.requests
        if self._search is not None:
            self._search.cancel()
        self._search = self._context.jobs.start(
            lambda _: (requests.search(view, words, kind), requests.counts(words, kind)),
            owner=self,
            done=self._show,
        )

    def show_request(self, key: RequestId) -> None:
        """Go to a request, whatever the filters say."""
        self._awaited = key
        self.bar.show_all()
        self.side.setCurrentWidget(self.panel)
        self.refresh()

    def begin(self, resident: str = "", told: str = "") -> None:
        """Begin to enter a request, perhaps of *resident*; what was typed before stays."""
        if resident or not self.form.is_dirty():
            today = self._context.clock.today()
            draft = RequestDraft(resident_id=resident, received_on=today)
            self.side.setCurrentWidget(self.new)
            self.form.begin(draft, told)
            return
        self.side.setCurrentWidget(self.new)
        self.form.focus_first()

    def _enter(self) -> None:
        draft = self.form.draft()
        self._context.operations.perform(
            lambda _: self._station.requests.receive(draft),
            owner=self,
            done=self._entered,
            failed=self._refused,
            label=self.tr("Entered a request"),
        )

    def _entered(self, key: RequestId) -> None:
        self.form.show_draft(RequestDraft())
        self.show_request(key)

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave(self) -> None:
        self.side.setCurrentWidget(self.panel)
        self.table.setFocus()

    def _show(self, found: Found) -> None:
        keys, counts = found
        self.bar.show_counts(counts)
        self.empty.say_why(total=max(counts.values()))
        self.model.show_keys(keys)
        self.model.forget_lines()
        self.count.setText(self.tr("Requests: {count}").format(count=f"{len(keys):,}"))
        if self._awaited is not None and self.table.go_to(self._awaited):
            self._awaited = None
        self._show_current()

    def _show_current(self) -> None:
        row = self.table.currentIndex().row()
        if row < 0:
            self._show_anew()
            return
        request = self.model.line_at(row)
        # a line still to come does not empty the panel
        if request is not None and request != self.panel.request():
            self.panel.show_request(request)

    def _show_anew(self) -> None:
        """Keep a request in sight that has left the view, as when it was just answered."""
        shown = self.panel.request()
        if shown is not None:
            self._context.jobs.start(
                lambda _: self._station.requests.lines([shown.id]),
                owner=self,
                done=lambda found: self._take_anew(found.get(shown.id)),
            )

    def _take_anew(self, request: Request | None) -> None:
        if self.table.currentIndex().row() < 0 and request != self.panel.request():
            self.panel.show_request(request)

    def _open(self, key: object) -> None:
        self.table.go_to(cast("RequestId", key))
        self.side.setCurrentWidget(self.panel)
        self._show_current()
        self.panel.acts.work.setFocus()

    def _ask_erasure(self, request: Request) -> None:
        self.side.setCurrentWidget(self.erasing)
        self.erasing.show_request(request)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.RIGHTS not in topics:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        self.side.setMinimumWidth(NARROWEST)
        lay_beside(
            self, above=self.bar, table=self.table, count=self.count, side=self.side, shares=(5, 4)
        )

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.left.connect(self.table.enter)
        self.bar.new_asked.connect(self.begin)
        self.empty.new.on_click(self.begin)
        self.table.current_key_changed.connect(lambda _: self._show_current())
        self.table.opened.connect(self._open)
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.form.submitted.connect(self._enter)
        self.form.left.connect(self._leave)
        for panel in (self.new, self.erasing):
            panel.closed.connect(self._leave)
        acts = self.panel.acts
        acts.own_data_asked.connect(self.own_data_asked)
        acts.paper_asked.connect(self.paper_asked)
        acts.erase_asked.connect(self._ask_erasure)
        self._context.operations.touched.connect(self._on_touched)
