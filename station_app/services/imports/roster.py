"""A whole file as people and households, with all that is to be said about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.findings import Severity, refused
from station_app.services.imports.grouping import RosterHousehold, group, settle_addresses
from station_app.services.imports.lexicon import Lexicon
from station_app.services.imports.rows import RowReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from station_app.domain.codes import CodeTable
    from station_app.services.imports.columns import TableMatch
    from station_app.services.imports.layout import Table
    from station_app.services.imports.person import Likeness, RosterRow
    from station_app.services.progress import Progress

STEP = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The people of a file, in its order, and their households."""

    rows: tuple[RosterRow, ...]
    households: tuple[RosterHousehold, ...]

    def taken(self) -> list[RosterRow]:
        """Return the rows that can be brought in."""
        return [row for row in self.rows if not row.is_refused()]

    def counts(self, severity: Severity) -> dict[str, int]:
        """Return how many rows each code of *severity* was found in.

        A refused row counts once, by its principal code; what is warned or noted
        about it does not count.
        """
        counts: Counter[str] = Counter()
        for row in self.rows:
            refusals = row.refusals()
            if severity is Severity.REFUSED:
                counts.update(found.code for found in refusals[:1])
            elif not refusals:
                counts.update({found.code for found in row.findings if found.severity is severity})
        return dict(counts)


def read_roster(
    tables: Sequence[Table],
    matches: Sequence[TableMatch],
    codes: Mapping[str, CodeTable],
    *,
    today: date,
    marks: frozenset[str],
    estates: tuple[str, ...],
    progress: Progress,
) -> Roster:
    """Return the people and households of *tables*.

    *marks* stand for "yes" in a column of one tag. *estates* are the names of
    places the station knows; those the file itself names are known from its
    first row on, so that every wording finds them.
    """
    lexicon = Lexicon(codes, today=today, marks=marks, estates=estates)
    # A first pass over the addresses: a short name in row 2 is completed by row 2,000.
    lexicon = lexicon.knowing(_estates(tables, matches, lexicon, estates))
    total = sum(len(table.lines) for table in tables)
    rows: list[RosterRow] = []
    for index, (table, match) in enumerate(zip(tables, matches, strict=True)):
        reader = RowReader(table, match, lexicon, index=index)
        for line in table.lines:
            if len(rows) % STEP == 0:
                progress.step(len(rows), total, "understanding")
            rows.append(reader.read(line))
    households = group(rows)
    settle_addresses(rows, households)
    refuse_repeated(rows)
    return Roster(rows=tuple(rows), households=tuple(households))


def refuse_repeated(rows: Sequence[RosterRow]) -> None:
    """Refuse whoever stands in the file before, by number or, without one, by likeness.

    People without a number are alike when name, birthday and dwelling are.
    """
    numbers: dict[str, int] = {}
    likenesses: dict[Likeness, int] = {}
    for row in rows:
        if row.is_refused():
            continue
        person = row.person
        like = person.likeness()
        before = (
            numbers.get(person.document_number) if person.document_number else likenesses.get(like)
        )
        if before is not None:
            row.findings.append(refused("duplicate_in_file", row=before))
            continue
        likenesses.setdefault(like, row.number)
        if person.document_number:
            numbers[person.document_number] = row.number


def _estates(
    tables: Sequence[Table],
    matches: Sequence[TableMatch],
    lexicon: Lexicon,
    estates: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the known places and those that dwellings of the file lie in."""
    found = dict.fromkeys(estates)
    for index, (table, match) in enumerate(zip(tables, matches, strict=True)):
        reader = RowReader(table, match, lexicon, index=index)
        texts = {reader.address_text(line) for line in table.lines}
        for reading, _ in map(lexicon.address, sorted(texts)):
            if reading.parts.is_dwelling:
                found[reading.parts.estate] = None
    return tuple(filter(None, found))
