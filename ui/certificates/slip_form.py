"""The slip for what is not ours to issue (不予出具证明告知单): for whom, then handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.kit.buttons import Button
from ui.kit.fields import TextField
from ui.kit.form import RecordForm
from ui.kit.icons import Icon, icon
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.errors import Problem
    from station_app.domain.negative_list import NegativeItem

DASH = " — "


class SlipForm(RecordForm[str]):
    """One field that may stay empty. Enter, then Enter: printed."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, save_text=self.tr("Print the slip"))
        self.banner = Banner("", Tone.INFO, self)
        self.page.body.addWidget(self.banner)
        self._section = self.add_section("", columns=1)
        self.applicant = self.add_field(
            self._section, "applicant", TextField(self.tr("Name of the resident (may stay empty)"))
        )
        self.save.setIcon(icon(Icon.PRINT, "on_accent"))
        self.save.setAutoDefault(True)
        self.pdf = Button(self.tr("Save as PDF"), meaning=Icon.SAVE, parent=self)
        self.pdf.setAutoDefault(True)
        self.footer.insertWidget(1, self.pdf)
        self.cancel.setText(self.tr("Back"))
        self.cancel.setToolTip(self.tr("Back to the answers (Esc)"))
        self.submitted.connect(self.print_asked)
        self.pdf.on_click(self.save_asked.emit)

    def show_item(self, item: NegativeItem, *, asked: str) -> None:
        """Begin a slip for *item*, which was *asked* for in other words perhaps."""
        self._section.title.setText(item.title)
        self._section.title.show()
        words = "；".join(DASH.join(filter(None, (o.name, o.brings))) for o in item.offices)
        self.banner.say(
            self.tr("Asked for: {asked}. To be had from: {offices}").format(
                asked=asked.strip() or item.title, offices=words
            )
        )
        self.show_draft("")
        self.applicant.set_hint(self.tr("The slip is counted when it is printed or saved."))

    def set_counted(self) -> None:
        """Say that the slip is in the count now."""
        self.applicant.set_hint(self.tr("Counted. It is counted once, however often printed."))

    def draft(self) -> str:
        """Return whose slip it is."""
        return self.applicant.value()

    def fill(self, draft: str) -> None:
        """Show whose slip it is."""
        self.applicant.set_value(draft)

    def wording(self, problem: Problem) -> str:
        """Return nothing: no name is wrong here."""
        return problem.code
