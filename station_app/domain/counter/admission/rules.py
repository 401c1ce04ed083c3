"""The terms of admission as they are given out for a place: data, with their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.domain.counter.case_rules import Named
    from station_app.domain.counter.limits import TimeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionRules:
    """How long ahead is asked, in how many days it is decided; what else is data.

    ``ahead``: what is to begin is asked for at least so long before; ``decide``: from the
    day it was asked for. ``grounds`` are the usual reasons for a refusal.
    """

    source: str
    is_checked: bool
    ahead: TimeLimit
    decide: TimeLimit
    frequencies: tuple[Named, ...]
    grounds: tuple[Named, ...]
    points: tuple[Named, ...]

    @property
    def codes_of_frequencies(self) -> frozenset[str]:
        """The codes of how often something is due."""
        return frozenset(each.code for each in self.frequencies)

    def frequency(self, code: str) -> str:
        """Return what the frequency *code* is called; nothing of none."""
        return next((each.name for each in self.frequencies if each.code == code), code)
