from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificates import State
from station_app.services.certificates.issuing import ResidenceRequest


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
    qtbot.waitUntil(register.panel.void.isVisible)


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
    register.text.setText(text)
    qtbot.waitUntil(lambda: register.model.rowCount() == count)
    assert register.count.text() == f"Certificates: {count}"


def test_state_narrows_the_register(qtbot, register, named_station, issued):
    named_station.certificates.void(issued[0].id, "打印错误", version=1)
    register.states.set_value(State.VOID)
    register.states.changed.emit(State.VOID)
    qtbot.waitUntil(lambda: register.model.rowCount() == 1)


def test_enter_opens_the_archived_paper(qtbot, register, issued, keyboard):
    register.text.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.model.line_at(0) is not None)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    assert register.panel.panel.handout().pdf == issued[2].pdf


def test_reissue_takes_a_reason_and_a_new_number(qtbot, register, named_station, issued):
    select(qtbot, register, issued[0].id)
    register.panel.reissue.click()
    register.panel.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.reason.reason.problem() != "")
    register.panel.reason.reason.set_value("遗失")
    register.panel.reason.act.click()
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)
    latest = named_station.certificates.register()[0]
    assert latest.replaces == issued[0].number
    qtbot.waitUntil(lambda: register.panel.number.text() == latest.number)


def test_void_keeps_its_number_and_is_not_handed_out(
    qtbot, page, register, named_station, issued, desk
):
    select(qtbot, register, issued[1].id)
    register.panel.void.click()
    register.panel.reason.reason.set_value("打印错误")
    register.panel.reason.act.click()
    qtbot.waitUntil(lambda: register.panel.state.text() == "Void")
    assert not register.panel.reissue.isEnabled()
    register.panel.open_paper()
    qtbot.waitUntil(lambda: register.panel.panel.handout() is not None)
    register.panel.panel.print()
    assert desk.printed == []
    assert len(named_station.certificates.register()) == 3


def test_a_reason_left_with_esc_changes_nothing(qtbot, register, named_station, issued, keyboard):
    select(qtbot, register, issued[0].id)
    register.panel.void.click()
    keyboard.press(Qt.Key.Key_Escape)
    assert register.panel.reason.isHidden()
    assert all(line.state is State.ISSUED for line in named_station.certificates.register())


def test_a_certificate_is_opened_from_elsewhere_whatever_is_filtered(
    qtbot, page, register, issued
):
    register.text.setText("没有")
    qtbot.waitUntil(lambda: register.model.rowCount() == 0)
    page.open_record("certificate", issued[0].id)
    qtbot.waitUntil(lambda: register.panel.number.text() == issued[0].number)


def test_what_is_issued_meanwhile_comes_in(qtbot, page, register, issued, person, context):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    context.operations.perform(
        lambda _: page.issuing._station.certificates.issue(request), owner=page
    )
    qtbot.waitUntil(lambda: register.model.rowCount() == 4)


def test_an_empty_register_says_what_belongs_there(qtbot, page):
    page.show_view("register")
    qtbot.waitUntil(lambda: "yet" in page.register.empty.title.text())
