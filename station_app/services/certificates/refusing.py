"""What is not ours to issue: found by any wording, told with the office that is, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.errors import RefusedError
from station_app.domain.negative_list import (
    laid_over,
    match,
    match_legitimate,
    match_tasks,
    tasks_laid_over,
)
from station_app.domain.numerals import day_in_words
from station_app.services.certificates.papers import Direction, RefusalSlip
from station_app.services.certificates.rule_packs import COUNTY, lists_in_use
from station_app.services.certificates.serving import PaperService
from station_app.services.certificates.spoken import SpokenFinder
from station_app.services.certificates.task_wording import ToldTask, station_facts
from station_app.services.delivering import deliver
from station_app.services.exports.files import Kind, kind_of
from station_app.services.exports.plain_book import plain_book
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from station_app.domain.negative_list import (
        LegitimateCertificate,
        ListedTask,
        NegativeItem,
        NegativeList,
        Office,
    )
    from station_app.domain.rule_packs import LocalOffice
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.pinyin import Readings
    from station_app.services.use_cases import Usual
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.CERTIFICATES})
ASKED_LENGTH = 60
COUNTED = "不予出具证明情况"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedTitle:
    """How often one paper was refused in a year, month by month."""

    item: str
    title: str
    basis: str
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """How often in the whole year."""
        return sum(self.months)


class RefusalService(PaperService):
    """The use cases of the negative list (不应出具证明清单), asked for anything typed."""

    def __init__(
        self, *usual: *Usual, desk: PaperDesk, readings: Callable[[str], Readings]
    ) -> None:
        super().__init__(*usual, desk=desk)
        self._spoken = SpokenFinder(readings)

    @needs(Permission.REFUSAL_GIVE)
    def items(self) -> tuple[NegativeItem, ...]:
        """Return the items in force here and today, in the order of the list."""
        return laid_over(self._lists())

    @needs(Permission.REFUSAL_GIVE)
    def matching(self, asked: str) -> tuple[NegativeItem, ...]:
        """Return the items that *asked* may mean: a title, any wording of one, its sound."""
        items = self.items()
        return match(asked, items) or self._spoken.among(asked, items)

    @needs(Permission.REFUSAL_GIVE)
    def legitimate(self, asked: str) -> tuple[LegitimateCertificate, ...]:
        """Return what we may issue and *asked* may mean."""
        known = self._reference.legitimate
        return match_legitimate(asked, known) or self._spoken.among(asked, known)

    @needs(Permission.REFUSAL_GIVE)
    def work(self, asked: str) -> tuple[ListedTask, ...]:
        """Return what lists say of work that somebody wants to hand over as *asked*."""
        tasks = tasks_laid_over(self._lists())
        return match_tasks(asked, tasks) or self._spoken.among(asked, tasks)

    @needs(Permission.REFUSAL_GIVE)
    def local_offices(self) -> Mapping[str, LocalOffice]:
        """Return where offices are here, by the names that lists give them."""
        with self._store.reading() as tx:
            return tx.rule_packs.offices()

    @needs(Permission.REFUSAL_GIVE)
    def preview(self, item_id: str, *, asked: str, applicant: str = "") -> Paper:
        """Return the slip as it will be handed over, without counting it."""
        return self._desk.draw_refusal(self._slip(self._item(item_id), asked, applicant))

    @needs(Permission.REFUSAL_GIVE)
    def slip(self, item_id: str, *, asked: str, applicant: str = "") -> Done[Paper]:
        """Return the slip (不予出具证明告知单) to hand over, and count it.

        Raises :class:`RefusedError` ``refusal.unknown-item`` for an item that is
        not in force.
        """
        item = self._item(item_id)
        paper = self._desk.draw_refusal(self._slip(item, asked, applicant))
        with self._store.transaction() as tx:
            tx.certificates.note_refusal(
                item=item.id, asked=asked[:ASKED_LENGTH], on=self._clock.today()
            )
            tx.audit.add("certificate:refusal:slip", item=item.id)
        return Done(paper, TOUCHED)

    @needs(Permission.REFUSAL_GIVE)
    def counts(self, *, since: date, until: date) -> Sequence[tuple[str, int]]:
        """Return how often each item was refused, both days included."""
        with self._store.reading() as tx:
            return tx.certificates.refusals(since=since, until=until)

    @needs(Permission.REFUSAL_GIVE)
    def year(self, year: int) -> tuple[RefusedTitle, ...]:
        """Return how often each paper was refused in the months of *year*, the oftenest first."""
        with self._store.reading() as tx:
            found = tx.certificates.refusals_by_month(year)
            known = {item.id: item for item in self._ever_listed(tx)}
        months: dict[str, Counter[int]] = {}
        for item, month, count in found:
            months.setdefault(item, Counter())[month] += count
        lines = [
            RefusedTitle(
                item=item,
                title=known[item].title if item in known else item,
                basis=known[item].basis if item in known else "",
                months=tuple(by_month[month] for month in range(1, 13)),
            )
            for item, by_month in months.items()
        ]
        return tuple(sorted(lines, key=lambda line: (-line.total, line.title)))

    @needs(Permission.REFUSAL_GIVE)
    def year_paper(self, year: int) -> Paper:
        """Return what was refused in *year* on paper (不予出具证明情况统计表)."""
        lines, today = self.year(year), self._clock.today()
        with self._store.reading() as tx:
            handler = tx.me
        rows = tuple(
            {
                "row.number": str(place),
                "row.title": line.title,
                "row.basis": line.basis,
                "row.months": "，".join(
                    f"{month}月{count}份" for month, count in enumerate(line.months, 1) if count
                ),
                "row.total": str(line.total),
            }
            for place, line in enumerate(lines, start=1)
        )
        facts = {
            **station_facts(self._settings.current(), handler, today),
            "paper.dated_on_words": day_in_words(today),
            "year.year": str(year),
            "year.refused": str(sum(line.total for line in lines)),
        }
        told = ToldTask(kind=TaskPaperKind.REFUSED_PAPERS, facts=facts, rows={"papers": rows})
        return self._desk.draw_task_paper(told)

    @needs(Permission.REFUSAL_GIVE)
    def note_given_out(self, year: int, *, printed: bool) -> Done[None]:
        """Note that the count of a year is printed or saved, before it leaves."""
        act = "certificate:refusals:printed" if printed else "certificate:refusals:saved"
        with self._store.transaction() as tx:
            tx.audit.add(act, year=year)
        return Done(None, frozenset({Topic.AUDIT}))

    @needs(Permission.REFUSAL_GIVE)
    def export_year(self, path: Path, year: int) -> Done[int]:
        """Write what was refused in *year*, month by month, as a workbook.

        Raises :class:`RefusedError` ``export.kind`` for another ending than ``.xlsx``.
        """
        kind_of(path, Kind.XLSX)
        lines = self.year(year)
        with self._store.transaction() as tx:
            tx.audit.add("certificate:refusals:exported", year=year, rows=len(lines))
        titles = ("证明名称", "依据", *(f"{month}月" for month in range(1, 13)), "合计")
        rows = [
            (line.title, line.basis, *(str(count or "") for count in line.months), str(line.total))
            for line in lines
        ]
        head = f"{self._settings.current().name}　{year}年"
        deliver(path, plain_book(f"{COUNTED}{year}", head, [(COUNTED, titles, rows)]))
        return Done(len(lines), frozenset({Topic.AUDIT}))

    def _lists(self) -> tuple[NegativeList, ...]:
        area = self._settings.current().code[:COUNTY]
        with self._store.reading() as tx:
            return lists_in_use(tx, self._reference, area=area, clock=self._clock)

    def _ever_listed(self, tx: Transaction) -> Sequence[NegativeItem]:
        packs = tx.rule_packs.all(self._reference.rule_packs)
        return [item for pack in packs for item in pack.rules.items]

    def _item(self, item_id: str) -> NegativeItem:
        item = next((item for item in self.items() if item.id == item_id), None)
        if item is None:
            raise RefusedError("refusal.unknown-item", item=item_id)
        return item

    def _slip(self, item: NegativeItem, asked: str, applicant: str) -> RefusalSlip:
        settings, local = self._settings.current(), self.local_offices()
        title = asked.strip()[:ASKED_LENGTH] or item.title
        return RefusalSlip(
            asked=title if title == item.title else f"{title}（{item.title}）",
            reason="不属于居民委员会出具证明的范围",
            basis=item.basis,
            directions=tuple(
                _direction(office, local.get(office.name)) for office in item.offices
            ),
            issued_on=self._clock.today(),
            issuer=settings.name,
            handler=settings.clerk,
            applicant=applicant.strip(),
            phone=settings.phone,
        )


def _direction(office: Office, local: LocalOffice | None) -> Direction:
    """Return the way to *office*; what is not known here stays empty, to be filled in by hand."""
    if local is None:
        return Direction(office=office.name, brings=office.brings)
    address = "，".join(filter(None, (local.address, local.hours)))
    return Direction(
        office=local.local_name or office.name,
        brings=office.brings,
        address=address,
        phone=local.phone,
    )
