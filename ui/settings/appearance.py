"""How the window looks on this device: theme, size, language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.buttons import Button, Choice, SegmentedControl
from ui.kit.icons import Icon
from ui.kit.preferences import (
    LANGUAGES,
    SCALES,
    SYSTEM_LANGUAGE,
    Preferences,
    load_preferences,
    save_preferences,
)
from ui.kit.theme import Look
from ui.settings.rows import SettingRow, SettingsCard

BOX_WIDTH = 144
BODIES = (12, 14, 16, 18, 20)


class AppearanceCard(SettingsCard):
    """Changes the preferences at once; tells what has to follow.

    There is no button to save: one sees what one has chosen, and chooses again. The
    program wears the look, or builds the window anew for another language.
    """

    looks_changed = Signal(object)  # Preferences: theme and font size, live
    language_changed = Signal(object)  # Preferences: the window is built anew
    restart_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Appearance"))
        self.title.show()
        self._kept = load_preferences()
        self.look = SegmentedControl(
            [
                Choice(Look.SYSTEM, self.tr("As the system")),
                Choice(Look.LIGHT, self.tr("Light")),
                Choice(Look.DARK, self.tr("Dark")),
            ]
        )
        self.body_size = SegmentedControl(
            [
                Choice(str(size), words)
                for size, words in zip(BODIES, self._size_words(), strict=True)
            ]
        )
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{scale} %", scale)
        self.language = QComboBox()
        for code in LANGUAGES:
            self.language.addItem(self._language_words(code), code)
        for box in (self.scale, self.language):
            box.setMinimumWidth(BOX_WIDTH)
        self.restart = Button(self.tr("Restart now"), meaning=Icon.REFRESH)
        self._scale_row = SettingRow(Icon.NEARER, self.tr("Scale"), self.scale)
        self._add_rows()
        self._show_kept()
        self.look.changed.connect(lambda code: self._keep(replace(self._kept, look=Look(code))))
        self.body_size.changed.connect(
            lambda code: self._keep(replace(self._kept, body=int(code)))
        )
        # activated, not currentIndexChanged: showing what is kept must not count as choosing
        self.scale.activated.connect(self._on_scale)
        self.language.activated.connect(self._on_language)
        self.restart.on_click(self.restart_asked.emit)

    def _add_rows(self) -> None:
        self.look.name(self.tr("Theme"))
        self.body_size.name(self.tr("Font size"))
        self.add_row(SettingRow(Icon.APPEARANCE, self.tr("Theme"), self.look))
        self.add_row(SettingRow(Icon.TEXT_SIZE, self.tr("Font size"), self.body_size))
        self.add_row(self._scale_row)
        self.body.addWidget(self.restart)
        self.restart.hide()
        self.add_row(SettingRow(Icon.LANGUAGE, self.tr("Language"), self.language))

    def _show_kept(self) -> None:
        self.look.set_value(self._kept.look)
        # a size may come from a settings file edited by hand or of a former version
        nearest = min(BODIES, key=lambda size: abs(size - self._kept.body))
        self.body_size.set_value(str(nearest))
        self.scale.setCurrentIndex(SCALES.index(self._kept.scale))
        self.language.setCurrentIndex(LANGUAGES.index(self._kept.language))

    def _keep(self, preferences: Preferences) -> None:
        self._kept = preferences
        save_preferences(preferences)
        self.looks_changed.emit(preferences)

    def _on_scale(self, at: int) -> None:
        # Qt reads the scale once, before there is an application
        self._kept = replace(self._kept, scale=SCALES[at])
        save_preferences(self._kept)
        self._scale_row.say(self.tr("Holds from the next start of the program."))
        self.restart.show()

    def _on_language(self, at: int) -> None:
        # the window is built anew for it: not for choosing the same again
        if LANGUAGES[at] != self._kept.language:
            self._kept = replace(self._kept, language=LANGUAGES[at])
            save_preferences(self._kept)
            self.language_changed.emit(self._kept)

    def _size_words(self) -> tuple[str, ...]:
        return (
            self.tr("Small"),
            self.tr("Normal"),
            self.tr("Large"),
            self.tr("Larger"),
            self.tr("Largest"),
        )

    def _language_words(self, code: str) -> str:
        # each language in its own: whoever needs it cannot read the other
        words = {SYSTEM_LANGUAGE: self.tr("As the system"), "en": "English", "zh_CN": "简体中文"}
        return words[code]
