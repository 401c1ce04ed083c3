"""Lists given out: as seen, masked, harmless, and telling who took them."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from datetime import date

import openpyxl
import pytest

from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.privacy.leaving import harmless_cell
from station_app.services.progress import Silence
from station_app.services.residents.people import Registration
from tests.factories import a_document, a_draft, an_ask

NUMBER = "110000199001010013"
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://a","b")',
    "=cmd|' /C calc'!A0",
    "#N/A",
    "{=1}",
    "\t=1",
    "\r=1",
    "'=1",
    "＝1+1",
    "=",
    "+",
    "-",
    "@",
    "\x01=1",
    "1E5",
    "TRUE",
    "0012",
    "1/2",
    "http://a",
)


@pytest.fixture
def someone(station):
    draft = a_draft("张三", sex="1", born=date(1990, 1, 1), phone="13912345678", note="=1+1")
    entry = Registration(particulars=draft, documents=(a_document(NUMBER, is_primary=True),))
    return station.residents.register(entry).value


def sheet_of(path):
    return openpyxl.load_workbook(path).active


def rows_of(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_numbers_are_masked_unless_asked_otherwise(station, someone, tmp_path, name):
    path = tmp_path / name
    told = station.exports.residents(path, Silence(), ask=an_ask())
    assert (told.rows, told.masked) == (1, True)
    text = (
        str([cell.value for row in sheet_of(path) for cell in row])
        if name == "a.xlsx"
        else path.read_text("utf-8")
    )
    assert NUMBER not in text
    assert "110000********0013" in text
    assert "139****5678" in text


def test_whole_numbers_need_a_purpose_and_stay_text(station, someone, tmp_path):
    path = tmp_path / "a.xlsx"
    with pytest.raises(ValidationFailedError) as refused:
        station.exports.residents(path, Silence(), ask=an_ask(" ", is_full=True))
    assert refused.value.problems == (Problem("purpose", "missing"),)
    assert not path.exists()
    station.exports.residents(path, Silence(), ask=an_ask("核对", is_full=True))
    (cell,) = [cell for row in sheet_of(path) for cell in row if cell.value == NUMBER]
    assert (cell.data_type, cell.number_format) == ("s", "@")


def test_who_when_and_what_for_stands_in_the_file(station, someone, tmp_path):
    path = tmp_path / "a.xlsx"
    station.exports.residents(path, Silence(), ask=an_ask())
    sheet = sheet_of(path)
    for told in (sheet["A1"].value, sheet.parent.properties.description):
        assert "测试员@desk" in told
        assert "走访" in told
        assert "2026-03-01" in told
    assert sheet["A2"].value == "姓名"


def test_only_what_is_seen_is_given_out_in_the_order_seen(station, tmp_path):
    keys = [
        station.residents.register(Registration(particulars=a_draft(name))).value
        for name in ("甲乙", "丙丁", "戊己")
    ]
    lines = [station.lists.line_of(key) for key in reversed(keys)]
    path = tmp_path / "a.csv"
    station.exports.residents(path, Silence(), ask=an_ask(), keys=lines[:2], columns=("name",))
    assert [row[0] for row in rows_of(path)] == ["姓名", "戊己", "丙丁"]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_in_a_text_table_is_a_formula(text):
    safe = harmless_cell(text)
    assert not safe.startswith(("=", "+", "-", "@", "\r"))
    assert all(char >= " " or char in "\t\n" for char in safe)


def test_employer_written_as_a_formula_is_a_string_in_the_workbook(station, tmp_path):
    station.residents.register(Registration(particulars=a_draft("甲乙", phone="=1+1")))
    path = tmp_path / "a.xlsx"
    station.exports.residents(path, Silence(), ask=an_ask())
    with zipfile.ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_list_given_out_comes_back_as_a_roster(station, someone, tmp_path):
    path = tmp_path / "a.csv"
    station.exports.residents(path, Silence(), ask=an_ask("核对", is_full=True))
    again = station.imports.bring_in(station.imports.read(path, Silence()), Silence()).value
    assert (again.counts.accepted, again.added, again.changed) == (1, 0, 0)


def test_nothing_lies_about_after_an_export(station, someone, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    out = tmp_path / "out"
    out.mkdir()
    station.exports.residents(out / "a.xlsx", Silence(), ask=an_ask())
    assert not list(scratch.iterdir())
    assert [path.name for path in out.iterdir()] == ["a.xlsx"]


def test_every_export_is_in_the_audit_without_names(station, someone, tmp_path):
    station.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask())
    with station.store.reading() as tx:
        assert tx.audit.count("residents:list:exported") == 1


def test_unknown_kind_of_file_is_refused(station, tmp_path):
    with pytest.raises(RefusedError) as refused:
        station.exports.residents(tmp_path / "a.doc", Silence(), ask=an_ask())
    assert refused.value.reason == "export.kind"
