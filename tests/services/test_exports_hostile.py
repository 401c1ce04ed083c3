"""A hundred and fifty strings that mean harm, given out as a workbook and as a text table.

None of them may be run by an office program, and what was written is what is read again.
"""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from station_app.domain.privacy.leaving import CONTROLS
from station_app.services.progress import Silence
from station_app.services.residents.people import Registration
from tests.factories import a_draft, an_ask
from tests.hostile import HOSTILE

RUN_BY = tuple("=+-@\t\r＝＋－＠")
LED_IN = tuple(f"'{sign}" for sign in RUN_BY)


def as_kept(text):
    """What is left of *text* in a file: control characters do not travel."""
    return text.translate(CONTROLS)


@pytest.fixture
def station(station):
    keys = [
        station.residents.register(Registration(particulars=a_draft(f"人{at}"))).value
        for at in range(len(HOSTILE))
    ]
    # past the checks of the forms: as a file of long ago may have brought them in
    with station.store.transaction() as tx:
        tx.bulk(
            "UPDATE resident SET phone = ? WHERE id = ?", list(zip(HOSTILE, keys, strict=True))
        )
    station.lines = [station.lists.line_of(key) for key in keys]
    return station


@pytest.fixture
def given_out(station, tmp_path):
    def give_out(name):
        path = tmp_path / name
        station.exports.residents(
            path,
            Silence(),
            ask=an_ask(reason="核对", is_full=True),
            keys=station.lines,
            columns=("name", "phone"),
        )
        return path

    return give_out


def equal_share(read):
    """The share of the strings that are read again as they were kept."""
    pairs = zip(read, map(as_kept, HOSTILE), strict=True)
    return sum(one == other for one, other in pairs) / len(HOSTILE)


def test_there_are_a_hundred_and_fifty():
    assert len(HOSTILE) >= 150


def test_nothing_in_a_workbook_is_a_formula_and_all_is_read_again(given_out):
    path = given_out("a.xlsx")
    with zipfile.ZipFile(path) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        written = b"".join(package.read(name) for name in sheets)
    assert b"<f>" not in written
    assert b"<hyperlink" not in written
    sheet = openpyxl.load_workbook(path).active
    cells = [row[1] for row in sheet.iter_rows(min_row=3)]
    assert {cell.data_type for cell in cells} == {"s"}
    by_rust = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[-len(HOSTILE) :]
    assert equal_share([str(row[1]) for row in by_rust]) >= 0.99


def test_nothing_in_a_text_table_is_run_and_all_is_read_again(given_out):
    text = given_out("a.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))[-len(HOSTILE) :]
    cells = [row[1] for row in rows]
    assert len({row[2] for row in rows}) == 1, "the last column is the mark of the file"
    # a tab before a long number keeps it whole; nothing else may begin so
    assert [each for each in cells if each.startswith(RUN_BY) and not each[1:].isdigit()] == []
    plain = [each[1:] if each.startswith((*LED_IN, "\t")) else each for each in cells]
    assert equal_share(plain) >= 0.99
