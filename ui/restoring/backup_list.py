"""The backups there are, the newest first, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from station_app.domain.backups import GOOD, Soundness, Why
from ui.kit.moments import moment_words
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Pill, Role, label
from ui.restoring.words import SOUNDNESS, place_words, size_words, translated, why_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.backups import Backup

PILL_COLUMN = 4


class BackupList(QWidget):
    """A line for each backup; the newest good one is chosen until somebody chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backups: tuple[Backup, ...] = ()
        self._found: dict[Backup, Soundness] = {}
        self._is_chosen_by_hand = False
        self._group = QButtonGroup(self)
        self._grid: QGridLayout | None = None
        self._rows: QWidget | None = None
        self._pills: list[Pill] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._group.idClicked.connect(self._choose_by_hand)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show *backups*; what was found out about those shown before is kept."""
        self.backups = tuple(backups)
        if self._rows is not None:
            for button in self._group.buttons():
                self._group.removeButton(button)
            self._rows.hide()
            self._rows.deleteLater()
        self._pills.clear()
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        for row, backup in enumerate(self.backups):
            self._add(row, backup, self._grid, self._rows)
        self._column.addWidget(self._rows)
        self._choose_newest_good()

    def show_soundness(self, backup: Backup, soundness: Soundness) -> None:
        """Say what a look at *backup* has shown."""
        self._found[backup] = soundness
        if backup in self.backups and self._grid is not None and self._rows is not None:
            row = self.backups.index(backup)
            former, latter = self._pills[row], self._pill(backup, self._rows)
            self._grid.replaceWidget(former, latter)
            former.hide()
            former.deleteLater()
            self._pills[row] = latter
            self._choose_newest_good()
        self.changed.emit()

    def soundness_of(self, backup: Backup) -> Soundness | None:
        """Return what a look has shown; ``None`` if there was none yet."""
        return self._found.get(backup)

    def chosen(self) -> Backup | None:
        """Return the backup that is chosen."""
        row = self._group.checkedId()
        return self.backups[row] if 0 <= row < len(self.backups) else None

    def choose(self, backup: Backup) -> None:
        """Choose *backup*, as if by hand."""
        self._is_chosen_by_hand = True
        self._group.button(self.backups.index(backup)).setChecked(True)
        self.changed.emit()

    def take_focus(self) -> None:
        """Put the cursor on what is chosen."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus()

    def _add(self, row: int, backup: Backup, grid: QGridLayout, parent: QWidget) -> None:
        button = QRadioButton(moment_words(backup.moment), parent)
        words = f"{why_words(backup.why)} · {place_words(backup)}"
        button.setAccessibleDescription(words)
        self._group.addButton(button, row)
        grid.addWidget(button, row, 0)
        grid.addWidget(ElidedLabel(words, parent=parent), row, 1)
        grid.addWidget(label(self._people(backup), Role.MUTED, parent=parent), row, 2, _RIGHT)
        grid.addWidget(label(size_words(backup.size), Role.MUTED, parent=parent), row, 3, _RIGHT)
        self._pills.append(self._pill(backup, parent))
        grid.addWidget(self._pills[row], row, PILL_COLUMN)

    def _people(self, backup: Backup) -> str:
        if backup.note is None or backup.note.figures is None:
            return ""
        return self.tr("{people} residents").format(people=f"{backup.note.figures.people:,}")

    def _pill(self, backup: Backup, parent: QWidget) -> Pill:
        found = self._found.get(backup)
        if found is None:
            return Pill(self.tr("being looked at…"), Tone.NEUTRAL, parent=parent)
        words, tone = SOUNDNESS[found]
        return Pill(translated(words), tone, parent=parent)

    def _choose_by_hand(self, _row: int) -> None:
        self._is_chosen_by_hand = True
        self.changed.emit()

    def _choose_newest_good(self) -> None:
        if self._is_chosen_by_hand and self.chosen() is not None:
            return
        for row, backup in enumerate(self.backups):
            found = self._found.get(backup)
            # not yet looked at counts as good: the look comes to it before anybody can press
            if backup.why is not Why.REPLACED and (found is None or found in GOOD):
                self._group.button(row).setChecked(True)
                break
        self.changed.emit()


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
