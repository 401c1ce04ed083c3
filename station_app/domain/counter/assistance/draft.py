"""A pre-check as typed: the family, what it has, and the days the clock runs from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.assistance.members import Member

CheckId = NewType("CheckId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """An asset: fen or a number of pieces; ``is_needed``: to live or work by (豁免)."""

    kind: str = ""
    amount: int = 0
    is_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CheckDraft:
    """What is told of a family that may apply; people stay out of logs.

    ``standard`` in fen, with its source, overrules the one that was shipped for ``area``.
    ``accepted_on`` is the day of the street, ``published_on`` that of the publicity.
    """

    received_on: date | None = None
    accepted_on: date | None = None
    published_on: date | None = None
    is_special: bool = False
    area: str = ""
    standard: int = 0
    standard_source: str = ""
    is_registered_here: bool | None = None
    has_staff_relative: bool | None = None
    is_authorised: bool = False
    members: tuple[Member, ...] = ()
    assets: tuple[Asset, ...] = ()
    assets_told: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Check:
    """A pre-check as it is kept."""

    id: CheckId
    version: int
    resident_id: str
    name: str
    particulars: CheckDraft
    is_binned: bool
