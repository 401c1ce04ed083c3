"""The shared folder of the desks: whether it is watched, which it is, how often."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from ui.kit.buttons import Button
from ui.kit.dialogs import choose_folder
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Role, label
from ui.sync.preferences import LEAST_MINUTES, MOST_MINUTES
from ui.sync.shared_folder import WatchState

if TYPE_CHECKING:
    from pathlib import Path

    from ui.sync.shared_folder import SharedFolder


class SharedCard(Card):
    """Belongs to this device, not to the station: each desk chooses for itself."""

    def __init__(self, watch: SharedFolder, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._watch = watch
        self.title.setText(self.tr("Shared folder"))
        self.title.show()
        words = self.tr(
            "Desks on one network exchange by themselves through a folder they all reach."
        )
        self.body.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.watched = QCheckBox(self.tr("Exchange by itself every"), self)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.minutes.setSuffix(" " + self.tr("minutes"))
        self.minutes.setAccessibleName(self.tr("Exchange by itself every"))
        self.choose = Button(
            self.tr("Choose the folder…"), meaning=Icon.SHARED_FOLDER, parent=self
        )
        row.addWidget(self.watched)
        row.addWidget(self.minutes)
        row.addStretch(1)
        row.addWidget(self.choose)
        self.body.addLayout(row)
        self.told = ElidedLabel("", Role.CAPTION, parent=self)
        self.body.addWidget(self.told)
        self.show_state()
        self.watched.toggled.connect(lambda on: self._keep(is_watched=on))
        self.minutes.editingFinished.connect(lambda: self._keep(minutes=self.minutes.value()))
        self.choose.on_click(self._choose)
        watch.changed.connect(self.show_state)

    def show_state(self) -> None:
        """Show what is chosen and how the watch stands."""
        kept = self._watch.preferences
        for widget in (self.watched, self.minutes):
            widget.blockSignals(True)
        self.watched.setChecked(kept.is_watched)
        self.minutes.setValue(kept.minutes)
        for widget in (self.watched, self.minutes):
            widget.blockSignals(False)
        reason = "" if kept.shared else self.tr("Choose the folder first.")
        self.watched.setEnabled(bool(kept.shared))
        self.watched.setToolTip(reason)
        self.told.setText(" · ".join(filter(None, (kept.shared, self._state_words()))))

    def use(self, folder: Path) -> None:
        """Take *folder* as the shared one, and watch it."""
        self._watch.choose(replace(self._watch.preferences, shared=str(folder), is_watched=True))

    def _choose(self) -> None:
        folder = choose_folder(self, title=self.tr("Choose the shared folder"))
        if folder is not None:
            self.use(folder)

    def _keep(self, **values: object) -> None:
        self._watch.choose(replace(self._watch.preferences, **values))  # type: ignore[arg-type]  # named above

    def _state_words(self) -> str:
        at = self._watch.looked_at
        moment = "" if at is None else moment_words(at)
        words = {
            WatchState.OFF: "" if self._watch.preferences.shared else self.tr("none chosen yet"),
            WatchState.WAITING: self.tr("is looked at in a moment"),
            WatchState.QUIET: self.tr("looked at {moment}"),
            WatchState.AWAY: self.tr("not there at {moment}; it is tried again by itself"),
        }
        return words[self._watch.state].format(moment=moment)
