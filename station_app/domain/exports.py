"""Giving lists out (导出): what must be said, from how many people on, and who else agrees.

The figures follow the crime line of 法释〔2017〕10号 article 5 (50, 500, 5000 pieces of
information) and the personal information protection law (个人信息保护法) articles 6, 13, 23.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.errors import Problem
from station_app.domain.settings import DEFAULT_APPROVAL_ABOVE, REASON_ABOVE

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

LONGEST: Final = {"recipient": 120, "purpose": 200, "reason": 200}
ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is taken for another
SERIAL_LENGTH: Final = 5


class ExportState(StrEnum):
    """How far an export has come."""

    BEGUN = "begun"  # asked for, and nothing was written: stopped, or the file failed
    GIVEN = "given"


class CopyKind(StrEnum):
    """What single files are entered in the register as; lists have kinds of their own."""

    CASE_FILE = "case_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsk:
    """What is said about an export before it is made.

    ``ground`` is a code of the table ``legal_ground``, ``is_full`` asks for numbers in full.
    """

    recipient: str = ""
    purpose: str = ""
    ground: str = ""
    reason: str = ""
    is_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLimits:
    """From how many people on more is asked for."""

    reason_above: int = REASON_ABOVE
    approval_above: int = DEFAULT_APPROVAL_ABOVE

    def asks_reason(self, people: int) -> bool:
        """Whether it must be said why so many are given out."""
        return people > self.reason_above

    def asks_approval(self, people: int) -> bool:
        """Whether a second person must agree."""
        return people > self.approval_above


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLine:
    """One export as the register of exports (导出登记) tells it.

    ``columns`` are those of a list; of a copy of a file of a case it is the number of that.
    """

    id: str
    number: str
    given_at: datetime
    given_by: str
    list_kind: str
    people: int
    columns: tuple[str, ...]
    is_full: bool
    recipient: str
    purpose: str
    ground: str
    reason: str
    approved_by: str
    file_name: str
    sha256: str
    state: ExportState


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFilter:
    """Which exports are to be seen; an empty condition does not narrow."""

    text: str = ""
    since: date | None = None
    until: date | None = None
    is_full: bool = False
    is_approved: bool = False


def problems_with(
    ask: ExportAsk, *, people: int, limits: ExportLimits, grounds: Collection[str]
) -> tuple[Problem, ...]:
    """Return what keeps an export from being made, field by field."""
    found = []
    needed = ["recipient", "purpose"]
    if limits.asks_reason(people):
        needed.append("reason")
    found += [Problem(name, "missing") for name in needed if not getattr(ask, name).strip()]
    if ask.ground not in grounds:
        found.append(Problem("ground", "missing"))
    found += [
        Problem(name, "too-long", {"most": most})
        for name, most in LONGEST.items()
        if len(getattr(ask, name).strip()) > most
    ]
    return tuple(found)


def new_export_number(day: date) -> str:
    """Return the serial number of an export made on *day*, such as ``20260301-7K3FQ``.

    By chance and not by counting: devices that do not hear of one another give no number
    twice, and a number tells nobody how many there were.
    """
    chance = "".join(secrets.choice(ALPHABET) for _ in range(SERIAL_LENGTH))
    return f"{day:%Y%m%d}-{chance}"
