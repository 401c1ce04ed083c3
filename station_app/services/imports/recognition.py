"""What kind of file it is, told by its bytes: names and endings lie.

Runs in the child process. Refusals are codes; the words are the interface's.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum
from typing import IO

from station_app.services.imports.confinement import FILE_BYTES, PACKED_PARTS, UNPACKED_BYTES

ZIP_MAGIC = b"PK\x03\x04"
COMPOUND_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff")
OTHER_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
    b"{\\rtf",
)
MARKUP_PARTS = (".xml", ".rels")
PROLOGUE_BYTES = 4096
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
MARKUP_STARTS = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head")


class Kind(StrEnum):
    """The kinds of file a roster comes in."""

    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"


class FileRefusedError(Exception):
    """The file cannot be taken; ``code`` says why. It never leaves the child."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def kind_of(data: bytes) -> Kind:
    """Return the kind of file, or refuse it with a code.

    Codes: ``file-empty``, ``file-too-large``, ``file-encrypted``,
    ``file-damaged``, ``file-unsafe``, ``file-kind``.
    """
    if not data.strip(b"\0\r\n\t "):
        raise FileRefusedError("file-empty")
    if len(data) > FILE_BYTES:
        raise FileRefusedError("file-too-large")
    if data.startswith(ZIP_MAGIC):
        inspect_package(io.BytesIO(data))
        return Kind.XLSX
    if data.startswith(COMPOUND_MAGIC):
        if ENCRYPTED_STREAM in data:
            raise FileRefusedError("file-encrypted")
        return Kind.XLS
    if data.startswith(OTHER_MAGIC) or _is_markup(data) or _is_binary(data):
        raise FileRefusedError("file-kind")
    return Kind.CSV


def inspect_package(stream: IO[bytes]) -> None:
    """Refuse a zipped workbook that is too big when unpacked, damaged, or tricky."""
    try:
        with zipfile.ZipFile(stream) as package:
            parts = package.infolist()
            _refuse_bombs(parts)
            if not any(part.filename.lower().startswith("xl/workbook.") for part in parts):
                raise FileRefusedError("file-kind")
            texts = [part for part in parts if part.filename.lower().endswith(MARKUP_PARTS)]
            for part in texts:
                _refuse_tricks(package, part)
    except BROKEN as error:
        raise FileRefusedError("file-damaged") from error


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > PACKED_PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise FileRefusedError("file-too-large")
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefusedError("file-encrypted")


def _refuse_tricks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with package.open(part) as stream:
        prologue = stream.read(PROLOGUE_BYTES)
    # UTF-16 would hide a DOCTYPE from the look at the bytes below.
    if prologue.startswith(UNICODE_MARKS) or b"\0" in prologue:
        raise FileRefusedError("file-unsafe")
    if b"<!DOCTYPE" in prologue.upper() or b"<!ENTITY" in prologue.upper():
        raise FileRefusedError("file-unsafe")


def _is_markup(data: bytes) -> bool:
    return data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKUP_STARTS)


def _is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: control characters, and not UTF-16."""
    sample = data[:PROLOGUE_BYTES]
    if sample.startswith(UNICODE_MARKS):
        return False
    if b"\0" in sample:
        # In UTF-16 every second byte of ASCII is a zero; a program has them anywhere.
        zeros = max(sample[0::2].count(0), sample[1::2].count(0))
        return zeros < len(sample) // 8
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in sample) > len(sample) // 50
