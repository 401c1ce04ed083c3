"""The numbers of certificates: what was given by whom, and what every missing one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.device_clock import local_words
from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.number_gaps import Giver, Sort, report_of, series_of
from station_app.domain.sync.devices import DeviceKind
from station_app.services.delivering import deliver
from station_app.services.exports.files import Kind, Mark, kind_of, text_table, workbook
from station_app.services.permissions import needs
from station_app.services.typed_numbers import told_number

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.number_gaps import ReportLine, Series
    from station_app.services.typed_numbers import NumberTold
    from station_app.store.transaction import Store, Transaction

OWN = "本机"
NAME, MARK_TITLE = "证明编号核对表", "导出标记"
WIDTHS = (14, 8, 9, 9, 8, 10, 18, 34)
TITLES = ("字", "年度", "起", "止", "份数", "其中作废", "编号单位", "情况")
WORDS = {
    Sort.GIVEN: "已编号",
    Sort.NOT_ARRIVED: "由其他设备编号，数据包尚未接收",
    Sort.GONE: "本机编过号，记录不在了",
    Sort.DOUBLE: "重复编号",
    Sort.ELSEWHERE: "其后可能还有，由其他设备编号",
    Sort.PUT_BACK: "恢复备份之前可能已编号并打印",
}


class NumberService:
    """What an inspector asks first of a register: where number 12 is."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @needs(Permission.CERTIFICATE_READ)
    def series(self) -> tuple[Series, ...]:
        """Return the series of certificates' numbers, the latest year first."""
        with self._store.reading() as tx:
            return series_of(tx.certificates.numbers(), _givers(tx))

    @needs(Permission.CERTIFICATE_READ)
    def report(self) -> tuple[ReportLine, ...]:
        """Return every number in lines: given, and missing with who and why."""
        return report_of(self.series())

    @needs(Permission.CERTIFICATE_READ)
    def told(self, text: str) -> NumberTold | None:
        """Return what *text* leads to if it is a number typed with its check digit."""
        with self._store.reading() as tx:
            return told_number(tx, text)

    @needs(Permission.CERTIFICATE_READ)
    def export(self, path: Path) -> Done[int]:
        """Write the report as a workbook or a text table; return how many lines it has.

        Raises :class:`RefusedError` ``export.kind``.
        """
        kind, lines = kind_of(path), self.report()
        with self._store.transaction() as tx:
            by = tx.stamp.by
            tx.audit.add("certificate:numbers:exported", "", rows=len(lines))
        mark = Mark(number="", who=by, text=f"{by}　{local_words(self._clock.now())}　{NAME}")
        rows = map(_cells, lines)
        if kind is Kind.XLSX:
            deliver(path, workbook(NAME, mark, TITLES, rows, widths=WIDTHS))
        else:
            deliver(path, text_table(mark, MARK_TITLE, TITLES, rows))
        return Done(len(lines), frozenset({Topic.AUDIT}))


def _cells(line: ReportLine) -> list[str]:
    last = "" if line.last is None else str(line.last)
    told = (line.word, str(line.year), str(line.first), last)
    count = str(line.count) if line.last is not None else ""
    return [
        *told,
        count,
        str(line.void),
        line.giver or (OWN if line.is_own else f"{line.segment}"),
        WORDS[line.sort],
    ]


def _givers(tx: Transaction) -> dict[int, Giver]:
    """Return who gives numbers, by segment."""
    devices, numbering = tx.exchange.devices, tx.exchange.numbering
    givers = {
        device.segment: Giver(name=device.name)
        for device in devices.all()
        if device.kind is not DeviceKind.HUB
    }
    own = devices.own()
    mine = Giver(
        name=own.name if own else "",
        incarnation=numbering.incarnation(),
        lasts=numbering.lasts(),
    )
    return givers | dict.fromkeys(numbering.segments(), mine)
