"""The audit on its way out: as a list for an inspector, as the sheet of a day's work.

Both are entries themselves, noted before anything leaves. What they hold is masked as
the entries are; a list says on every page who took it out, when and why.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from station_app.device_clock import local_words
from station_app.domain.access.permissions import Permission
from station_app.domain.audit.chain import Link
from station_app.domain.audit.heads import Way, line_of
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import NotFoundError, RefusedError
from station_app.services.audit.telling import Teller
from station_app.services.audit.verifying import checked_reason
from station_app.services.audit.walking import verdict_on
from station_app.services.certificates import papers
from station_app.services.certificates.issuing import use_on_paper
from station_app.services.certificates.serving import PaperService
from station_app.services.delivering import deliver
from station_app.services.exports.files import Mark, workbook
from station_app.services.permissions import needs
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from station_app.domain.audit.entries import AuditEntry, AuditFilter
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.progress import Progress
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.AUDIT})
BLOCK = 500
XLSX, PDF = ".xlsx", ".pdf"
MOST_ROWS = {XLSX: 200_000, PDF: 5000}
TITLES = ("编号", "时间", "经办人", "设备", "事项", "对象", "理由与内容", "摘要")
WIDTHS = (9, 17, 12, 14, 22, 12, 60, 66)
NAME = "审计记录"
ALL = "全部记录"


class AuditPaperService(PaperService):
    """The use cases of the audit on paper and in files."""

    @needs(Permission.AUDIT_EXPORT)
    def export(
        self,
        path: Path,
        wanted: AuditFilter,
        progress: Progress | None = None,
        *,
        reason: str,
        words: str = ALL,
    ) -> Done[int]:
        """Write the entries *wanted* as a workbook or a PDF; *words* say which they are.

        Raises :class:`ValidationFailedError` without a reason, :class:`RefusedError`
        ``export.kind`` and ``audit.too-many``.
        """
        reason, kind = checked_reason(reason), path.suffix.lower()
        if kind not in MOST_ROWS:
            raise RefusedError("export.kind", name=path.name)
        with self._store.transaction() as tx:
            keys = tx.audit_search.keys(wanted)
            if len(keys) > MOST_ROWS[kind]:
                raise RefusedError("audit.too-many", rows=len(keys), most=MOST_ROWS[kind])
            tx.audit.add("audit:list:exported", reason=reason, rows=len(keys), wanted=words)
        with self._store.reading() as tx:
            by = tx.stamp.by
            mark = f"{by}　{local_words(self._clock.now())}　{reason}"
            lines = self._lines(tx, keys, progress or Silence())
            if kind == XLSX:
                rows = ([*_cells(line), digest] for line, digest in lines)
                data = workbook(
                    NAME, Mark(number="", who=by, text=mark), TITLES, rows, widths=WIDTHS
                )
            else:
                data = self._listing(mark, words, tuple(line for line, _ in lines)).pdf
        deliver(path, data)
        return Done(len(keys), TOUCHED)

    @needs(Permission.AUDIT_READ)
    def day_sheet(self, day: date) -> Done[Paper]:
        """Return the sheet of a *day*'s work, and keep its head as one that has left.

        Raises :class:`RefusedError` ``audit.not-whole``: no head of a broken chain is
        given out; ``audit.no-entries`` where there is none at all.
        """
        with self._store.transaction() as tx:
            if not verdict_on(tx).is_whole:
                raise RefusedError("audit.not-whole")
            sheet, link = self._sheet(tx, day)
            paper = self._desk.draw_day_sheet(sheet)
            tx.heads.keep(Way.PRINTED, link)
            tx.audit.add("audit:sheet:made", day=day.isoformat(), last=link.number)
        return Done(paper, TOUCHED)

    def _sheet(self, tx: Transaction, day: date) -> tuple[papers.DaySheet, Link]:
        teller = Teller(self._reference)
        counted: Counter[tuple[str, str]] = Counter()
        for act, by, count in tx.audit_search.day(day):
            counted[by, teller.act(act)] += count
        bounds = tx.audit_search.bounds_of(day)
        last = bounds[1] if bounds else tx.audit.head().number
        digest = tx.audit.digest_of(last)
        if digest is None:
            raise RefusedError("audit.no-entries")
        link = Link(last, digest)
        uses = tx.certificates.seal_uses(since=day, until=day)
        sheet = papers.DaySheet(
            station=self._settings.current().name,
            day=day,
            total=counted.total(),
            issued=len(uses),
            acts=tuple(_count(by, act, count) for (by, act), count in sorted(counted.items())),
            papers=tuple(map(use_on_paper, uses)),
            first=_told(tx, bounds[0]) if bounds else "无",
            last=_told(tx, last),
            line=line_of(link, day.isoformat()),
            others=_others(tx),
            made_at=local_words(self._clock.now()),
            made_by=tx.stamp.by,
        )
        return sheet, link

    def _lines(
        self, tx: Transaction, keys: Sequence[int], progress: Progress
    ) -> Iterator[tuple[papers.AuditLine, str]]:
        teller = Teller(self._reference)
        for start in range(0, len(keys), BLOCK):
            progress.step(start, len(keys), "exporting")
            block = keys[start : start + BLOCK]
            found = tx.audit_search.lines(block)
            for key in block:
                if key in found:
                    yield _line(found[key], teller), found[key].digest.hex()

    def _listing(self, mark: str, words: str, lines: tuple[papers.AuditLine, ...]) -> Paper:
        return self._desk.draw_audit_list(
            papers.AuditListing(
                station=self._settings.current().name, wanted=words, mark=mark, lines=lines
            )
        )


def _line(entry: AuditEntry, teller: Teller) -> papers.AuditLine:
    return papers.AuditLine(
        number=entry.number,
        at=local_words(entry.at),
        who=entry.who,
        device=entry.device,
        act=teller.act(entry.act),
        about=entry.about,
        told=teller.summary(entry),
    )


def _cells(line: papers.AuditLine) -> list[str]:
    names = (line.at, line.who, line.device, line.act, line.about, line.told)
    return [str(line.number), *names]


def _count(by: str, act: str, count: int) -> papers.ActCount:
    who, _, device = by.rpartition("@")
    return papers.ActCount(act=act, who=who or by, device=device, count=count)


def _told(tx: Transaction, number: int) -> str:
    entry = tx.audit_search.lines([number])[number]
    return f"第{entry.number}条　{local_words(entry.at)}　{entry.digest.hex(' ', 2)}"


def _others(tx: Transaction) -> tuple[str, ...]:
    return tuple(
        f"{_name(tx, head.owner)}：{line_of(head.link, head.at.date().isoformat())}"
        for head in tx.heads.of_others()
    )


def _name(tx: Transaction, device: str) -> str:
    try:
        return tx.exchange.devices.device(device).name
    except NotFoundError:
        return device
