"""Ratings of cases (好差评): taken from a turned screen, bad ones followed up, figures of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.counter.bad_ratings import (
    NEXT,
    BadRating,
    Finding,
    MatterEvent,
    MatterState,
    WhyNot,
    dues_of,
    problems_with_day,
    problems_with_texts,
    too_long,
)
from station_app.domain.counter.case_flow import NEXT as NEXT_OF_CASE
from station_app.domain.counter.case_flow import CaseEvent, Why
from station_app.domain.counter.rating_figures import figures_by, figures_of
from station_app.domain.counter.ratings import Level, Rating, problems_with_rating
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.services.certificates.report_wording import ReportKind
from station_app.services.counter.case_steps import TOUCHED, CaseSteps
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.reporting import parts_of_ratings
from station_app.services.permissions import needs, open_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from station_app.domain.counter.bad_ratings import MatterDues
    from station_app.domain.counter.case_clock import Urgency
    from station_app.domain.counter.case_lists import CaseLine
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.rating_figures import NamedFigures, RatingFigures
    from station_app.domain.counter.ratings import RatingRules
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.use_cases import Usual
    from station_app.store.transaction import Transaction

ACT = "rating:matter"
OPEN_MATTERS = frozenset(MatterState) - {MatterState.DONE}


@dataclass(frozen=True, eq=False, slots=True)
class Turn:
    """That the screen is turned to whoever came, for one case as it stood then."""

    case_id: CaseId
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPage:
    """All that is shown of a bad rating; ``next`` has every event with what keeps it away.

    ``case`` is None where the case is gone.
    """

    matter: BadRating
    rating: Rating | None
    case: CaseLine | None
    dues: MatterDues
    urgency: Urgency
    next: Mapping[MatterEvent, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The figures of a period: of all, by item, by person, by month."""

    whole: RatingFigures
    items: tuple[NamedFigures, ...]
    people: tuple[NamedFigures, ...]
    months: tuple[NamedFigures, ...]


class RatingService(Drawing):
    """The use cases of ratings.

    A rating is taken from nothing but a screen that was turned (:meth:`turn`), once, and is
    not taken back: what was said stands. Who served never enters it.
    """

    def __init__(self, *usual: *Usual, desk: Callable[[], PaperDesk]) -> None:
        super().__init__(*usual, desk=desk)
        self._steps = CaseSteps(self._store, self._reference, self._clock)
        self._turned: Turn | None = None

    @open_to_all
    def rules(self) -> RatingRules:
        """Return the reasons, the time limits, and what may come of a call-back."""
        return self._reference.rating_rules

    @needs(Permission.CASE_WRITE)
    def turn(self, key: CaseId, *, version: int) -> Turn:
        """Say that the screen is being turned for the case *key*; any turned before is not.

        Raises :class:`RefusedError` for a case that cannot be rated, or not any more.
        """
        with self._store.reading() as tx:
            case = self._steps.seen(tx, key, version)
        outcome = NEXT_OF_CASE[case.state, CaseEvent.RATE]
        if isinstance(outcome, Why):
            raise RefusedError(outcome, state=case.state)
        self._turned = Turn(key, version)
        return self._turned

    @needs(Permission.CASE_WRITE)
    def give(self, turn: Turn, level: int, reasons: Collection[str] = ()) -> Done[None]:
        """Keep what was said at the turned screen, and begin the matter of a bad rating.

        Raises :class:`RefusedError` ``rating.not-turned`` for any screen but the one turned
        last, and for one that has been answered.
        """
        if turn is not self._turned:
            raise RefusedError("rating.not-turned")
        if problems := problems_with_rating(level, reasons, self.rules()):
            raise ValidationFailedError(problems)
        rating = Rating(
            case_id=turn.case_id,
            level=Level(level),
            reasons=tuple(reasons),
            rated_on=self._clock.today(),
        )
        with self._store.transaction() as tx:
            case = self._steps.seen(tx, turn.case_id, turn.version)
            self._steps.take(tx, case, CaseEvent.RATE)
            tx.ratings.add(rating)
        self._turned = None
        return Done(None, TOUCHED)

    @open_to_all
    def turn_back(self) -> None:
        """Say that the clerk has the screen again: nothing is taken from it any more."""
        self._turned = None

    @needs(Permission.CASE_DECIDE)
    def of_case(self, key: CaseId) -> Rating | None:
        """Return what was said of the case *key*, if anything was."""
        with self._store.reading() as tx:
            tx.cases.case(key)
            return tx.ratings.rating(key)

    @needs(Permission.CASE_DECIDE)
    def matters(self, states: Collection[MatterState] = OPEN_MATTERS) -> tuple[MatterPage, ...]:
        """Return the bad ratings in one of *states*, the earliest first."""
        with self._store.reading() as tx:
            return self._pages(tx, tx.ratings.matters(states))

    @needs(Permission.CASE_DECIDE)
    def matter(self, key: CaseId) -> MatterPage:
        """Return what becomes of the bad rating of the case *key*.

        Raises :class:`~station_app.domain.errors.NotFoundError` when there is none.
        """
        with self._store.reading() as tx:
            return self._pages(tx, [tx.ratings.matter(key)])[0]

    @needs(Permission.CASE_DECIDE)
    def figures(self, first: date, last: date) -> RatingFigures:
        """Return the figures of what was said from *first* to *last*, both included."""
        with self._store.reading() as tx:
            ratings = tx.ratings.between(first, last)
            matters = tx.ratings.matters_between(first, last)
        dues = [(matter, self._dues(matter)) for matter in matters]
        return figures_of(ratings, dues, self.rules(), today=self._clock.today())

    @needs(Permission.CASE_DECIDE)
    def breakdown(self, first: date, last: date) -> Breakdown:
        """Return the figures of what was said from *first* to *last*, of all and of each part."""
        with self._store.reading() as tx:
            ratings = tx.ratings.between(first, last)
            matters = [
                (each, self._dues(each)) for each in tx.ratings.matters_between(first, last)
            ]
            lines = tx.cases.lines.lines([each.case_id for each in ratings])
        names = (
            {key: line.item for key, line in lines.items()},
            {key: line.assignee for key, line in lines.items()},
            {each.case_id: f"{each.rated_on:%Y-%m}" for each in ratings},
        )
        rules, today = self.rules(), self._clock.today()
        items, people, months = (
            figures_by(each, ratings, matters, rules, today=today) for each in names
        )
        return Breakdown(
            whole=figures_of(ratings, matters, rules, today=today),
            items=items,
            people=people,
            months=tuple(sorted(months, key=lambda each: each.name)),
        )

    @needs(Permission.CASE_DECIDE)
    def sheet(self, first: date, last: date) -> Paper:
        """Return the figures from *first* to *last* as a paper."""
        found = self.breakdown(first, last)
        parts = parts_of_ratings(found.whole, found.items, found.people, found.months)
        return self._draw_report(ReportKind.RATINGS, first, last, parts)

    @needs(Permission.CASE_DECIDE)
    def contact(self, key: CaseId, note: str, on: date, *, version: int) -> Done[None]:
        """Note that whoever rated was spoken to (联系), and what was said."""
        problems = problems_with_texts(contact_note=note)
        told: dict[str, Any] = {"contact_note": note.strip(), "contacted_on": on}
        return self._take(key, version, MatterEvent.CONTACT, on=on, problems=problems, **told)

    @needs(Permission.CASE_DECIDE)
    def uphold(self, key: CaseId, cause: str, on: date, *, version: int) -> Done[None]:
        """Find that the rating was right (属实), and why it came to that."""
        problems = problems_with_texts(cause=cause)
        told: dict[str, Any] = {"finding": Finding.VALID, "cause": cause.strip(), "judged_on": on}
        return self._take(key, version, MatterEvent.UPHOLD, on=on, problems=problems, **told)

    @needs(Permission.CASE_DECIDE)
    def dismiss(
        self, key: CaseId, finding: Finding, cause: str, on: date, *, version: int
    ) -> Done[None]:
        """Find that it was a mistake (误评) or meant badly (恶意), and say why.

        Raises :class:`RefusedError` ``rating.own-case`` for whoever served the case himself.
        """
        problems = problems_with_texts(cause=cause)
        if finding not in {Finding.MISTAKEN, Finding.MALICIOUS}:
            problems = (Problem("finding", "missing"), *problems)
        told: dict[str, Any] = {"finding": finding, "cause": cause.strip(), "judged_on": on}
        return self._take(key, version, MatterEvent.DISMISS, on=on, problems=problems, **told)

    @needs(Permission.CASE_DECIDE)
    def correct(self, key: CaseId, measure: str, on: date, *, version: int) -> Done[None]:
        """Note what was done to put it right (整改), and when that was finished."""
        problems = problems_with_texts(measure=measure)
        told: dict[str, Any] = {"measure": measure.strip(), "corrected_on": on}
        return self._take(key, version, MatterEvent.CORRECT, on=on, problems=problems, **told)

    @needs(Permission.CASE_DECIDE)
    def call_back(
        self, key: CaseId, answer: str, on: date, note: str = "", *, version: int
    ) -> Done[None]:
        """Note what came of the call-back (回访): a code of the rules; this ends the matter."""
        known = self.rules().answer(answer)
        problems = too_long(answer_note=note)
        if known is None:
            problems = (Problem("answer", "missing"), *problems)
        elif known.needs_reason and not note.strip():
            problems = (Problem("answer_note", "missing"), *problems)
        told: dict[str, Any] = {"answer": answer, "answer_note": note.strip(), "answered_on": on}
        return self._take(key, version, MatterEvent.CALL_BACK, on=on, problems=problems, **told)

    @needs(Permission.CASE_DECIDE)
    def reopen(self, key: CaseId, cause: str, on: date, *, version: int) -> Done[None]:
        """Have it put right once more, as it was not after all; its time goes on."""
        problems = problems_with_texts(cause=cause)
        told: dict[str, Any] = {
            "finding": Finding.VALID,
            "cause": cause.strip(),
            "judged_on": on,
            "corrected_on": None,
        }
        return self._take(key, version, MatterEvent.REOPEN, on=on, problems=problems, **told)

    def _take(
        self,
        key: CaseId,
        version: int,
        event: MatterEvent,
        *,
        on: date,
        problems: tuple[Problem, ...],
        **told: Any,
    ) -> Done[None]:
        with self._store.transaction() as tx:
            former = tx.ratings.matter(key)
            if former.version != version:
                raise EditConflictError(id=key)
            outcome = NEXT[former.state, event]
            if isinstance(outcome, WhyNot):
                raise RefusedError(outcome)
            if event is MatterEvent.DISMISS and self._is_own(tx, key):
                raise RefusedError("rating.own-case")
            problems += problems_with_day(on, former, today=self._clock.today())
            if problems:
                raise ValidationFailedError(problems)
            tx.ratings.change(former, replace(former, state=outcome, **told))
            tx.audit.add(f"{ACT}:{event.value}", key)
        return Done(None, TOUCHED, lambda: self._take_back(former))

    def _take_back(self, former: BadRating) -> Done[None]:
        with self._store.transaction() as tx:
            now = tx.ratings.matter(former.case_id)
            if now.version != former.version + 1:
                raise EditConflictError(id=former.case_id)
            tx.ratings.change(now, former)
            tx.audit.add(f"{ACT}:undone", former.case_id)
        return Done(None, TOUCHED)

    def _pages(self, tx: Transaction, matters: Collection[BadRating]) -> tuple[MatterPage, ...]:
        lines = tx.cases.lines.lines([matter.case_id for matter in matters])
        today = self._clock.today()
        soon = self._reference.case_rules.soon.due(today, self._reference.calendar).day
        pages = []
        for matter in matters:
            dues = self._dues(matter)
            pages.append(
                MatterPage(
                    matter=matter,
                    rating=tx.ratings.rating(matter.case_id),
                    case=lines.get(matter.case_id),
                    dues=dues,
                    urgency=dues.urgency(matter, today=today, soon=soon),
                    next={event: self._why_not(tx, matter, event) for event in MatterEvent},
                )
            )
        return tuple(pages)

    def _why_not(self, tx: Transaction, matter: BadRating, event: MatterEvent) -> str:
        outcome = NEXT[matter.state, event]
        if isinstance(outcome, WhyNot):
            return outcome.value
        is_refused = event is MatterEvent.DISMISS and self._is_own(tx, matter.case_id)
        return "rating.own-case" if is_refused else ""

    def _is_own(self, tx: Transaction, key: CaseId) -> bool:
        line = tx.cases.lines.lines([key]).get(key)
        return line is not None and line.assignee == tx.me

    def _dues(self, matter: BadRating) -> MatterDues:
        return dues_of(matter.rated_on, self.rules(), self._reference.calendar)
