"""What came from above in a year: the list, held beside the year before; printed, given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.counter.admission.tasks import Owner
from station_app.domain.counter.admission.yearly import year_report
from station_app.domain.numerals import day_in_words
from station_app.services.certificates.task_wording import ToldTask, station_facts
from station_app.services.counter.drawing import Drawing
from station_app.services.counter.task_words import (
    BURDENS,
    FATES,
    LISTS,
    OWNERS,
    STATES,
    day,
    hours,
    yuan,
)
from station_app.services.delivering import deliver
from station_app.services.exports.files import Kind, kind_of
from station_app.services.exports.plain_book import plain_book
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from station_app.domain.counter.admission.registers import Burden
    from station_app.domain.counter.admission.tasks import Task
    from station_app.domain.counter.admission.yearly import YearReport
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.exports.plain_book import Sheet

TITLE = "年度社区工作事项清单"
COLUMNS = (
    *(
        "序号",
        "责任主体",
        "事务类别",
        "事项",
        "来源单位",
        "清单",
        "依据",
        "来文",
        "频次",
        "准入编号",
    ),
    *("批准机关", "决定日期", "状态", "不予准入理由", "经费（元）", "用时（小时）"),
)


class TaskYearService(Drawing):
    """The use cases of the report of a year."""

    @needs(Permission.TASK_REGISTER)
    def report(self, year: int) -> YearReport:
        """Return what came in *year*, held beside the year before."""
        with self._store.reading() as tx:
            return year_report(tx.tasks.all(), year)

    @needs(Permission.TASK_REGISTER)
    def paper(self, year: int) -> Paper:
        """Return the list of *year* on paper (年度社区工作事项清单), by whose each task is."""
        report, today = self.report(year), self._clock.today()
        facts = {
            **station_facts(self._settings.current(), self._handler(), today),
            **_facts(report),
            "paper.dated_on_words": day_in_words(today),
        }
        rows = tuple(self._row(place, task) for place, task in enumerate(report.tasks, start=1))
        told = ToldTask(kind=TaskPaperKind.YEAR, facts=facts, rows={"tasks": rows})
        return self._desk().draw_task_paper(told)

    @needs(Permission.TASK_REGISTER)
    def note_given_out(self, year: int, *, printed: bool) -> Done[None]:
        """Note that the list of a year is printed or saved, before it leaves."""
        act = "task:list:printed" if printed else "task:list:saved"
        with self._store.transaction() as tx:
            tx.audit.add(act, year=year)
        return Done(None, frozenset({Topic.AUDIT}))

    @needs(Permission.TASK_REGISTER)
    def export(self, path: Path, year: int) -> Done[int]:
        """Write the report of *year* as a workbook of several sheets.

        Raises :class:`RefusedError` ``export.kind`` for another ending than ``.xlsx``.
        """
        kind_of(path, Kind.XLSX)
        report = self.report(year)
        with self._store.transaction() as tx:
            burdens = tx.burdens.all()
            tx.audit.add("task:list:exported", year=year, rows=len(report.tasks))
        head = f"{self._settings.current().name}　{year}年"
        deliver(path, plain_book(f"{TITLE}{year}", head, self._sheets(report, burdens)))
        return Done(len(report.tasks), frozenset({Topic.AUDIT}))

    def _sheets(self, report: YearReport, burdens: Sequence[Burden]) -> Sequence[Sheet]:
        return (
            ("事项清单", COLUMNS, [self._cells(*each) for each in enumerate(report.tasks, 1)]),
            ("与上年对比", ("项目", "本年", "上年", "增减"), _compared(report)),
            (
                "来源单位",
                ("来源单位", "事项数", "准入", "不予准入", "用时（小时）", "经费（元）"),
                [
                    (
                        line.department,
                        *map(str, (line.tasks, line.admitted, line.refused)),
                        hours(line.minutes),
                        yuan(line.funding),
                    )
                    for line in report.senders
                ],
            ),
            ("类别与主体", ("事务类别", *_owners().values()), self._matrix(report)),
            (
                "台账牌子会议检查",
                (
                    "类型",
                    "名称",
                    "部门",
                    "格式或内容",
                    "频次",
                    "可由系统生成",
                    "日期",
                    "处理",
                    "备注",
                ),
                [self._burden(each) for each in burdens],
            ),
        )

    def _matrix(self, report: YearReport) -> list[tuple[str, ...]]:
        return [
            (entry.name, *(str(report.matrix.get((entry.code, owner), 0)) for owner in _owners()))
            for entry in self._reference.table("affair").entries
        ]

    def _burden(self, burden: Burden) -> tuple[str, ...]:
        told = burden.particulars
        return (
            *(BURDENS[told.kind], told.name, told.department, told.form),
            self._reference.admission.frequency(told.frequency),
            *(told.made_from, day(told.happened_on), FATES[told.fate], told.note),
        )

    def _cells(self, place: int, task: Task) -> tuple[str, ...]:
        row, told = self._row(place, task), task.particulars
        return (
            *(row[f"row.{name}"] for name in ("number", "owner", "affair", "name", "department")),
            *(row["row.list"], told.basis, told.document, row["row.frequency"], task.approval_no),
            *(task.approved_by, day(task.decided_on), row["row.state"], task.ground),
            *(row["row.funding"], row["row.hours"]),
        )

    def _row(self, place: int, task: Task) -> dict[str, str]:
        told = task.particulars
        affair = self._reference.table("affair").by_code(told.affair)
        return {
            "row.number": str(place),
            "row.owner": OWNERS[told.owner],
            "row.affair": affair.name if affair else told.affair,
            "row.name": told.name,
            "row.department": told.department,
            "row.list": LISTS[told.list_type],
            "row.frequency": self._reference.admission.frequency(told.frequency),
            "row.approval_no": task.approval_no,
            "row.state": STATES[task.state],
            "row.funding": yuan(told.funding),
            "row.hours": hours(task.minutes),
        }


def _facts(report: YearReport) -> dict[str, str]:
    counts = {state: now for state, (now, _) in report.states.items()}

    def told(number: int) -> str:
        return str(number) if number else ""

    return {
        "year.year": str(report.year),
        "year.tasks": str(len(report.tasks)),
        "year.former": told(report.former),
        "year.admitted": told(counts.get(TaskState.ADMITTED, 0)),
        "year.refused": told(counts.get(TaskState.REFUSED, 0)),
        "year.hours": hours(report.minutes),
        "year.funding": f"{yuan(report.funding)}元" if report.funding else "",
    }


def _owners() -> Mapping[Owner, str]:
    return {owner: name for owner, name in OWNERS.items() if owner is not Owner.UNKNOWN}


def _compared(report: YearReport) -> list[tuple[str, ...]]:
    lines = [("全部事项", len(report.tasks), report.former)]
    lines += [(LISTS[each] or "未定清单", *both) for each, both in report.lists.items()]
    lines += [(STATES[each], *both) for each, both in report.states.items()]
    told: list[tuple[str, ...]] = [
        (name, str(now), str(then), f"{now - then:+d}") for name, now, then in lines
    ]
    told += [(f"新增：{name}", "1", "0", "+1") for name in report.added]
    return told + [(f"不再有：{name}", "0", "1", "-1") for name in report.gone]
