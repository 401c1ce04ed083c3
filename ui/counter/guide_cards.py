"""The cards of a guide: times, materials, steps, the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.counter.words import DOT
from ui.kit.surfaces import Card, empty
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from station_app.domain.counter.items import Basis, ItemDraft
    from ui.counter.words import Words

Row = tuple[str, "str | QWidget", str]
"""What stands before a line, the line, what is said beneath it."""


class GuideCards(QWidget):
    """Fills its cards anew for each item; a card without anything is not shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.times = Card(self.tr("Time"), self)
        self.materials = Card(self.tr("Materials"), self)
        self.steps = Card(self.tr("Steps"), self)
        self.about = Card(self.tr("Who, where, what comes of it"), self)
        self.basis = Card(self.tr("Basis"), self)

    def cards(self) -> tuple[Card, ...]:
        """Return the cards in their order."""
        return (self.times, self.materials, self.steps, self.about, self.basis)

    def show_item(self, told: ItemDraft, *, today: date) -> None:
        """Show what *told* says; times are told as from *today*."""
        words = self._words
        fill(self.times, self._times(told, today))
        forms = words.forms()
        fill(
            self.materials,
            (
                (str(number), each.name, self._how(each.quantity, forms[each.form], each.when))
                for number, each in enumerate(told.materials, start=1)
            ),
            nothing=self.tr("Nothing has to be brought."),
        )
        steps = enumerate(told.steps, start=1)
        fill(self.steps, ((str(number), step, "") for number, step in steps))
        names = ("who", "goes_to", "result", "fee", "responsible", "note")
        facts = ((words.field(name), getattr(told, name), "") for name in names)
        fill(self.about, (fact for fact in facts if fact[1]))
        fill(self.basis, ((str(n), *self._ground(each)) for n, each in enumerate(told.basis, 1)))

    def _times(self, told: ItemDraft, today: date) -> list[Row]:
        return [
            (
                self._words.field(name),
                self._words.limit(limit) or self.tr("None is set"),
                self._words.due(limit, today) if limit is not None and limit.days else "",
            )
            for name, limit in (("promised", told.promised), ("legal", told.legal))
        ]

    def _how(self, quantity: int, form: str, when: str) -> str:
        count = self.tr("{count} copies").format(count=quantity) if quantity > 1 else ""
        needed = self.tr("only: {when}").format(when=when) if when else ""
        return DOT.join(filter(None, (form, count, needed)))

    def _ground(self, basis: Basis) -> tuple[str, str]:
        since = basis.since.isoformat() if basis.since else ""
        checked = "" if basis.verified else self.tr("not compared yet")
        return basis.document, DOT.join(filter(None, (basis.number, since, checked)))


def fill(card: Card, rows: Iterable[Row], *, nothing: str = "") -> None:
    """Show *rows* in *card* in the place of those there were."""
    empty(card.body)
    held = list(rows)
    card.setVisible(bool(held or nothing))
    if held:
        card.body.addWidget(_grid(held, card))
    elif nothing:
        card.body.addWidget(label(nothing, Role.MUTED, wrap=True, parent=card))


def _grid(rows: Sequence[Row], card: Card) -> QWidget:
    held = QWidget(card)
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    is_numbered = all(before.isdigit() for before, _, _ in rows)
    top = Qt.AlignmentFlag.AlignTop
    for place, (before, text, beneath) in enumerate(rows):
        first = label(before, Role.MUTED, parent=held)
        if not is_numbered:
            first.setMinimumWidth(LABEL_WIDTH)
        grid.addWidget(first, 2 * place, 0, top)
        grid.addWidget(_shown(text, held), 2 * place, 1, top)
        if beneath:
            grid.addWidget(label(beneath, Role.CAPTION, wrap=True, parent=held), 2 * place + 1, 1)
    return held


def _shown(text: str | QWidget, held: QWidget) -> QWidget:
    if isinstance(text, QWidget):
        return text
    shown = label(text, wrap=True, parent=held)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown


LABEL_WIDTH = 96
