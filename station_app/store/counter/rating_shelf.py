"""Ratings as they are kept: of those cases that whoever entered may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select

from station_app.domain.counter.bad_ratings import BadRating, Finding, MatterState
from station_app.domain.counter.cases import CaseId
from station_app.domain.counter.ratings import (
    Level,
    Rating,
    reasons_from_text,
    text_of_reasons,
)
from station_app.domain.errors import NotFoundError
from station_app.store.counter.rating_rows import BadRatingRow, RatingRow
from station_app.store.records import change_record

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

ROW, MATTER = RatingRow, BadRatingRow
DAYS: Final = ("rated_on", "contacted_on", "judged_on", "corrected_on", "answered_on")
TEXTS: Final = ("contact_note", "cause", "measure", "answer", "answer_note")


class Ratings:
    """The ratings within one transaction; *scope* is asked where many cases are looked at."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session, self._stamp, self._scope = session, stamp, scope

    def add(self, rating: Rating) -> None:
        """Keep what was said of a case, and begin the matter of a bad rating."""
        told = {"id": rating.case_id, "case_id": rating.case_id, "rated_on": rating.rated_on}
        self._session.execute(
            insert(ROW).values(
                **told,
                level=int(rating.level),
                reasons=text_of_reasons(rating.reasons),
                **self._stamp.of_new(),
            )
        )
        if rating.level.is_bad:
            begun = {"state": MatterState.NEW.value, **self._stamp.of_new()}
            self._session.execute(insert(MATTER).values(**told, **begun))

    def rating(self, key: CaseId) -> Rating | None:
        """Return what was said of the case *key*, if anything was; ask for the case before."""
        query = select(ROW).where(ROW.id == key, ROW.deleted_at.is_(None))
        found = self._session.scalar(query)
        return None if found is None else _rating(found)

    def between(self, first: date, last: date) -> tuple[Rating, ...]:
        """Return what was said from *first* to *last*, both included."""
        self._scope.require_all()
        query = select(ROW).where(ROW.rated_on.between(first, last), ROW.deleted_at.is_(None))
        return tuple(map(_rating, self._session.scalars(query.order_by(ROW.seq))))

    def matters_between(self, first: date, last: date) -> tuple[BadRating, ...]:
        """Return what became of the bad ratings from *first* to *last*."""
        self._scope.require_all()
        query = select(MATTER).where(
            MATTER.rated_on.between(first, last), MATTER.deleted_at.is_(None)
        )
        return tuple(map(_matter, self._session.scalars(query.order_by(MATTER.seq))))

    def matters(self, states: Collection[MatterState]) -> Sequence[BadRating]:
        """Return the bad ratings in one of *states*, the earliest first."""
        self._scope.require_all()
        query = select(MATTER).where(
            MATTER.state.in_([each.value for each in states]), MATTER.deleted_at.is_(None)
        )
        found = self._session.scalars(query.order_by(MATTER.rated_on, MATTER.seq))
        return [_matter(row) for row in found]

    def matter(self, key: CaseId) -> BadRating:
        """Return what becomes of the bad rating of the case *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        self._scope.require_all()
        query = select(MATTER).where(MATTER.id == key, MATTER.deleted_at.is_(None))
        found = self._session.scalar(query.execution_options(populate_existing=True))
        if found is None:
            raise NotFoundError(id=key)
        return _matter(found)

    def change(self, former: BadRating, latter: BadRating) -> None:
        """Let *latter* follow *former*, if nobody else has changed it since."""
        kept, values = _columns(former), _columns(latter)
        changed = {name: value for name, value in values.items() if kept[name] != value}
        change_record(
            self._session,
            MATTER,
            former.case_id,
            changed,
            version=former.version,
            stamp=self._stamp,
        )


def _rating(row: RatingRow) -> Rating:
    return Rating(
        case_id=CaseId(row.case_id),
        level=Level(row.level),
        reasons=reasons_from_text(row.reasons),
        rated_on=row.rated_on,
    )


def _matter(row: BadRatingRow) -> BadRating:
    plain: dict[str, Any] = {name: getattr(row, name) for name in (*DAYS, *TEXTS)}
    return BadRating(
        case_id=CaseId(row.case_id),
        version=row.version,
        state=MatterState(row.state),
        finding=Finding(row.finding),
        **plain,
    )


def _columns(matter: BadRating) -> dict[str, Any]:
    plain = {name: getattr(matter, name) for name in (*DAYS, *TEXTS)}
    return {"state": matter.state.value, "finding": matter.finding.value, **plain}
