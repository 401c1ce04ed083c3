"""Items (事项): what somebody may come to the window for, in versions.

An item is what stands in the guide (办事指南): who may apply, which materials, which steps,
how long it takes. It changes with the rules, so that it is never changed but followed by
another version; whatever was accepted under one keeps that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.domain.counter.limits import TimeLimit

ItemId = NewType("ItemId", str)
VersionId = NewType("VersionId", str)

LINES, AFFAIRS = "business_line", "affair"
"""The code tables that items are sorted by."""
KEY_BYTES = 16


class Form(StrEnum):
    """In what form a material is shown (材料形式)."""

    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "both"
    SEEN = "seen"  # looked at and given back (查验)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One material (申请材料); ``when`` says when it is needed, empty for always."""

    name: str = ""
    form: Form = Form.ORIGINAL
    quantity: int = 1
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One ground in the law (依据), with its number and the day it came into force."""

    document: str = ""
    number: str = ""
    since: date | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """What an item tells.

    ``line`` is one of the nine business lines (业务线), ``affair`` one of the seven classes
    (七大类), ``responsible`` who answers for it. ``legal`` is the time a law allows,
    ``promised`` the one the station promises (承诺时限). ``verified``: somebody has
    compared it with what holds at this place.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    line: str = ""
    affair: str = ""
    responsible: str = ""
    who: str = ""
    materials: tuple[Material, ...] = ()
    steps: tuple[str, ...] = ()
    promised: TimeLimit | None = None
    legal: TimeLimit | None = None
    goes_to: str = ""
    result: str = ""
    fee: str = ""
    basis: tuple[Basis, ...] = ()
    note: str = ""
    verified: bool = False


class Origin(StrEnum):
    """Where a version comes from."""

    SHIPPED = "shipped"  # with the program
    STATION = "station"  # written here or at another device of the station


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemVersion:
    """An item as it holds from a day on; ``made_by`` is empty for what was shipped."""

    id: VersionId
    item_id: ItemId
    valid_from: date
    particulars: ItemDraft
    origin: Origin
    reason: str = ""
    made_by: str = ""
    order: str = ""  # of two from the same day the greater one came later


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the catalogue with all its versions, the latest first; never none.

    ``version`` counts the edits of what is kept of it here, 0 while nothing is.
    """

    id: ItemId
    versions: tuple[ItemVersion, ...]
    retired_on: date | None = None
    retired_reason: str = ""
    version: int = 0

    def on(self, day: date) -> ItemVersion:
        """Return the version that holds on *day*: the station's own before the shipped one.

        Before the first of them it is the earliest, so that there is always one.
        """
        begun = [each for each in self.versions if each.valid_from <= day]
        own = [each for each in begun if each.origin is Origin.STATION]
        return (own or begun or list(self.versions[-1:]))[0]

    def is_offered(self, day: date) -> bool:
        """Whether somebody may still come for it on *day*."""
        return self.retired_on is None or day < self.retired_on


def id_of_shipped(code: str) -> ItemId:
    """Return the key of the item shipped as *code*: the same at every device."""
    return ItemId(_key("item", code))


def id_of_contents(item: ItemId, valid_from: date, contents: str) -> VersionId:
    """Return the key of a shipped version: of the same *contents* it is the same."""
    return VersionId(_key("version", item, valid_from.isoformat(), contents))


def in_order(versions: Iterable[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Return *versions* with the latest first."""
    return tuple(
        sorted(versions, key=lambda each: (each.valid_from, each.order, each.id), reverse=True)
    )


def _key(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=KEY_BYTES).hexdigest()
