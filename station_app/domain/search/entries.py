"""What a record is found by: the entry its owner hands in, and the terms made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.search.folding import fold_letters, fold_name, fold_number
from station_app.domain.search.pinyin import UNREAD, initials, joined
from station_app.domain.search.places import place_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

KIND_BITS: Final = 48
LONGEST_TERM: Final = 64


class Kind(IntEnum):
    """The kinds of record the box finds, in the order they are listed."""

    RESIDENT = 0
    HOUSEHOLD = 1
    DWELLING = 2
    CERTIFICATE = 3
    ACTION = 4


class Field(IntEnum):
    """The lists of terms, each looked up by the beginning of a term."""

    NAME = 1
    PINYIN = 2
    INITIALS = 3
    NUMBER = 4
    NUMBER_END = 5
    PHONE = 6
    PHONE_END = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """A record as the search knows it.

    ``seq`` and ``key`` are the record's line number and key. ``name`` is its
    title: a person's name, a dwelling's address, a certificate's title.
    ``readings`` have one syllable for each character of the name, parted by
    blanks (:mod:`station_app.domain.search.pinyin`). ``numbers`` are unmasked,
    the one to show first; ``phones`` likewise. ``aliases`` are other names
    (曾用名). ``born`` is an ISO date, ``sex`` a code of GB/T 2261.1.
    """

    seq: int
    key: str
    name: str
    kind: Kind = Kind.RESIDENT
    readings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    address: str = ""
    sex: str = ""
    born: str = ""

    @property
    def target(self) -> int:
        """Return the one number that stands for the record in the index."""
        return target_of(self.kind, self.seq)


def target_of(kind: Kind, seq: int) -> int:
    """Return the number of a record in the index: residents keep theirs."""
    return kind << KIND_BITS | seq


def terms_of(entry: SearchEntry) -> set[tuple[int, str]]:
    """Return the terms of *entry*: (field, term)."""
    terms: set[tuple[int, str]] = set()
    if entry.kind is not Kind.DWELLING:
        terms |= {(Field.NAME, fold_name(name)) for name in (entry.name, *entry.aliases)}
    for reading in entry.readings:
        terms.add((Field.PINYIN, fold_letters(joined(reading))))
        terms.add((Field.INITIALS, initials(reading)))
    for number in map(fold_number, entry.numbers):
        terms.add((Field.NUMBER, number))
        terms.add((Field.NUMBER_END, number[::-1]))
    for phone in map(fold_number, entry.phones):
        terms.add((Field.PHONE, phone))
        terms.add((Field.PHONE_END, phone[::-1]))
    return {(field, term[:LONGEST_TERM]) for field, term in terms if term}


def text_of(entry: SearchEntry) -> str:
    """Return the words of *entry* for the full-text index, parted by blanks.

    The first character of a word tells where it comes from: ``n`` name, ``y``
    reading, and those of :func:`~station_app.domain.search.places.place_tokens`.
    """
    tokens: list[str] = []
    if entry.kind is not Kind.DWELLING:
        for name in (entry.name, *entry.aliases):
            tokens += name_tokens(fold_name(name))
    tokens += {f"y{token}" for reading in entry.readings for token in _spoken(reading)}
    if entry.address:
        tokens.append(place_tokens(entry.address))
    return " ".join(tokens)


def name_tokens(name: str) -> list[str]:
    """Return the characters and the pairs of neighbours in a folded *name*."""
    pairs = [f"n{name[place : place + 2]}" for place in range(len(name) - 1)]
    return [f"n{character}" for character in name] + pairs


def _spoken(reading: str) -> Iterator[str]:
    syllables = [fold_letters(part) for part in reading.split(" ") if part != UNREAD]
    yield from syllables
    if len(syllables) > 2:
        yield "".join(syllables[1:])
