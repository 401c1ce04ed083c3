"""Text tables: the encoding and the delimiter nobody tells, found by trying."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.services.imports import textfile
from station_app.services.imports.recognition import FileRefusedError
from station_app.services.imports.textfile import (
    DELIMITERS,
    FIELD_CHARACTERS,
    decode,
    delimiter_of,
    read_text_table,
)

ROSTER = "姓名,性别,身份证号\n张三,男,110000199001010013\n阿依古丽·买买提,女,\n"
HAN = st.text(alphabet="张三李四曾小明幸福里社区居民花名册户主妻", min_size=1, max_size=6)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(HAN | st.integers(0, 10**6).map(str), min_size=width, max_size=width),
        min_size=1,
        max_size=8,
    )
)


def written(rows, delimiter=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def read(data):
    """Return the rows of the one sheet, however many messages they come in."""
    head, *messages = read_text_table(data)
    assert head["sheet"]["name"] == ""
    return [row for message in messages for row in message["rows"]]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_a_roster_is_decoded_whatever_program_saved_it(encoding):
    assert decode(ROSTER.encode(encoding)) == ROSTER


def test_a_rare_character_survives_the_encoding_of_the_authorities():
    assert decode("姓名,住址\n𠮷㭎,㙍上村\n".encode("gb18030")) == "姓名,住址\n𠮷㭎,㙍上村\n"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xef\xbb\xbf\xff", b"\x81\xff\xff\x80"])
def test_bytes_that_no_encoding_explains_are_refused(data):
    with pytest.raises(FileRefusedError) as refused:
        decode(data)
    assert refused.value.code == "file-encoding"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_code(data):
    try:
        rows = read(data)
    except FileRefusedError as refused:
        codes = {"file-encoding", "file-damaged", "file-too-large"}
        assert refused.code in codes  # noqa: PT017 - either is right
    else:
        assert all(isinstance(cell, str) for row in rows for cell in row)


@given(TABLES, st.sampled_from(DELIMITERS), st.sampled_from(["utf-8-sig", "gb18030", "utf-16"]))
def test_a_table_comes_back_as_it_was_written(rows, delimiter, encoding):
    assert read(written(rows, delimiter).encode(encoding)) == rows


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_the_one_that_parts_all_lines_alike(delimiter):
    rows = [["姓名", "住址", "备注"], ["张三", "幸福里3幢", "甲；乙"], ["李四", "和平村", ""]]
    assert delimiter_of(written(rows, delimiter)) == delimiter


def test_commas_within_the_words_of_a_tabbed_table_do_not_part_it():
    text = "姓名\t备注\n张三\t低保,残疾,独居\n李四\t\n王五\t党员\n"
    assert delimiter_of(text) == "\t"
    assert read(text.encode())[1] == ["张三", "低保,残疾,独居"]


@pytest.mark.parametrize("text", ["", "\n\n", "张三", "张三\n李四\n"])
def test_one_column_is_parted_by_nothing(text):
    assert all(len(row) <= 1 for row in read(text.encode()))


def test_short_rows_are_filled_up_to_the_widest():
    assert read("姓名,性别,手机\n张三\n".encode()) == [["姓名", "性别", "手机"], ["张三", "", ""]]


def test_a_line_break_within_quotes_stays_in_its_cell():
    assert read('姓名,住址\n张三,"幸福里\n3幢"\n'.encode())[1] == ["张三", "幸福里\n3幢"]


def test_zero_bytes_that_some_programs_pad_with_are_passed_over():
    assert read(("姓名,性别\n张三,男\n" + "\0" * 2).encode())[1] == ["张三", "男"]


def test_a_quote_that_never_ends_is_damage():
    endless = '姓名,住址\n张三,"' + "幸" * (FIELD_CHARACTERS + 1)
    with pytest.raises(FileRefusedError) as refused:
        read(endless.encode())
    assert refused.value.code == "file-damaged"


@pytest.mark.parametrize(("limit", "value"), [("ROWS", 2), ("COLUMNS", 1)])
def test_a_table_beyond_the_limits_is_refused(monkeypatch, limit, value):
    monkeypatch.setattr(textfile, limit, value)
    with pytest.raises(FileRefusedError) as refused:
        read(ROSTER.encode())
    assert refused.value.code == "file-too-large"


def test_long_tables_come_in_several_messages(monkeypatch):
    monkeypatch.setattr(textfile, "BLOCK", 2)
    messages = list(read_text_table(ROSTER.encode()))
    assert [len(each["rows"]) for each in messages[1:]] == [2, 1]
    assert read(ROSTER.encode())[2][0] == "阿依古丽·买买提"
