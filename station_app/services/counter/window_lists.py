"""The lists of the window given out as workbooks: orders, problems of a period, ratings.

Orders name people: they leave as a roster does, for somebody and to some end. The others
are figures; they stand in the register of exports all the same, with nobody counted.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.problems import as_entries, days_of
from station_app.domain.errors import RefusedError
from station_app.domain.exports import ExportAsk
from station_app.domain.privacy.fields import Purpose
from station_app.services.counter.reporting import parts_of_problems, parts_of_ratings
from station_app.services.delivering import deliver
from station_app.services.exports.files import Kind, kind_of, workbook
from station_app.services.exports.giving import GivingOut, Leaving
from station_app.services.exports.plain_book import plain_book, width_of
from station_app.services.exports.residents import Exported
from station_app.services.permissions import needs
from station_app.shipped import RESOURCES
from station_app.store.privacy import field_classes
from station_app.store.room import require_room

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.counter.bad_ratings import MatterState
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.counter.problems import ProblemEntry
    from station_app.services.certificates.rights_papers import Part
    from station_app.services.counter.orders import OrderLine, OrderService
    from station_app.services.counter.problems import ProblemService
    from station_app.services.counter.ratings import MatterPage, RatingService
    from station_app.services.exports.plain_book import Sheet
    from station_app.services.exports.second import Approval, SecondPerson
    from station_app.services.progress import Progress
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store

BLOCK = 500
DUTY = "duty"
GIVEN = frozenset({Topic.AUDIT, Topic.EXPORTS})


class WindowListService:
    """The use cases of giving the lists of the window out."""

    def __init__(
        self,
        store: Store,
        reference: Reference,
        clock: Clock,
        *,
        second: SecondPerson,
        orders: OrderService,
        problems: ProblemService,
        ratings: RatingService,
    ) -> None:
        self._store, self._reference = store, reference
        self._orders, self._problems, self._ratings = orders, problems, ratings
        self._giving = GivingOut(store, reference, clock, second=second)

    @needs(Permission.EXPORT_RESIDENTS)
    def orders(
        self,
        path: Path,
        progress: Progress,
        *,
        ask: ExportAsk,
        keys: Sequence[CaseId],
        columns: Sequence[str] = (),
        approval: Approval | None = None,
    ) -> Done[Exported]:
        """Write the orders *keys*, in their order, as a workbook; no telephone is in it.

        Raises what :meth:`ExportService.residents` raises, a caller being a person there.
        """
        require_room(self._store.engine)
        kind = kind_of(path, Kind.XLSX)
        words = self._words["orders"]
        shown = tuple(columns) or tuple(words["titles"])
        agreed = self._giving.judged(ask, len(keys), approval)
        leaving = _leaving("order", path, shown, len(keys))
        key, mark = self._giving.begin(ask, leaving, agreed)
        rows = [[cells[name] for name in shown] for cells in self._rows(keys, progress)]
        titles = [words["titles"][name] for name in shown]
        data = workbook(words["sheet"], mark, titles, rows, widths=_widths(titles, rows))
        self._giving.finish(key, mark, ask, leaving, rows=len(rows), data=data, agreed=agreed)
        deliver(path, data)
        told = Exported(number=mark.number, rows=len(rows), masked=True, kind=kind)
        return Done(told, GIVEN)

    @needs(Permission.CASE_DECIDE)
    def problems(self, path: Path, period: str) -> Done[int]:
        """Write the problems of *period* as they are shown, with what came back in it.

        They are those of the list, or as they are today where none was drawn up. Raises
        :class:`RefusedError` ``problem.nothing-counted`` and ``export.kind``.
        """
        kind_of(path, Kind.XLSX)
        days = days_of(period)
        entries = self._problems.entries(period) or self._ranked(period)
        if days is None or not entries:
            raise RefusedError("problem.nothing-counted")
        rates = self._problems.returns(*days), self._problems.misdirected(*days)
        parts = parts_of_problems(entries, *rates, self._reference.order_rules)
        title = f"{self._words['problems']} {period}"
        return self._write(path, "problem", title, self._sheets(parts))

    @needs(Permission.CASE_DECIDE)
    def ratings(self, path: Path, first: date, last: date) -> Done[int]:
        """Write the figures of ratings from *first* to *last*: of all, by item, person, month."""
        kind_of(path, Kind.XLSX)
        found = self._ratings.breakdown(first, last)
        parts = parts_of_ratings(found.whole, found.items, found.people, found.months)
        title = f"{self._words['ratings']} {first.isoformat()}～{last.isoformat()}"
        return self._write(path, "rating", title, self._sheets(parts))

    @needs(Permission.CASE_DECIDE)
    def bad_ratings(self, path: Path, states: Collection[MatterState]) -> Done[int]:
        """Write the bad ratings in one of *states*, and what was done about each."""
        kind_of(path, Kind.XLSX)
        words = self._words["matters"]
        rows = [self._matter(page) for page in self._ratings.matters(states)]
        sheet = (words["sheet"], tuple(words["titles"]), rows)
        return self._write(path, "rating", words["sheet"], [sheet])

    def _write(self, path: Path, what: str, title: str, sheets: Sequence[Sheet]) -> Done[int]:
        """Write figures of which nobody is one; they are entered in the register."""
        require_room(self._store.engine)
        ask = ExportAsk(purpose=title, ground=DUTY)
        leaving = _leaving(what, path, tuple(name for name, _, _ in sheets), 0)
        key, mark = self._giving.begin(ask, leaving)
        data = plain_book(title, mark.text, sheets)
        rows = sum(len(rows) for _, _, rows in sheets)
        self._giving.finish(key, mark, ask, leaving, rows=0, data=data)
        deliver(path, data)
        return Done(rows, GIVEN)

    def _ranked(self, period: str) -> tuple[ProblemEntry, ...]:
        return as_entries(period, self._problems.ranking(period))

    def _sheets(self, parts: Sequence[Part]) -> list[Sheet]:
        pairs = tuple(self._words["pairs"])
        return [
            (each.title, each.table[0], each.table[1:])
            if each.table
            else (each.title, pairs, tuple(each.pairs))
            for each in parts
        ]

    def _rows(self, keys: Sequence[CaseId], progress: Progress) -> Iterator[dict[str, str]]:
        for start in range(0, len(keys), BLOCK):
            progress.step(start, len(keys), "exporting")
            block = keys[start : start + BLOCK]
            lines = self._orders.lines(block)
            yield from (self._cells(lines[key]) for key in block if key in lines)

    def _cells(self, line: OrderLine) -> dict[str, str]:
        case, order, rules = line.case, line.order, self._orders.rules()
        office = self._reference.case_rules.office(case.office) if case.office else None
        level = order.call.level
        applicant = field_classes().seen(
            "window_case", "applicant", case.applicant, purpose=Purpose.EXPORT
        )
        return {
            "number": order.number,
            "source": name_in(rules.sources, order.source),
            "kind": name_in(rules.classes, order.kind),
            "category": name_in(rules.categories, order.category),
            "item": case.item,
            "applicant": self._words["orders"]["withheld"] if order.is_anonymous else applicant,
            "state": self._words["states"][case.state],
            "received": order.received_on.isoformat(),
            "due": case.due_on.isoformat() if case.due_on else "",
            "assignee": office.name if office else case.assignee,
            "closed": case.closed_on.isoformat() if case.closed_on else "",
            "satisfaction": self._words["levels"][str(int(level))] if level else "",
        }

    def _matter(self, page: MatterPage) -> tuple[str, ...]:
        matter, due = page.matter, page.dues.pending(page.matter)
        level = self._words["levels"][str(int(page.rating.level))] if page.rating else ""
        return (
            page.case.item if page.case else "",
            level,
            matter.rated_on.isoformat(),
            self._words["matter_states"][matter.state],
            due.day.isoformat() if due else "",
            page.case.assignee if page.case else "",
            matter.cause,
            matter.measure,
        )

    @cached_property
    def _words(self) -> Any:
        path = RESOURCES / "exports" / "window.json"
        return json.loads(path.read_text(encoding="utf-8"))


def _leaving(what: str, path: Path, columns: tuple[str, ...], count: int) -> Leaving:
    return Leaving(
        list_kind=f"{what}s",
        begun=f"{what}:list:export-begun",
        exported=f"{what}:list:exported",
        file_name=path.name,
        columns=columns,
        count=count,
    )


def _widths(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [width_of((title, *(row[place] for row in rows))) for place, title in enumerate(titles)]
