"""The first step: a file, chosen or dropped, and the rosters found in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from station_app.domain.errors import StationError
from ui.imports.found_tables import FoundTables
from ui.imports.turn import Turn
from ui.kit.buttons import Button
from ui.kit.dialogs import choose_open_file
from ui.kit.icons import Icon, IconLabel
from ui.kit.job_bar import JobBar
from ui.kit.jobs import Lane
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.wizard import WizardStep
from ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from station_app.services.imports.run import RosterFile
    from ui.imports.task import ImportTask

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".csv")
PICTURE = 40


class DropPlace(QFrame):
    """Where a file can be dropped; what is no single spreadsheet is not even taken."""

    def __init__(self, taken: Callable[[Path], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = taken
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        # low enough for what was found to be seen below it on a small screen
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(
            IconLabel(Icon.IMPORT, size=PICTURE, color="muted", parent=self), 0, middle
        )
        words = label(self.tr("Drop a roster here: xlsx, xls or csv"), parent=self)
        column.addWidget(words, 0, middle)
        self.choose = Button(
            self.tr("Choose a file…"), meaning=Icon.OPEN, keys="Ctrl+O", parent=self
        )
        column.addWidget(self.choose, 0, middle)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take spreadsheets only."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._taken(path)


class FileStep(WizardStep):
    """Reads the file and says what was found in it.

    Every sheet is named, those left out with their reason: a sheet that silently did
    not come in would be missed months later.
    """

    def __init__(self, task: ImportTask, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task = task
        self._turn = Turn()
        self.set_heading(
            self.tr("Choose a roster"),
            self.tr(
                "Give it as it is: title rows, merged cells, subtotals, columns in any order."
                " Nothing is written yet."
            ),
        )
        self.place = DropPlace(self.read, self)
        self.place.choose.on_click(self._choose)
        self.bar = JobBar(self, phase_words=lambda _: self.tr("Reading the file"))
        self.wrong = Banner("", Tone.DANGER, self)
        self.found = FoundTables(self)
        for widget in (self.place, self.bar, self.wrong, self.found):
            self.body.addWidget(widget)
        self._show()

    def arrive(self) -> None:
        """Show what the task knows, and be ready to choose."""
        self._show()
        self.place.choose.setFocus()

    def missing(self) -> str:
        """Return that there is no file yet."""
        return "" if self._task.file is not None else self.tr("Choose a file first.")

    def read(self, path: Path) -> None:
        """Read the file at *path* in the background.

        Another file may be dropped meanwhile: it takes the place of the first, of which
        nothing more is heard.
        """
        self._turn.begin()
        self._task.begin_anew()
        self._task.path = path
        self.wrong.say("")
        self.setFocus()  # a button that can no longer be pressed would give the cursor away
        self.place.choose.refuse(self.tr("The file is being read."))
        station, context = self._task.station, self._task.context
        job = context.jobs.start(
            lambda progress: station.imports.read(path, progress),
            owner=self,
            done=self._turn.heard(self._read),
            failed=self._turn.told(self._refused, context.failed),
            lane=Lane.OUTSIDE,
        )
        self._turn.watch(job)
        self.bar.watch(job)
        self._show()
        self.complete_changed.emit()  # no going on with the file that was here before

    def abandon(self) -> None:
        """Read no longer: the import was left."""
        self._turn.begin()
        self.bar.rest()
        self.wrong.say("")
        self.place.choose.refuse("")

    def _choose(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path = choose_open_file(
            self,
            title=self.tr("Choose a roster"),
            kinds=self.tr("Spreadsheets") + f" ({patterns})",
        )
        if path is not None:
            self.read(path)

    def _read(self, file: RosterFile) -> None:
        self._task.file = file
        self._settle()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, StationError):
            # said here and not in a notice: it stays while the file is put right
            self.wrong.say(self._task.context.words(error))
        else:
            self._task.context.failed(error)
        self._settle()

    def _settle(self) -> None:
        self.bar.rest()
        self.place.choose.refuse("")
        self._show()
        self.complete_changed.emit()

    def _show(self) -> None:
        self.wrong.setVisible(bool(self.wrong.text.text()))
        self.found.show_file(self._task.file)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None
