"""From which day to which: by a name, or typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.fields import DateField
from ui.kit.surfaces import Card
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.clock import Clock

MONTH, LAST_MONTH, YEAR, OTHER = "month", "last-month", "year", "other"
Period = tuple[date, date]


class PeriodCard(Card):
    """Names of periods over the two days they come to.

    The days can be typed; the name they go by is shown then, or *Other*.
    """

    chosen = Signal()

    def __init__(self, title: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._clock = clock
        self.names = SegmentedControl(
            [
                Choice(MONTH, self.tr("This month")),
                Choice(LAST_MONTH, self.tr("Last month")),
                Choice(YEAR, self.tr("This year")),
                Choice(OTHER, self.tr("Other")),
            ]
        )
        self.names.name(self.tr("Period"))
        self.since = DateField(self.tr("From"), required=True)
        self.until = DateField(self.tr("To"), required=True)
        self.body.addWidget(self.names)
        days = QHBoxLayout()
        days.setSpacing(Space.M)
        days.addWidget(self.since)
        days.addWidget(self.until)
        self.body.addLayout(days)
        self._set_days(self._named()[MONTH])
        self.names.changed.connect(self._choose)
        self.since.line.returnPressed.connect(self.until.line.setFocus)
        for field in (self.since, self.until):
            field.finished.connect(self._on_day)

    def period(self) -> Period | None:
        """Return the period typed; note what is wrong with it beside the fields."""
        since, until = self.since.value(), self.until.value()
        for field, day in ((self.since, since), (self.until, until)):
            # a day that cannot be read is noted by the field itself
            if day is None and field.is_readable():
                field.set_problem(self.tr("On which day?"))
        if since is None or until is None:
            return None
        is_backwards = until < since
        self.since.set_problem("")
        self.until.set_problem(self.tr("The end is before the beginning.") if is_backwards else "")
        return None if is_backwards else (since, until)

    def is_outdated(self) -> bool:
        """Whether the name in force means other days by now.

        The program may have been left running over midnight, and *This month* has one
        day more.
        """
        return self._named().get(self.names.value(), self.period()) != self.period()

    def renew(self) -> None:
        """Reckon a period that goes by a name anew; days typed stay."""
        named = self._named().get(self.names.value())
        if named is not None:
            self._set_days(named)

    def _set_days(self, period: Period) -> None:
        self.since.set_value(period[0])
        self.until.set_value(period[1])

    def _choose(self, code: str) -> None:
        if code == OTHER:
            self.since.line.setFocus()
            return
        self.names.set_value(code)
        self.renew()
        self.chosen.emit()

    def _on_day(self) -> None:
        typed = (self.since.value(), self.until.value())
        known = (code for code, period in self._named().items() if period == typed)
        self.names.set_value(next(known, OTHER))
        self.chosen.emit()

    def _named(self) -> dict[str, Period]:
        today = self._clock.today()
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        return {
            MONTH: (first, today),
            LAST_MONTH: (before.replace(day=1), before),
            YEAR: (today.replace(month=1, day=1), today),
        }
