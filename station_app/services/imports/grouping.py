"""Which rows are one household (户), however the roster says so.

By its number, which may stand in the first row only, in a merged cell, in every
row, and may begin again at one on each sheet; by the name of its head; or by
nothing but the row of the head (户主) with which each household begins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.addresses import SameAs, render
from station_app.domain.findings import noted
from station_app.domain.residents.households import HEAD_RELATIONS
from station_app.services.imports.person import NO_ADDRESS, NOTE_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.addresses import AddressReading
    from station_app.services.imports.person import RosterRow


@dataclass(slots=True, kw_only=True)
class RosterHousehold:
    """A household of the roster: its number (may be empty) and its rows in order."""

    number: str
    head_name: str = ""
    table: int
    rows: list[RosterRow] = field(default_factory=list)

    def head(self) -> RosterRow | None:
        """Return the row of its head, or of its first member that is taken."""
        taken = [row for row in self.rows if not row.is_refused()]
        heads = [row for row in taken if row.person.relation in HEAD_RELATIONS]
        return next(iter(heads or taken), None)

    def has_head(self) -> bool:
        """Whether a row names itself the head."""
        return any(row.person.relation in HEAD_RELATIONS for row in self.rows)

    def address(self) -> str:
        """Return the first address its rows tell, rendered."""
        return next(filter(None, (row.person.living for row in self.rows)), "")


def group(rows: Sequence[RosterRow]) -> list[RosterHousehold]:
    """Return the households of *rows*; each row is told its own."""
    grouping = _Grouping()
    for row in rows:
        grouping.place(row)
    return grouping.households


def settle_addresses(rows: Sequence[RosterRow], households: Sequence[RosterHousehold]) -> None:
    """Put real addresses in the place of "same as above", and of nothing at all.

    Somebody without an address lives where the others of his household live.
    """
    above: RosterRow | None = None
    for row in rows:
        person = row.person
        followed = _followed(row, above, households)
        if followed is not person.address:
            person.address, person.living = followed, render(followed.parts)
        if person.registered.same_as is SameAs.RESIDENCE:
            person.values["hukou_address"] = person.address.text
        elif person.registered.same_as is SameAs.ABOVE and above is not None:
            person.values["hukou_address"] = above.person.values.get("hukou_address", "")
        elif person.registered.parts.is_dwelling:
            person.values["hukou_address"] = person.registered.text
        parts = person.address.parts
        if not person.address.is_empty and not (parts.estate and parts.is_dwelling):
            row.findings.append(noted("address_incomplete", text=person.address.text))
            _keep_nameless(row)
        # Refused rows too: "same as above" means what stands on paper.
        above = row


class _Grouping:
    """The households found so far, and the one the present row may belong to."""

    def __init__(self) -> None:
        self.households: list[RosterHousehold] = []
        self._numbered: dict[str, list[int]] = {}
        self._current = -1

    def place(self, row: RosterRow) -> None:
        """Tell *row* its household."""
        person = row.person
        if self._current >= 0 and self.households[self._current].table != row.table:
            self._current = -1
        if person.household_number:
            index = self._by_number(row)
        elif person.head_name:
            index = self._by_head_name(row)
        elif person.relation in HEAD_RELATIONS:
            index = self._by_head(row)
        else:
            index = self._current if person.relation or self._is_numbered() else -1
        if index >= 0:
            row.household = index
            self.households[index].rows.append(row)
        self._current = index

    def _is_numbered(self) -> bool:
        return self._current >= 0 and bool(self.households[self._current].number)

    def _by_number(self, row: RosterRow) -> int:
        number = row.person.household_number
        if self._current >= 0 and self.households[self._current].number == number:
            return self._current
        known = self._numbered.get(number, ())
        # The latest first: numbers begin again on every sheet.
        for index in reversed(known):
            if self._is_one_with(self.households[index], row):
                return index
        return self._new(row)

    def _is_one_with(self, household: RosterHousehold, row: RosterRow) -> bool:
        """Whether *row*, apart from the household of the same number, belongs to it."""
        address = row.person.living
        if address and household.address() == address:
            return True
        is_head = row.person.relation in HEAD_RELATIONS
        return household.table == row.table and not (is_head and household.has_head())

    def _by_head_name(self, row: RosterRow) -> int:
        if self._current >= 0:
            household = self.households[self._current]
            if household.head_name == row.person.head_name and not (
                row.person.relation in HEAD_RELATIONS and household.has_head()
            ):
                return self._current
        return self._new(row)

    def _by_head(self, row: RosterRow) -> int:
        """Begin a household, unless the present one still lacks its head."""
        if self._is_numbered() and not self.households[self._current].has_head():
            return self._current
        return self._new(row)

    def _new(self, row: RosterRow) -> int:
        person = row.person
        self.households.append(
            RosterHousehold(
                number=person.household_number, head_name=person.head_name, table=row.table
            )
        )
        index = len(self.households) - 1
        if person.household_number:
            self._numbered.setdefault(person.household_number, []).append(index)
        return index


def _keep_nameless(row: RosterRow) -> None:
    """Keep an address that names no place ("3-2") in the note: no dwelling can be it."""
    person = row.person
    if person.address.parts.estate:
        return
    told = (str(person.values.get("note", "")), person.address.text)
    person.values["note"] = NOTE_MARK.join(filter(None, told))
    person.address, person.living = NO_ADDRESS, ""


def _followed(
    row: RosterRow, above: RosterRow | None, households: Sequence[RosterHousehold]
) -> AddressReading:
    """Return the address that *row* means."""
    own = row.person.address
    if own.same_as is SameAs.ABOVE and above is not None:
        return above.person.address
    if own.same_as is SameAs.HUKOU:
        return row.person.registered
    if own.is_empty and row.household >= 0:
        for other in households[row.household].rows:
            if other.person.living:
                row.findings.append(noted("address_of_household"))
                return other.person.address
    return own
