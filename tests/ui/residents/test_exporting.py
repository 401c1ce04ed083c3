"""The step before a list leaves: what it asks, what it refuses, what it writes."""

from __future__ import annotations

import openpyxl
import pytest

from station_app.domain.errors import WrongPassphraseError
from station_app.domain.exports import ExportFilter
from station_app.services.exports.second import Approval, Approver
from ui.kit import export_panel

SECRET = "a passphrase of her own"
NUMBER = "110000199001010013"


class Colleague:
    def people(self):
        return (Approver(key="k2", name="李四"),)

    def confirm(self, approval):
        if approval != Approval(key="k2", passphrase=SECRET):
            raise WrongPassphraseError
        return Approver(key="k2", name="李四")


@pytest.fixture
def panel(qtbot, three, page):
    return opened(qtbot, page)


@pytest.fixture
def path(monkeypatch, tmp_path):
    """Where whoever is asked for a place says it shall be."""
    chosen = tmp_path / "名单.xlsx"
    monkeypatch.setattr(export_panel, "choose_save_file", lambda *_asked, **_words: chosen)
    return chosen


def opened(qtbot, page):
    qtbot.waitUntil(lambda: len(page.table.model.keys()) == 3)
    page.exporting.begin()
    qtbot.waitUntil(lambda: isinstance(page.side.currentWidget(), export_panel.ExportPanel))
    return page.side.currentWidget()


def filled(panel, **more):
    form = panel.form
    form.recipient.set_value(more.get("recipient", "街道办"))
    form.purpose.set_value(more.get("purpose", "疫苗接种核对"))
    form.full.set_value(more.get("full", False))
    return form


def given_out(qtbot, panel, context):
    before = len(context.notices.kept)
    panel.form.save.click()
    qtbot.waitUntil(lambda: len(context.notices.kept) > before)


def rows_of(path):
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path).active]


def test_the_columns_in_sight_go_out_in_their_order_an_age_as_the_birthday(
    qtbot, panel, context, path
):
    filled(panel)
    given_out(qtbot, panel, context)
    mark, titles, *rows = rows_of(path)
    assert "疫苗接种核对" in mark[0]
    assert titles[:3] == ["姓名", "性别", "出生日期"]
    assert len(titles) == len(set(titles))
    assert "1990-01-01" in rows[0]
    assert not any(NUMBER in row for row in rows)


def test_a_column_that_is_turned_off_stays_here(qtbot, panel, context, path):
    form = filled(panel)
    form.columns.set_value(("name", "number"))
    given_out(qtbot, panel, context)
    assert rows_of(path)[1] == ["姓名", "证件号码"]


def test_numbers_in_full_are_off_until_somebody_turns_them_on(qtbot, panel, context, path):
    assert panel.form.draft().ask.is_full is False
    form = filled(panel, full=True)
    assert form.full.note.text()
    given_out(qtbot, panel, context)
    assert any(NUMBER in row for row in rows_of(path))


def test_the_number_in_the_register_is_told_and_the_panel_goes(
    qtbot, station, panel, page, context, path
):
    filled(panel)
    given_out(qtbot, panel, context)
    (line,) = station.export_register.lines(ExportFilter())
    assert line.number in context.notices.kept[-1].text
    qtbot.waitUntil(lambda: page.side.currentWidget() is not panel)


@pytest.mark.parametrize("left_out", ["recipient", "purpose"])
def test_what_has_to_be_said_is_asked_for_before_a_place(panel, monkeypatch, left_out):
    asked = []
    monkeypatch.setattr(export_panel, "choose_save_file", lambda *_, **__: asked.append(1))
    filled(panel, **{left_out: " "})
    panel.form.save.click()
    assert asked == []
    assert panel.form.note(left_out)


def test_no_column_at_all_is_no_list(panel, monkeypatch):
    asked = []
    monkeypatch.setattr(export_panel, "choose_save_file", lambda *_, **__: asked.append(1))
    filled(panel).columns.set_value(())
    panel.form.save.click()
    assert asked == []
    assert panel.form.note("columns")


@pytest.mark.parametrize(
    ("chosen", "written"),
    [("名单.csv", "名单.csv"), ("名单", "名单.xlsx"), ("3幢.名单", "3幢.名单"), (None, None)],
)
def test_a_name_without_an_ending_becomes_a_workbook(
    panel, monkeypatch, tmp_path, chosen, written
):
    told = []
    path = tmp_path / chosen if chosen else None
    monkeypatch.setattr(export_panel, "choose_save_file", lambda *_asked, **_words: path)
    monkeypatch.setattr(panel, "export", lambda path: told.append(path.name))
    filled(panel)
    panel.ask_path()
    assert told == ([written] if written else [])


def test_above_the_limit_and_with_nobody_else_it_says_why_and_asks_no_passphrase(
    qtbot, station, three, page
):
    station.settings.change(name="石桥社区", export_limit=2)
    panel = opened(qtbot, page)
    assert panel.form.passphrase is None
    assert not panel.form.save.isEnabled()
    assert panel.form.save.toolTip()
    panel.ask_path()
    assert not panel.form.note("recipient")


def test_a_second_person_types_a_passphrase(
    qtbot, station, three, page, context, path, monkeypatch
):
    station.settings.change(name="石桥社区", export_limit=2)
    monkeypatch.setattr(station.exports._giving, "_second", Colleague())
    panel = opened(qtbot, page)
    form = filled(panel)
    form.save.click()
    assert form.note("approver")
    form.approver.set_value("k2")
    form.passphrase.set_value("wrong")
    form.save.click()
    qtbot.waitUntil(lambda: bool(form.note("passphrase")))
    assert form.passphrase.value() == ""
    assert not path.exists()
    form.passphrase.set_value(SECRET)
    given_out(qtbot, panel, context)
    (line,) = station.export_register.lines(ExportFilter(is_approved=True))
    assert line.approved_by == "李四"


def test_a_place_that_cannot_be_written_is_left_to_the_shell(qtbot, panel, doings, tmp_path):
    filled(panel)
    panel.export(tmp_path / "nowhere" / "名单.xlsx")
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "file-not-written"
    assert panel.form.save.isEnabled()


def test_the_panel_is_left_with_escape_and_nothing_is_kept_of_it(qtbot, panel, page):
    filled(panel)
    panel.form.cancel.click()
    qtbot.waitUntil(lambda: page.side.currentWidget() is not panel)
    assert not page.has_unsaved()
