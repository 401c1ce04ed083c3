"""Labels of the type scale, pills and key hints: what a page is written with."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.kit.icons import TONE_ICONS, Icon, paint_icon
from ui.kit.rare_faces import need_faces
from ui.kit.theme import Theme
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

PILL_ICON_GAP = 4


class Role(StrEnum):
    """A place in the type scale."""

    DISPLAY = "display"
    TITLE = "title"
    SUBTITLE = "subtitle"
    STRONG = "strong"
    BODY = "body"
    MUTED = "muted"
    CAPTION = "caption"
    FIELD = "field"
    NOTE = "note"
    PROBLEM = "problem"
    WARNING = "warning"
    LINK = "link"


def label(
    text: str, role: Role = Role.BODY, *, wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """Return a label in *role*, plain text only."""
    made = Words(parent)
    # names come from spreadsheets: a "<b>" in one must not be taken for HTML
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", str(role))
    made.setWordWrap(wrap)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set what the style sheet selects *widget* by, and style it anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # Qt looks at properties once, when it first styles; changed ones hold only after this
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Words(QLabel):
    """A label whose rare characters are drawn too."""

    def setText(self, text: str) -> None:
        """Show *text*."""
        need_faces(text)
        super().setText(text)


class ElidedLabel(Words):
    """One line that is shortened with … rather than widening its place."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", str(role))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Return a width of nearly nothing."""
        return QSize(Space.XL, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits; the tool tip has the rest."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        self.setToolTip("" if shown == self.text() else self.text())


class Pill(QWidget):
    """A state in a rounded field: icon, word and colour together."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        *,
        meaning: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        Theme.current().changed.connect(self.updateGeometry)

    def say(self, text: str, tone: Tone, *, meaning: Icon | None = None) -> None:
        """Show another state."""
        self._text, self._tone, self._icon = text, tone, meaning
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        return pill_size(self._text, self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, self, self._text, self._tone, self._icon)


def pill_font(base: QFont) -> QFont:
    """Return the face of pills."""
    font = QFont(base)
    font.setPixelSize(Theme.current().tokens.caption)
    return font


def pill_size(text: str, base: QFont) -> QSize:
    """Return how large a pill of *text* is, icon included."""
    painter_font = pill_font(base)
    metrics = QFontMetrics(painter_font)
    height = metrics.height() + Space.XS
    return QSize(metrics.horizontalAdvance(text) + 2 * Space.S + height - PILL_ICON_GAP, height)


def paint_pill(
    painter: QPainter, widget: QWidget, text: str, tone: Tone, meaning: Icon | None = None
) -> None:
    """Draw a pill over the whole of *widget*."""
    paint_pill_in(painter, widget.rect(), text, tone=tone, meaning=meaning, base=widget.font())


def paint_pill_in(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    tone: Tone,
    meaning: Icon | None,
    base: QFont,
) -> None:
    """Draw a pill into *rect*: soft ground, icon, word."""
    colors = Theme.current().tokens.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.soft(tone)))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    side = rect.height() - Space.S
    place = QRect(rect.left() + Space.S - 1, rect.top() + Space.XS, side, side)
    paint_icon(painter, place, meaning or TONE_ICONS[tone], f"{tone}_text")
    painter.setFont(pill_font(base))
    painter.setPen(QColor(colors.word(tone)))
    words = rect.adjusted(Space.S + side + PILL_ICON_GAP - 1, 0, -Space.S + 1, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class KeyHint(QWidget):
    """The keys of an action, drawn as keys."""

    def __init__(self, keys: str | QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for part in key_names(keys):
            cap = QLabel(part, self)
            cap.setProperty("role", "key")
            row.addWidget(cap)


def key_names(keys: str | QKeySequence) -> Sequence[str]:
    """Return the caps of a shortcut: ``Ctrl+Shift+N`` has three."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # the plus key itself stands between two plus signs
    return [part or "+" for part in text.replace("++", "+\0").replace("\0", "").split("+")]
