"""The tiles of the turned screen: a face with its word, a reason; large enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from station_app.domain.counter.ratings import Level
from ui.kit.rare_faces import need_faces
from ui.kit.theme import Theme
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

RADIUS = 16
FACE, LEAST_FACE = 132, 64
LOW = 500  # a screen of so many pixels has no room for the large faces
TONES = {5: Tone.OK, 4: Tone.OK, 3: Tone.WARN, 2: Tone.DANGER, 1: Tone.DANGER}
MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
WRAPPED = MIDDLE | Qt.TextFlag.TextWordWrap
LEVELS = max(Level)


class Tile(QAbstractButton):
    """A card that is pressed, or chosen; its key stands at its top left."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        need_faces(text)
        self.setText(text)
        self.key = key
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        Theme.current().changed.connect(self.update)

    def word_font(self) -> QFont:
        """Return how the word is written: larger than at the desk."""
        font = QFont(self.font())
        font.setPixelSize(Theme.current().tokens.body + 6)
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:
        """Leave room for two lines."""
        line = QFontMetrics(self.word_font()).height()
        return QSize(260, 2 * line + Space.L)

    def minimumSizeHint(self) -> QSize:
        """Be smaller where the screen is: one line, or two close together."""
        return QSize(160, 2 * QFontMetrics(self.word_font()).height() + Space.XS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the key and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_card(painter)
        self.paint_content(painter, QRectF(self.rect()).adjusted(36, 2, -36, -2))
        painter.end()

    def paint_card(self, painter: QPainter) -> None:
        """Paint what is beneath: a card that shows the pointer, the cursor and the choice."""
        color = Theme.current().color
        ground = "accent_soft" if self.isChecked() else "surface"
        if self.isDown() or (self.underMouse() and not self.isChecked()):
            ground = "pressed" if self.isDown() else "hover"
        is_marked = self.hasFocus() or self.isChecked()
        edge = QPen(color("focus" if is_marked else "border"), 3 if is_marked else 1)
        painter.setPen(edge)
        painter.setBrush(color(ground))
        inset = edge.widthF() / 2 + 0.5
        card = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        painter.setPen(color("muted"))
        font = QFont(self.font())
        font.setPixelSize(Theme.current().tokens.body)
        painter.setFont(font)
        painter.drawText(QPointF(Space.L, Space.M + QFontMetrics(font).ascent()), self.key)

    def paint_content(self, painter: QPainter, place: QRectF) -> None:
        """Paint the word in *place*."""
        painter.setPen(Theme.current().color("accent_text" if self.isChecked() else "text"))
        painter.setFont(self.word_font())
        painter.drawText(place, WRAPPED, self.text())


class FaceTile(Tile):
    """One of the five levels."""

    def __init__(self, level: Level, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, str(int(level)), parent)
        self.level = level

    def sizeHint(self) -> QSize:
        """Leave room for the face above the word, a smaller one on a low screen."""
        if self.window().height() < LOW:
            return self.minimumSizeHint()
        return QSize(140, FACE + super().sizeHint().height() + Space.XXL)

    def minimumSizeHint(self) -> QSize:
        """Be as small as a small screen asks for."""
        return QSize(120, LEAST_FACE + super().minimumSizeHint().height() + Space.XL)

    def paint_content(self, painter: QPainter, place: QRectF) -> None:
        """Paint the face, and the word below it."""
        line = 2 * QFontMetrics(self.word_font()).height() + Space.S
        room = place.adjusted(-24, Space.XL, 24, 0)
        size = min(FACE, room.width() - Space.XL, room.height() - line)
        above = (room.height() - line - size) / 2
        face = QRectF(room.center().x() - size / 2, room.top() + above, size, size)
        paint_face(painter, face, self.level)
        below = room.adjusted(0, room.height() - line, 0, 0)
        super().paint_content(painter, below)


class Face(QWidget):
    """A face by itself."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = level
        self.setFixedSize(FACE, FACE)
        Theme.current().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_face(painter, QRectF(self.rect()), self.level)
        painter.end()


def paint_face(painter: QPainter, place: QRectF, level: Level) -> None:
    """Paint a face of *level*: the mouth tells it, the colour only helps."""
    color, tone = Theme.current().color, TONES[level]
    width = max(3.0, place.width() / 24)
    face = place.adjusted(width, width, -width, -width)
    painter.setBrush(color(f"{tone}_soft"))
    pen = QPen(color(f"{tone}_text"), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawEllipse(face)
    middle, size = face.center(), face.width()
    painter.setBrush(pen.color())
    for side in (-1, 1):
        eye = QPointF(middle.x() + side * size * 0.18, middle.y() - size * 0.13)
        painter.drawEllipse(eye, size * 0.02, size * 0.03)
    bend = (level - (LEVELS + 1) / 2) / 2 * size * 0.22  # up at the ends, straight, or down
    base = middle.y() + size * 0.2
    mouth = QPainterPath(QPointF(middle.x() - size * 0.24, base - bend / 2))
    mouth.quadTo(
        QPointF(middle.x(), base + bend * 1.3),
        QPointF(middle.x() + size * 0.24, base - bend / 2),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(mouth)
