"""A field for a time limit: none, at once, or so many days of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from station_app.domain.counter.limits import MOST_DAYS, Counted, TimeLimit
from ui.kit.fields import Field
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

NONE, AT_ONCE = "", "at-once"


class LimitField(Field[TimeLimit | None]):
    """The kind is chosen first; the number is asked for where there is one."""

    def __init__(self, title: str) -> None:
        self.kind, self.days = QComboBox(), QSpinBox()
        super().__init__(title, self.kind)
        self.days.setRange(1, MOST_DAYS)
        self.days.setAccessibleName(self.tr("{title}: days").format(title=title))
        for code, text in (
            (NONE, self.tr("None is set")),
            (AT_ONCE, self.tr("While one waits")),
            (Counted.WORKING.value, self.tr("Working days")),
            (Counted.CALENDAR.value, self.tr("Calendar days")),
        ):
            self.kind.addItem(text, code)
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _: self._show_days())
        self.days.valueChanged.connect(lambda _: self.changed.emit())
        self._show_days()

    def value(self) -> TimeLimit | None:
        """Return the time limit, or nothing."""
        kind = self.kind.currentData()
        if kind == NONE:
            return None
        if kind == AT_ONCE:
            return TimeLimit(0)
        return TimeLimit(self.days.value(), Counted(kind))

    def set_value(self, value: TimeLimit | None) -> None:
        """Show *value*."""
        if value is None:
            code = NONE
        else:
            code = AT_ONCE if value.is_at_once else value.counted.value
            self.days.setValue(value.days)
        self.kind.setCurrentIndex(self.kind.findData(code))
        self._show_days()

    def _lay_out(self) -> None:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        column = cast("QVBoxLayout", self.layout())
        column.replaceWidget(self.kind, held)
        row.addWidget(self.kind, 3)
        row.addWidget(self.days, 2)

    def _show_days(self) -> None:
        self.days.setVisible(self.kind.currentData() not in {NONE, AT_ONCE})
        self.changed.emit()
