"""Giving lists of residents out: what is seen, masked unless asked otherwise.

Every cell is text, so that numbers stay whole and nothing can be taken for a
formula; who exported, when and what for stands in the file. The file is made in
memory and written at once: there is never a copy of it lying about.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from itertools import repeat
from typing import TYPE_CHECKING

import xlsxwriter

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import RefusedError
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.delivering import deliver
from station_app.services.permissions import needs
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.codes import Tag
    from station_app.domain.residents.people import ResidentLine
    from station_app.services.progress import Progress
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

BLOCK = 500
MOST_ROWS_OF_A_BOOK = 200_000  # a workbook is made in memory
LONG_NUMBER = 12  # digits; office programs round longer ones
# the wide ones too: Chinese and Japanese office programs take them for the narrow
DANGEROUS = tuple("=+-@\t\r＝＋－＠")
CONTROLS = dict.fromkeys([*range(9), *range(11, 32), 127])
HEADER_FORMAT = {"num_format": "@", "bold": True, "bottom": 1, "bg_color": "#E8EEF4"}
WIDTHS = {"number": 21, "address": 30, "tags": 24, "born": 12, "phone": 14}
USUAL_WIDTH = 11
SEVERAL = "、"


class Kind(StrEnum):
    """The kinds of file a list is given out as, told by the ending of its name."""

    XLSX = ".xlsx"
    CSV = ".csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was given out."""

    rows: int
    masked: bool
    kind: Kind


class ExportService:
    """The use cases of giving lists out (导出)."""

    def __init__(self, store: Store, reference: Reference, clock: Clock) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock
        path = RESOURCES / "exports" / "residents.json"
        self._words = json.loads(path.read_text(encoding="utf-8"))

    @needs(Permission.EXPORT_RESIDENTS)
    def columns(self) -> tuple[str, ...]:
        """Return the columns there are: fields of a table's line."""
        return tuple(self._words["titles"])

    @needs(Permission.EXPORT_RESIDENTS)
    def residents(
        self,
        path: Path,
        progress: Progress,
        *,
        purpose: str,
        keys: Sequence[int] | None = None,
        chosen: ResidentFilter | None = None,
        columns: Sequence[str] = (),
        masked: bool = True,
    ) -> Exported:
        """Write the residents of *keys*, in that order, or those *chosen* leaves.

        The ending of *path* tells the kind of file. Raises :class:`RefusedError`
        ``export.kind``, ``export.no-purpose`` when unmasked numbers are given
        out without a purpose, ``export.too-many`` above what a workbook takes.
        """
        kind = _kind(path)
        if not masked and not purpose.strip():
            raise RefusedError("export.no-purpose")
        shown = tuple(columns) or self.columns()
        listed = keys if keys is not None else self._chosen(chosen or ResidentFilter())
        if kind is Kind.XLSX and len(listed) > MOST_ROWS_OF_A_BOOK:
            raise RefusedError("export.too-many", rows=len(listed), most=MOST_ROWS_OF_A_BOOK)
        # Before anything leaves: an export that fails half-way is noted too.
        with self._store.transaction() as tx:
            tx.audit.add(
                "residents:list:exported",
                rows=len(listed),
                columns=list(shown),
                purpose=purpose,
                masked=masked,
            )
        with self._store.reading() as tx:
            rows = self._rows(tx, listed, shown, progress, masked=masked)
            mark = self._watermark(tx.stamp.by, purpose, len(listed), masked=masked)
            titles = [self._words["titles"][column] for column in shown]
            data = (
                workbook(self._words["sheet"], mark, titles, rows, widths=_widths(shown))
                if kind is Kind.XLSX
                else _text_table(mark, titles, rows)
            )
        deliver(path, data)
        return Exported(rows=len(listed), masked=masked, kind=kind)

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
        masked: bool,
    ) -> Iterator[list[str]]:
        for start in range(0, len(keys), BLOCK):
            progress.step(start, len(keys), "exporting")
            block = list(keys[start : start + BLOCK])
            lines = tx.lines.lines(block, today=self._clock.today())
            whole = {} if masked else _unmasked(tx, list(lines.values()))
            for key in block:
                if (line := lines.get(key)) is not None:
                    cells = self._cells(line) | whole.get(line.id, {})
                    yield [cells[column] for column in columns]

    def _cells(self, line: ResidentLine) -> dict[str, str]:
        tags = [self._reference.tag(code) for code in line.tags]
        return {
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

    def _tag_names(self, line: ResidentLine, tags: Iterable[Tag | None]) -> Iterator[str]:
        yield from (tag.name for tag in tags if tag and not tag.is_restricted)
        if any(field.startswith("tag:") for field in line.withheld):
            yield self._words["withheld"]

    def _watermark(self, who: str, purpose: str, rows: int, *, masked: bool) -> str:
        told: str = self._words["watermark"].format(
            who=who,
            when=local_words(self._clock.now()),
            purpose=purpose or "—",
            rows=rows,
            masking=self._words["masked" if masked else "unmasked"],
        )
        return told


def safe_text(text: str) -> str:
    """Return *text* for a cell of a text table: no formula, no control characters.

    A long number is led in by a tab, so that office programs do not round it.
    """
    plain = text.translate(CONTROLS)
    # Office programs run what begins so as a formula (CSV injection, OWASP).
    if plain.startswith(DANGEROUS):
        return f"'{plain}"
    return f"\t{plain}" if len(plain) >= LONG_NUMBER and plain[:-1].isdigit() else plain


def _kind(path: Path) -> Kind:
    try:
        return Kind(path.suffix.lower())
    except ValueError:
        raise RefusedError("export.kind", name=path.name) from None


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


def workbook(
    name: str,
    mark: str,
    titles: Sequence[str],
    rows: Iterable[list[str]],
    *,
    widths: Sequence[int] = (),
) -> bytes:
    """Return a workbook; every cell is a string in a text format, *mark* stands on every page."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": name, "comments": mark})
        text, bold = book.add_format({"num_format": "@"}), book.add_format(HEADER_FORMAT)
        sheet = book.add_worksheet(name)
        sheet.write_string(0, 0, mark)
        for place, (width, title) in enumerate(
            zip(widths or repeat(USUAL_WIDTH), titles, strict=False)
        ):
            sheet.set_column(place, place, width, text)
            sheet.write_string(1, place, title, bold)
        for line, cells in enumerate(rows, start=2):
            for place, cell in enumerate(cells):
                sheet.write_string(line, place, cell.translate(CONTROLS), text)
        sheet.freeze_panes(2, 1)
        # & begins a code in footers.
        sheet.set_footer(f"&L{mark.replace('&', '&&')}&R&P/&N")
    return stream.getvalue()


def _widths(columns: Sequence[str]) -> list[int]:
    return [WIDTHS.get(column, USUAL_WIDTH) for column in columns]


def _text_table(mark: str, titles: Sequence[str], rows: Iterator[list[str]]) -> bytes:
    """Return a text table in UTF-8 with its mark, as office programs expect it."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([safe_text(mark)])
    table.writerow(titles)
    table.writerows([safe_text(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def local_words(moment: datetime) -> str:
    """Return *moment* as the station's watch shows it."""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone().strftime("%Y-%m-%d %H:%M")
