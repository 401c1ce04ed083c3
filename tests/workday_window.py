"""The part of the working day in the window: a form begun, a look, a fault, the lock."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.clipboard import Clipboard
from ui.kit.jobs import JobRunner
from ui.kit.masked import MaskedLabel
from ui.kit.notices import NoticeArea
from ui.kit.operations import Operations
from ui.kit.room import RoomContext
from ui.residents.page import ResidentsPage
from ui.shell.faults import Faults

PATIENCE_S = 60


def type_and_lock(station, marked):
    """Type the person into a new form, show a number, meet a fault, and hide everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    app = QApplication.instance() or QApplication(["station"])
    QCoreApplication.setOrganizationName("Station tests")
    jobs, window = JobRunner(), QWidget()
    context = RoomContext(
        jobs=jobs,
        operations=Operations(jobs),
        notices=NoticeArea(window, station.clock),
        clock=station.clock,
        open_record=lambda *_: None,
        failed=lambda error: None,
    )
    page = ResidentsPage(station, context)
    page.show()
    page.arrive()
    until(app, lambda: page.head.bar.count.text() != "")
    page.register()
    until(app, lambda: page.side.task() is not None)
    fields = page.side.task().task.form.fields
    fields["name"].set_value(marked["name"])
    fields["phone"].set_value(marked["phone"])
    page.side.leave()
    assert page.has_unsaved()
    look_at_a_number(app, station, page, marked)
    Faults().tell(ValueError(marked["name"]))
    page.hide()
    Clipboard.current().clear()
    jobs.close()
    page.deleteLater()


def look_at_a_number(app, station, page, marked):
    (hit, *_) = station.search.find(marked["number"])
    page.show_person(hit.key)
    until(app, lambda: page.side.has_file() and page.file.key() == hit.key)
    shown = page.file.findChildren(MaskedLabel)[0]
    shown.toggle.click()
    until(app, shown.is_revealed)
    shown.copy.click()
    until(app, lambda: QApplication.clipboard().text() == marked["number"])


def until(app, is_so):
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        app.processEvents()
        assert time.monotonic() < deadline
