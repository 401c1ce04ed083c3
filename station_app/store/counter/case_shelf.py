"""Cases as they are kept: the case as it stands, and every step that led there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, or_, select

from station_app.domain.counter.case_flow import OPEN, CaseEvent, CaseState
from station_app.domain.counter.cases import Case, CaseId, CaseStep, StepId, Undo, next_step_of
from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.store.access.scope import HOUSED, refuse_unless
from station_app.store.counter.case_lines import CaseLines
from station_app.store.counter.case_reading import case_from, columns_of_case
from station_app.store.counter.case_rows import CaseRow, CaseStepRow
from station_app.store.records import amend_record, change_record, set_binned
from station_app.store.withholding import withheld_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

ROW, STEP = CaseRow, CaseStepRow
PHONE: Final = "phone"  # all that a case copies of what people may take back (ADR 0018)
EVENTS: Final = {each.value: each for each in (*CaseEvent, *Undo)}


class Cases:
    """The cases within one transaction: of those *scope* lets be seen, or that are *me*'s."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope, me: str) -> None:
        self._session, self._stamp = session, stamp
        self._scope, self._me = scope, me

    @property
    def lines(self) -> CaseLines:
        """The cases as lists show them."""
        return CaseLines(self._session, self._seen(), self._me)

    def add(self, case: Case) -> None:
        """Keep a case that begins."""
        self._session.execute(
            insert(ROW).values(id=case.id, **columns_of_case(case), **self._stamp.of_new())
        )

    def change(self, former: Case, latter: Case) -> None:
        """Let *latter* follow *former*, if nobody else has changed it since."""
        kept, values = columns_of_case(former), columns_of_case(latter)
        changed = {name: value for name, value in values.items() if kept[name] != value}
        change_record(
            self._session, ROW, former.id, changed, version=former.version, stamp=self._stamp
        )

    def set_binned(self, key: CaseId, *, binned: bool) -> None:
        """Put a case into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)

    def case(self, key: CaseId) -> Case:
        """Return the case *key*.

        Raises :class:`NotFoundError` when there is none, and
        :class:`~station_app.domain.access.staff.NotPermittedError` for one that is none of
        whoever entered.
        """
        query = select(ROW).where(ROW.id == key, ROW.deleted_at.is_(None))
        found = self._session.scalar(query.execution_options(populate_existing=True))
        if found is None:
            raise NotFoundError(id=key)
        if self._scope.is_limited:
            seen = select(ROW.id).where(ROW.id == key, *self._seen())
            refuse_unless(self._session.scalar(seen) is not None)
        return self._without_withheld(case_from(found))

    def phones(self, resident: str) -> dict[CaseId, str]:
        """Return the telephones told in the cases of *resident*, those that are withheld too."""
        query = select(ROW.id, ROW.phone).where(ROW.resident_id == resident, ROW.phone != "")
        return {CaseId(key): phone for key, phone in self._session.execute(query)}

    def write_phones(self, phones: Mapping[CaseId, str]) -> None:
        """Let *phones* stand in their cases, as when they are erased or come back."""
        for key, phone in phones.items():
            amend_record(self._session, ROW, key, {"phone": phone}, stamp=self._stamp)

    def provisional(self) -> tuple[Case, ...]:
        """Return the open cases whose days may still change (暂定), if they may be seen."""
        query = select(ROW).where(
            ROW.state.in_([each.value for each in OPEN]),
            ROW.is_provisional,
            ROW.deleted_at.is_(None),
            *self._seen(),
        )
        found = map(case_from, self._session.scalars(query))
        return tuple(map(self._without_withheld, found))

    def by_number(self, number: str) -> CaseId:
        """Return the case that bears *number*, if it may be seen.

        Raises :class:`NotFoundError` when there is none.
        """
        query = select(ROW.id).where(ROW.number == number, ROW.deleted_at.is_(None), *self._seen())
        found = self._session.scalars(query.order_by(ROW.seq)).first()
        if found is None:
            raise NotFoundError(id=number)
        return CaseId(found)

    def steps(self, key: CaseId) -> tuple[CaseStep, ...]:
        """Return the steps of the case *key*, the earliest first; ask for the case before."""
        query = (
            select(STEP.__table__)
            .where(STEP.case_id == key)
            .order_by(STEP.number, STEP.at, STEP.id)
        )
        return tuple(step_from(found) for found in self._session.execute(query).mappings())

    def take_step(
        self, case: Case, event: CaseEvent | Undo, after: CaseState, reason: str, to: str
    ) -> StepId:
        """Note that *event* led *case* to *after*, behind the step that stood before it."""
        number, follows = next_step_of(self.steps(case.id), case.state)
        key = StepId(new_key())
        self._session.execute(
            insert(STEP).values(
                id=key,
                case_id=case.id,
                number=number,
                follows=follows,
                event=event.value,
                before=case.state.value,
                after=after.value,
                reason=reason,
                to_whom=to,
                at=self._stamp.at,
                by=self._stamp.by,
            )
        )
        return key

    def _without_withheld(self, case: Case) -> Case:
        """Return *case* as it may be used: what is withheld of its applicant is empty."""
        person = case.particulars.resident_id
        if not person or PHONE not in withheld_from(self._session, [person]).get(person, ()):
            return case
        return replace(case, particulars=replace(case.particulars, phone=""))

    def _seen(self) -> Sequence[ColumnElement[bool]]:
        grids = self._scope.grids
        if grids is None:
            return ()
        people = HOUSED["resident"]
        inside = select(people.c.id).where(*self._scope.seen(people.c.dwelling_id))
        return (
            or_(
                ROW.resident_id.in_(inside),
                ROW.grid_id.in_(sorted(grids)),
                (ROW.assignee == self._me) & (ROW.assignee != ""),
            ),
        )


def step_from(found: Any) -> CaseStep:
    """Return the step that a row of the table keeps."""
    return CaseStep(
        id=StepId(found["id"]),
        case_id=CaseId(found["case_id"]),
        number=found["number"],
        follows=found["follows"],
        event=EVENTS.get(found["event"], CaseEvent.CORRECT),
        before=CaseState(found["before"]),
        after=CaseState(found["after"]),
        reason=found["reason"],
        to=found["to_whom"],
        at=found["at"],
        by=found["by"],
    )
