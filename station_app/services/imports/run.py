"""The use cases of bringing a roster in: read, foretell, bring in, set aside, take back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError
from station_app.domain.findings import Severity
from station_app.domain.keys import new_key
from station_app.domain.residents.people import ResidentId
from station_app.services.collector import without_collector
from station_app.services.delivering import deliver
from station_app.services.imports.columns import MatchedBy, TableMatch, match_columns
from station_app.services.imports.known import ask_store
from station_app.services.imports.layout import LeftOut, Table, find_tables
from station_app.services.imports.lexicon import Lexicon
from station_app.services.imports.plan import DEFAULT_POLICIES, NEW_HOUSEHOLD, Plan, make_plan
from station_app.services.imports.reading import read_spreadsheet
from station_app.services.imports.roster import Roster, read_roster
from station_app.services.imports.set_aside import set_aside_book
from station_app.services.imports.vocabulary import FieldClass, Vocabulary, load_vocabulary
from station_app.services.imports.writing import PlanWriter, Written
from station_app.services.permissions import needs
from station_app.services.residents.writing import ResidentWriter
from station_app.shipped import RESOURCES
from station_app.store.retreat import Retreat
from station_app.store.room import require_room

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.findings import Finding
    from station_app.domain.imports import Batch
    from station_app.services.imports.plan import Policies
    from station_app.services.pinyin import PinyinReader
    from station_app.services.progress import Progress
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RESIDENTS, Topic.PLACES, Topic.AUDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFile:
    """A file as read: its tables, what their columns mean, and the sheets without any.

    ``matches`` are suggestions, one for each of ``tables``.
    """

    name: str
    kind: str
    sha256: str
    tables: tuple[Table, ...]
    matches: tuple[TableMatch, ...]
    left_out: tuple[LeftOut, ...]

    def corrected(self, table: int, changes: Mapping[int, str]) -> RosterFile:
        """Return the file with the fields of some columns of one table set by hand."""
        matches = list(self.matches)
        matches[table] = matches[table].corrected(changes)
        return replace(self, matches=tuple(matches))

    def without(self, table: int) -> RosterFile:
        """Return the file without one of its tables."""
        left = LeftOut(sheet=self.tables[table].sheet.name, reason="by-hand")
        return replace(
            self,
            tables=self.tables[:table] + self.tables[table + 1 :],
            matches=self.matches[:table] + self.matches[table + 1 :],
            left_out=(*self.left_out, left),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """Rows by what becomes of them; codes are those of findings.

    ``accepted`` are all rows taken, warned ones included: ``new`` people and
    known ones. ``households`` are those of the file.
    """

    read: int
    accepted: int
    warned: Mapping[str, int]
    refused: Mapping[str, int]
    noted: Mapping[str, int]
    new: int
    households: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassForecast:
    """How many known people have gaps, and conflicts, in one class of fields."""

    gaps: int
    conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What bringing a file in would do (试算)."""

    counts: ImportCounts
    same: int
    by_class: Mapping[FieldClass, ClassForecast]
    new_households: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What bringing a file in has done, as counted in the store afterwards.

    ``set_aside`` writes the file of refused rows: give it a path and the words
    for a finding; it returns how many rows it wrote.
    """

    batch: str
    counts: ImportCounts
    added: int
    changed: int
    people_in_store: int
    households_in_store: int
    set_aside: Callable[[Path, Callable[[Finding], str]], int] = field(repr=False)


class ImportService:
    """The use cases of imports (导入花名册)."""

    def __init__(
        self,
        store: Store,
        reference: Reference,
        pinyin: PinyinReader,
        clock: Clock,
        *,
        back_up: Callable[[], object],
    ) -> None:
        self._store = store
        self._back_up = back_up
        self._reference = reference
        self._pinyin = pinyin
        self._clock = clock
        self._vocabulary: Vocabulary = load_vocabulary(RESOURCES / "imports")

    @needs(Permission.IMPORT_RUN)
    def fields(self) -> Mapping[str, str]:
        """Return the fields a column may be matched to, each with its class or ""."""
        return self._vocabulary.classes

    @needs(Permission.IMPORT_RUN)
    def read(self, path: Path, progress: Progress) -> RosterFile:
        """Read the file at *path* and suggest what its columns mean.

        Raises :class:`RefusedError` with the codes of
        :func:`~station_app.services.imports.reading.read_spreadsheet`, or
        ``no-roster`` when no sheet holds one.
        """
        file = read_spreadsheet(path, progress)
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        tables, left_out = find_tables(file, self._vocabulary)
        if not tables:
            raise RefusedError("no-roster", name=file.name)
        return RosterFile(
            name=file.name,
            kind=file.kind,
            sha256=sha256,
            tables=tables,
            matches=self._suggest(tables),
            left_out=left_out,
        )

    @needs(Permission.IMPORT_RUN)
    def dry_run(self, file: RosterFile, progress: Progress) -> Forecast:
        """Return what bringing *file* in would do, and do nothing."""
        with without_collector(), self._store.reading() as tx:
            roster = self._understand(tx, file, progress)
            progress.step(0, 0, "comparing")
            plan = make_plan(roster, ask_store(tx, roster))
        known = list(plan.known())
        return Forecast(
            counts=_counts(roster, plan),
            same=sum(not each.differences for each in known),
            by_class={
                kind: ClassForecast(
                    gaps=sum(bool(each.gaps) for each in found),
                    conflicts=sum(bool(each.conflicts) for each in found),
                )
                for kind in FieldClass
                for found in [[row.differences[kind] for row in known if kind in row.differences]]
            },
            new_households=plan.households.count(NEW_HOUSEHOLD),
        )

    @needs(Permission.IMPORT_RUN)
    def bring_in(
        self, file: RosterFile, progress: Progress, policies: Policies | None = None
    ) -> Done[ImportResult]:
        """Bring *file* in, in one transaction: all of it, or nothing when stopped.

        A backup of what stood there before is made first; without one nothing is brought in.

        *policies* say for each class of fields what becomes of people who are
        known; those not named only have their gaps filled. Raises
        :class:`~station_app.domain.errors.RoomLowError` before anything is begun.
        """
        require_room(self._store.engine)
        chosen = DEFAULT_POLICIES | (policies or {})
        batch = new_key()
        progress.step(0, 0, "backing-up")
        self._back_up()
        with without_collector(), self._store.transaction() as tx:
            roster = self._understand(tx, file, progress)
            progress.step(0, 0, "comparing")
            known = ask_store(tx, roster)
            plan = make_plan(roster, known)
            written = PlanWriter(tx, roster, plan, known, self._pinyin).write(chosen, progress)
            self._remember(tx, file)
            result = self._keep(tx, batch, file, _Outcome(roster, plan, written))
        return Done(result, TOUCHED, lambda: self.undo(batch))

    @needs(Permission.IMPORT_RUN)
    def batches(self) -> tuple[Batch, ...]:
        """Return the imports of this station, the latest first."""
        with self._store.reading() as tx:
            return tx.batches.all()

    @needs(Permission.IMPORT_UNDO)
    def undo(self, batch: str) -> Done[int]:
        """Take an import back; return how many people it had made.

        Raises :class:`RefusedError` ``import.undone`` when it was taken back
        before, ``import.built-upon`` with counts when later work rests on it,
        and :class:`NotFoundError`.
        """
        with self._store.transaction() as tx:
            if tx.batches.batch(batch).is_undone:
                raise RefusedError("import.undone")
            # Refused as a whole: half an undo would leave a roster that nobody can explain.
            retreat = Retreat(tx.session, tx.stamp, batch)
            if work := retreat.built_upon():
                raise RefusedError("import.built-upon", **work)
            lines = retreat.lines()
            changed = tx.batches.changed_by(batch)
            retreat.carry_out(changed)
            self._reindex(tx, [item.record_id for item in changed if item.table == "resident"])
            tx.batches.close(batch)
            tx.audit.add("residents:import:undone", batch, removed=len(lines))
        return Done(len(lines), TOUCHED)

    def _suggest(self, tables: tuple[Table, ...]) -> tuple[TableMatch, ...]:
        words = Lexicon(self._reference.tables, today=self._clock.today()).tag_words()
        suggested = [match_columns(table, self._vocabulary, tag_words=words) for table in tables]
        with self._store.reading() as tx:
            remembered = [tx.batches.layout(match.fingerprint) for match in suggested]
        return tuple(
            match if memory is None else match_columns(table, self._vocabulary, remembered=memory)
            for table, match, memory in zip(tables, suggested, remembered, strict=True)
        )

    def _understand(self, tx: Transaction, file: RosterFile, progress: Progress) -> Roster:
        return read_roster(
            file.tables,
            file.matches,
            self._reference.tables,
            today=self._clock.today(),
            marks=self._vocabulary.marks,
            estates=tuple(tx.intake.estates()),
            progress=progress,
        )

    def _remember(self, tx: Transaction, file: RosterFile) -> None:
        """Remember the layouts whose columns somebody has set right."""
        for match in file.matches:
            if any(column.by is MatchedBy.HAND for column in match.columns):
                tx.batches.remember(match.fingerprint, match.as_memory())

    def _keep(
        self, tx: Transaction, batch: str, file: RosterFile, outcome: _Outcome
    ) -> ImportResult:
        """Keep the batch, and count in the store what has come of it."""
        counts = _counts(outcome.roster, outcome.plan)
        result = ImportResult(
            batch=batch,
            counts=counts,
            added=outcome.written.added,
            changed=outcome.written.changed,
            people_in_store=tx.people.count(),
            households_in_store=tx.households.count(),
            set_aside=self._set_aside(file, outcome.roster),
        )
        tx.batches.add(batch, file.name, file.sha256, _told(result))
        tx.batches.add_items(batch, outcome.written.items)
        tx.audit.add("residents:import:brought-in", batch, **_told(result))
        return result

    def _set_aside(
        self, file: RosterFile, roster: Roster
    ) -> Callable[[Path, Callable[[Finding], str]], int]:
        def write(path: Path, words: Callable[[Finding], str]) -> int:
            refused = sum(row.is_refused() for row in roster.rows)
            if refused:
                book = set_aside_book(
                    file.tables,
                    file.matches,
                    roster,
                    title=self._vocabulary.set_aside_title,
                    words=words,
                )
                with self._store.transaction() as tx:
                    tx.audit.add("residents:import:set-aside", rows=refused)
                deliver(path, book)
            return refused

        return write

    def _reindex(self, tx: Transaction, keys: list[str]) -> None:
        writer = ResidentWriter(self._store, self._pinyin)
        writer.reindex(tx, [ResidentId(key) for key in keys])


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What there was, what was to be done with it, what was done."""

    roster: Roster
    plan: Plan
    written: Written


def _counts(roster: Roster, plan: Plan) -> ImportCounts:
    return ImportCounts(
        read=len(roster.rows),
        accepted=len(plan.rows),
        warned=roster.counts(Severity.WARNED),
        refused=roster.counts(Severity.REFUSED),
        noted=roster.counts(Severity.NOTED),
        new=sum(1 for _ in plan.new()),
        households=len(roster.households),
    )


def _told(result: ImportResult) -> dict[str, Any]:
    """Return the counts that the batch is kept with."""
    counts = result.counts
    return {
        "read": counts.read,
        "accepted": counts.accepted,
        "warned": dict(counts.warned),
        "refused": dict(counts.refused),
        "noted": dict(counts.noted),
        "added": result.added,
        "changed": result.changed,
        "households": counts.households,
    }
