"""Which records may answer a query: a few, found fast, to be judged one by one.

A single token is looked up in the lists where its shape can stand, best first,
each list read in its own order and cut. Several tokens are met together in the
full-text index where all of them have words there; else each token's records
are gathered up to a bound, and those that are all there are intersected.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import KIND_BITS, Field, name_tokens
from station_app.domain.search.hits import LEAST_DIGITS
from station_app.domain.search.pinyin import possible_initials, whole_syllables
from station_app.domain.search.places import asked_tokens
from station_app.domain.search.queries import Query, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

GATHERED: Final = 1000
JUDGED: Final = 200
OVERSHOOT: Final = 3
LAST: Final = "\U0010ffff"
RESIDENTS_END: Final = 1 << KIND_BITS

BY_TERM: Final = (
    "SELECT target FROM search_term WHERE field = ? AND term >= ? AND term < ? LIMIT ?"
)
BY_WORDS: Final = (
    "SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?"
)

NAMES_FIRST: Final = {Shape.HAN: Field.NAME, Shape.LETTERS: Field.PINYIN}
ENDS: Final = {Field.NUMBER_END, Field.PHONE_END}
FIELDS: Final[dict[Shape, tuple[Field, ...]]] = {
    Shape.HAN: (Field.NAME, Field.NUMBER),
    Shape.LETTERS: (Field.NAME, Field.PINYIN, Field.INITIALS, Field.NUMBER),
    Shape.DIGITS: (Field.NUMBER, Field.NUMBER_END, Field.PHONE, Field.PHONE_END),
    Shape.CODE: (Field.NAME, Field.NUMBER, Field.NUMBER_END),
    Shape.PLACE: (Field.NUMBER, Field.NUMBER_END, Field.PHONE, Field.PHONE_END),
    Shape.MIXED: (Field.NAME, Field.NUMBER),
}
NUMERIC: Final = frozenset({Field.NUMBER, Field.NUMBER_END, Field.PHONE, Field.PHONE_END})


class Candidates:
    """The records worth judging for one query."""

    def __init__(self, connection: Connection, limit: int) -> None:
        self._connection = connection
        self._limit = limit

    def of(self, query: Query) -> list[int]:
        """Return the targets worth judging, in no order that matters."""
        found: dict[int, None] = {}
        if query.whole is not None:
            found.update(dict.fromkeys(self._alone(query.whole)))
        if len(query.tokens) > 1 and len(found) < self._limit:
            found.update(dict.fromkeys(self._together(query.tokens)))
        return list(found)

    def _alone(self, token: Token) -> list[int]:
        """Return what one token finds, list by list until there is enough of the best."""
        found: dict[int, None] = {}
        for field in _fields(token):
            found.update(dict.fromkeys(self._terms(field, token.plain, self._limit)))
            if len(found) >= self._limit and NAMES_FIRST.get(token.shape) is field:
                return list(found)
        for letters in token.letters:
            found.update(dict.fromkeys(self._spelled(letters, self._limit * OVERSHOOT)))
        for words in _words(token):
            found.update(dict.fromkeys(self._texts(words, self._limit * OVERSHOOT)))
        if token.shape is Shape.LETTERS and not found:
            found.update(dict.fromkeys(self._spelled(token.plain, JUDGED)))
        return list(found)

    def _together(self, tokens: Sequence[Token]) -> list[int]:
        """Return records that may answer all *tokens*."""
        conditions = [_either(_words(token)) for token in tokens]
        found: list[int] = []
        if all(conditions):
            found = self._texts(" AND ".join(conditions), self._limit * OVERSHOOT)
            if len(found) >= self._limit or all(map(_is_text_only, tokens)):
                return found
        return [*found, *self._intersected(tokens)]

    def _intersected(self, tokens: Sequence[Token]) -> list[int]:
        """Return records of the rarest tokens, as far as they are known in full."""
        gathered = [self._gathered(token) for token in tokens]
        complete = sorted((targets for targets, is_all in gathered if is_all), key=len)
        if complete:
            common = set(complete[0]).intersection(*complete[1:])
            return sorted(common)[:JUDGED]
        share = JUDGED // len(tokens)
        return list(chain.from_iterable(islice(targets, share) for targets, _ in gathered))

    def _gathered(self, token: Token) -> tuple[list[int], bool]:
        """Return records *token* may be found in, and whether these are all."""
        lists = [self._terms(field, token.plain, GATHERED) for field in _fields(token)]
        lists += [self._texts(words, GATHERED) for words in _words(token)]
        for letters in token.letters or ((token.plain,) if token.shape is Shape.LETTERS else ()):
            lists.append(self._spelled(letters, GATHERED))
        is_all = all(len(targets) < GATHERED for targets in lists)
        return list(dict.fromkeys(chain.from_iterable(lists))), is_all

    def _spelled(self, letters: str, most: int) -> list[int]:
        """Return those whose initials *letters* may stand for: ``zengxm`` is zxm."""
        found: Iterable[int] = chain.from_iterable(
            self._terms(Field.INITIALS, begun, most) for begun in possible_initials(letters)
        )
        return list(dict.fromkeys(found))[:most]

    def _terms(self, field: Field, begin: str, most: int) -> list[int]:
        begin = begin[::-1] if field in ENDS else begin
        rows = self._connection.exec_driver_sql(BY_TERM, (field, begin, begin + LAST, most))
        return [target for (target,) in rows]

    def _texts(self, words: str, most: int) -> list[int]:
        """Return those with all *words*: residents, then a few of the other kinds."""
        found: list[int] = []
        for begin, end in ((0, RESIDENTS_END), (RESIDENTS_END, 1 << 62)):
            rows = self._connection.exec_driver_sql(BY_WORDS, (words, begin, end, most))
            found += [target for (target,) in rows]
        return found


def _fields(token: Token) -> list[Field]:
    """Return the lists to look *token* up in; too few digits are in none."""
    if not token.plain:
        return []
    is_short = len(token.plain) < LEAST_DIGITS
    return [field for field in FIELDS[token.shape] if not (is_short and field in NUMERIC)]


def _words(token: Token) -> list[str]:
    """Return the ways in which *token* stands in the full-text index."""
    ways: list[Sequence[str]] = []
    if token.shape is Shape.HAN:
        ways.append(_name_words(token.plain))
    if token.shape is Shape.LETTERS:
        ways.append([f"y{token.plain}"])
        ways.append([f"y{syllable}" for syllable in whole_syllables(token.plain)])
    ways.append(asked_tokens(token.place, is_open=token.is_open))
    return list(dict.fromkeys(_all(way) for way in ways if way))


def _name_words(plain: str) -> list[str]:
    tokens = name_tokens(plain)
    return tokens[len(plain) :] or tokens


def _all(words: Sequence[str]) -> str:
    return " AND ".join(words)


def _either(ways: Sequence[str]) -> str:
    return f"({' OR '.join(f'({way})' for way in ways)})" if ways else ""


def _is_text_only(token: Token) -> bool:
    """Whether the full-text index knows all there is to know of *token*."""
    return token.shape in (Shape.HAN, Shape.PLACE)
