"""Judging: whether an entry answers a query, how well, and what of it to mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from station_app.domain.identity.masking import mask_id, mask_phone
from station_app.domain.search.entries import Kind, names_of
from station_app.domain.search.folding import fold, fold_name, fold_number, is_letter
from station_app.domain.search.pinyin import initials, joined, spelled
from station_app.domain.search.places import agrees_on_building, answers, marked_in
from station_app.domain.search.queries import Query, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from station_app.domain.search.entries import SearchEntry

# Two digits stand in every number.
LEAST_DIGITS: Final = 3


class Rank(IntEnum):
    """How an entry answers, the best first."""

    NAME = 0
    NAME_START = 1
    PINYIN = 2
    PINYIN_START = 3
    INITIALS = 4
    NAME_INSIDE = 5
    SPELLED = 6
    NUMBER = 7
    NUMBER_END = 8
    NUMBER_START = 9
    ADDRESS = 10
    ADDRESS_ALIKE = 11


class Part(StrEnum):
    """The texts of a hit in which something may be marked."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NUMBER = "number"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that matched; ``start`` and ``length`` count code points."""

    part: Part
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record found. Numbers are masked; marks may lie upon masked digits.

    ``title`` is the name, ``subtitle`` the address, ``number`` the document that
    matched, else the one to show; ``phone`` likewise. ``born`` is an ISO date.
    A dwelling is titled by its address, a household and a certificate by their
    number; a certificate's subtitle is its holder. ``head`` is a household's,
    ``is_void`` a certificate's: both as they stand when the hit is made.
    """

    kind: Kind
    seq: int
    key: str
    title: str
    subtitle: str
    number: str
    phone: str
    sex: str
    born: str
    rank: Rank
    marks: tuple[Mark, ...] = ()
    head: str = ""
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One way in which a token is answered; ``which`` is the place among several numbers."""

    rank: Rank
    marks: tuple[Mark, ...] = ()
    which: int = 0


def judge(query: Query, entry: SearchEntry) -> Hit | None:
    """Return *entry* as a hit if it answers *query*, else nothing."""
    # Several words may be one name typed with blanks: zeng xiao ming.
    if query.whole is not None:
        match = _best(query.whole, entry)
        if match is not None:
            return _hit(entry, (match,))
        if query.tokens == (query.whole,):
            return None
    found = []
    for token in query.tokens:
        match = _best(token, entry)
        if match is None:
            return None
        found.append(match)
    return _hit(entry, found) if found else None


def place_in_order(hit: Hit, entry: SearchEntry) -> tuple[int, str, str, int]:
    """Return what hits are sorted by: kind apart, then rank, then the order of names."""
    # ~ is behind all letters: a name nobody can read comes last.
    return (hit.rank, next(iter(entry.readings), "~"), hit.title, hit.seq)


def _hit(entry: SearchEntry, matches: Iterable[Match]) -> Hit:
    matches = tuple(matches)
    marks = sorted({mark for match in matches for mark in match.marks}, key=_mark_order)
    number = _chosen(matches, marks, Part.NUMBER, entry.numbers)
    phone = _chosen(matches, marks, Part.PHONE, entry.phones)
    return Hit(
        kind=entry.kind,
        seq=entry.seq,
        key=entry.key,
        title=entry.name,
        subtitle=entry.address,
        number=mask_id(number) if entry.kind is Kind.RESIDENT else number,
        phone=mask_phone(phone) if phone else "",
        sex=entry.sex,
        born=entry.born,
        rank=_overall([match.rank for match in matches]),
        marks=tuple(marks),
    )


def _overall(ranks: Sequence[Rank]) -> Rank:
    """Return the best of *ranks*; of an address the worst, as all its parts must agree."""
    best = min(ranks)
    return best if best < Rank.ADDRESS else max(ranks)


def _chosen(
    matches: tuple[Match, ...], marks: list[Mark], part: Part, values: tuple[str, ...]
) -> str:
    """Return the value that matched, else the first."""
    if not values:
        return ""
    places = [match.which for match in matches if any(mark.part is part for mark in match.marks)]
    return values[places[0] if marks and places else 0]


def _mark_order(mark: Mark) -> tuple[str, int, int]:
    return (mark.part, mark.start, mark.length)


def _best(token: Token, entry: SearchEntry) -> Match | None:
    found = [match for way in WAYS[token.shape] for match in way(token, entry)]
    return min(found, key=lambda match: match.rank, default=None)


def _by_name(token: Token, entry: SearchEntry) -> Iterator[Match]:
    for name in names_of(entry):
        folded = fold_name(name)
        start = folded.find(token.plain)
        if start < 0:
            continue
        rank = Rank.NAME_INSIDE if start else Rank.NAME_START
        if folded == token.plain:
            rank = Rank.NAME
        places = range(start, start + len(token.plain))
        # A former name answers too, but only the present one is there to be marked.
        yield Match(rank, _marks_of_name(entry, name, places))


def _by_reading(token: Token, entry: SearchEntry) -> Iterator[Match]:
    for letters in token.letters or (token.plain,):
        for reading in entry.readings:
            rank = _rank_of_letters(letters, reading)
            places = spelled(letters, reading)
            if rank is None and not places:
                continue
            marks = _marks_of_sound(entry, places)
            if token.shape is Shape.MIXED and not _agrees(token, entry.name):
                continue
            yield Match(rank if rank is not None else Rank.SPELLED, marks)


def _marks_of_name(entry: SearchEntry, name: str, places: Iterable[int]) -> tuple[Mark, ...]:
    """Return the marks of *places* in one of the names, as far as it is told of the hit."""
    if name is entry.name:
        return _marks(Part.TITLE, name, places)
    return _marks(Part.SUBTITLE, name, places) if name == entry.address else ()


def _marks_of_sound(entry: SearchEntry, places: Iterable[int]) -> tuple[Mark, ...]:
    """Return the marks of *places* in the name; what lies behind it is its sender's."""
    behind = len(entry.name)
    places = tuple(places)
    title = [place for place in places if place < behind]
    below = [place - behind for place in places if place >= behind]
    return (
        *_marks(Part.TITLE, entry.name, title, folded=False),
        *_marks(Part.SUBTITLE, entry.address, below, folded=False),
    )


def _rank_of_letters(letters: str, reading: str) -> Rank | None:
    whole = joined(reading)
    if whole == letters:
        return Rank.PINYIN
    if whole.startswith(letters):
        return Rank.PINYIN_START
    return Rank.INITIALS if initials(reading).startswith(letters) else None


def _agrees(token: Token, name: str) -> bool:
    """Whether the Han of a mixed token stand in *name*, in this order."""
    remaining = iter(fold(name))
    return all(character in remaining for character in token.plain if character > "\x7f")


def _marks(
    part: Part, text: str, places: Iterable[int], *, folded: bool = True
) -> tuple[Mark, ...]:
    """Return the marks of *places*, which count the letters of *text* if it was *folded*."""
    if folded:
        letters = [place for place, character in enumerate(text) if is_letter(character)]
        places = [letters[place] for place in places if place < len(letters)]
    return tuple(Mark(part, start, length) for start, length in _stretches(places))


def _stretches(places: Iterable[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place in places:
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


def _by_number(token: Token, entry: SearchEntry) -> Iterator[Match]:
    for match in _by_digits(token, entry.numbers, Part.NUMBER):
        is_title = entry.numbers[match.which] == entry.name
        yield replace(match, marks=_on_title(match.marks)) if is_title else match


def _on_title(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(replace(mark, part=Part.TITLE) for mark in marks)


def _by_phone(token: Token, entry: SearchEntry) -> Iterator[Match]:
    yield from _by_digits(token, entry.phones, Part.PHONE)


def _by_digits(token: Token, values: tuple[str, ...], part: Part) -> Iterator[Match]:
    asked = fold_number(token.plain)
    if len(asked) < LEAST_DIGITS:
        return
    for which, value in enumerate(values):
        plain = fold_number(value)
        if plain == asked:
            yield Match(Rank.NUMBER, (Mark(part, 0, len(value)),), which)
        elif plain.endswith(asked):
            places = range(len(plain) - len(asked), len(plain))
            yield Match(Rank.NUMBER_END, _marks(part, value, places), which)
        elif plain.startswith(asked):
            yield Match(Rank.NUMBER_START, _marks(part, value, range(len(asked))), which)


def _by_address(token: Token, entry: SearchEntry) -> Iterator[Match]:
    asked = token.place
    if not (asked.words or asked.numbers) or not entry.address:
        return
    if answers(entry.address, asked, is_open=token.is_open):
        part = Part.TITLE if entry.address == entry.name else Part.SUBTITLE
        marks = tuple(
            Mark(part, start, length) for start, length in marked_in(entry.address, asked)
        )
        alike = agrees_on_building(entry.address, asked)
        yield Match(Rank.ADDRESS if alike else Rank.ADDRESS_ALIKE, marks)


WAYS: Final[dict[Shape, tuple[Callable[[Token, SearchEntry], Iterator[Match]], ...]]] = {
    Shape.HAN: (_by_name, _by_number, _by_address),
    Shape.LETTERS: (_by_name, _by_reading, _by_number),
    Shape.DIGITS: (_by_number, _by_phone, _by_address),
    Shape.CODE: (_by_name, _by_number, _by_address),
    Shape.PLACE: (_by_number, _by_phone, _by_address),
    Shape.MIXED: (_by_name, _by_reading, _by_number),
}
