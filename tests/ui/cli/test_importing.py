from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

HEADINGS = ("姓名", "性别", "身份证号码", "与户主关系", "现住址", "联系电话")
ROWS = (
    ("查良木", "男", "110000197001010014", "户主", "幸福里小区9幢1单元101室", "16000000011"),
    ("仇小花", "女", "", "妻", "幸福里小区9幢1单元101室", ""),
    ("单一一", "男", "110000199001010010", "户主", "幸福里小区9幢1单元102室", ""),
)


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "花名册.xlsx"
    book = openpyxl.Workbook()
    for row in (HEADINGS, *ROWS):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def content(command):
    def read():
        return command.json("check")[1]["content"]

    return read


def test_dry_run_tells_and_changes_nothing(command, roster, content):
    before = content()
    code, told = command.json("import", "residents", roster, "--dry-run")
    assert (code, told["batch"], told["set_aside_file"]) == (0, None, None)
    assert (told["read"], told["accepted"]) == (3, 2)
    assert content() == before


def test_roster_is_brought_in_once_and_taken_back(command, roster, content):
    before = content()
    code, first = command.json("import", "residents", roster)
    assert code == 0
    assert (first["read"], first["accepted"], first["households"]) == (3, 2, 2)
    assert first["warned"] == {"no_id": 1}
    assert first["refused"] == {"id_check_digit": 1}
    _, second = command.json("import", "residents", roster)
    assert second["people_in_store"] == first["people_in_store"]
    for batch in (second["batch"], first["batch"]):
        assert command.json("import", "residents", "--undo", batch)[0] == 0
    assert content() == before


def test_refused_rows_are_written_with_a_reason_where_asked(command, roster, tmp_path):
    aside = tmp_path / "退回.xlsx"
    _, told = command.json("import", "residents", roster, "--set-aside", aside)
    assert told["set_aside_file"] == str(aside)
    rows = list(openpyxl.load_workbook(aside).active.values)
    assert "单一一" in str(rows)
    assert "Check each digit" in str(rows)
    command.json("import", "residents", "--undo", told["batch"])


def test_refused_rows_go_to_the_stations_folder_by_default(command, roster):
    _, told = command.json("import", "residents", roster)
    assert Path(told["set_aside_file"]).parent == command.home.root / "set-aside"
    command.json("import", "residents", "--undo", told["batch"])


def test_people_are_told_how_to_take_it_back(command, roster):
    _, out, _ = command("import", "residents", roster)
    batch = out.split()[-1]
    code, out, _ = command("import", "residents", "--undo", batch)
    assert code == 0
    assert "2 people" in out


def test_second_undo_is_refused(command, roster):
    _, told = command.json("import", "residents", roster)
    command.json("import", "residents", "--undo", told["batch"])
    code, refusal = command.json("import", "residents", "--undo", told["batch"])
    assert (code, refusal["refused"]) == (3, "import.undone")


def test_missing_file_is_not_found(command, tmp_path):
    code, told = command.json("import", "residents", tmp_path / "nothing.xlsx")
    assert (code, told["error"]) == (4, "file-missing")


def test_unknown_batch_is_not_found(command):
    assert command.json("import", "residents", "--undo", "0" * 32)[0] == 4


def test_file_that_is_no_roster_is_refused(command, tmp_path):
    path = tmp_path / "letter.xlsx"
    path.write_bytes(b"Dear Sir")
    code, told = command.json("import", "residents", path)
    assert code == 3
    assert told["refused"]
