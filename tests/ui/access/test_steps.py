from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.services.access import AccessService
from station_app.store.vault.derivation import Cost
from ui.access.founding_steps import PaperStep, PassphraseStep, ProofStep, StationStep

GOOD = "Blue horse 77"
RETURN = Qt.Key.Key_Return


@pytest.fixture
def shown(qtbot):
    def show(step):
        qtbot.addWidget(step)
        step.resize(900, 700)
        with qtbot.waitActive(step):
            step.show()
        step.arrive()
        return step

    return show


@pytest.fixture
def station_step(shown):
    step = shown(StationStep())
    step.founder.set_value("王小明")
    return step


def test_both_names_are_enough_to_go_on(station_step):
    assert station_step.missing()
    station_step.name.set_value("幸福里社区综合服务站")
    assert station_step.missing() == ""


def test_blanks_are_no_name(station_step):
    station_step.name.line.setText("   ")
    assert "name" in station_step.missing()


@pytest.mark.parametrize("code", ["", "110000001001", "１１００００００１００１"])
def test_a_code_of_digits_is_taken(station_step, code):
    station_step.name.set_value("幸福里")
    station_step.code.set_value(code)
    assert station_step.missing() == ""


@pytest.mark.parametrize("code", ["11号", "11 !", "1" * 40])
def test_a_code_that_cannot_be_keeps_from_going_on(station_step, code):
    station_step.name.set_value("幸福里")
    station_step.code.set_value(code)
    assert "12 digits" in station_step.missing()


def test_a_wrong_code_is_noted_when_its_field_is_left(station_step):
    station_step.code.line.setFocus()
    QTest.keyClicks(station_step.code.line, "11!")
    assert station_step.code.problem() == ""
    station_step.name.line.setFocus()
    assert "12 digits" in station_step.code.problem()


def test_a_code_put_right_takes_the_note_away(station_step):
    station_step.code.set_value("11!")
    station_step.code.finished.emit()
    station_step.code.set_value("110000001001")
    station_step.code.finished.emit()
    assert station_step.code.problem() == ""


def test_enter_goes_round_the_fields_and_begins_anew(station_step):
    fields = (
        station_step.founder,
        station_step.name,
        station_step.code,
        station_step.phone,
        station_step.address,
    )
    for field in (*fields[1:], fields[0]):
        QTest.keyClick(station_step.focusWidget(), RETURN)
        assert field.line.hasFocus()


def test_particulars_are_told_by_the_names_of_the_settings(station_step):
    station_step.name.set_value(" 幸福里 ")
    station_step.phone.set_value("０１０ 1234")
    assert station_step.particulars() == {
        "name": "幸福里",
        "code": "",
        "address": "",
        "phone": "0101234",
    }


def test_every_letter_typed_is_told_to_the_wizard(station_step, qtbot):
    with qtbot.waitSignal(station_step.complete_changed):
        QTest.keyClicks(station_step.address.line, "1")


@pytest.fixture
def passphrase_step(shown):
    return shown(PassphraseStep())


def test_enter_leads_from_the_first_passphrase_to_the_second(passphrase_step):
    QTest.keyClicks(passphrase_step.first.line, GOOD)
    QTest.keyClick(passphrase_step.first.line, RETURN)
    assert passphrase_step.second.line.hasFocus()


@pytest.mark.parametrize(("first", "second"), [("", ""), ("short", "short"), (GOOD, "Blue horse")])
def test_a_passphrase_that_is_not_settled_keeps_from_going_on(passphrase_step, first, second):
    passphrase_step.first.set_value(first)
    passphrase_step.second.set_value(second)
    assert passphrase_step.missing()


def test_a_settled_passphrase_is_given_as_typed(passphrase_step):
    passphrase_step.first.set_value(f" {GOOD} ")
    passphrase_step.second.set_value(f" {GOOD} ")
    assert passphrase_step.missing() == ""
    assert passphrase_step.value() == f" {GOOD} "


def test_leaving_forwards_waits_for_the_page(passphrase_step, qtbot):
    with qtbot.waitSignal(passphrase_step.left):
        assert not passphrase_step.proceed()


def test_a_passphrase_is_forgotten_in_both_fields(passphrase_step):
    passphrase_step.first.set_value(GOOD)
    passphrase_step.second.set_value(GOOD)
    passphrase_step.forget()
    assert (passphrase_step.first.value(), passphrase_step.second.value()) == ("", "")
    assert passphrase_step.missing()


def test_the_proof_needs_something_typed(shown, qtbot):
    step = shown(ProofStep())
    assert step.typed.line.hasFocus()
    assert step.missing()
    with qtbot.waitSignal(step.complete_changed):
        QTest.keyClicks(step.typed.line, "x")
    assert step.missing() == ""


@pytest.mark.parametrize("make", [ProofStep, PaperStep])
def test_there_is_no_way_back_behind_the_founding(shown, make):
    assert not shown(make()).can_go_back()


def test_each_step_says_on_its_button_what_happens_next(shown):
    words = [shown(make()).next_text() for make in (PassphraseStep, ProofStep, PaperStep)]
    assert len(set(words)) == 3
    assert all(words)


@pytest.fixture
def paper(home):
    cheap = AccessService(Cost(memory_kib=64, passes=1, lanes=1))
    return cheap.create(home, GOOD)


def test_the_paper_step_is_complete_with_the_group_asked_for(shown, paper):
    step = shown(PaperStep())
    step.panel.show_key(paper)
    assert step.missing()
    step.panel.group.set_value(paper.groups[step.panel.asked_group()].lower())
    assert step.missing() == ""


def test_a_key_shown_anew_asks_for_its_own_group(shown, paper):
    step = shown(PaperStep())
    step.panel.show_key(paper)
    step.panel.group.set_value(paper.groups[step.panel.asked_group()])
    step.panel.show_key(paper)
    assert step.panel.group.value() == ""
    assert step.missing()
