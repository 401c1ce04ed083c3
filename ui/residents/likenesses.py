"""Who is in the register already and may be the person being entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.surfaces import Banner, empty
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.residents.people import Likeness

MOST_SHOWN = 3


class LikenessBanner(QWidget):
    """Warns, offers to open the existing one, and never blocks.

    Namesakes are common: only the clerk knows whether it is the same person.
    """

    person_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.shown: tuple[Likeness, ...] = ()
        self.hide()

    def show_likenesses(self, found: Sequence[Likeness]) -> None:
        """Show the likeliest of *found*."""
        latest = tuple(found[:MOST_SHOWN])
        if latest == self.shown:
            return
        self.shown = latest
        empty(self._column)
        for each in latest:
            self._column.addWidget(self._banner(each))
        self.setVisible(bool(latest))

    def _banner(self, each: Likeness) -> Banner:
        if each.is_elsewhere:
            words = self.tr("Somebody outside your grids has the same number. Ask the station.")
            return Banner(words, Tone.DANGER, self)
        born = each.born.isoformat() if each.born else ""
        facts = " · ".join(filter(None, (each.name, born, each.address)))
        same = (
            self.tr("The same number: {person}")
            if each.same_number
            else self.tr("In the register already: {person}")
        )
        tone = Tone.DANGER if each.same_number else Tone.WARN
        banner = Banner(same.format(person=facts), tone, self)
        banner.add_action(
            self.tr("Open the existing one"), lambda: self.person_asked.emit(each.id)
        )
        return banner
