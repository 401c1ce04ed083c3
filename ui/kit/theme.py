"""The look in force: tokens turned into Qt's palette, font and style sheet.

There is one theme, a child of the application; whoever paints asks
:meth:`Theme.current`. It follows the system's light or dark scheme unless the
user has chosen one.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from station_app.shipped import RESOURCES
from ui.kit.fonts import interface_font
from ui.kit.single import the_only
from ui.kit.tokens import DARK, LIGHT, NORMAL_BODY, Palette, Tokens

TOKEN = re.compile(r"@([a-z_]+)( px)?")
STYLE = "Fusion"  # the one that looks the same everywhere and takes all of the palette
STYLED = "is-styled"
FOCUS_RING = 2  # a border one pixel thicker on each side


class Look(StrEnum):
    """What the user has chosen in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The tokens in force; tells when they change."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._look = Look.LIGHT
        self.tokens = Tokens()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @classmethod
    def current(cls) -> Theme:
        """Return the application's theme, made when first asked for."""
        return the_only(cls, "theme", QApplication.instance())

    def choose(self, look: Look, *, body: int = NORMAL_BODY) -> None:
        """Show everything in *look*, body text *body* pixels high."""
        self._look = look
        hints = self._app.styleHints()
        schemes = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}
        # told to Qt as well: title bars and the system's dialogs go with it
        hints.setColorScheme(schemes.get(look, Qt.ColorScheme.Unknown))
        is_dark = look == Look.DARK or (
            look == Look.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        self._wear(Tokens(palette=DARK if is_dark else LIGHT, is_dark=is_dark, body=body))

    def color(self, name: str) -> QColor:
        """Return a colour of the palette in force."""
        return QColor(getattr(self.tokens.palette, name))

    def _follow(self) -> None:
        if self._look == Look.SYSTEM:
            is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            if is_dark != self.tokens.is_dark:
                self.choose(Look.SYSTEM, body=self.tokens.body)

    def _wear(self, tokens: Tokens) -> None:
        self.tokens = tokens
        if not self._app.property(STYLED):
            self._app.setStyle(STYLE)
            self._app.setProperty(STYLED, True)
        self._app.setFont(interface_font(tokens.body))
        self._app.setPalette(qt_palette(tokens.palette))
        self._app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()


def styled_application(name: str) -> QApplication:
    """Return the application, in our style from the first: changing it takes longer."""
    app = QApplication([name, "-style", STYLE])
    app.setProperty(STYLED, True)
    return app


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet with every token filled in."""
    words: dict[str, object] = {**asdict(tokens.palette), **_sizes(tokens)}
    words["images"] = (RESOURCES / "images").as_posix()
    words["mode"] = "dark" if tokens.is_dark else "light"
    template = (RESOURCES / "styles" / "station.qss").read_text(encoding="utf-8")
    return TOKEN.sub(lambda found: f"{words[found[1]]}{'px' if found[2] else ''}", template)


def qt_palette(colors: Palette) -> QPalette:
    """Return Qt's palette for whatever the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for each, color in (
        (role.Window, colors.window),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.subtle),
        (role.Text, colors.text),
        (role.Button, colors.surface),
        (role.ButtonText, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.on_accent),
        (role.Accent, colors.accent),
        (role.Link, colors.accent_text),
        (role.ToolTipBase, colors.notice),
        (role.ToolTipText, colors.on_notice),
        (role.Mid, colors.border),
    ):
        palette.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colors.disabled))
    return palette


def _sizes(tokens: Tokens) -> dict[str, int]:
    control, body = tokens.control, tokens.body
    return {
        "body": body,
        "caption": tokens.caption,
        "subtitle": tokens.subtitle,
        "title": tokens.title,
        "display": tokens.display,
        "far_title": 2 * body + 4,
        "far_body": body + 2,
        "far_control": control + 8,
        "radius": tokens.radius,
        "card_radius": tokens.card_radius,
        "control_inner": control - 2,
        "control_focus": control - 2 * FOCUS_RING,
        "segment_inner": control - 8,
        "segment_focus": control - 10,
        "chip_radius": (control - 4) // 2,
        "chip_inner": control - 6,
        "chip_focus": control - 8,
        "item": control - 2,
        "tab": control + 2,
        "status": control - 10,
        "status_focus": control - 12,
    }
