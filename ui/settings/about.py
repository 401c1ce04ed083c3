"""What the program is, where its data lie, whom it owes what."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLineEdit

from ui.kit.icons import Icon
from ui.kit.words import label
from ui.settings.rows import SettingRow, SettingsCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LICENCE = "Apache-2.0"
PLACE_WIDTH = 320


class AboutCard(SettingsCard):
    """Names and numbers to be read out over the telephone.

    They can be selected and copied, by mouse and by keyboard.
    """

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__("Station · 社区服务站", parent)
        python, qt = platform.python_version(), qVersion()
        for meaning, title, text in (
            (Icon.ABOUT, self.tr("Version"), program_version() or self.tr("run from the source")),
            (Icon.TABLE, self.tr("Built upon"), f"Python {python}, Qt {qt}, SQLCipher"),
            (Icon.DOCUMENT, self.tr("Licence"), LICENCE),
        ):
            words = label(text)
            words.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.add_row(SettingRow(meaning, title, words))
        # a folder deep down is longer than any row: its line scrolls, and can be copied
        place = QLineEdit(folder, self, readOnly=True)
        place.setCursorPosition(0)
        place.setMinimumWidth(PLACE_WIDTH)
        self.add_row(SettingRow(Icon.FOLDER, self.tr("Data folder"), place))


def program_version() -> str:
    """Return the version installed, empty when the program runs from its source.

    Asked of the installed package, so that it stands in one place only.
    """
    try:
        return version("station")
    except PackageNotFoundError:
        return ""
