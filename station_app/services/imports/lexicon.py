"""The station's code tables as a roster's cells are read against them.

One lexicon serves one reading: what a wording means is looked up once for each
wording, for a column of twenty thousand cells holds a dozen of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import AddressReading, read_address
from station_app.domain.codes import fold_word
from station_app.domain.identity.phones import PhoneReading, read_phones
from station_app.services.imports.cells import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.codes import CodeTable
    from station_app.services.imports.reading import Cell

CODED = ("sex", "ethnicity", "education", "politics", "marital", "health", "occupation")
SYSTEMS = (*CODED, "relation", "population", "living_basis", "document", "tag")
SEVERAL = "、"
TAG_CACHE = 10_000


class Lexicon:
    """Code tables by system, the estates the station knows, and the present day."""

    def __init__(
        self,
        tables: Mapping[str, CodeTable],
        *,
        today: date,
        estates: tuple[str, ...] = (),
    ) -> None:
        self.today = today
        self._tables = {system: tables[system] for system in SYSTEMS}
        self._estates = estates
        self._codes: dict[str, dict[str, str]] = {system: {} for system in SYSTEMS}
        self._tags: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._addresses: dict[str, AddressReading] = {}

    def tag_words(self) -> frozenset[str]:
        """Return the names and other wordings of all tags."""
        return frozenset(
            word for entry in self._tables["tag"].entries for word in (entry.name, *entry.aliases)
        )

    def code(self, system: str, cell: Cell) -> tuple[str, str]:
        """Return the code that *cell* names, and the wording when nobody knows it."""
        text = text_of(cell)
        if not text:
            return "", ""
        known = self._codes[system]
        if text not in known:
            entry = self._tables[system].by_name(text)
            known[text] = entry.code if entry else ""
        return known[text], "" if known[text] else text

    def tags(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the tags that *text* lists, and the words that name none."""
        if text not in self._tags:
            entries, unknown = self._tables["tag"].read_list(text)
            self._tags[text] = (tuple(entry.code for entry in entries), unknown)
        return self._tags[text]

    def address(self, text: str) -> AddressReading:
        """Return what *text* means as an address."""
        reading = self._addresses.get(text)
        if reading is None:
            reading = self._addresses[text] = read_address(text, self._estates)
        return reading

    def phones(self, cell: Cell) -> PhoneReading:
        """Return the telephone numbers in *cell*."""
        return read_phones(cell)

    def same_word(self, one: str, other: str) -> bool:
        """Whether two wordings are one, blanks and widths aside."""
        return fold_word(one) == fold_word(other)
