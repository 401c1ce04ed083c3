"""What is still to be brought, as it is told at once and once only (一次性告知)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.kit.tokens import Space
from ui.kit.words import Role, label, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.domain.counter.case_materials import Lacking


class LackingCard(QFrame):
    """Says that all is there, or all that lacks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", Role.STRONG, wrap=True, parent=self)
        self.text = label("", wrap=True, parent=self)
        self.note = label("", Role.CAPTION, wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        for each in (self.title, self.text, self.note):
            column.addWidget(each)

    def show_lacking(self, lacking: Sequence[Lacking], *, note: str = "", total: int = 0) -> None:
        """Say what lacks of *total* materials; *note* stands beneath."""
        set_property(self, "role", "tone-warn" if lacking else "tone-ok")
        if lacking:
            self.title.setText(self.tr("To be brought (one-time notice)"))
            self.text.setText("\n".join(f"· {self.told(each)}" for each in lacking))
        else:
            all_there = self.tr("All papers are there") if total else self.tr("No papers needed")
            self.title.setText(all_there)
            self.text.setText("")
        self.text.setVisible(bool(lacking))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def told(self, each: Lacking) -> str:
        """Return one material in a line: its name, what lacks of it, when it is needed."""
        parts = []
        if each.originals:
            parts.append(self.tr("original × {count}").format(count=each.originals))
        if each.copies:
            parts.append(self.tr("copy × {count}").format(count=each.copies))
        told = f"{each.name} ({'、'.join(parts)})" if parts else each.name
        return f"{told} · {each.when}" if each.when else told
