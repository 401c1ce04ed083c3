"""May we issue this? Any wording of a paper leads to whose it is to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.certificates.answers import Answers, AnswersPane
from ui.certificates.counts_view import CountsView
from ui.certificates.lists_view import ListsView
from ui.certificates.slip_desk import SlipDesk
from ui.certificates.slip_form import SlipForm
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.negative_list import NegativeItem
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.paper_panel import Emptiness
    from ui.kit.room import RoomContext

NARROWEST, WIDEST = 400, 560
MOST_BESIDE = 3
ITEM, NEW_TASK = "item", "new-task"


class AskView(QWidget):
    """Left the answers to what is asked for, or the slip; right the slip as a paper.

    The lists are data with a place and a time (domain brief 3.3); this view words what
    the service finds in them and counts what is handed over.
    """

    paper_asked = Signal(str)  # the kind
    back_asked = Signal()  # up to the field

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._asked = ""
        self._search: Job | None = None
        self._takes_first = False
        self.answers = AnswersPane()
        self.slip = SlipForm()
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self.steps = QStackedWidget()
        for step in (self.answers, self.slip):
            self.steps.addWidget(step)
        self._desk = SlipDesk(station, words, context, form=self.slip, panel=self.panel)
        self.lists = ListsView(station, context)
        self.counts = CountsView(station, context, outlets)
        self._lay_out()
        self._connect()

    def ask(self, asked: str) -> None:
        """Look up *asked*; nothing asked shows the whole list."""
        self._asked = asked
        self._takes_first = False
        self._stack.setCurrentWidget(self._asking)
        self._back_to_answers()
        if self._search is not None:
            self._search.cancel()
        today = self._context.clock.today()
        self._search = self._context.jobs.start(
            lambda _: look_up(self._station, asked, today=today),
            owner=self,
            done=self._show_answers,
            lane=Lane.OUTSIDE,
        )

    def arrive(self) -> None:
        """Put the cursor on the first answer, or into the slip."""
        if self._stack.currentWidget() is not self._asking:
            self._stack.currentWidget().arrive()  # type: ignore[attr-defined]  # both have it
        elif self.steps.currentWidget() is self.slip:
            self.slip.applicant.line.setFocus()
        else:
            self.answers.focus_first()

    def take_first_when_known(self) -> None:
        """Take the likeliest answer to what was asked last, as soon as it is found."""
        self._takes_first = True

    def is_answering(self) -> bool:
        """Whether something has been looked up."""
        return self._search is not None

    def _show_answers(self, answers: Answers) -> None:
        self.answers.show_answers(answers)
        if self._takes_first:
            self._takes_first = False
            self.answers.take_first()

    def _open_slip(self, item: NegativeItem) -> None:
        self.steps.setCurrentWidget(self.slip)
        self._desk.begin(item, asked=self._asked)

    def _back_to_answers(self) -> None:
        self._desk.end()
        self.steps.setCurrentWidget(self.answers)

    def _leave_slip(self) -> None:
        self._back_to_answers()
        self.answers.focus_first()

    def _show(self, part: ListsView | CountsView) -> None:
        self._stack.setCurrentWidget(part)
        part.arrive()

    def _show_asking(self) -> None:
        self._stack.setCurrentWidget(self._asking)
        self.ask(self._asked)
        self.lists_button.setFocus()

    def _lay_out(self) -> None:
        self.lists_button = Button(
            self.tr("Lists and offices"), meaning=Icon.LIST, kind=Kind.QUIET, parent=self
        )
        self.counts_button = Button(
            self.tr("How many slips"), meaning=Icon.TABLE, kind=Kind.QUIET, parent=self
        )
        beside = QHBoxLayout()
        beside.setContentsMargins(Space.L, Space.S, Space.L, 0)
        beside.addWidget(self.lists_button)
        beside.addWidget(self.counts_button)
        beside.addStretch(1)
        left = QWidget()
        left.setMinimumWidth(NARROWEST)
        left.setMaximumWidth(WIDEST)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(beside)
        column.addWidget(self.steps, 1)
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 4)
        row.addWidget(self.panel, 5)
        self._stack = QStackedWidget()
        for part in (self._asking, self.lists, self.counts):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.lists_button.on_click(lambda: self._show(self.lists))
        self.counts_button.on_click(lambda: self._show(self.counts))
        self.lists.left.connect(self._show_asking)
        self.counts.left.connect(self._show_asking)
        self.answers.item_asked.connect(lambda key: self._context.open_record(ITEM, key))
        self.answers.work_asked.connect(lambda name: self._context.open_record(NEW_TASK, name))
        self.answers.slip_asked.connect(self._open_slip)
        self.answers.paper_asked.connect(self.paper_asked)
        self.answers.left.connect(self.back_asked)
        self.slip.left.connect(self._leave_slip)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.NEGATIVE,
            self.tr("The slip appears here"),
            self.tr("It names the office to go to, for the resident to take along."),
        )


def look_up(station: Station, asked: str, *, today: date) -> Answers:
    """Return what *asked* may mean, and how often each was refused this year; for a job."""
    refusals = station.refusals
    year, words = today.replace(month=1, day=1), asked.strip()
    issued = refusals.legitimate(asked)
    return Answers(
        asked=words,
        refused=refusals.matching(asked) if words else refusals.items(),
        issued=issued,
        counts=dict(refusals.counts(since=year, until=today)),
        items=_items(station, words, but={each.title for each in issued}),
        work=refusals.work(asked)[:MOST_BESIDE] if words else (),
        local=refusals.local_offices(),
    )


def _items(station: Station, asked: str, *, but: set[str]) -> dict[str, str]:
    """Return the items of the window that *asked* names, by key, *but* for some."""
    hits = station.items.finder.offered(asked)
    return {hit.key: hit.title for hit in hits[:MOST_BESIDE] if hit.title not in but}
