"""Rows of fields under one line of headings: materials, grounds in the law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from ui.kit.buttons import Button, IconButton
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, empty
from ui.kit.theme import Theme
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.kit.fields import Field

Values = tuple[Any, ...]


class Rows(Card):
    """Rows that may be added and taken out; ``rebuilt`` tells that there are other fields now.

    *headings* are titles with how much of the width each has. *make* returns the empty
    fields of a row in that order.
    """

    rebuilt = Signal()

    def __init__(
        self,
        title: str,
        headings: Sequence[tuple[str, int]],
        make: Callable[[], Sequence[Field[Any]]],
        *,
        add_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._headings, self._make = headings, make
        self.rows: list[Sequence[Field[Any]]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.S)
        for column, (_, share) in enumerate(headings):
            self._grid.setColumnStretch(column, share)
        self.body.addLayout(self._grid)
        self.add = Button(add_text, meaning=Icon.ADD, parent=self)
        self.add.setAutoDefault(True)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.on_click(self.add_row)

    def values(self) -> list[Values]:
        """Return what stands in the rows."""
        return [tuple(field.value() for field in row) for row in self.rows]

    def show_rows(self, rows: Sequence[Values]) -> None:
        """Show *rows* in the place of those there were."""
        self._clear()
        if rows:
            self._add_headings()
        for values in rows:
            fields = self._make()
            for field, value in zip(fields, values, strict=True):
                field.set_value(value)
            self._add_fields(fields)
        self.rebuilt.emit()

    def add_row(self) -> None:
        """Add an empty row at the end, the cursor in it."""
        empty = tuple(field.value() for field in self._make())
        self.show_rows([*self.values(), empty])
        self.rows[-1][0].editor.setFocus()

    def take_out(self, place: int) -> None:
        """Take the row at *place* out; no question, for the form may be left."""
        rows = self.values()
        del rows[place]
        self.show_rows(rows)
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)][0].editor.setFocus()
        else:
            self.add.setFocus()

    def _add_fields(self, fields: Sequence[Field[Any]]) -> None:
        place = len(self.rows)
        self.rows.append(fields)
        for column, field in enumerate(fields):
            field.label.hide()  # the heading says it for all rows; it is still read out
            self._grid.addWidget(field, place + 1, column)
            field.setVisible(True)  # now: Enter goes on to it at once
        remove = IconButton(Icon.BIN, self.tr("Take out row {row}").format(row=place + 1))
        remove.setFixedHeight(Theme.current().tokens.control)
        # bound now: the places behind one taken out are filled anew anyway
        remove.clicked.connect(lambda _checked: self.take_out(place))
        self._grid.addWidget(
            remove, place + 1, len(self._headings), alignment=Qt.AlignmentFlag.AlignTop
        )

    def _add_headings(self) -> None:
        for column, (text, _) in enumerate(self._headings):
            self._grid.addWidget(label(text, Role.FIELD), 0, column)

    def _clear(self) -> None:
        self.rows = []
        empty(self._grid)
