"""What stands on each paper, as values: made by the services, read by the wording.

None shows its contents when it is printed: people and keys stay out of logs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.settings import DEFAULT_VALIDITY_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ResidenceCertificate:
    """What a certificate of residence (居住情况证明) tells.

    ``number`` is None while it is a draft. ``since`` counts by the month. What is empty
    is left out of the paper: ``addressee`` (致), ``sex``, ``basis`` (自有, 租住, 借住 …),
    ``hukou_address``, ``verified_by``, ``credit_code`` (统一社会信用代码), ``phone``; for
    ``handler`` (经办人) and ``approver`` (审核人) room is left to sign.
    ``code`` are the digits of its code (核验码). A reprint (补发) names the number it stands
    for and why.
    """

    number: str | None = None
    name: str
    document_kind: str
    document_number: str
    address: str
    verified_on: date
    verification: str
    purpose: str
    issued_on: date
    issuer: str
    handler: str = ""
    approver: str = ""
    addressee: str = ""
    sex: str = ""
    since: date | None = None
    basis: str = ""
    hukou_address: str = ""
    verified_by: str = ""
    validity_days: int = DEFAULT_VALIDITY_DAYS
    credit_code: str = ""
    phone: str = ""
    reissue_of: str = ""
    reissue_reason: str = ""
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Certificate:
    """What a certificate of any kind tells: its facts as they are written.

    ``facts`` are named as templates name them; those that are not told are empty.
    ``answers`` are what was answered to what the template asks, as it was typed.
    """

    kind: str
    facts: Mapping[str, str]
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Where somebody has to go instead of the station, and for what."""

    office: str
    brings: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RefusalSlip:
    """What the slip for a certificate that is not ours to issue tells (不予出具证明告知单).

    ``asked`` is the title of the certificate, ``reason`` a clause that goes on after
    “您申请出具的…，经核对，”. An address or telephone left empty is filled in by hand.
    """

    asked: str
    reason: str
    directions: tuple[Direction, ...]
    issued_on: date
    issuer: str
    basis: str = ""
    handler: str = ""
    applicant: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SealUse:
    """One use of the seal: a line of the register (用印登记簿)."""

    day: date
    number: str
    title: str
    purpose: str
    copies: int
    handler: str
    approver: str
    seal_keeper: str
    recipient: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SealRegister:
    """The uses of a station's seal between two days, in their order.

    ``made_by`` and ``made_at`` are its mark: who took the list out, and when.
    """

    station: str
    first_day: date
    last_day: date
    made_by: str
    made_at: str
    uses: tuple[SealUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ActCount:
    """How often one member of staff did one thing, at one device."""

    act: str
    who: str
    device: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DaySheet:
    """A day's work (工作日志页), with the head of the audit as it leaves the machine.

    ``first`` and ``last`` are entries in words, ``line`` is the last one as it is typed
    back, ``others`` are such lines of other devices.
    """

    station: str
    day: date
    total: int
    issued: int
    acts: tuple[ActCount, ...]
    papers: tuple[SealUse, ...]
    first: str
    last: str
    line: str
    others: tuple[str, ...]
    made_at: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AuditLine:
    """One entry of the audit on paper."""

    number: int
    at: str
    who: str
    device: str
    act: str
    about: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AuditListing:
    """Entries of the audit for an inspector; ``mark`` says who took them out, when and why."""

    station: str
    wanted: str
    mark: str
    lines: tuple[AuditLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FirstPassphraseSheet:
    """The slip with somebody's first passphrase, in the groups in which it is read out."""

    station: str
    name: str
    made_on: date
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RecoveryKeySheet:
    """The paper recovery key of a station: the key in its groups, as it is typed back."""

    station: str
    made_on: date
    groups: tuple[str, ...]
