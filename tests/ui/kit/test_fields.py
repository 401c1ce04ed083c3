from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import (
    CheckField,
    CountField,
    DateField,
    NotesField,
    NumberField,
    TextField,
    plain_number,
    read_date,
)
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.kit.tokens import Tone

DAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "20260102",
        "2026-1-2",
        "2026-01-02",
        "2026.1.2",
        "2026/1/2",
        "2026年1月2日",
        "２０２６－１－２",
    ],
)
def test_a_day_is_understood_as_people_type_it(text):
    assert read_date(text) == DAY


@pytest.mark.parametrize("text", ["", "2026", "20261301", "2026-2-30", "1-2-2026", "tomorrow"])
def test_what_is_no_day_is_none(text):
    assert read_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back(day):
    assert read_date(day.isoformat()) == day
    assert read_date(day.strftime("%Y%m%d")) == day


@given(st.text())
def test_no_text_makes_the_reader_of_days_stumble(text):
    assert read_date(text) is None or isinstance(read_date(text), date)


def test_numbers_are_made_plain():
    assert plain_number(" １１０ 000ｘ\u3000") == "110000X"


@pytest.fixture(
    params=[
        (lambda: TextField("T"), "abc"),
        (lambda: NumberField("N"), "11000X"),
        (lambda: NotesField("M"), "two\nlines"),
        (lambda: CheckField("C"), True),
        (lambda: CountField("Z", least=0, most=99), 7),
        (lambda: DateField("D"), DAY),
        (lambda: CodeField("K", [Choice("1", "男"), Choice("2", "女")]), "2"),
    ],
    ids=["text", "number", "notes", "check", "count", "date", "code"],
)
def field_and_value(request, qtbot):
    make, value = request.param
    made = make()
    qtbot.addWidget(made)
    return made, value


def test_what_is_shown_is_read_back(field_and_value):
    field, value = field_and_value
    field.set_value(value)
    assert field.value() == value


def test_a_change_is_told(field_and_value, qtbot):
    field, value = field_and_value
    if isinstance(field, CodeField):
        return  # told when the user chooses, not when the program does
    with qtbot.waitSignal(field.changed):
        field.set_value(value)


def test_the_label_leads_to_the_editor(field_and_value):
    field, _ = field_and_value
    assert field.label.buddy() is field.editor
    assert field.editor.accessibleName()


def test_a_problem_is_noted_with_a_sign_and_taken_away(field_and_value):
    field, _ = field_and_value
    field.set_hint("helpful")
    field.set_problem("wrong")
    assert field.problem() == "wrong"
    assert field.note.text() == "⚠ wrong"
    assert field.editor.accessibleDescription() == "⚠ wrong"
    field.set_problem("")
    assert field.problem() == ""
    assert field.note.text() == "helpful"


def test_a_warning_looks_different_from_a_problem(field_and_value):
    field, _ = field_and_value
    field.set_problem("odd", Tone.WARN)
    assert field.editor.property("state") == "warning"
    field.set_problem("wrong")
    assert field.editor.property("state") == "problem"


def test_text_is_tidied_when_the_field_is_left(qtbot):
    field = TextField("Name")
    qtbot.addWidget(field)
    field.line.setText("  王秀英 ")
    field.line.editingFinished.emit()
    assert field.line.text() == "王秀英"


def test_a_day_is_written_out_when_the_field_is_left(qtbot):
    field = DateField("Born")
    qtbot.addWidget(field)
    field.line.setText("20260102")
    field.line.editingFinished.emit()
    assert field.line.text() == "2026-01-02"


def test_an_unreadable_day_is_noted_and_the_note_goes_with_it(qtbot):
    field = DateField("Born")
    qtbot.addWidget(field)
    field.line.setText("20261399")
    field.line.editingFinished.emit()
    assert field.problem()
    assert not field.is_readable()
    field.line.setText("20261231")
    field.line.editingFinished.emit()
    assert not field.problem()


def test_a_day_can_be_picked(qtbot):
    field = DateField("Born")
    qtbot.addWidget(field)
    field.show()
    field.set_value(DAY)
    field._pick()
    field._popup.findChild(QCalendarWidget).clicked.emit(QDate(2026, 3, 4))
    assert field.value() == date(2026, 3, 4)


@pytest.fixture
def ethnicities(qtbot):
    made = CodeField(
        "民族",
        [Choice("01", "汉族", also="hanzu hz"), Choice("02", "蒙古族", also="mengguzu mgz")],
    )
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("typed", ["汉", "hanzu", "hz", "01", "HAN"])
def test_a_choice_is_found_by_name_pinyin_initials_and_code(ethnicities, typed):
    ethnicities.line.setText(typed)
    ethnicities.line.editingFinished.emit()
    assert ethnicities.value() == "01"
    assert ethnicities.line.text() == "汉族"


def test_what_is_not_in_the_list_is_noted(ethnicities):
    ethnicities.line.setText("qqq")
    ethnicities.line.editingFinished.emit()
    assert ethnicities.problem()
    assert not ethnicities.is_readable()
    assert ethnicities.value() == ""


def test_an_emptied_choice_is_no_choice(ethnicities):
    ethnicities.set_value("02")
    ethnicities.line.setText("")
    ethnicities.line.editingFinished.emit()
    assert ethnicities.value() == ""
    assert ethnicities.is_readable()


def test_new_choices_keep_the_value_if_it_is_among_them(ethnicities):
    ethnicities.set_value("02")
    ethnicities.set_choices([Choice("02", "蒙古族"), Choice("03", "回族")])
    assert ethnicities.value() == "02"
    ethnicities.set_choices([Choice("03", "回族")])
    assert ethnicities.value() == ""


def test_a_choice_taken_from_the_list_is_told(ethnicities, qtbot):
    index = ethnicities._model.index(1, 0)
    with qtbot.waitSignals([ethnicities.changed, ethnicities.finished]):
        ethnicities._take_index(index)
    assert ethnicities.value() == "02"


@pytest.fixture
def secret(qtbot):
    made = SecretField("Passphrase")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_passphrase_is_hidden_until_asked_for(secret):
    secret.set_value("abc")
    assert secret.line.displayText() != "abc"
    secret._eye.setChecked(True)
    assert secret.line.displayText() == "abc"
    secret.set_value("next")
    assert secret.line.displayText() != "next"


def test_caps_lock_is_noticed(secret):
    QTest.keyClick(secret.line, "A")
    assert secret.problem() == "Caps Lock is on."
    QTest.keyClick(secret.line, "a")
    assert secret.problem() == ""


def test_a_capital_with_shift_is_no_caps_lock(secret):
    QTest.keyClick(secret.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert secret.problem() == ""


def test_enter_is_told(secret, qtbot):
    with qtbot.waitSignal(secret.entered):
        QTest.keyClick(secret.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("first", "second", "is_good"),
    [
        ("", "", False),
        ("Blue horse 77", "Blue horse 77", True),
        ("Blue horse 77", "Blue horse 78", False),
        ("bluehorse", "bluehorse", False),
        ("Bl 7", "Bl 7", False),
    ],
)
def test_the_rules_of_a_passphrase_are_judged(qtbot, first, second, is_good):
    rules = PassphraseRules()
    qtbot.addWidget(rules)
    assert rules.judge(first, second) is is_good
