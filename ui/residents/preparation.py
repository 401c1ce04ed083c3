"""What the first click on somebody needs, made ready once the table stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station_app.later import later, load
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from station_app.services.progress import Progress
    from ui.kit.jobs import JobRunner
    from ui.residents import file_panel, tasks
    from ui.residents.words import Words
else:
    file_panel = later("ui.residents.file_panel")
    tasks = later("ui.residents.tasks")

AFTER_MS = 1500


class Preparation(QObject):
    """Loads the file and its forms, and the *words* they offer, away from the main thread."""

    def __init__(self, jobs: JobRunner, words: Words) -> None:
        super().__init__(words)
        self._jobs, self._words = jobs, words
        self._pause = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._pause.timeout.connect(self._begin)

    def begin_soon(self) -> None:
        """Begin when nobody waits for the table any more."""
        self._pause.start()

    def _begin(self) -> None:
        words = self._words

        def prepare(_: Progress) -> None:
            load(file_panel, tasks)  # whoever clicks on somebody waits for no module
            words.prepare()

        self._jobs.start(prepare, owner=self, done=lambda _: None, lane=Lane.OUTSIDE)
