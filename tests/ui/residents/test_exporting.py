"""The button that gives out what the table shows."""

from __future__ import annotations

import openpyxl
import pytest

from station_app.domain.residents.filters import ResidentFilter
from ui.residents import exporting
from ui.residents.exporting import ExportButton


@pytest.fixture
def columns():
    """The columns in sight; tests hide and move them."""
    return ["name", "age", "number"]


@pytest.fixture
def button(qtbot, station, context, columns):
    made = ExportButton(
        station,
        context,
        keys=lambda: station.lists.keys(ResidentFilter()),
        columns=lambda: columns,
    )
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def exported(qtbot, button, context, tmp_path):
    """Return a way to export and read back the rows below the watermark."""

    def export(**more):
        path = tmp_path / "名单.xlsx"
        before = len(context.notices.kept)
        button.export(path, **more)
        qtbot.waitUntil(lambda: len(context.notices.kept) > before)
        sheet = openpyxl.load_workbook(path).active
        return [[cell.value for cell in row] for row in sheet.iter_rows()]

    return export


def audited(station):
    with station.store.reading() as tx:
        return tx.audit.count("residents:list:exported")


def test_an_age_goes_out_as_the_birthday_for_it_is_old_tomorrow(three, exported):
    _, titles, *rows = exported()
    assert len(titles) == 3
    assert ["1990-01-01" in row for row in rows] == [True, False, False]
    assert "36" not in rows[0]


def test_a_column_in_sight_twice_goes_out_once(three, columns, exported):
    columns[:] = ["name", "born", "age"]
    assert len(exported()[1]) == 2


def test_columns_go_out_in_the_order_they_are_seen(three, columns, exported):
    columns[:] = ["number", "name"]
    assert exported()[2][1] == "白富"


def test_numbers_stay_masked_without_a_purpose(three, exported):
    assert not any("110000199001010013" in row for row in exported())


def test_a_purpose_gives_full_numbers_and_stands_in_the_file(three, station, exported):
    mark, _, *rows = exported(purpose="疫苗接种核对")
    assert "疫苗接种核对" in mark[0]
    assert any("110000199001010013" in row for row in rows)
    assert audited(station) == 1


@pytest.mark.parametrize(
    ("chosen", "written"),
    [("名单.csv", "名单.csv"), ("名单", "名单.xlsx"), ("3幢.名单", "3幢.名单"), (None, None)],
)
def test_a_name_without_an_ending_becomes_a_workbook(
    button, monkeypatch, tmp_path, chosen, written
):
    told = []
    path = tmp_path / chosen if chosen else None
    monkeypatch.setattr(exporting, "choose_save_file", lambda *_asked, **_words: path)
    monkeypatch.setattr(button, "export", lambda path, purpose: told.append((path.name, purpose)))
    button.ask_path("核对")
    assert told == ([(written, "核对")] if written else [])


def test_full_numbers_are_given_out_after_a_purpose_was_typed(button, monkeypatch):
    told = []
    monkeypatch.setattr(exporting, "choose_save_file", lambda *_asked, **_words: told.append(1))
    button.ask_purpose()
    popup = button.findChild(exporting.line_popup.LinePopup)
    popup.line.setText("   ")
    popup.line.returnPressed.emit()
    assert not popup.keep.isEnabled()
    assert told == []
    popup.line.setText(" 核对 ")
    popup.keep.click()
    assert told == [1]


def test_a_place_that_cannot_be_written_is_left_to_the_shell(
    qtbot, three, button, operations, tmp_path
):
    heard = []
    operations.failed_unheard.connect(heard.append)
    button.export(tmp_path / "nowhere" / "名单.xlsx")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].reason == "file-not-written"
