"""What reading an entry found out about it: stable codes, a weight, and facts.

A reader (of a number, a name, an address) never fails on bad text: it gives
back what it could make of it and its findings. What to do about them is the
caller's decision; the sentences belong to the user interface.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """How much a finding weighs."""

    REFUSED = "refused"
    WARNED = "warned"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; ``facts`` complete its sentence and are not compared or shown."""

    code: str
    severity: Severity
    facts: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)


def refused(code: str, **facts: object) -> Finding:
    """Return a finding that keeps the entry from being accepted."""
    return Finding(code, Severity.REFUSED, facts)


def warned(code: str, **facts: object) -> Finding:
    """Return a finding a person should look at; the entry is accepted."""
    return Finding(code, Severity.WARNED, facts)


def noted(code: str, **facts: object) -> Finding:
    """Return a finding that only tells what was done to the entry."""
    return Finding(code, Severity.NOTED, facts)


def are_acceptable(findings: Iterable[Finding]) -> bool:
    """Whether none of *findings* refuses the entry."""
    return all(finding.severity is not Severity.REFUSED for finding in findings)


def refusals(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of *findings* that refuse the entry."""
    return tuple(finding for finding in findings if finding.severity is Severity.REFUSED)
