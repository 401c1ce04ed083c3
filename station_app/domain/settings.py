"""What a station is called and how it works: typed, with defaults.

How the window looks belongs to the device and is no setting of the station.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import Problem
from station_app.domain.passphrases import DEFAULT_POLICY, RANGES, PassphrasePolicy

if TYPE_CHECKING:
    from collections.abc import Mapping

# people in a list: see station_app.domain.exports
REASON_ABOVE = 50
DEFAULT_APPROVAL_ABOVE = 500
MOST_APPROVAL_ABOVE = 5000
DEFAULT_FRESHNESS_DAYS = 365
DEFAULT_VALIDITY_DAYS = 30
MOST_CODE = 20
MOST_IDLE_MINUTES = 60
MOST_DAYS = 3650
CODE = re.compile(rf"[0-9A-Za-z-]{{1,{MOST_CODE}}}")
POLICY_FIELDS = {
    "passphrase_length": "least_length",
    "passphrase_classes": "least_classes",
    "passphrase_long": "long_enough",
    "passphrase_days": "days",
    "passphrase_barred": "barred",
    "lock_failures": "failures",
    "lock_minutes": "lock_minutes",
}
"""The settings that make up the policy for passphrases, and what it calls them."""
LIMITS = {
    "freshness_days": range(1, MOST_DAYS + 1),
    "validity_days": range(1, MOST_DAYS + 1),
    "idle_minutes": range(1, MOST_IDLE_MINUTES + 1),
    "export_limit": range(1, MOST_APPROVAL_ABOVE + 1),
    **{field: RANGES[figure] for field, figure in POLICY_FIELDS.items()},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The station's particulars and limits.

    ``code`` is the code of the community, by default its 12-digit statistical code
    (统计用区划代码), ``complaint_phone`` whom to complain to (监督电话), ``credit_code`` the
    unified social credit code (统一社会信用代码), ``word`` the station word of its
    numbers (such as 石社证字), ``freshness_days`` how old verified facts may be
    for a certificate, ``validity_days`` how long a certificate holds, ``export_limit`` above
    how many people a second person must agree to a list. The figures for passphrases are
    this device's own: a laptop that exchanges files cannot weaken them.
    """

    station_id: str = ""
    name: str = ""
    code: str = ""
    address: str = ""
    phone: str = ""
    complaint_phone: str = ""
    credit_code: str = ""
    word: str = ""
    clerk: str = ""
    approver: str = ""
    seal_keeper: str = ""
    freshness_days: int = DEFAULT_FRESHNESS_DAYS
    validity_days: int = DEFAULT_VALIDITY_DAYS
    idle_minutes: int = 10
    export_limit: int = DEFAULT_APPROVAL_ABOVE
    is_demo: bool = False
    passphrase_length: int = DEFAULT_POLICY.least_length
    passphrase_classes: int = DEFAULT_POLICY.least_classes
    passphrase_long: int = DEFAULT_POLICY.long_enough
    passphrase_days: int = DEFAULT_POLICY.days
    passphrase_barred: int = DEFAULT_POLICY.barred
    lock_failures: int = DEFAULT_POLICY.failures
    lock_minutes: int = DEFAULT_POLICY.lock_minutes

    def policy(self) -> PassphrasePolicy:
        """Return the rules for passphrases in force."""
        figures = {figure: getattr(self, field) for field, figure in POLICY_FIELDS.items()}
        return PassphrasePolicy(**figures)

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
    for field, limits in LIMITS.items():
        if getattr(settings, field) not in limits:
            facts = {"least": limits[0], "most": limits[-1]}
            found.append(Problem(field, "out-of-range", facts))
    return tuple(found)
