"""Every section of the settings on a small screen, and on the same shown at 150 %."""

from __future__ import annotations

import pytest

from station_app.services.access import StationHome
from tests.ui.fitting import complaints
from ui.kit.tokens import Space
from ui.settings.page import SettingsPage
from ui.settings.rows import CONTENT_WIDTH

PASSPHRASE = "Blue horse 77"
LONG_NAME = "幸福里街道康藏路社区党群服务中心暨社区综合服务站"
SECTIONS = ("station", "appearance", "security", "about")


@pytest.fixture
def page(language, qtbot, station, access, tmp_path, context):
    station.settings.change(name=LONG_NAME, code="110000001001")
    home = StationHome(tmp_path / "keys")
    access.create(home, PASSPHRASE)
    made = SettingsPage(
        station.settings,
        station.keeping,
        places=station.second_places,
        drills=station.drills,
        access=access,
        home=home,
        owner=str,
        context=context,
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.particulars.form.shown is not None)
    return made


def opened(page, section):
    page.open_record("settings", section)
    return page.stack.currentWidget()


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_can_be_read(page, section):
    opened(page, section)
    assert complaints(page) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_begins_at_the_same_place_and_is_as_wide(page, qtbot, section):
    page.resize(1366, 640)
    shown = opened(page, section)
    scroll = getattr(shown, "form", shown)
    column = getattr(scroll, "page", scroll).body.parentWidget()
    qtbot.waitUntil(lambda: column.width() == CONTENT_WIDTH)
    assert column.mapTo(page, column.rect().topLeft()).x() == page.stack.x() + Space.L


def test_a_change_of_the_passphrase_can_be_read(page):
    opened(page, "security")
    page.security.change.click()
    page.security.passphrase.first.set_value("short")
    assert complaints(page) == []


def test_a_wrong_passphrase_can_be_read(page, qtbot):
    opened(page, "security")
    page.security.renew.click()
    page.security.renewal.proof.set_value("Red horse 77")
    page.security.renewal.make.click()
    qtbot.waitUntil(lambda: bool(page.security.renewal.proof.problem()))
    assert complaints(page) == []


def test_a_new_paper_key_can_be_read(page, qtbot):
    opened(page, "security")
    page.security.renew.click()
    page.security.renewal.proof.set_value(PASSPHRASE)
    page.security.renewal.make.click()
    qtbot.waitUntil(page.security.panel.isVisible)
    assert complaints(page) == []


def test_what_is_wrong_with_the_particulars_can_be_read(page, qtbot):
    form = page.particulars.form
    form.code.set_value("11号")
    form.name.set_value("")
    form.save.click()
    qtbot.waitUntil(lambda: bool(form.note("code")))
    assert complaints(page) == []


def test_what_holds_from_the_next_start_can_be_read(page):
    opened(page, "appearance")
    page.appearance.scale.activated.emit(2)
    assert complaints(page) == []
