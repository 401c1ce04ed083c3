"""Cases until they are accepted: drafted, received, told what lacks, accepted or declined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.counter.case_clock import CaseClock, Dues
from station_app.domain.counter.case_flow import CaseEvent, CaseState
from station_app.domain.counter.case_materials import (
    OneTimeNotice,
    first_ticks,
    problems_with_ticks,
    ticked,
)
from station_app.domain.counter.cases import (
    DECLINED,
    Case,
    CaseDraft,
    CaseId,
    Desk,
    Intake,
    Undo,
    problems_with_case,
    tidied_case,
)
from station_app.domain.counter.items import ItemId
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.residents.people import ResidentId
from station_app.services.counter.case_finding import CaseIndexer
from station_app.services.counter.case_steps import ACT, TOUCHED, CaseSteps
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.counter.case_materials import Tick
    from station_app.domain.counter.items import Item, ItemVersion
    from station_app.services.pinyin import Readings
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction


STEPS_OF: Final = {
    Intake.DRAFT: (),
    Intake.RECEIVE: ("_receive",),
    Intake.NOTICE: ("_receive", "_ask_for_more"),
    Intake.ACCEPT: ("_accept",),
}


class TakingIn:
    """The store with its tables, today, and the steps of cases that begin here.

    *mark* is called after a number was given.
    """

    def __init__(
        self,
        store: Store,
        reference: Reference,
        clock: Clock,
        *,
        mark: Callable[[], None],
        readings: Callable[[str], Readings],
    ) -> None:
        self._store, self._reference, self._clock = store, reference, clock
        self._steps = CaseSteps(store, reference, clock, CaseIndexer(readings))
        self._mark = mark


class CaseIntake(TakingIn):
    """The use cases of the window, up to the acceptance."""

    @needs(Permission.CASE_WRITE)
    def draft(self, draft: CaseDraft) -> Done[CaseId]:
        """Begin a case (咨询): whoever begins it looks after it."""
        with self._store.transaction() as tx:
            key = self._draft(tx, draft)
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.CASE_WRITE)
    def take_in(
        self, draft: CaseDraft, intake: Intake, ticks: Sequence[Tick] = ()
    ) -> Done[CaseId]:
        """Begin a case and take it in as far as *intake* says: all of it, or nothing.

        *ticks*: what was brought, one for each material of the item, in its order; none for
        nothing. Taken back it is an enquiry again, at once and with what was ticked: its
        number may be on paper. Raises what the steps raise.
        """
        with self._store.transaction() as tx:
            key = self._draft(tx, draft)
            if any(each.originals or each.copies for each in ticks):
                self._tick(tx, tx.cases.case(key), ticks)
            begun = tx.cases.case(key)
            for step in STEPS_OF[intake]:
                getattr(self, step)(tx, tx.cases.case(key))
            latter = tx.cases.case(key)
        if intake is Intake.DRAFT:
            return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))
        self._mark()
        return Done(key, TOUCHED, lambda: self._steps.take_back(begun, latter.version))

    @needs(Permission.CASE_WRITE)
    def correct(self, key: CaseId, draft: CaseDraft, *, version: int) -> Done[None]:
        """Replace what was entered of an open case, last seen at *version*.

        Raises :class:`RefusedError` ``case.item-fixed`` for another item once it is no draft
        any more: that would be another case.
        """
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            told = self._accepted(tx, draft, former)
            changes: dict[str, Any] = {"particulars": told}
            if told.item_id != former.particulars.item_id:
                if former.state is not CaseState.DRAFT or former.number:
                    raise RefusedError("case.item-fixed")
                changes |= resting_on(self._kept(tx, told))
            self._steps.take(tx, former, CaseEvent.CORRECT, **changes)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def discard(self, key: CaseId, *, version: int) -> Done[None]:
        """Put a draft into the bin; what has a number is withdrawn instead."""
        with self._store.reading() as tx:
            former = self._steps.seen(tx, key, version)
        if former.state is not CaseState.DRAFT or former.number:
            raise RefusedError("case.not-a-draft")
        return self._set_binned(key, binned=True)

    @needs(Permission.CASE_WRITE)
    def tick(self, key: CaseId, ticks: Sequence[Tick], *, version: int) -> Done[None]:
        """Note what was brought: one tick for each material of the item, in its order."""
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            self._tick(tx, former, ticks)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def receive(self, key: CaseId, *, version: int) -> Done[str]:
        """Take the materials in (收件) and return the number that stands on the receipt."""
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            latter = self._receive(tx, former)
        return self._given(former, latter)

    @needs(Permission.CASE_WRITE)
    def ask_for_more(self, key: CaseId, note: str = "", *, version: int) -> Done[OneTimeNotice]:
        """Tell all that lacks, once (一次性告知), and until when it is to be brought.

        Raises :class:`RefusedError` ``case.nothing-lacks``; ``case.notice-too-late`` when the
        days for it have passed, so that it counts as accepted (行政许可法 32条); and
        ``case.notice-once`` for what was not told the first time.
        """
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            notice = self._ask_for_more(tx, former, note)
        return Done(notice, TOUCHED, self._steps.done(former).revert)

    @needs(Permission.CASE_WRITE)
    def complete(self, key: CaseId, *, version: int) -> Done[None]:
        """Take in what was brought after the notice (补正)."""
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            self._steps.take(tx, former, CaseEvent.COMPLETE)
        return self._steps.done(former)

    @needs(Permission.CASE_WRITE)
    def accept(self, key: CaseId, *, version: int, promise: str = "") -> Done[str]:
        """Accept a case (受理), and return its number; its clock starts.

        *promise*: what was promised to be brought later, in writing (容缺受理). Raises
        :class:`RefusedError` ``case.materials-lack`` when something lacks without one.
        """
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            latter = self._accept(tx, former, promise)
        return self._given(former, latter)

    @needs(Permission.CASE_DECIDE)
    def decline(self, key: CaseId, reason: str, *, version: int) -> Done[str]:
        """Do not accept a case (不予受理), saying why; its number stands on the notice."""
        today = self._clock.today()
        with self._store.transaction() as tx:
            former = self._steps.seen(tx, key, version)
            latter = self._steps.take(
                tx,
                former,
                CaseEvent.DECLINE,
                reason=reason,
                number=self._steps.numbered(tx, former),
                received_on=former.received_on or today,
                result=DECLINED,
                result_note=reason.strip(),
                closed_on=today,
            )
        return self._given(former, latter)

    def _draft(self, tx: Transaction, draft: CaseDraft) -> CaseId:
        key, told = CaseId(new_key()), self._accepted(tx, draft)
        case = begun_case(key, told, self._kept(tx, told), tx.me)
        tx.cases.add(case)
        tx.cases.take_step(case, Undo.DRAFTED, case.state, "", "")
        self._steps.note(tx, Undo.DRAFTED, case, "")
        self._steps.index(tx, key)
        return key

    def _tick(self, tx: Transaction, former: Case, ticks: Sequence[Tick]) -> None:
        materials = self._steps.version(tx, former).particulars.materials
        if problems := problems_with_ticks(ticks, materials):
            raise ValidationFailedError(problems)
        self._steps.take(tx, former, CaseEvent.TICK, ticks=tuple(ticks))

    def _receive(self, tx: Transaction, former: Case) -> Case:
        return self._steps.take(
            tx,
            former,
            CaseEvent.RECEIVE,
            number=self._steps.numbered(tx, former),
            received_on=self._clock.today(),
            **self._renewed(tx, former),
        )

    def _ask_for_more(self, tx: Transaction, former: Case, note: str = "") -> OneTimeNotice:
        today = self._clock.today()
        until = self._reference.case_rules.supplement.due(today, self._reference.calendar)
        notice = OneTimeNotice(
            told_on=today,
            until=until.day,
            lacking=self._steps.lacking(tx, former),
            note=note.strip(),
        )
        self._steps.take(tx, former, CaseEvent.ASK_MORE, reason=note, notice=notice)
        return notice

    def _accept(self, tx: Transaction, former: Case, promise: str = "") -> Case:
        today = self._clock.today()
        return self._steps.take(
            tx,
            former,
            CaseEvent.ACCEPT,
            reason=promise,
            promise=promise.strip(),
            number=self._steps.numbered(tx, former),
            received_on=former.received_on or today,
            accepted_on=today,
            clock=CaseClock(began=self._began(former, today)),
            **self._renewed(tx, former),
        )

    def _given(self, former: Case, latter: Case) -> Done[str]:
        if not former.number:
            self._mark()
        return Done(latter.number, TOUCHED, self._steps.done(former).revert)

    def _began(self, case: Case, today: date) -> date:
        """Return the day the clock starts: that of receipt, if what lacks was not told in time."""
        until = self._steps.notice_until(case)
        if case.notice is None and case.received_on and until is not None and today > until:
            return case.received_on
        return today

    def _accepted(
        self, tx: Transaction, draft: CaseDraft, former: Case | None = None
    ) -> CaseDraft:
        """Return *draft* as it is kept; raises :class:`ValidationFailedError`."""
        today, told = self._clock.today(), tidied_case(draft)
        items = tx.items.all(self._reference.items)
        offered = {item.id for item in items if item.is_offered(today)}
        if former is not None:
            offered |= {ItemId(former.particulars.item_id)}  # it may have been retired since
        if problems := problems_with_case(told, items=offered, today=today):
            raise ValidationFailedError(problems)
        if not told.resident_id:
            return told
        person = tx.people.resident(ResidentId(told.resident_id))
        return replace(told, applicant=person.particulars.name)

    def _item(self, tx: Transaction, told: CaseDraft) -> Item:
        return tx.items.item(ItemId(told.item_id), self._reference.items)

    def _kept(self, tx: Transaction, told: CaseDraft) -> ItemVersion:
        """Return the version of the item that holds today, kept for what rests upon it."""
        version = self._item(tx, told).on(self._clock.today())
        tx.items.keep(version)
        return version

    def _renewed(self, tx: Transaction, case: Case) -> dict[str, Any]:
        """Return what a draft rests upon today: its item may have another version by now."""
        if case.state is not CaseState.DRAFT:
            return {}
        version = self._kept(tx, case.particulars)
        if version.id == case.version_id:
            return {}
        former = self._steps.version(tx, case).particulars.materials
        brought = {(each.name, each.when): each.tick for each in ticked(former, case.ticks)}
        changes = resting_on(version)
        changes["ticks"] = tuple(
            brought.get((each.name, each.when), tick)
            for each, tick in zip(version.particulars.materials, changes["ticks"], strict=True)
        )
        return changes

    def _set_binned(self, key: CaseId, *, binned: bool) -> Done[None]:
        act = "binned" if binned else "restored"
        with self._store.transaction() as tx:
            cases = tx.everything.cases
            cases.set_binned(key, binned=binned)
            self._steps.index(tx, key)
            tx.audit.add(f"{ACT}:{act}", key)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))


def begun_case(key: CaseId, told: CaseDraft, version: ItemVersion, me: str) -> Case:
    """Return a case that begins, looked after by *me*."""
    return Case(
        id=key,
        version=1,
        number="",
        state=CaseState.DRAFT,
        particulars=told,
        desk=Desk(assignee=me),
        clock=CaseClock(),
        dues=Dues(),
        **resting_on(version),
    )


def resting_on(version: ItemVersion) -> dict[str, Any]:
    """Return what a case has of the *version* of its item."""
    told = version.particulars
    return {
        "version_id": version.id,
        "item": told.name,
        "affair": told.affair,
        "responsible": told.responsible,
        "ticks": first_ticks(told.materials),
    }
