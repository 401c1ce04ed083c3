"""A request from its first letter to the number it gets: drafted, approved, issued."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.certificates import RESIDENCE
from station_app.domain.errors import Problem, RefusedError
from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.forms import onto_form
from ui.certificates.latest_paper import LatestPaper
from ui.kit.handing_out import Handout

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.issued import Issued
    from ui.certificates.case import Case
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.request_form import RequestDraft, RequestForm
    from ui.kit.paper_panel import PaperPanel
    from ui.kit.room import RoomContext


class Approval(QObject):
    """Draws what stands in the form, and issues it when that was approved.

    The draft in the panel can be looked at and not handed out; what takes its place has
    a number, and is the very paper that is kept.
    """

    issued = Signal(object, object, object)  # Case, RequestDraft, Issued
    outdated = Signal()  # the record has changed since: another obstacle stands there now

    def __init__(
        self, station: Station, context: RoomContext, *, form: RequestForm, panel: PaperPanel
    ) -> None:
        super().__init__(form)
        self._station, self._context = station, context
        self._form, self._panel = form, panel
        self._case: Case | None = None
        self._is_issuing = False
        self._preview = LatestPaper(context.jobs, self._drawing, self)
        self._preview.drawn.connect(self._show_preview)
        self._preview.failed.connect(self._say_why_not)
        form.changed.connect(self._preview.draw_soon)
        form.submitted.connect(self._ask)
        form.confirmed.connect(self._issue)

    def begin(self, case: Case, draft: RequestDraft | None = None) -> None:
        """Write a request for *case*, beginning with what was typed before, if anything."""
        self._case = case
        self._form.show_case(case)
        if draft is not None:
            self._form.fill(draft)
        self._form.focus_first()
        self._preview.draw()

    def end(self) -> None:
        """Let the request be, and its draft with it."""
        self._preview.forget()
        self._case = None
        self._panel.clear()

    def _drawing(self) -> Drawing | None:
        """Return what draws the paper as it is typed, while there is a request."""
        if self._case is None:
            return None
        request = self._form.draft().request(self._case.resident.id)
        return lambda: self._station.certificates.preview(request)

    def _show_preview(self, paper: Paper) -> None:
        self._form.stop("")
        self._panel.show_handout(
            Handout(
                pdf=paper.pdf,
                title=self.tr("Draft"),
                kind=RESIDENCE,
                onto_form=onto_form(self._station, paper.pdf),
                obstacle=self.tr("A draft is not handed out. Approve and issue it first."),
            )
        )

    def _say_why_not(self, error: Exception) -> None:
        if isinstance(error, GlyphMissingError):
            self._form.stop_at(error.characters)
            self._panel.refuse(self.tr("This text cannot be printed"))
        elif isinstance(error, RefusedError):
            self.outdated.emit()
        else:
            self._context.failed(error)

    def _ask(self) -> None:
        case = self._case
        if case is None or self._form.is_stopped() or self._is_issuing:
            return
        if not self._form.draft().purpose:
            self._form.show_problems([Problem("purpose", "missing")])
            self._form.focus_first()
            return
        question = self.tr(
            "The next number of {word} will be used for {name}. This cannot be undone."
        )
        self._form.ask(
            question.format(
                word=case.settings.word_of_numbers(), name=case.resident.particulars.name
            )
        )

    def _issue(self) -> None:
        case, draft = self._case, self._form.draft()
        if case is None or self._is_issuing:  # a key pressed twice spends one number
            return
        self._is_issuing = True
        self._form.take_back()
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
        self._case = None
        self._panel.show_handout(
            Handout(
                pdf=issued.pdf,
                title=issued.number,
                kind=RESIDENCE,
                copies=draft.copies,
                key=issued.id,
                onto_form=onto_form(self._station, issued.pdf),
            )
        )
        self.issued.emit(case, draft, issued)

    def _on_not_issued(self, error: Exception) -> None:
        self._is_issuing = False
        self._form.hear(error, self._say_why_not)
