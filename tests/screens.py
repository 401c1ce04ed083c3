"""All that can be read, heard or taken along of a window: for finding what should be masked.

Every widget there is counts, in sight or not, for what is hidden is a key away: its texts,
tips, what a screen reader is told, every row of every table under every such role, what can
be chosen, and the clipboard.
"""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
TOLD = (
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
)
TEXT_OF = {
    QLabel: lambda each: [each.text()],
    QAbstractButton: lambda each: [each.text()],
    # the text and not what is drawn: whoever may see a passphrase can be found by it
    QLineEdit: lambda each: [each.text(), each.placeholderText()],
    QPlainTextEdit: lambda each: [each.toPlainText()],
    QTextEdit: lambda each: [each.toPlainText()],
    QComboBox: lambda each: [each.itemText(at) for at in range(each.count())],
    QGroupBox: lambda each: [each.title()],
    QMenu: lambda each: [text for act in each.actions() for text in (act.text(), act.toolTip())],
}
MOST_ROWS = 2_000
PLACE_OF_CLIPBOARD = "clipboard"


def everything_shown():
    """Return all texts there are, each with the kinds of widgets that hold it."""
    found = defaultdict(set)
    for top in QApplication.topLevelWidgets():
        for each in (top, *top.findChildren(QWidget)):
            for text in texts_of(each):
                found[text].add(type(each).__name__)
    found[QApplication.clipboard().text()].add(PLACE_OF_CLIPBOARD)
    return found


def texts_of(widget):
    """Yield the texts of one widget."""
    for told in TOLD:
        yield getattr(widget, told)()
    for kind, texts in TEXT_OF.items():
        if isinstance(widget, kind):
            yield from texts(widget)
    # what this program draws itself
    if isinstance(getattr(widget, "_text", None), str):
        yield widget._text
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from texts_in(widget.model())


def texts_in(model):
    """Yield what a table tells under every role a person may come by."""
    # of a list Qt keeps the number of its columns to itself
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in columns:
            index = model.index(row, column)
            for role in ROLES:
                value = index.data(role)
                if isinstance(value, str):
                    yield value


def numbers_among(texts, numbers):
    """Return which of *numbers* stand anywhere among *texts*, and where."""
    whole = {text: places for text, places in texts.items() if any(map(str.isdigit, text))}
    found = defaultdict(set)
    joined = "\n".join(whole)
    for number in numbers:
        # of a million pairs nearly none: looked for in all at once, then by text
        if number in joined:
            for text, places in whole.items():
                if number in text:
                    found[number] |= places
    return dict(found)
