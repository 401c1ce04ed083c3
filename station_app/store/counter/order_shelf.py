"""Orders as they are kept: of those cases that whoever entered may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select

from station_app.domain.counter.cases import CaseId
from station_app.domain.counter.orders import CallBack, Order, plain_number
from station_app.domain.counter.ratings import Level
from station_app.domain.errors import NotFoundError
from station_app.store.counter.case_rows import CaseRow
from station_app.store.counter.order_rows import OrderRow
from station_app.store.records import change_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

ROW = OrderRow
PLAIN: Final = (
    *("source", "received_on", "received_time", "kind", "category", "is_anonymous", "answer"),
    *("answered_on", "extended_on", "extension", "returned", "returned_on", "return_note"),
    "double_of",
)
CALL: Final = ("is_reached", "is_solved", "called_on")


class Orders:
    """The orders within one transaction; *scope* is asked where many cases are looked at."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session, self._stamp, self._scope = session, stamp, scope

    def add(self, order: Order) -> None:
        """Keep an order beside its case."""
        told = {"id": order.case_id, "case_id": order.case_id, **_columns(order)}
        self._session.execute(insert(ROW).values(**told, **self._stamp.of_new()))

    def change(self, former: Order, latter: Order) -> None:
        """Let *latter* follow *former*, if nobody else has changed it since."""
        kept, values = _columns(former), _columns(latter)
        changed = {name: value for name, value in values.items() if kept[name] != value}
        change_record(
            self._session,
            ROW,
            former.case_id,
            changed,
            version=former.version,
            stamp=self._stamp,
        )

    def order(self, key: CaseId) -> Order:
        """Return what the order of the case *key* tells; ask for the case before.

        Raises :class:`NotFoundError` where the case is none.
        """
        found = self.orders([key]).get(key)
        if found is None:
            raise NotFoundError(id=key)
        return found

    def orders(self, keys: Sequence[CaseId]) -> dict[CaseId, Order]:
        """Return the orders among the cases *keys*; ask for the cases before."""
        query = select(ROW).where(ROW.id.in_(keys), ROW.deleted_at.is_(None))
        rows = self._session.scalars(query.execution_options(populate_existing=True))
        return {CaseId(row.case_id): _order(row) for row in rows}

    def bearing(self, source: str, number: str) -> list[CaseId]:
        """Return the cases that bear a number of *source*, whoever may see them.

        Those that were settled as doubles come last.
        """
        plain = plain_number(number)
        if not plain:
            return []
        query = (
            select(ROW.case_id)
            .join(CaseRow, CaseRow.id == ROW.case_id)
            .where(ROW.plain_number == plain, ROW.source == source)
            .where(ROW.deleted_at.is_(None), CaseRow.deleted_at.is_(None))
            .order_by(ROW.double_of != "", ROW.seq)
        )
        return [CaseId(key) for key in self._session.scalars(query)]

    def between(self, first: date, last: date) -> tuple[Order, ...]:
        """Return the orders received from *first* to *last*, both included, but no doubles."""
        self._scope.require_all()
        query = (
            select(ROW)
            .join(CaseRow, CaseRow.id == ROW.case_id)
            .where(ROW.received_on.between(first, last), ROW.double_of == "")
            .where(ROW.deleted_at.is_(None), CaseRow.deleted_at.is_(None))
            .order_by(ROW.seq)
        )
        return tuple(map(_order, self._session.scalars(query)))


def _columns(order: Order) -> dict[str, Any]:
    call = order.call
    return {
        **{name: getattr(order, name) for name in PLAIN},
        **{name: getattr(call, name) for name in CALL},
        "source_number": order.number,
        "plain_number": plain_number(order.number),
        "level": None if call.level is None else int(call.level),
        "call_note": call.note,
    }


def _order(row: OrderRow) -> Order:
    plain: dict[str, Any] = {name: getattr(row, name) for name in PLAIN}
    called: dict[str, Any] = {name: getattr(row, name) for name in CALL}
    level = Level(row.level) if row.level in set(Level) else None
    return Order(
        case_id=CaseId(row.case_id),
        version=row.version,
        number=row.source_number,
        call=CallBack(**called, level=level, note=row.call_note),
        **plain,
    )
