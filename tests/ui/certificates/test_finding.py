"""Who asks: name and number in any spelling, the card, and what stands in the way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificates import Obstacle
from station_app.domain.residents.people import Hukou, Verification
from station_app.domain.residents.standing import Standing
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_resident
from tests.ui.certificates.conftest import NUMBER, OTHER_NUMBER, verified
from ui.certificates.words import Words
from ui.kit.tokens import Tone

NO_MATCH = "Name and number do not belong to one person here. Compare the card again."
DOTTED = "迪丽·热巴"


@pytest.fixture
def view(page):
    return page.issuing


@pytest.fixture
def words(named_station):
    return Words(named_station)


def find(view, name, number):
    view.finder.name.set_value(name)
    view.finder.number.set_value(number)
    view.finder.find_button.click()


def is_at(view, step):
    return lambda: view.steps.currentWidget() is step


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("张三", NUMBER),
        (" 张三 ", NUMBER),
        ("张 三", NUMBER),
        ("张\u3000三", NUMBER),
        ("张三", f" {NUMBER} "),
        ("张三", "110000 19900101 0013"),
        ("张三", "１１００００１９９００１０１００１３"),
    ],
)
def test_blanks_and_wide_digits_do_not_hide_anybody(qtbot, view, person, name, number):
    find(view, name, number)
    qtbot.waitUntil(is_at(view, view.form))
    assert view.applicant.case.resident.id == person.id


@pytest.mark.parametrize("dot", ["·", "•", "・", ".", "．"])
def test_any_dot_in_a_name_is_the_dot_of_the_card(qtbot, view, named_station, dot):
    someone = verified(
        named_station,
        a_resident(named_station, DOTTED, number=OTHER_NUMBER, address="幸福里1幢101室"),
    )
    find(view, DOTTED.replace("·", dot), OTHER_NUMBER)
    qtbot.waitUntil(is_at(view, view.form))
    assert view.applicant.case.resident.id == someone.id


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("李四", NUMBER),
        ("张三", OTHER_NUMBER),
        ("张", NUMBER),
        ("三张", NUMBER),
        ("张三", NUMBER[:-1]),
        ("张三", "0"),
        ("李四", OTHER_NUMBER),
        ("张三%", NUMBER),
    ],
)
def test_whoever_does_not_match_gets_one_and_the_same_sentence(qtbot, view, person, name, number):
    find(view, name, number)
    qtbot.waitUntil(view.finder.banner.isVisible)
    assert view.finder.banner.text.text() == NO_MATCH
    assert view.applicant.case is None


def test_a_refusal_offers_the_residents_and_a_new_one(qtbot, view, person):
    find(view, "李四", NUMBER)
    qtbot.waitUntil(view.finder._ways.isVisible)
    assert view.finder.number.line.selectedText() == NUMBER


def test_typing_on_takes_the_refusal_away(qtbot, view, person, keyboard):
    find(view, "李四", NUMBER)
    qtbot.waitUntil(view.finder.banner.isVisible)
    keyboard.type("1")
    assert not view.finder.banner.isVisible()
    assert not view.finder._ways.isVisible()


@pytest.mark.parametrize(
    ("name", "number", "field"), [("", NUMBER, "name"), ("张三", "", "number")]
)
def test_a_field_left_empty_gets_the_cursor(view, person, name, number, field):
    find(view, name, number)
    assert getattr(view.finder, field).line.hasFocus()
    assert view.applicant.case is None


def test_looking_somebody_up_is_noted_found_or_not(qtbot, view, person, named_station):
    find(view, "李四", NUMBER)
    qtbot.waitUntil(view.finder.banner.isVisible)
    find(view, "张三", NUMBER)
    qtbot.waitUntil(is_at(view, view.form))
    with named_station.store.reading() as tx:
        assert tx.audit.count("resident:residence:looked-up") == 2


def test_somebody_in_the_bin_is_not_found(qtbot, view, person, named_station):
    named_station.residents.put_into_bin(person.id, version=person.version)
    find(view, "张三", NUMBER)
    qtbot.waitUntil(view.finder.banner.isVisible)


def test_the_next_person_begins_with_empty_fields(qtbot, page, view, person, keyboard):
    find(view, "张三", NUMBER)
    qtbot.waitUntil(is_at(view, view.form))
    keyboard.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert (view.finder.name.value(), view.finder.number.value()) == ("", "")
    assert view.finder.name.line.hasFocus()
    assert view.panel.handout() is None


def test_a_found_person_is_reached_in_two_returns(qtbot, view, person, keyboard):
    keyboard.type("张三")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type(NUMBER)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.form.purpose.line.hasFocus)
    assert keyboard.count == len("张三") + len(NUMBER) + 2


# ---- obstacles


def never_verified(station):
    return a_resident(station, "李四", number=OTHER_NUMBER, address="幸福里小区1幢101室")


def too_old(station):
    return verified(station, never_verified(station), days=366)


def no_address(station):
    return a_resident(station, "李四", number=OTHER_NUMBER)


def away(station):
    someone = never_verified(station)
    station.households.move([someone.id], Move(on=TODAY, left_to="上海市"))
    return someone


def moved_out(station):
    hukou = Hukou(is_local=False)
    someone = a_resident(
        station, "李四", number=OTHER_NUMBER, address="幸福里小区1幢101室", hukou=hukou
    )
    station.households.move([someone.id], Move(on=TODAY, left_to="上海市"))
    return someone


def dead(station):
    someone = never_verified(station)
    station.residents.note_death(someone.id, TODAY, version=someone.version)
    return station.residents.resident(someone.id)


CASES = [
    (never_verified, Obstacle.NEVER_VERIFIED, "Nobody has verified yet", ""),
    (too_old, Obstacle.FACTS_TOO_OLD, "more than 365 days ago", ""),
    (dead, Obstacle.DEAD, "has died", "Open the file"),
    (no_address, Obstacle.NO_ADDRESS, "No present address", "Enter the address"),
    (away, Obstacle.NOT_LIVING_HERE, "lives somewhere else", "Record that they live here"),
    (moved_out, Obstacle.MOVED_OUT, "moved out", "Record that they moved back"),
]


@pytest.mark.parametrize(("make", "obstacle", "sentence", "button"), CASES)
def test_each_obstacle_says_why_and_where_it_is_removed(
    qtbot, page, view, named_station, make, obstacle, sentence, button
):
    page.open_record("certificate-for", make(named_station).id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert view.applicant.case.obstacle is obstacle
    assert sentence in view.obstacle.banner.text.text()
    assert view.obstacle.remedy.isVisible() == bool(button)
    if button:
        assert view.obstacle.file.text() == button
        assert view.obstacle.file.hasFocus()


@pytest.mark.parametrize("days", [364, 365])
def test_facts_hold_up_to_their_last_day(qtbot, page, view, named_station, days):
    someone = verified(named_station, never_verified(named_station), days=days)
    page.open_record("certificate-for", someone.id)
    qtbot.waitUntil(is_at(view, view.form))


def test_a_shorter_freshness_closes_the_way(qtbot, page, view, person, named_station):
    named_station.settings.change(freshness_days=5)
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert "more than 5 days ago" in view.obstacle.banner.text.text()


def test_an_obstacle_shows_no_paper(qtbot, page, view, named_station):
    page.open_record("certificate-for", dead(named_station).id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert view.panel.handout() is None


def test_a_verification_of_tomorrow_is_refused_beside_its_day(qtbot, page, view, named_station):
    someone = never_verified(named_station)
    page.open_record("certificate-for", someone.id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    view.obstacle.how.set_value("visit")
    view.obstacle.on.set_value(TODAY + timedelta(days=1))
    view.obstacle.submitted.emit()
    qtbot.waitUntil(lambda: view.obstacle.note("on") != "")
    assert "still to come" in view.obstacle.note("on")
    assert named_station.residents.resident(someone.id).verified is None


@pytest.mark.parametrize(("field", "empty"), [("how", ""), ("by", ""), ("on", None)])
def test_what_a_verification_lacks_is_said_beside_it(
    qtbot, page, view, named_station, field, empty
):
    page.open_record("certificate-for", never_verified(named_station).id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    view.obstacle.how.set_value("visit")
    getattr(view.obstacle, field).set_value(empty)
    view.obstacle.submitted.emit()
    qtbot.waitUntil(lambda: view.obstacle.note(field) != "")
    assert view.obstacle.note(field).endswith("?")


@pytest.mark.parametrize("how", ["visit", "papers", "records", "neighbours", "phone"])
def test_each_way_of_verifying_opens_the_way(qtbot, page, view, named_station, how):
    someone = never_verified(named_station)
    page.open_record("certificate-for", someone.id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    view.obstacle.how.set_value(how)
    view.obstacle.remark.set_value("与房东通话")
    view.obstacle.submitted.emit()
    qtbot.waitUntil(is_at(view, view.form))
    kept = named_station.residents.resident(someone.id).verified
    assert kept == Verification(on=TODAY, how=how, by="王芳", note="与房东通话")


def test_somebody_else_is_one_button_away(qtbot, page, view, named_station):
    page.open_record("certificate-for", dead(named_station).id)
    qtbot.waitUntil(is_at(view, view.obstacle))
    view.obstacle.other.click()
    assert view.finder.name.line.hasFocus()


def test_who_dies_meanwhile_gets_no_certificate(qtbot, page, view, person, named_station):
    page.open_record("certificate-for", person.id)
    qtbot.waitUntil(is_at(view, view.form))
    named_station.residents.note_death(person.id, TODAY, version=person.version)
    view.form.purpose.set_value("办理入学手续")
    view.form.submitted.emit()
    view.form.confirmed.emit()
    qtbot.waitUntil(is_at(view, view.obstacle))
    assert view.applicant.case.obstacle is Obstacle.DEAD
    assert named_station.certificates.register() == ()


# ---- words


@pytest.mark.parametrize("standing", Standing)
def test_every_kind_of_population_has_its_word(words, standing):
    assert words.standing(standing)


@pytest.mark.parametrize(
    ("standing", "tone"), [(Standing.SETTLED, Tone.OK), (Standing.DEAD, Tone.NEUTRAL)]
)
def test_who_lives_here_is_shown_in_green(words, standing, tone):
    assert words.standing_tone(standing) is tone


@pytest.mark.parametrize(
    ("days", "told"), [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (400, "400 days ago")]
)
def test_how_long_ago_is_told_in_days(words, days, told):
    assert words.age(TODAY - timedelta(days=days), today=TODAY) == told


@pytest.mark.parametrize(
    ("characters", "told"),
    [
        (("\U000f0000",), "U+F0000"),
        (("㒸",), "㒸 (U+34B8)"),
        (("㒸", "㓀"), "㒸 (U+34B8)、㓀 (U+34C0)"),
    ],
)
def test_characters_without_a_font_are_named_by_their_code(words, characters, told):
    assert told in words.missing_glyphs(characters)
    assert "no number is used" in words.missing_glyphs(characters)


def test_an_empty_code_has_no_name(words):
    assert words.name_of("sex", "") == ""


def test_ways_of_verifying_are_found_by_pinyin(words):
    visit = next(choice for choice in words.verification_choices() if choice.code == "visit")
    assert "走访" in visit.also
    assert "ruhu" in visit.also.replace(" ", "")
