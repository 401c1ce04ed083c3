from __future__ import annotations

import json

import pytest

from station_app.shipped import RESOURCES
from station_app.store.calendars import read_calendar
from station_app.store.data_files import ReferenceInvalidError

YEAR = RESOURCES / "calendar" / "2026.json"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda head: head.update(year=2025), "field year"),
        (lambda head: head["off"][0].update({"to": "2025-12-31"}), "from or to"),
        (lambda head: head["off"][0].update({"from": "2025-12-31"}), "from or to"),
        (lambda head: head["off"][0].pop("to"), "from or to"),
        (lambda head: head["off"][0].update(day=1), "unknown field day"),
        (
            lambda head: head["worked"].append({"from": "2026-03-02", "to": "2026-03-02"}),
            "field worked: not at a weekend",
        ),
        (
            lambda head: head["worked"].append({"from": "2026-02-15", "to": "2026-02-15"}),
            "a day is worked and is not",
        ),
    ],
)
def test_a_schedule_that_is_not_as_it_must_be_is_refused(tmp_path, change, reason):
    head = json.loads(YEAR.read_text(encoding="utf-8"))
    change(head)
    (tmp_path / "2026.json").write_text(json.dumps(head), encoding="utf-8")
    with pytest.raises(ReferenceInvalidError) as told:
        read_calendar(tmp_path)
    assert told.value.facts["reason"] == reason


def test_other_files_are_left_alone(tmp_path):
    (tmp_path / "notes.json").write_text("{", encoding="utf-8")
    assert read_calendar(tmp_path).years == {}
