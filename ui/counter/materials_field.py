"""The materials of a new case as a field of its form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.counter.material_list import MaterialList
from ui.kit.buttons import Button, Kind
from ui.kit.fields import Field
from ui.kit.icons import Icon

if TYPE_CHECKING:
    from station_app.domain.counter.case_materials import Tick


class MaterialsField(Field["tuple[Tick, ...]"]):
    """What was brought of each material; Enter goes on, Space ticks."""

    def __init__(self, title: str) -> None:
        self.list = MaterialList()
        super().__init__(title, self.list)
        self.all_there = Button(
            self.tr("All papers are there"), meaning=Icon.APPROVE, kind=Kind.LINK, parent=self
        )
        self.all_there.setToolTip(self.tr("All papers are there (F3)"))
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.all_there)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, head)
        self.list.changed.connect(self.changed)

    def value(self) -> tuple[Tick, ...]:
        """Return what was brought."""
        return self.list.ticks()

    def set_value(self, value: tuple[Tick, ...]) -> None:
        """Show what was brought."""
        self.list.show_materials(
            [
                replace(each, tick=tick)
                for each, tick in zip(self.list.materials(), value, strict=False)
            ]
        )
