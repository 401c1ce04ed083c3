"""The head of the window: station, search box, who is signed in, settings; below it the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from ui.kit.buttons import IconButton, MenuButton, native_keys
from ui.kit.icons import Icon, IconLabel, icon
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Pill, Role, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.gate import Gate
    from ui.shell.room import Room
    from ui.shell.search_box import SearchBox

NAME_WIDTH = 320
PERSON_WIDTH = 200
ELIDE = Qt.TextElideMode.ElideRight
MARK = 22
CURRENT = "current"
SETTINGS = "settings"  # the key of their room
AWAY = "away"  # the room in sight has no tab


class Header(QFrame):
    """Shows where one is and leads elsewhere."""

    room_chosen = Signal(str)
    settings_asked = Signal()
    keys_asked = Signal()
    switch_asked = Signal()
    lock_asked = Signal()
    passphrase_asked = Signal()

    def __init__(
        self, search: SearchBox, rooms: Sequence[Room], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self._rooms = [room for room in rooms if room.in_tabs]
        self.name = ElidedLabel("", Role.SUBTITLE, self)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.name.setMaximumWidth(NAME_WIDTH)
        self.demo = Pill(self.tr("Demo"), Tone.WARN, parent=self)
        self.demo.setToolTip(self.tr("Nothing here is real: all residents are invented."))
        self.demo.hide()
        self.me = MenuButton("", meaning=Icon.PERSON, parent=self)
        self.tabs = QTabBar(self)
        self.keys = IconButton(Icon.KEYBOARD, self.tr("Keys"), parent=self)
        self.settings = IconButton(Icon.SETTINGS, self.tr("Settings"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, 0)
        column.setSpacing(Space.XS)
        column.addLayout(self._upper_row(search))
        column.addWidget(self.tabs)
        self._fill_tabs()
        self._fill_menu()
        self.tabs.setVisible(len(self._rooms) > 1)
        self.tabs.tabBarClicked.connect(self._on_tab)
        self.tabs.currentChanged.connect(self._on_tab)
        self.settings.clicked.connect(self.settings_asked)
        self.keys.clicked.connect(self.keys_asked)

    def show_station(self, name: str, *, is_demo: bool = False) -> None:
        """Say which station this is."""
        self.name.setText(name)
        self.demo.setVisible(is_demo)

    def show_person(self, name: str, roles: str) -> None:
        """Say who is signed in, and in what role."""
        told = f"{name} · {roles}"
        metrics = QFontMetrics(self.me.font())
        # a role cut short says nothing; it stands in the menu all the same
        shown = told if metrics.horizontalAdvance(told) <= PERSON_WIDTH else name
        self.me.setText(metrics.elidedText(shown, ELIDE, PERSON_WIDTH))
        self.me.setToolTip(self.tr("{name}, signed in as {roles}").format(name=name, roles=roles))
        self.me.setAccessibleName(self.me.toolTip())
        self.me.setVisible(bool(name))
        self._told.setText(told)

    def refuse_tabs(self, gate: Gate) -> None:
        """Let no room be chosen that may not be entered, and say why."""
        for at, room in enumerate(self._rooms):
            reason = gate.reason(room.needs)
            self.tabs.setTabEnabled(at, not reason)
            self.tabs.setTabToolTip(at, reason or _tip(at, room))

    def show_room(self, key: str) -> None:
        """Mark the tab of the room in sight; none when it has no tab."""
        keys = [room.key for room in self._rooms]
        self.tabs.blockSignals(True)
        if key in keys:
            self.tabs.setCurrentIndex(keys.index(key))
        self.tabs.blockSignals(False)
        is_away = key not in keys
        if is_away or self.tabs.property(AWAY):
            set_property(self.tabs, AWAY, is_away)
        # the settings have no tab: their button says that one is there
        in_settings = key == SETTINGS
        if in_settings or self.settings.property(CURRENT):
            set_property(self.settings, CURRENT, in_settings)

    def _upper_row(self, search: SearchBox) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(IconLabel(Icon.STATION, size=MARK, color="accent_text", parent=self))
        row.addWidget(self.name)
        row.addWidget(self.demo)
        row.addStretch(1)
        row.addWidget(search, 6)
        row.addStretch(1)
        row.addWidget(self.me)
        row.addWidget(self.keys)
        row.addWidget(self.settings)
        return row

    def _fill_tabs(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setIconSize(QSize(18, 18))
        self.tabs.setAccessibleName(self.tr("Rooms"))
        for room in self._rooms:
            at = self.tabs.addTab(icon(room.icon, "muted"), room.title)
            self.tabs.setTabToolTip(at, _tip(at, room))

    def _fill_menu(self) -> None:
        menu = self.me.menu_shown
        self._told = menu.addAction("")
        # a heading: who it is stands here in full
        self._told.setEnabled(False)
        menu.addSeparator()
        for meaning, text, keys, signal in (
            (Icon.SWITCH, self.tr("Switch user"), "Ctrl+Shift+L", self.switch_asked),
            (Icon.LOCK, self.tr("Lock"), "Ctrl+L", self.lock_asked),
            (Icon.KEY, self.tr("Change the passphrase…"), "", self.passphrase_asked),
        ):
            # the keys are the shell's: as part of the text they are not taken twice
            shown = f"{text}\t{native_keys(keys)}" if keys else text
            menu.addAction(icon(meaning), shown, signal.emit)
        self.me.hide()

    def _on_tab(self, at: int) -> None:
        if at >= 0 and self.tabs.isTabEnabled(at):
            self.room_chosen.emit(self._rooms[at].key)


def _tip(at: int, room: Room) -> str:
    return f"{room.title} (Ctrl+{at + 1})"
