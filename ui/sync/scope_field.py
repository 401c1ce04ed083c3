"""What a device is to hold: everything, or the grids that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping

LIST_HEIGHT = 132
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ScopeField(QWidget):
    """A choice of two, and the list of grids for the second; Space ticks one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = SegmentedControl(
            [
                Choice(ScopeKind.ALL, self.tr("Everything")),
                Choice(ScopeKind.GRIDS, self.tr("Some grids")),
            ],
            self,
        )
        self.kinds.name(self.tr("Holds"))
        self.grids = QListWidget(self)
        self.grids.setAccessibleName(self.tr("Grids"))
        self.grids.setFixedHeight(LIST_HEIGHT)
        self.told = label(self.tr("Draw grids first, under Residents."), Role.NOTE, wrap=True)
        self.told.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(label(self.tr("Holds"), Role.FIELD, parent=self))
        column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.grids)
        column.addWidget(self.told)
        self.kinds.changed.connect(lambda _: self._follow())
        self.grids.itemChanged.connect(lambda _: self.changed.emit())
        self._follow()

    def offer(self, grids: Mapping[str, str]) -> None:
        """Offer *grids* (names by key); what was ticked stays ticked."""
        ticked = self.scope().grids
        self.grids.blockSignals(True)
        self.grids.clear()
        for key, name in grids.items():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(CHECKED if key in ticked else UNCHECKED)
            self.grids.addItem(item)
        self.grids.blockSignals(False)
        self._follow()

    def take(self, scope: Scope) -> None:
        """Show *scope*."""
        self.kinds.set_value(ScopeKind.GRIDS if scope.kind is ScopeKind.GRIDS else ScopeKind.ALL)
        self.grids.blockSignals(True)
        for item in self._items():
            is_ticked = item.data(Qt.ItemDataRole.UserRole) in scope.grids
            item.setCheckState(CHECKED if is_ticked else UNCHECKED)
        self.grids.blockSignals(False)
        self._follow()

    def suit(self, kind: DeviceKind) -> None:
        """Propose what a device of *kind* usually holds; a hub always holds everything."""
        is_laptop = kind is DeviceKind.LAPTOP
        self.take(Scope(kind=ScopeKind.GRIDS if is_laptop else ScopeKind.ALL))
        self.kinds.setEnabled(kind is not DeviceKind.HUB)

    def scope(self) -> Scope:
        """Return what is chosen."""
        if self.kinds.value() != ScopeKind.GRIDS:
            return Scope()
        ticked = (item for item in self._items() if item.checkState() is CHECKED)
        keys = frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)
        return Scope(kind=ScopeKind.GRIDS, grids=keys)

    def is_complete(self) -> bool:
        """Whether anything is chosen."""
        scope = self.scope()
        return scope.kind is ScopeKind.ALL or bool(scope.grids)

    def _items(self) -> list[QListWidgetItem]:
        return [self.grids.item(row) for row in range(self.grids.count())]

    def _follow(self) -> None:
        is_partial = self.kinds.value() == ScopeKind.GRIDS
        self.grids.setVisible(is_partial and self.grids.count() > 0)
        self.told.setVisible(is_partial and self.grids.count() == 0)
        self.changed.emit()
