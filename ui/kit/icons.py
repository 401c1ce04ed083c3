"""Icons by meaning. The drawings are QtAwesome's Phosphor face (MIT).

Only its font file and table of characters are read: importing the package
itself costs 0.2 s at start and pulls in OpenGL. An icon takes its colour from
the theme when it is painted, so it follows a change by itself.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.theme import Theme
from ui.kit.tokens import Tone

FACE = "phosphor-1.3.0.ttf"
CHARACTERS = "phosphor-charmap-1.3.0.json"


class Icon(StrEnum):
    """A meaning, and the drawing that stands for it."""

    ABOUT = "info"
    ADD = "plus"
    ADD_MEMBER = "user-plus"
    ADDRESS = "map-pin"
    APPEARANCE = "palette"
    APPROVE = "checks"
    ARCHIVE = "archive"
    BACK = "arrow-left"
    BACKUP = "hard-drives"
    BIN = "trash"
    BUILDING = "buildings"
    CALENDAR = "calendar-blank"
    CARD = "identification-card"
    CERTIFICATE = "article"
    CHECK = "check"
    CLEAR = "x-circle"
    CLOSE = "x"
    COLUMNS = "columns"
    COMPARE = "scales"
    COMPUTER = "desktop"
    COPY = "copy"
    DANGER = "warning-octagon"
    DEMO = "sparkle"
    DOCUMENT = "file-text"
    DOWN = "caret-down"
    EDIT = "pencil-simple"
    EXCHANGE = "swap"
    EXPORT = "export"
    FARTHER = "magnifying-glass-minus"
    FILE = "file"
    FILTER = "funnel-simple"
    FINISHED = "check-circle"
    FIT_PAGE = "arrows-out-line-vertical"
    FIT_WIDTH = "arrows-out-line-horizontal"
    FOLDER = "folder-open"
    FORWARD = "arrow-right"
    GRID = "squares-four"
    HAND_OUT = "handshake"
    HIDE = "eye-slash"
    HISTORY = "clock-counter-clockwise"
    HOME = "house-line"
    HOUSEHOLD = "users-three"
    IDLE = "timer"
    IMPORT = "download-simple"
    INFO = "info-fill"
    INVITE = "user-circle-plus"
    ITEM = "clipboard-text"
    KEY = "key"
    KEYBOARD = "keyboard"
    LANGUAGE = "translate"
    LINK = "link"
    LIST = "list-bullets"
    LOCK = "lock-simple"
    MERGE = "git-merge"
    MORE = "dots-three"
    MOVE = "arrows-left-right"
    MOVE_OUT = "sign-out"
    NEARER = "magnifying-glass-plus"
    NEGATIVE = "prohibit"
    NEXT = "caret-right"
    NOTE = "note-pencil"
    NOTICE = "bell"
    OK = "check-circle-fill"
    OPEN = "arrow-square-out"
    PEOPLE = "users"
    PERSON = "user"
    PHONE = "phone"
    PICTURE = "image"
    PREVIEW = "file-search"
    PREVIOUS = "caret-left"
    PRINT = "printer"
    REFRESH = "arrows-clockwise"
    REPORT = "bug"
    RESTORE = "arrow-u-up-left"
    SAVE = "floppy-disk"
    SAVED_LIST = "bookmark-simple"
    SEAL = "circle-wavy-check"
    SEARCH = "magnifying-glass"
    SECURITY = "shield-check"
    SETTINGS = "gear-six"
    SHARED_FOLDER = "folders"
    SHOW = "eye"
    SORT = "arrows-down-up"
    STAFF = "identification-badge"
    STATION = "storefront"
    STEP = "circle"
    STEP_NOW = "circle-fill"
    STICK = "hard-drive"
    STOP = "stop-circle"
    SUSPEND = "user-minus"
    SWITCH = "users-four"
    SYNC = "arrows-left-right-fill"
    TABLE = "table"
    TAG = "tag-simple"
    TEXT_SIZE = "text-aa"
    TURN_LEFT = "arrow-arc-left"
    TURN_RIGHT = "arrow-arc-right"
    TASK = "tray"
    UNDO = "arrow-counter-clockwise"
    UNLOCK = "lock-simple-open"
    UP = "caret-up"
    VERIFIED = "user-focus"
    WAIT = "hourglass-medium"
    WARN = "warning-fill"


TONE_ICONS = {
    Tone.NEUTRAL: Icon.ABOUT,
    Tone.ACCENT: Icon.INFO,
    Tone.OK: Icon.OK,
    Tone.WARN: Icon.WARN,
    Tone.DANGER: Icon.DANGER,
    Tone.INFO: Icon.INFO,
}


def icon(meaning: Icon, color: str = "text") -> QIcon:
    """Return the icon of *meaning* in a colour named in the palette."""
    return QIcon(_GlyphEngine(meaning, color))


def paint_icon(painter: QPainter, rect: QRect, meaning: Icon, color: str) -> None:
    """Draw the icon of *meaning* into *rect*; nothing where there is no room."""
    size = min(rect.width(), rect.height())
    if size <= 0:
        return
    painter.save()
    font = QFont(_face())
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(Theme.current().color(color))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph(meaning))
    painter.restore()


def load_face() -> None:
    """Load the icon face, which the first icon painted would wait for."""
    _face()
    _characters()


def glyph(meaning: Icon) -> str:
    """Return the character that draws *meaning* in the icon face."""
    return chr(int(_characters()[meaning], 16))


class IconLabel(QLabel):
    """An icon standing by itself or before a word."""

    def __init__(
        self,
        meaning: Icon,
        *,
        size: int = 0,
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._meaning, self._size, self._color = meaning, size, color
        theme = Theme.current()
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, meaning: Icon, color: str) -> None:
        """Show another icon."""
        self._meaning, self._color = meaning, color
        self._draw()

    def _draw(self) -> None:
        side = self._size or Theme.current().tokens.icon
        ratio = self.devicePixelRatioF()
        picture = icon(self._meaning, self._color).pixmap(QSize(side, side), ratio)
        self.setPixmap(picture)
        self.setFixedSize(side, side)


class _GlyphEngine(QIconEngine):
    """Paints one character of the icon face in a colour of the theme."""

    def __init__(self, meaning: Icon, color: str) -> None:
        super().__init__()
        self._meaning, self._color = meaning, color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon, paler when disabled."""
        # Qt's own greying makes one grey for light and dark
        color = "disabled" if mode == QIcon.Mode.Disabled else self._color
        paint_icon(painter, rect, self._meaning, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture, *size* in device pixels."""
        picture = QPixmap(size)
        if size.isEmpty():  # a button squeezed to nothing
            return picture
        # a fresh pixmap holds whatever was in memory
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return an engine that paints the same."""
        return _GlyphEngine(self._meaning, self._color)


@cache
def _characters() -> dict[str, str]:
    table: dict[str, str] = json.loads((_folder() / CHARACTERS).read_text(encoding="utf-8"))
    return table


@cache
def _face() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / FACE))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="qtawesome")
    return Path(spec.origin).parent / "fonts"
