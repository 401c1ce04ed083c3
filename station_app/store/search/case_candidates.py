"""Which cases may answer a query: looked up in lists of their own, the latest first.

A person has one record and many cases. In the lists of people they would crowd him out of
what is gathered there; apart, they cost a few look-ups and take nothing away.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import LEAST_OF_TASK, LONGEST_TERM, Field, task_term
from station_app.domain.search.folding import fold_number, is_han
from station_app.domain.search.hits import LEAST_DIGITS
from station_app.domain.search.queries import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection

    from station_app.domain.search.queries import Query, Token

MOST: Final = 20
LAST: Final = "\U0010ffff"
AMONG: Final = " AND +target IN (SELECT value FROM json_each(?))"
EXACT: Final = "SELECT target FROM search_term WHERE term = ?{} ORDER BY target DESC LIMIT ?"
BEGUN: Final = (
    "SELECT target FROM search_term WHERE term > ? AND term < ?{}"
    " ORDER BY term DESC, target DESC LIMIT ?"
)
WORDED: Final = frozenset({Shape.HAN, Shape.LETTERS})


class TaskCandidates:
    """The tasks from above worth judging for one query: nobody's data, for who sees all."""

    def __init__(self, connection: Connection) -> None:
        self._cases = CaseCandidates(connection, among=None)

    def of(self, query: Query) -> list[int]:
        """Return the targets worth judging, in no order that matters."""
        return self._cases.by(query, _terms_of_task)


class CaseCandidates:
    """The cases worth judging for one query, *among* a list in JSON if one is given."""

    def __init__(self, connection: Connection, *, among: str | None) -> None:
        self._connection = connection
        self._condition = "" if among is None else AMONG
        self._among = () if among is None else (among,)

    def of(self, query: Query) -> list[int]:
        """Return the targets worth judging, in no order that matters."""
        return self.by(query, _terms)

    def by(self, query: Query, terms_of: Callable[[Token], list[str]]) -> list[int]:
        """Return what is found by the terms that *terms_of* each word of *query*."""
        tokens = query.tokens if query.whole is None else (query.whole, *query.tokens)
        found: dict[int, None] = {}
        for term in dict.fromkeys(term for token in tokens for term in terms_of(token)):
            if len(found) < 2 * MOST:
                found.update(dict.fromkeys(self._found(term)))
        return list(found)

    def _found(self, term: str) -> Iterable[int]:
        exact = self._ask(EXACT, term)
        # not the first letter of something longer: whoever has typed it means it
        return exact if len(exact) == MOST else [*exact, *self._ask(BEGUN, term, term + LAST)]

    def _ask(self, sql: str, *terms: str) -> list[int]:
        values = (*terms, *self._among, MOST)
        rows = self._connection.exec_driver_sql(sql.format(self._condition), values)
        return [target for (target,) in rows]


def _terms(token: Token) -> list[str]:
    """Return what *token* is looked up by: as a word, as a number, as the end of one."""
    if token.shape in WORDED:
        return [_term(Field.CASE, token.plain)]
    # of 张xm the character that is known is looked up, the rest is judged
    begun = "".join(takewhile(is_han, token.plain))
    terms = [_term(Field.CASE, begun)] if begun and token.shape is Shape.MIXED else []
    plain = fold_number(token.plain)
    if len(plain) >= LEAST_DIGITS:
        terms += [_term(Field.CASE, plain), _term(Field.CASE_END, plain[::-1])]
    return terms


def _terms_of_task(token: Token) -> list[str]:
    """Return what *token* is looked up by: as a word or as a number, from any place on."""
    if token.shape in WORDED:
        words = [token.plain]
    else:
        begun = "".join(takewhile(is_han, token.plain))
        words = [*([begun] if token.shape is Shape.MIXED else []), fold_number(token.plain)]
    return [task_term(word) for word in words if len(word) >= LEAST_OF_TASK]


def _term(field: Field, word: str) -> str:
    return f"{field}{word}"[:LONGEST_TERM]
