"""An import taken back: without a trace, or not at all where work rests on it."""

from __future__ import annotations

import pytest

from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Verification
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.imports.plan import Policy
from tests.factories import a_resident
from tests.services.imports.bringing_in.people import given_a_file, moved, person_of, someone


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
