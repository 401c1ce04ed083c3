"""One row of a roster as a person: every cell read, every doubt given a code.

A refused row is set aside with its codes; a warned one is taken and can be
looked up; what is merely noted (a telephone nobody can read) goes into the
person's note, so nothing that stood in the roster is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import SameAs
from station_app.domain.findings import noted, warned
from station_app.domain.identity.id_card import FEMALE, MALE, read_id_cell
from station_app.domain.identity.phones import read_phones
from station_app.domain.names import clean_name
from station_app.services.imports.cells import day_of, part_of, text_of
from station_app.services.imports.columns import KEEP_IN_NOTE
from station_app.services.imports.lexicon import CODED, SEVERAL
from station_app.services.imports.papers import HMT_PROVINCES, read_paper
from station_app.services.imports.person import (
    NOTE_MARK,
    RosterPerson,
    RosterRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from station_app.services.imports.columns import TableMatch
    from station_app.services.imports.layout import Table
    from station_app.services.imports.lexicon import Lexicon
    from station_app.services.imports.reading import Cell

TAG_PREFIX = "tag:"
SPLIT_ADDRESS = {"estate": "", "building": "幢", "unit": "单元", "floor": "层", "room": "室"}
PARTS_OF_A_BUILDING = ("building", "unit", "room")
PLAIN = ("employer", "pinyin", "former_name")
REGISTERED_HERE = {"settled": True, "away": True, "empty": True} | dict.fromkeys(
    ("incomer", "separated", "foreign", "homeless"), False
)
SHARED = ("household_number", "head_name", "address", *SPLIT_ADDRESS, "hukou_address")


class RowReader:
    """Reads the rows of one table, by what its columns mean."""

    def __init__(self, table: Table, match: TableMatch, lexicon: Lexicon, *, index: int) -> None:
        self._table = table
        self._index = index
        self._lexicon = lexicon
        self._columns = match.fields()
        self._titles = {column.column: column.title for column in match.columns}
        self._single = {name: columns[0] for name, columns in self._columns.items()}
        self._coded = self._places_of(CODED)
        self._plain = self._places_of(PLAIN)
        self._merged = self._merged_cells()
        self._splits = [
            (column, SPLIT_ADDRESS[name]) for name, column in self._places_of(SPLIT_ADDRESS)
        ]
        self._is_split = bool(self._places_of(PARTS_OF_A_BUILDING))
        self._flags = [
            (name.removeprefix(TAG_PREFIX), column)
            for name, column in self._single.items()
            if name.startswith(TAG_PREFIX)
        ]

    def read(self, line: int) -> RosterRow:
        """Return the person in row *line* of the sheet."""
        sheet = self._table.sheet
        row = self._filled(line)
        person = RosterPerson()
        found = RosterRow(
            table=self._index, line=line, number=sheet.first_row + line, person=person
        )
        remarks: list[str] = []
        self._read_name(row, found)
        self._read_papers(row, found)
        self._read_codes(row, found, remarks)
        self._read_contact(row, found, remarks)
        self._read_addresses(row, found, remarks)
        self._read_household(row, found, remarks)
        self._read_tags(row, found, remarks)
        self._read_note(row, person, remarks)
        return found

    def address_text(self, line: int) -> str:
        """Return the words of the living address in row *line*, as they stand."""
        return self._address_text(self._filled(line))

    def _places_of(self, names: Iterable[str]) -> list[tuple[str, int]]:
        """Return those of *names* that the table has a column for, with that column."""
        return [(name, self._single[name]) for name in names if name in self._single]

    def _filled(self, line: int) -> Sequence[Cell]:
        """Return row *line* with what merged cells above it hold for it too."""
        row = self._table.sheet.rows[line]
        held = self._merged.get(line)
        if held is None:
            return row
        return [held.get(column, cell) for column, cell in enumerate(row)]

    def _merged_cells(self) -> dict[int, dict[int, Cell]]:
        # Only what a household has in common is written once and merged downwards.
        shared = {self._columns[name][0] for name in SHARED if name in self._columns}
        rows = self._table.sheet.rows
        found: dict[int, dict[int, Cell]] = {}
        for top, left, bottom, _ in self._table.sheet.merged:
            if left in shared and bottom > top > self._table.header.last:
                for line in range(top + 1, bottom + 1):
                    found.setdefault(line, {})[left] = rows[top][left]
        return found

    def _cell(self, row: Sequence[Cell], name: str) -> Cell:
        column = self._single.get(name)
        return "" if column is None else row[column]

    def _cells(self, row: Sequence[Cell], name: str) -> list[Cell]:
        return [row[column] for column in self._columns.get(name, ()) if row[column]]

    def _read_name(self, row: Sequence[Cell], found: RosterRow) -> None:
        reading = clean_name(text_of(self._cell(row, "name")))
        found.person.name = found.person.values["name"] = reading.name
        if reading.problems:
            found.findings += reading.problems

    def _read_papers(self, row: Sequence[Cell], found: RosterRow) -> None:
        """Read number, sex and birthday, and hold them against one another."""
        person = found.person
        kind, _ = self._lexicon.code("document", self._cell(row, "document_kind"))
        cell = self._cell(row, "id_number")
        reading = read_id_cell(cell, today=self._lexicon.today)
        is_usual = reading.is_acceptable and not reading.text.startswith(HMT_PROVINCES)
        if is_usual and not kind and not reading.problems:
            # The usual case, without a look at what else the cell could be.
            person.document_kind, person.document_number = "resident_id", reading.text
            born, sex = reading.born, reading.sex or ""
        else:
            paper = read_paper(cell, kind, reading, today=self._lexicon.today)
            found.findings += paper.findings
            person.document_kind, person.document_number = paper.kind, paper.number
            born, sex = paper.born, paper.sex
        self._read_sex(row, found, sex)
        told = self._read_birth(row, found, born) or born
        if told:
            person.values["born"] = told

    def _read_sex(self, row: Sequence[Cell], found: RosterRow, sex: str) -> None:
        """Keep the sex as typed, else the one the number tells."""
        typed, _ = self._lexicon.code("sex", self._cell(row, "sex"))
        if sex and typed in {MALE, FEMALE} and typed != sex:
            found.findings.append(warned("sex_mismatch", typed=typed, number=sex))
        if typed or sex:
            found.person.values["sex"] = typed or sex

    def _read_birth(self, row: Sequence[Cell], found: RosterRow, born: date | None) -> date | None:
        """Return the birthday as typed, held against the one the number tells."""
        cell = self._cell(row, "born")
        typed = day_of(cell)
        if typed is None:
            if cell:
                found.findings.append(noted("birth_unreadable", text=text_of(cell)))
            return None
        if born is not None and not typed.agrees_with(born):
            found.findings.append(warned("birth_mismatch", typed=str(typed), number=born))
        told = typed.as_date()
        if told is not None and told > self._lexicon.today:
            found.findings.append(warned("birth_in_future", born=told))
        return told

    def _read_codes(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        values = found.person.values
        for system, column in self._coded:
            cell = row[column]
            if system == "sex" or not cell:
                continue
            code, unknown = self._lexicon.code(system, cell)
            if code:
                values[system] = code
            elif unknown:
                self._keep_word(system, unknown, found, remarks)
        for name, column in self._plain:
            if text := text_of(row[column]):
                values[name] = text

    def _keep_word(self, name: str, word: str, found: RosterRow, remarks: list[str]) -> None:
        """Keep in the note what no table knows, under the title it stood under."""
        found.findings.append(noted("unknown_code", field=name, text=word))
        remarks.append(f"{self._titles.get(self._single.get(name, -1), name)}：{word}")

    def _read_contact(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        numbers: list[str] = []
        for cell in self._cells(row, "phone"):
            reading = read_phones(cell)
            numbers += reading.numbers
            if reading.problems or not reading.numbers:
                found.findings.append(noted("phone_unreadable", text=text_of(cell)))
                remarks.append(f"{self._titles[self._single['phone']]}：{text_of(cell)}")
        if numbers:
            numbers = list(dict.fromkeys(numbers))
            found.person.values["phone"] = numbers[0]
            if len(numbers) > 1:
                found.person.values["other_phone"] = SEVERAL.join(numbers[1:])

    def _read_addresses(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        person, values = found.person, found.person.values
        self._read_living(row, found, remarks)
        registered = "".join([text_of(cell) for cell in self._cells(row, "hukou_address")])
        if registered:
            person.registered, _ = self._lexicon.address(registered)
            values["hukou_address"] = registered
        code, unknown = self._lexicon.code("population", self._cell(row, "population"))
        if unknown:
            self._keep_word("population", unknown, found, remarks)
        if code in REGISTERED_HERE:
            values["hukou_local"] = REGISTERED_HERE[code]
        elif person.registered.same_as is SameAs.RESIDENCE:
            values["hukou_local"] = True

    def _read_living(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        person, values = found.person, found.person.values
        text = self._address_text(row)
        if text:
            person.address, person.living = self._lexicon.address(text)
            if person.address.note:
                remarks.append(person.address.note)
        basis, unknown = self._lexicon.code("living_basis", self._cell(row, "living_basis"))
        if unknown:
            self._keep_word("living_basis", unknown, found, remarks)
        if basis:
            values["living_basis"] = basis
        since = day_of(self._cell(row, "living_since"))
        if since is not None and (day := since.as_date()) is not None:
            values["living_since"] = day

    def _address_text(self, row: Sequence[Cell]) -> str:
        """Return the words of the living address, put together from its parts if need be."""
        text = "".join([part_of(cell) for cell in self._cells(row, "address")])
        if not self._is_split:
            return text or part_of(self._cell(row, "estate"))
        whole = "".join([_marked(part_of(row[column]), mark) for column, mark in self._splits])
        estate = part_of(self._cell(row, "estate"))
        # Parts are asked for, but only the estate is filled in: the address says the rest.
        if whole == estate:
            return text or estate
        return whole if estate else text + whole

    def _read_household(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        person = found.person
        person.household_number = text_of(self._cell(row, "household_number"))
        person.head_name = clean_name(text_of(self._cell(row, "head_name"))).name
        code, unknown = self._lexicon.code("relation", self._cell(row, "relation"))
        person.relation = code
        if unknown:
            self._keep_word("relation", unknown, found, remarks)

    def _read_tags(self, row: Sequence[Cell], found: RosterRow, remarks: list[str]) -> None:
        words = [text_of(cell) for cell in self._cells(row, "tags")]
        words += [
            word for word, column in self._flags if text_of(row[column]) in self._lexicon.marks
        ]
        if not words:
            return
        text = SEVERAL.join(words)
        found.person.tags, unknown = self._lexicon.tags(text)
        # neither taken nor kept in the note, where everybody would read it
        if self._lexicon.names_restricted(text):
            found.findings.append(noted("tag_restricted"))
        for word in unknown:
            self._keep_word("tags", word, found, remarks)

    def _read_note(self, row: Sequence[Cell], person: RosterPerson, remarks: list[str]) -> None:
        notes = [text_of(cell) for cell in self._cells(row, "note")]
        remarks += [
            f"{self._titles[column]}：{text}"
            for column in self._columns.get(KEEP_IN_NOTE, ())
            if (text := text_of(row[column]))
        ]
        if notes or remarks:
            person.values["note"] = NOTE_MARK.join(filter(None, notes + remarks))


def _marked(part: str, mark: str) -> str:
    """Return a part of an address with its mark: 3 is 3幢, 3幢 is 3幢, nothing is nothing."""
    is_bare = part[-1:].isdigit() or (part.isascii() and part.isalpha())
    return part + mark if is_bare else part
