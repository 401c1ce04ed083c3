"""Code tables (代码表): national and local codes with names, kept as data.

A code is text within a system; people see the name and type whatever their
form calls it, so each code carries the wordings offices use for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.half_width import HALF_WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_BLANKS = re.compile(r"\s+")
_LIST_MARKS = re.compile(r"[、,，;；/|+\s]+")


class Sensitivity(StrEnum):
    """How closely a piece of information is kept (domain paper, 8.2)."""

    PUBLIC = "L1"
    INTERNAL = "L2"
    SENSITIVE = "L3"
    RESTRICTED = "L4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of a table; ``parent`` is the code of the group it belongs to."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Code):
    """A mark that a person carries for a time (人员标签).

    A tag that is not ``is_offered`` is off until a supervisor turns it on.
    Restricted ones are seen by named officers only and never leave in lists.
    """

    group: str
    sensitivity: Sensitivity
    is_offered: bool = True
    levels: tuple[str, ...] = ()

    @property
    def is_restricted(self) -> bool:
        """Whether only named officers may see it."""
        return self.sensitivity is Sensitivity.RESTRICTED


@dataclass(frozen=True, kw_only=True)
class CodeTable:
    """A system of codes: where it comes from, since when, and its entries in order.

    ``verified`` tells whether the rows were compared with the published text.
    """

    system: str
    title: str
    source: str
    doc_no: str
    valid_from: date | None
    valid_to: date | None
    verified: bool
    entries: tuple[Code, ...] = field(repr=False)

    def by_code(self, code: str) -> Code | None:
        """Return the entry of *code*, if there is one."""
        return self._by_code.get(code)

    def by_name(self, text: str) -> Code | None:
        """Return the entry that *text* names: a name, an alias or the code itself."""
        return self._by_word.get(text) or self._by_word.get(fold_word(text))

    def read_list(self, text: str) -> tuple[tuple[Code, ...], tuple[str, ...]]:
        """Return the entries a cell names ("残疾、退役军人"), and the words nobody knows."""
        known: dict[str, Code] = {}
        unknown = []
        for word in filter(None, _LIST_MARKS.split(text)):
            found = self.by_name(word)
            if found is None:
                unknown.append(word)
            else:
                known[found.code] = found
        return tuple(known.values()), tuple(unknown)

    def name_of(self, code: str) -> str:
        """Return the name to show for *code*; the code itself if it is unknown."""
        entry = self._by_code.get(code)
        return code if entry is None else entry.name

    @cached_property
    def _by_code(self) -> Mapping[str, Code]:
        return {entry.code: entry for entry in self.entries}

    @cached_property
    def _by_word(self) -> Mapping[str, Code]:
        words: dict[str, Code] = {}
        # All names before the first alias: what a form calls by the name of one code must not
        # be taken for another that bears the word as an alias.
        for kind in ((lambda entry: (entry.name,)), (lambda entry: entry.aliases)):
            for entry in self.entries:
                for word in kind(entry):
                    words.setdefault(fold_word(word), entry)
        for entry in self.entries:
            words.setdefault(entry.code, entry)
        return words


def fold_word(text: str) -> str:
    """Return *text* as words are compared: without blanks, half-width, small letters."""
    return _BLANKS.sub("", text.translate(HALF_WIDTH)).casefold()


def clashing_words(table: CodeTable) -> tuple[str, ...]:
    """Return the words of *table* that name two different codes."""
    owners: dict[str, set[str]] = {}
    for entry in table.entries:
        for word in (entry.name, *entry.aliases):
            owners.setdefault(fold_word(word), set()).add(entry.code)
    return tuple(word for word, codes in owners.items() if len(codes) > 1)
