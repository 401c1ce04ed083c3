from __future__ import annotations

import openpyxl

from tests.ui.cli.conftest import PEOPLE


def rows_of(path):
    return list(openpyxl.load_workbook(path).active.values)


def test_all_residents_are_given_out_masked(command, tmp_path):
    path = tmp_path / "名单.xlsx"
    code, told = command.json("export", "residents", path)
    assert (code, told) == (0, {"people": PEOPLE, "file": str(path), "masked": True})
    rows = rows_of(path)
    assert len(rows) == PEOPLE + 2
    assert any("****" in str(row) for row in rows)


def test_purpose_gives_numbers_in_full_and_stands_in_the_file(command, tmp_path):
    path = tmp_path / "名单.xlsx"
    _, told = command.json("export", "residents", path, "--purpose", "人口普查")
    assert not told["masked"]
    rows = rows_of(path)
    assert "人口普查" in str(rows[0])
    assert not any("****" in str(row) for row in rows)


def test_other_kinds_of_file_are_refused(command, tmp_path):
    code, told = command.json("export", "residents", tmp_path / "a.pdf")
    assert (code, told["refused"]) == (3, "export.kind")


def test_place_that_is_not_there_is_told(command, tmp_path):
    code, told = command.json("export", "residents", tmp_path / "nowhere" / "a.xlsx")
    assert (code, told["error"]) == (4, "file-not-written")
