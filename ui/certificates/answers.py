"""What a paper that is asked for may be, and whose it is to issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.certificates.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, Card, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from station_app.domain.negative_list import LegitimateCertificate, NegativeItem

DASH = " — "


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What *asked* may mean: papers we must not issue, papers we may, counts by item."""

    asked: str = ""
    refused: tuple[NegativeItem, ...] = ()
    issued: tuple[LegitimateCertificate, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


class AnswersPane(Scroll):
    """One card an answer, each with the one thing to do next.

    Whose paper it is stands there as a word, not only as a colour.
    """

    slip_asked = Signal(object)  # NegativeItem
    residence_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=Space.L)
        self.answers = Answers()
        self.first_buttons: list[Button] = []
        self._holder: QWidget | None = None

    def show_answers(self, answers: Answers) -> None:
        """Show what was found."""
        self.answers = answers
        self.first_buttons = []
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()  # it is deleted later, and would be seen until then
            self._holder.deleteLater()
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self._fill(column)
        self.body.addWidget(self._holder)
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the cursor on what can be done about the first answer."""
        for button in self.first_buttons[:1]:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def take_first(self) -> None:
        """Do what can be done about the first answer."""
        for button in self.first_buttons[:1]:
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from answer to answer, Esc back to the field."""
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape or (way and self._step(way)):
            self.left.emit()
        elif not way:
            super().keyPressEvent(event)

    def _step(self, way: int) -> bool:
        """Go to the next answer; return whether that is beyond the first."""
        buttons = self.first_buttons
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), -1)
        target = min(here + way, len(buttons) - 1)
        if target >= 0:
            buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(buttons[target])
        return target < 0

    def _fill(self, column: QVBoxLayout) -> None:
        answers = self.answers
        if not answers.asked:
            count = len(answers.refused)
            title = self.tr("{count} papers that are not ours to issue").format(count=count)
            column.addWidget(label(title, Role.SUBTITLE, parent=self._holder))
        for paper in answers.issued:
            column.addWidget(self._issued(paper))
        for item in answers.refused:
            column.addWidget(self._refused(item))
        if not (answers.issued or answers.refused):
            column.addWidget(Banner(self._nothing(), Tone.INFO, self._holder))

    def _nothing(self) -> str:
        return self.tr(
            "“{asked}” is in neither list. Try other words, or ask which office wants the paper"
            " and on what ground: without a law behind it, it need not be issued."
        ).format(asked=self.answers.asked)

    def _refused(self, item: NegativeItem) -> Card:
        card = self._card(item.title, self.tr("Not ours to issue"), Tone.WARN, Icon.NEGATIVE)
        for office in item.offices:
            words = DASH.join(filter(None, (office.name, office.brings)))
            card.body.addWidget(label(words, wrap=True, parent=card))
        if item.note:
            card.body.addWidget(label(item.note, Role.MUTED, wrap=True, parent=card))
        count = self.answers.counts.get(item.id, 0)
        told = self.tr("Slips this year: {count}").format(count=f"{count:,}") if count else ""
        basis = DOT.join(filter(None, (item.basis, told)))
        slip = Button(self.tr("Slip for the resident"), meaning=Icon.DOCUMENT, parent=card)
        slip.on_click(partial(self.slip_asked.emit, item))
        self._foot(card, basis, slip)
        return card

    def _issued(self, paper: LegitimateCertificate) -> Card:
        if paper.is_available:
            card = self._card(paper.title, self.tr("We issue this"), Tone.OK, Icon.OK)
            card.body.addWidget(label(paper.purpose, wrap=True, parent=card))
            go_on = Button(
                self.tr("Issue it"), meaning=Icon.FORWARD, kind=Kind.PRIMARY, parent=card
            )
            go_on.on_click(self.residence_asked.emit)
            self._foot(card, paper.basis, go_on)
            return card
        card = self._card(paper.title, self.tr("Ours to issue"), Tone.INFO, Icon.INFO)
        words = self.tr("This program does not draw it yet: write it on the station's own paper.")
        card.body.addWidget(label(words, wrap=True, parent=card))
        needs = self.tr("To be made sure of first: {what}").format(what=paper.verification)
        card.body.addWidget(label(needs, wrap=True, parent=card))
        self._foot(card, paper.basis, None)
        return card

    def _card(self, title: str, word: str, tone: Tone, meaning: Icon) -> Card:
        card = Card(title, self._holder)
        card.title.setWordWrap(True)
        card.head.setStretch(0, 1)
        card.head.addWidget(Pill(word, tone, meaning=meaning, parent=card))
        return card

    def _foot(self, card: Card, basis: str, button: Button | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        told = self.tr("Basis: {basis}").format(basis=basis)
        row.addWidget(label(told, Role.CAPTION, wrap=True, parent=card), 1)
        if button is not None:
            button.setAutoDefault(True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
            self.first_buttons.append(button)
        card.body.addLayout(row)
