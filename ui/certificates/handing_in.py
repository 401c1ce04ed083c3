"""A certificate from its first letter to the queue of what waits for approval."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.forms import onto_form
from ui.certificates.latest_paper import LatestPaper
from ui.kit.handing_out import Handout

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.kind_form import KindForm
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.words import Words
    from ui.kit.paper_panel import PaperPanel
    from ui.kit.room import RoomContext


class HandingIn(QObject):
    """Draws what stands in the form, and hands it in.

    The form is another for each kind of certificate; there is one at a time.
    """

    handed_in = Signal(object, str)  # KindForm, the key of the request
    outdated = Signal()

    def __init__(
        self, station: Station, words: Words, context: RoomContext, panel: PaperPanel
    ) -> None:
        super().__init__(panel)
        self._station, self._words, self._context = station, words, context
        self._panel = panel
        self._form: KindForm | None = None
        self._again: CertificateRequest | None = None
        self._is_busy = False
        self._preview = LatestPaper(context.jobs, self._drawing, self)
        self._preview.drawn.connect(self._show_preview)
        self._preview.failed.connect(self._say_why_not)

    def begin(self, form: KindForm, again: CertificateRequest | None = None) -> None:
        """Attend to *form*; *again* is what was sent back and is corrected in it."""
        self._form, self._again, self._is_busy = form, again, False
        form.changed.connect(self._preview.draw_soon)
        form.submitted.connect(self._hand_in)
        if form.is_stopped():
            self._panel.clear()
        else:
            self._preview.draw()

    def end(self) -> None:
        """Let the form be, and its draft with it."""
        self._preview.forget()
        if self._form is not None:
            self._form = self._again = None
            self._panel.clear()

    def _drawing(self) -> Drawing | None:
        form = self._form
        if form is None:
            return None
        draft, evidence = form.request(), form.evidence(self._context.clock.today())
        proof = (evidence,) if evidence.how else ()
        return lambda: self._station.certificate_requests.preview(draft, proof)

    def _show_preview(self, paper: Paper) -> None:
        if self._form is None:
            return
        self._form.stop("")
        self._panel.show_handout(
            Handout(
                pdf=paper.pdf,
                title=self.tr("Draft"),
                kind=self._form.template.kind,
                onto_form=onto_form(self._station, paper.pdf),
                obstacle=self.tr("A draft is not handed out. It gets its number when approved."),
            )
        )

    def _hand_in(self) -> None:
        form, again = self._form, self._again
        if form is None or form.is_stopped() or self._is_busy:
            return
        self._is_busy = True
        draft, evidence = form.request(), form.evidence(self._context.clock.today())
        self._context.operations.perform(
            lambda _: self._station.certificate_requests.hand_in(draft, evidence, again=again),
            owner=self,
            done=partial(self._on_handed_in, form),
            failed=self._on_not_handed_in,
        )

    def _on_handed_in(self, form: KindForm, key: str) -> None:
        self._is_busy = False
        self.end()
        self.handed_in.emit(form, key)

    def _on_not_handed_in(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, ValidationFailedError) and self._form is not None:
            self._form.show_problems(error.problems)
            self._form.focus_first()
        else:
            self._say_why_not(error)

    def _say_why_not(self, error: Exception) -> None:
        form = self._form
        if isinstance(error, GlyphMissingError) and form is not None:
            form.stop(self._words.missing_glyphs(error.characters))
            self._panel.refuse(self.tr("This text cannot be printed"))
            return
        self._context.failed(error)
        if isinstance(error, RefusedError):
            self.outdated.emit()
