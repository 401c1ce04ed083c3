"""Lists that leave are accounted for: who, to whom, what for, on what ground, who agreed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import fields
from datetime import date

import openpyxl
import pytest

from station_app.domain.errors import (
    CancelledError,
    RefusedError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.exports import ExportFilter, ExportState
from station_app.services.exports.register import ExportRegister
from station_app.services.exports.residents import ExportService
from station_app.services.exports.second import Approval, Approver
from station_app.services.exports.text_book import LONGEST_FOOTER, footer_of
from station_app.services.progress import Silence
from station_app.services.residents.people import Registration
from tests.factories import a_document, a_draft, an_ask

NUMBER, PHONE = "110000199001010013", "13912345678"
SECRET = "a passphrase of her own"


class Colleague:
    """Somebody else at the station, with a passphrase of her own."""

    def __init__(self, name="李四"):
        self.who = Approver(key="k2", name=name)

    def people(self):
        return (self.who,)

    def confirm(self, approval):
        if approval != Approval(key="k2", passphrase=SECRET):
            raise WrongPassphraseError
        return self.who


class Cancels:
    def step(self, *_):
        raise CancelledError


@pytest.fixture
def crowd(station):
    """Three people, and a station where two of them are many."""
    for at, name in enumerate(("张三", "李四", "王五")):
        station.residents.register(
            Registration(
                particulars=a_draft(name, phone=PHONE if not at else ""),
                documents=(a_document(NUMBER),) if not at else (),
            )
        )
    station.settings.change(name="石桥社区", export_limit=2)
    return station


@pytest.fixture
def two_of_us(crowd):
    return service(crowd, Colleague())


def service(station, second):
    return ExportService(station.store, station.reference, station.clock, second=second)


def register(station, **chosen):
    return station.export_register.lines(ExportFilter(**chosen))


def audited(station, act):
    with station.store.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        found = run("SELECT record_id, facts FROM audit_entry WHERE act = ?", (act,)).all()
    return [(key, json.loads(facts)) for key, facts in found]


def test_above_the_limit_nothing_leaves_without_a_second_person(crowd, tmp_path):
    path = tmp_path / "a.xlsx"
    with pytest.raises(RefusedError) as refused:
        crowd.exports.residents(path, Silence(), ask=an_ask())
    assert refused.value.reason == "export.needs-second-person"
    assert refused.value.facts == {
        "reason": "export.needs-second-person",
        "people": 3,
        "most": 2,
    }
    assert not path.exists()
    assert register(crowd) == ()


def test_at_the_limit_nobody_else_is_needed(crowd, tmp_path):
    crowd.settings.change(export_limit=3)
    crowd.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask())
    assert [line.approved_by for line in register(crowd)] == [""]


def test_a_second_person_agrees_with_a_passphrase_and_stands_in_the_register(
    crowd, two_of_us, tmp_path
):
    path, agreed = tmp_path / "a.xlsx", Approval(key="k2", passphrase=SECRET)
    two_of_us.residents(path, Silence(), ask=an_ask(), approval=agreed)
    (line,) = register(crowd)
    assert (line.approved_by, line.people) == ("李四", 3)
    assert audited(crowd, "residents:list:exported")[0][1]["approved_by"] == "李四"


def test_another_passphrase_agrees_to_nothing(crowd, two_of_us, tmp_path):
    path, agreed = tmp_path / "a.xlsx", Approval(key="k2", passphrase="another one")
    with pytest.raises(WrongPassphraseError):
        two_of_us.residents(path, Silence(), ask=an_ask(), approval=agreed)
    assert not path.exists()


def test_nobody_is_the_second_person_as_well(crowd, tmp_path):
    path, agreed = tmp_path / "a.xlsx", Approval(key="k2", passphrase=SECRET)
    with pytest.raises(RefusedError) as refused:
        service(crowd, Colleague("测试员")).residents(
            path, Silence(), ask=an_ask(), approval=agreed
        )
    assert refused.value.reason == "export.same-person"


def test_where_there_is_one_passphrase_nobody_else_can_agree(crowd, tmp_path):
    agreed = Approval(key="k2", passphrase=SECRET)
    assert crowd.exports.approvers() == ()
    with pytest.raises(RefusedError) as refused:
        crowd.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask(), approval=agreed)
    assert refused.value.reason == "export.may-not-approve"


def test_more_than_fifty_people_need_a_reason(station, tmp_path):
    for at in range(51):
        station.residents.register(Registration(particulars=a_draft(f"人{at}")))
    with pytest.raises(ValidationFailedError) as refused:
        station.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask())
    assert [problem.field for problem in refused.value.problems] == ["reason"]
    done = station.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask(reason="核对"))
    assert done.rows == 51


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_the_register_tells_all_of_an_export(station, tmp_path, name):
    station.residents.register(Registration(particulars=a_draft("张三", phone=PHONE)))
    path = tmp_path / name
    ask = an_ask(reason="全员", is_full=True)
    done = station.exports.residents(path, Silence(), ask=ask, columns=("name", "phone"))
    (line,) = register(station)
    assert line.number == done.number
    assert (line.given_at, line.given_by) == (station.clock.now(), "测试员@desk")
    assert (line.list_kind, line.people, line.columns) == ("residents", 1, ("name", "phone"))
    assert (line.recipient, line.purpose, line.ground) == ("街道办", "走访", "duty")
    assert (line.reason, line.is_full, line.state) == ("全员", True, ExportState.GIVEN)
    assert (line.file_name, line.sha256) == (name, hashlib.sha256(path.read_bytes()).hexdigest())


def test_the_audit_holds_the_same_and_nobody_s_name(station, tmp_path):
    station.residents.register(Registration(particulars=a_draft("张三", phone=PHONE)))
    station.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask(is_full=True))
    (line,) = register(station)
    ((key, facts),) = audited(station, "residents:list:exported")
    assert (key, facts["number"], facts["sha256"]) == (line.id, line.number, line.sha256)
    assert "张三" not in str(facts)
    assert [key for key, _ in audited(station, "residents:list:export-begun")] == [line.id]


def test_an_export_that_was_stopped_is_accounted_for_and_leaves_nothing(station, tmp_path):
    station.residents.register(Registration(particulars=a_draft("张三")))
    with pytest.raises(CancelledError):
        station.exports.residents(tmp_path / "a.csv", Cancels(), ask=an_ask())
    (line,) = register(station)
    assert (line.state, line.sha256) == (ExportState.BEGUN, "")
    assert audited(station, "residents:list:exported") == []
    assert not list(tmp_path.glob("*.csv"))


def test_an_export_that_could_not_be_written_is_in_the_register_all_the_same(station, tmp_path):
    station.residents.register(Registration(particulars=a_draft("张三")))
    with pytest.raises(RefusedError):
        station.exports.residents(tmp_path / "nowhere" / "a.csv", Silence(), ask=an_ask())
    assert [line.state for line in register(station)] == [ExportState.GIVEN]


def test_the_mark_stands_in_a_workbook_wherever_it_may_be_looked_for(station, tmp_path):
    station.residents.register(Registration(particulars=a_draft("张三")))
    path = tmp_path / "a.xlsx"
    number = station.exports.residents(path, Silence(), ask=an_ask("核对&走访")).number
    sheet = openpyxl.load_workbook(path).active
    held = sheet.parent.properties
    mark = sheet["A1"].value
    for told in ("测试员@desk", "2026-03-01", "核对&走访", "街道办", number):
        assert told in mark
        assert told in held.description
    assert (held.subject, held.creator) == (number, "测试员@desk")
    assert number in sheet.oddHeader.right.text
    assert "核对&&走访" in sheet.oddFooter.left.text.replace("&&", "&").replace("&", "&&")


@pytest.mark.parametrize("length", [1, 100, 200, 400])
@pytest.mark.parametrize("sign", ["长", "&"])
def test_a_long_purpose_leaves_the_footer_one_that_programs_take(length, sign):
    footer = footer_of(sign * length)
    assert len(footer) <= LONGEST_FOOTER
    assert footer.endswith("&R&P/&N")
    assert footer[2:-7].count("&") % 2 == 0


def test_each_row_of_a_text_table_bears_the_mark_in_its_last_column(station, tmp_path):
    for name in ("张三", "李四"):
        station.residents.register(Registration(particulars=a_draft(name)))
    path = tmp_path / "a.csv"
    number = station.exports.residents(path, Silence(), ask=an_ask(), columns=("name",)).number
    titles, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")))
    assert titles == ["姓名", "导出标记"]
    assert len(rows) == 2
    for _, mark in rows:
        assert all(told in mark for told in ("测试员@desk", "2026-03-01", "走访", number))


def test_the_register_is_looked_through_by_words_days_and_kind(station, tmp_path, clock):
    station.residents.register(Registration(particulars=a_draft("张三", phone=PHONE)))
    give = station.exports.residents
    give(tmp_path / "a.csv", Silence(), ask=an_ask("疫苗接种"))
    clock.moment = clock.moment.replace(day=5)
    give(tmp_path / "b.csv", Silence(), ask=an_ask("人口普查", is_full=True))

    def purposes(**chosen):
        return [line.purpose for line in register(station, **chosen)]

    assert purposes() == ["人口普查", "疫苗接种"]
    assert purposes(text="疫苗") == ["疫苗接种"]
    assert purposes(text="b.csv 测试员") == ["人口普查"]
    assert purposes(text="50%") == []
    assert purposes(is_full=True) == ["人口普查"]
    assert purposes(is_approved=True) == []
    assert purposes(since=date(2026, 3, 4)) == ["人口普查"]
    assert purposes(until=date(2026, 3, 4)) == ["疫苗接种"]
    assert purposes(since=date(2026, 3, 1), until=date(2026, 3, 5)) == ["人口普查", "疫苗接种"]


def test_there_is_no_way_to_take_a_line_out_of_the_register():
    ways = {name for name in vars(ExportRegister) if not name.startswith("_")}
    assert ways == {"lines"}


def test_the_limit_is_the_station_s_and_has_bounds(station):
    assert station.exports.limits().approval_above == 500
    for wrong in (0, 5001):
        with pytest.raises(ValidationFailedError):
            station.settings.change(name="石桥", export_limit=wrong)
    assert "export_limit" in {field.name for field in fields(station.settings.current())}
