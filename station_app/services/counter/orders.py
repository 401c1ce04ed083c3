"""Orders of 12345 and others (工单): entered, answered, sent back, called back about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.counter.case_clock import CaseClock
from station_app.domain.counter.case_flow import BEFORE_ACCEPTANCE, MAY, OPEN, CaseEvent, CaseState
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import (
    ANSWERED,
    DECLINED,
    MOST_REASON,
    CaseDraft,
    CaseId,
    Channel,
    Undo,
)
from station_app.domain.counter.orders import (
    ANONYMOUS,
    MOST_ANSWER,
    Order,
    OrderDraft,
    OrderTwin,
    plain_number,
    problems_with_call,
    problems_with_order,
    tidied_order,
    title_of,
)
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.keys import new_key
from station_app.domain.residents.people import ResidentId
from station_app.services.counter.case_intake import TakingIn, begun_case
from station_app.services.counter.case_steps import TOUCHED
from station_app.services.permissions import needs, open_to_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.counter.case_lists import CaseLine
    from station_app.domain.counter.cases import Case
    from station_app.domain.counter.items import ItemId
    from station_app.domain.counter.order_rules import OrderRules, OrderSource
    from station_app.domain.counter.orders import CallBack
    from station_app.domain.working_days import Due
    from station_app.store.transaction import Transaction

ACT = "order:record"
SENT_BACK = "sent-back"
"""The result of the rules of cases with which a misdirected order ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """An order as a table shows it."""

    case: CaseLine
    order: Order


class OrderService(TakingIn):
    """The use cases of orders. Each is a case, too; what is a step of it is a case's step."""

    @open_to_all
    def rules(self) -> OrderRules:
        """Return the sources, classes, categories, and why orders are sent back."""
        return self._reference.order_rules

    @open_to_all
    def usual_due(self, source: str, received_on: date) -> Due | None:
        """Return until when an order is to be done by the rules of its source, if they say."""
        found = self.rules().source(source)
        limit = found and found.due
        return limit.due(received_on, self._reference.calendar) if limit else None

    @needs(Permission.CASE_READ)
    def lines(self, keys: Sequence[CaseId]) -> dict[CaseId, OrderLine]:
        """Return the orders that a table shows."""
        with self._store.reading() as tx:
            cases = tx.cases.lines.lines(keys)
            orders = tx.orders.orders(list(cases))
        return {
            key: OrderLine(case=line, order=orders[key])
            for key, line in cases.items()
            if key in orders
        }

    @needs(Permission.CASE_READ)
    def of_case(self, key: CaseId) -> Order | None:
        """Return what the order of the case *key* tells; None where it is no order."""
        with self._store.reading() as tx:
            tx.cases.case(key)
            return tx.orders.orders([key]).get(key)

    @needs(Permission.CASE_WRITE)
    def enter(self, draft: OrderDraft) -> Done[CaseId]:
        """Enter an order: it is a case from then on, accepted where its source leaves no choice.

        Raises :class:`RefusedError` ``order.entered-already`` with the number of the case that
        bears the source's number.
        """
        key = CaseId(new_key())
        with self._store.transaction() as tx:
            told = self._accepted(tx, draft)
            self._refuse_twice(tx, told)
            source = self._source(told)
            case = self._begin(tx, key, told, source)
            tx.orders.add(_order_of(key, told))
            self._take_in(tx, case, accepted=source.notice is None)
            tx.audit.add(f"{ACT}:entered", key, number=told.number, item=case.item)
            self._steps.index(tx, key)
        self._mark()
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.CASE_WRITE)
    def correct(self, key: CaseId, draft: OrderDraft, *, version: int) -> Done[None]:
        """Replace what was entered of an open order, last seen at *version*.

        Raises :class:`RefusedError` ``case.item-fixed`` where the law of another source holds.
        """
        with self._store.transaction() as tx:
            former, case = self._seen(tx, key, version)
            told = self._accepted(tx, draft)
            if _is_renumbered(former, told):  # two that came together by file may be corrected
                self._refuse_twice(tx, told)
            if self._source(told).item != case.particulars.item_id:
                raise RefusedError("case.item-fixed")
            latter = replace(former, **_told(told))
            tx.orders.change(former, latter)
            self._steps.take(
                tx,
                case,
                CaseEvent.CORRECT,
                particulars=_particulars(told, self._source(told).item),
                item=title_of(told, self.rules()),
                ordered_due=self._due(told),
                desk=replace(case.desk, assignee=told.handler or case.desk.assignee),
            )
            self._steps.index(tx, key)
            tx.audit.add(f"{ACT}:corrected", key, number=told.number)
        return self._done(former, case)

    @needs(Permission.CASE_WRITE)
    def extend(self, key: CaseId, until: date, reason: str, *, version: int) -> Done[None]:
        """Let an order take longer (延期): once, no longer than its source allows.

        Raises :class:`RefusedError` ``order.extended-already`` and ``order.no-longer`` (until).
        """
        with self._store.transaction() as tx:
            former, case = self._seen(tx, key, version)
            self._refuse_extension(former, case, until)
            if problems := _problems_with(reason=reason):
                raise ValidationFailedError(problems)
            told: dict[str, Any] = {
                "extended_on": self._clock.today(),
                "extension": reason.strip(),
            }
            tx.orders.change(former, replace(former, **told))
            self._steps.take(tx, case, CaseEvent.CORRECT, reason=reason, ordered_due=until)
            tx.audit.add(f"{ACT}:extended", key, number=former.number, reason=reason.strip())
        return self._done(former, case)

    @needs(Permission.CASE_READ)
    def longest(self, key: CaseId) -> date | None:
        """Return the latest day to which the order *key* may be extended; None for not at all."""
        with self._store.reading() as tx:
            case = tx.cases.case(key)
            return self._longest(tx.orders.order(key), case)

    @needs(Permission.CASE_WRITE)
    def answer(self, key: CaseId, text: str, *, version: int) -> Done[None]:
        """Keep the answer to an order (答复); one that is still open is closed with it."""
        answer = text.strip()
        problems = _problems_with(most=MOST_ANSWER, answer=answer)
        if problems:
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            former, case = self._seen(tx, key, version)
            day = former.answered_on or self._clock.today()
            told: dict[str, Any] = {"answer": answer, "answered_on": day}
            tx.orders.change(former, replace(former, **told))
            is_step = case.state in OPEN
            if is_step:
                self._close(tx, case, ANSWERED, answer)
            tx.audit.add(f"{ACT}:answered", key, number=former.number)
        return self._done(former, case if is_step else None)

    @needs(Permission.CASE_WRITE)
    def send_back(self, key: CaseId, code: str, note: str = "", *, version: int) -> Done[None]:
        """Send an order back to its source as misdirected (退回), for a reason of the rules."""
        known = {each.code for each in self.rules().returns}
        problems = (() if code in known else (Problem("code", "missing"),)) + _too_long(note=note)
        if problems:
            raise ValidationFailedError(problems)
        reason = "：".join(filter(None, (name_in(self.rules().returns, code), note.strip())))
        with self._store.transaction() as tx:
            former, case = self._seen(tx, key, version)
            told: dict[str, Any] = {"returned": code, "return_note": note.strip()}
            latter = replace(former, returned_on=self._clock.today(), **told)
            tx.orders.change(former, latter)
            self._close(tx, case, SENT_BACK, reason)
            tx.audit.add(f"{ACT}:sent-back", key, number=former.number, reason=reason)
        return self._done(former, case)

    @needs(Permission.CASE_READ)
    def twins(self, key: CaseId) -> tuple[OrderTwin, ...]:
        """Return the other cases that bear the number of the order *key*.

        Two devices that had not heard of one another may have entered it both.
        """
        with self._store.reading() as tx:
            tx.cases.case(key)
            order = tx.orders.orders([key]).get(key)
            if order is None:
                return ()
            others = [
                each for each in tx.orders.bearing(order.source, order.number) if each != key
            ]
            seen, found = tx.cases.lines.lines(others), []
            for other in others:
                case = tx.everything.cases.case(other)
                found.append(
                    OrderTwin(
                        case_id=other if other in seen else "",
                        number=case.number,
                        item=case.item,
                        is_open=case.is_open,
                        is_double=bool(tx.orders.order(other).double_of),
                        is_kept=order.double_of == other,
                    )
                )
        return tuple(found)

    @needs(Permission.CASE_WRITE)
    def settle_double(self, key: CaseId, other: CaseId, *, version: int) -> Done[None]:
        """Let the order *key* be the double of *other*, which is worked on instead of it.

        What is open is withdrawn, with the number of the other as the reason; what is done is
        left as it is, with a note. Raises :class:`RefusedError` ``order.no-double`` where they
        do not bear one number, or the other is a double itself.
        """
        with self._store.transaction() as tx:
            former, case = self._seen(tx, key, version)
            kept = tx.cases.case(other)
            if former.double_of or not _are_twins(former, tx.orders.order(other)):
                raise RefusedError("order.no-double", number=kept.number)
            reason = f"与办件{kept.number}重复，以该件为准"
            tx.orders.change(former, replace(former, double_of=other))
            is_step = case.state is not CaseState.ARCHIVED
            if case.state in OPEN:
                today = self._clock.today()
                self._steps.take(tx, case, CaseEvent.WITHDRAW, reason=reason, closed_on=today)
            elif is_step:
                self._steps.take(tx, case, CaseEvent.NOTE, reason=reason)
            tx.audit.add(f"{ACT}:doubled", key, number=former.number, reason=reason)
        return self._done(former, case if is_step else None)

    @needs(Permission.CASE_WRITE)
    def call_back(self, key: CaseId, call: CallBack, *, version: int) -> Done[None]:
        """Note what came of calling back (回访): reached, solved, satisfied.

        Raises :class:`RefusedError` ``order.not-answered-yet``.
        """
        today = self._clock.today()
        with self._store.transaction() as tx:
            former, _ = self._seen(tx, key, version)
            if former.answered_on is None:
                raise RefusedError("order.not-answered-yet")
            problems = problems_with_call(call, answered_on=former.answered_on, today=today)
            if problems:
                raise ValidationFailedError(problems)
            tidy = replace(call, note=call.note.strip())
            if not call.is_reached:
                tidy = replace(tidy, is_solved=None, level=None)
            tx.orders.change(former, replace(former, call=tidy))
            tx.audit.add(f"{ACT}:called-back", key, number=former.number)
        return self._done(former, None)

    def _accepted(self, tx: Transaction, draft: OrderDraft) -> OrderDraft:
        """Return *draft* as it is kept; raises :class:`ValidationFailedError`."""
        told = tidied_order(draft)
        problems = problems_with_order(told, self.rules(), today=self._clock.today())
        if problems:
            raise ValidationFailedError(problems)
        if told.is_anonymous:
            return replace(told, caller=ANONYMOUS)
        if told.resident_id:
            person = tx.people.resident(ResidentId(told.resident_id))
            return replace(told, caller=person.particulars.name)
        return told

    def _refuse_twice(self, tx: Transaction, told: OrderDraft) -> None:
        bearing = tx.orders.bearing(told.source, told.number)
        # where each was settled as the double of another none is worked on
        standing = [key for key in bearing if not tx.orders.order(key).double_of]
        if not standing:
            return
        other = standing[0]
        case = tx.everything.cases.case(other)
        facts = {"number": case.number, "item": case.item}
        if tx.cases.lines.lines([other]):  # else it is none of whoever enters it
            facts["case"] = other
        raise RefusedError("order.entered-already", **facts)

    def _source(self, told: OrderDraft) -> OrderSource:
        found = self.rules().source(told.source)
        if found is None:
            raise ValidationFailedError((Problem("source", "missing"),))
        return found

    def _due(self, told: OrderDraft) -> date | None:
        if told.due_on is not None or told.received_on is None:
            return told.due_on
        usual = self.usual_due(told.source, told.received_on)
        return usual and usual.day

    def _begin(self, tx: Transaction, key: CaseId, told: OrderDraft, source: OrderSource) -> Case:
        item = tx.items.item(source.item, self._reference.items)
        version = item.on(self._clock.today())
        tx.items.keep(version)
        case = begun_case(key, _particulars(told, source.item), version, told.handler or tx.me)
        case = replace(
            case,
            item=title_of(told, self.rules()),
            ordered_due=self._due(told),
            number=self._steps.numbered(tx, case),
        )
        tx.cases.add(case)
        tx.cases.take_step(case, Undo.DRAFTED, case.state, "", "")
        return case

    def _take_in(self, tx: Transaction, case: Case, *, accepted: bool) -> None:
        today = self._clock.today()
        if accepted:
            clock = CaseClock(began=today)
            days: dict[str, Any] = {"received_on": today, "accepted_on": today, "clock": clock}
            self._steps.take(tx, case, CaseEvent.ACCEPT, **days)
        else:
            self._steps.take(tx, case, CaseEvent.RECEIVE, received_on=today)

    def _close(self, tx: Transaction, case: Case, result: str, note: str) -> None:
        """Close a case, or do not accept it where that was still open."""
        is_early = case.state in BEFORE_ACCEPTANCE
        event = CaseEvent.DECLINE if is_early else CaseEvent.CLOSE
        self._store.authority.require(MAY[event])
        self._steps.take(
            tx,
            case,
            event,
            reason=note[:MOST_REASON],
            result=DECLINED if is_early else result,
            result_note=note,
            closed_on=self._clock.today(),
        )

    def _refuse_extension(self, order: Order, case: Case, until: date) -> None:
        if order.extended_on is not None:
            raise RefusedError("order.extended-already")
        longest = self._longest(order, case)
        if longest is None:
            raise RefusedError("order.not-to-extend")
        if until > longest:
            raise RefusedError("order.no-longer", until=longest)
        first = case.dues.first
        if first is not None and until <= first.day:
            raise ValidationFailedError((Problem("until", "too-early"),))

    def _longest(self, order: Order, case: Case) -> date | None:
        source, first = self.rules().source(order.source), case.dues.first
        if source is None or source.extension is None or first is None or not case.is_open:
            return None
        if order.extended_on is not None or case.clock.began is None:
            return None
        if first.day < self._clock.today():
            return None
        return source.extension.due(first.day, self._reference.calendar).day

    def _seen(self, tx: Transaction, key: CaseId, version: int) -> tuple[Order, Case]:
        case = tx.cases.case(key)
        order = tx.orders.order(key)
        if order.version != version:
            raise EditConflictError(id=key)
        return order, case

    def _done(self, order: Order, case: Case | None) -> Done[None]:
        return Done(None, TOUCHED, lambda: self._take_back(order, case))

    def _take_back(self, former: Order, case: Case | None) -> Done[None]:
        """Let an order be as it was before, and its case, if that took a step."""
        with self._store.transaction() as tx:
            if case is not None:
                self._steps.back(tx, case, case.version + 1)
            now = tx.orders.order(former.case_id)
            if now.version != former.version + 1:
                raise EditConflictError(id=former.case_id)
            tx.orders.change(now, former)
            self._steps.index(tx, former.case_id)
            tx.audit.add(f"{ACT}:undone", former.case_id, number=former.number)
        return Done(None, TOUCHED)

    def _set_binned(self, key: CaseId, *, binned: bool) -> Done[None]:
        act = "binned" if binned else "restored"
        with self._store.transaction() as tx:
            tx.everything.cases.set_binned(key, binned=binned)
            self._steps.index(tx, key)
            tx.audit.add(f"case:record:{act}", key)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))


def _is_renumbered(former: Order, told: OrderDraft) -> bool:
    numbers = {plain_number(former.number), plain_number(told.number)}
    return len(numbers) > 1 or former.source != told.source


def _are_twins(one: Order, other: Order) -> bool:
    are_others = one.case_id != other.case_id and not other.double_of
    number = plain_number(one.number)
    is_same = (one.source, number) == (other.source, plain_number(other.number))
    return bool(number) and is_same and are_others


def _particulars(told: OrderDraft, item: ItemId) -> CaseDraft:
    return CaseDraft(
        item_id=item,
        channel=Channel.ORDER,
        resident_id=told.resident_id,
        applicant=told.caller,
        phone=told.phone,
        where=told.place,
        details=told.content,
    )


def _told(told: OrderDraft) -> dict[str, Any]:
    names = ("source", "number", "received_on", "received_time", "kind", "category")
    return {name: getattr(told, name) for name in (*names, "is_anonymous")}


def _order_of(key: CaseId, told: OrderDraft) -> Order:
    return Order(case_id=key, version=1, **_told(told))


def _problems_with(most: int = MOST_REASON, **texts: str) -> tuple[Problem, ...]:
    missing = tuple(Problem(name, "missing") for name, text in texts.items() if not text.strip())
    return missing + _too_long(most, **texts)


def _too_long(most: int = MOST_REASON, **texts: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(name, "too-long", {"most": most})
        for name, text in texts.items()
        if len(text) > most
    )
