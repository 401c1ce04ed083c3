from __future__ import annotations

import platform

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit

from ui.kit.icons import Icon
from ui.kit.tokens import Space
from ui.settings.about import LICENCE, AboutCard, program_version
from ui.settings.rows import FoldedForm, SettingRow, SettingsCard


@pytest.fixture
def card(qtbot):
    made = SettingsCard("Looks")
    qtbot.addWidget(made)
    return made


def row_of(control, remark=""):
    return SettingRow(Icon.APPEARANCE, "Theme", control, remark=remark)


def test_a_control_without_words_is_named_by_its_row(card):
    control = QComboBox()
    card.add_row(row_of(control))
    assert control.accessibleName() == "Theme"


def test_a_control_with_a_name_keeps_it(card):
    control = QComboBox()
    control.setAccessibleName("Look of the window")
    card.add_row(row_of(control))
    assert control.accessibleName() == "Look of the window"


def test_the_title_leads_to_the_control(card):
    control = QLineEdit()
    row = row_of(control)
    card.add_row(row)
    assert control in [label.buddy() for label in row.findChildren(QLabel)]


def test_a_remark_takes_room_only_while_there_is_one(card):
    row = row_of(QComboBox())
    card.add_row(row)
    assert row.remark.isHidden()
    row.say("From the next start")
    assert not row.remark.isHidden()
    assert row.remark.text() == "From the next start"
    row.say("")
    assert row.remark.isHidden()


def test_lines_stand_between_rows_and_nowhere_else(card):
    for _ in range(3):
        card.add_row(row_of(QComboBox()))
    kinds = [
        isinstance(card.body.itemAt(at).widget(), SettingRow) for at in range(card.body.count())
    ]
    assert kinds == [True, False, True, False, True]
    assert isinstance(card.body.itemAt(1).widget(), QFrame)


@pytest.fixture
def about(qtbot):
    made = AboutCard("/srv/station")
    qtbot.addWidget(made)
    return made


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_folder_of_the_data_is_told_and_can_be_copied_by_keyboard(about):
    folder = about.findChild(QLineEdit)
    assert (folder.text(), folder.isReadOnly()) == ("/srv/station", True)
    assert folder.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_it_is_built_upon_is_told(about):
    assert any(f"Python {platform.python_version()}" in text for text in texts(about))


def test_a_version_is_told_or_that_there_is_none(about):
    assert (program_version() or "run from the source") in texts(about)


def test_what_is_told_can_be_copied_by_keyboard(about):
    (licence,) = (each for each in about.findChildren(QLabel) if each.text() == LICENCE)
    assert licence.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_folded_form_is_out_of_sight_until_it_is_shown(card, qtbot):
    form = FoldedForm()
    card.body.addWidget(form)
    with qtbot.waitExposed(card):
        card.show()
    assert not form.isVisible()


def test_parts_of_a_folded_form_stay_as_narrow_as_asked_at_the_left(qtbot):
    form, part = FoldedForm(), QLineEdit()
    qtbot.addWidget(form)
    form.add(part, width=300)
    form.resize(900, 200)
    form.show()
    assert part.width() == 300
    assert part.x() == Space.XXL
