"""Giving lists of residents out (导出): what is seen, masked unless asked otherwise.

Who takes what, for whom, what for and on what ground stands in the register of exports
before anything is written, and in the file. The file is made in memory and written at
once: there is never a copy of it lying about.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import RefusedError
from station_app.domain.privacy.fields import Purpose
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.delivering import deliver
from station_app.services.exports.files import (
    MOST_ROWS_OF_A_BOOK,
    Kind,
    Mark,
    kind_of,
    text_table,
    widths_of,
    workbook,
)
from station_app.services.exports.giving import GivingOut, Leaving
from station_app.services.permissions import needs
from station_app.shipped import RESOURCES
from station_app.store.privacy import field_classes
from station_app.store.room import require_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.codes import Tag
    from station_app.domain.exports import (
        ExportAsk,
        ExportLimits,
    )
    from station_app.domain.residents.people import ResidentLine
    from station_app.services.exports.second import Approval, Approver, SecondPerson
    from station_app.services.progress import Progress
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

BLOCK = 500
SEVERAL = "、"
LIST_KIND = "residents"
LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was given out; ``number`` is that of the register of exports."""

    number: str
    rows: int
    masked: bool
    kind: Kind


class ExportService:
    """The use cases of giving lists out."""

    def __init__(
        self, store: Store, reference: Reference, clock: Clock, *, second: SecondPerson
    ) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock
        self._giving = GivingOut(store, reference, clock, second=second)
        path = RESOURCES / "exports" / "residents.json"
        self._words = json.loads(path.read_text(encoding="utf-8"))

    @needs(Permission.EXPORT_RESIDENTS)
    def columns(self) -> tuple[str, ...]:
        """Return the columns there are: fields of a table's line."""
        return tuple(self._words["titles"])

    @needs(Permission.EXPORT_RESIDENTS)
    def titles(self) -> Mapping[str, str]:
        """Return what each column is called in a file."""
        return dict(self._words["titles"])

    @needs(Permission.EXPORT_RESIDENTS)
    def limits(self) -> ExportLimits:
        """Return from how many people on more is asked for at this station."""
        return self._giving.limits()

    @needs(Permission.EXPORT_RESIDENTS)
    def approvers(self) -> Sequence[Approver]:
        """Return who may agree to a list above the limit: nobody who asks for it himself."""
        return self._giving.approvers()

    @needs(Permission.EXPORT_FULL)
    def allow_full(self) -> None:
        """Return if numbers may be given out in full; else it is refused here."""

    @needs(Permission.EXPORT_RESIDENTS)
    def residents(
        self,
        path: Path,
        progress: Progress,
        *,
        ask: ExportAsk,
        keys: Sequence[int] | None = None,
        chosen: ResidentFilter | None = None,
        columns: Sequence[str] = (),
        approval: Approval | None = None,
    ) -> Exported:
        """Write the residents of *keys*, in that order, or those *chosen* leaves.

        The ending of *path* tells the kind of file. Raises :class:`ValidationFailedError`
        about what must be said; :class:`RefusedError` ``export.kind``, ``export.too-many``
        above what a workbook takes, ``export.needs-second-person`` above the station's
        limit without *approval*, ``export.same-person`` when it is one's own. Numbers in
        full are :meth:`allow_full`'s to let go.
        """
        require_room(self._store.engine)
        kind = kind_of(path)
        shown = tuple(columns) or self.columns()
        listed = keys if keys is not None else self._chosen(chosen or ResidentFilter())
        if kind is Kind.XLSX and len(listed) > MOST_ROWS_OF_A_BOOK:
            raise RefusedError("export.too-many", rows=len(listed), most=MOST_ROWS_OF_A_BOOK)
        if ask.is_full:
            self.allow_full()
        agreed = self._giving.judged(ask, len(listed), approval)
        leaving = Leaving(
            list_kind=LIST_KIND,
            begun="residents:list:export-begun",
            exported="residents:list:exported",
            file_name=path.name,
            columns=shown,
            count=len(listed),
        )
        key, mark = self._giving.begin(ask, leaving, agreed)
        rows, data = self._made(kind, mark, listed, shown, progress, is_full=ask.is_full)
        self._giving.finish(key, mark, ask, leaving, rows=rows, data=data, agreed=agreed)
        deliver(path, data)
        return Exported(number=mark.number, rows=rows, masked=not ask.is_full, kind=kind)

    def _made(
        self,
        kind: Kind,
        mark: Mark,
        listed: Sequence[int],
        shown: Sequence[str],
        progress: Progress,
        *,
        is_full: bool,
    ) -> tuple[int, bytes]:
        """Return how many people the file holds, and the file."""
        titles = [self._words["titles"][column] for column in shown]
        count = 0

        def counted(rows: Iterator[list[str]]) -> Iterator[list[str]]:
            nonlocal count
            for row in rows:
                count += 1
                yield row

        with self._store.reading() as tx:
            rows = counted(self._rows(tx, listed, shown, progress, is_full=is_full))
            data = (
                workbook(self._words["sheet"], mark, titles, rows, widths=widths_of(shown))
                if kind is Kind.XLSX
                else text_table(mark, self._words["mark"], titles, rows)
            )
        return count, data

    def _chosen(self, chosen: ResidentFilter) -> Sequence[int]:
        with self._store.reading() as tx:
            return tx.lines.keys(chosen, today=self._clock.today())

    def _rows(
        self,
        tx: Transaction,
        keys: Sequence[int],
        columns: Sequence[str],
        progress: Progress,
        *,
        is_full: bool,
    ) -> Iterator[list[str]]:
        for start in range(0, len(keys), BLOCK):
            progress.step(start, len(keys), "exporting")
            block = list(keys[start : start + BLOCK])
            lines = tx.lines.lines(block, today=self._clock.today())
            whole = _unmasked(tx, list(lines.values())) if is_full else {}
            for key in block:
                if (line := lines.get(key)) is not None:
                    cells = self._cells(line) | whole.get(line.id, {})
                    yield [cells[column] for column in columns]

    def _cells(self, line: ResidentLine) -> dict[str, str]:
        tags = [self._reference.tag(code) for code in line.tags]
        cells = {
            "name": line.name,
            "sex": self._reference.table("sex").name_of(line.sex),
            "born": line.born.isoformat() if line.born else "",
            "number": line.number,
            "phone": self._words["withheld"] if "phone" in line.withheld else line.phone,
            "address": line.address,
            "household": line.household,
            "relation": self._reference.table("relation").name_of(line.relation),
            "standing": self._words["standings"].get(line.standing, ""),
            "tags": SEVERAL.join(self._tag_names(line, tags)),
            "grid": line.grid,
        }
        # a line is masked as the screen is; a file may have to say less
        return {name: _left(name, cell) for name, cell in cells.items()}

    def _tag_names(self, line: ResidentLine, tags: Iterable[Tag | None]) -> Iterator[str]:
        yield from (tag.name for tag in tags if tag and not tag.is_restricted)
        if any(field.startswith("tag:") for field in line.withheld):
            yield self._words["withheld"]


def _left(name: str, cell: str) -> str:
    classes = field_classes()
    on_screen = classes.mask_for(LINE, name, Purpose.SCREEN)
    if classes.mask_for(LINE, name, Purpose.EXPORT) is on_screen:
        return cell
    return classes.seen(LINE, name, cell, purpose=Purpose.EXPORT)


def _unmasked(tx: Transaction, lines: Sequence[ResidentLine]) -> Mapping[str, dict[str, str]]:
    keys = [line.id for line in lines]
    intake = tx.everything.intake  # asked for those alone who were seen
    documents = intake.documents(keys)
    withheld = {line.id for line in lines if "phone" in line.withheld}
    return {
        key: {
            **({} if key in withheld else {"phone": record["phone"]}),
            "number": next((number for _, number in documents.get(key, ())), ""),
        }
        for key, record in intake.people(keys).items()
    }
