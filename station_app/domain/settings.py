"""What a station is called and how it works: typed, with defaults.

How the window looks belongs to the device and is no setting of the station.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_FRESHNESS_DAYS = 365
DEFAULT_VALIDITY_DAYS = 30
MOST_CODE = 20
MOST_IDLE_MINUTES = 60
MOST_DAYS = 3650
CODE = re.compile(rf"[0-9A-Za-z-]{{1,{MOST_CODE}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The station's particulars and limits.

    ``code`` is the code of the community, by default its 12-digit statistical code
    (统计用区划代码), ``credit_code`` the
    unified social credit code (统一社会信用代码), ``word`` the station word of its
    numbers (such as 石社证字), ``freshness_days`` how old verified facts may be
    for a certificate, ``validity_days`` how long a certificate holds.
    """

    station_id: str = ""
    name: str = ""
    code: str = ""
    address: str = ""
    phone: str = ""
    credit_code: str = ""
    word: str = ""
    clerk: str = ""
    approver: str = ""
    seal_keeper: str = ""
    freshness_days: int = DEFAULT_FRESHNESS_DAYS
    validity_days: int = DEFAULT_VALIDITY_DAYS
    idle_minutes: int = 10
    is_demo: bool = False

    def word_of_numbers(self) -> str:
        """Return the station word, made from the name as long as none is set."""
        return self.word or f"{self.name.removesuffix('服务站').removesuffix('社区')[:6]}社证字"


def settings_from(kept: Mapping[str, Any]) -> Settings:
    """Return the settings *kept* by name; a newer program may have left some we do not know."""
    known = {field.name for field in fields(Settings)}
    return Settings(**{key: value for key, value in kept.items() if key in known})


def problems_with(settings: Settings) -> tuple[Problem, ...]:
    """Return what keeps *settings* from being accepted, field by field."""
    found = []
    if not settings.name.strip():
        found.append(Problem("name", "missing"))
    # statistical code 12 digits, GA/T 2000.33 15 digits; offices have codes of their own besides
    if settings.code and not CODE.fullmatch(settings.code):
        found.append(Problem("code", "not-a-code", {"most": MOST_CODE}))
    limits = {
        "freshness_days": MOST_DAYS,
        "validity_days": MOST_DAYS,
        "idle_minutes": MOST_IDLE_MINUTES,
    }
    for field, most in limits.items():
        if not 1 <= getattr(settings, field) <= most:
            found.append(Problem(field, "out-of-range", {"least": 1, "most": most}))
    return tuple(found)
