"""The words and numbers of an address, as they are indexed and looked for.

Addresses are read by :mod:`station_app.domain.addresses`; here its tokens become
words (estate, road) and the numbers in their order (3幢2单元501室: 3, 2, 501), so
that every wording and every order of the parts comes down to the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from station_app.domain.addresses import address_fragments
from station_app.domain.search.folding import fold

LABELS: Final = "幢座室号楼栋层户门单元房第"
BUILDINGS: Final = "幢座"
NUMBERED = re.compile(r"([0-9a-z]+(?:-[0-9]+)?)(?:[" + LABELS + r"]*)\Z")
RUNS = re.compile(r"[0-9]+|[^\W0-9a-z_]+")
KIND_OF_PLACE = re.compile("(?<=..)(?:小区|社区|街道)\\Z")
LONGEST_PREFIX: Final = 4
COVER: Final = 3
MOST_NUMBERS: Final = 6


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What an address, or a piece of one, says: words, and numbers in order.

    ``building`` is the one of the numbers that is known to be the building's.
    """

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    building: str = ""


@lru_cache(maxsize=8192)
def place_words(text: str) -> PlaceWords:
    """Return the words and numbers in *text*, folded, the labels taken off."""
    words: list[str] = []
    numbers: list[str] = []
    building = ""
    for fragment in map(fold, address_fragments(text)):
        numbered = NUMBERED.match(fragment)
        if numbered:
            numbers.append(numbered[1])
            building = building or (numbered[1] if fragment[-1] in BUILDINGS else "")
            continue
        for run in RUNS.findall(fragment):
            if run[0].isdecimal():
                numbers.append(run)
            elif run.strip(LABELS):
                words.append(run)
    return PlaceWords(tuple(words), tuple(numbers[:MOST_NUMBERS]), building)


def asked_words(text: str) -> PlaceWords:
    """Return what *text* asks for: the kind of place (小区) is not insisted on."""
    said = place_words(text)
    return replace(said, words=tuple(KIND_OF_PLACE.sub("", word) for word in said.words))


@lru_cache(maxsize=8192)
def place_tokens(text: str) -> str:
    """Return what an address is found by, as words of the full-text index."""
    said = place_words(text)
    tokens = [
        # One character at the start of a word, two and three anywhere: a single one is
        # met in every address.
        f"a{word[place : place + length]}"
        for word in said.words
        for place in range(max(1, len(word) - 1))
        for length in ((1, 2, 3) if place == 0 else (2, 3))
    ]
    for number in said.numbers:
        tokens.append(f"e{number}")
        tokens += [f"p{number[:length]}" for length in range(1, min(len(number), LONGEST_PREFIX))]
    tokens += [f"q{first}x{second}" for first, second in combinations(said.numbers, 2)]
    if said.building:
        tokens += [f"b{said.building}x{number}" for number in ("", *said.numbers)]
    return " ".join(tokens).replace("-", "x")


def _word_tokens(word: str) -> list[str]:
    """Return tokens that cover *word*: threes, as they are rare, or what there is of it."""
    last = max(0, len(word) - COVER)
    return [f"a{word[place : place + COVER]}" for place in sorted({*range(0, last, COVER), last})]


def asked_tokens(asked: PlaceWords, *, is_open: bool) -> list[list[str]]:
    """Return the ways to look *asked* up: tokens that must all stand in the address.

    The way with the building known comes first. With *is_open* the last number
    may be only the beginning of one; that way comes last, and leaves a single
    digit after others to be judged.
    """
    words = [token for word in asked.words for token in _word_tokens(word)]
    # A hyphen is an operator in a query of FTS5; place_tokens() writes x for it too.
    numbers = [number.replace("-", "x") for number in asked.numbers]
    ways = [_number_tokens(numbers)]
    if asked.building:
        ways.insert(0, _building_tokens(asked.building.replace("-", "x"), numbers))
    if is_open and _may_grow(numbers):
        ways.append(_begun_tokens(numbers, is_alone=not words))
    return [[*words, *tokens] for tokens in ways if words or tokens]


def _building_tokens(building: str, numbers: list[str]) -> list[str]:
    others = [number for number in numbers if number != building]
    return [f"b{building}x{number}" for number in others or ("",)]


def _may_grow(numbers: list[str]) -> bool:
    return bool(numbers) and len(numbers[-1]) < LONGEST_PREFIX


def _begun_tokens(numbers: list[str], *, is_alone: bool) -> list[str]:
    """Return tokens of *numbers*, the last of which may still grow while somebody types."""
    *whole, last = numbers
    # One digit stands in nearly every address: the index would read a million rows for it.
    tells = len(last) > 1 or (is_alone and not whole)
    return [*_number_tokens(whole), *([f"p{last}"] if tells else [])]


def _number_tokens(numbers: list[str]) -> list[str]:
    if len(numbers) == 1:
        return [f"e{numbers[0]}"]
    return [f"q{first}x{second}" for first, second in combinations(numbers, 2)]


def answers(text: str, asked: PlaceWords, *, is_open: bool) -> bool:
    """Whether the address *text* has all words and, in this order, all numbers *asked*."""
    said = place_words(text)
    has_words = all(any(word in whole for whole in said.words) for word in asked.words)
    return has_words and _has_in_order(said.numbers, asked.numbers, is_open=is_open)


def _has_in_order(said: tuple[str, ...], asked: tuple[str, ...], *, is_open: bool) -> bool:
    # An iterator remembers how far it was searched: what is found next stands further on.
    remaining = iter(said)
    *whole, last = asked or ("",)
    if not all(number in remaining for number in whole):
        return False
    return not last or any(
        number == last or (is_open and number.startswith(last)) for number in remaining
    )


def agrees_on_building(text: str, asked: PlaceWords) -> bool:
    """Whether the address *text* is in the building *asked* for, if one was."""
    return not asked.building or place_words(text).building == asked.building


def marked_in(text: str, asked: PlaceWords) -> list[tuple[int, int]]:
    """Return where in *text* the words and numbers *asked* stand: (start, length)."""
    plain = fold(text)
    # Folding has changed the length (a ligature): the places found would be off.
    if len(plain) != len(text):
        plain = text
    found = [
        (start, len(word)) for word in asked.words if word and (start := plain.find(word)) >= 0
    ]
    place = 0
    for number in asked.numbers:
        at = re.compile(rf"(?<![0-9]){re.escape(number)}").search(plain, place)
        if at:
            found.append((at.start(), len(number)))
            place = at.end()
    return sorted(found)
