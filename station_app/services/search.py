"""Finding anything from one box."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.search.entries import Kind
from station_app.later import later
from station_app.services.permissions import needs, open_to_all
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.search import folding, queries
    from station_app.domain.search import pinyin as syllables
    from station_app.domain.search.hits import Hit
    from station_app.domain.search.queries import Query, Token
    from station_app.services import typed_numbers
    from station_app.services.pinyin import Readings
    from station_app.services.progress import Progress
    from station_app.services.typed_numbers import NumberTold
    from station_app.store.transaction import Store, Transaction
else:
    folding = later("station_app.domain.search.folding")
    queries = later("station_app.domain.search.queries")
    syllables = later("station_app.domain.search.pinyin")
    typed_numbers = later("station_app.services.typed_numbers")

LIMIT: Final = 20
MOST_SPELLINGS: Final = 4
STEPS: Final = 2
SEEN_BY: Final = {Kind.CASE: Permission.CASE_READ, Kind.TASK: Permission.TASK_REGISTER}
"""What whoever looks people up may not always see."""


class QueryReader:
    """Reads what somebody types; *readings* are those of Han characters."""

    def __init__(self, readings: Callable[[str], Readings]) -> None:
        self._readings_of = readings

    def read(self, text: str) -> Query:
        """Return what *text* asks for, each mixed token (张xm) with the letters it stands for."""
        query = queries.read_query(text)
        if not any(token.shape is queries.Shape.MIXED for token in query.tokens):
            return query
        tokens = tuple(map(self._with_letters, query.tokens))
        whole = tokens[0] if len(tokens) == 1 else query.whole
        return replace(query, tokens=tokens, whole=whole)

    def _with_letters(self, token: Token) -> Token:
        if token.shape is not queries.Shape.MIXED:
            return token
        ways = [
            self._ways(character) if folding.is_han(character) else (character,)
            for character in token.plain
        ]
        # A name of several many-voiced characters would be looked up in dozens of ways.
        letters = ["".join(way) for way in product(*ways)][:MOST_SPELLINGS]
        return replace(token, letters=tuple(letters))

    def _ways(self, character: str) -> tuple[str, ...]:
        found = [way for way in self._readings_of(character).full if way != syllables.UNREAD]
        return tuple(found[:2]) or ("",)


class Finder:
    """Finds anything; whether one may, whoever calls it has asked."""

    def __init__(self, store: Store, readings: Callable[[str], Readings]) -> None:
        self._store = store
        self._queries = QueryReader(readings)

    def find(
        self, text: str, *, limit: int = LIMIT, progress: Progress | None = None
    ) -> Sequence[Hit]:
        """Return what answers *text*, the best first, numbers masked."""
        progress = progress or Silence()
        query = self._queries.read(text)
        if query.is_empty:
            return []
        progress.step(0, STEPS)
        with self._store.reading() as tx:
            progress.step(1, STEPS)
            told = typed_numbers.told_number(tx, text) if _may_be_number(text) else None
            if told is not None:
                return tx.found.completed(self._of_number(tx, query, told, limit))
            return tx.found.completed(tx.search.find(query, limit=limit))

    def _of_number(
        self, tx: Transaction, query: Query, told: NumberTold, limit: int
    ) -> Sequence[Hit]:
        """Return the papers that bear a number typed with its digit, what else it may be."""
        papers = {
            hit.key: hit
            for number in told.numbers
            for hit in tx.search.find(self._queries.read(number), limit=limit)
            if hit.key in told.keys
        }
        others = [] if told.is_sure else tx.search.find(query, limit=limit)
        others = [hit for hit in others if hit.kind is not Kind.CERTIFICATE]
        return [*papers.values(), *others][:limit]


class SearchService:
    """What is found while somebody types. Reads only.

    *others* find what is not kept in the index, such as the items of the window.
    """

    def __init__(
        self,
        store: Store,
        readings: Callable[[str], Readings],
        *,
        others: Callable[[str], Sequence[Hit]] = lambda _: (),
    ) -> None:
        self._store = store
        self._readings_of = readings
        self._others = others
        self._finder = Finder(store, readings)

    @needs(Permission.RESIDENT_READ)
    def find(
        self, text: str, *, limit: int = LIMIT, progress: Progress | None = None
    ) -> Sequence[Hit]:
        """Return what answers *text*, the best first, numbers masked.

        Raises :class:`~station_app.domain.errors.CancelledError` if *progress* is
        told to stop, as when the next key has been typed.
        """
        found = self._finder.find(text, limit=limit, progress=progress)
        hidden = {
            kind
            for kind, permission in SEEN_BY.items()
            if any(hit.kind is kind for hit in found) and not self._may(permission)
        }
        return [*(hit for hit in found if hit.kind not in hidden), *self._others(text)]

    @needs(Permission.RESIDENT_READ)
    def told_number(self, text: str) -> NumberTold | None:
        """Return how it stands with *text* if it is a certificate's number with its digit."""
        if not _may_be_number(text):
            return None
        with self._store.reading() as tx:
            return typed_numbers.told_number(tx, text)

    def _may(self, permission: Permission) -> bool:
        try:
            self._store.authority.require(permission)
        except NotPermittedError:
            return False
        return True

    @open_to_all
    def readings(self, name: str) -> str:
        """Return the pinyin and the initials that *name* may be found by in a list."""
        found = self._readings_of(name)
        joined = (reading.replace(" ", "") for reading in found.full)
        return " ".join((*joined, *found.initials))


def _may_be_number(text: str) -> bool:
    """Whether *text* may end with a check digit: what is not loaded for every name."""
    return text.rstrip()[-1:].isdigit() and any(mark in text for mark in "-号校—–－")
