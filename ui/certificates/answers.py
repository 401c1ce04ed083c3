"""What a paper that is asked for may be, and whose it is to issue."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.certificates.answer_cards import ItemCard, NotOursCard, OursCard, WorkCard
from ui.kit.surfaces import Banner, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from station_app.domain.negative_list import (
        LegitimateCertificate,
        ListedTask,
        NegativeItem,
    )
    from station_app.domain.rule_packs import LocalOffice
    from ui.certificates.answer_cards import AnswerCard
    from ui.kit.buttons import Button


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What *asked* may mean: papers we must not issue, papers we may, counts by item.

    ``items`` are those of the window, name by key; ``work`` is what lists say of tasks;
    ``local`` is where offices are here.
    """

    asked: str = ""
    refused: tuple[NegativeItem, ...] = ()
    issued: tuple[LegitimateCertificate, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    work: tuple[ListedTask, ...] = ()
    local: Mapping[str, LocalOffice] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of what was asked."""
        return not (self.refused or self.issued or self.items or self.work)


class AnswersPane(Scroll):
    """One card an answer, each with the one thing to do next.

    Whose paper it is stands there as a word, not only as a colour.
    """

    slip_asked = Signal(object)  # NegativeItem
    paper_asked = Signal(str)  # the kind
    item_asked = Signal(str)  # the key of an item of the window
    work_asked = Signal(str)  # what it was asked for as
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows before a button does, which would go to whatever stands before it."""
        if event.type() is QEvent.Type.KeyPress:
            pressed = cast("QKeyEvent", event)
            if Qt.Key(pressed.key()) in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.keyPressEvent(pressed)
                return True
        return super().eventFilter(watched, event)

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
            count = answers.counts.get(item.id, 0)
            card = NotOursCard(item, count, self._holder, local=answers.local)
            self._add(column, card, partial(self.slip_asked.emit, item))
        for key, name in answers.items.items():
            self._add(column, ItemCard(name, self._holder), partial(self.item_asked.emit, key))
        for task in answers.work:
            work = WorkCard(task, self._holder)
            self._add(column, work, partial(self.work_asked.emit, answers.asked))
        if answers.is_empty:
            column.addWidget(Banner(self._nothing(), Tone.INFO, self._holder))

    def _add(self, column: QVBoxLayout, card: AnswerCard, act: Callable[[], object]) -> None:
        column.addWidget(card)
        if card.button is not None:
            card.button.on_click(act)
            card.button.installEventFilter(self)
            self.first_buttons.append(card.button)

    def _nothing(self) -> str:
        return self.tr(
            "'{asked}' is in neither list. Try other words, or ask which office wants the paper"
            " and on what ground: without a law behind it, it need not be issued."
        ).format(asked=self.answers.asked)
