"""What each act about tasks from above and rule packs is, and the entry that it leaves."""

from __future__ import annotations

import json
from datetime import timedelta

from station_app.domain.counter.admission.papers import TaskPaperKind
from station_app.domain.counter.admission.registers import BurdenDraft
from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from station_app.domain.rule_packs import LocalOffice
from tests.factories import TODAY

DRAFT = TaskDraft(
    name="入户摸排",
    department="某某局",
    list_type=ListType.OWN,
    affair="social",
    owner=Owner.SERVICE,
    received_on=TODAY - timedelta(days=3),
    begins_on=TODAY - timedelta(days=3),
    ends_on=TODAY - timedelta(days=1),
)
LEDGER = BurdenDraft(name="居民台账", department="某某局")
ADMIT = ("admit", "准字1号", "街道")
PACK = {
    "area": "320000",
    "title": "某市清单",
    "source": "某部门",
    "doc_no": "某号",
    "valid_from": "2026-01-01",
    "verified": False,
    "dropped": ["dog"],
}


def _entered(world, **told):
    return world.station.admission.enter(TaskDraft(**{**_told(), **told})).value


def _told():
    return {name: getattr(DRAFT, name) for name in TaskDraft.__slots__}


def _act(method, *said, before=(), **told):
    def case(world):
        desk, key = world.station.admission, _entered(world, **told)
        for step, *words in before:
            getattr(desk, step)(key, *words, TODAY, version=desk.page(key).task.version)
        version = desk.page(key).task.version
        return lambda: getattr(desk, method)(key, *said, TODAY, version=version)

    return case


def _entry(act):
    def case(world):
        key = _entered(world)
        return lambda: act(world.station, key)

    return case


def _burden(act):
    def case(world):
        key = world.station.burdens.enter(LEDGER).value
        return lambda: act(world.station.burdens, key)

    return case


def pack_file(world, **told):
    path = world.folder / "清单.json"
    path.write_text(json.dumps({**PACK, **told}), encoding="utf-8")
    return path


def _with_pack(act):
    def case(world):
        packs = world.station.rule_packs
        key = packs.bring_in(pack_file(world)).value
        return lambda: act(packs, key)

    return case


def _plain(act):
    return lambda world: lambda: act(world)


RECORD = "task:record:"
TASK_ACTS = {
    "enter": (_plain(lambda w: w.station.admission.enter(DRAFT)), [RECORD + "registered"]),
    "correct": (
        _entry(lambda s, key: s.admission.correct(key, DRAFT, version=1)),
        [RECORD + "correct"],
    ),
    "put_into_bin": (_entry(lambda s, key: s.admission.put_into_bin(key)), [RECORD + "binned"]),
    "ask": (_act("ask", list_type=ListType.TEMPORARY), [RECORD + "ask"]),
    "admit": (_act(*ADMIT), [RECORD + "admit"]),
    "refuse": (_act("refuse", "无依据"), [RECORD + "refuse"]),
    "withdraw": (_act("withdraw", "取消"), [RECORD + "withdraw"]),
    "expire": (_act("expire", before=[ADMIT]), [RECORD + "expire"]),
    "work": (
        _entry(lambda s, key: s.admission.work(key, 90, TODAY, version=1)),
        [RECORD + "work"],
    ),
}
TASK_PAPER_ACTS = {
    "note_given_out": (
        _entry(
            lambda s, key: s.task_papers.note_given_out(key, TaskPaperKind.APPROVAL, printed=True)
        ),
        ["task:paper:printed"],
    ),
}
TASK_YEAR_ACTS = {
    "export": (
        _plain(lambda w: w.station.task_years.export(w.folder / "a.xlsx", 2026)),
        ["task:list:exported"],
    ),
    "note_given_out": (
        _plain(lambda w: w.station.task_years.note_given_out(2026, printed=False)),
        ["task:list:saved"],
    ),
}
BURDEN_ACTS = {
    "enter": (_plain(lambda w: w.station.burdens.enter(LEDGER)), ["burden:record:registered"]),
    "correct": (
        _burden(lambda s, key: s.correct(key, LEDGER, version=1)),
        ["burden:record:correct"],
    ),
    "put_into_bin": (_burden(lambda s, key: s.put_into_bin(key)), ["burden:record:binned"]),
}
RULE_PACK_ACTS = {
    "bring_in": (
        _plain(lambda w: w.station.rule_packs.bring_in(pack_file(w))),
        ["rule-pack:pack:brought-in"],
    ),
    "choose": (
        _with_pack(lambda s, key: s.choose(key, chosen=False, version=1)),
        ["rule-pack:pack:left-out"],
    ),
    "take_out": (_with_pack(lambda s, key: s.take_out(key)), ["rule-pack:pack:taken-out"]),
    "keep_office": (
        _plain(
            lambda w: w.station.rule_packs.keep_office(LocalOffice(name="公安派出所", phone="110"))
        ),
        ["rule-pack:office:corrected"],
    ),
}
REFUSAL_ACTS = {
    "note_given_out": (
        _plain(lambda w: w.station.refusals.note_given_out(2026, printed=True)),
        ["certificate:refusals:printed"],
    ),
    "export_year": (
        _plain(lambda w: w.station.refusals.export_year(w.folder / "b.xlsx", 2026)),
        ["certificate:refusals:exported"],
    ),
}
