from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from ui.residents.new_person import NEW_HOUSEHOLD


@pytest.fixture
def form(page):
    page.register()
    return page.side.task().task.form


def test_somebody_is_registered_with_home_and_household(station, page, form, save, qtbot):
    form.fields["name"].set_value("单雅琴")
    form.fields["number"].set_value("320000194001010028")
    form.fields["number"].finished.emit()
    assert form.fields["born"].value() == date(1940, 1, 1)
    assert form.fields["sex"].value() == "2"
    form.home.set_value("幸福里3-2-501")
    assert "幸福里3幢2单元501室" in form.home.note.text()
    form.fields["registered"].set_value("local")
    form.fields["household"].set_value(NEW_HOUSEHOLD)
    form.fields["household_number"].set_value("0012")
    save()
    qtbot.waitUntil(lambda: page.file.key() != "")
    file = station.lists.file(page.file.key())
    assert file.resident.living_text == "幸福里3幢2单元501室"
    assert file.household.particulars.number == "0012"
    assert page.table.model.rowCount() == 1


def test_the_likeliest_are_shown_while_typing(three, page, form, qtbot):
    form.fields["name"].line.setText("白富")
    qtbot.waitUntil(lambda: len(form.likenesses.shown) == 1)
    assert form.likenesses.isVisible()
    form.person_asked.emit(form.likenesses.shown[0].id)
    qtbot.waitUntil(lambda: page.file.key() == three[0].id)
    assert page.has_unsaved()


def test_the_same_number_leads_to_the_one_there_already(three, page, form, qtbot):
    form.fields["name"].set_value("白富贵")
    form.fields["number"].set_value("110000199001010013")
    page.side.task().submit()
    qtbot.waitUntil(page.side.task().refusals.same_number.isVisible)


def test_a_number_with_a_wrong_digit_is_refused(form):
    form.fields["name"].set_value("白富")
    form.fields["number"].set_value("110000199001010014")
    form.submitted.emit()
    assert form.note("number") == "The last character does not match. Check each digit."


def test_households_at_the_address_are_offered(station, three, page, form, save, qtbot):
    first = three[0]
    station.households.found(
        first.id,
        HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id),
        version=first.version,
    )
    form.fields["name"].set_value("白小富")
    form.home.line.setText("幸福里3-1-201")
    qtbot.waitUntil(lambda: form.fields["household"]._model.rowCount() == 2)
    household = station.residents.resident(first.id).household_id
    form.fields["household"].set_value(household)
    form.fields["household"].changed.emit()
    form.submitted.emit()
    assert form.note("relation") == "Choose the relation to the head of the household."
    form.fields["relation"].set_value("20")
    save()
    assert len(station.households.household(household).members) == 2


def test_a_new_member_begins_with_the_household(station, three, page, open_file, qtbot):
    first = three[0]
    station.households.found(
        first.id,
        HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id),
        version=first.version,
    )
    open_file(first)
    page.file.acts.of_household.add_new()
    form = page.side.task().task.form
    assert form.home.value() == "幸福里3幢1单元201室"
    assert form.fields["relation"].isVisible()


def test_a_place_without_estate_is_refused(form):
    form.fields["name"].set_value("白富")
    form.home.set_value("3幢501")
    form.submitted.emit()
    assert form.note("home").startswith("Begin with the estate")


def test_what_is_still_to_be_typed_is_no_problem_before_saving(page, form):
    form.fields["phone"].set_value("12345")
    form.fields["phone"].finished.emit()
    assert "12345" in form.note("phone")
    assert form.note("name") == ""
    form.submitted.emit()
    assert form.note("name") == "Type the name."


def test_somebody_is_registered_once_however_often_a_key_is_pressed(station, page, form, qtbot):
    form.fields["name"].set_value("单雅琴")
    task = page.side.task()
    with qtbot.waitSignal(task.ended):
        for _ in range(3):
            task.submit()
    qtbot.waitUntil(lambda: page.file.key() != "")
    assert station.lists.count(ResidentFilter()) == 1
