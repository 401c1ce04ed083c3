"""What a paper that is asked for may be, and whose it is to issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.certificates.answer_cards import NotOursCard, OursCard
from ui.kit.surfaces import Banner, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from station_app.domain.negative_list import LegitimateCertificate, NegativeItem
    from ui.certificates.answer_cards import AnswerCard
    from ui.kit.buttons import Button


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
    paper_asked = Signal(str)  # the kind
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
        self._holder.show()  # at once: a hidden button does not take the cursor
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
            self._add(
                column, OursCard(paper, self._holder), partial(self.paper_asked.emit, paper.id)
            )
        for item in answers.refused:
            card = NotOursCard(item, answers.counts.get(item.id, 0), self._holder)
            self._add(column, card, partial(self.slip_asked.emit, item))
        if not (answers.issued or answers.refused):
            column.addWidget(Banner(self._nothing(), Tone.INFO, self._holder))

    def _add(self, column: QVBoxLayout, card: AnswerCard, act: Callable[[], object]) -> None:
        column.addWidget(card)
        if card.button is not None:
            card.button.on_click(act)
            self.first_buttons.append(card.button)

    def _nothing(self) -> str:
        return self.tr(
            "'{asked}' is in neither list. Try other words, or ask which office wants the paper"
            " and on what ground: without a law behind it, it need not be issued."
        ).format(asked=self.answers.asked)
