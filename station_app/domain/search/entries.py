"""What a record is found by: the entry its owner hands in, and the terms made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Final

from station_app.domain.certificates import SERIAL_DIGITS
from station_app.domain.search.folding import fold_name, fold_number
from station_app.domain.search.pinyin import UNREAD
from station_app.domain.search.places import place_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A resident's number in the index is his own line, as his kind is 0.
KIND_BITS: Final = 48
LONGEST_TERM: Final = 64
LONGEST_OF_TASK: Final = 24
LEAST_OF_TASK: Final = 2
END_DIGITS: Final = 4
MOST_INITIALS: Final = 4
SEX_UNKNOWN: Final = "0"  # GB/T 2261.1
SEVERAL: Final = "、"


class Kind(IntEnum):
    """The kinds of record the box finds, in the order they are listed."""

    RESIDENT = 0
    HOUSEHOLD = 1
    DWELLING = 2
    CERTIFICATE = 3
    CASE = 4
    TASK = 5
    ITEM = 6
    ACTION = 7


class Field(StrEnum):
    """The lists of terms; a term begins with the letter of its list."""

    NAME = "n"
    PINYIN = "p"
    INITIALS = "i"
    NUMBER = "d"
    NUMBER_END = "e"
    PHONE = "t"
    PHONE_END = "u"
    CASE = "c"  # all that cases are found by, apart from people
    CASE_END = "w"
    TASK = "k"  # all that tasks from above are found by, from any character on


NO_TERMS: Final = frozenset(Field)
NUMBERED: Final = frozenset({Kind.HOUSEHOLD, Kind.DWELLING, Kind.CERTIFICATE})
"""Kinds titled by a number or an address: these find them, not the letters of the title."""


APART: Final = frozenset({Kind.CASE, Kind.TASK})
"""Kinds looked up in lists of their own: there are many to one person, or of long names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """A record as the search knows it.

    ``seq`` and ``key`` are the record's line number and key. ``name`` is its
    title: a person's name, a dwelling's address, a household's or certificate's
    number. ``address`` is what is told beneath; of a certificate its holder.
    ``readings`` are written as :mod:`station_app.domain.search.pinyin` says.
    ``numbers`` are unmasked, the one to show first; ``phones`` likewise.
    ``aliases`` are other names (曾用名). ``born`` is an ISO date, ``sex`` a code
    of GB/T 2261.1.
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


def entry_of_person(
    columns: Mapping[str, object],
    *,
    seq: int,
    key: str,
    readings: tuple[str, ...],
    numbers: Iterable[str],
    address: str,
) -> SearchEntry:
    """Return what a resident is found by; *columns* are those of his record.

    Days may be days or ISO texts; what is not known may be left out.
    """
    # "025-84397406、13800005678" in one field are two telephones, each found by its beginning.
    listed = (str(columns.get(field) or "").split(SEVERAL) for field in ("phone", "other_phone"))
    return SearchEntry(
        seq=seq,
        key=key,
        name=str(columns["name"]),
        readings=readings,
        aliases=_filled(columns.get("former_name")),
        numbers=tuple(numbers),
        phones=_filled(*chain.from_iterable(listed)),
        address=address,
        sex=str(columns.get("sex") or SEX_UNKNOWN),
        born=str(columns.get("born") or ""),
    )


def entry_of_dwelling(*, seq: int, key: str, text: str) -> SearchEntry:
    """Return what a dwelling is found by: its rendered address, in any wording."""
    return SearchEntry(kind=Kind.DWELLING, seq=seq, key=key, name=text, address=text)


def entry_of_household(*, seq: int, key: str, number: str) -> SearchEntry:
    """Return what a household is found by: its number (户号).

    Where it lives and who heads it are looked up when it is shown: they change
    without its record.
    """
    return SearchEntry(kind=Kind.HOUSEHOLD, seq=seq, key=key, name=number, numbers=(number,))


def entry_of_certificate(
    *, seq: int, key: str, number: str, year: int, serial: int, holder: str
) -> SearchEntry:
    """Return what a certificate is found by: its number, the digits of it, its holder."""
    digits = f"{serial:0{SERIAL_DIGITS}d}"
    return SearchEntry(
        kind=Kind.CERTIFICATE,
        seq=seq,
        key=key,
        name=number,
        numbers=(number, f"{year}{digits}", digits),
        address=holder,
    )


def entry_of_case(
    *,
    seq: int,
    key: str,
    numbers: tuple[str, ...],
    applicant: str,
    item_names: tuple[str, ...],
    readings: tuple[str, ...],
) -> SearchEntry:
    """Return what a case is found by: its numbers, the applicant, the names of its item.

    What it is about is looked up when it is shown.
    """
    return SearchEntry(
        kind=Kind.CASE,
        seq=seq,
        key=key,
        name=applicant,
        readings=readings,
        aliases=item_names,
        numbers=_filled(*numbers),
    )


def entry_of_task(
    *,
    seq: int,
    key: str,
    name: str,
    sender: str,
    numbers: tuple[str, ...],
    sounds: tuple[tuple[str, ...], tuple[str, ...]],
) -> SearchEntry:
    """Return what a task from above is found by: name, sender, numbers of approval and letter.

    *sounds* are the readings of name and sender. Those of the sender are kept as what
    follows upon the name, which stands unread: so it is known where each one stands.
    """
    of_name, of_sender = sounds
    unread = f"{UNREAD} " * len(name)
    return SearchEntry(
        kind=Kind.TASK,
        seq=seq,
        key=key,
        name=name,
        readings=(*of_name, *(f"{unread}{reading}" for reading in of_sender)),
        aliases=_filled(sender),
        numbers=_filled(*numbers),
        address=sender,
    )


def _filled(*values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in values if value)


def terms_of(entry: SearchEntry) -> set[str]:
    """Return the terms of *entry*, each with the letter of its list before it."""
    if entry.kind is Kind.CASE:
        return _terms_of_case(entry)
    if entry.kind is Kind.TASK:
        return _terms_of_task(entry)
    terms = {f"n{fold_name(name)[:LONGEST_TERM]}" for name in names_of(entry)}
    for reading in entry.readings:
        syllables = reading.replace(UNREAD, "").split()
        terms.add(f"p{''.join(syllables)[:LONGEST_TERM]}")
        terms.add(f"i{''.join([syllable[0] for syllable in syllables])}")
    for number in entry.numbers:
        plain = fold_number(number)
        terms.add(f"d{plain}")
        terms.add(f"e{plain[::-1]}")
    for phone in entry.phones:
        plain = fold_number(phone)
        terms.add(f"t{plain}")
        terms.add(f"u{plain[::-1]}")
    # A name of nothing but marks folds to nothing: its bare letter would begin every query.
    return terms - NO_TERMS


def _terms_of_case(entry: SearchEntry) -> set[str]:
    words = {fold_name(name) for name in names_of(entry)}
    for reading in entry.readings:
        syllables = reading.replace(UNREAD, "").split()
        words |= {"".join(syllables), "".join(syllable[0] for syllable in syllables)}
    numbers = {fold_number(number) for number in entry.numbers}
    ends = {f"{Field.CASE_END}{number[::-1]}" for number in numbers}
    found = {f"{Field.CASE}{word[:LONGEST_TERM]}" for word in words | numbers} | ends
    return found - NO_TERMS


def _terms_of_task(entry: SearchEntry) -> set[str]:
    """Return terms that begin at every character: a task is named by a whole sentence."""
    ways = {fold_name(name) for name in names_of(entry)}
    ways |= {fold_number(number) for number in entry.numbers}
    found = {way[start:] for way in ways for start in range(len(way))}
    for reading in entry.readings:
        syllables = reading.replace(UNREAD, "").split()
        for start in range(len(syllables)):
            found.add("".join(syllables[start : start + LONGEST_OF_TASK]))
            found.add("".join([each[0] for each in syllables[start:]]))
    return {task_term(way) for way in found if len(way) >= LEAST_OF_TASK}


def task_term(word: str) -> str:
    """Return the term that tasks are looked up by, of a folded *word*."""
    return f"{Field.TASK}{word[:LONGEST_OF_TASK]}"


def text_of(entry: SearchEntry) -> str:
    """Return the words of *entry* for the full-text index, parted by blanks.

    The first character of a word tells where it comes from: ``n`` name, ``y``
    syllables, ``x`` initials, ``z`` the end of a number, and those of
    :func:`~station_app.domain.search.places.place_tokens`.
    """
    if entry.kind in APART:
        return ""  # their terms are all there is to find them by
    tokens: list[str] = []
    for name in names_of(entry):
        tokens += name_tokens(fold_name(name))
    tokens += {token for reading in entry.readings for token in _reading_tokens(reading)}
    tokens += [end_token(number) for number in (*entry.numbers, *entry.phones)]
    if entry.address:
        tokens.append(place_tokens(entry.address))
    return " ".join(tokens)


def names_of(entry: SearchEntry) -> tuple[str, ...]:
    """Return the names that *entry* is found by; what is titled by a number has none."""
    return () if entry.kind in NUMBERED else (entry.name, *entry.aliases)


def end_token(digits: str) -> str:
    """Return the token of the last four digits, written backwards: prefixes are ends."""
    return f"z{fold_number(digits)[: -END_DIGITS - 1 : -1]}"


def _reading_tokens(reading: str) -> list[str]:
    syllables = reading.replace(UNREAD, "").split()
    tokens = [f"y{syllable}" for syllable in syllables]
    firsts = "".join([syllable[0] for syllable in syllables[:MOST_INITIALS]])
    # The given name alone is looked for too: xiaoming, xm.
    if len(syllables) > 1:
        tokens.append(f"y{''.join(syllables[1:])}")
        tokens.append(f"x{firsts[1:]}")
    tokens += [f"x{firsts[:length]}" for length in range(2, len(firsts) + 1)]
    return tokens


def name_tokens(name: str) -> list[str]:
    """Return the characters and the pairs of neighbours in a folded *name*."""
    pairs = [f"n{name[place : place + 2]}" for place in range(len(name) - 1)]
    return [f"n{character}" for character in name] + pairs
