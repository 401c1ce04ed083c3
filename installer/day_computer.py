"""One computer of a day of exchange: its window, worked by keys and clicks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from station_app.domain.sync.devices import DeviceKind
from ui.residents.form_events import VerificationForm
from ui.residents.form_particulars import ParticularsForm
from ui.residents.page import ResidentsPage
from ui.sync.page import DEVICES, EXCHANGE, VIEWS, ExchangePage
from ui.tour.guide import LEFT, Guide
from ui.tour.walk import LostError, Until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from station_app.domain.residents.people import Resident
    from ui.kit.buttons import Button
    from ui.kit.fields import Field
    from ui.residents.task import TaskForm

TaskFormT = TypeVar("TaskFormT", bound="TaskForm[Any]")

KINDS = (DeviceKind.LAPTOP, DeviceKind.DESK, DeviceKind.HUB)
BY_VISIT, VISITOR = "入户走访", "陈志明"
DIALOG_MS = 50
COUNTED_S = 0.5
NO_NATIVE = Qt.ApplicationAttribute.AA_DontUseNativeDialogs


class Computer(Guide):
    """Somebody sits at it; of all windows his own is in front while he works."""

    def come_forward(self) -> Iterator[Until]:
        """Let this window have the keys."""
        window = self.program.window
        window.raise_()
        window.activateWindow()
        yield from self.until("the window in front", window.isActiveWindow)

    def unlock(self, passphrase: str) -> Iterator[Until]:
        """Open the door."""
        yield from self.come_forward()
        self.keyboard.type(passphrase)
        self.keyboard.press("Return")
        yield from self.until("the open station", lambda: self.program.opened is not None)

    def show_view(self, view: str) -> Iterator[Until]:
        """Go to a view of the exchange."""
        yield self.press("Ctrl+5")
        segments = self.exchanging().views.segments.findChildren(QPushButton)
        yield self.click(segments[VIEWS.index(view)])

    def exchanging(self) -> ExchangePage:
        """Return the page of the exchange."""
        return self.page(ExchangePage)

    def ask_station(self, name: str, kind: DeviceKind, request: Path) -> Iterator[Until]:
        """Write the request of a new computer, and leave the digits on the screen."""
        yield from self.come_forward()
        yield self.press("Ctrl+5")
        self.take_picture("new-computer")
        yield self.click(self.exchanging().exchange.enrol)
        devices = self.exchanging().devices
        yield self.click(devices.own)
        yield self.press("Ctrl+A")
        yield self.type(name)
        panel = devices.own_panel
        yield self.click(panel.kinds.findChildren(QPushButton)[KINDS.index(kind)])
        yield from self.choose_file(panel.request, request)
        yield from self.until("the request", lambda: bool(panel.fingerprint.text()))
        self.take_picture("request-written")

    def let_in(self, request: Path, digits: str, *, back_by: date | None) -> Iterator[Until]:
        """Read a request, compare the digits, write the permission; a laptop is lent out."""
        yield from self.come_forward()
        yield from self.show_view(DEVICES)
        devices = self.exchanging().devices
        yield self.click(devices.enrol)
        panel = devices.enrol_panel
        self.take_picture("enrol")
        yield from self.choose_file(panel.choose, request)
        yield from self.until("the request read", lambda: panel.request is not None)
        if panel.fingerprint.text() != digits:
            raise LostError("the same digits on both screens")
        yield self.press("Space")
        if back_by is not None:
            grids = panel.scope.grids
            place = grids.visualItemRect(grids.item(0)).center()
            QTest.mouseClick(grids.viewport(), LEFT, pos=place)
            yield self.press("Space")
            yield self.click(panel.day.line)
            yield self.type(back_by.isoformat())
        self.take_picture("enrol-read")
        yield self.click(panel.grant)
        yield from self.until("the permission", panel.done.isVisible)
        self.take_picture("enrol-granted")

    def belong(self, grant: Path) -> Iterator[Until]:
        """Read the permission that has come back."""
        yield from self.come_forward()
        panel = self.exchanging().devices.own_panel
        yield from self.choose_file(panel.accept, grant)
        yield from self.until("the permission read", panel.fingerprint.isHidden)
        self.take_picture("permission-read")

    def exchange(self, folder: Path, picture: str = "") -> Iterator[Until]:
        """Exchange with *folder* by the one key; the first time it is chosen."""
        yield from self.come_forward()
        yield self.press("Ctrl+5")
        view = self.exchanging().exchange
        place = view.places.chosen()
        if place is None or place.path != folder:
            yield from self.show_view(EXCHANGE)
            yield from self.choose_file(view.other, folder)
        self.keyboard.press("F9")
        yield from self.until(
            "the result", lambda: view.result.isVisible() and view.go.isEnabled()
        )
        if picture:
            yield from self._count_anew()
            self.take_picture(picture)

    def verify(self, person: Resident) -> Iterator[Until]:
        """Find somebody by his number and record that he was visited."""
        yield from self.find(person)
        yield from self._open_form("Ctrl+R")
        form = self._form(VerificationForm)
        self._retype(form.how, BY_VISIT)
        self._retype(form.by, VISITOR)
        yield from self._save()

    def correct(self, person: Resident, field: str, text: str) -> Iterator[Until]:
        """Find somebody by his number and write *text* into *field*."""
        yield from self.find(person)
        yield from self._open_form("Ctrl+E")
        form = self._form(ParticularsForm)
        self._retype(form.fields[field], text)
        yield from self._save()

    def find(self, person: Resident) -> Iterator[Until]:
        """Open the file of *person* by the number of a document."""
        # a list of proposals has left no window in front where no window manager does it
        yield from self.come_forward()
        yield self.press("Ctrl+K")
        self.keyboard.type(person.documents[0].number)
        hits = self.shell.search.results.hits
        yield from self.until(
            "somebody found", lambda: [hit.key for hit in hits()][:1] == [person.id]
        )
        self.keyboard.press("Return")
        page = self.page(ResidentsPage)
        yield from self.until(
            "the file", lambda: page.side.is_reading() and page.file.key() == person.id
        )

    def choose_file(self, button: Button, path: Path) -> Iterator[Until]:
        """Click on *button* and name *path* in the dialog that opens."""
        # the system's own dialog has no keys for us
        QCoreApplication.setAttribute(NO_NATIVE)
        QTimer.singleShot(DIALOG_MS, lambda: _answer(path))
        yield self.click(button)
        QCoreApplication.setAttribute(NO_NATIVE, on=False)
        # where no window manager does it
        yield from self.come_forward()

    def _count_anew(self) -> Iterator[Until]:
        """Wait until the page has counted what changed, which it does after a pause."""
        since = time.monotonic()
        yield Until("the count", lambda: time.monotonic() - since > COUNTED_S)
        yield self.rest("the count")

    def _open_form(self, keys: str) -> Iterator[Until]:
        self.keyboard.press(keys)
        side = self.page(ResidentsPage).side
        yield from self.until("a form", lambda: side.task() is not None)

    def _form(self, kind: type[TaskFormT]) -> TaskFormT:
        task = self.page(ResidentsPage).side.task()
        if task is None:
            raise LostError("a form")
        return next(iter(task.findChildren(kind)))

    def _retype(self, field: Field[Any], text: str) -> None:
        QTest.mouseClick(field.editor, LEFT)
        self.keyboard.press("Ctrl+A")
        self.keyboard.type(text)
        self.keyboard.press("Tab")  # a list of proposals that is open would take the next click

    def _save(self) -> Iterator[Until]:
        self.keyboard.press("Ctrl+Return")
        side = self.page(ResidentsPage).side
        yield from self.until("what was typed saved", lambda: side.task() is None)


def _answer(path: Path) -> None:
    """Type *path* into the file dialog in front, and press Enter."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(DIALOG_MS, lambda: _answer(path))
        return
    line = next(iter(dialog.findChildren(QLineEdit, "fileNameEdit")))
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)
