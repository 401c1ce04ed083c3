"""Which records may answer a query: a few, found fast, to be judged one by one.

A single token is looked up in the lists where its shape can stand, best first,
each list read in its own order and cut. Several tokens meet in the full-text
index as far as all have words there. What is left is gathered token by token
up to a bound, and the tokens whose records are all known are intersected.

A record looked at costs a page to decrypt, a number gathered nearly nothing:
hence the small bound on the former and the large one on the latter.
"""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import KIND_BITS, LONGEST_TERM, Field
from station_app.domain.search.folding import is_han
from station_app.domain.search.hits import LEAST_DIGITS
from station_app.domain.search.queries import Query, Shape, Token
from station_app.domain.search.wording import either, spellings, ways_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

GATHERED: Final = 400
JUDGED: Final = 60
SPARE: Final = 10
LEAST_PARTED: Final = 7  # 138-0000 is a telephone, 3-2-501 is not
LAST: Final = "\U0010ffff"
RESIDENTS_END: Final = 1 << KIND_BITS
ALL_END: Final = 1 << 62

BY_TERM: Final = "SELECT target FROM search_term WHERE term >= ? AND term < ? LIMIT ?"
BY_WORDS: Final = (
    "SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?"
)
# Without the plus each of those that may be seen would be looked up for itself.
AMONG: Final = " AND +{} IN (SELECT value FROM json_each(?)) LIMIT ?"
BY_TERM_AMONG: Final = BY_TERM.replace(" LIMIT ?", AMONG.format("target"))
BY_WORDS_AMONG: Final = BY_WORDS.replace(" LIMIT ?", AMONG.format("rowid"))

NAMES_FIRST: Final = {Shape.HAN: Field.NAME, Shape.LETTERS: Field.PINYIN}
ENDS: Final = frozenset({Field.NUMBER_END, Field.PHONE_END})
NUMERIC: Final = (Field.NUMBER_END, Field.PHONE_END, Field.NUMBER, Field.PHONE)
FIELDS: Final[dict[Shape, tuple[Field, ...]]] = {
    Shape.HAN: (Field.NAME, Field.NUMBER),
    Shape.LETTERS: (Field.NAME, Field.PINYIN, Field.INITIALS, Field.NUMBER),
    Shape.DIGITS: NUMERIC,
    Shape.CODE: (Field.NAME, Field.NUMBER, Field.NUMBER_END),
    Shape.PLACE: NUMERIC,
    Shape.MIXED: (Field.NAME, Field.NUMBER),
}


class Candidates:
    """The records worth judging for one query, *among* a list in JSON if one is given."""

    def __init__(self, connection: Connection, limit: int, *, among: str | None = None) -> None:
        self._connection = connection
        self._limit = limit
        self._among = among

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
        found: list[list[int]] = []
        for field in _fields(token):
            found.append(self._terms(field, token.plain, self._limit))
            # What other lists hold would only come after these.
            if len(found[-1]) >= self._limit and NAMES_FIRST.get(token.shape) is field:
                return found[-1]
        if token.shape in (Shape.LETTERS, Shape.MIXED):
            found.append(self._by_sound(token) if sum(map(len, found)) < self._limit else [])
            return list(dict.fromkeys(chain.from_iterable(found)))
        found.append(self._by_words(token))
        if token.shape is Shape.DIGITS:
            return _in_turn(found, self._limit)
        return list(dict.fromkeys(chain.from_iterable(found)))

    def _by_words(self, token: Token) -> list[int]:
        """Return those with the words of *token*, one way after the other."""
        found: dict[int, None] = {}
        for way in _worth_trying(token):
            found.update(dict.fromkeys(self._texts(way, self._limit + SPARE)))
            if len(found) >= self._limit + SPARE:
                break
        return list(found)

    def _by_sound(self, token: Token) -> list[int]:
        """Return those sounding like *token*: within the name, or half spelled."""
        letters = token.letters or (token.plain,)
        ways = [] if token.letters else ways_of(token)[:2]
        ways += chain.from_iterable(map(spellings, letters))
        found: dict[int, None] = {}
        for spelled in token.letters:
            found.update(dict.fromkeys(self._terms(Field.INITIALS, spelled, self._limit)))
        for way in ways:
            found.update(dict.fromkeys(self._texts(way, self._limit)))
            if len(found) >= self._limit:
                break
        return list(found)

    def _together(self, tokens: Sequence[Token]) -> list[int]:
        """Return records that may answer all *tokens*."""
        conditions = [either(ways) for ways in map(ways_of, tokens) if ways]
        are_all_worded = len(conditions) == len(tokens)
        # Where a token has no words, what the others find is only a guess, and is judged.
        most = self._limit + SPARE if are_all_worded else JUDGED
        found = self._texts(" AND ".join(conditions), most) if conditions else []
        are_enough = len(found) >= self._limit or all(map(_is_text_only, tokens))
        are_letters = all(token.shape is Shape.LETTERS for token in tokens)
        if are_letters or (are_all_worded and are_enough):
            return found
        return [*found, *self._intersected(tokens)]

    def _intersected(self, tokens: Sequence[Token]) -> list[int]:
        """Return records of the rarest tokens, as far as they are known in full."""
        gathered = [self._gathered(token) for token in tokens]
        complete = sorted((targets for targets, is_all in gathered if is_all), key=len)
        if not complete:
            return []
        common = set(complete[0]).intersection(*complete[1:])
        return sorted(common)[:JUDGED]

    def _gathered(self, token: Token) -> tuple[list[int], bool]:
        """Return records *token* may be found in, and whether these are all."""
        found: list[int] = []
        ways = [*ways_of(token), *chain.from_iterable(map(spellings, token.letters))]
        for field in _fields(token):
            targets = self._terms(field, token.plain, GATHERED)
            # There may be more: whoever is missing here must not be ruled out by an intersection.
            if len(targets) == GATHERED:
                return [], False
            found += targets
        if ways:
            targets = self._texts(either(ways), GATHERED)
            found += targets
            return list(dict.fromkeys(found)), len(targets) < GATHERED
        return list(dict.fromkeys(found)), True

    def _terms(self, field: Field, begin: str, most: int) -> list[int]:
        begin = field.value + (begin[::-1] if field in ENDS else begin)[:LONGEST_TERM]
        return self._targets(BY_TERM, BY_TERM_AMONG, (begin, begin + LAST), most)

    def _texts(self, words: str, most: int) -> list[int]:
        """Return those with all *words*: residents, then a few of the other kinds."""
        found: list[int] = []
        for begin, end in ((0, RESIDENTS_END), (RESIDENTS_END, ALL_END)):
            found += self._targets(BY_WORDS, BY_WORDS_AMONG, (words, begin, end), most)
        return found

    def _targets(
        self, sql: str, sql_among: str, values: tuple[str | int, ...], most: int
    ) -> list[int]:
        run = self._connection.exec_driver_sql
        if self._among is None:
            rows = run(sql, (*values, most))
        else:
            rows = run(sql_among, (*values, self._among, most))
        return [target for (target,) in rows]


def _fields(token: Token) -> tuple[Field, ...]:
    """Return the lists to look *token* up in; too few digits are in none."""
    fields = FIELDS[token.shape]
    if len(token.plain) < LEAST_DIGITS:
        return tuple(field for field in fields if field not in NUMERIC)
    if token.shape is Shape.PLACE:
        return _fields_of_place(token.plain)
    return fields


def _fields_of_place(plain: str) -> tuple[Field, ...]:
    """Return the lists for what may be an address or the number of a paper (第0001号)."""
    begins, ends = is_han(plain[0]), is_han(plain[-1])
    if begins or ends:
        return (Field.NUMBER,) * begins + (Field.NUMBER_END,) * ends
    return NUMERIC if len(plain) >= LEAST_PARTED else ()


def _in_turn(lists: Sequence[Sequence[int]], most: int) -> list[int]:
    """Return *most* of what the *lists* hold, taking from each in its turn."""
    turns = chain.from_iterable(zip_longest(*lists))
    return list(dict.fromkeys(target for target in turns if target is not None))[:most]


def _worth_trying(token: Token) -> list[str]:
    """Return the ways of *token* alone; the ends of its digits have a list of their own."""
    ways = ways_of(token)
    has_end = token.shape is Shape.DIGITS and len(token.plain) >= LEAST_DIGITS
    return ways[1:] if has_end else ways


def _is_text_only(token: Token) -> bool:
    """Whether the full-text index knows all there is to know of *token*."""
    return token.shape in (Shape.HAN, Shape.PLACE)
