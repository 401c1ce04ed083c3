"""A clerk who types into a form until the process is killed: ``python -m … HOME``.

Each letter typed is told with its moment, on the clock that all processes share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from station_app.services.access import StationHome
from ui.app.ahead import Ahead
from ui.app.program import Program
from ui.kit.theme import styled_application

EVERY_MS = 50


class Typist:
    """Opens the form for somebody new, and lengthens the address in it."""

    def __init__(self, program):
        self._program = program
        self._typed = 0
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self):
        opened = self._program.opened
        if opened is None:
            return
        if not self._typed:
            opened.shell.open_record("new-resident", "")
        task = opened.shell.show_room("residents").side.task()
        if task is None:
            return
        self._typed += 1
        task.task.form.fields["hukou_address"].set_value("字" * self._typed)
        sys.stdout.write(f"{self._typed} {time.monotonic()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    app = styled_application(sys.argv[0])
    QCoreApplication.setOrganizationName("Station")
    home = StationHome(Path(sys.argv[1]))
    running = Program(app, home, language="en")
    running.start(Ahead(home))
    typist = Typist(running)
    app.exec()
