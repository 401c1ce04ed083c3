"""The use case of doubles (疑似重复): what was entered twice, to be looked at by somebody."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.sync.doubles import Double, DoubleKind
from station_app.services.permissions import needs
from station_app.services.privacy import seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.store.sync.doubles import DoubleLine
    from station_app.store.transaction import Store

MOST = 500  # records of each kind: more than that are a matter of an import, not of review


class DoubleService:
    """Tells what seems to be there twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: tuple[int, tuple[Double, ...]] = (-1, ())

    @needs(Permission.REVIEW_READ)
    def doubles(self) -> tuple[Double, ...]:
        """Return the doubles there are, people first, at most :data:`MOST` records of a kind.

        They are looked for again only after something has changed.
        """
        with self._store.reading() as tx:
            counter = tx.exchange.sites.counter()
            if self._found[0] != counter:
                found = tuple(
                    double
                    for kind in DoubleKind
                    for double in _together(kind, tx.exchange.lines_twice(kind, MOST))
                )
                self._found = (counter, found)
        return self._found[1]


def _together(kind: DoubleKind, lines: Sequence[DoubleLine]) -> Iterator[Double]:
    for _, group in groupby(lines, key=attrgetter("mark")):
        shared = list(group)
        # one person may have entered the same paper twice: that is no double
        names = {line.key: line.name for line in shared}
        if len(names) > 1:
            yield Double(
                kind=kind,
                number=_shown(kind, shared[0]),
                keys=tuple(names),
                names=tuple(names.values()),
            )


def _shown(kind: DoubleKind, line: DoubleLine) -> str:
    if kind is DoubleKind.DOCUMENT:
        return seen("document", "number", line.number, kind=line.sort)
    return line.number
