"""The only place where a window waits for an answer.

For what cannot be undone, for files, and for faults of the program. All else
is done at once and offers *Undo*.
"""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, IconLabel
from ui.kit.tokens import Space
from ui.kit.words import Role, label

WIDTH = 440
SIGN = 32


class Question(QDialog):
    """Asks once before something that cannot be undone, naming the thing.

    For what can be undone there is no question (product.md): it is done, named in a
    notice, and taken back there.
    """

    def __init__(
        self, parent: QWidget | None, *, title: str, text: str, action: str, is_danger: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        meaning, color = (Icon.WARN, "warn_text") if is_danger else (Icon.INFO, "info_text")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        outer.setSpacing(Space.L)
        signs = QVBoxLayout()
        signs.addWidget(IconLabel(meaning, size=SIGN, color=color, parent=self))
        signs.addStretch(1)
        outer.addLayout(signs)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(label(title, Role.SUBTITLE, wrap=True, parent=self))
        column.addWidget(label(text, Role.MUTED, wrap=True, parent=self))
        column.addSpacing(Space.S)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.refuse = Button(self.tr("Cancel"), parent=self)
        self.accept_button = Button(
            action, kind=Kind.DANGER if is_danger else Kind.PRIMARY, parent=self
        )
        buttons.addWidget(self.refuse)
        buttons.addWidget(self.accept_button)
        column.addLayout(buttons)
        outer.addLayout(column, 1)
        self.refuse.on_click(self.reject)
        self.accept_button.on_click(self.accept)
        # Enter by habit must not delete
        (self.refuse if is_danger else self.accept_button).setFocus()


class FaultReport(QDialog):
    """Says that the program failed, and gives a report without personal data."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("The program made a mistake"), Role.SUBTITLE, parent=self))
        words = self.tr(
            "What you have saved is safe. If it happens again, send this report to whoever looks"
            " after the program. It holds no names, numbers or addresses of residents."
        )
        column.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        self.report = QtWidgets.QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        column.addWidget(self.report, 1)
        buttons = QHBoxLayout()
        self.copy = Button(self.tr("Copy report"), meaning=Icon.COPY, parent=self)
        self.go_on = Button(self.tr("Go on working"), kind=Kind.PRIMARY, parent=self)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        column.addLayout(buttons)
        self.copy.on_click(lambda: QGuiApplication.clipboard().setText(report))
        self.go_on.on_click(self.accept)


def confirm(
    parent: QWidget | None, *, title: str, text: str, action: str, is_danger: bool = True
) -> bool:
    """Ask whether to do what *action* says; *text* names the thing."""
    asked = Question(parent, title=title, text=text, action=action, is_danger=is_danger)
    return is_accepted(asked)


def is_accepted(dialog: QDialog) -> bool:
    """Wait for the answer to *dialog*, such as the system's print dialog."""
    return dialog.exec() == QDialog.DialogCode.Accepted


def show_fault(parent: QWidget | None, report: str) -> None:
    """Tell of a fault of the program.

    *report* is made by the shell, and holds neither messages nor values.
    """
    FaultReport(parent, report).exec()


def choose_open_file(parent: QWidget, *, title: str, kinds: str) -> Path | None:
    """Let the user pick a file; *kinds* is Qt's filter, ``Tables (*.xlsx *.xls)``."""
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def choose_save_file(
    parent: QWidget, *, title: str, kinds: str, suggested: str = ""
) -> Path | None:
    """Let the user name a file; the system asks before one is replaced."""
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    return Path(name) if name else None


def choose_folder(parent: QWidget, *, title: str) -> Path | None:
    """Let the user pick a folder."""
    name = QtWidgets.QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None
