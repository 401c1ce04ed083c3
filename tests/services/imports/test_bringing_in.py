"""A roster brought in, brought in again, corrected, stopped, taken back."""

from __future__ import annotations

import json
from dataclasses import replace

import openpyxl
import pytest

from station_app.domain.errors import CancelledError, NotFoundError, RefusedError
from station_app.domain.identity.id_card import check_character
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Verification
from station_app.domain.residents.standing import Standing
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.imports.plan import Policy
from station_app.services.imports.vocabulary import FieldClass
from station_app.services.progress import Silence
from station_app.services.residents.households import Move
from station_app.store.content import content_hash
from tests.factories import a_resident
from tests.services.imports import rosters
from tests.services.imports.test_rosters import DATA

TAKE_ALL = dict.fromkeys(FieldClass, Policy.TAKE)


class StopAt(Silence):
    """A progress that is stopped in one phase of the work."""

    def __init__(self, phase):
        self.phase = phase

    def step(self, _done, _total, phase=""):
        if phase == self.phase:
            raise CancelledError


@pytest.fixture
def content(station):
    def look():
        with station.store.reading() as tx:
            return content_hash(tx.session), tx.search.count()

    return look


@pytest.fixture
def bring(station, tmp_path):
    """Bring in a roster of *rows*; the layout is the station's unless told."""

    def act(rows, layout=rosters.station_layout, progress=None, **policies):
        path = rosters.xlsx(tmp_path / "r.xlsx", {"a": layout(rows)})
        file = station.imports.read(path, Silence())
        chosen = {FieldClass(name): policy for name, policy in policies.items()}
        return station.imports.bring_in(file, progress or Silence(), chosen)

    return act


def person_of(station, number):
    with station.store.reading() as tx:
        (key,) = tx.people.holders(number)
        return tx.people.resident(key), tx.tags.of(key)


def someone(**changes):
    values = {
        "household": "00001",
        "relation": "户主",
        "name": "张三",
        "sex": "男",
        "born": "1990-01-01",
        "number": "110000199001010013",
        "phone": "",
        "parts": ("幸福里小区", "3", "2", "501"),
    }
    return rosters.Someone(**{**values, **changes})


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


@pytest.mark.parametrize(
    ("policy", "phone", "employer"),
    [
        (Policy.KEEP, "13900000001", ""),
        (Policy.FILL, "13900000001", "某厂"),
        (Policy.TAKE, "13900000002", "某厂"),
    ],
)
def test_known_people_change_as_their_class_of_fields_says(
    station, tmp_path, policy, phone, employer
):
    titles = ["姓名", "身份证号", "性别", "电话", "工作单位"]
    for number, work in (("13900000001", ""), ("13900000002", "某厂")):
        row = ["张三", "110000199001010013", "男", number, work]
        path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [titles, row]}})
        file = station.imports.read(path, Silence())
        station.imports.bring_in(file, Silence(), dict.fromkeys(FieldClass, policy))
    told = person_of(station, "110000199001010013")[0].particulars
    assert (told.phone, told.employer) == (phone, employer)


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


def test_undoing_an_update_restores_what_was_before(station, content, bring):
    bring([someone(phone="13900000001")])
    before = content()
    done = bring(
        [someone(phone="13900000002", parts=("幸福里小区", "4", "1", "302"))],
        address=Policy.TAKE,
        contact=Policy.TAKE,
    )
    changed, _ = person_of(station, "110000199001010013")
    assert changed.living_text == "幸福里小区4幢1单元302室"
    assert changed.particulars.phone == "13900000002"
    household = station.households.household(changed.household_id)
    assert household.address == "幸福里小区4幢1单元302室"
    done.revert()
    assert content() == before
    assert [hit.key for hit in station.search.find("13900000001")] == [changed.id]


def test_undo_is_refused_when_work_was_built_on_it(station, content, bring):
    done = bring([someone(), someone(name="李四", number="310000198502280022", sex="女", born="")])
    kept, _ = person_of(station, "110000199001010013")
    station.residents.put_into_bin(kept.id, version=kept.version)
    after = content()
    with pytest.raises(RefusedError) as refused:
        done.revert()
    assert refused.value.reason == "import.built-upon"
    assert refused.value.facts["changed"] == 1
    assert content() == after


def certified(station, kept):
    station.settings.change(name="石头城社区居民委员会")
    fact = Verification(on=station.clock.today(), how="visit", by="赵网格")
    station.residents.verify(kept.id, fact, version=kept.version)
    station.certificates.issue(ResidenceRequest(resident_id=kept.id, purpose="入学"))


def given_a_file(station, kept):
    station.attachments.attach(kept.id, "a.pdf", b"%PDF-1.7 invented")


def moved(station, kept):
    station.households.move([kept.id], Move(left_to="上海市"))


def household_corrected(station, kept):
    seen = station.households.household(kept.household_id)
    station.households.correct(seen.id, HouseholdDraft(number="8"), version=seen.version)


@pytest.mark.parametrize(
    ("work", "rests"),
    [
        (given_a_file, {"attachments": 1}),
        (household_corrected, {"households": 1}),
        (moved, {"periods": 1, "changed": 1}),
        (certified, {"certificates": 1, "changed": 1}),
    ],
)
def test_undo_names_the_work_that_rests_on_the_import(station, content, bring, work, rests):
    done = bring([someone()])
    work(station, person_of(station, "110000199001010013")[0])
    after = content()
    with pytest.raises(RefusedError) as refused:
        done.revert()
    assert refused.value.facts == {"reason": "import.built-upon", **rests}
    assert content() == after


def test_what_an_earlier_import_made_is_no_work_built_on_a_later_one(station, content, bring):
    bring([someone()])
    given_a_file(station, person_of(station, "110000199001010013")[0])
    before = content()
    bring([someone(phone="13900000002")]).revert()
    assert content() == before


def test_undo_leaves_a_building_that_was_given_to_a_grid(station, content, bring):
    done = bring([someone()])
    (building,) = station.places.buildings()
    grid = station.places.draw_grid(GridDraft(name="第一网格")).value
    station.places.assign({building.id: grid})
    done.revert()
    assert [each.grid_id for each in station.places.buildings()] == [grid]
    assert station.lists.counts(ResidentFilter()).total == 0


def test_places_others_live_at_stay_when_an_import_is_undone(station, bring):
    done = bring([someone()])
    a_resident(station, "李四", number="310000198502280022", address="幸福里小区3幢2单元502室")
    done.revert()
    assert [(each.estate, each.name) for each in station.places.buildings()] == [
        ("幸福里小区", "3")
    ]
    titles = [hit.title for hit in station.search.find("幸福里 3幢")]
    assert titles == ["李四", "幸福里小区3幢2单元502室"]


def test_unless_told_only_gaps_are_filled(station, bring):
    bring([someone(phone="13900000001", parts=("幸福里小区", "3", "2", "501"))])
    bring([someone(phone="13900000002", parts=("和平新村", "1", "1", "101"))])
    kept, _ = person_of(station, "110000199001010013")
    assert kept.particulars.phone == "13900000001"
    assert kept.living_text == "幸福里小区3幢2单元501室"


def test_a_roster_does_not_bring_back_who_has_moved_out(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    moved(station, kept)
    bring([someone(parts=("和平新村", "1", "1", "101"))], **TAKE_ALL)
    after, _ = person_of(station, "110000199001010013")
    assert (after.lives_here, after.living_text) == (False, "")


@pytest.mark.parametrize(("policy", "holds"), [(Policy.FILL, False), (Policy.TAKE, True)])
def test_an_ended_tag_holds_again_only_if_the_roster_is_right(station, tmp_path, policy, holds):
    rows = [["姓名", "身份证号", "标签"], ["张三", "110000199001010013", "低保"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    kept, tags = person_of(station, "110000199001010013")
    ended = [replace(tag, until=station.clock.today()) for tag in tags]
    station.residents.keep_tags(kept.id, ended, version=kept.version)
    file = station.imports.read(path, Silence())
    station.imports.bring_in(file, Silence(), {FieldClass.TAGS: policy})
    line = station.lists.lines([kept.seq])[kept.seq]
    assert bool(line.tags) is holds


def test_import_is_taken_back_only_once(station, bring):
    done = bring([someone()])
    done.revert()
    with pytest.raises(RefusedError) as refused:
        station.imports.undo(done.value.batch)
    assert refused.value.reason == "import.undone"
    with pytest.raises(NotFoundError):
        station.imports.undo("0" * 32)
    assert [batch.is_undone for batch in station.imports.batches()] == [True]


def test_newcomers_to_a_household_keep_it_when_its_import_is_undone(station, bring):
    first = bring([someone()])
    second = [
        someone(),
        someone(name="李四", number="310000198502280022", sex="女", born="", relation="配偶"),
    ]
    bring(second)
    first.revert()
    kept, _ = person_of(station, "310000198502280022")
    assert station.households.household(kept.household_id).particulars.number == "00001"
    assert kept.living_text == "幸福里小区3幢2单元501室"


def test_person_without_a_number_is_recognised_by_likeness(station, content, bring):
    bring([someone(number="")])
    once = content()
    bring([someone(number="")], **TAKE_ALL)
    assert content() == once
    result = bring([someone()]).value
    assert (result.added, result.changed) == (0, 1)
    assert person_of(station, "110000199001010013")[0].particulars.name == "张三"


def test_somebody_in_the_bin_does_not_come_back_to_life(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    station.residents.put_into_bin(kept.id, version=kept.version)
    result = bring([someone()]).value
    assert (result.added, result.counts.refused) == (0, {"in_bin": 1})


def test_one_of_two_namesakes_without_a_number_is_set_aside_not_guessed(bring):
    bring([someone()])
    bring([someone(number="320000199001010098"[:17] + check_character("32000019900101009"))])
    result = bring([someone(number="")]).value
    assert (result.added, result.counts.refused) == (0, {"several_in_store": 1})


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


def test_audit_tells_of_import_and_undo_but_names_nobody(station, bring):
    bring([someone()]).revert()
    with station.store.reading() as tx:
        facts = (
            tx.session.connection()
            .exec_driver_sql(
                "SELECT act, facts FROM audit_entry WHERE act LIKE '%:import:%' ORDER BY seq"
            )
            .all()
        )
    assert [act for act, _ in facts] == ["residents:import:brought-in", "residents:import:undone"]
    assert "张三" not in str(facts)
    assert "110000" not in str(facts)
    assert station.audit.verify().is_whole


def test_file_without_a_roster_is_refused(station, tmp_path):
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": [["社区", "户数"], ["某社区", 3]]}})
    with pytest.raises(RefusedError) as refused:
        station.imports.read(path, Silence())
    assert refused.value.reason == "no-roster"


def test_dead_and_moved_people_stay_so(station, bring):
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    with station.store.transaction() as tx:
        tx.people.change(
            kept.id, {"died_on": kept.particulars.born, "standing": "dead"}, version=kept.version
        )
    bring([someone(parts=("和平新村", "1", "1", "101"))], **TAKE_ALL)
    after, _ = person_of(station, "110000199001010013")
    assert after.standing is Standing.DEAD
    assert after.living_text == "幸福里小区3幢2单元501室"
    assert station.lists.counts(ResidentFilter()).total == 1


def test_two_rows_that_prove_to_be_one_known_person_are_not_both_taken(station, bring):
    bring([someone(number="")])
    old = someone(number="")
    result = bring([old, someone()]).value
    assert (result.added, result.counts.refused) == (0, {"duplicate_in_file": 1})


@pytest.mark.parametrize(("policy", "number"), [(Policy.FILL, "00001"), (Policy.TAKE, "00002")])
def test_somebody_changes_his_household_only_if_the_roster_is_right(
    bring, station, policy, number
):
    wife = {"name": "李四", "number": "310000198502280022", "sex": "女", "born": ""}
    head = {"name": "王五", "number": "110000196001010015"[:17], "born": "1960-01-01"}
    head["number"] += check_character(head["number"])
    parts = ("幸福里小区", "3", "2", "502")
    bring([someone(), someone(**wife, relation="配偶")])
    bring([someone(household="00002", parts=parts, **head)])
    moved = [
        someone(household="00002", parts=parts, **head),
        someone(household="00002", parts=parts, relation="母亲", **wife),
    ]
    bring(moved, household=policy)
    kept, _ = person_of(station, wife["number"])
    assert station.households.household(kept.household_id).particulars.number == number


def test_who_had_no_household_gets_the_one_the_roster_tells(station, bring):
    a_resident(station, "张三", address="幸福里小区3幢2单元501室")
    bring([someone()])
    kept, _ = person_of(station, "110000199001010013")
    assert station.households.household(kept.household_id).particulars.number == "00001"


def test_a_tag_a_known_person_lacks_is_added_and_taken_back(station, content, tmp_path):
    a_resident(station, "张三")
    before = content()
    rows = [["姓名", "身份证号", "标签"], ["张三", "110000199001010013", "低保"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows}})
    done = station.imports.bring_in(station.imports.read(path, Silence()), Silence())
    _, tags = person_of(station, "110000199001010013")
    assert len(tags) == 1
    done.revert()
    assert content() == before


def test_a_table_left_out_by_hand_stays_out(station, tmp_path):
    rows = [["姓名", "身份证号"], ["张三", "110000199001010013"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"甲": {"rows": rows}, "乙": {"rows": rows}})
    file = station.imports.read(path, Silence()).without(1)
    assert [(left.sheet, left.reason) for left in file.left_out][-1] == ("乙", "by-hand")
    assert station.imports.bring_in(file, Silence()).value.counts.refused == {}
