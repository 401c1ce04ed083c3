"""The system's lock and its sleep lock the station too."""

from __future__ import annotations

import ctypes

import pytest
from PySide6.QtCore import QMetaMethod, QObject

from ui.app.session_watch import (
    LEAVING,
    PBT_APMSUSPEND,
    SYSTEM_SIGNALS,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    SessionWatch,
    _Message,
    _Messages,
)

PBT_APMRESUMEAUTOMATIC, WTS_SESSION_UNLOCK, WM_PAINT = 0x0012, 0x0008, 0x000F


@pytest.fixture
def watch(qapp):
    return SessionWatch(QObject(qapp))


@pytest.mark.parametrize(
    ("message", "word"),
    [(WM_POWERBROADCAST, PBT_APMSUSPEND), (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK)],
)
def test_windows_tells_that_it_sleeps_and_that_it_locks(watch, qtbot, message, word):
    told = _Message(window=None, message=message, word=word, more=None)
    with qtbot.waitSignal(watch.left):
        passed = _Messages(watch).nativeEventFilter(b"windows", ctypes.addressof(told))
    assert passed == (False, 0)


@pytest.mark.parametrize(
    ("message", "word"),
    [
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK),
        (WM_PAINT, PBT_APMSUSPEND),
        (WM_PAINT, 0),
    ],
)
def test_waking_unlocking_and_all_else_tell_nothing(watch, qtbot, message, word):
    told = _Message(window=None, message=message, word=word, more=None)
    with qtbot.assertNotEmitted(watch.left):
        _Messages(watch).nativeEventFilter(b"windows", ctypes.addressof(told))


def test_on_linux_only_the_beginning_is_told(watch, qtbot):
    with qtbot.assertNotEmitted(watch.left):
        watch.on_going_to_sleep(False)
        watch.on_screen(False)
    for begin in (watch.on_going_to_sleep, watch.on_screen):
        with qtbot.waitSignal(watch.left):
            begin(True)
    with qtbot.waitSignal(watch.left):
        watch.on_locked()


def test_what_the_buses_are_given_to_call_is_there_to_be_called(watch):
    about = watch.metaObject()
    slots = {
        bytes(about.method(at).methodSignature()).decode()
        for at in range(about.methodCount())
        if about.method(at).methodType() == QMetaMethod.MethodType.Slot
    }
    assert {slot for *_, slot in SYSTEM_SIGNALS} | {"on_screen(bool)"} <= slots


def test_without_a_bus_or_anybody_to_tell_it_listens_without_a_word(watch, qtbot):
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - only here

    window = QWidget()
    qtbot.addWidget(window)
    watch.begin(window)
    assert set(LEAVING) == {WM_POWERBROADCAST, WM_WTSSESSION_CHANGE}
