"""The paper itself at the right of the page: looked at, printed, saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit.buttons import Button, IconButton, ToggleChip
from ui.kit.empty_state import EmptyState
from ui.kit.handing_out import HandingOut
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_view import PaperView
from ui.kit.printing import goes_on_form, printer_for, remember_form
from ui.kit.surfaces import line
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ui.kit.handing_out import Handout, Outlets
    from ui.kit.room import RoomContext

Emptiness = tuple[Icon, str, str]
"""What is shown while there is no paper: icon, title, sentence."""

WIDE = 440


class PaperPanel(QFrame):
    """A preview with its tools. Shows an empty state while there is no paper.

    A paper that leaves the house leaves it here, when it is settled which one is meant.
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
        self._out = HandingOut(context, outlets, self)
        self._context = context
        self._handout: Handout | None = None
        self._form = b""
        self._usual = usual
        self.when_settled: Callable[[Callable[[], object]], object] = at_once
        self.empty = EmptyState(*usual, parent=self)
        self.view = PaperView(context.jobs, self)
        self.title = ElidedLabel("", Role.STRONG, self)
        self.print_button = Button(self.tr("Print"), meaning=Icon.PRINT, parent=self)
        self.form_chip = ToggleChip(self.tr("Fields only"), self)
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
        self._out.printed.connect(self.printed)
        self._out.saved.connect(self.saved)
        for button in (self.print_button, self.save_button):
            button.setAutoDefault(True)  # Enter presses it when the cursor is led there
        self.print_button.on_click(self.print)
        self.save_button.on_click(self.save)
        self.clear()

    def show_handout(self, handout: Handout) -> None:
        """Show a paper; one with an obstacle can be looked at, not handed out."""
        self._handout = handout
        self._form = b""
        self.form_chip.setVisible(handout.onto_form is not None)
        self.form_chip.setChecked(handout.onto_form is not None and goes_on_form(handout.kind))
        self._show_pages()
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

    def focus_print_within(self, whole: QWidget) -> None:
        """Put the cursor on printing soon, unless it has left *whole* by then."""

        def focus() -> None:
            focused = QApplication.focusWidget()
            if focused is not None and whole.isAncestorOf(focused):
                self.print_button.setFocus()

        QTimer.singleShot(0, self.print_button, focus)

    def toggle_form(self) -> None:
        """Show and print the fields only, or the whole paper again."""
        if not self.form_chip.isHidden():
            self.form_chip.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave zooming to the keys where there is no room for its buttons."""
        super().resizeEvent(event)
        self._zoom.setVisible(self.width() >= WIDE)

    def _print(self) -> None:
        if self._handout is not None and not self._handout.obstacle:
            self._out.print(self._handout, onto_form=self.form_chip.isChecked())

    def _save(self) -> None:
        if self._handout is not None and not self._handout.obstacle:
            shown = self._form if self.form_chip.isChecked() and self._form else None
            self._out.save(replace(self._handout, pdf=shown or self._handout.pdf))

    def _choose_form(self) -> None:
        if self._handout is not None:
            remember_form(self._handout.kind, is_form=self.form_chip.isChecked())
            self._show_pages()

    def _show_pages(self) -> None:
        """Show the whole paper, or what of it the printer would put on a form."""
        handout = self._handout
        if handout is None:
            return
        self.view.show_pdf(handout.pdf)
        make = handout.onto_form
        if make is None or not self.form_chip.isChecked():
            return
        name = printer_for(handout.kind)
        self._context.jobs.start(
            lambda _: make(name),
            owner=self,
            done=partial(self._show_form, handout),
            failed=self._refuse_form,
            lane=Lane.OUTSIDE,
        )

    def _show_form(self, handout: Handout, pdf: bytes) -> None:
        if handout is self._handout and self.form_chip.isChecked():
            self._form = pdf
            self.view.show_pdf(pdf)

    def _refuse_form(self, error: Exception) -> None:
        self.form_chip.setChecked(False)
        self._context.failed(error)

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
        row.addWidget(self.form_chip)
        self.form_chip.setToolTip(
            self.tr("For forms printed before, as the printer is set right (Ctrl+Shift+F)")
        )
        self.form_chip.clicked.connect(self._choose_form)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)


def at_once(act: Callable[[], object]) -> None:
    """Do *act* now: the paper in the panel is the one that is wanted."""
    act()
