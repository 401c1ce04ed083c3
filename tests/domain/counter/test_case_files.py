"""What may be kept with a case, as far as its bytes and its name tell."""

from __future__ import annotations

import pytest

from station_app.domain.counter.case_files import (
    MOST_NAME,
    CaseFile,
    FileKind,
    FileRules,
    FileWhy,
    kind_of,
    obstacle,
    room_for,
    tidied_name,
)

JPEG, PNG, PDF = b"\xff\xd8\xff\xe0" + bytes(40), b"\x89PNG\r\n\x1a\n" + bytes(40), b"%PDF-1.7\n"
RULES = FileRules(
    kinds=tuple(FileKind),
    given=5000,
    kept=1000,
    case=2500,
    files=3,
    pixels=100,
    pages=2,
    edge=100,
    quality=80,
)
ZIP_END = b"PK\x05\x06" + bytes(18)


def a_file(size=100):
    return CaseFile(
        id="1",
        case_id="2",
        material="",
        name="a.jpg",
        kind=FileKind.JPEG,
        size=size,
        sha256="",
        source="",
    )


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("照片.jpg", JPEG, None),
        ("照片.JPEG", JPEG, None),
        ("扫描.png", PNG, None),
        ("表.pdf", PDF, None),
        ("空.jpg", b"", FileWhy.EMPTY),
        ("程序.jpg", b"MZ\x90", FileWhy.KIND),
        ("照片.heic", b"\x00\x00\x00\x18ftypheic", FileWhy.KIND),
        ("表.pdf", b"\n" + PDF, FileWhy.KIND),
        ("照片.png", JPEG, FileWhy.NAME_DIFFERS),
        ("照片", JPEG, FileWhy.NAME_DIFFERS),
        ("表.exe", PDF, FileWhy.NAME_DIFFERS),
        ("大.jpg", JPEG + bytes(5000), FileWhy.TOO_LARGE),
        ("双.jpg", JPEG + ZIP_END, FileWhy.TWO_KINDS),
        ("双.png", PNG + b"7z\xbc\xaf\x27\x1c" + bytes(30), FileWhy.TWO_KINDS),
        ("双.pdf", PDF + b"Rar!\x1a\x07\x01", FileWhy.TWO_KINDS),
        ("双.jpg", JPEG + PDF, FileWhy.TWO_KINDS),
        ("页.jpg", JPEG + b"<ScRipt>", FileWhy.TWO_KINDS),
        ("页.pdf", PDF + b"<HTML>", FileWhy.TWO_KINDS),
    ],
)
def test_a_file_is_taken_for_what_it_is(name, content, why):
    assert obstacle(name, content, RULES) is why


def test_a_kind_that_the_rules_do_not_name_is_refused():
    narrow = FileRules(
        **{
            **{name: getattr(RULES, name) for name in FileRules.__slots__},
            "kinds": (FileKind.PDF,),
        }
    )
    assert obstacle("照片.jpg", JPEG, narrow) is FileWhy.KIND


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\扫描\\户口簿.JPG", "户口簿.jpg"),
        ("../../户口簿.jpeg", "户口簿.jpg"),
        ("一\n二\x00三.jpg", "一二三.jpg"),
        (" .jpg", "jpeg.jpg"),
        ("...", "jpeg.jpg"),
        ("截图.png", "截图.jpg"),
    ],
)
def test_a_name_is_kept_without_what_is_no_name(given, kept):
    assert tidied_name(given, FileKind.JPEG) == kept


def test_a_long_name_keeps_its_ending():
    name = tidied_name("长" * 300 + ".pdf", FileKind.PDF)
    assert len(name) == MOST_NAME
    assert name.endswith(".pdf")


def test_a_case_holds_so_many_files_and_so_many_bytes():
    assert room_for(1000, [a_file(750), a_file(750)], RULES) is None
    assert room_for(1001, [a_file(750), a_file(750)], RULES) is FileWhy.CASE_FULL
    assert room_for(1, [a_file()] * 3, RULES) is FileWhy.TOO_MANY


def test_every_kind_is_known_by_its_beginning():
    assert [kind_of(each) for each in (JPEG, PNG, PDF, b"GIF89a")] == [*FileKind, None]
