"""The terms of admission as shipped, and what is refused of them."""

from __future__ import annotations

import json

import pytest

from station_app.domain.counter.limits import Counted, TimeLimit
from station_app.domain.negative_list import tasks_laid_over
from station_app.shipped import RESOURCES
from station_app.store.counter.admission_rules import read_admission_rules
from station_app.store.data_files import ReferenceInvalidError
from station_app.store.rule_files import read_packs

PATH = RESOURCES / "counter" / "admission.json"


def test_the_terms_are_thirty_and_fifteen_working_days():
    rules = read_admission_rules(PATH)
    assert rules.ahead == TimeLimit(30, Counted.WORKING)
    assert rules.decide == TimeLimit(15, Counted.WORKING)
    assert rules.frequency("monthly") == "每月"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ahead", {"days": 0, "counted": "working"}),
        ("decide", {"days": 15, "counted": "often"}),
        ("grounds", []),
        ("points", [{"code": "people", "name": "人员"}]),
        ("frequencies", [{"code": "a", "name": "x"}, {"code": "a", "name": "y"}]),
        ("extra", 1),
    ],
)
def test_what_cannot_be_is_refused(tmp_path, field, value):
    values = json.loads(PATH.read_text(encoding="utf-8"))
    path = tmp_path / "admission.json"
    path.write_text(json.dumps({**values, field: value}), encoding="utf-8")
    with pytest.raises(ReferenceInvalidError):
        read_admission_rules(path)


def test_every_shipped_task_has_a_list_a_basis_and_a_class_of_the_seven():
    classes = {
        entry["code"]
        for entry in json.loads((RESOURCES / "codes" / "affair.json").read_text(encoding="utf-8"))[
            "entries"
        ]
    }
    tasks = tasks_laid_over(read_packs(RESOURCES / "rules").values())
    assert {task.list_type for task in tasks} == {"own", "assist", "negative"}
    assert all(task.basis and task.affair in classes for task in tasks)
    assert all(task.goes_to for task in tasks if task.list_type == "negative")
