"""The cards of somebody's file: what each says of what is kept, and of what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.domain.residents.tags import Tag
from tests.factories import TODAY, a_draft, a_resident
from tests.ui.residents.rooms import LONG_NAME
from ui.kit.words import Pill
from ui.residents.actions import PersonActions
from ui.residents.address_cards import AddressCards
from ui.residents.household_card import HouseholdCard
from ui.residents.tasks import Tasks
from ui.residents.verification_card import VerificationCard
from ui.residents.words import Words


@pytest.fixture
def words(station, context):
    return Words(station, context.jobs)


@pytest.fixture
def acts(qtbot, station, context, words):
    window = QWidget()
    qtbot.addWidget(window)
    yield PersonActions(station, context, Tasks(station, context, words), window)
    window.close()  # held until here: it would take the acts along


@pytest.fixture
def file_of(station):
    """Return the file of somebody, as it is read when it is shown."""
    return lambda person: station.lists.file(person.id)


@pytest.fixture
def addresses(acts, words):
    return AddressCards(acts, words)


def facts(qtbot, card):
    qtbot.addWidget(card)
    return {title: value.text() for title, value in card.facts.items()}


def texts(card):
    return [each.text() for each in card.findChildren(QLabel) if each.text()]


def names(card):
    return [each.accessibleName() or each.toolTip() for each in card.buttons]


def test_an_address_tells_since_when_and_on_what_ground(qtbot, station, three, addresses, file_of):
    person = three[0]
    living = Living(since=date(2020, 5, 1), basis="rent", proof="租赁合同")
    station.residents.correct_living(person.id, living, version=person.version)
    told = facts(qtbot, addresses.living(file_of(person)))
    assert told["Address"] == "幸福里3幢1单元201室"
    assert (told["Since"], told["Proof"]) == ("2020-05-01", "租赁合同")
    assert told["Basis"]
    assert "Left on" not in told


def test_no_address_says_so_and_offers_nothing_to_correct(
    qtbot, station, three, addresses, file_of
):
    card = addresses.living(file_of(three[2]))
    assert facts(qtbot, card) == {}
    assert "No present address is known." in texts(card)
    assert len(card.buttons) == 1


@pytest.mark.parametrize(
    ("is_local", "where"),
    [(True, "In this community"), (False, "Elsewhere"), (None, "Not known")],
)
def test_where_somebody_is_registered_is_told_even_when_nobody_knows(
    qtbot, station, addresses, file_of, is_local, where
):
    person = a_resident(station, number="", hukou=Hukou(is_local=is_local))
    assert facts(qtbot, addresses.registration(file_of(person)))["Where"] == where


def test_a_registration_elsewhere_is_told_whole(qtbot, station, addresses, file_of):
    hukou = Hukou(is_local=False, address="江苏省南京市" * 8, number="6501", since=TODAY)
    person = a_resident(station, number="", hukou=hukou)
    told = facts(qtbot, addresses.registration(file_of(person)))
    assert told["Address"] == hukou.address
    assert (told["Booklet"], told["Since"]) == ("6501", TODAY.isoformat())


@pytest.fixture
def verification(acts, words, clock):
    return VerificationCard(acts, words, clock)


def test_facts_nobody_has_looked_at_say_so(qtbot, three, verification, file_of):
    card = verification.of(file_of(three[0]), 365)
    assert facts(qtbot, card) == {}
    assert "Nobody has verified these facts yet." in texts(card)
    assert card.findChildren(Pill) == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days ago"),
        (30, "30 days ago"),
        (31, "31 days ago, too old"),
        (5_000, "5000 days ago, too old"),
    ],
)
def test_a_verification_is_fresh_up_to_the_last_day(
    qtbot, station, three, verification, file_of, days, said
):
    person = three[0]
    fact = Verification(on=TODAY - timedelta(days=days), how="visit", by="王芳", note="电话")
    station.residents.verify(person.id, fact, version=person.version)
    card = verification.of(file_of(person), 30)
    told = facts(qtbot, card)
    assert [each.text() for each in card.findChildren(Pill)] == [said]
    assert (told["By"], told["Remarks"]) == ("王芳", "电话")


def test_nobody_in_the_bin_is_verified(qtbot, station, three, verification, acts, file_of):
    station.residents.put_into_bin(three[0].id, version=three[0].version)
    acts.person.file = file_of(three[0])
    card = verification.of(acts.person.file, 365)
    qtbot.addWidget(card)
    (button,) = [each for each in card.findChildren(QPushButton) if "verification" in each.text()]
    assert not button.isEnabled()
    assert button.toolTip() == "In the bin. Put the record back first."


@pytest.fixture
def household(acts, words):
    return HouseholdCard(acts, words)


@pytest.fixture
def together(station, three):
    """A household of two: the first heads it, the second has a very long name."""
    first = three[0]
    draft = HouseholdDraft(number="0012", dwelling_id=first.living.dwelling_id)
    key = station.households.found(first.id, draft, version=first.version).value
    second = a_resident(station, LONG_NAME, number="")
    station.households.join(second.id, key, "10", version=second.version)
    return first, second


def links(card):
    return {each.text(): each for each in card.findChildren(QPushButton) if each.text()}


def test_who_belongs_to_no_household_may_found_one(qtbot, three, household, file_of):
    card = household.of(file_of(three[0]))
    qtbot.addWidget(card)
    assert "Belongs to no household." in texts(card)
    assert len(card.buttons) == 1
    assert links(card) == {}


def test_a_household_is_headed_by_its_number(qtbot, together, household, file_of):
    card = household.of(file_of(together[0]))
    qtbot.addWidget(card)
    assert card.title.text() == "Household 0012"


def test_every_member_but_the_one_shown_leads_to_a_file(qtbot, together, household, acts, file_of):
    card = household.of(file_of(together[0]))
    qtbot.addWidget(card)
    assert list(links(card)) == [LONG_NAME]
    with qtbot.waitSignal(acts.person_asked) as asked:
        links(card)[LONG_NAME].click()
    assert asked.args == [together[1].id]


def test_a_household_without_a_number_is_just_one(qtbot, station, three, household, file_of):
    person = three[0]
    draft = HouseholdDraft(dwelling_id=person.living.dwelling_id)
    station.households.found(person.id, draft, version=person.version)
    card = household.of(file_of(person))
    qtbot.addWidget(card)
    assert card.title.text() == "Household"


def test_what_is_not_known_of_a_member_is_left_out(qtbot, station, together, household, file_of):
    second = station.residents.resident(together[1].id)
    station.residents.correct(
        second.id, replace(second.particulars, sex="", born=None), version=second.version
    )
    card = household.of(file_of(together[0]))
    qtbot.addWidget(card)
    notes = [each for each in texts(card) if " · " in each]
    assert any("男 · 36 years" in each for each in notes)
    assert not any(each.startswith(" · ") or each.endswith(" · ") for each in texts(card))


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (None, None, ""),
        (date(2020, 1, 1), None, "2020-01-01 –"),
        (None, date(2021, 1, 1), "? – 2021-01-01"),
        (date(2020, 1, 1), date(2021, 1, 1), "2020-01-01 – 2021-01-01"),
    ],
)
def test_a_period_leaves_its_open_ends_open(words, since, until, told):
    assert words.period(since, until) == told


@pytest.mark.parametrize(("value", "told"), [(True, "yes"), (False, "no"), (None, "not known")])
def test_a_truth_may_be_unknown(words, value, told):
    assert words.yes_no(value) == told


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (a_draft(sex="1", born=date(1990, 1, 1)), "男 · 36 years · 1990-01-01"),
        (a_draft(sex="2"), "女"),
        (a_draft(sex="9", born=TODAY), "0 years · 2026-03-01"),
        (a_draft(), ""),
    ],
)
def test_a_summary_tells_what_is_known(words, draft, told):
    assert words.summary(draft, today=TODAY) == told


def test_tags_stand_in_one_line(words):
    assert words.tags((Tag(code="party_member"), Tag(code="volunteer"))).count("、") == 1
    assert words.tags(()) == ""


def test_levels_belong_to_tags_that_have_them(words):
    assert words.levels_of("nobody-knows") == ()
