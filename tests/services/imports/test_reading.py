"""Reading files in a child process: values as kept, hostile files refused with a code."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.domain.errors import CancelledError, RefusedError
from station_app.services.imports import confinement, reading
from station_app.services.imports.child import read
from station_app.services.imports.reading import read_spreadsheet, reader_command
from station_app.services.progress import Silence
from tests.services.imports import hostile, rosters

OPEN_FILES = Path("/proc/self/fd")


class Impatience:
    """A progress that is stopped at its first step."""

    def step(self, *_told):
        raise CancelledError


def put(tmp_path, data, name="a.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", hostile.FILES)
def test_hostile_file_is_refused_with_its_code(tmp_path, name):
    make, code = hostile.FILES[name]
    path = put(tmp_path, make())
    begun = time.monotonic()
    with pytest.raises(RefusedError) as refused:
        read_spreadsheet(path, Silence())
    assert refused.value.reason == code
    assert time.monotonic() - begun < confinement.SECONDS + 5


@pytest.mark.parametrize("name", sorted(set(hostile.FILES) - hostile.HEAVY))
def test_hostile_file_is_known_by_its_content_without_any_limit(name):
    make, code = hostile.FILES[name]
    *_, last = read(make())
    assert last == {"refused": code}


def test_file_beyond_the_ceiling_is_not_even_opened(tmp_path):
    path = tmp_path / "a.xlsx"
    with path.open("wb") as stream:
        stream.truncate(confinement.FILE_BYTES + 1)
    with pytest.raises(RefusedError) as refused:
        read_spreadsheet(path, Silence())
    assert refused.value.reason == "file-too-large"


def test_missing_file_is_told_apart(tmp_path):
    with pytest.raises(RefusedError) as refused:
        read_spreadsheet(tmp_path / "nowhere.xlsx", Silence())
    assert refused.value.reason == "file-missing"


def test_child_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.3)
    monkeypatch.setattr(reading, "STARTER", "import time; time.sleep(60)")
    with pytest.raises(RefusedError) as refused:
        read_spreadsheet(put(tmp_path, hostile.plain_book()), Silence())
    assert refused.value.reason == "reading-took-too-long"


@pytest.mark.skipif(sys.platform == "win32", reason="job objects are tried on Windows by hand")
def test_child_that_grows_is_ended(tmp_path, monkeypatch):
    starter = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from station_app.services.imports.confinement import confine; confine();"
        "x = bytearray(600 << 20)"
    )
    monkeypatch.setattr(reading, "STARTER", starter)
    with pytest.raises(RefusedError) as refused:
        read_spreadsheet(put(tmp_path, hostile.plain_book()), Silence())
    assert refused.value.reason == "file-damaged"


def test_stopping_ends_the_child(tmp_path):
    with pytest.raises(CancelledError):
        read_spreadsheet(put(tmp_path, hostile.plain_book()), Impatience())


def test_frozen_program_starts_itself_with_a_flag(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_command() == [sys.executable, reading.READER_FLAG]


def test_program_with_a_name_of_its_own_starts_itself_too(monkeypatch):
    monkeypatch.setattr(sys, "executable", str(Path("C:/Station/Station.exe")))
    assert reader_command()[1:] == [reading.READER_FLAG]


def test_interpreter_is_started_apart_from_the_surroundings(monkeypatch):
    monkeypatch.delattr(sys, "frozen", raising=False)
    assert reader_command()[1] == "-I"


def test_values_come_as_they_are_kept(tmp_path):
    rows = [["姓名", "证件号码", "电话"], ["张三", 110000199104039040.0, 18793172333]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"甲": {"rows": rows, "hidden_columns": [2]}})
    (sheet,) = read_spreadsheet(path, Silence()).sheets
    assert sheet.rows[1][1] == pytest.approx(1.10000199104039e17)
    assert sheet.hidden_columns == {2}
    assert (sheet.name, sheet.first_row, sheet.hidden) == ("甲", 1, False)


def test_numbers_of_rows_are_those_the_office_program_shows(tmp_path):
    rows = [[""], [""], ["", "姓名"], ["", "张三"]]
    path = rosters.xlsx(tmp_path / "a.xlsx", {"a": {"rows": rows, "hidden_columns": [1]}})
    (sheet,) = read_spreadsheet(path, Silence()).sheets
    assert sheet.first_row == 3
    assert sheet.rows == [["姓名"], ["张三"]]
    assert sheet.hidden_columns == {0}


def test_hidden_rows_are_counted(tmp_path):
    data = hostile.book_with(
        hostile.HEAD
        + '<row r="1"><c r="A1"><v>1</v></c></row>'
        + '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
        + hostile.TAIL
    )
    (sheet,) = read_spreadsheet(put(tmp_path, data), Silence()).sheets
    assert sheet.hidden_rows == 1
    assert len(sheet.rows) == 2


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="only Linux lists what is open")
def test_nothing_is_left_of_the_child(tmp_path):
    before = len(list(OPEN_FILES.iterdir()))
    read_spreadsheet(put(tmp_path, hostile.plain_book()), Silence())
    assert len(list(OPEN_FILES.iterdir())) == before


def test_program_reads_a_file_when_it_starts_itself(tmp_path, monkeypatch):
    command = [sys.executable, "-m", "station_app", reading.READER_FLAG]
    monkeypatch.setattr(reading, "reader_command", lambda: command)
    (sheet,) = read_spreadsheet(put(tmp_path, hostile.plain_book()), Silence()).sheets
    assert sheet.rows == [["姓名"]]


@settings(max_examples=200)
@given(st.binary(max_size=400), st.integers(0, 3))
def test_damage_of_any_kind_is_answered_with_a_code(data, quarter):
    book = bytearray(hostile.plain_book())
    place = len(book) * quarter // 4
    book[place : place + len(data)] = data
    for candidate in (data, bytes(book)):
        *_, last = read(candidate)
        assert last.keys() in ({"refused"}, {"end"})
