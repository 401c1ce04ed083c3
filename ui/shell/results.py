"""The list of what has been found, under the search box: by kind, with keys 1 to 9."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from station_app.domain.certificate_numbers import NumberVerdict
from station_app.domain.search.entries import Kind
from station_app.domain.search.hits import Part
from ui.kit.icons import Icon, paint_icon
from ui.kit.rare_faces import need_faces
from ui.kit.surfaces import Banner, line
from ui.kit.theme import Theme
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.domain.search.hits import Hit
    from station_app.services.typed_numbers import NumberTold

HitRole = Qt.ItemDataRole.UserRole
NumberRole = Qt.ItemDataRole.UserRole + 1
BesideRole = Qt.ItemDataRole.UserRole + 2
MOST_NUMBERED = 9
MOST_HEIGHT = 440
KEY_CAP = 18
KIND_ICONS = {
    Kind.RESIDENT: Icon.PERSON,
    Kind.HOUSEHOLD: Icon.HOUSEHOLD,
    Kind.DWELLING: Icon.BUILDING,
    Kind.CERTIFICATE: Icon.CERTIFICATE,
    Kind.CASE: Icon.FOLDER,
    Kind.TASK: Icon.TASK,
    Kind.ITEM: Icon.ITEM,
    Kind.ACTION: Icon.FORWARD,
}
Index = QModelIndex | QPersistentModelIndex
Marks = list[tuple[int, int]]
Piece = tuple[str, Marks]


class ResultList(QListWidget):
    """The entries by kind, numbered through; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_ResultDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Found"))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List *hits*, those of a kind together."""
        self.clear()
        former: Kind | None = None
        for number, hit in enumerate(sorted(hits, key=lambda each: each.kind), start=1):
            if hit.kind != former:
                self._add_heading(hit.kind)
                former = hit.kind
            item = QListWidgetItem(hit.title)
            item.setData(HitRole, hit)
            item.setData(NumberRole, number)
            item.setData(BesideRole, self.tr("Void") if hit.is_void else hit.head)
            self.addItem(item)

    def choosable(self) -> list[QListWidgetItem]:
        """Return the entries that are no headings, in the order shown."""
        items = [self.item(row) for row in range(self.count())]
        return [item for item in items if item.data(HitRole) is not None]

    def move_selection(self, way: int) -> None:
        """Move the cursor down (1) or up (-1), round the ends."""
        rows = [self.row(item) for item in self.choosable()]
        if not rows:
            return
        here = self.currentRow()
        at = rows.index(here) if here in rows else (-1 if way > 0 else 0)
        self.setCurrentRow(rows[(at + way) % len(rows)])
        if self.currentRow() == rows[0]:
            self.scrollToTop()

    def height_within(self, room: int) -> int:
        """Return the height of as many whole entries as *room* has place for.

        Half a name at the edge of the list cannot be read.
        """
        heights = [self.sizeHintForRow(row) for row in range(self.count())]
        ends = list(accumulate(heights))
        return max((end for end in ends if end <= room), default=ends[0] if ends else 0)

    def _add_heading(self, kind: Kind) -> None:
        item = QListWidgetItem(self._kind_words(kind))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _kind_words(self, kind: Kind) -> str:
        words = {
            Kind.RESIDENT: self.tr("People"),
            Kind.HOUSEHOLD: self.tr("Households"),
            Kind.DWELLING: self.tr("Dwellings"),
            Kind.CERTIFICATE: self.tr("Certificates"),
            Kind.CASE: self.tr("Cases"),
            Kind.TASK: self.tr("Tasks from above"),
            Kind.ITEM: self.tr("Items of the window"),
            Kind.ACTION: self.tr("Actions"),
        }
        return words[kind]


class Results(QFrame):
    """Lies over the window below the search box."""

    chosen = Signal(object)  # Hit

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.remark = Banner("", Tone.WARN, self)
        self.list = ResultList(self)
        self.nothing = label("", Role.MUTED, wrap=True, parent=self)
        self.nothing.setMargin(Space.M)
        self.hint = label("", Role.CAPTION, parent=self)
        self.hint.setContentsMargins(Space.S, 0, Space.S, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self.remark)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self._line = line(self)
        column.addWidget(self._line)
        column.addWidget(self.hint)
        self.list.itemClicked.connect(self._choose_item)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], asked: str, told: NumberTold | None = None) -> None:
        """List *hits* by kind; say what else to try when there are none.

        *told* is how it stands with a certificate's number that was typed with its digit.
        """
        self.list.show_hits(hits)
        is_number = told is not None and (told.is_sure or told.is_known or not hits)
        self.remark.say(self._remark(asked, told.verdict) if told and is_number else "")
        self.nothing.setText(
            self.tr(
                "Nothing found for '{asked}'. Try part of the name, pinyin or its initials, the"
                " first or last digits of a number, or part of the address."
            ).format(asked=asked)
        )
        self.nothing.setVisible(not hits and self.remark.isHidden())
        self.hint.setText(self.tr("↑ ↓ choose    Enter open    Alt+1…9 open at once    Esc leave"))
        for part in (self.list, self._line, self.hint):
            part.setVisible(bool(hits))
        self.move_selection(1)

    def _remark(self, asked: str, verdict: NumberVerdict) -> str:
        mistyped = self.tr(
            "'{asked}' was mistyped: the check digit does not agree. Compare it with the paper,"
            " or ask for it once more."
        )
        not_here = self.tr(
            "The check digit of '{asked}' agrees, but no such certificate is here. Another"
            " device may have issued it, whose file has not arrived yet."
        )
        words = {NumberVerdict.MISTYPED: mistyped, NumberVerdict.NOT_HERE: not_here}
        return words[verdict].format(asked=asked) if verdict in words else ""

    def hits(self) -> list[Hit]:
        """Return what is listed, in the order shown."""
        return [item.data(HitRole) for item in self.list.choosable()]

    def selected(self) -> Hit | None:
        """Return the hit the cursor is on."""
        item: QListWidgetItem | None = self.list.currentItem()
        return None if item is None else item.data(HitRole)

    def move_selection(self, way: int) -> None:
        """Move the cursor down (1) or up (-1), round the ends."""
        self.list.move_selection(way)

    def choose(self, number: int) -> None:
        """Open the hit with this *number*."""
        for item in self.list.choosable():
            if item.data(NumberRole) == number:
                self.chosen.emit(item.data(HitRole))

    def place_below(self, rect: QRect) -> None:
        """Lie below *rect*, as high as the list needs."""
        room = self.parentWidget().height() - rect.bottom() - Space.XXL  # type: ignore[union-attr]  # it has a parent
        self.hint.ensurePolished()  # it has no size of its own before it is shown
        edge = self.contentsMargins()
        frame = 2 * Space.S + self.hint.sizeHint().height() + 2 * Space.XS + 1
        frame += edge.top() + edge.bottom()
        remark = self._height_of_remark(rect.width() - 2 * Space.S)
        if self.list.count():
            room = min(MOST_HEIGHT, room) - frame - remark
            height = self.list.height_within(room) + frame + remark
        elif remark:
            height = remark + 2 * Space.S
        else:
            height = self.nothing.heightForWidth(rect.width() - 2 * Space.S) + 2 * Space.S
        self.setGeometry(rect.left(), rect.bottom() + Space.XS, rect.width(), height)
        self.show()
        self.raise_()
        if self.list.currentRow() <= 1:
            self.list.scrollToTop()  # it was chosen before there was room for its heading

    def _height_of_remark(self, width: int) -> int:
        if self.remark.isHidden():
            return 0
        self.remark.ensurePolished()
        return self.remark.heightForWidth(width) + Space.XS

    def _choose_item(self, item: QListWidgetItem) -> None:
        hit = item.data(HitRole)
        if hit is not None:
            self.chosen.emit(hit)


class _ResultDelegate(QStyledItemDelegate):
    """Draws a hit in two lines, what matched in bold, its key at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line for headings, two for hits."""
        tokens = Theme.current().tokens
        is_heading = index.data(HitRole) is None
        return QSize(0, tokens.row - Space.S if is_heading else tokens.row + Space.L - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub has no fields
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
        hit: Hit | None = index.data(HitRole)
        if hit is None:
            self._paint_heading(painter, rect, str(index.data()))
        else:
            self._paint_ground(painter, rect, state)
            self._paint_hit(painter, rect, hit, str(index.data(BesideRole)))
            self._paint_number(painter, rect, index.data(NumberRole))
        painter.restore()

    @staticmethod
    def _paint_heading(painter: QPainter, rect: QRect, text: str) -> None:
        theme = Theme.current()
        painter.setFont(_font(painter, theme.tokens.caption, bold=True))
        painter.setPen(theme.color("muted"))
        painter.drawText(rect.adjusted(Space.S, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colors = Theme.current().tokens.palette
        if state & QStyle.StateFlag.State_Selected:
            ground = colors.selected
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = colors.hover
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, 6, 6)

    @staticmethod
    def _paint_hit(painter: QPainter, rect: QRect, hit: Hit, beside: str) -> None:
        """Draw the two lines of *hit*; what is titled by an address has one."""
        tokens = Theme.current().tokens
        side = tokens.icon
        place = QRect(rect.left() + Space.S, rect.center().y() - side // 2, side, side)
        paint_icon(painter, place, KIND_ICONS[hit.kind], "muted")
        inner = rect.adjusted(side + 2 * Space.S + Space.XS, Space.XS, -Space.XXL, -Space.XS)
        first, second = lines_of(hit, beside)
        height = inner.height() // 2 if second else inner.height()
        upper = QRect(inner.left(), inner.top(), inner.width(), height)
        body, caption = _font(painter, tokens.body), _font(painter, tokens.caption)
        title, *others = first
        used = paint_marked(painter, upper, *title, font=body, color="text")
        _paint_row(painter, upper.adjusted(used + Space.M, 0, 0, 0), others, font=caption)
        _paint_row(painter, upper.translated(0, height), second, font=caption)

    @staticmethod
    def _paint_number(painter: QPainter, rect: QRect, number: int) -> None:
        if number > MOST_NUMBERED:
            return
        theme = Theme.current()
        cap = QRect(0, 0, KEY_CAP, KEY_CAP)
        cap.moveCenter(rect.center())
        cap.moveRight(rect.right() - Space.S)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("subtle"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(_font(painter, theme.tokens.caption))
        painter.setPen(theme.color("muted"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(number))


def lines_of(hit: Hit, beside: str) -> tuple[list[Piece], list[Piece]]:
    """Return what stands in the lines of *hit*, each with its marks, nothing said twice."""
    first = [(hit.title, _marks(hit, Part.TITLE)), (hit.number, _marks(hit, Part.NUMBER))]
    second = [
        (hit.subtitle, _marks(hit, Part.SUBTITLE)),
        (hit.phone, _marks(hit, Part.PHONE)),
        (beside, []),
    ]
    title = first[0]
    return (
        [title, *(piece for piece in first[1:] if piece[0] not in {"", hit.title})],
        [piece for piece in second if piece[0] not in {"", hit.title}],
    )


def _paint_row(painter: QPainter, rect: QRect, pieces: Iterable[Piece], *, font: QFont) -> None:
    """Draw *pieces* one beside the other, muted."""
    for text, marks in pieces:
        used = paint_marked(painter, rect, text, marks, font=font, color="muted")
        rect = rect.adjusted(used + Space.M, 0, 0, 0)


def paint_marked(
    painter: QPainter,
    rect: QRect,
    text: str,
    marks: Marks,
    *,
    font: QFont,
    color: str,
) -> int:
    """Draw *text* in one line, the marked stretches bold; return the width used."""
    if rect.width() < Space.XL or not text:
        return 0
    need_faces(text)
    theme = Theme.current()
    mode = Qt.TextElideMode.ElideRight
    shown = QFontMetrics(font).elidedText(text, mode, rect.width() - Space.M)
    layout = QTextLayout(shown, font)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setForeground(theme.color("accent_text"))
    formats = []
    for start, length in marks:
        formats.append(_format_range(_utf16(text, start), _utf16(text[start:], length), strong))
    layout.setFormats(formats)
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(rect.width() + Space.XXL)
    layout.endLayout()
    painter.setPen(theme.color(color))
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - row.height() / 2 + 1))
    return round(row.naturalTextWidth())


def _format_range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # the stub has no fields
    made.start, made.length, made.format = start, length, look
    return cast("QTextLayout.FormatRange", made)


def _marks(hit: Hit, part: Part) -> Marks:
    return [(mark.start, mark.length) for mark in hit.marks if mark.part is part]


def _utf16(text: str, length: int) -> int:
    """Return how many of Qt's units the first *length* characters take."""
    return len(text[:length].encode("utf-16-le")) // 2


def _font(painter: QPainter, size: int, *, bold: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(bold)
    return font
