"""A person as a row of a roster tells of him, before the store is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.addresses import NOTHING, AddressReading
from station_app.domain.findings import Severity

if TYPE_CHECKING:
    from station_app.domain.findings import Finding

Likeness = tuple[str, str, str]
"""Name, birthday (ISO, empty when not told) and dwelling."""

NO_ADDRESS = AddressReading(NOTHING)
NOTE_MARK = "；"


@dataclass(slots=True, kw_only=True)
class RosterPerson:
    """A person as a row tells of him; what the row does not tell is empty.

    ``values`` are columns of the residents' table (particulars, contact, the
    registered address) for which the row holds something, the name among them;
    ``living`` is the rendered ``address``.
    """

    name: str = ""
    values: dict[str, object] = field(default_factory=dict)
    document_kind: str = ""
    document_number: str = ""
    household_number: str = ""
    head_name: str = ""
    relation: str = ""
    address: AddressReading = NO_ADDRESS
    living: str = ""
    registered: AddressReading = NO_ADDRESS
    tags: tuple[str, ...] = ()

    def likeness(self) -> Likeness:
        """Return what somebody without a number is recognised by."""
        return (self.name, str(self.values.get("born") or ""), self.living)


@dataclass(slots=True, kw_only=True)
class RosterRow:
    """A row that is a person: where it stands, who it is, what is to be said of it.

    ``number`` is the row number that the office program shows, ``household`` the
    index of the roster's household, -1 for none.
    """

    table: int
    line: int
    number: int
    person: RosterPerson
    household: int = -1
    findings: list[Finding] = field(default_factory=list)

    def refusals(self) -> list[Finding]:
        """Return what keeps the row from being taken, the principal one first."""
        return [found for found in self.findings if found.severity is Severity.REFUSED]

    def is_refused(self) -> bool:
        """Whether the row is set aside."""
        if not self.findings:
            return False
        return any(found.severity is Severity.REFUSED for found in self.findings)
