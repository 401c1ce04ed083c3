from __future__ import annotations

import shutil

import openpyxl
import pytest

from tests.ui.cli.conftest import PEOPLE


def rows_of(path):
    return list(openpyxl.load_workbook(path).active.values)


SAID = ("--recipient", "街道办", "--purpose", "人口普查", "--reason", "全员核对")


def test_all_residents_are_given_out_masked(command, tmp_path):
    path = tmp_path / "名单.xlsx"
    code, told = command.json("export", "residents", path, *SAID)
    number = told.pop("number")
    assert (code, told) == (0, {"people": PEOPLE, "file": str(path), "masked": True})
    rows = rows_of(path)
    assert len(rows) == PEOPLE + 2
    assert any("****" in str(row) for row in rows)
    assert number in str(rows[0])


def test_numbers_in_full_are_asked_for_by_name(command, tmp_path):
    path = tmp_path / "名单.xlsx"
    _, told = command.json("export", "residents", path, *SAID, "--full")
    assert not told["masked"]
    rows = rows_of(path)
    assert "人口普查" in str(rows[0])
    assert not any("****" in str(row) for row in rows)


@pytest.mark.parametrize("left_out", ["--recipient", "--purpose", "--reason"])
def test_without_what_has_to_be_said_nothing_is_written(command, tmp_path, left_out):
    path = tmp_path / "名单.xlsx"
    said = [
        word
        for pair in zip(SAID[::2], SAID[1::2], strict=True)
        for word in pair
        if pair[0] != left_out
    ]
    code, told = command.json("export", "residents", path, *said)
    assert code == 3
    assert told["problems"] == [{"field": left_out.strip("-"), "code": "missing"}]
    assert not path.exists()


def test_above_the_limit_a_second_person_is_needed(at_new_home, filled_home, tmp_path, new_home):
    shutil.copytree(filled_home.root, new_home.root)
    station = at_new_home.station()
    station.settings.change(export_limit=PEOPLE - 1)
    station.close()
    path = tmp_path / "名单.xlsx"
    code, told = at_new_home.json("export", "residents", path, *SAID)
    assert (code, told["refused"]) == (3, "export.needs-second-person")
    code, told = at_new_home.json("export", "residents", path, *SAID, "--approve-as", "李四")
    assert (code, told["refused"]) == (3, "export.may-not-approve")
    assert not path.exists()


def test_other_kinds_of_file_are_refused(command, tmp_path):
    code, told = command.json("export", "residents", tmp_path / "a.pdf", *SAID)
    assert (code, told["refused"]) == (3, "export.kind")


def test_place_that_is_not_there_is_told(command, tmp_path):
    code, told = command.json("export", "residents", tmp_path / "nowhere" / "a.xlsx", *SAID)
    assert (code, told["error"]) == (4, "file-not-written")
