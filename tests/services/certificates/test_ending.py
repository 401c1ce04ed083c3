"""Which certificates end soon, which have ended, and who has a later one already."""

from __future__ import annotations

from datetime import timedelta

import pytest

from station_app.domain.certificate_requests import Evidence, RequestDraft
from station_app.domain.certificates import SOON_DAYS, Validity
from station_app.domain.errors import RefusedError
from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import TODAY, a_resident, visited
from tests.services.certificates.of_any_kind import answers_to

DAYS = 30


@pytest.fixture
def person(station):
    station.settings.change(name="石头城社区", word="石社证字", approver="李强", clerk="王芳")
    someone = a_resident(station, "张三", address="幸福里小区3幢2单元501室")
    return visited(station, someone, on=TODAY)


def issue(station, person, purpose="入学"):
    request = ResidenceRequest(resident_id=person.id, purpose=purpose)
    return station.certificates.issue(request).value.id


def later(clock, days):
    clock.moment += timedelta(days=days)


def of_kind(station, person, kind):
    requests = station.certificate_requests
    answers = answers_to(station.desk.templates[kind])
    draft = RequestDraft(kind=kind, resident_id=person.id, purpose="救助", answers=answers)
    key = requests.hand_in(draft, Evidence(how="visit", on=TODAY, by="王芳")).value
    return requests.approve(key, version=requests.request(key).version).value.id


@pytest.mark.parametrize(
    ("days", "soon", "over"),
    [
        (DAYS - SOON_DAYS - 1, False, False),
        (DAYS - SOON_DAYS, True, False),
        (DAYS, True, False),
        (DAYS + 1, False, True),
        (DAYS + 90, False, True),
        (DAYS + 91, False, False),
    ],
)
def test_a_certificate_stands_on_the_board_by_its_last_day(
    station, person, clock, days, soon, over
):
    key = issue(station, person)
    later(clock, days)
    assert station.certificates.ending(Validity.SOON) == [key] * soon
    assert station.certificates.ending(Validity.OVER) == [key] * over


def test_the_register_knows_the_last_day_of_every_kind(station, person):
    keys = [issue(station, person), *(of_kind(station, person, k) for k in ("hardship", "honour"))]
    lines = station.certificates.lines(keys)
    ends = [lines[key].valid_to for key in keys]
    assert ends[0] == TODAY + timedelta(days=DAYS)
    assert ends[1] is not None
    assert ends[2] is None  # holds for ever


def test_who_has_a_later_one_is_not_told_again_and_a_void_one_never(station, person, clock):
    first = issue(station, person)
    later(clock, 28)
    assert station.certificates.ending(Validity.SOON) == [first]
    second = issue(station, person)
    assert station.certificates.ending(Validity.SOON) == []
    station.certificates.void(second, "写错", version=1)
    assert station.certificates.ending(Validity.SOON) == [first]


def test_what_ended_last_and_what_ends_first_stand_on_top(station, clock, person):
    other = a_resident(station, "李四", number="310000198502280022", address="幸福里小区1幢101室")
    visited(station, other, on=TODAY)
    first = issue(station, person)
    later(clock, 2)
    second = issue(station, station.residents.resident(other.id))
    later(clock, 25)
    assert station.certificates.ending(Validity.SOON) == [first, second]
    later(clock, 10)
    assert station.certificates.ending(Validity.OVER) == [second, first]


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_report_of_numbers_is_written_as_a_list(station, person, tmp_path, ending):
    issue(station, person)
    path = tmp_path / f"numbers{ending}"
    assert station.numbers.export(path).value == len(station.numbers.report()) == 1
    assert path.stat().st_size
    if ending == ".csv":
        assert "石社证字,2026,1,1,1,0" in path.read_text(encoding="utf-8-sig")


def test_another_kind_of_file_is_refused(station, tmp_path):
    with pytest.raises(RefusedError):
        station.numbers.export(tmp_path / "a.pdf")
