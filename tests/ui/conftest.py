"""What tests of the window share: jobs that end, settings that go nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from station_app.services.access import AccessService
from station_app.store.vault.derivation import Cost
from ui.kit.jobs import JobRunner
from ui.kit.languages import Languages
from ui.kit.notices import NoticeArea
from ui.kit.operations import Operations
from ui.kit.room import RoomContext
from ui.kit.theme import Look, Theme
from ui.kit.tokens import Tokens


@pytest.fixture(autouse=True)
def _settings_of_nobody(tmp_path):
    """Let each test begin with a device on which nothing was ever chosen."""
    QCoreApplication.setOrganizationName("Station tests")
    QCoreApplication.setApplicationName("Station tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "window")
    )
    yield
    QSettings.setDefaultFormat(QSettings.Format.NativeFormat)


@pytest.fixture(autouse=True)
def _as_at_work(qapp):
    """Let everything be seen in the look that is worn at work, whatever ran before."""
    theme = Theme.current()
    if not qapp.styleSheet() or theme.tokens != Tokens():
        theme.choose(Look.LIGHT)


@pytest.fixture(params=["en", "zh_CN"])
def language(request, qapp):
    """Speak a language before the page is built."""
    Languages.of(qapp).speak(request.param)
    return request.param


@pytest.fixture
def access():
    """Key slots that are cheap to make and to open."""
    return AccessService(Cost(memory_kib=64, passes=1, lanes=1))


@pytest.fixture
def jobs(qtbot):
    runner = JobRunner()
    yield runner
    runner.close()


@pytest.fixture
def operations(jobs):
    return Operations(jobs)


@dataclass
class Doings:
    """What a page has asked of the shell."""

    opened: list = field(default_factory=list)
    failures: list = field(default_factory=list)


@pytest.fixture
def doings():
    return Doings()


@pytest.fixture
def context(qtbot, jobs, operations, clock, doings):
    """The shell as a page sees it; ``doings`` keeps what was asked of it."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    return RoomContext(
        jobs=jobs,
        operations=operations,
        notices=NoticeArea(window, clock),
        clock=clock,
        open_record=lambda kind, key: doings.opened.append((kind, key)),
        failed=doings.failures.append,
    )
