"""The use cases of reviewing conflicts (冲突核对): what is open, and deciding it.

A decision is an ordinary edit by somebody who has seen everything; it travels with the
next file and closes the conflict wherever it arrives. To postpone one is to do nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    Problem,
    ValidationFailedError,
)
from station_app.domain.identity.documents import clean_number
from station_app.domain.identity.kinds import kind_kept
from station_app.domain.residents.people import NOTE_LENGTH, ResidentDraft, problems_with
from station_app.domain.sync.review import (
    DELETE,
    OTHER,
    Resolved,
    ReviewCase,
    ReviewPoint,
    ValueKind,
)
from station_app.services.permissions import needs
from station_app.services.progress import Silence
from station_app.services.sync.deriving import Deriver
from station_app.services.sync.exchanging import TOUCHED
from station_app.services.sync.questions import Asker, key_of, people_among, questions_in
from station_app.services.sync.review_values import ValueTeller, kind_of, may_be_typed
from station_app.store.sync.open_conflicts import Life

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.audit.facts import Changes
    from station_app.domain.clock import Clock
    from station_app.domain.sync.review import CaseKind, ReviewChoice
    from station_app.services.pinyin import PinyinReader
    from station_app.services.progress import Progress
    from station_app.services.sync.questions import Question
    from station_app.store.reference import Reference
    from station_app.store.sync.declaration import SyncColumn, SyncTable
    from station_app.store.sync.resolving import Resolving
    from station_app.store.transaction import Store, Transaction

ACTS = {Life.ALIVE: "restored", Life.BINNED: "binned", Life.DEAD: "deleted"}


TOLD_TABLES = frozenset({"resident", "household", "grid", "setting"})
"""Whose columns are called in the audit as its fields are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a decision has changed: a value, or with no column where the record is."""

    table: SyncTable
    key: str
    column: SyncColumn | None
    was: Any
    now: Any


class ReviewService:
    """The use cases of what two devices have entered without knowing of one another."""

    def __init__(
        self,
        store: Store,
        reference: Callable[[], Reference],
        pinyin: PinyinReader,
        clock: Clock,
    ) -> None:
        self._store = store
        self._reference = reference
        self._pinyin = pinyin
        self._clock = clock

    @needs(Permission.REVIEW_READ)
    def count(self) -> int:
        """Return how many questions are open."""
        with self._store.reading() as tx:
            return tx.exchange.conflicts.count()

    @needs(Permission.REVIEW_READ)
    def cases(self) -> tuple[ReviewCase, ...]:
        """Return what is open by person, place and table, the oldest first."""
        with self._store.reading() as tx:
            asker = Asker(tx, ValueTeller(tx, self._reference()))
            points: dict[tuple[CaseKind, str, str], list[ReviewPoint]] = defaultdict(list)
            for question in questions_in(tx):
                owner = asker.owner(question.table, question.key)
                points[owner].append(asker.point(question, owner[2]))
            cases = [_case(owner, found, asker) for owner, found in points.items()]
        return tuple(sorted(cases, key=lambda case: (case.since, case.key)))

    @needs(Permission.REVIEW_RESOLVE)
    def resolve(
        self, choices: Sequence[ReviewChoice], progress: Progress | None = None
    ) -> Done[Resolved]:
        """Let what was chosen stand, all of it or nothing.

        Raises :class:`EditConflictError` when a question is another by now,
        :class:`ValidationFailedError` for a value that cannot be, and
        :class:`RefusedError` ``sync.reference-gone``.
        """
        watched = progress or Silence()
        with self._store.transaction() as tx:
            asked = {question.id: question for question in questions_in(tx)}
            # something has come meanwhile: he would decide about what he has not seen
            if any(choice.point not in asked for choice in choices):
                raise EditConflictError
            chosen = {asked[choice.point].place: choice for choice in choices}
            asker = Asker(tx, ValueTeller(tx, self._reference()))
            resolving = tx.exchange.resolving(tx.stamp)
            # a record comes back before its fields are decided
            made: list[Decision] = []
            for question in asked.values():
                if question.place in chosen:
                    watched.step(len(made), len(chosen), "deciding")
                    choice = chosen[question.place]
                    decision = self._decide(tx, asker, resolving, question, choice)
                    _note_in_audit(tx, question, choice, decision)
                    made.append(decision)
            self._finish(tx, asker, resolving, made, act="resolved")
            left = {question.place for question in questions_in(tx)}
        waiting = len(left & chosen.keys())
        outcome = Resolved(closed=len(chosen) - waiting, waiting=waiting)
        return Done(outcome, TOUCHED, lambda: self._take_back(made))

    @needs(Permission.REVIEW_READ)
    def reveal(self, point: str, option: str) -> str:
        """Return a masked value in full, and note in the audit that it was shown.

        Raises :class:`NotFoundError` when it is not in question any more.
        """
        with self._store.transaction() as tx:
            question = next((each for each in questions_in(tx) if each.id == point), None)
            if question is None or question.column is None:
                raise NotFoundError
            asker = Asker(tx, ValueTeller(tx, self._reference()))
            version = next(
                (each for each in asker.versions(question) if key_of(each) == option), None
            )
            if version is None:
                raise NotFoundError(id=question.key)
            column = question.column.name
            tx.audit.add("exchange:conflict:shown", question.key, field=column)
            # Only now: no number without its entry in the audit.
            return tx.exchange.origins.told(question.table, column, version.value)

    def _decide(
        self,
        tx: Transaction,
        asker: Asker,
        resolving: Resolving,
        question: Question,
        choice: ReviewChoice,
    ) -> Decision:
        table, key, column = question.table, question.key, question.column
        if column is None:
            was = asker.life(question)
            now = Life.ALIVE
            if choice.option == DELETE:
                in_bin = was is not Life.DEAD and table.bin_column is not None
                now = Life.BINNED if in_bin else Life.DEAD
            resolving.put(table, key, now)
            return Decision(table=table, key=key, column=None, was=was, now=now)
        record = tx.exchange.conflicts.record(table, key)
        value = self._chosen(asker, question, choice, record)
        resolving.write(table, key, column.name, value)
        return Decision(
            table=table, key=key, column=column, was=record.get(column.name), now=value
        )

    def _chosen(
        self, asker: Asker, question: Question, choice: ReviewChoice, record: dict[str, Any]
    ) -> Any:
        if choice.option == OTHER and question.column is not None:
            return self._entered(question.table, question.column, choice.value.strip(), record)
        for version in asker.versions(question):
            if key_of(version) == choice.option:
                return version.value
        raise NotFoundError(id=question.key)

    def _entered(
        self, table: SyncTable, column: SyncColumn, text: str, record: dict[str, Any]
    ) -> Any:
        """Return what was typed, as it is kept.

        Raises :class:`ValidationFailedError` if it cannot be.
        """
        if not may_be_typed(table, column):
            raise ValidationFailedError((Problem(column.name, "not-typed"),))
        if len(text) > NOTE_LENGTH:
            raise ValidationFailedError((Problem(column.name, "too-long", {"most": NOTE_LENGTH}),))
        value: Any = text
        if kind_of(table, column) is ValueKind.DATE:
            value = _day(column.name, text)
        if table.name == "resident" and column.name in ResidentDraft.__dataclass_fields__:
            draft = replace(ResidentDraft(name="某"), **{column.name: value})
            if problems := problems_with(draft, today=self._clock.today()):
                raise ValidationFailedError(problems)
        if (table.name, column.name) == ("document", "number"):
            value = clean_number(kind_kept(record["kind"]), text)
            if not value:
                raise ValidationFailedError((Problem("number", "missing"),))
        return value.isoformat() if isinstance(value, date) else value

    def _take_back(self, decisions: Sequence[Decision]) -> Done[object]:
        """Let what stood before stand again, as new edits.

        Raises :class:`EditConflictError` when something else stands there by now.
        """
        with self._store.transaction() as tx:
            asker = Asker(tx, ValueTeller(tx, self._reference()))
            resolving = tx.exchange.resolving(tx.stamp)
            back = [
                replace(each, was=each.now, now=each.was)
                for each in decisions
                if each.was != each.now
            ]
            for each in back:
                if _standing(tx, each) != each.was:
                    raise EditConflictError(id=each.key)
            for each in back:
                if each.column is None:
                    resolving.put(each.table, each.key, each.now)
                else:
                    resolving.write(each.table, each.key, each.column.name, each.now)
                told = _changes(tx, each)
                tx.audit.add(
                    "exchange:conflict:taken-back", each.key, changes=told, table=each.table.name
                )
            self._finish(tx, asker, resolving, back, act="resolved-undone")
        return Done(None, TOUCHED)

    def _finish(
        self,
        tx: Transaction,
        asker: Asker,
        resolving: Resolving,
        decisions: Sequence[Decision],
        *,
        act: str,
    ) -> None:
        """Bring everything in step with *decisions*, and note them."""
        merged = resolving.finish()
        owners = [asker.owner(each.table, each.key) for each in decisions]
        people = dict.fromkeys([*merged.touched.get("resident", ()), *people_among(owners)])
        touched = {**merged.touched, "resident": list(people)}
        Deriver(tx, self._pinyin).renew(replace(merged, touched=touched))
        for each, (_, table, owner) in zip(decisions, owners, strict=True):
            if each.was == each.now:
                continue
            _note(tx, each, act)
            if table == "resident" and owner != each.key:
                tx.history.note(table, owner, act)


def _note(tx: Transaction, decision: Decision, act: str) -> None:
    """Note in the history what a decision has changed."""
    table, column = decision.table, decision.column
    if column is None:
        tx.history.note(table.name, decision.key, ACTS[decision.now])
        return
    before, after = (
        tx.exchange.origins.told(table, column.name, value)
        for value in (decision.was, decision.now)
    )
    tx.history.note_fields(
        table.name,
        decision.key,
        act,
        before={column.name: before},
        after={column.name: after},
    )


def _note_in_audit(
    tx: Transaction, question: Question, choice: ReviewChoice, decision: Decision
) -> None:
    tx.audit.add(
        "exchange:conflict:resolved",
        decision.key,
        changes=_changes(tx, decision),
        table=decision.table.name,
        column=question.place[2],
        chosen=choice.option,
        conflicts=len(question.conflicts),
    )


def _changes(tx: Transaction, decision: Decision) -> Changes:
    """Return what the audit may tell of a decision; of other tables only which column it was."""
    if decision.column is None:
        return {}
    column = decision.column.name
    if decision.table.name not in TOLD_TABLES or column.endswith("_id"):
        return {column: None} if decision.was != decision.now else {}
    return tx.audit.changes({column: decision.was}, {column: decision.now})


def _standing(tx: Transaction, decision: Decision) -> Any:
    if decision.column is None:
        return tx.exchange.conflicts.life(decision.table, decision.key)
    return tx.exchange.conflicts.record(decision.table, decision.key).get(decision.column.name)


def _case(
    owner: tuple[CaseKind, str, str], points: Sequence[ReviewPoint], asker: Asker
) -> ReviewCase:
    kind, table, key = owner
    moments = [
        max(option.at for option in point.options if option.at is not None) for point in points
    ]
    return ReviewCase(
        key=f"{table}:{key}",
        kind=kind,
        title=asker.title(table, key),
        points=tuple(points),
        since=min(moments),
        record=(table, key) if table in {"resident", "dwelling"} else None,
    )


def _day(field: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValidationFailedError((Problem(field, "not-a-day"),)) from error
