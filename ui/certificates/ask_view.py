"""May we issue this? Any wording of a paper leads to whose it is to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.certificates.answers import Answers, AnswersPane
from ui.certificates.slip_desk import SlipDesk
from ui.certificates.slip_form import SlipForm
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel

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
        self.steps.setMinimumWidth(NARROWEST)
        self.steps.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps, 4)
        row.addWidget(self.panel, 5)
        self._desk = SlipDesk(station, words, context, form=self.slip, panel=self.panel)
        self._connect()

    def ask(self, asked: str) -> None:
        """Look up *asked*; nothing asked shows the whole list."""
        self._asked = asked
        self._takes_first = False
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
        if self.steps.currentWidget() is self.slip:
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

    def _connect(self) -> None:
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
    year = today.replace(month=1, day=1)
    return Answers(
        asked=asked.strip(),
        refused=refusals.matching(asked) if asked.strip() else refusals.items(),
        issued=refusals.legitimate(asked),
        counts=dict(refusals.counts(since=year, until=today)),
    )
