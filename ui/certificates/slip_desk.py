"""One slip (告知单) at a time: drawn while the name is typed, counted when it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.latest_paper import LatestPaper
from ui.kit.handing_out import Handout

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.negative_list import NegativeItem
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.slip_form import SlipForm
    from ui.certificates.words import Words
    from ui.kit.paper_panel import PaperPanel
    from ui.kit.room import RoomContext

SLIP = "refusal-slip"


class SlipDesk(QObject):
    """Puts what stands in the form on the paper in the panel."""

    def __init__(
        self,
        station: Station,
        words: Words,
        context: RoomContext,
        *,
        form: SlipForm,
        panel: PaperPanel,
    ) -> None:
        super().__init__(form)
        self._station, self._words, self._context = station, words, context
        self._form, self._panel = form, panel
        self._item: NegativeItem | None = None
        self._asked = ""
        self._counted: tuple[str, str, str] | None = None
        self._paper = LatestPaper(context.jobs, self._drawing, self)
        panel.when_settled = self._paper.after_drawing
        form.changed.connect(self._paper.draw_soon)
        form.print_asked.connect(panel.print)
        form.save_asked.connect(panel.save)
        self._paper.drawn.connect(self._show)
        self._paper.failed.connect(self._on_not_drawn)
        panel.printed.connect(self._count)
        panel.saved.connect(self._count)

    def begin(self, item: NegativeItem, *, asked: str) -> None:
        """Write a slip for *item*, which was *asked* for in other words perhaps."""
        self._item, self._asked = item, asked
        self._counted = None
        self._form.show_item(item, asked=asked)
        self._form.applicant.line.setFocus()
        self._paper.draw()

    def end(self) -> None:
        """Put the slip away, and its paper with it."""
        self._paper.forget()
        self._item = None
        self._panel.clear()

    def _drawing(self) -> Drawing | None:
        item = self._item
        if item is None:
            return None
        asked, applicant = self._typed()
        return lambda: self._station.refusals.preview(item.id, asked=asked, applicant=applicant)

    def _show(self, paper: Paper) -> None:
        if self._item is not None:
            self._form.applicant.set_problem("")
            title = f"不予出具证明告知单 {self._item.title}"
            self._panel.show_handout(Handout(pdf=paper.pdf, title=title, kind=SLIP))

    def _on_not_drawn(self, error: Exception) -> None:
        if isinstance(error, GlyphMissingError):
            self._form.applicant.set_problem(self._words.missing_glyphs(error.characters))
            self._panel.refuse(self.tr("This text cannot be printed"))
        else:
            self._context.failed(error)

    def _count(self) -> None:
        """Count the slip that leaves the house, once however often it is handed out."""
        item = self._item
        if item is None:
            return
        asked, applicant = self._typed()
        # printed and saved is one refusal; for another name it is another
        key = (item.id, asked, applicant)
        if key == self._counted:
            return
        self._counted = key
        self._context.operations.perform(
            lambda _: self._station.refusals.slip(item.id, asked=asked, applicant=applicant),
            owner=self,
            done=lambda _: self._form.set_counted(),
        )

    def _typed(self) -> tuple[str, str]:
        return self._asked.strip(), self._form.applicant.value()
