"""Households (户): who lives or is registered together, and who heads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from station_app.domain.residents.people import ResidentId
    from station_app.domain.residents.standing import Standing

HouseholdId = NewType("HouseholdId", str)

HEAD = "02"  # 户主 (GB/T 4761)
HEAD_RELATIONS = frozenset({"01", HEAD})  # 本人, 户主


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdDraft:
    """A household's own particulars; ``kind`` is 家庭户 or 集体户."""

    number: str = ""
    kind: str = "family"
    dwelling_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of a household, as its list shows him."""

    id: ResidentId
    name: str
    sex: str
    relation: str
    number: str
    standing: Standing
    age: int | None

    def is_head(self) -> bool:
        """Whether he heads the household (户主)."""
        return self.relation in HEAD_RELATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A household as kept, its head first."""

    id: HouseholdId
    version: int
    particulars: HouseholdDraft
    address: str
    members: tuple[Member, ...]
