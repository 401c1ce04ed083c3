"""Cases as lists show them: keys, counts, lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, false, func, or_, select, true

from station_app.domain.counter.case_flow import OPEN, CaseState
from station_app.domain.counter.case_lists import CaseCounts, CaseLine, CaseOrder, CaseView
from station_app.domain.counter.orders import plain_number
from station_app.store.counter.case_rows import CaseRow
from station_app.store.counter.order_rows import OrderRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from station_app.domain.counter.case_lists import CaseFilter
    from station_app.domain.counter.cases import CaseId

ROW = CaseRow
TO_NOTIFY = (CaseState.CLOSED, CaseState.DECLINED)
SEARCHED = (ROW.number, ROW.applicant, ROW.item, ROW.agent_name)
EQUAL = ("item_id", "channel", "affair", "office", "assignee", "resident_id")
COUNTED = ("assignee", "channel", "item_id", "affair", "office")
"""In the order of the index that they are counted along."""
LINE: Final = (
    *("id", "version", "number", "state", "item", "applicant", "channel", "affair", "assignee"),
    *("office", "resident_id", "received_on", "due_on", "is_provisional", "is_stopped"),
    *("closed_on", "result"),
)


class CaseLines:
    """The lists within one transaction; *seen* is what whoever entered is held to."""

    def __init__(self, session: Session, seen: Sequence[ColumnElement[bool]], me: str) -> None:
        self._session, self._seen, self._me = session, seen, me

    def keys(
        self, chosen: CaseFilter, *, today: date, soon: date, order: CaseOrder
    ) -> list[CaseId]:
        """Return the cases that *chosen* leaves, in order."""
        query = select(ROW.id).where(
            *self._held(chosen),
            *_narrowed(chosen),
            self._view(chosen.view, today=today, soon=soon),
        )
        if order is CaseOrder.DUE:
            query = query.order_by(ROW.due_on.is_(None), ROW.due_on, ROW.seq)
        elif self._seen or _is_narrowed(chosen):
            # not by the number of the row itself: the rows would be walked, not the index
            query = query.order_by((ROW.seq + 0).desc())
        else:
            query = query.order_by(ROW.seq.desc())
        with self._session.connection().execute(query) as result:
            # many, and nothing but texts: as they come from SQLite
            return [key for (key,) in result.cursor.fetchall()]

    def counts(self, chosen: CaseFilter, *, today: date, soon: date) -> CaseCounts:
        """Return how many cases each choice would leave."""
        # one walk along the index, in the order of its columns: nothing has to be sorted
        groups = [ROW.state, *(getattr(ROW, name) for name in COUNTED)]
        query = (
            select(
                *groups,
                func.count().label("number"),
                func.sum(ROW.is_stopped).label("stopped"),
                func.sum(ROW.due_on < today).label("overdue"),
                func.sum(ROW.due_on.between(today, soon)).label("soon"),
            )
            .where(*self._held(chosen), *_narrowed(chosen, but=COUNTED))
            .group_by(*groups)
        )
        with self._session.connection().execute(query) as result:
            return _counted(result.all(), chosen, self._me)

    def lines(self, keys: Sequence[CaseId]) -> dict[CaseId, CaseLine]:
        """Return the lines of *keys*; a case that is gone, or not to be seen, has none."""
        return {line.id: line for line in self._read(ROW.id.in_(keys))}

    def of_resident(self, resident: str) -> tuple[CaseLine, ...]:
        """Return the cases of *resident*, the latest first."""
        return tuple(self._read(ROW.resident_id == resident))

    def _read(self, condition: ColumnElement[bool]) -> list[CaseLine]:
        columns = [getattr(ROW, name) for name in LINE]
        query = (
            select(*columns, ROW.agent_name.label("agent"))
            .where(condition, ROW.deleted_at.is_(None), *self._seen)
            .order_by(ROW.seq.desc())
        )
        return [_line(dict(found)) for found in self._session.execute(query).mappings()]

    def _held(self, chosen: CaseFilter) -> list[ColumnElement[bool]]:
        texts = [
            or_(
                *(place.contains(word, autoescape=True) for place in SEARCHED),
                _is_order_with(word),
            )
            for word in chosen.text.split()
        ]
        return [ROW.deleted_at.is_(None), *self._seen, *texts]

    def _view(self, view: CaseView, *, today: date, soon: date) -> ColumnElement[bool]:
        is_open = ROW.state.in_([each.value for each in OPEN])
        views: dict[CaseView, ColumnElement[bool]] = {
            CaseView.MINE: and_(is_open, ROW.assignee == self._me) if self._me else false(),
            CaseView.OPEN: is_open,
            CaseView.SOON: and_(is_open, ROW.due_on.between(today, soon)),
            CaseView.OVERDUE: and_(is_open, ROW.due_on < today),
            CaseView.STOPPED: and_(is_open, ROW.is_stopped),
            CaseView.TO_NOTIFY: ROW.state.in_([each.value for each in TO_NOTIFY]),
            CaseView.DONE: ~is_open,
            CaseView.ALL: true(),
        }
        return views[view]


def _is_order_with(word: str) -> ColumnElement[bool]:
    """Whether a case is an order whose source numbered it so."""
    plain = plain_number(word)
    if not any(letter.isdigit() for letter in plain):
        return false()
    numbered = select(OrderRow.case_id).where(
        OrderRow.plain_number.contains(plain, autoescape=True)
    )
    return ROW.id.in_(numbered)


def _narrowed(chosen: CaseFilter, *, but: Sequence[str] = ()) -> list[ColumnElement[bool]]:
    found = [
        _column(name) == getattr(chosen, name)
        for name in EQUAL
        if name not in but and getattr(chosen, name)
    ]
    if chosen.states and not but:
        found.append(ROW.state.in_([each.value for each in chosen.states]))
    return found


def _column(name: str) -> ColumnElement[Any]:
    # with nothing behind it: by the index on it alone, each row of the table would be read
    return ROW.assignee + "" if name == "assignee" else getattr(ROW, name)


def _is_narrowed(chosen: CaseFilter) -> bool:
    return bool(chosen.text or any(getattr(chosen, name) for name in EQUAL))


def _counted(rows: Sequence[Any], chosen: CaseFilter, me: str) -> CaseCounts:
    views, states = Counter[CaseView](), Counter[CaseState]()
    others: dict[str, Counter[str]] = {name: Counter() for name in COUNTED}
    for row in rows:
        state = CaseState(row.state)
        missed = {
            name for name in COUNTED if getattr(chosen, name) not in {"", getattr(row, name)}
        }
        if chosen.states and state not in chosen.states:
            missed.add("state")
        shown = _views_of(row, state, me)
        if not missed:
            views.update(shown)
        number = shown.get(chosen.view, 0)
        if not number:
            continue
        if missed <= {"state"}:
            states[state] += number
        for name in COUNTED:
            if missed <= {name}:
                others[name][getattr(row, name)] += number
    return CaseCounts(
        views={view: views[view] for view in CaseView},
        states=states,
        channels=others["channel"],
        items=others["item_id"],
        assignees=others["assignee"],
        affairs=others["affair"],
        offices=others["office"],
    )


def _views_of(row: Any, state: CaseState, me: str) -> dict[CaseView, int]:
    """Return how many cases of the group *row* stand in each view."""
    if state not in OPEN:
        told = {CaseView.TO_NOTIFY: row.number} if state in TO_NOTIFY else {}
        return {CaseView.ALL: row.number, CaseView.DONE: row.number, **told}
    mine = {CaseView.MINE: row.number} if me and row.assignee == me else {}
    return {
        CaseView.ALL: row.number,
        CaseView.OPEN: row.number,
        CaseView.STOPPED: row.stopped,
        CaseView.OVERDUE: row.overdue or 0,
        CaseView.SOON: row.soon or 0,
        **mine,
    }


def _line(found: dict[str, Any]) -> CaseLine:
    return CaseLine(
        **{
            **found,
            "state": CaseState(found["state"]),
            "resident_id": found["resident_id"] or "",
        }
    )
