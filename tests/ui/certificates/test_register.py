from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificate_numbers import certificate_check, check_of
from station_app.domain.certificates import State
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.residents.households import Move
from tests.factories import TODAY
from tests.ui.certificates.conftest import text_of
from ui.certificates.certificate_acts import LOST, WRONG
from ui.certificates.register_columns import RegisterColumns, serial_of
from ui.certificates.words import Words


@pytest.fixture
def issued(named_station, person):
    """Three certificates, for the school, for the library, for the school again."""
    purposes = ("办理入学手续", "办理图书证", "办理入学手续")
    return [
        named_station.certificates.issue(
            ResidenceRequest(resident_id=person.id, purpose=purpose)
        ).value
        for purpose in purposes
    ]


@pytest.fixture
def register(qtbot, page, issued):
    page.show_view("register")
    qtbot.waitUntil(lambda: page.register.model.rowCount() == 3)
    return page.register


def select(qtbot, register, key):
    """Put the cursor on a certificate and wait until its line has come."""
    register.table.go_to(key)
    qtbot.waitUntil(lambda: register.panel.number.text() != "")
    qtbot.waitUntil(register.panel.acts.void.isVisible)


def shown(register):
    model = register.model
    return [model.line_at(row).number[-5:] for row in range(model.rowCount())]


def test_the_latest_stands_first(qtbot, register):
    qtbot.waitUntil(lambda: register.model.line_at(0) is not None)
    assert shown(register) == ["0003号", "0002号", "0001号"]


@pytest.mark.parametrize(
    ("text", "count"), [("图书", 1), ("张三 入学", 2), ("0001", 1), ("没有", 0)]
)
def test_text_narrows_the_register(qtbot, register, text, count):
    register.bar.text.setText(text)
    qtbot.waitUntil(lambda: register.model.rowCount() == count)
    assert register.count.text() == f"Certificates: {count}"


def test_the_check_digit_stands_beside_the_number_and_with_the_card(qtbot, register, issued):
    digit = check_of(issued[0].number)
    select(qtbot, register, issued[0].id)
    (column,) = [each for each in register.model.columns if each.key == "check"]
    line = register.model.line_at(2)
    assert (line.number, column.text(line)) == (issued[0].number, digit)
    assert register.panel.check.text() == f"check digit {digit}"


def test_a_number_with_its_check_digit_leads_to_its_paper(qtbot, register, issued):
    register.bar.text.setText(f"2026-0002-{check_of(issued[1].number)}")
    qtbot.waitUntil(lambda: register.model.rowCount() == 1)
    qtbot.waitUntil(lambda: register.model.line_at(0) is not None)
    assert shown(register) == ["0002号"]


def test_a_number_that_was_mistyped_is_said_to_be_so(qtbot, register, issued):
    # the digit of the second behind the number of the first
    assert check_of(issued[0].number) != check_of(issued[1].number)
    register.bar.text.setText(f"{issued[0].number} 校验 {check_of(issued[1].number)}")
    qtbot.waitUntil(lambda: register.model.rowCount() == 0)
    assert register.empty.title.text() == "This number was mistyped"
    register.bar.text.setText("没有")
    qtbot.waitUntil(lambda: register.empty.title.text() == "Nothing found")


def test_a_right_number_of_another_device_is_not_called_mistyped(qtbot, register):
    digit = certificate_check(word="石社证字", year=2026, serial=80_001)
    register.bar.text.setText(f"石社证字〔2026〕第80001号 校验 {digit}")
    qtbot.waitUntil(lambda: register.model.rowCount() == 0)
    assert register.empty.title.text() == "No such certificate here"


def test_state_narrows_the_register(qtbot, register, named_station, issued):
    named_station.certificates.void(issued[0].id, "打印错误", version=1)
    register.bar.states.set_value(State.VOID)
    register.bar.states.changed.emit(State.VOID)
    qtbot.waitUntil(lambda: register.model.rowCount() == 1)


def test_enter_opens_the_archived_paper(qtbot, register, issued, keyboard):
    register.bar.text.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.model.line_at(0) is not None)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    assert register.panel.panel.handout().pdf == issued[2].pdf


def test_reissue_takes_a_reason_and_a_new_number(qtbot, register, named_station, issued):
    select(qtbot, register, issued[0].id)
    register.panel.acts.reissue.click()
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.acts.reason.reason.problem() != "")
    register.panel.acts.reason.reason.set_value("遗失")
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)
    latest = named_station.certificates.register()[0]
    assert latest.replaces == issued[0].number
    qtbot.waitUntil(lambda: register.panel.number.text() == latest.number)


def test_void_keeps_its_number_and_is_not_handed_out(
    qtbot, page, register, named_station, issued, desk
):
    select(qtbot, register, issued[1].id)
    register.panel.acts.void.click()
    register.panel.acts.reason.reason.set_value("打印错误")
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.state.text() == "Void")
    assert not register.panel.acts.reissue.isEnabled()
    register.panel.open_paper()
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    register.panel.panel.print()
    assert desk.printed == []
    assert len(named_station.certificates.register()) == 3


def test_a_reason_left_with_esc_changes_nothing(qtbot, register, named_station, issued, keyboard):
    select(qtbot, register, issued[0].id)
    register.panel.acts.void.click()
    keyboard.press(Qt.Key.Key_Escape)
    assert register.panel.acts.reason.isHidden()
    assert all(line.state is State.ISSUED for line in named_station.certificates.register())


def test_a_certificate_is_opened_from_elsewhere_whatever_is_filtered(
    qtbot, page, register, issued
):
    register.bar.text.setText("没有")
    qtbot.waitUntil(lambda: register.model.rowCount() == 0)
    page.open_record("certificate", issued[0].id)
    qtbot.waitUntil(lambda: register.panel.number.text() == issued[0].number)


def test_what_is_issued_meanwhile_comes_in(qtbot, page, register, issued, person, context):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    context.operations.perform(lambda _: page._station.certificates.issue(request), owner=page)
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)


def test_an_empty_register_says_what_belongs_there(qtbot, page):
    page.show_view("register")
    qtbot.waitUntil(lambda: "yet" in page.register.empty.title.text())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("第0002号", 1),
        ("石社证字", 3),
        ("2026", 3),
        ("入学", 2),
        ("王芳", 3),
        ("张三", 3),
        ("李四", 0),
        ("  张三  ", 3),
        ("张三 图书", 1),
        ("%", 0),
        ("_", 0),
        ("'", 0),
        ('"', 0),
    ],
)
def test_number_holder_purpose_and_clerk_are_searched(qtbot, register, text, count):
    register.bar.text.setText(text)
    qtbot.waitUntil(lambda: register.count.text() == f"Certificates: {count}")


@pytest.mark.parametrize(("state", "count"), [("", 3), (State.ISSUED, 2), (State.VOID, 1)])
def test_each_state_shows_its_certificates(qtbot, register, named_station, issued, state, count):
    named_station.certificates.void(issued[0].id, "打印错误", version=1)
    register.bar.states.set_value(state)
    register.bar.states.changed.emit(state)
    qtbot.waitUntil(lambda: register.count.text() == f"Certificates: {count}")


def test_text_and_state_narrow_together(qtbot, register, named_station, issued):
    named_station.certificates.void(issued[0].id, "打印错误", version=1)
    register.bar.states.set_value(State.VOID)
    register.bar.text.setText("图书")
    qtbot.waitUntil(lambda: register.count.text() == "Certificates: 0")
    assert register.empty.title.text() == "Nothing found"


def test_the_columns_tell_the_certificate(qtbot, register, issued, named_station):
    qtbot.waitUntil(lambda: register.model.line_at(0) is not None)
    line = register.model.line_at(0)
    columns = RegisterColumns(Words(named_station)).all()
    told = {column.key: column.text(line) for column in columns}
    assert (told["number"], told["kind"]) == (issued[2].number, "居住情况证明")
    assert (told["holder"], told["purpose"]) == ("张三", "办理入学手续")
    assert (told["issued_on"], told["handled_by"]) == ("2026-03-01", "王芳")


@pytest.mark.parametrize(
    ("number", "serial"),
    [("石社证字〔2026〕第0001号", "第0001号"), ("第7号", "第7号"), ("", "")],
)
def test_a_column_names_a_former_number_by_its_end(number, serial):
    assert serial_of(number) == serial


@pytest.mark.parametrize("reason", LOST)
def test_each_usual_reason_for_reissuing_is_offered(qtbot, register, issued, reason):
    select(qtbot, register, issued[0].id)
    register.panel.acts.reissue.click()
    assert reason in register.panel.acts.reason.reason.offered()


@pytest.mark.parametrize("reason", WRONG)
def test_each_usual_reason_for_making_void_is_kept(qtbot, register, named_station, issued, reason):
    select(qtbot, register, issued[0].id)
    register.panel.acts.void.click()
    register.panel.acts.reason.reason.set_value(reason)
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.state.text() == "Void")
    assert named_station.certificates.register()[-1].reason == reason
    assert reason in register.panel.told.text()


@pytest.mark.parametrize("reason", ["", "  "])
@pytest.mark.parametrize("act", ["reissue", "void"])
def test_without_a_reason_nothing_is_done(qtbot, register, named_station, issued, act, reason):
    select(qtbot, register, issued[0].id)
    getattr(register.panel.acts, act).click()
    register.panel.acts.reason.reason.set_value(reason)
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.acts.reason.reason.problem() != "")
    assert register.panel.acts.reason.reason.problem().startswith("Write why")
    assert register.panel.acts.reason.act.isEnabled()
    assert len(named_station.certificates.search(state=State.ISSUED)) == 3


def test_the_question_names_the_number(qtbot, register, issued):
    select(qtbot, register, issued[0].id)
    register.panel.acts.void.click()
    assert issued[0].number in register.panel.acts.reason.title.text()
    assert "cannot be undone" in register.panel.acts.reason.title.text()


def test_a_second_press_reissues_once(qtbot, register, named_station, issued):
    select(qtbot, register, issued[0].id)
    register.panel.acts.reissue.click()
    register.panel.acts.reason.reason.set_value("遗失")
    register.panel.acts.reason.act.click()
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)
    assert len(named_station.certificates.register()) == 4


def test_the_former_of_a_reissued_one_is_void_and_names_the_new(
    qtbot, register, named_station, issued
):
    select(qtbot, register, issued[0].id)
    register.panel.acts.reissue.click()
    register.panel.acts.reason.reason.set_value("遗失")
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)
    former = named_station.certificates.register()[-1]
    assert former.state is State.VOID
    assert "第0004号" in former.reason


def test_the_paper_of_a_reissued_one_names_the_former(qtbot, register, named_station, issued):
    again = named_station.certificates.reprint(issued[0].id, "遗失").value
    told = text_of(again.pdf)
    assert "第0001号" in told
    assert "第0004号" in told


def test_who_has_moved_out_gets_no_reissue(qtbot, register, named_station, issued, person, doings):
    named_station.households.move([person.id], Move(on=TODAY, left_to="上海市"))
    select(qtbot, register, issued[0].id)
    register.panel.acts.reissue.click()
    register.panel.acts.reason.reason.set_value("遗失")
    register.panel.acts.reason.act.click()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert register.panel.acts.reason.isHidden()
    assert len(named_station.certificates.register()) == 3


def test_opening_an_archived_paper_is_noted(qtbot, register, named_station, issued):
    select(qtbot, register, issued[0].id)
    register.panel.acts.open.click()
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    with named_station.store.reading() as tx:
        assert tx.audit.count("certificate:residence:opened") == 1


def test_choosing_another_line_takes_the_paper_and_the_question_away(qtbot, register, issued):
    select(qtbot, register, issued[0].id)
    register.panel.open_paper()
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    register.panel.acts.void.click()
    register.table.go_to(issued[1].id)
    qtbot.waitUntil(lambda: register.panel.number.text() == issued[1].number)
    assert register.panel.panel.handout() is None
    assert register.panel.acts.reason.isHidden()


def test_an_archived_paper_is_printed_as_it_was_issued(qtbot, register, issued, desk):
    select(qtbot, register, issued[0].id)
    register.panel.open_paper()
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    register.panel.panel.print()
    assert desk.printed[0][:2] == (issued[0].number, issued[0].pdf)
    qtbot.waitUntil(desk.paper.exists)


def test_what_is_filtered_stays_while_another_view_is_looked_at(qtbot, page, register):
    register.bar.text.setText("图书")
    qtbot.waitUntil(lambda: register.model.rowCount() == 1)
    page.show_view("issue")
    page.show_view("register")
    assert register.bar.text.text() == "图书"
    assert register.model.rowCount() == 1


@pytest.mark.parametrize("width", [905, 1350])
def test_no_column_has_to_be_scrolled_to(qtbot, register, issued, width):
    register.window().resize(width, 600)
    qtbot.waitUntil(lambda: register.width() <= width)
    qtbot.waitUntil(lambda: register.table.horizontalScrollBar().maximum() == 0)
