"""The same hostile strings in the other workbooks: a copy of own data, rows set aside."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest
import xlsxwriter

from station_app.domain.privacy.leaving import without_controls
from station_app.services.certificates.rights_papers import OwnData, Part
from station_app.services.progress import Silence
from station_app.services.rights.copies import as_book, as_json
from tests.factories import TODAY
from tests.hostile import HOSTILE
from tests.services.imports import rosters

FORBIDDEN = (b"<f>", b"<f ", b"<hyperlink", b"ddeLink", b"externalLink")
PARTS = (
    Part(title="基本信息", pairs=tuple(("备注", text) for text in HOSTILE)),
    Part(title="来访", table=(("事由", "结果"), *((text, text) for text in HOSTILE))),
    *(Part(title=text, remark=text) for text in HOSTILE),
)
DATA = OwnData(
    parts=PARTS,
    name="张三",
    number="查〔2026〕0001",
    purpose="本人查询",
    handler="王丽",
    printed_on=TODAY,
    check="原件",
    station="石头城社区服务站",
)


def sheets_of(data):
    """Return the texts of all cells; nothing in the workbook *data* may be run."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not [name for name in parts if "external" in name.lower()]
    for name, part in parts.items():
        assert not [sign for sign in FORBIDDEN if sign in part], name
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    return book, [cell.value for cell in cells]


def test_nothing_in_a_copy_of_own_data_is_run_and_all_is_read_again():
    _, texts = sheets_of(as_book(DATA, "=1+1", "本人信息"))
    assert texts[0] == "=1+1"
    assert [text for text in texts if text != without_controls(text)] == []
    kept = {without_controls(text) for text in HOSTILE}
    assert kept - set(texts) <= {""}


@pytest.mark.parametrize("mark", ["长" * 400, "&" * 400, "=1+1&D\x07"])
def test_the_foot_of_a_copy_is_one_that_programs_take(mark):
    book, _ = sheets_of(as_book(DATA, mark, "本人信息"))
    foot = book.active.oddFooter
    assert foot.left.text
    assert foot.right.text
    assert "\x07" not in foot.left.text


def test_no_control_character_is_in_a_copy_to_be_taken_elsewhere():
    data = as_json(replace(DATA, name="张\x07三", number="\x1b[2J1"), "\x00标记\ud800")
    told = json.loads(data)

    def texts(value):
        if isinstance(value, dict):
            value = [*value, *value.values()]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [value]

    found = texts(told)
    assert [text for text in found if text != without_controls(text)] == []
    assert told["name"] == "张三"


def hostile_roster(path):
    """A roster with hostile names, numbers that do not check out, and a hostile form's head."""
    made = rosters.people(households=40, seed=3)
    rows = [
        replace(one, name=text, number="110000199001010010", phone=text)
        for one, text in zip(made, HOSTILE, strict=False)
    ]
    about = rosters.station_layout(rows)
    table = about["rows"]
    table[0][0], table[2][2] = HOSTILE[0], "=cmd|' /C calc'!A0"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("=1+1")
        for top, left, bottom, right in about["merged"]:
            sheet.merge_range(top, left, bottom, right, "")
        for line, row in enumerate(table):
            for column, value in enumerate(row):
                if value not in {"", None}:
                    sheet.write_string(line, column, str(value))
    return path


def test_nothing_in_a_book_of_rows_set_aside_is_run(station, tmp_path):
    read = station.imports.read(hostile_roster(tmp_path / "r.xlsx"), Silence())
    done = station.imports.bring_in(read, Silence())
    aside = tmp_path / "aside.xlsx"
    count = done.value.set_aside(aside, lambda found: f"=原因\x07 {found.code}")
    assert count >= 50
    book, texts = sheets_of(aside.read_bytes())
    assert [text for text in texts if text != without_controls(text)] == []
    assert "=cmd|' /C calc'!A0" in texts
    assert "C3:G3" in {str(each) for each in book.active.merged_cells.ranges}
    assert any(text.startswith("=原因 ") for text in texts)
