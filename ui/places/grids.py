"""The grids of the community, one under the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button, IconButton
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, Scroll, empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from ui.kit.gate import Gate
    from ui.places.picture import GridLine, PlacesPicture

DOT = " · "


class GridList(QWidget):
    """A card for each grid: who answers for it, how many buildings and people.

    The duty to post worker and telephone publicly is why they stand on the card.
    """

    asked = Signal(str)  # show the people of a grid
    correct_asked = Signal(str)
    discard_asked = Signal(str)
    draw_asked = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = Scroll(self, margin=Space.L)
        self._page.body.setSpacing(Space.M)
        outer.addWidget(self._page)

    def show_picture(self, picture: PlacesPicture) -> None:
        """Show the grids as they stand."""
        body = self._page.body
        empty(body)
        draw = Button(self.tr("Draw a grid"), meaning=Icon.ADD, parent=self)
        draw.on_click(self.draw_asked.emit)
        self._gate.bind(Permission.PLACE_WRITE, draw)
        body.addWidget(draw, 0, Qt.AlignmentFlag.AlignLeft)
        if not picture.grids:
            words = self.tr(
                "No grid has been drawn yet. Draw one, then assign the buildings it is made of."
            )
            body.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        for line in picture.grids:
            body.addWidget(self._card(line))

    def _card(self, line: GridLine) -> Card:
        drawn = line.grid.particulars
        card = Card(drawn.name)
        read, write = Permission.RESIDENT_READ, Permission.PLACE_WRITE
        for meaning, name, signal, need in (
            (Icon.PEOPLE, self.tr("Show the people of this grid"), self.asked, read),
            (Icon.EDIT, self.tr("Correct the grid…"), self.correct_asked, write),
            (Icon.BIN, self.tr("Discard the grid"), self.discard_asked, write),
        ):
            button = IconButton(meaning, name, parent=card)
            button.clicked.connect(partial(signal.emit, line.grid.id))
            card.head.addWidget(button)
            self._gate.bind(need, button)
        card.head.insertWidget(1, label(drawn.code, Role.CAPTION, parent=card))
        counts = (
            self.tr("Buildings: {buildings} · outside your grids").format(buildings=line.buildings)
            if line.people is None
            else self.tr("Buildings: {buildings} · People: {people}").format(
                buildings=line.buildings, people=f"{line.people:,}"
            )
        )
        worker = DOT.join(filter(None, (drawn.worker, drawn.worker_phone)))
        card.body.addWidget(label(counts, parent=card))
        words = worker or self.tr("No grid worker is named.")
        card.body.addWidget(label(words, Role.MUTED, wrap=True, parent=card))
        return card
