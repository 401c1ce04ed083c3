"""Problems as they are kept: the lists of periods, and what they are counted from."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from station_app.domain.counter.case_flow import CaseEvent
from station_app.domain.counter.cases import Undo
from station_app.domain.counter.problems import Matter, Plan, ProblemEntry, ProblemId, Tally
from station_app.domain.counter.rating_figures import Share
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import NotFoundError
from station_app.store.counter.case_rows import CaseRow, CaseStepRow
from station_app.store.counter.case_shelf import step_from
from station_app.store.counter.order_rows import OrderRow, ProblemRow
from station_app.store.counter.rating_rows import RatingRow
from station_app.store.records import amend_record, change_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.domain.counter.cases import CaseStep
    from station_app.store.stamp import Stamp

ROW, ORDER, CASE, STEP = ProblemRow, OrderRow, CaseRow, CaseStepRow
PLAN = ("owner", "target", "target_on", "result", "done_on")


class Problems:
    """The problems within one transaction; only for whoever may see all cases."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self._stamp = session, stamp

    def matters(self, first: date, last: date, by_item: Mapping[str, str]) -> list[Matter]:
        """Return what was received from *first* to *last*.

        Orders that name a category, and cases about an item of one; what was sent back as
        misdirected or is a double is not counted.
        """
        ordered = (
            select(ORDER.category, ORDER.level, RatingRow.level)
            .join(CASE, CASE.id == ORDER.case_id)
            .outerjoin(RatingRow, RatingRow.id == CASE.id)
            .where(ORDER.received_on.between(first, last), ORDER.returned == "")
            .where(ORDER.double_of == "")
            .where(ORDER.category != "", CASE.deleted_at.is_(None))
        )
        others = (
            select(CASE.item_id, RatingRow.level)
            .outerjoin(RatingRow, RatingRow.id == CASE.id)
            .where(CASE.item_id.in_(list(by_item)), CASE.received_on.between(first, last))
            .where(CASE.deleted_at.is_(None), CASE.id.not_in(select(ORDER.case_id)))
        )
        return [
            *(
                Matter(category, _level(told or rated))
                for category, told, rated in self._session.execute(ordered)
            ),
            *(
                Matter(by_item[item], _level(rated))
                for item, rated in self._session.execute(others)
            ),
        ]

    def moves(self, first: date) -> tuple[CaseStep, ...]:
        """Return the steps to offices and back since *first*, those of a case in their order."""
        events = [CaseEvent.TRANSFER.value, CaseEvent.GIVE_BACK.value, Undo.UNDONE.value]
        since = datetime.combine(first, time(), UTC) - timedelta(days=1)  # whatever the offset
        query = (
            select(STEP.__table__)
            .where(STEP.event.in_(events), STEP.at >= since)
            .order_by(STEP.case_id, STEP.number, STEP.at, STEP.id)
        )
        return tuple(step_from(row) for row in self._session.execute(query).mappings())

    def periods(self) -> tuple[str, ...]:
        """Return the periods whose lists are kept."""
        query = select(ROW.period).where(ROW.deleted_at.is_(None)).distinct()
        return tuple(self._session.scalars(query))

    def entries(self, period: str) -> tuple[ProblemEntry, ...]:
        """Return the list of *period* in its order."""
        query = select(ROW).where(ROW.period == period, ROW.deleted_at.is_(None), ROW.place > 0)
        rows = self._session.scalars(query.order_by(ROW.place, ROW.seq))
        return tuple(map(_entry, rows))

    def entry(self, key: ProblemId) -> ProblemEntry:
        """Return the problem *key*; raises :class:`NotFoundError` when there is none."""
        query = select(ROW).where(ROW.id == key, ROW.deleted_at.is_(None))
        found = self._session.scalar(query.execution_options(populate_existing=True))
        if found is None:
            raise NotFoundError(id=key)
        return _entry(found)

    def keep(self, key: ProblemId, period: str, place: int, tally: Tally) -> None:
        """Let a problem stand on the list of *period*; what is planned for it stays."""
        told = _counted(place, tally)
        if self._session.scalar(select(ROW.id).where(ROW.id == key)) is not None:
            amend_record(self._session, ROW, key, {**told, "deleted_at": None}, stamp=self._stamp)
            return
        named = {"id": key, "period": period, "category": tally.category}
        self._session.execute(insert(ROW).values(**named, **told, **self._stamp.of_new()))

    def drop(self, keys: Sequence[ProblemId]) -> None:
        """Take problems from their list that no longer belong to it; their plans stay."""
        for key in keys:
            amend_record(self._session, ROW, key, {"place": 0}, stamp=self._stamp)

    def plan(self, former: ProblemEntry, plan: Plan) -> None:
        """Let *plan* stand for a problem, if nobody else has changed it since."""
        changed: dict[str, Any] = {
            name: getattr(plan, name)
            for name in PLAN
            if getattr(plan, name) != getattr(former.plan, name)
        }
        change_record(
            self._session, ROW, former.id, changed, version=former.version, stamp=self._stamp
        )


def _counted(place: int, tally: Tally) -> dict[str, Any]:
    share = tally.satisfied
    told = {"asked": share.whole, "satisfied": share.part}
    return {"place": place, "matters": tally.matters, **told}


def _entry(row: ProblemRow) -> ProblemEntry:
    share = Share(row.satisfied, row.asked)
    return ProblemEntry(
        id=ProblemId(row.id),
        version=row.version,
        period=row.period,
        place=row.place,
        tally=Tally(category=row.category, matters=row.matters, satisfied=share),
        plan=Plan(**{name: getattr(row, name) for name in PLAN}),
    )


def _level(level: int | None) -> Level | None:
    return Level(level) if level in set(Level) else None
