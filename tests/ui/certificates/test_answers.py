"""May we issue this? Every paper of the list, by every wording, leads to whose it is."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.shipped import RESOURCES
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock
from tests.factories import TODAY
from tests.ui.certificates.conftest import text_of
from ui.certificates.answers import Answers, AnswersPane
from ui.certificates.ask_view import look_up
from ui.kit.buttons import Button
from ui.kit.words import Pill, Words


def listed(name, key):
    return json.loads((RESOURCES / "rules" / name).read_text(encoding="utf-8"))[key]


ITEMS = listed("negative_list.json", "items")
OURS = listed("legitimate.json", "certificates")
WORDINGS = [(alias, item["id"]) for item in ITEMS for alias in item["aliases"]]


@pytest.fixture(scope="module")
def reading(tmp_path_factory, key, empty_store):
    """One station for all who only look things up."""
    home = StationHome(tmp_path_factory.mktemp("reading"))
    home.make()
    shutil.copyfile(empty_store, home.database)
    clock = StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))
    store = Store(
        open_engine(home.database, key),
        clock=clock,
        actor=Actor(name="测试员", device="desk"),
        authority=Everything(),
    )
    opened = Station(home, store, clock)
    yield opened
    opened.close()


@pytest.fixture
def pane(qtbot):
    made = AnswersPane()
    qtbot.addWidget(made)
    made.resize(480, 640)
    made.show()
    return made


def words_of(pane):
    return " ".join(each.text() for each in pane._holder.findChildren(Words))


def pills_of(pane):
    return [each.text() for each in pane._holder.findChildren(Pill)]


def show(pane, station, asked):
    pane.show_answers(look_up(station, asked, today=TODAY))
    return pane


def test_the_list_has_twenty_papers():
    assert len(ITEMS) == 20


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_the_title_of_each_paper_leads_to_it_first(reading, item):
    found = look_up(reading, item["title"], today=TODAY)
    assert found.refused[0].id == item["id"]


@pytest.mark.parametrize(("wording", "meant"), WORDINGS)
def test_each_other_wording_leads_to_the_paper_it_means(reading, wording, meant):
    found = look_up(reading, wording, today=TODAY)
    assert meant in {item.id for item in found.refused[:3]}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_politeness_around_a_wording_does_not_hide_it(reading, item):
    found = look_up(reading, f"  请帮我开一个{item['title']} ", today=TODAY)
    assert item["id"] in {each.id for each in found.refused}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_each_card_names_office_paper_and_basis(pane, reading, item):
    show(pane, reading, item["title"])
    told = words_of(pane)
    for office in item["offices"]:
        assert office["name"] in told
        assert office.get("brings", "") in told
    assert item["basis"].split("；", maxsplit=1)[0] in told
    assert "Not ours to issue" in pills_of(pane)


@pytest.mark.parametrize("paper", OURS, ids=lambda paper: paper["id"])
def test_each_paper_of_ours_says_that_it_is(pane, reading, paper):
    show(pane, reading, paper["title"])
    assert paper["title"] in words_of(pane)
    assert ("We issue this" if paper["is_available"] else "Ours to issue") in pills_of(pane)


@pytest.mark.parametrize(
    ("alias", "meant"), [(alias, paper["id"]) for paper in OURS for alias in paper["aliases"]]
)
def test_each_other_wording_of_our_papers_leads_to_it(reading, alias, meant):
    assert meant in {paper.id for paper in look_up(reading, alias, today=TODAY).issued}


@pytest.mark.parametrize("paper", OURS, ids=lambda paper: paper["id"])
def test_a_paper_of_ours_says_what_to_make_sure_of(pane, reading, paper):
    show(pane, reading, paper["title"])
    told = words_of(pane)
    assert f"To be made sure of first: {paper['verification']}" in told
    assert paper["basis"] in told


def test_a_note_of_the_list_is_told(pane, reading):
    show(pane, reading, "养犬证")
    assert "以当地规定为准" in words_of(pane)


@pytest.mark.parametrize("asked", ["", "   ", "\u3000"])
def test_nothing_asked_shows_the_whole_list_under_its_count(pane, reading, asked):
    show(pane, reading, asked)
    assert "20 papers that are not ours to issue" in words_of(pane)
    assert len(pane.first_buttons) == 20


@pytest.mark.parametrize("asked", ["外星人证明", "x", "证", "Zzzz", "％％"])
def test_what_is_in_neither_list_says_so_and_what_to_do(pane, reading, asked):
    show(pane, reading, asked)
    assert f"'{asked}' is in neither list" in words_of(pane)
    assert pane.first_buttons == []
    pane.take_first()
    pane.focus_first()


def test_what_is_asked_next_replaces_the_answers(pane, reading):
    show(pane, reading, "单身")
    show(pane, reading, "养犬证")
    assert "婚姻状况证明" not in words_of(pane)


def test_papers_of_ours_stand_above_the_others(pane, reading):
    refused = reading.refusals.matching("单身证明")
    issued = reading.refusals.legitimate("居住证明")
    pane.show_answers(Answers(asked="x", refused=refused, issued=issued))
    assert pane.first_buttons[0].text() == "Issue it"
    assert pane.first_buttons[1].text() == "Slip for the resident"


def test_a_slip_is_asked_for_by_its_card(qtbot, pane, reading):
    show(pane, reading, "单身证明")
    with qtbot.waitSignal(pane.slip_asked) as asked:
        pane.first_buttons[0].click()
    assert asked.args[0].id == "marriage"


def test_residence_is_begun_from_its_card(qtbot, pane, reading):
    show(pane, reading, "居住证明")
    with qtbot.waitSignal(pane.paper_asked):
        pane.take_first()


@pytest.mark.parametrize(("count", "told"), [(1, "1"), (12, "12"), (1_234, "1,234")])
def test_slips_of_this_year_are_counted_on_the_card(pane, reading, count, told):
    refused = reading.refusals.matching("单身证明")
    pane.show_answers(Answers(asked="x", refused=refused, counts={"marriage": count}))
    assert f"Slips this year: {told}" in words_of(pane)


def test_a_paper_nobody_was_refused_yet_tells_no_count(pane, reading):
    show(pane, reading, "单身证明")
    assert "Slips this year" not in words_of(pane)


def test_slips_of_last_year_do_not_count(named_station, clock):
    named_station.refusals.slip("marriage", asked="单身证明")
    clock.moment = clock.moment.replace(year=2027)
    found = look_up(named_station, "单身", today=clock.today())
    assert found.counts == {}


def test_a_local_list_holds_where_the_station_is(named_station):
    named_station.settings.change(code="420102001001")
    found = look_up(named_station, "", today=TODAY).refused
    assert "school_transfer" in {item.id for item in found}
    assert "alive" not in {item.id for item in found}


def test_each_button_can_be_reached_by_enter(pane, reading):
    show(pane, reading, "")
    assert all(button.autoDefault() for button in pane._holder.findChildren(Button))


# ---- the slip


@pytest.fixture
def slip(qtbot, page, keyboard):
    """The slip for whoever asks for a paper that says he is not married."""
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.panel.handout() is not None)
    return page.asking.slip


def counts(station):
    return dict(station.refusals.counts(since=TODAY, until=TODAY))


def test_the_slip_says_what_was_asked_for_and_where_to_go(slip):
    told = slip.banner.text.text()
    assert told.startswith("Asked for: 单身证明.")
    assert "婚姻登记机关" in told
    assert "人民法院" in told


def test_the_slip_carries_the_words_asked_and_the_title_of_the_list(page, slip):
    assert "单身证明（婚姻状况证明）" in text_of(page.asking.panel.handout().pdf)


def test_the_slip_names_the_station_and_its_clerk(page, slip):
    told = text_of(page.asking.panel.handout().pdf)
    assert "石头城社区居民委员会" in told
    assert "王芳" in told


def test_looking_at_a_slip_counts_nothing(slip, named_station):
    assert counts(named_station) == {}
    assert "counted when it is printed" in slip.applicant.note.text()


def test_printing_a_slip_counts_it(qtbot, slip, named_station, desk):
    slip.save.click()
    qtbot.waitUntil(lambda: counts(named_station) == {"marriage": 1})
    assert desk.printed[0][0] == "不予出具证明告知单 婚姻状况证明"
    assert desk.printed[0][2] == "refusal-slip"
    qtbot.waitUntil(desk.paper.exists)


def test_saving_a_slip_counts_it(qtbot, slip, named_station, desk):
    slip.pdf.click()
    qtbot.waitUntil(lambda: counts(named_station) == {"marriage": 1})
    assert desk.asked_to_save == ["不予出具证明告知单 婚姻状况证明.pdf"]


def test_printing_and_saving_one_slip_counts_it_once(qtbot, slip, named_station, desk):
    slip.save.click()
    slip.pdf.click()
    qtbot.waitUntil(lambda: counts(named_station) == {"marriage": 1})
    qtbot.waitUntil((desk.folder / desk.asked_to_save[0]).exists)
    qtbot.waitUntil(desk.paper.exists)
    assert counts(named_station) == {"marriage": 1}


def test_a_slip_for_somebody_else_is_counted_anew(qtbot, page, slip, named_station):
    slip.pdf.click()
    qtbot.waitUntil(lambda: counts(named_station) == {"marriage": 1})
    slip.applicant.line.setText("李四")
    slip.pdf.click()
    qtbot.waitUntil(lambda: counts(named_station) == {"marriage": 2})


def test_who_is_quicker_than_the_preview_gets_the_name_on_the_slip(qtbot, slip, desk):
    slip.applicant.line.setText("张三")
    slip.save.click()
    qtbot.waitUntil(lambda: bool(desk.printed))
    assert "张三" in text_of(desk.printed[0][1])
    qtbot.waitUntil(desk.paper.exists)


def test_a_saved_slip_has_the_name_typed_last(qtbot, slip, desk):
    slip.applicant.line.setText("张三")
    slip.pdf.click()
    qtbot.waitUntil(lambda: bool(desk.asked_to_save))
    path = desk.folder / desk.asked_to_save[0]
    qtbot.waitUntil(path.exists)
    assert "张三" in text_of(path.read_bytes())


def test_a_name_that_cannot_be_printed_prints_and_counts_nothing(qtbot, slip, desk, named_station):
    slip.applicant.line.setText("张\U000f0000")
    slip.save.click()
    qtbot.waitUntil(lambda: "U+F0000" in slip.applicant.problem())
    assert desk.printed == []
    assert counts(named_station) == {}


def test_a_slip_needs_no_name(qtbot, slip, desk):
    slip.save.click()
    qtbot.waitUntil(lambda: bool(desk.printed))
    qtbot.waitUntil(desk.paper.exists)


def test_leaving_the_slip_shows_no_paper_any_more(page, slip):
    slip.left.emit()
    assert page.asking.panel.handout() is None
    assert page.asking.steps.currentWidget() is page.asking.answers


def test_asking_for_something_else_leaves_the_slip(qtbot, page, slip):
    page.asked.setText("养犬证")
    page.asked.textEdited.emit("养犬证")
    qtbot.waitUntil(lambda: page.asking.answers.answers.asked == "养犬证")
    assert page.asking.panel.handout() is None


def test_a_slip_begun_stays_while_another_view_is_looked_at(qtbot, page, slip):
    slip.applicant.line.setText("张三")
    page.show_view("register")
    page.show_view("ask")
    assert page.asking.steps.currentWidget() is slip
    assert slip.applicant.value() == "张三"


def test_any_wording_is_answered_in_two_keys_after_it(qtbot, page, keyboard, desk):
    page.asked.setFocus()
    keyboard.type("单身证明")
    keyboard.count = 0
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.asking.panel.handout() is not None)
    keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.printed))
    assert keyboard.count == 2
    qtbot.waitUntil(desk.paper.exists)


def test_escape_in_the_field_goes_back_to_issuing(qtbot, page, keyboard):
    page.asked.setFocus()
    keyboard.type("单身")
    qtbot.waitUntil(lambda: page.views.segments.value() == "ask")
    keyboard.press(Qt.Key.Key_Escape)
    assert page.views.segments.value() == "issue"
    assert page.asked.text() == ""
