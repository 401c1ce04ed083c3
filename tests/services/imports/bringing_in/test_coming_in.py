"""A roster that comes in: all it tells, once, or nothing when it is stopped."""

from __future__ import annotations

import json

import openpyxl
import pytest

from station_app.domain.errors import CancelledError, RefusedError
from station_app.domain.identity.id_card import check_character
from station_app.domain.residents.standing import Standing
from station_app.services.imports.vocabulary import FieldClass
from station_app.services.progress import Silence
from tests.services.imports import rosters
from tests.services.imports.bringing_in.people import TAKE_ALL, person_of, someone
from tests.services.imports.test_rosters import DATA


class StopAt(Silence):
    """A progress that is stopped in one phase of the work."""

    def __init__(self, phase):
        self.phase = phase

    def step(self, _done, _total, phase=""):
        if phase == self.phase:
            raise CancelledError


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["station", "street"])
def test_real_roster_comes_in_once_and_goes_without_a_trace(station, content, name):
    path = DATA / f"roster-{name}.xlsx"
    if not path.exists():
        pytest.skip("the rosters lie beside the tree, not in it")
    answers = json.loads((DATA / f"roster-{name}.answers.json").read_text(encoding="utf-8"))
    taken = answers["ok"] + sum(answers["warn"].values())
    empty = content()
    done = station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    assert (done.value.added, done.value.people_in_store) == (taken, taken)
    assert done.value.counts.refused == answers["refuse"]
    full = content()
    assert full[1] == taken
    again = station.imports.read(path, Silence())
    second = station.imports.bring_in(again, Silence(), TAKE_ALL)
    assert (second.value.added, second.value.changed) == (0, 0)
    assert content() == full
    done.revert()
    assert content() == empty


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    "layout", [rosters.station_layout, rosters.street_layout, rosters.numberless_layout]
)
def test_second_import_of_any_layout_changes_nothing(content, bring, layout, seed):
    rows = rosters.people(households=25, seed=seed)
    bring(rows, layout)
    once = content()
    result = bring(rows, layout, **TAKE_ALL).value
    assert (result.added, result.changed) == (0, 0)
    assert content() == once


def test_same_people_in_another_layout_are_recognised(bring):
    rows = rosters.people(households=25, seed=4)
    first = bring(rows).value
    second = bring(rows, rosters.street_layout, **TAKE_ALL).value
    assert second.added == 0
    assert second.people_in_store == first.people_in_store
    assert second.households_in_store == first.households_in_store


def test_everything_a_row_tells_is_kept(station, tmp_path):
    titles = ["户号", "姓名", "与户主关系", "证件号码", "手机", "住址", "户籍地址", "民族"]
    titles += ["学历", "人口类型", "标签", "说明", "政治面貌", "婚姻状况", "单位", "车牌"]
    row = ["7", "曾•小红", "户主", "310000198502280022", "13912345678、025-84397406"]
    row += ["幸福里小区3-2-501", "同现住址", "汉", "本科", "户籍人口", "低保、残疾、会飞", "备"]
    row += ["党员", "未婚", "某厂", "苏A00000"]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [titles, row]}})
    file = station.imports.read(path, Silence()).corrected(0, {15: "keep_in_note"})
    station.imports.bring_in(file, Silence())
    kept, tags = person_of(station, "310000198502280022")
    told = kept.particulars
    assert (told.name, told.sex, told.ethnicity, told.politics) == ("曾·小红", "2", "01", "01")
    assert (told.phone, told.other_phone) == ("13912345678", "025-84397406")
    assert told.note == "备；标签：会飞；车牌：苏A00000"
    assert (told.employer, str(told.born)) == ("某厂", "1985-02-28")
    assert kept.living_text == "幸福里小区3幢2单元501室"
    assert kept.hukou.address == "幸福里小区3幢2单元501室"
    assert kept.standing is Standing.SETTLED
    assert [station.reference.tag(tag.code).name for tag in tags] == ["低保", "残疾人"]
    assert kept.relation == "02"
    assert station.households.household(kept.household_id).particulars.number == "7"


def test_person_brought_in_is_found(station, bring):
    bring([someone(name="曾小红")])
    for typed in ("zengxh", "1100001990", "3-2-501"):
        assert [hit.key for hit in station.search.find(typed)], typed


@pytest.mark.parametrize("phase", ["understanding", "comparing", "writing", "indexing"])
def test_stopped_import_leaves_nothing_behind(station, content, bring, phase):
    empty = content()
    with pytest.raises(CancelledError):
        bring(rosters.people(households=10), progress=StopAt(phase))
    assert content() == empty
    assert station.imports.batches() == ()


def test_forecast_tells_what_the_import_then_does(station, tmp_path):
    titles = ["姓名", "身份证号", "性别", "电话", "工作单位"]
    first = [titles, ["张三", "110000199001010013", "男", "13900000001", ""]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": first}})
    station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    second = [*first, ["李四", "310000198502280022", "女", "", ""]]
    second[1] = ["张三", "110000199001010013", "男", "13900000002", "某厂"]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": second}})
    forecast = station.imports.dry_run(station.imports.read(path, Silence()), Silence())
    assert (forecast.counts.new, forecast.same) == (1, 0)
    assert forecast.by_class[FieldClass.CONTACT].conflicts == 1
    assert forecast.by_class[FieldClass.PARTICULARS].gaps == 1
    assert forecast.by_class[FieldClass.TAGS].gaps == 0


def test_slow_watch_does_not_keep_the_newborn_out(station, clock, bring):
    clock.moment = clock.moment.replace(year=1980)
    result = bring([someone()]).value
    assert (result.added, result.counts.refused) == (1, {})
    assert result.counts.warned == {"id_future": 1, "birth_in_future": 1}


def test_same_household_number_elsewhere_is_another_household(station, bring):
    bring([someone()])
    other = someone(
        name="李四",
        number="310000198502280022",
        sex="女",
        born="",
        parts=("和平新村", "1", "1", "101"),
    )
    assert bring([other]).value.households_in_store == 2


def test_correction_of_columns_is_remembered_for_the_layout(station, tmp_path):
    titles = ["姓名", "身份证号", "性别", "工号"]
    rows = [titles, ["张三", "110000199001010013", "男", "某厂"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    file = station.imports.read(path, Silence())
    assert file.matches[0].columns[3].field == ""
    station.imports.bring_in(file.corrected(0, {3: "employer"}), Silence())
    again = station.imports.read(path, Silence())
    assert again.matches[0].columns[3].field == "employer"
    assert again.matches[0].columns[3].by == "memory"


def test_rows_set_aside_come_back_when_they_are_corrected(station, tmp_path, bring):
    rows = rosters.people(households=40, seed=11)
    bad = [one for one in rows if one.label.startswith("id_")]
    done = bring(rows)
    aside = tmp_path / "aside.xlsx"
    assert done.value.set_aside(aside, lambda found: f"=原因 {found.code}") == len(bad) + 1
    again = station.imports.bring_in(station.imports.read(aside, Silence()), Silence()).value
    assert again.added == 0
    assert sum(again.counts.refused.values()) == len(bad)
    correct(aside)
    fixed = station.imports.bring_in(station.imports.read(aside, Silence()), Silence()).value
    assert (fixed.added, fixed.counts.refused) == (len(bad), {})
    assert fixed.households_in_store <= rosters.expected(rows)[3]


def correct(path):
    """Type good numbers into the file of rows set aside, but for the repeated one."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    titles = [cell.value for cell in sheet[4]]
    assert titles[-1] == "退回原因"
    for line in range(5, sheet.max_row + 1):
        cells = [cell for cell in sheet[line] if cell.value is not None]
        assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
        if "duplicate" not in cells[-1].value:
            first = f"11000019900101{line:03d}"
            sheet.cell(line, titles.index("公民身份号码") + 1).value = first + check_character(
                first
            )
    book.save(path)


def test_file_without_a_roster_is_refused(station, tmp_path):
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [["社区", "户数"], ["某社区", 3]]}})
    with pytest.raises(RefusedError) as refused:
        station.imports.read(path, Silence())
    assert refused.value.reason == "no-roster"


def test_a_table_left_out_by_hand_stays_out(station, tmp_path):
    rows = [["姓名", "身份证号"], ["张三", "110000199001010013"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"甲": {"rows": rows}, "乙": {"rows": rows}})
    file = station.imports.read(path, Silence()).without(1)
    assert [(left.sheet, left.reason) for left in file.left_out][-1] == ("乙", "by-hand")
    assert station.imports.bring_in(file, Silence()).value.counts.refused == {}
