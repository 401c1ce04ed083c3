"""The third step: the trial, its counts, and what becomes of people who are known."""

from __future__ import annotations

import threading

import pytest

from station_app.services.imports.plan import DEFAULT_POLICIES, Policy
from station_app.services.imports.run import ClassForecast, Forecast, ImportCounts
from station_app.services.imports.vocabulary import FieldClass
from tests.ui.imports.conftest import HEAD, LI, PHONE, ROWS, WRONG, ZHANG, bring_in
from ui.imports.counts import CountCard
from ui.imports.words import CLASSES, POLICIES, worded
from ui.kit.reasons import HEADINGS, heading_of
from ui.kit.words import Pill, Words

OTHER_PHONE = "13900139000"


def a_forecast(**changes):
    """Return the forecast of a roster of a large community."""
    counts = ImportCounts(
        read=123_456,
        accepted=120_000,
        warned={"no_id": 1_234},
        refused={"id_check_digit": 3_000, "name_missing": 456},
        noted={},
        new=100_000,
        households=40_000,
    )
    by_class = {kind: ClassForecast(gaps=0, conflicts=0) for kind in FieldClass}
    by_class[FieldClass.CONTACT] = ClassForecast(gaps=1_500, conflicts=2_500)
    values = {"counts": counts, "same": 0, "by_class": by_class, "new_households": 39_999}
    return Forecast(**{**values, **changes})


def numbers(step):
    return {
        child.text(): card.number
        for card in step.numbers.findChildren(CountCard)
        for child in card.findChildren(Words)[1:] + card.findChildren(Pill)
    }


@pytest.fixture
def step(page):
    page.begin()
    page.task.policies = dict(DEFAULT_POLICIES)
    return page.forecast_step


@pytest.fixture
def resident(station):
    """Return a way to look somebody up by the number of his card."""

    def look(number=ZHANG[3]):
        with station.store.reading() as tx:
            (key,) = tx.people.holders(number)
            return tx.people.resident(key), {tag.code for tag in tx.tags.of(key)}

    return look


def test_until_the_trial_has_ended_one_cannot_go_on(wizard, roster):
    wizard.to_columns(roster)
    wizard.go_on()
    step = wizard.page.forecast_step
    assert step.missing() == "The trial is not finished."
    assert wizard.page.wizard.next.text() == "Bring in"
    assert not wizard.page.wizard.next.isEnabled()
    wizard.wait(lambda: wizard.task.forecast is not None)
    assert wizard.page.wizard.next.isEnabled()


def test_the_trial_says_that_it_is_one(wizard, roster):
    wizard.to_forecast(roster)
    assert "Nothing is written yet" in wizard.page.forecast_step.lead.text()


def test_the_trial_counts_what_would_happen(wizard, roster):
    wizard.to_forecast(roster)
    assert numbers(wizard.page.forecast_step) == {
        "rows read": 3,
        "new people": 2,
        "known already": 0,
        "new households": 1,
        "set aside": 1,
    }


def test_the_trial_writes_nothing(wizard, roster, station):
    wizard.to_forecast(roster)
    assert station.imports.batches() == ()
    assert station.search.find("张三") == []


def test_the_button_names_what_it_brings_in(wizard, roster):
    wizard.to_forecast(roster)
    assert wizard.page.wizard.next.text() == "Bring in 2 rows"


def test_a_roster_without_one_row_to_take_cannot_be_brought_in(wizard, a_book):
    wizard.to_forecast(a_book(居民=[HEAD, WRONG, WRONG]))
    assert wizard.page.forecast_step.missing() == "No row of this roster can be taken."
    assert not wizard.page.wizard.next.isEnabled()


def test_nobody_known_asks_nothing(wizard, roster):
    wizard.to_forecast(roster)
    assert not wizard.page.forecast_step.policies.isVisible()
    assert wizard.page.forecast_step.policies.choices == {}


def test_large_counts_are_told_readably(step):
    step._show(a_forecast())
    shown = {each.text() for each in step.findChildren(Words)}
    assert {"123,456", "100,000", "20,000", "39,999", "3,456"} <= shown
    assert "2,500 differ, 1,500 have gaps" in shown


def test_the_button_tells_large_counts_readably(step):
    step._task.forecast = a_forecast()
    assert step.next_text() == "Bring in 120,000 rows"


def test_reasons_stand_by_their_number_the_commonest_first(step):
    step._show(a_forecast())
    headings = [row.findChild(Words).text() for row in step.refused._rows]
    assert headings == [heading_of("id_check_digit"), heading_of("name_missing")]
    assert [row.findChild(Pill).text() for row in step.refused._rows] == ["3,000", "456"]


def test_no_reason_hides_the_list(step):
    counts = ImportCounts(read=1, accepted=1, warned={}, refused={}, noted={}, new=1, households=1)
    step._show(a_forecast(counts=counts))
    assert step.refused.isHidden()
    assert step.warned.isHidden()


@pytest.mark.parametrize("code", HEADINGS)
def test_each_reason_is_counted_under_words(qapp, code):
    assert heading_of(code) not in {"", code}


def test_only_classes_that_differ_are_asked_about(step):
    step._show(a_forecast())
    assert list(step.policies.choices) == [FieldClass.CONTACT]


def test_a_class_with_gaps_only_is_asked_about_too(step):
    by_class = {FieldClass.TAGS: ClassForecast(gaps=1, conflicts=0)}
    step._show(a_forecast(by_class=by_class))
    assert list(step.policies.choices) == [FieldClass.TAGS]


def test_gaps_alone_are_filled_unless_somebody_says_otherwise(wizard, known_roster):
    wizard.to_forecast(known_roster)
    chosen = {choice.value() for choice in wizard.page.forecast_step.policies.choices.values()}
    assert chosen == {"fill"}


def test_each_choice_is_named_for_who_hears_the_window(wizard, known_roster):
    wizard.to_forecast(known_roster)
    choices = wizard.page.forecast_step.policies.choices
    names = {choice.accessibleName() for choice in choices.values()}
    assert names == {str(CLASSES[kind]) for kind in choices}


def test_every_class_can_differ_at_once(wizard, known_roster):
    wizard.to_forecast(known_roster)
    kinds = set(wizard.page.forecast_step.policies.choices)
    assert {FieldClass.PARTICULARS, FieldClass.CONTACT, FieldClass.ADDRESS} <= kinds
    assert FieldClass.TAGS in kinds


@pytest.mark.parametrize("kind", FieldClass)
def test_each_class_has_its_words(qapp, kind):
    assert worded(CLASSES, kind) not in {"", str(kind)}


@pytest.mark.parametrize("policy", Policy)
def test_each_policy_has_its_words(qapp, policy):
    assert worded(POLICIES, policy) not in {"", str(policy)}


@pytest.mark.parametrize(
    ("policy", "phone"), [("keep", PHONE), ("fill", PHONE), ("take", OTHER_PHONE)]
)
def test_a_telephone_that_differs_is_what_was_chosen(
    wizard, known_roster, resident, policy, phone
):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("contact", policy)
    wizard.bring_in()
    assert resident()[0].particulars.phone == phone


@pytest.mark.parametrize(
    ("policy", "employer"), [("keep", ""), ("fill", "某厂"), ("take", "某厂")]
)
def test_a_gap_in_the_particulars_is_what_was_chosen(
    wizard, known_roster, resident, policy, employer
):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("particulars", policy)
    wizard.bring_in()
    assert resident()[0].particulars.employer == employer


@pytest.mark.parametrize(
    ("policy", "living_at"),
    [("keep", "幸福里小区"), ("fill", "幸福里小区"), ("take", "和平新村")],
)
def test_an_address_that_differs_is_what_was_chosen(
    wizard, known_roster, resident, policy, living_at
):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("address", policy)
    wizard.bring_in()
    assert resident()[0].living_text.startswith(living_at)


@pytest.mark.parametrize(("policy", "count"), [("keep", 0), ("fill", 1), ("take", 1)])
def test_a_tag_nobody_has_yet_is_what_was_chosen(wizard, known_roster, resident, policy, count):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("tags", policy)
    wizard.bring_in()
    assert len(resident()[1]) == count


@pytest.mark.parametrize(("policy", "changes"), [("keep", 0), ("fill", 0), ("take", 1)])
def test_a_place_in_the_household_that_differs_is_what_was_chosen(
    wizard, station, roster, a_book, resident, policy, changes
):
    bring_in(station, roster)
    former = resident(LI[3])[0].relation
    wizard.to_forecast(a_book("再次.xlsx", 居民=[HEAD, ZHANG, (*LI[:2], "母亲", *LI[3:])]))
    wizard.choose_policy("household", policy)
    assert wizard.bring_in().changed == changes
    assert (resident(LI[3])[0].relation != former) == bool(changes)


def test_one_class_is_chosen_without_the_others(wizard, known_roster, resident):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("contact", "take")
    assert wizard.task.policies[FieldClass.CONTACT] is Policy.TAKE
    assert wizard.task.policies[FieldClass.ADDRESS] is Policy.FILL
    wizard.bring_in()
    assert resident()[0].living_text.startswith("幸福里小区")


def test_choices_are_kept_while_one_looks_back(wizard, known_roster):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("contact", "take")
    wizard.go_back()
    wizard.go_on()
    assert wizard.page.forecast_step.policies.choices["contact"].value() == "take"


def test_another_file_begins_with_the_usual_choices(wizard, known_roster):
    wizard.to_forecast(known_roster)
    wizard.choose_policy("contact", "take")
    wizard.to_forecast(known_roster)
    assert wizard.page.forecast_step.policies.choices["contact"].value() == "fill"
    assert wizard.task.policies == DEFAULT_POLICIES


def test_the_same_roster_again_has_nothing_to_ask(wizard, a_book):
    path = a_book(居民=[HEAD, ZHANG, LI])
    wizard.to_result(path)
    wizard.go_on()
    wizard.to_forecast(path)
    assert numbers(wizard.page.forecast_step)["known already"] == 2
    assert not wizard.page.forecast_step.policies.isVisible()


@pytest.fixture
def stopped(wizard, jobs, roster):
    """A trial that was stopped before it had come to anything."""
    gate = threading.Event()
    wizard.to_columns(roster)
    jobs.start(lambda _: gate.wait(5), owner=wizard.page, done=lambda _: None)
    wizard.go_on()
    wizard.page.forecast_step.bar.stop.click()
    gate.set()
    wizard.wait(lambda: not wizard.page.forecast_step._turn.is_busy())
    return wizard.page.forecast_step


def test_a_trial_that_is_stopped_says_how_to_repeat_it(wizard, stopped):
    assert stopped.wrong.text.text().startswith("The trial was stopped. Go back and on again")
    assert not wizard.page.wizard.next.isEnabled()
    assert not stopped.numbers.isVisible()


def test_a_stopped_trial_is_repeated_by_going_back_and_on(wizard, stopped, station):
    wizard.go_back()
    wizard.try_out()
    assert stopped.wrong.isHidden()
    assert station.imports.batches() == ()


def test_a_trial_of_columns_set_right_meanwhile_does_not_count(qtbot, wizard, jobs, roster):
    wizard.to_columns(roster)
    wizard.go_on()
    wizard.go_back()
    wizard.choose_field(7, "keep_in_note")
    wizard.go_on()
    qtbot.waitUntil(lambda: not jobs._running)
    assert wizard.task.forecast is not None
    assert wizard.page.forecast_step.wrong.isHidden()
    assert not wizard.page.forecast_step.bar.isVisible()


def test_leaving_during_the_trial_leaves_nothing(qtbot, wizard, jobs, roster, station):
    wizard.to_columns(roster)
    wizard.go_on()
    wizard.page.wizard.leave.click()
    qtbot.waitUntil(lambda: not jobs._running)
    assert wizard.task.forecast is None
    assert not wizard.page.has_unsaved()
    assert station.imports.batches() == ()


def test_a_row_with_a_warning_is_taken_and_counted(wizard, a_book):
    row = ("00004", "孙七", "户主", "", "男", "", "和平新村2幢102室", "")
    wizard.to_forecast(a_book(居民=[HEAD, ZHANG, row]))
    step = wizard.page.forecast_step
    assert "no_id" in step.warned.counts
    assert wizard.task.forecast.counts.accepted == 2


def test_somebody_twice_in_one_file_is_taken_once(wizard, a_book):
    wizard.to_forecast(a_book(居民=[HEAD, *ROWS[:2], ZHANG]))
    assert wizard.page.forecast_step.refused.counts == {"duplicate_in_file": 1}


def test_a_number_with_a_colour_word_is_a_pill_and_zero_is_not(qtbot, wizard, roster):
    wizard.to_forecast(roster)
    cards = {card.number: card for card in wizard.page.forecast_step.findChildren(CountCard)}
    assert cards[2].findChildren(Pill)
    assert not cards[0].findChildren(Pill)
