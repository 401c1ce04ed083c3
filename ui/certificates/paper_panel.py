"""The paper itself at the right of the page: looked at, printed, saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station_app.services.delivering import deliver
from ui.kit.buttons import Button, IconButton
from ui.kit.dialogs import choose_save_file
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_view import PaperView
from ui.kit.printing import choose_printer, paint_pdf
from ui.kit.surfaces import line
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

    from ui.kit.room import RoomContext

Emptiness = tuple[Icon, str, str]
"""What is shown while there is no paper: icon, title, sentence."""

PDF = ".pdf"
WIDE = 440
SAFE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where papers leave the program: the system's dialogs, which a test answers itself."""

    choose_printer: Callable[..., QPrinter | None] = choose_printer
    choose_file: Callable[..., Path | None] = choose_save_file


SYSTEM = Outlets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A paper in the panel.

    ``kind`` is what the printer is remembered under, ``obstacle`` says why the paper
    is not handed out yet.
    """

    pdf: bytes
    title: str
    kind: str
    copies: int = 1
    shows_title: bool = True
    obstacle: str = ""


class PaperPanel(QFrame):
    """A preview with its tools. Shows an empty state while there is no paper.

    What leaves the house leaves it here, as the very bytes that are shown: nothing is
    drawn anew for the printer or for the file.
    """

    printed = Signal()
    saved = Signal()

    def __init__(
        self,
        context: RoomContext,
        outlets: Outlets,
        usual: Emptiness,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._context, self._outlets = context, outlets
        self._handout: Handout | None = None
        self._usual = usual
        self.when_settled: Callable[[Callable[[], object]], object] = at_once
        self.empty = EmptyState(*usual, parent=self)
        self.view = PaperView(context.jobs, self)
        self.title = ElidedLabel("", Role.STRONG, self)
        self.print_button = Button(self.tr("Print"), meaning=Icon.PRINT, parent=self)
        self.save_button = Button(self.tr("Save as PDF"), meaning=Icon.SAVE, parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        as_it_comes = QSizePolicy.Policy.Ignored  # a low window makes the preview low
        self._stack.setSizePolicy(as_it_comes, as_it_comes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget(self)
        self._lay_out_head()
        column.addWidget(self._head)
        self._line = line(self)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)
        self.print_button.on_click(self.print)
        self.save_button.on_click(self.save)
        self.clear()

    def show_handout(self, handout: Handout) -> None:
        """Show a paper; one with an obstacle can be looked at, not handed out."""
        self._handout = handout
        self.view.show_pdf(handout.pdf)
        self.title.setText(handout.title if handout.shows_title else "")
        for button in (self.print_button, self.save_button):
            button.refuse(handout.obstacle)
        self._show_tools(is_shown=True)

    def clear(self) -> None:
        """Show no paper."""
        self._handout = None
        self.empty.say(*self._usual)
        self.view.show_pdf(b"")
        self._show_tools(is_shown=False)

    def refuse(self, title: str) -> None:
        """Show that there is no paper, and why."""
        self.clear()
        self.empty.say(Icon.WARN, title, "")

    def handout(self) -> Handout | None:
        """Return the paper that is shown."""
        return self._handout

    def print(self) -> None:
        """Print the paper through the system's dialog."""
        self.when_settled(self._print)

    def save(self) -> None:
        """Save the paper where the user wants it."""
        self.when_settled(self._save)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave zooming to the keys where there is no room for its buttons."""
        super().resizeEvent(event)
        self._zoom.setVisible(self.width() >= WIDE)

    def _print(self) -> None:
        handout = self._handout
        if handout is None or handout.obstacle:
            return
        printer = self._outlets.choose_printer(
            self, handout.pdf, kind=handout.kind, title=handout.title, copies=handout.copies
        )
        if printer is None:
            return
        # told before it is painted: the cursor goes on while the printer is at work
        self.printed.emit()
        self._context.jobs.start(
            lambda progress: paint_pdf(printer, handout.pdf, progress),
            owner=self,
            done=lambda _: self._tell(self.tr("Sent to the printer: {title}"), handout.title),
            lane=Lane.OUTSIDE,
        )

    def _save(self) -> None:
        handout = self._handout
        if handout is None or handout.obstacle:
            return
        path = self._outlets.choose_file(
            self,
            title=self.tr("Save as PDF"),
            kinds=self.tr("PDF papers (*.pdf)"),
            suggested=handout.title.translate(SAFE_NAME) + PDF,
        )
        if path is None:
            return
        # not every system's dialog adds the ending
        path = path if path.suffix.lower() == PDF else path.with_name(path.name + PDF)
        self.saved.emit()
        self._context.jobs.start(
            lambda _: deliver(path, handout.pdf),
            owner=self,
            done=lambda _: self._tell(self.tr("Saved: {title}"), path.name),
            lane=Lane.OUTSIDE,
        )

    def _tell(self, sentence: str, title: str) -> None:
        self._context.notices.say(sentence.format(title=title))

    def _show_tools(self, *, is_shown: bool) -> None:
        self._stack.setCurrentWidget(self.view if is_shown else self.empty)
        self._head.setVisible(is_shown)
        self._line.setVisible(is_shown)

    def _lay_out_head(self) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XS)
        row.addWidget(self.title, 1)
        self._zoom = QWidget(self._head)
        tools = QHBoxLayout(self._zoom)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(Space.XS)
        for meaning, name, act in (
            (Icon.FARTHER, self.tr("Smaller (-)"), self.view.go_farther),
            (Icon.NEARER, self.tr("Larger (+)"), self.view.come_nearer),
            (Icon.FIT_WIDTH, self.tr("As wide as there is room (0)"), self.view.fit_width),
            (Icon.FIT_PAGE, self.tr("Whole page (9)"), self.view.fit_page),
        ):
            button = IconButton(meaning, name, parent=self._zoom)
            button.clicked.connect(act)
            tools.addWidget(button)
        row.addWidget(self._zoom)
        row.addSpacing(Space.S)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)


def at_once(act: Callable[[], object]) -> None:
    """Do *act* now: the paper in the panel is the one that is wanted."""
    act()
