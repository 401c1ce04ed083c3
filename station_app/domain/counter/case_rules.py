"""What of cases is data: thresholds, reasons to stop the clock, results, offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.counter.limits import TimeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A code and what it is called on papers and in lists."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Named):
    """How a case may end; ``needs_reason``: not without saying why."""

    needs_reason: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOffice(Named):
    """An office (科室, 街道, 部门) that cases are transferred to."""

    kind: str
    aliases: tuple[str, ...] = ()
    phone: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRules:
    """The rules of cases.

    ``soon``: so long before it is due a case is amber. ``notice``: so long after it was
    received what lacks must be told, or it counts as accepted on that day (行政许可法 32条).
    ``supplement``: so long the applicant has to bring it.
    """

    soon: TimeLimit
    notice: TimeLimit
    supplement: TimeLimit
    stops: tuple[Named, ...]
    results: tuple[Result, ...]
    offices: tuple[CaseOffice, ...]

    def office(self, code: str) -> CaseOffice | None:
        """Return the office of *code*, if there is one."""
        return next((each for each in self.offices if each.code == code), None)

    def result(self, code: str) -> Result | None:
        """Return the result of *code*, if there is one."""
        return next((each for each in self.results if each.code == code), None)


def name_in(named: Iterable[Named], code: str) -> str:
    """Return what *code* is called among *named*; itself if nothing is known of it."""
    return next((each.name for each in named if each.code == code), code)
