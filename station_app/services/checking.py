"""Whether a station is in order: the file, the references, and all that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.residents.standing import standing_of
from station_app.services.audit.walking import verdict_on
from station_app.services.permissions import needs
from station_app.store.checking import check_store
from station_app.store.content import content_hash
from station_app.store.derived import derived_people, misrendered_dwellings
from station_app.store.migrations.runner import revision_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.audit.chain import Verdict
    from station_app.services.pinyin import PinyinReader
    from station_app.store.derived import DerivedPerson
    from station_app.store.transaction import Store

PROGRAM_TABLES = ("alembic_", "search_")


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCheck:
    """What was found.

    ``faults`` are those of the file as SQLite words them, ``counts`` rows by table,
    ``people`` those of the register without the bin, ``indexed`` those the search
    knows; ``findable`` and ``found`` are the same of the other kinds, by kind.
    ``misordered`` and ``misjudged`` count residents whose place in the order
    of names or whose standing is not what follows from their record,
    ``misrendered`` dwellings whose address is not. ``audit`` is the verdict on the
    chain of the audit, without an anchor. ``content`` is the SHA-256 of
    all records.
    """

    schema: str
    faults: tuple[str, ...]
    counts: Mapping[str, int]
    people: int
    households: int
    indexed: int
    findable: Mapping[str, int]
    found: Mapping[str, int]
    misordered: int
    misjudged: int
    misrendered: int
    audit: Verdict
    content: str

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        return self.is_sound and self.audit.is_whole

    @property
    def is_sound(self) -> bool:
        """Whether the file and all that follows from the records is as it should be."""
        wrong = self.misordered or self.misjudged or self.misrendered
        are_found = self.indexed == self.people and self.found == self.findable
        return are_found and not (self.faults or wrong)


class CheckService:
    """The use case of checking the whole station."""

    def __init__(self, store: Store, pinyin: PinyinReader) -> None:
        self._store = store
        self._pinyin = pinyin

    @needs(Permission.CHECK_RUN)
    def check(self) -> StationCheck:
        """Read everything and tell what is wrong with it.

        Raises :class:`~station_app.domain.errors.StoreDamagedError` for a file so
        damaged that it cannot be read to the end.
        """
        file = check_store(self._store.engine)
        with self._store.reading() as tx:
            people = list(derived_people(tx.session))
            findable = tx.found.counts()
            return StationCheck(
                schema=revision_of(self._store.engine) or "",
                faults=file.faults,
                counts=_of_records(file.counts),
                people=tx.people.count(),
                households=tx.households.count(),
                indexed=tx.search.count(),
                findable={kind.name.lower(): count for kind, count in findable.items()},
                found={kind.name.lower(): tx.search.count(kind) for kind in findable},
                misordered=sum(map(self._is_misordered, people)),
                misjudged=sum(map(_is_misjudged, people)),
                misrendered=len(misrendered_dwellings(tx.session)),
                audit=verdict_on(tx),
                content=content_hash(tx.session),
            )

    @needs(Permission.CHECK_RUN)
    def content(self) -> str:
        """Return the SHA-256 of all records."""
        with self._store.reading() as tx:
            return content_hash(tx.session)

    def _is_misordered(self, person: DerivedPerson) -> bool:
        return person.name_key != self._pinyin.readings(person.name, person.pinyin).sort_key


def _of_records(counts: Mapping[str, int]) -> dict[str, int]:
    return {
        table: count
        for table, count in sorted(counts.items())
        if not table.startswith(PROGRAM_TABLES)
    }


def _is_misjudged(person: DerivedPerson) -> bool:
    right = standing_of(
        is_dead=person.is_dead,
        lives_here=person.lives_here,
        registered_here=person.registered_here,
        is_foreign=person.is_foreign,
    )
    return person.standing != right
