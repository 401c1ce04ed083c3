"""May we issue this? Any wording of a paper leads to whose it is to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.answers import Answers, AnswersPane
from ui.certificates.latest_paper import LatestPaper
from ui.certificates.paper_panel import Handout, PaperPanel
from ui.certificates.slip_form import SlipForm
from ui.kit.icons import Icon
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.negative_list import NegativeItem
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.paper_panel import Emptiness, Outlets
    from ui.certificates.words import Words
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

NARROWEST, WIDEST = 400, 560
SLIP = "refusal-slip"


class AskView(QWidget):
    """Left the answers to what is asked for, or the slip; right the slip as a paper.

    The lists are data with a place and a time (domain brief 3.3); this view words what
    the service finds in them and counts what is handed over.
    """

    residence_asked = Signal()
    back_asked = Signal()  # up to the field

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._asked = ""
        self._item: NegativeItem | None = None
        self._counted: tuple[str, str, str] | None = None
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
        self._paper = LatestPaper(context.jobs, self._wanted_slip, self)
        self.panel.when_settled = self._paper.after_drawing
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
        self._item = item
        self._counted = None
        self.slip.show_item(item, asked=self._asked)
        self.steps.setCurrentWidget(self.slip)
        self.slip.applicant.line.setFocus()
        self._paper.draw()

    def _wanted_slip(self) -> Drawing | None:
        item = self._item
        if item is None:
            return None
        asked, applicant = self._wanted()
        return lambda: self._station.refusals.preview(item.id, asked=asked, applicant=applicant)

    def _show(self, paper: Paper) -> None:
        if self._item is not None:
            self.slip.applicant.set_problem("")
            title = f"不予出具证明告知单 {self._item.title}"
            self.panel.show_handout(Handout(pdf=paper.pdf, title=title, kind=SLIP))

    def _on_not_drawn(self, error: Exception) -> None:
        if isinstance(error, GlyphMissingError):
            self.slip.applicant.set_problem(self._words.missing_glyphs(error.characters))
            self.panel.refuse(self.tr("This text cannot be printed"))
        else:
            self._context.failed(error)

    def _count(self) -> None:
        """Count the slip that leaves the house, once however often it is handed out."""
        item = self._item
        if item is None:
            return
        asked, applicant = self._wanted()
        # printed and saved is one refusal; for another name it is another
        key = (item.id, asked, applicant)
        if key == self._counted:
            return
        self._counted = key
        self._context.operations.perform(
            lambda _: self._station.refusals.slip(item.id, asked=asked, applicant=applicant),
            owner=self,
            done=lambda _: self.slip.set_counted(),
        )

    def _wanted(self) -> tuple[str, str]:
        return self._asked.strip(), self.slip.applicant.value()

    def _back_to_answers(self) -> None:
        self._paper.forget()
        self._item = None
        self.panel.clear()
        self.steps.setCurrentWidget(self.answers)

    def _leave_slip(self) -> None:
        self._back_to_answers()
        self.answers.focus_first()

    def _connect(self) -> None:
        self.answers.slip_asked.connect(self._open_slip)
        self.answers.residence_asked.connect(self.residence_asked)
        self.answers.left.connect(self.back_asked)
        self.slip.changed.connect(self._paper.draw_soon)
        self._paper.drawn.connect(self._show)
        self._paper.failed.connect(self._on_not_drawn)
        self.slip.left.connect(self._leave_slip)
        self.slip.print_asked.connect(self.panel.print)
        self.slip.save_asked.connect(self.panel.save)
        self.panel.printed.connect(self._count)
        self.panel.saved.connect(self._count)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.NEGATIVE,
            self.tr("The slip appears here"),
            self.tr("It names the office that issues the paper, for the resident to take along."),
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
