"""Issuing a certificate of residence: who, what for, look at it, approve, hand it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.domain.certificates import RESIDENCE
from station_app.domain.changes import Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.case import case_by_name, case_of
from ui.certificates.finder import Finder
from ui.certificates.issued_pane import IssuedPane
from ui.certificates.latest_paper import LatestPaper
from ui.certificates.obstacle_pane import ObstaclePane
from ui.certificates.paper_panel import Handout, PaperPanel
from ui.certificates.person_card import PersonCard
from ui.certificates.request_form import RequestForm
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.issuing import Issued
    from ui.certificates.case import Case
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.paper_panel import Emptiness, Outlets
    from ui.certificates.request_form import RequestDraft
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

NARROWEST, WIDEST = 400, 560


class IssueView(QWidget):
    """The window's daily work: left what is done, right the paper it leads to.

    One step is in sight at a time: who asks, what for, what stands in the way, what was
    issued. The steps know nothing of one another; this view leads from one to the next.
    """

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self.case: Case | None = None
        self._is_stale = False
        self._is_issuing = False
        self.finder = Finder()
        self.form = RequestForm(words, PersonCard(station, words, context))
        self.obstacle = ObstaclePane(words, PersonCard(station, words, context), context)
        self.issued = IssuedPane()
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self.steps = QStackedWidget()
        self._lay_out()
        self._preview = LatestPaper(context.jobs, self._wanted, self)
        self._connect()

    def arrive(self) -> None:
        """Put the cursor where the work goes on."""
        if self._is_stale:
            self._look_again()
        here = self.steps.currentWidget()
        if here is self._start:
            self.finder.name.line.setFocus()
        elif here is self.form:
            self.form.focus_first()
        else:
            here.setFocus()

    def start_anew(self) -> None:
        """Be ready for the next person."""
        self._preview.forget()
        self.case = None
        self.panel.clear()
        self.steps.setCurrentWidget(self._start)
        self.finder.start_anew()

    def leave(self) -> None:
        """Go on to somebody else; what was typed is offered back.

        A question in between would cost a key in each of a hundred cases for the one in
        which somebody pressed Esc by mistake.
        """
        case, draft, was_dirty = self.case, self.form.draft(), self.form.is_dirty()
        is_typed = was_dirty and self.steps.currentWidget() is self.form
        self.start_anew()
        if case is not None and is_typed:
            self._context.notices.say(
                self.tr("The certificate for {name} was not issued.").format(
                    name=case.resident.particulars.name
                ),
                Tone.INFO,
                action=self.tr("Go on with it"),
                act=partial(self._go_on_with, case, draft),
            )

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not issued."""
        return self.steps.currentWidget() is self.form and self.form.is_dirty()

    def open_resident(self, key: ResidentId) -> None:
        """Show the card of a resident found by other ways."""
        self._context.jobs.start(
            lambda _: case_of(self._station, key), owner=self, done=self.show_case
        )

    def show_case(self, case: Case) -> None:
        """Show an applicant: the request, or what stands in its way.

        Which of the two is the service's to say; it says so again when issuing.
        """
        former, draft = self.case, self.form.draft()
        is_same = former is not None and former.resident.id == case.resident.id
        is_typed = is_same and self.has_unsaved()
        # the same person again, after a change of the record: what is typed stays
        self._is_stale = False
        self.case = case
        if case.obstacle is None:
            self.form.show_case(case)
            if is_typed:
                self.form.fill(draft)
            self.steps.setCurrentWidget(self.form)
            self.form.focus_first()
            self._preview.draw()
        else:
            self.panel.clear()
            self.steps.setCurrentWidget(self.obstacle)
            self.obstacle.show_case(case, case.obstacle)

    def _go_on_with(self, case: Case, draft: RequestDraft) -> None:
        self.show_case(case)
        self.form.fill(draft)
        self.form.focus_first()

    def _find(self, name: str, number: str) -> None:
        self._context.jobs.start(
            lambda _: case_by_name(self._station, name, number),
            owner=self,
            done=self.show_case,
            failed=self._on_not_found,
            lane=Lane.WRITE,  # the look-up is noted
        )

    def _on_not_found(self, error: Exception) -> None:
        if isinstance(error, RefusedError):
            # the same words for a wrong name and a wrong number: nobody learns who lives here
            self.finder.refuse(self._words.no_match())
        else:
            self._context.failed(error)

    def _wanted(self) -> Drawing | None:
        """Return what draws the paper as it is typed, while there is a request."""
        case = self.case
        if case is None or self.steps.currentWidget() is not self.form:
            return None
        request = self.form.draft().request(case.resident.id)
        return lambda: self._station.certificates.preview(request)

    def _show_preview(self, paper: Paper) -> None:
        self.form.stop("")
        self.panel.show_handout(
            Handout(
                pdf=paper.pdf,
                title=self.tr("Draft"),
                kind=RESIDENCE,
                obstacle=self.tr("A draft is not handed out. Approve and issue it first."),
            )
        )

    def _say_why_not(self, error: Exception) -> None:
        if isinstance(error, GlyphMissingError):
            self.form.stop_at(error.characters)
            self.panel.refuse(self.tr("This text cannot be printed"))
        elif isinstance(error, RefusedError):
            self._look_again()  # the record has changed since: show the obstacle there is now
        else:
            self._context.failed(error)

    def _ask(self) -> None:
        case, draft = self.case, self.form.draft()
        if case is None or self.form.is_stopped() or self._is_issuing:
            return
        if not draft.purpose:
            self.form.show_problems([Problem("purpose", "missing")])
            self.form.focus_first()
            return
        question = self.tr(
            "The next number of {word} will be used for {name}. This cannot be undone."
        )
        self.form.ask(
            question.format(
                word=case.settings.word_of_numbers(), name=case.resident.particulars.name
            )
        )

    def _issue(self) -> None:
        case, draft = self.case, self.form.draft()
        if case is None or self._is_issuing:  # a key pressed twice spends one number
            return
        self._is_issuing = True
        self.form.take_back()
        request = draft.request(case.resident.id)
        self._context.operations.perform(
            lambda _: self._station.certificates.issue(request),
            owner=self,
            done=partial(self._on_issued, case, draft),
            failed=self._on_not_issued,
        )

    def _on_issued(self, case: Case, draft: RequestDraft, issued: Issued) -> None:
        self._is_issuing = False
        self._preview.forget()  # a draft drawn late must not cover the paper with its number
        self.case = None
        self.steps.setCurrentWidget(self.issued)
        self.issued.show_issued(case, draft, issued)
        self.panel.show_handout(
            Handout(pdf=issued.pdf, title=issued.number, kind=RESIDENCE, copies=draft.copies)
        )

    def _on_not_issued(self, error: Exception) -> None:
        self._is_issuing = False
        if isinstance(error, ValidationFailedError):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        else:
            self._say_why_not(error)

    def _verify(self) -> None:
        case, fact = self.case, self.obstacle.fact()
        if case is None or fact is None:
            return
        person = case.resident
        self._context.operations.perform(
            lambda _: self._station.residents.verify(person.id, fact, version=person.version),
            owner=self,
            failed=self._on_not_verified,
            label=self.tr("Verification of {name} recorded").format(name=person.particulars.name),
        )

    def _on_not_verified(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.obstacle.show_problems(error.problems)
            self.obstacle.focus_first()
        else:
            self._context.failed(error)
            self._look_again()

    def _look_again(self) -> None:
        if self.case is not None:
            self.open_resident(self.case.resident.id)

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        """Look again at somebody whose record, or whose station's limits, have changed."""
        if self.case is None or not topics & {Topic.RESIDENTS, Topic.SETTINGS}:
            return
        self._is_stale = True
        if self.isVisible():
            self._look_again()

    def _open_file(self) -> None:
        if self.case is not None:
            self._context.open_record("resident", self.case.resident.id)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.CERTIFICATE,
            self.tr("The certificate appears here"),
            self.tr("It is drawn while you type, exactly as it will be printed."),
        )

    def _lay_out(self) -> None:
        self._start = Scroll(margin=Space.L)
        self._start.body.addWidget(self.finder)
        for step in (self._start, self.form, self.obstacle, self.issued):
            self.steps.addWidget(step)
        self.steps.setMinimumWidth(NARROWEST)
        self.steps.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps, 4)
        row.addWidget(self.panel, 5)

    def _connect(self) -> None:
        self.finder.asked.connect(self._find)
        self.finder.search_asked.connect(partial(self._context.open_record, "residents", ""))
        self.finder.register_asked.connect(partial(self._context.open_record, "new-resident", ""))
        self.form.changed.connect(self._preview.draw_soon)
        self._preview.drawn.connect(self._show_preview)
        self._preview.failed.connect(self._say_why_not)
        self.form.submitted.connect(self._ask)
        self.form.confirmed.connect(self._issue)
        self.form.left.connect(self.leave)
        self.form.person.open_asked.connect(self._open_file)
        self.obstacle.person.open_asked.connect(self._open_file)
        self.obstacle.submitted.connect(self._verify)
        self.obstacle.left.connect(self.leave)
        self.obstacle.file_asked.connect(self._open_file)
        self.issued.print_asked.connect(self.panel.print)
        self.issued.save_asked.connect(self.panel.save)
        self.issued.new_asked.connect(self.start_anew)
        self.panel.printed.connect(self.issued.set_printed)
        self._context.operations.touched.connect(self._on_touched)
