"""The station's code tables as a roster's cells are read against them.

One lexicon serves one reading: what a wording means is looked up once for each
wording, for a column of twenty thousand cells holds a dozen of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from station_app.domain.addresses import AddressReading, read_address, render
from station_app.domain.codes import Tag
from station_app.services.imports.cells import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.codes import Code, CodeTable
    from station_app.services.imports.reading import Cell

CODED = ("sex", "ethnicity", "education", "politics", "marital", "health", "occupation")
SYSTEMS = (*CODED, "relation", "population", "living_basis", "document", "tag")
SEVERAL = "、"
HEAD = "户主"
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


class Lexicon:
    """Code tables by system, the estates the station knows, and the present day.

    ``marks`` are what stands for "yes" in a column of one tag.
    """

    def __init__(
        self,
        tables: Mapping[str, CodeTable],
        *,
        today: date,
        marks: frozenset[str] = frozenset(),
        estates: tuple[str, ...] = (),
    ) -> None:
        self.today = today
        self.marks = marks
        self._tables = {system: tables[system] for system in SYSTEMS}
        self._estates = estates
        self._codes: dict[str, dict[str, tuple[str, str]]] = {system: {} for system in SYSTEMS}
        self._tags: dict[str, tuple[tuple[str, ...], tuple[str, ...], bool]] = {}
        self._addresses: dict[str, tuple[AddressReading, str]] = {}

    def knowing(self, estates: tuple[str, ...]) -> Lexicon:
        """Return a lexicon that knows *estates* too, with every reading that still holds."""
        lexicon = Lexicon(self._tables, today=self.today, marks=self.marks, estates=estates)
        known = set(estates)
        # What began with its own estate reads the same however many more are known.
        lexicon._addresses = {
            text: (reading, rendered)
            for text, (reading, rendered) in self._addresses.items()
            if reading.parts.estate in known and text.startswith(reading.parts.estate)
        }
        return lexicon

    def tag_words(self) -> frozenset[str]:
        """Return the names and other wordings of all tags."""
        return frozenset(
            word for entry in self._tables["tag"].entries for word in (entry.name, *entry.aliases)
        )

    def code(self, system: str, cell: Cell) -> tuple[str, str]:
        """Return the code that *cell* names, and the wording when nobody knows it."""
        known = self._codes[system]
        if isinstance(cell, str) and (found := known.get(cell)) is not None:
            return found
        text = text_of(cell)
        entry = self._entry(system, text) if text else None
        told = (entry.code, "") if entry else ("", text)
        if isinstance(cell, str):
            known[cell] = told
        return told

    def _entry(self, system: str, text: str) -> Code | None:
        table = self._tables[system]
        found = table.by_name(text)
        if found is None and system == "relation":
            # 户主之妻, 户主的儿子, 子(已故): the relation with what people write around it.
            plain = BRACKETS.sub("", text).strip()
            rest = plain.removeprefix(HEAD).lstrip("之的/、")
            found = table.by_name(rest) or (table.by_name(HEAD) if rest == "" else None)
        return found

    def tags(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the tags that *text* lists, and the words that name none."""
        return self._listed(text)[:2]

    def names_restricted(self, text: str) -> bool:
        """Whether *text* lists a tag that only its officers may give."""
        return self._listed(text)[2]

    def _listed(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        if text not in self._tags:
            entries, unknown = self._tables["tag"].read_list(text)
            codes = tuple(entry.code for entry in entries if not _is_restricted(entry))
            self._tags[text] = (codes, unknown, len(codes) < len(entries))
        return self._tags[text]

    def address(self, text: str) -> tuple[AddressReading, str]:
        """Return what *text* means as an address, and its parts rendered."""
        found = self._addresses.get(text)
        if found is None:
            reading = read_address(text, self._estates)
            found = self._addresses[text] = (reading, render(reading.parts))
        return found


def _is_restricted(entry: Code) -> bool:
    return isinstance(entry, Tag) and entry.is_restricted
