"""The problems of a period (十大问题): ranked, kept as a list, taken up; who gives back what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.device_clock import local_day
from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.problems import (
    days_of,
    key_of,
    offered_periods,
    problems_with_plan,
    ranked,
    return_rates,
    sorted_rates,
)
from station_app.domain.counter.rating_figures import Share
from station_app.domain.errors import EditConflictError, RefusedError, ValidationFailedError
from station_app.services.certificates.report_wording import ReportKind
from station_app.services.counter.case_steps import TOUCHED
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.reporting import parts_of_problems
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.counter.problems import (
        Plan,
        ProblemEntry,
        ProblemId,
        ReturnRate,
        Tally,
    )
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.store.transaction import Transaction


class ProblemService(Drawing):
    """The use cases of the list of problems, for whoever decides."""

    @needs(Permission.CASE_DECIDE)
    def periods(self) -> tuple[str, ...]:
        """Return the periods that may be looked at, those with a list too."""
        with self._store.reading() as tx:
            return offered_periods(self._clock.today(), tx.problems.periods())

    @needs(Permission.CASE_DECIDE)
    def ranking(self, period: str) -> tuple[Tally, ...]:
        """Return the most frequent problems of *period* as they are today."""
        with self._store.reading() as tx:
            return self._ranking(tx, period)

    @needs(Permission.CASE_DECIDE)
    def entries(self, period: str) -> tuple[ProblemEntry, ...]:
        """Return the list of *period* as it was drawn up; nothing if it never was."""
        with self._store.reading() as tx:
            return tx.problems.entries(period)

    @needs(Permission.CASE_DECIDE)
    def draw_up(self, period: str) -> Done[int]:
        """Keep the most frequent problems of *period* as its list; plans stay with theirs.

        Raises :class:`RefusedError` ``problem.nothing-counted`` where nothing was received.
        """
        with self._store.transaction() as tx:
            tallies = self._ranking(tx, period)
            if not tallies:
                raise RefusedError("problem.nothing-counted")
            former = {each.id for each in tx.problems.entries(period)}
            keys = [key_of(period, each.category) for each in tallies]
            for place, (key, tally) in enumerate(zip(keys, tallies, strict=True), start=1):
                tx.problems.keep(key, period, place, tally)
            tx.problems.drop(sorted(former - set(keys)))
            tx.audit.add("problem:list:drawn-up", period)
        return Done(len(tallies), TOUCHED)

    @needs(Permission.CASE_DECIDE)
    def take_up(self, key: ProblemId, plan: Plan, *, version: int) -> Done[None]:
        """Say who takes a problem up, to what end, and what came of it."""
        told = replace(
            plan, **{name: getattr(plan, name).strip() for name in ("owner", "target", "result")}
        )
        with self._store.transaction() as tx:
            former = tx.problems.entry(key)
            if former.version != version:
                raise EditConflictError(id=key)
            first, _ = self._days(former.period)
            problems = problems_with_plan(told, first=first, today=self._clock.today())
            if problems:
                raise ValidationFailedError(problems)
            self._plan(tx, former, told, "taken-up")
        return Done(None, TOUCHED, lambda: self._take_back(former))

    @needs(Permission.CASE_DECIDE)
    def returns(self, first: date, last: date) -> tuple[ReturnRate, ...]:
        """Return how many of the cases handed to each office within some days came back."""
        with self._store.reading() as tx:
            steps = tx.problems.moves(first)
        days = {step.id: local_day(step.at) for step in steps}
        return return_rates(steps, (first, last), days)

    @needs(Permission.CASE_DECIDE)
    def misdirected(self, first: date, last: date) -> tuple[ReturnRate, ...]:
        """Return how many of the orders of each source were sent back as misdirected."""
        counts: dict[str, Share] = {}
        with self._store.reading() as tx:
            orders = tx.orders.between(first, last)
        for order in orders:
            name = name_in(self._reference.order_rules.sources, order.source)
            share = counts.get(name, Share())
            counts[name] = share.with_one(counts=bool(order.returned))
        return sorted_rates(counts)

    @needs(Permission.CASE_DECIDE)
    def sheet(self, period: str) -> Paper:
        """Return the list of *period*, with what came back in it, as a paper.

        Raises :class:`RefusedError` ``problem.no-list`` where none was drawn up.
        """
        first, last = self._days(period)
        with self._store.reading() as tx:
            entries = tx.problems.entries(period)
        if not entries:
            raise RefusedError("problem.no-list")
        rates = self.returns(first, last), self.misdirected(first, last)
        parts = parts_of_problems(entries, *rates, self._reference.order_rules)
        return self._draw_report(ReportKind.PROBLEMS, first, last, parts)

    def _ranking(self, tx: Transaction, period: str) -> tuple[Tally, ...]:
        first, last = self._days(period)
        by_item = self._reference.order_rules.category_of_item()
        return ranked(tx.problems.matters(first, last, by_item))

    def _days(self, period: str) -> tuple[date, date]:
        days = days_of(period)
        if days is None:
            raise RefusedError("problem.no-such-period")
        return days

    def _plan(self, tx: Transaction, former: ProblemEntry, plan: Plan, act: str) -> None:
        tx.problems.plan(former, plan)
        tx.audit.add(f"problem:entry:{act}", former.id)

    def _take_back(self, former: ProblemEntry) -> Done[None]:
        with self._store.transaction() as tx:
            now = tx.problems.entry(former.id)
            if now.version != former.version + 1:
                raise EditConflictError(id=former.id)
            self._plan(tx, now, former.plan, "undone")
        return Done(None, TOUCHED)
