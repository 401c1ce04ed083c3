"""The questions of one case, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from station_app.domain.sync.review import ReviewChoice
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role, set_property
from ui.sync import review_words as words
from ui.sync.review_card import PointCard

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.sync.review import ReviewCase


class CasePanel(QWidget):
    """Shows a case and gathers what is chosen; deciding is the view's business.

    What was chosen by hand is kept while other cases are looked at.
    """

    decide_asked = Signal()
    record_asked = Signal(str, str)  # kind, key
    reveal_asked = Signal(str, str, object)  # point, option, MaskedLabel

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_busy = False
        self.case: ReviewCase | None = None
        self.cards: list[PointCard] = []
        # what was chosen by hand: a choice, or None for "later"
        self._by_hand: dict[str, ReviewChoice | None] = {}
        self._scroll: QScrollArea | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heading())
        self._room = QVBoxLayout()
        column.addLayout(self._room, 1)
        column.addWidget(self._footer())

    def show_case(self, case: ReviewCase | None) -> None:
        """Show the questions of *case*, with what is proposed or was chosen before."""
        if case == self.case:
            return
        had_focus = self._scroll is not None and self._scroll.isAncestorOf(self.focusWidget())
        self.case = case
        self._clear()
        if case is None:
            return
        self.title.setText(words.case_title(case))
        age = words.age(case.since, self._clock.now())
        self.subtitle.setText(
            self.tr("{count} open · {age}").format(count=len(case.points), age=age)
        )
        self.open.setVisible(case.record is not None)
        page = Scroll(self, margin=Space.L)
        page.body.setSpacing(Space.M)
        self._scroll = page
        for point in case.points:
            proposed = ReviewChoice(point=point.id, option=point.proposed)
            usual = proposed if point.proposed and not point.is_decided else None
            card = PointCard(point, self._by_hand.get(point.id, usual), self)
            self._connect(card)
            self.cards.append(card)
            page.body.addWidget(card)
        self._room.addWidget(page)
        self._count()
        if had_focus:
            self.enter()

    def choices(self) -> list[ReviewChoice]:
        """Return what is chosen of the questions shown."""
        return [choice for card in self.cards if (choice := card.choice()) is not None]

    def enter(self) -> None:
        """Put the cursor on the first question."""
        if self.cards:
            self._go_to(self.cards[0])

    def has_typed(self) -> bool:
        """Whether something has been typed that is kept nowhere else."""
        return any(choice is not None and choice.value for choice in self._by_hand.values())

    def forget(self, points: set[str]) -> None:
        """Forget what was chosen by hand of all questions but *points*."""
        self._by_hand = {key: each for key, each in self._by_hand.items() if key in points}

    def show_problem(self, column: str, text: str) -> None:
        """Say beside the field *column* why what was typed there cannot stand."""
        for card in self.cards:
            choice = card.choice()
            if card.point.column == column and choice is not None and choice.value:
                card.show_problem(text)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        row.setSpacing(Space.M)
        self.title = ElidedLabel("", Role.TITLE, self)
        self.subtitle = ElidedLabel("", Role.MUTED, self)
        self.subtitle.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.open = Button(self.tr("Open the record"), meaning=Icon.OPEN, kind=Kind.LINK)
        self.open.on_click(self._open)
        row.addWidget(self.title, 2)
        row.addWidget(self.subtitle, 1)
        row.addWidget(self.open)
        return row

    def _footer(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("role", "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        self.decide = Button("", meaning=Icon.CHECK, kind=Kind.PRIMARY, parent=foot)
        self.decide.on_click(self.decide_asked.emit)
        self.left = ElidedLabel("", Role.MUTED, foot)
        row.addWidget(self.decide)
        row.addWidget(self.left, 1)
        return foot

    def _connect(self, card: PointCard) -> None:
        card.changed.connect(lambda: self._keep(card))
        card.passed.connect(lambda: self._go_on(card))
        card.reveal_asked.connect(
            lambda option, masked: self.reveal_asked.emit(card.point.id, option, masked)
        )

    def _keep(self, card: PointCard) -> None:
        self._by_hand[card.point.id] = card.choice()
        if self._scroll is not None and card.other is not None and card.other.hasFocus():
            self._scroll.ensureWidgetVisible(card.other, 0, Space.L)
        self._count()

    def hold(self, *, is_busy: bool) -> None:
        """Offer nothing while a decision is under way."""
        self._is_busy = is_busy
        self._count()

    def _count(self) -> None:
        chosen, of = len(self.choices()), len(self.cards)
        self.decide.setText(self.tr("Decide {count}").format(count=chosen))
        self.decide.refuse("" if chosen else self.tr("Choose something first."))
        if self._is_busy:
            self.decide.setEnabled(False)
        left = of - chosen
        self.left.setText(self.tr("{count} left for later").format(count=left) if left else "")

    def _go_on(self, card: PointCard) -> None:
        """Go to the next question, after the last to the button."""
        at = self.cards.index(card) + 1
        if at < len(self.cards):
            self._go_to(self.cards[at])
        else:
            self.decide.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, card: PointCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        if self._scroll is not None:
            self._scroll.ensureWidgetVisible(card, 0, Space.M)

    def _open(self) -> None:
        if self.case is not None and self.case.record is not None:
            self.record_asked.emit(*self.case.record)

    def _clear(self) -> None:
        self.cards = []
        if self._scroll is not None:
            self._scroll.hide()
            self._room.removeWidget(self._scroll)
            self._scroll.deleteLater()
            self._scroll = None
        set_property(self, "state", "")
