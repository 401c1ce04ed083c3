"""The window for papers on a real station, with somebody who may have a certificate."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.services.certificates.preview import ENGINE
from tests.factories import TODAY, a_named, a_resident
from ui.certificates.page import CertificatesPage
from ui.kit.handing_out import Outlets

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = "110000199001010013"
OTHER_NUMBER = "310000198502280022"


@dataclass
class Desk:
    """The printer and the disk beside the window: answers the system's dialogs."""

    folder: Path
    is_willing: bool = True
    printed: list = field(default_factory=list)
    asked_to_save: list = field(default_factory=list)

    def choose_printer(self, _parent, pdf, *, kind, title, copies=0):
        if not self.is_willing:
            return None
        self.printed.append((title, pdf, kind, copies))
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        return printer

    def choose_file(self, _parent, *, suggested, **_words):
        self.asked_to_save.append(suggested)
        return self.folder / suggested if self.is_willing else None

    @property
    def paper(self):
        return self.folder / "printed.pdf"


class Keyboard:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self):
        self.count = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.count += 1
        QTest.keyClick(self._target(), key, modifier)

    def type(self, text):
        self.count += len(text)
        if text.isascii():
            QTest.keyClicks(self._target(), text)
            return
        committed = QInputMethodEvent()
        committed.setCommitString(text)
        QApplication.sendEvent(self._target(), committed)

    @staticmethod
    def _target():
        return QApplication.activePopupWidget() or QApplication.focusWidget()


@pytest.fixture
def keyboard():
    return Keyboard()


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def named_station(station):
    return a_named(station)


@pytest.fixture
def person(named_station):
    """Somebody who lives here and was visited ten days ago."""
    hukou = Hukou(is_local=False, address="江苏省南京市汉中门大街128号")
    return verified(
        named_station,
        a_resident(named_station, "张三", address="幸福里小区3幢2单元501室", hukou=hukou),
    )


@pytest.fixture
def page(qtbot, named_station, context, desk):
    page = CertificatesPage(named_station, context, Outlets(desk.choose_printer, desk.choose_file))
    qtbot.addWidget(page)
    page.resize(1366, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.arrive()
    return page


def verified(station, someone, *, days=10):
    living = Living(dwelling_id=someone.living.dwelling_id, since=date(2021, 3, 1), basis="rent")
    station.residents.correct_living(someone.id, living, version=someone.version)
    fact = Verification(on=TODAY - timedelta(days=days), how="visit", by="赵网格")
    station.residents.verify(someone.id, fact, version=someone.version + 1)
    return station.residents.resident(someone.id)


def text_of(pdf):
    """Return the words of a paper; the engine is shared with what draws the preview."""
    with ENGINE, pypdfium2.PdfDocument(pdf) as document:
        words = [sheet.get_textpage().get_text_bounded() for sheet in document]
    return "".join("".join(words).split())
