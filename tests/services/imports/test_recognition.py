"""What kind of file it is, told by its bytes: names and endings lie."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.services.imports import recognition
from station_app.services.imports.recognition import (
    COMPOUND_MAGIC,
    ENCRYPTED_STREAM,
    OTHER_MAGIC,
    FileRefusedError,
    Kind,
    kind_of,
)

CODES = {
    "file-empty",
    "file-too-large",
    "file-encrypted",
    "file-damaged",
    "file-unsafe",
    "file-kind",
}


def refusal(data):
    with pytest.raises(FileRefusedError) as refused:
        kind_of(data)
    return refused.value.code


def a_package(**parts):
    """A zipped workbook of *parts*, slashes written as two underlines, dots as one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("姓名,性别\n张三,男\n".encode(), Kind.CSV),
        ("姓名,性别\n张三,男\n".encode("gb18030"), Kind.CSV),
        ("姓名\t性别\r\n张三\t男\r\n".encode("utf-16"), Kind.CSV),
        ("name,sex\r\nZhang,m\r\n".encode("utf-16-le"), Kind.CSV),
        (COMPOUND_MAGIC + b"Workbook", Kind.XLS),
        (a_package(xl__workbook_xml="<workbook/>"), Kind.XLSX),
        (a_package(xl__workbook_bin=b"\0\0"), Kind.XLSX),
    ],
)
def test_each_kind_is_known_by_its_bytes(data, kind):
    assert kind_of(data) is kind


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b" \r\n\t\n"])
def test_a_file_of_nothing_is_empty(data):
    assert refusal(data) == "file-empty"


@pytest.mark.parametrize("magic", OTHER_MAGIC)
def test_papers_pictures_and_programs_are_no_rosters(magic):
    assert refusal(magic + b" and more of it") == "file-kind"


@pytest.mark.parametrize(
    "text",
    [
        "<html><table>",
        "  \n<!DOCTYPE html>",
        "<TABLE border=1>",
        '<?xml version="1.0"?>',
        "\ufeff<html>",
    ],
)
def test_a_page_that_calls_itself_a_spreadsheet_is_none(text):
    assert refusal(text.encode()) == "file-kind"


def test_bytes_of_a_program_are_no_text():
    assert refusal(bytes(range(1, 32)) * 40) == "file-kind"
    assert refusal(b"ELF\x01\x02\x03" + b"\0abc\0\0" * 3 + bytes(range(256)) * 4) == "file-kind"


@pytest.mark.parametrize(
    "data",
    [COMPOUND_MAGIC + b"..." + ENCRYPTED_STREAM, COMPOUND_MAGIC + bytes(600) + ENCRYPTED_STREAM],
)
def test_a_workbook_with_a_password_is_told_apart(data):
    assert refusal(data) == "file-encrypted"


def test_a_package_that_holds_no_workbook_is_of_another_kind():
    assert refusal(a_package(word__document_xml="<document/>")) == "file-kind"


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><workbook/>',
        "<!doctype workbook><workbook/>",
        "<workbook/>".encode("utf-16"),
        b"<work\0book/>",
    ],
)
def test_markup_that_could_expand_or_hide_is_unsafe(content):
    assert refusal(a_package(xl__workbook_xml=content)) == "file-unsafe"


def test_a_package_cut_off_is_damaged():
    whole = a_package(xl__workbook_xml="<workbook/>")
    assert refusal(whole[: len(whole) // 2]) == "file-damaged"


@pytest.mark.parametrize(("limit", "value"), [("PACKED_PARTS", 1), ("UNPACKED_BYTES", 10)])
def test_a_package_that_unpacks_into_too_much_is_not_unpacked(monkeypatch, limit, value):
    monkeypatch.setattr(recognition, limit, value)
    package = a_package(xl__workbook_xml="<workbook/>", xl__styles_xml="<styles/>")
    assert refusal(package) == "file-too-large"


def test_a_file_beyond_the_ceiling_is_too_large(monkeypatch):
    monkeypatch.setattr(recognition, "FILE_BYTES", 10)
    assert refusal("姓名,性别,手机\n".encode()) == "file-too-large"


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", COMPOUND_MAGIC, b"\xff\xfe"]))
def test_any_bytes_are_a_kind_or_refused_with_a_code(data, magic):
    try:
        assert kind_of(magic + data) in set(Kind)
    except FileRefusedError as refused:
        assert refused.code in CODES  # noqa: PT017 - either is right


@given(st.integers(0, 200), st.integers(0, 255))
def test_a_workbook_with_a_byte_changed_is_a_kind_or_refused_with_a_code(place, byte):
    data = bytearray(a_package(xl__workbook_xml="<workbook/>"))
    data[place % len(data)] = byte
    try:
        assert kind_of(bytes(data)) in set(Kind)
    except FileRefusedError as refused:
        assert refused.code in CODES  # noqa: PT017 - either is right
