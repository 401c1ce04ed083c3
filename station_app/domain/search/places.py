"""The words and numbers of an address, as they are indexed and looked for.

Addresses are read by :mod:`station_app.domain.addresses`; here its tokens become
words (estate, road) and the numbers in their order (3幢2单元501室: 3, 2, 501), so
that every wording and every order of the parts comes down to the same thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from station_app.domain.addresses import address_fragments
from station_app.domain.search.folding import fold

LABELS: Final = "幢座室号楼栋层户门单元房第"
NUMBERED = re.compile(r"([0-9a-z]+(?:-[0-9]+)?)(?:[" + LABELS + r"]*)\Z")
RUNS = re.compile(r"[0-9]+|[^\W0-9a-z_]+")
KIND_OF_PLACE = re.compile("(?<=..)(?:小区|社区|街道)\\Z")
LONGEST_PREFIX: Final = 4


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What an address, or a piece of one, says: words, and numbers in order."""

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def place_words(text: str) -> PlaceWords:
    """Return the words and numbers in *text*, folded, the labels taken off."""
    words: list[str] = []
    numbers: list[str] = []
    for fragment in map(fold, address_fragments(text)):
        numbered = NUMBERED.match(fragment)
        if numbered:
            numbers.append(numbered[1])
            continue
        for run in RUNS.findall(fragment):
            if run[0].isdecimal():
                numbers.append(run)
            elif run.strip(LABELS):
                words.append(run)
    return PlaceWords(tuple(words), tuple(numbers))


def asked_words(text: str) -> PlaceWords:
    """Return what *text* asks for: the kind of place (小区) is not insisted on."""
    said = place_words(text)
    return PlaceWords(tuple(KIND_OF_PLACE.sub("", word) for word in said.words), said.numbers)


@lru_cache(maxsize=8192)
def place_tokens(text: str) -> str:
    """Return what an address is found by, as words of the full-text index."""
    said = place_words(text)
    tokens = [token for word in said.words for token in (f"a{word[0]}", *word_tokens(word))]
    for number in said.numbers:
        tokens.append(f"e{number}")
        tokens += [f"p{number[:length]}" for length in range(1, min(len(number), LONGEST_PREFIX))]
    tokens += [f"q{first}x{second}" for first, second in combinations(said.numbers, 2)]
    return " ".join(tokens).replace("-", "x")


def word_tokens(word: str) -> list[str]:
    """Return the pairs of neighbours in *word*; a single character stands for a beginning."""
    if len(word) == 1:
        return [f"a{word}"]
    return [f"a{word[place : place + 2]}" for place in range(len(word) - 1)]


def asked_tokens(asked: PlaceWords, *, is_open: bool) -> list[list[str]]:
    """Return the ways to look *asked* up: tokens that must all stand in the address.

    With *is_open* the last number may be only the beginning of one; that way
    comes second, and leaves a single digit after others to be judged.
    """
    words = [token for word in asked.words for token in word_tokens(word)]
    numbers = [number.replace("-", "x") for number in asked.numbers]
    ways = [[*words, *_number_tokens(numbers)]]
    if is_open and numbers and len(numbers[-1]) < LONGEST_PREFIX:
        *whole, last = numbers
        grown = [f"p{last}"] if len(last) > 1 or not (words or whole) else []
        ways.append([*words, *_number_tokens(whole), *grown])
    return [way for way in ways if way]


def _number_tokens(numbers: list[str]) -> list[str]:
    if len(numbers) == 1:
        return [f"e{numbers[0]}"]
    return [f"q{first}x{second}" for first, second in combinations(numbers, 2)]


def answers(text: str, asked: PlaceWords, *, is_open: bool) -> bool:
    """Whether the address *text* has all words and, in this order, all numbers *asked*."""
    said = place_words(text)
    if not all(any(word in whole for whole in said.words) for word in asked.words):
        return False
    remaining = iter(said.numbers)
    *whole, last = asked.numbers or ("",)
    if not all(number in remaining for number in whole):
        return False
    return not last or any(
        number == last or (is_open and number.startswith(last)) for number in remaining
    )


def marked_in(text: str, asked: PlaceWords) -> list[tuple[int, int]]:
    """Return where in *text* the words and numbers *asked* stand: (start, length)."""
    plain = fold(text)
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
