"""The bridge to fcitx 4, against a small fcitx on a bus of its own."""

from __future__ import annotations

import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.shell.fcitx import FcitxBridge, is_needed, service_name

DISPLAY = ":7"
FAKE = Path(__file__).with_name("fake_fcitx.py")
LETTER, SPACE, ESCAPE, BANG = 0x61, 0x20, 0xFF1B, 0x21

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None,
    reason="needs dbus-daemon, on Linux",
)


class Line(QLineEdit):
    """Remembers what was last composed in it."""

    composed = ""

    def inputMethodEvent(self, event):  # noqa: N802 - Qt's name
        self.composed = event.preeditString()
        super().inputMethodEvent(event)


class Fake:
    """The process that plays fcitx, and what it was told."""

    def __init__(self, address):
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, str(FAKE), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            self._told.put(line.strip())

    def wait_for(self, *words):
        """Return the first line told that begins with *words*; those before are forgotten."""
        while True:
            line = self._told.get(timeout=10)
            if line.startswith(" ".join(words)):
                return line

    def hang(self, seconds):
        """Answer nothing for *seconds*."""
        self._process.send_signal(signal.SIGSTOP)
        threading.Timer(seconds, self._process.send_signal, (signal.SIGCONT,)).start()

    def stop(self):
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture
def address(tmp_path):
    process = subprocess.Popen(  # noqa: S603 - a bus for this test
        [
            shutil.which("dbus-daemon"),
            "--session",
            "--nofork",
            "--print-address",
            f"--address=unix:path={tmp_path}/bus",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(10)
    process.stdout.close()


@pytest.fixture
def bus(qapp, address):
    made = QDBusConnection.connectToBus(address, address)
    assert made.isConnected()
    yield made
    QDBusConnection.disconnectFromBus(address)


@pytest.fixture
def fcitx(address):
    made = Fake(address)
    made.wait_for("ready")
    yield made
    made.stop()


@pytest.fixture
def line(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.secret = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
    window.other = Line()
    made = Line()
    for each in (made, window.secret, window.other):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
    made.setFocus()
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is made)
    yield made
    window.hide()


@pytest.fixture
def bridge(qapp, qtbot, bus, fcitx, line):
    made = FcitxBridge(qapp, bus, DISPLAY)
    fcitx.wait_for("in")
    qtbot.wait(1)  # signals are heard once the application runs
    yield made
    delete(made)


def press(line, number, text="", kind=QEvent.Type.KeyPress):
    """Send a key to the window as the screen does: with the number X has for it."""
    key = Qt.Key(ord(text.upper())) if text else Qt.Key.Key_Escape
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, key, none, 0, number, 0, text)
    QApplication.sendEvent(line.window().windowHandle(), event)


@pytest.mark.parametrize(
    ("display", "name"),
    [
        (":0", "org.fcitx.Fcitx-0"),
        ("host:10.1", "org.fcitx.Fcitx-10"),
        ("", "org.fcitx.Fcitx-0"),
        ("wayland", "org.fcitx.Fcitx-0"),
    ],
)
def test_fcitx_is_found_by_the_number_of_the_screen(display, name):
    assert service_name(display) == name


def test_the_bridge_is_needed_where_only_fcitx_4_answers(bus, address):
    assert not is_needed(bus, DISPLAY)
    fcitx = Fake(address)
    fcitx.wait_for("ready")
    assert is_needed(bus, DISPLAY)
    assert not is_needed(bus, ":8")
    assert bus.registerService("org.freedesktop.portal.IBus")
    assert not is_needed(bus, DISPLAY)
    fcitx.stop()


def test_what_is_typed_is_composed_and_committed(bridge, line, qtbot):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    assert line.text() == ""
    press(line, SPACE, " ")
    qtbot.waitUntil(lambda: line.text() == "你好")
    assert line.composed == ""


def test_escape_goes_to_fcitx_first(bridge, line, qtbot):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    press(line, ESCAPE)
    qtbot.waitUntil(lambda: line.composed == "")
    assert line.text() == ""


def test_what_fcitx_declines_is_typed_as_ever(bridge, line):
    press(line, 0x41, "A")
    assert line.text() == "A"
    press(line, 0x41, "A", QEvent.Type.KeyRelease)
    assert line.text() == "A"


def test_what_is_committed_for_a_key_comes_before_the_key(bridge, line, qtbot, fcitx):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    press(line, BANG, "!")
    assert line.text() == "你好!"


def test_a_declined_key_ends_the_composition_at_fcitx_too(bridge, line, qtbot, fcitx):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    press(line, 0x41, "A")
    assert fcitx.wait_for("reset")


def test_what_is_composed_stays_where_it_was_when_the_cursor_goes(bridge, line, qtbot, fcitx):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    line.window().other.setFocus()
    assert line.text() == "a"
    assert fcitx.wait_for("reset")
    press(line, LETTER, "b")
    qtbot.waitUntil(lambda: line.window().other.composed != "")
    assert line.composed == ""


def test_passphrases_never_reach_fcitx(bridge, line, fcitx):
    secret = line.window().secret
    secret.setFocus()
    fcitx.wait_for("out")
    press(line, LETTER, "a")
    assert secret.text() == "a"


def test_fcitx_is_told_where_the_cursor_is(bridge, line, fcitx):
    line.setText("王")
    words = fcitx.wait_for("rect").split()
    place = line.window().windowHandle().mapToGlobal(line.rect().topLeft())
    assert len(words) == 5
    assert int(words[1]) >= place.x()
    assert int(words[4]) > 0


def test_a_fcitx_that_hangs_takes_no_key(bridge, line, fcitx):
    fcitx.hang(2)
    begun = time.monotonic()
    press(line, LETTER, "a")
    assert line.text() == "a"
    assert time.monotonic() - begun < 1.5


def test_without_fcitx_keys_go_their_usual_way_until_it_is_back(
    bridge, line, fcitx, address, qtbot
):
    press(line, LETTER, "a")
    qtbot.waitUntil(lambda: line.composed == "a")
    fcitx.stop()
    qtbot.waitUntil(lambda: line.composed == "")
    press(line, LETTER, "a")
    assert line.text() == "a"
    again = Fake(address)
    again.wait_for("ready")
    qtbot.waitUntil(lambda: _is_composing_again(line))
    again.stop()


def _is_composing_again(line):
    line.clear()
    press(line, LETTER, "b")
    return line.text() == ""
