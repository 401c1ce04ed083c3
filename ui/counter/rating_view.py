"""The turned screen: how satisfied somebody is, in five faces, and why; nothing of the station.

It belongs to whoever came: no names, no numbers, nothing to go on to. Esc does nothing; the
clerk takes the screen back by holding Ctrl+Enter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station_app.domain.counter.ratings import Level
from station_app.domain.errors import StationError
from ui.counter.rating_tiles import Face, FaceTile, Tile
from ui.kit.buttons import Button, Kind
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case
    from station_app.domain.counter.ratings import RatingReason, RatingRules
    from station_app.services.counter.ratings import Turn
    from ui.kit.room import RoomContext

HOLD_MS = 900  # a key that is struck by chance is not held
COLUMNS = 2
MOST_WIDTH = 1100
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
MIDDLE = Qt.AlignmentFlag.AlignHCenter


class RatingView(QWidget):
    """The whole screen, for one rating; it closes by itself when the clerk has it back."""

    rated = Signal(int, tuple)  # the level, the codes of the reasons
    taken_back = Signal()

    def __init__(self, rules: RatingRules, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "turned")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(self.tr("Your opinion"))
        self._rules = rules
        self._level: Level | None = None
        self._is_back = False
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self.take_back)
        self.faces = {level: FaceTile(level, self._words(level), self) for level in Level}
        self.reasons: list[Tile] = []
        self.no_opinion = Button(self.tr("I would rather not say"), kind=Kind.QUIET, parent=self)
        self.back = Button(self.tr("Back"), parent=self)
        self.send = Button(self.tr("Send"), kind=Kind.PRIMARY, parent=self)
        self.pages = QStackedWidget(self)
        self._lay_out()
        for level, face in self.faces.items():
            face.clicked.connect(partial(self.choose, level))
        self.no_opinion.on_click(self.decline)
        self.back.on_click(self.ask_level)
        self.send.on_click(self._send)
        self.ask_level()

    def ask_level(self) -> None:
        """Ask how satisfied somebody is."""
        self._level = None
        self.pages.setCurrentIndex(0)
        self.setFocus()

    def choose(self, level: Level) -> None:
        """Take a level, and ask why; nothing is sent before that has been answered."""
        self._level = level
        good, bad = self.tr("What did you like?"), self.tr("What should be better?")
        self.why.setText(bad if level.is_bad else good)
        self.chosen.setText(self._words(level))
        for tile in self.reasons:
            self.grid.removeWidget(tile)
            tile.deleteLater()
        self.reasons = [
            self._tile(number, reason)
            for number, reason in enumerate(self._rules.offered(level), start=1)
        ]
        self.pages.setCurrentIndex(1)
        self.setFocus()

    def decline(self) -> None:
        """Take it that somebody would rather not say."""
        self._thank(self.tr("You are welcome to say it another time."))

    def thank(self) -> None:
        """Say thank you for what has been kept."""
        self._thank(self.tr("It helps us to do better."))

    def say_not_kept(self, words: str) -> None:
        """Say that nothing was kept, and why."""
        self.thanks.setText(self.tr("This could not be kept"))
        self.told.setText(" ".join(filter(None, (words, self.tr("Please tell the staff.")))))
        self.face.hide()
        self.pages.setCurrentIndex(2)

    def take_back(self) -> None:
        """Give the screen back to the clerk."""
        self._is_back = True
        self.taken_back.emit()
        self.close()

    def event(self, event: QEvent) -> bool:
        """Keep every key here: what is a short cut elsewhere is none on this screen."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the faces be as large as there is room for."""
        super().resizeEvent(event)
        for face in self.faces.values():
            face.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digits, go on with Enter, back with Backspace; all else does nothing."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._hold.start()
            return
        if event.isAutoRepeat():
            return
        if event.key() in ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace and self.pages.currentIndex() == 1:
            self.ask_level()
        elif event.text().isdecimal():
            self._digit(event.text())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of what was not held long enough."""
        if not event.isAutoRepeat():
            self._hold.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless the clerk has the screen back or the program itself ends."""
        if event.spontaneous() and not self._is_back:
            event.ignore()
        else:
            super().closeEvent(event)

    def _digit(self, digit: str) -> None:
        offered: list[list[Tile]] = [[*self.faces.values()], self.reasons, []]
        for tile in offered[self.pages.currentIndex()]:
            if tile.key == digit:
                tile.click()

    def _enter(self) -> None:
        pressed = self.focusWidget()
        if isinstance(pressed, QAbstractButton) and pressed.isVisible():
            pressed.click()
        elif self.pages.currentIndex() == 1:
            self._send()

    def _send(self) -> None:
        if self._level is None:
            return
        level, self._level = self._level, None  # sent once, however often it is pressed
        chosen = [
            reason.code
            for tile, reason in zip(self.reasons, self._rules.offered(level), strict=True)
            if tile.isChecked()
        ]
        self.rated.emit(int(level), tuple(chosen))

    def _thank(self, words: str) -> None:
        self.face.show()
        self.thanks.setText(self.tr("Thank you!"))
        self.told.setText(words)
        self.pages.setCurrentIndex(2)
        self.setFocus()

    def _tile(self, number: int, reason: RatingReason) -> Tile:
        is_chinese = QLocale().language() == QLocale.Language.Chinese
        tile = Tile(reason.zh if is_chinese else reason.en, str(number), self.pages.widget(1))
        tile.setCheckable(True)
        self.grid.addWidget(tile, (number - 1) // COLUMNS, (number - 1) % COLUMNS)
        return tile

    def _words(self, level: Level) -> str:
        return {
            Level.VERY_SATISFIED: self.tr("Very satisfied"),
            Level.SATISFIED: self.tr("Satisfied"),
            Level.QUITE_SATISFIED: self.tr("Fairly satisfied"),
            Level.DISSATISFIED: self.tr("Dissatisfied"),
            Level.VERY_DISSATISFIED: self.tr("Very dissatisfied"),
        }[level]

    def _lay_out(self) -> None:
        self.question = label(self.tr("How satisfied are you?"), Role.DISPLAY, parent=self)
        self.hint = label(
            self.tr("Touch a face, or press a key from 1 to 5. You need not answer."),
            Role.MUTED,
            wrap=True,
            parent=self,
        )
        self.chosen = label("", Role.MUTED, parent=self)
        self.why = label("", Role.DISPLAY, parent=self)
        self.more = label(
            self.tr("You may choose several, or none."), Role.MUTED, wrap=True, parent=self
        )
        self.thanks = label("", Role.DISPLAY, wrap=True, parent=self)
        self.told = label("", Role.MUTED, wrap=True, parent=self)
        faces = QHBoxLayout()
        faces.setSpacing(Space.L)
        for face in self.faces.values():
            faces.addWidget(face)
        self.grid = QGridLayout()
        self.grid.setSpacing(Space.M)
        ending = QHBoxLayout()
        ending.setSpacing(Space.M)
        ending.addStretch(1)
        ending.addWidget(self.back)
        ending.addWidget(self.send)
        ending.addStretch(1)
        self._add_page(self.question, self.hint, faces, self.no_opinion)
        self._add_page(self.chosen, self.why, self.more, self.grid, ending)
        self.face = Face(Level.SATISFIED, self)
        self._add_page(self.face, self.thanks, self.told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XXL, Space.L, Space.XXL, Space.L)
        whole.addWidget(self.pages, 1)
        self.foot = label(self.tr("Staff: hold Ctrl+Enter"), Role.CAPTION, parent=self)
        whole.addWidget(self.foot, 0, MIDDLE)

    def _add_page(self, *parts: QWidget | QHBoxLayout | QGridLayout) -> None:
        page = QWidget(self.pages)
        inside = QWidget(page)
        inside.setMaximumWidth(MOST_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for part in parts:
            if isinstance(part, QLabel):
                part.setAlignment(MIDDLE)
                column.addWidget(part)
            elif isinstance(part, QWidget):
                column.addWidget(part, 0, MIDDLE)
            else:
                column.addLayout(part)
        column.addStretch(3)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        self.pages.addWidget(page)


def turn_screen(station: Station, context: RoomContext, case: Case, owner: QWidget) -> None:
    """Turn the screen to whoever came about *case*; whatever keeps that away is said."""
    context.jobs.start(
        lambda _: station.ratings.turn(case.id, version=case.version),
        owner=owner,
        done=lambda turn: show_turned(station, context, turn, owner),
        failed=context.failed,
    )


def show_turned(station: Station, context: RoomContext, turn: Turn, owner: QWidget) -> RatingView:
    """Show the turned screen over everything, and keep what is said there."""
    view = RatingView(station.ratings.rules(), owner.window())

    def keep(level: int, reasons: tuple[str, ...]) -> None:
        context.operations.perform(
            lambda _: station.ratings.give(turn, level, reasons),
            owner=view,
            done=lambda _: view.thank(),
            failed=refuse,
        )

    def refuse(error: Exception) -> None:
        view.say_not_kept(context.words(error) if isinstance(error, StationError) else "")

    view.rated.connect(keep)
    view.no_opinion.on_click(station.ratings.turn_back)
    view.taken_back.connect(station.ratings.turn_back)
    view.showFullScreen()
    return view
