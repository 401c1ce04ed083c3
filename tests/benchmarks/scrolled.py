"""The real window over a station in a process of its own, scrolled and sorted; tells figures.

``python -m tests.benchmarks.scrolled HOME KEY ROUNDS`` (the key in hex) writes one JSON
object: for each act the milliseconds to a painted page, and the longest time the
main thread was blocked in it (by the wall, by its own processor time); how
crowded the machine was; the memory held.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import Order, ResidentFilter
from station_app.services.access import StationHome, StationKey
from tests.benchmarks.seen import Noted, Painted, Pulse, crowding
from ui.access.opened import Opened
from ui.app.program import Program
from ui.kit.table_view import TableView
from ui.residents.table import ResidentsTable

FRAME_MS = 16
PATIENCE_S = 60.0
STATUS = Path("/proc/self/status")


class Paints(QObject):
    """Notes when the viewport was last painted with the line at its top there."""

    def __init__(self, view):
        super().__init__(view)
        self._view = view
        self.at = 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return False

    def _note(self):
        row = self._view.rowAt(1)
        if row >= 0 and self._view.model().line_at(row) is not None:
            self.at = time.perf_counter()


class Acts:
    """What a hurried clerk does to the table."""

    def __init__(self, program):
        self._table = program.window.findChild(ResidentsTable)
        self.view = self._table.view
        self._paints = Paints(self.view)
        self._pulse = Pulse(program)
        self._jobs = program.jobs
        self.blocked = {}
        self.painted = {}
        self.crowding = []

    def run(self, rounds):
        """Do everything so often; the best round counts, the machine is shared."""
        wait(500)
        for _ in range(rounds):
            self.crowding.append(crowding())
            self._act("rest", lambda: wait(300))
            for what, do in self._asking().items():
                self._ask(what, do)
            for what, do in self._scrolling().items():
                self._act(what, do)

    def _asking(self):
        table = self._table
        women = ResidentFilter(sexes=("2",))
        return {
            "all by name": lambda: table.show_filter(ResidentFilter()),
            "women": lambda: table.show_filter(women),
            "all again": lambda: table.show_filter(ResidentFilter()),
            **{
                f"sorted by {order}": lambda order=order: self._sort(order)
                for order in (Order.BORN, Order.ADDRESS)
            },
            "by name, turned": lambda: self._sort(Order.NAME, descending=True),
            "changed last": table.show_recent,
            "by name": lambda: self._sort(Order.NAME),
        }

    def _sort(self, order, *, descending=False):
        table = self._table
        table.enquiry = replace(table.enquiry, order=order, descending=descending)
        table.show_filter(table.enquiry.filter)

    def _scrolling(self):
        bar = self.view.verticalScrollBar()
        return {
            "wheel": lambda: self._frames(60, self._wheel),
            "page down": lambda: self._frames(60, lambda _: self._key(Qt.Key.Key_PageDown)),
            "the end": lambda: self._frames(5, lambda _: self._key(Qt.Key.Key_End)),
            "page up": lambda: self._frames(30, lambda _: self._key(Qt.Key.Key_PageUp)),
            "the top": lambda: self._frames(5, lambda _: self._key(Qt.Key.Key_Home)),
            "dragged": lambda: self._frames(90, lambda n: bar.setValue(bar.maximum() * n // 90)),
            "to the middle": lambda: self._frames(5, lambda _: bar.setValue(bar.maximum() // 2)),
            "to a line": lambda: self._frames(3, self._go),
            "everything marked": lambda: self._frames(3, lambda _: self.view.selectAll()),
            "brought up to date": self._refresh,
        }

    def _refresh(self):
        self._table.refresh()
        self._until_quiet()

    def _go(self, number):
        keys = self._table.model.keys()
        self._table.view.go_to(keys[len(keys) - 1 - number * len(keys) // 4])

    def _wheel(self, _):
        place = QPointF(self.view.viewport().rect().center())
        event = QWheelEvent(
            place,
            self.view.viewport().mapToGlobal(place),
            QPoint(0, -60),
            QPoint(0, -360),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def _key(self, key):
        QTest.keyClick(self.view, key)

    @staticmethod
    def _frames(count, do):
        for number in range(count):
            do(number)
            wait(FRAME_MS)
        wait(100)

    def _ask(self, what, do):
        """Time the first page of what is asked for, then let all keys arrive."""

        def both():
            begun = time.perf_counter()
            do()
            wait_for(lambda: self._is_fresh(begun))
            took = (self._paints.at - begun) * 1000
            self.painted[what] = min(took, self.painted.get(what, took))
            self._until_quiet()

        self._act(what, both)

    def _is_fresh(self, begun):
        return self._resets > 0 and self._paints.at > max(begun, self._reset_at)

    def _until_quiet(self):
        wait_for(lambda: not self._jobs._running)
        wait(50)

    def _act(self, what, do):
        self._resets, self._reset_at = 0, 0.0
        noted = self._table.model.modelReset.connect(self._note_reset)
        self._pulse.start()
        do()
        longest = self._pulse.stop()
        self._table.model.modelReset.disconnect(noted)
        former = self.blocked.get(what, longest)
        self.blocked[what] = tuple(map(min, longest, former))

    def _note_reset(self):
        if not self._resets:
            self._reset_at = time.perf_counter()
        self._resets += 1


def wait(milliseconds):
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(holds):
    """Let the event loop run until *holds* does."""
    begun = time.perf_counter()
    while not holds():
        assert time.perf_counter() - begun < PATIENCE_S
        wait(1)


def held():
    """Return the memory this process holds, in MB; 0 where the system does not say so simply."""
    if not STATUS.exists():
        return 0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def main(home, key, rounds):
    """Open the window, act, tell."""
    app = QApplication(sys.argv[:1])
    place = StationHome(Path(home))
    program = Program(app, place)
    program.start()
    painted = []
    Painted(app, Noted(TableView), lambda: painted.append(True))
    station = open_station(place, StationKey(bytes.fromhex(key)))
    program.threshold.show_station(program._made_station(Opened(place, station)))
    wait_for(lambda: painted)
    gc.freeze()  # as the program does once it stands
    acts = Acts(program)
    acts.run(int(rounds))
    sys.stdout.write(
        json.dumps(
            {
                "painted": acts.painted,
                "blocked": acts.blocked,
                "crowding": max(1.0, *acts.crowding),
                "people": acts.view.model().rowCount(),
                "memory": held(),  # MB
            }
        )
    )
    sys.stdout.flush()
    program.jobs.close()
    station.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
