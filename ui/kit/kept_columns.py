"""The columns of a table as the user has arranged them: moved, hidden, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from ui.kit.theme import Theme
from ui.kit.tokens import NORMAL_BODY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ui.kit.columns import Column

SETTLED = 300
"""Milliseconds after which an arrangement is taken for made."""


class KeptColumns(QObject):
    """Keeps the arrangement of *header* under *name*, on this device.

    An arrangement made for other columns than these is not used.
    """

    def __init__(self, header: QHeaderView, columns: Sequence[Column[Any]], *, name: str) -> None:
        super().__init__(header)
        self._header, self._columns = header, columns
        self._place = f"columns/{name}"
        self._away: set[str] = set()
        # a column added by an update would else be restored as the width of another
        self._edition = "|".join(column.key for column in columns)
        # drawn wider with the mouse a column tells of every dot, and to keep it takes a write
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._save)
        self._restore()
        header.customContextMenuRequested.connect(self._ask)
        for changed in (header.sectionMoved, header.sectionResized):
            changed.connect(lambda *_: self._settled.start())
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.keep)

    def keep(self) -> None:
        """Write down at once what was arranged a moment ago."""
        if self._settled.isActive():
            self._save()

    def shown(self) -> list[Column[Any]]:
        """Return the columns in sight, in the order shown."""
        return [self._columns[at] for at in self._order() if not self._header.isSectionHidden(at)]

    def first(self) -> int:
        """Return the section of the first column in sight."""
        return next((at for at in self._order() if not self._header.isSectionHidden(at)), 0)

    def section(self, key: str) -> int:
        """Return the section of the column *key*."""
        return next(at for at, each in enumerate(self._columns) if each.key == key)

    def give_way(self, keys: Collection[str]) -> None:
        """Leave the columns *keys* out for want of room; those left out before come back.

        What somebody hid stays hidden. What gives way is not remembered as hidden: it would
        be missing in a wide window, and nobody would know why.
        """
        sections = {key: self.section(key) for key in {*keys, *self._away}}
        come = self._away - set(keys)
        gone = {key for key in keys if not self._header.isSectionHidden(sections[key])}
        self._away = (self._away & set(keys)) | gone
        for key in come | gone:
            self._header.setSectionHidden(sections[key], key in gone)

    def menu(self) -> QMenu:
        """Return a menu to show, hide and reset columns with."""
        menu = QMenu(self._header)
        menu.aboutToHide.connect(menu.deleteLater)
        for at, column in enumerate(self._columns):
            action = QAction(column.title(), menu, checkable=True)
            action.setChecked(not self._header.isSectionHidden(at))
            action.toggled.connect(lambda on, at=at: self.show_column(at, on=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Standard columns"), self.reset)
        return menu

    def show_column(self, at: int, *, on: bool) -> None:
        """Show or hide the column in section *at*; the last one stays."""
        hidden = self._header.hiddenSectionCount()
        # a table without columns has no header left to bring one back by
        if on or self._header.count() - hidden > 1:
            self._header.setSectionHidden(at, not on)
            self._save()

    def reset(self) -> None:
        """Arrange the columns as they were declared.

        Widths follow the size of text in force.
        """
        self._lay_out_afresh()
        self._stretch()
        self._save()

    def _order(self) -> list[int]:
        return [self._header.logicalIndex(place) for place in range(self._header.count())]

    def _restore(self) -> None:
        # restoring moves and resizes, which would be kept as if the user had done it
        self._header.blockSignals(True)
        kept = QSettings().value(self._place)
        is_ours = QSettings().value(f"{self._place}-keys") == self._edition
        if not (kept is not None and is_ours and self._header.restoreState(kept)):
            self._lay_out_afresh()
        self._bring_back()
        self._header.blockSignals(False)
        self._stretch()

    def _bring_back(self) -> None:
        """Show what was left out for want of room when the arrangement was kept."""
        away = str(QSettings().value(f"{self._place}-away") or "").split("|")
        for at, column in enumerate(self._columns):
            if column.key in away:
                self._header.setSectionHidden(at, False)

    def _lay_out_afresh(self) -> None:
        share = Theme.current().tokens.body / NORMAL_BODY
        for at, column in enumerate(self._columns):
            # from the left: what stands there already is not moved again
            self._header.moveSection(self._header.visualIndex(at), at)
            self._header.resizeSection(at, round(column.width * share))
            self._header.setSectionHidden(at, not column.shown)

    def _stretch(self) -> None:
        for at, column in enumerate(self._columns):
            if column.stretches:
                self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _save(self) -> None:
        self._settled.stop()
        QSettings().setValue(self._place, self._header.saveState())
        QSettings().setValue(f"{self._place}-keys", self._edition)
        QSettings().setValue(f"{self._place}-away", "|".join(sorted(self._away)))

    def _ask(self, place: QPoint) -> None:
        self.menu().popup(self._header.mapToGlobal(place))
