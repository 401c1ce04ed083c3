from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.errors import NotFoundError, Problem, WrongPassphraseError
from station_app.domain.settings import Settings
from station_app.services.access import StationHome
from ui.kit.preferences import load_preferences
from ui.kit.theme import Look
from ui.settings.page import SettingsPage
from ui.settings.particulars import ParticularsForm

OLD, NEW = "Blue horse 77", "Green horse 78"
CODES = {"missing": {}, "not-a-code": {"most": 20}, "out-of-range": {"least": 1, "most": 9}}


@pytest.fixture
def keys(tmp_path, access):
    """Where passphrase and paper key are kept: not those of the station that is open."""
    made = StationHome(tmp_path / "keys")
    access.create(made, OLD)
    return made


@pytest.fixture
def page(qtbot, station, access, keys, context):
    station.settings.change(name="幸福里社区综合服务站", code="110000001001")
    made = SettingsPage(
        station.settings,
        station.keeping,
        places=station.second_places,
        drills=station.drills,
        access=access,
        home=keys,
        owner=str,
        context=context,
    )
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.particulars.form.shown is not None)
    return made


def notices(context):
    return [notice.text() for notice in context.notices.shown()]


def test_the_station_is_shown(page):
    assert page.particulars.form.name.value() == "幸福里社区综合服务站"
    assert not page.has_unsaved()


def test_nothing_changed_cannot_be_saved(page):
    assert not page.particulars.form.save.isEnabled()
    page.particulars.form.phone.set_value("01000000000")
    assert page.particulars.form.save.isEnabled()
    assert page.has_unsaved()


def test_a_change_is_kept(page, station, operations, qtbot):
    page.particulars.form.address.set_value("幸福路1号")
    page.particulars.form.idle.set_value(3)
    with qtbot.waitSignal(operations.performed):
        page.particulars.form.save.click()
    assert station.settings.current().address == "幸福路1号"
    assert station.settings.current().idle_minutes == 3
    assert not page.has_unsaved()


def test_a_change_can_be_undone(page, station, operations, qtbot):
    page.particulars.form.address.set_value("幸福路1号")
    with qtbot.waitSignal(operations.performed):
        page.particulars.form.save.click()
    with qtbot.waitSignal(operations.undone):
        operations.undo()
    assert station.settings.current().address == ""
    qtbot.waitUntil(lambda: page.particulars.form.address.value() == "")


def test_a_wrong_code_is_noted_beside_its_field(page, station, qtbot):
    page.particulars.form.code.set_value("11号")
    page.particulars.form.save.click()
    qtbot.waitUntil(lambda: "12 digits" in page.particulars.form.note("code"))
    assert station.settings.current().code == "110000001001"


@pytest.mark.parametrize("code", CODES)
def test_every_problem_has_its_sentence(qtbot, code):
    form = ParticularsForm()
    qtbot.addWidget(form)
    assert "{" not in form.wording(Problem("name", code, CODES[code]))


def test_leaving_takes_back_what_was_typed_and_offers_it(page, context):
    page.particulars.form.name.set_value("别的名字")
    page.particulars.form.left.emit()
    assert page.particulars.form.name.value() == "幸福里社区综合服务站"
    context.notices.shown()[0].action.click()
    assert page.particulars.form.name.value() == "别的名字"


def test_leaving_an_unchanged_form_says_nothing(page, context):
    page.particulars.form.left.emit()
    assert notices(context) == []


def test_the_word_of_numbers_is_suggested_from_the_name(page):
    assert (
        page.particulars.form.word.line.placeholderText()
        == Settings(name="幸福里社区综合服务站").word_of_numbers()
    )


def test_a_backup_is_made_and_said(page, station, context, qtbot):
    with qtbot.waitSignal(page.backed_up):
        page.backups.backup_now.click()
    assert station.keeping.last_backup() is not None
    assert notices(context) == ["A backup has been made and read back."]
    qtbot.waitUntil(lambda: "read back in full" in page.backups.last.remark.text())


def test_a_section_can_be_opened_by_name(page):
    page.open_record("settings", "security")
    assert page.sections.currentItem().text() == "Security and backups"
    page.open_record("other", "about")
    assert page.sections.currentItem().text() == "Security and backups"


def test_a_failure_nobody_expected_goes_to_the_shell(page, doings):
    page.particulars._on_not_changed(NotFoundError(id="1"))
    page.backups._on_not_backed_up(NotFoundError(id="2"))
    assert len(doings.failures) == 2


@pytest.fixture
def appearance(page):
    page.open_record("settings", "appearance")
    return page.appearance


def test_the_look_is_kept_and_worn_at_once(appearance, qtbot):
    with qtbot.waitSignal(appearance.looks_changed) as changed:
        appearance.look._group.button(2).click()
    assert changed.args[0].look is Look.DARK
    assert load_preferences().look is Look.DARK


def test_the_size_of_text_is_kept(appearance, qtbot):
    with qtbot.waitSignal(appearance.looks_changed):
        appearance.body_size._group.button(3).click()
    assert load_preferences().body == 18


def test_the_scale_holds_from_the_next_start_and_says_so(appearance, qtbot):
    appearance.scale.setCurrentIndex(2)
    appearance.scale.activated.emit(2)
    assert load_preferences().scale == 150
    assert "next start" in appearance._scale_row.remark.text()
    with qtbot.waitSignal(appearance.restart_asked):
        qtbot.mouseClick(appearance.restart, Qt.MouseButton.LeftButton)


def test_the_language_is_told_once(appearance, qtbot):
    with qtbot.waitSignal(appearance.language_changed) as changed:
        appearance.language.activated.emit(2)
    assert changed.args[0].language == "zh_CN"
    with qtbot.assertNotEmitted(appearance.language_changed):
        appearance.language.activated.emit(2)


@pytest.fixture
def security(page):
    page.open_record("settings", "security")
    return page.security


def test_the_passphrase_is_changed_with_the_old_one(security, access, keys, context, qtbot):
    security.change.click()
    security.passphrase.proof.set_value(OLD)
    security.passphrase.first.set_value(NEW)
    security.passphrase.second.set_value(NEW)
    security.passphrase.set.click()
    qtbot.waitUntil(lambda: notices(context) == ["The passphrase has been changed."])
    assert access.unlock(keys, NEW)
    assert not security.has_unsaved()


def test_without_the_old_passphrase_it_stays(security, access, keys, context, qtbot):
    security.change.click()
    security.passphrase.proof.set_value("Red horse 77")
    security.passphrase.first.set_value(NEW)
    security.passphrase.second.set_value(NEW)
    assert security.has_unsaved()
    security.passphrase.set.click()
    qtbot.waitUntil(lambda: bool(security.passphrase.proof.problem()))
    with pytest.raises(WrongPassphraseError):
        access.unlock(keys, NEW)


def test_a_new_paper_key_is_shown_until_it_is_put_away(security, access, keys, context, qtbot):
    security.renew.click()
    security.renewal.proof.set_value(OLD)
    security.renewal.make.click()
    qtbot.waitUntil(security.panel.isVisible)
    paper = security.panel._paper
    assert not security.kept.isEnabled()
    security.panel.group.set_value(paper.groups[security.panel.asked_group()])
    security.kept.click()
    assert not security.panel.isVisible()
    assert access.unlock_with_paper(keys, paper.text())
    assert "former opens nothing" in notices(context)[0]


def test_a_paper_key_needs_the_passphrase(security, qtbot):
    security.renew.click()
    security.renewal.proof.set_value("Red horse 77")
    security.renewal.make.click()
    qtbot.waitUntil(lambda: bool(security.renewal.proof.problem()))
    assert not security.panel.isVisible()


def test_printing_the_paper_key_is_asked_of_the_program(page, security, qtbot):
    with qtbot.waitSignal(page.print_asked):
        security.panel.print_asked.emit("paper")
    with qtbot.waitSignal(page.save_asked):
        security.panel.save_asked.emit("paper")
