"""The search within one transaction: taking entries in, and finding them."""

from __future__ import annotations

from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import (
    KIND_BITS,
    Kind,
    SearchEntry,
    target_of,
    terms_of,
    text_of,
)
from station_app.domain.search.hits import judge, place_in_order
from station_app.store.access.scope import ALL
from station_app.store.bulk import run_many
from station_app.store.search.candidates import Candidates
from station_app.store.search.case_candidates import CaseCandidates, TaskCandidates
from station_app.store.search.seen import targets_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy.orm import Session

    from station_app.domain.search.hits import Hit
    from station_app.domain.search.queries import Query
    from station_app.store.access.scope import Scope

AT_ONCE: Final = 20_000
REBUILD_CACHE_KIB: Final = 262_144  # used only as far as there is that much to index
BREAK: Final = "\n"
TERM: Final = itemgetter(0)

ADD_ENTRY: Final = "INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
REPLACE_ENTRY: Final = ADD_ENTRY.replace("INSERT", "REPLACE")
ADD_TERM: Final = "INSERT INTO search_term VALUES (?, ?)"
ADD_TEXT: Final = "INSERT INTO search_text (rowid, words) VALUES (?, ?)"
DROP_ENTRY: Final = "DELETE FROM search_entry WHERE target = ?"
DROP_TERM: Final = "DELETE FROM search_term WHERE term = ? AND target = ?"
DROP_TEXT: Final = "DELETE FROM search_text WHERE rowid = ?"
EMPTY: Final = (
    "DELETE FROM search_entry",
    "DELETE FROM search_term",
    "INSERT INTO search_text (search_text) VALUES ('delete-all')",
)
TIDY_TEXT: Final = "INSERT INTO search_text (search_text) VALUES ('optimize')"
FETCH: Final = "SELECT search_entry.* FROM json_each(?) JOIN search_entry ON target = value"
OTHER_KINDS_SHARE: Final = 4
MOST_APART: Final = 5


class SearchIndex:
    """What can be found, within one transaction; only finding keeps to *scope*.

    *who* tells the name of whoever entered: he finds the cases that are his.
    """

    def __init__(
        self, session: Session, scope: Scope = ALL, who: Callable[[], str] = lambda: ""
    ) -> None:
        self._session = session
        self._scope, self._who = scope, who

    def index_people(self, entries: Iterable[SearchEntry]) -> int:
        """Take many *entries* in, of any kind, none of them known yet; return how many."""
        remaining, taken = iter(entries), 0
        while block := list(islice(remaining, AT_ONCE)):
            self._add(block)
            taken += len(block)
        return taken

    def replace(self, entry: SearchEntry) -> None:
        """Take *entry* in, in place of what was known of the record."""
        self.remove(entry.seq, entry.kind)
        self._add([entry])

    def remove(self, seq: int, kind: Kind = Kind.RESIDENT) -> None:
        """Forget a record; one that is not known is no error."""
        target = target_of(kind, seq)
        # A contentless table forgets only rows, not words: the terms are worked out again from
        # the entry as it was taken in.
        for entry in self._fetch([target]):
            run_many(self._session, DROP_TERM, [(term, target) for term in terms_of(entry)])
            run_many(self._session, DROP_TEXT, [(target,)])
            run_many(self._session, DROP_ENTRY, [(target,)])

    def remove_many(self, seqs: Iterable[int], kind: Kind = Kind.RESIDENT) -> None:
        """Forget many records of one kind, as when an import is taken back."""
        remaining = iter(seqs)
        while block := [target_of(kind, seq) for seq in islice(remaining, AT_ONCE)]:
            entries = self._fetch(block)
            terms = [(term, entry.target) for entry in entries for term in terms_of(entry)]
            run_many(self._session, DROP_TERM, sorted(terms, key=TERM))
            run_many(self._session, DROP_TEXT, [(entry.target,) for entry in entries])
            run_many(self._session, DROP_ENTRY, [(entry.target,) for entry in entries])

    def renew_many(self, entries: Iterable[SearchEntry]) -> None:
        """Take *entries* in, in place of what was known of their records.

        Only what differs is written.
        """
        remaining = iter(entries)
        while block := list(islice(remaining, AT_ONCE)):
            former = {entry.target: entry for entry in self._fetch(each.target for each in block)}
            self._add([entry for entry in block if entry.target not in former])
            changed = [entry for entry in block if former.get(entry.target, entry) != entry]
            self._change([(former[entry.target], entry) for entry in changed])

    def rebuild(self, entries: Iterable[SearchEntry]) -> int:
        """Forget everything and take *entries* in; return how many."""
        connection = self._session.connection()
        for statement in EMPTY:
            connection.exec_driver_sql(statement)
        usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        # Pages that leave the cache are encrypted, and decrypted when the next term needs them.
        connection.exec_driver_sql(f"PRAGMA cache_size = -{REBUILD_CACHE_KIB}")
        try:
            taken = self.index_people(entries)
            connection.exec_driver_sql(TIDY_TEXT)
        finally:
            connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")
        return taken

    def count(self, kind: Kind = Kind.RESIDENT) -> int:
        """Return how many records of *kind* can be found."""
        found = self._session.connection().exec_driver_sql(
            "SELECT count(*) FROM search_entry WHERE target BETWEEN ? AND ?",
            (target_of(kind, 0), target_of(kind, (1 << KIND_BITS) - 1)),
        )
        return int(found.scalar_one())

    def entry(self, seq: int, kind: Kind = Kind.RESIDENT) -> SearchEntry | None:
        """Return what is known of a record, if it is known."""
        return next(iter(self._fetch([target_of(kind, seq)])), None)

    def find(self, query: Query, *, limit: int = 20) -> list[Hit]:
        """Return at most *limit* hits, the best first.

        A quarter of the places is kept for what is not a resident, and a few cases and
        tasks come on top, the latest of those that answer alike. The work is
        bounded: of a query that thousands answer, some are found, not the best.
        """
        if query.is_empty:
            return []
        connection = self._session.connection()
        among = targets_seen(connection, self._scope, self._who)
        targets = Candidates(connection, limit, among=among).of(query)
        judged = [(judge(query, entry), entry) for entry in self._fetch(targets)]
        hits = sorted(
            ((hit, entry) for hit, entry in judged if hit is not None),
            key=lambda pair: place_in_order(*pair),
        )
        cases = self._latest(query, CaseCandidates(connection, among=among).of(query))
        # nobody's data: whoever sees his grids alone finds none
        tasks = [] if among is not None else TaskCandidates(connection).of(query)
        return [
            *_shared_out([hit for hit, _ in hits], limit),
            *cases,
            *self._latest(query, tasks),
        ]

    def _latest(self, query: Query, targets: Sequence[int]) -> list[Hit]:
        judged = (judge(query, entry) for entry in self._fetch(targets))
        hits = sorted(filter(None, judged), key=lambda hit: (hit.rank, -hit.seq))
        return hits[:MOST_APART]

    def _add(self, entries: Sequence[SearchEntry]) -> None:
        terms = [
            (term, target)
            for entry in entries
            for target in (entry.target,)
            for term in terms_of(entry)
        ]
        # In the order of the index, so that neighbours are written together.
        terms.sort(key=TERM)
        run_many(self._session, ADD_ENTRY, [_row(entry) for entry in entries])
        run_many(self._session, ADD_TERM, terms)
        run_many(self._session, ADD_TEXT, [(entry.target, text_of(entry)) for entry in entries])

    def _change(self, pairs: Sequence[tuple[SearchEntry, SearchEntry]]) -> None:
        """Write what differs between what was known and what is known now."""
        gone: list[tuple[str, int]] = []
        come: list[tuple[str, int]] = []
        texts: list[SearchEntry] = []
        for former, entry in pairs:
            before, after = set(terms_of(former)), set(terms_of(entry))
            gone.extend((term, entry.target) for term in before - after)
            come.extend((term, entry.target) for term in after - before)
            if text_of(former) != text_of(entry):
                texts.append(entry)
        run_many(self._session, DROP_TERM, sorted(gone, key=TERM))
        run_many(self._session, ADD_TERM, sorted(come, key=TERM))
        run_many(self._session, DROP_TEXT, [(entry.target,) for entry in texts])
        run_many(self._session, ADD_TEXT, [(entry.target, text_of(entry)) for entry in texts])
        run_many(self._session, REPLACE_ENTRY, [_row(entry) for _, entry in pairs])

    def _fetch(self, targets: Iterable[int]) -> list[SearchEntry]:
        rows = self._session.connection().exec_driver_sql(
            FETCH, (f"[{','.join(map(str, targets))}]",)
        )
        return [_entry(*row) for row in rows]


def _shared_out(hits: list[Hit], limit: int) -> list[Hit]:
    """Return *limit* of the *hits*, a quarter kept for kinds other than residents."""
    others = [hit for hit in hits if hit.kind is not Kind.RESIDENT]
    residents = [hit for hit in hits if hit.kind is Kind.RESIDENT]
    kept = set(others[: max(limit // OTHER_KINDS_SHARE, limit - len(residents))])
    kept.update(residents[: limit - len(kept)])
    return [hit for hit in hits if hit in kept][:limit]


def _row(entry: SearchEntry) -> tuple[object, ...]:
    return (
        entry.target,
        entry.key,
        entry.name,
        BREAK.join(entry.readings),
        BREAK.join(entry.aliases),
        BREAK.join(entry.numbers),
        BREAK.join(entry.phones),
        entry.address,
        entry.sex,
        entry.born,
    )


def _entry(target: int, key: str, name: str, *texts: str) -> SearchEntry:
    readings, aliases, numbers, phones, address, sex, born = texts
    return SearchEntry(
        kind=Kind(target >> KIND_BITS),
        seq=target & ((1 << KIND_BITS) - 1),
        key=key,
        name=name,
        readings=_parts(readings),
        aliases=_parts(aliases),
        numbers=_parts(numbers),
        phones=_parts(phones),
        address=address,
        sex=sex,
        born=born,
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(BREAK)) if text else ()
