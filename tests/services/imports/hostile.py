"""Files made to break their reader (design/security.md 3.8)."""

from __future__ import annotations

import io
import struct
import zipfile

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
TAIL = "</sheetData></worksheet>"


def plain_book():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet("a").write_string(0, 0, "姓名")
    return stream.getvalue()


def book_with(sheet, extra=None):
    """Return a workbook whose only sheet is *sheet*, as XML."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain_book())) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, sheet if name == SHEET else source.read(name))
        for name, content in (extra or {}).items():
            target.writestr(name, content)
    return stream.getvalue()


def zip_bomb():
    return book_with(
        HEAD + TAIL, {f"xl/media/{place}.xml": bytes(70 << 20) for place in range(10)}
    )


def far_cell():
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return book_with(HEAD + near + far + TAIL)


def rows_numbered_zero():
    return book_with(HEAD + '<row r="0"><c r="A0"><v>1</v></c></row>' * 1_500_000 + TAIL)


def too_many_rows():
    rows = "".join(
        f'<row r="{line}"><c r="A{line}"><v>1</v></c></row>' for line in range(1, 200_102)
    )
    return book_with(HEAD + rows + TAIL)


def too_many_columns():
    cells = "".join(
        f'<c r="A{chr(65 + a)}{chr(65 + b)}1"><v>1</v></c>' for a in range(12) for b in range(26)
    )
    return book_with(HEAD + f'<row r="1">{cells}</row>' + TAIL)


def entity_bomb():
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return book_with(HEAD.replace("<worksheet", doctype + "<worksheet") + TAIL)


def external_entity():
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'
    return book_with(HEAD.replace("<worksheet", doctype + "<worksheet") + cell + TAIL)


def wide_encoding():
    return book_with((HEAD + TAIL).encode("utf-16"))


def truncated():
    return plain_book()[:-400]


def broken_in_the_middle():
    data = bytearray(plain_book())
    data[200:400] = bytes(200)
    return bytes(data)


def encrypted_book():
    """The shape of a workbook with a password: a compound file with its stream's name."""
    sector = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    return bytes(sector) + "EncryptedPackage".encode("utf-16-le") + bytes(2048)


def encrypted_entry():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("xl/workbook.xml", "<x/>")
    data = bytearray(stream.getvalue())
    place = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, place + 8, 1)
    return bytes(data)


def another_zip():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("word/document.xml", "<x/>")
    return stream.getvalue()


FILES = {
    "zip_bomb": (zip_bomb, "file-too-large"),
    "far_cell": (far_cell, "file-too-large"),
    "rows_numbered_zero": (rows_numbered_zero, "file-damaged"),
    "too_many_rows": (too_many_rows, "file-too-large"),
    "too_many_columns": (too_many_columns, "file-too-large"),
    "entity_bomb": (entity_bomb, "file-unsafe"),
    "external_entity": (external_entity, "file-unsafe"),
    "wide_encoding": (wide_encoding, "file-unsafe"),
    "truncated": (truncated, "file-damaged"),
    "broken_in_the_middle": (broken_in_the_middle, "file-damaged"),
    "encrypted_book": (encrypted_book, "file-encrypted"),
    "encrypted_entry": (encrypted_entry, "file-encrypted"),
    "another_zip": (another_zip, "file-kind"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "file-kind"),
    "paper": (lambda: b"%PDF-1.7\n", "file-kind"),
    "web_page": ("<html><table><tr><td>姓名".encode, "file-kind"),
    "program": (lambda: bytes(range(256)) * 20, "file-kind"),
    "nothing": (lambda: b"", "file-empty"),
    "blanks": (lambda: b" \r\n" * 100, "file-empty"),
    "compound_without_a_book": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
        "file-damaged",
    ),
    "no_known_encoding": (lambda: b"\xe5\xa7\x93,\xff\xff\xff\n1,2\n", "file-encoding"),
    "endless_quote": (('姓名,"' + "x" * 40_000).encode, "file-damaged"),
}
HEAVY = frozenset({"zip_bomb", "far_cell", "rows_numbered_zero"})
"""Files that need the limits of the child, or much time."""
