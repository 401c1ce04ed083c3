"""Of which days a list tells: a year, a half, a quarter, a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.problems import days_of
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

WIDTH = 200


class PeriodField(CodeField):
    """Chosen from a list, or typed (2026-Q1)."""

    def __init__(self, title: str) -> None:
        super().__init__(title, [])
        self.setMaximumWidth(WIDTH)

    def offer(self, periods: Sequence[str]) -> None:
        """Offer *periods*; what is chosen stays, else it is the first."""
        former = self.value()
        self.set_choices([Choice(each, self._words(each)) for each in periods])
        if former in periods:
            self.set_value(former)
        elif periods:
            self.set_value(periods[0])

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day of what is chosen."""
        return days_of(self.value())

    def words(self) -> str:
        """Return what is chosen, as it is read."""
        return self._words(self.value())

    def _words(self, period: str) -> str:
        year, _, part = period.partition("-")
        if not part:
            return self.tr("{year}").format(year=year)
        if part[0] == "Q":
            return self.tr("{year}, quarter {number}").format(year=year, number=part[1])
        if part[0] == "H":
            return self.tr("{year}, half {number}").format(year=year, number=part[1])
        return self.tr("{year}-{month}").format(year=year, month=part)
