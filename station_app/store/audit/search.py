"""Looking entries up among a million: keys first, from the indexes; lines when they are seen."""

from __future__ import annotations

from array import array
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from station_app.domain.audit.entries import (
    ALARMS,
    SETTLED,
    AuditEntry,
    Offered,
    facts_in,
    plain_act,
)
from station_app.store.audit.vocabulary import acts
from station_app.store.base import moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.domain.audit.entries import AuditFilter

# apart, or SQLite reads all there is between the two
BOUNDS = "SELECT (SELECT min(seq) FROM audit_entry), (SELECT max(seq) FROM audit_entry)"
# a leap from each act to the next, and within it from each signature to the next
PAIRS = """
    WITH RECURSIVE
    done (act) AS (
        SELECT (SELECT min(act) FROM audit_entry INDEXED BY ix_audit_entry_by_act)
        UNION ALL
        SELECT (SELECT min(act) FROM audit_entry INDEXED BY ix_audit_entry_by_act
                WHERE act > done.act)
        FROM done WHERE done.act IS NOT NULL
    ),
    pair (act, signed) AS (
        SELECT act, (SELECT min("by") FROM audit_entry INDEXED BY ix_audit_entry_by_act
                     WHERE act = done.act)
        FROM done WHERE done.act IS NOT NULL
        UNION ALL
        SELECT act, (SELECT min("by") FROM audit_entry INDEXED BY ix_audit_entry_by_act
                     WHERE act = pair.act AND "by" > pair.signed)
        FROM pair WHERE pair.signed IS NOT NULL
    )
    SELECT act, signed FROM pair WHERE signed IS NOT NULL
"""
LINES = 'SELECT seq, at, "by", act, record_id, facts, digest FROM audit_entry WHERE seq IN ({})'
OF_PERSON = (
    "SELECT ? UNION SELECT id FROM certificate WHERE resident_id = ?"
    " UNION SELECT batch_id FROM import_item WHERE record_id = ?"
)
PEOPLE = "SELECT id, id, name FROM resident WHERE id IN ({})"
HOLDERS = "SELECT id, resident_id, holder FROM certificate WHERE id IN ({})"
STAFF = "SELECT id, '', name FROM staff WHERE id IN ({})"
DEVICES = "SELECT id, '', name FROM sync_device WHERE id IN ({})"
STEP = 4096


class AuditSearch:
    """The entries as a list, within one transaction that only reads."""

    def __init__(self, session: Session) -> None:
        self._run = session.connection().exec_driver_sql

    def keys(
        self, wanted: AuditFilter, step: Callable[[int], object] = lambda _: None
    ) -> Sequence[int]:
        """Return the numbers of the entries *wanted*, the newest first."""
        if wanted.is_open():
            first, last = self._run(BOUNDS).one()
            # nothing need be read: numbers are given without a gap
            return range(last, first - 1, -1) if last else ()
        where, values = self._conditions(wanted)
        if where is None:
            return ()
        found = array("q")
        for rows in self._run(where, tuple(values)).partitions(STEP):
            step(len(found))
            found.extend(row[0] for row in rows)
        return array("q", sorted(found, reverse=True))

    def lines(self, keys: Sequence[int]) -> dict[int, AuditEntry]:
        """Return the entries of *keys*, each with the name of the person it is about."""
        rows = self._run(LINES.format(_marks(keys)), tuple(keys)).all()
        about = self._people({row[4] for row in rows if row[4]})
        return {row[0]: _entry(row, about.get(row[4], ("", ""))) for row in rows}

    def offered(self) -> Offered:
        """Return who signed and what was done, each once: a leap over the index for each."""
        pairs = self._pairs()
        signed = {by for _, by in pairs}
        return Offered(
            staff=tuple(sorted({by.rpartition("@")[0] or by for by in signed})),
            devices=tuple(sorted({by.rpartition("@")[2] for by in signed if "@" in by})),
            acts=tuple(sorted({plain_act(act) for act, _ in pairs})),
        )

    def alarms(self) -> tuple[AuditEntry, ...]:
        """Return the alarms that nobody has said he looked into, the latest first."""
        looked = self._run(
            "SELECT ifnull(max(seq), 0) FROM audit_entry WHERE act = ?", (SETTLED,)
        ).scalar_one()
        sql = f"SELECT seq FROM audit_entry WHERE act IN ({_marks(ALARMS)}) AND seq > ?"  # noqa: S608 - marks
        keys = [row[0] for row in self._run(sql, (*ALARMS, looked))]
        found = self.lines(keys)
        return tuple(found[key] for key in sorted(keys, reverse=True))

    def day(self, day: date) -> list[tuple[str, str, int]]:
        """Return act, signature and how often, of a local *day*."""
        since, until = _moments(day, day)
        sql = (
            'SELECT act, "by", count(*) FROM audit_entry INDEXED BY ix_audit_entry_by_moment'
            ' WHERE at >= ? AND at < ? GROUP BY act, "by" ORDER BY act, "by"'
        )
        return [(act, by, count) for act, by, count in self._run(sql, (since, until))]

    def bounds_of(self, day: date) -> tuple[int, int] | None:
        """Return the numbers of the first and the last entry of a local *day*."""
        since, until = _moments(day, day)
        sql = "SELECT min(seq), max(seq) FROM audit_entry WHERE at >= ? AND at < ?"
        first, last = self._run(sql, (since, until)).one()
        return None if first is None else (int(first), int(last))

    def before(self, day: date) -> int:
        """Return the number of the last entry of all those made before *day* without a gap."""
        since, _ = _moments(day, day)
        sql = "SELECT min(seq) FROM audit_entry WHERE at >= ?"
        first = self._run(sql, (since,)).scalar()
        least, last = self._run(BOUNDS).one()
        return (first if first is not None else last) - 1 if least is not None else 0

    def _conditions(self, wanted: AuditFilter) -> tuple[str | None, list[object]]:
        """Return the statement that finds what is *wanted*; none where nothing can be."""
        conditions: list[str] = []
        values: list[object] = []

        def among(column: str, found: Sequence[str]) -> None:
            conditions.append(f'"{column}" IN ({_marks(found)})')
            values.extend(found)

        index = "ix_audit_entry_by_moment"
        if wanted.acts or wanted.kinds or wanted.staff or wanted.devices:
            # both named whole: the index is entered at each pair of them
            index = "ix_audit_entry_by_act"
            pairs = self._pairs()
            among("act", sorted({act for act, _ in pairs if _is_wanted(act, wanted)}))
            among("by", sorted({by for _, by in pairs if _has_signed(by, wanted)}))
        if wanted.person:
            index = "ix_audit_entry_record_id_seq"
            among("record_id", self._ids_of(wanted.person))
        bounds = zip((">=", "<"), _moments(wanted.since, wanted.until), strict=True)
        conditions += [f"at {mark} ?" for mark, moment in bounds if moment]
        values += filter(None, _moments(wanted.since, wanted.until))
        if any(condition.endswith("IN ()") for condition in conditions):
            return None, []
        where = " AND ".join(conditions)
        return f"SELECT seq FROM audit_entry INDEXED BY {index} WHERE {where}", values  # noqa: S608 - words of ours

    def _ids_of(self, person: str) -> list[str]:
        return [row[0] for row in self._run(OF_PERSON, (person,) * 3)]

    def _pairs(self) -> list[tuple[str, str]]:
        """Return each act with each signature once."""
        return [(act, by) for act, by in self._run(PAIRS)]

    def _people(self, ids: set[str]) -> Mapping[str, tuple[str, str]]:
        """Return key and name of the resident that a record is of, by the record's key."""
        listed = tuple(ids)
        return {
            row[0]: (row[1] or "", row[2])
            for sql in (DEVICES, STAFF, HOLDERS, PEOPLE)
            for row in self._run(sql.format(_marks(listed)), listed)
        }


def _is_wanted(act: str, wanted: AuditFilter) -> bool:
    plain = plain_act(act)
    known = acts().get(plain)
    is_kind = not wanted.kinds or (known is not None and known.kind in wanted.kinds)
    return is_kind and (not wanted.acts or plain.startswith(wanted.acts))


def _has_signed(by: str, wanted: AuditFilter) -> bool:
    who, _, device = by.rpartition("@")
    is_staff = not wanted.staff or (who or by) in wanted.staff
    return is_staff and (not wanted.devices or device in wanted.devices)


def _moments(since: date | None, until: date | None) -> tuple[str, str]:
    """Return the moments, as kept, at which local days begin and have ended."""
    return (
        _midnight(since) if since else "",
        _midnight(until + timedelta(days=1)) if until else "",
    )


def _midnight(day: date) -> str:
    return moment_text(datetime.combine(day, time()).astimezone())


def _entry(row: Sequence[Any], person: tuple[str, str]) -> AuditEntry:
    number, at, by, act, record, facts, digest = row
    return AuditEntry(
        number=number,
        at=datetime.fromisoformat(at),
        by=by,
        act=act,
        record_id=record,
        facts=facts_in(facts),
        digest=digest,
        person=person[0],
        about=person[1],
    )


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
