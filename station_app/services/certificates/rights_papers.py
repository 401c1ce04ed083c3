"""What stands on the papers about people's own data, as values.

None shows its contents when it is printed: people stay out of logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Part:
    """A part of a record: titled values, or a table whose first line are the headings.

    ``shares`` are the widths of the columns of the table, ``remark`` stands beneath. Rows
    to be filled in by hand have the height ``room`` in millimetres at least.
    """

    title: str
    pairs: Pairs = ()
    table: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    remark: str = ""
    room: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PrivacyNotice:
    """What the notice (个人信息处理告知书) tells; ``parts`` are purposes and kinds of data."""

    station: str
    edition: str
    printed_on: date
    parts: tuple[Part, ...]
    days: str
    resident: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OwnData:
    """All that is held about one person (本人信息查询); ``is_masked``: numbers not in full."""

    number: str
    station: str
    name: str
    printed_on: date
    handler: str
    purpose: str
    check: str
    parts: tuple[Part, ...]
    masked: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RightsAnswer:
    """The answer to a request about own data; a refusal names its ``ground`` in law."""

    number: str
    asker: str
    holder: str
    kind: str
    received_on: date
    answered_on: date
    issuer: str
    answer: str = ""
    ground: str = ""
    ground_basis: str = ""
    handler: str = ""
    phone: str = ""
