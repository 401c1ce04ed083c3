"""Files of cases (办件附件): photographs and scans of what was brought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NewType

from station_app.domain.counter.case_flow import CaseState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from station_app.domain.counter.cases import CaseId

CaseFileId = NewType("CaseFileId", str)

MOST_NAME: Final = 120
SHUT: Final = frozenset({CaseState.ARCHIVED})
"""Nothing comes to a case any more once it lies in the archive."""
HEAD: Final = 1024
TAIL: Final = 66_000  # the directory of an archive ends within it


class FileKind(StrEnum):
    """What a file may be."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"


class FileWhy(StrEnum):
    """Why a file is not taken; each has its sentence in ``ui/shell/case_wording.py``."""

    KIND = "case-file.kind"
    EMPTY = "case-file.empty"
    NAME_DIFFERS = "case-file.name-differs"
    TWO_KINDS = "case-file.two-kinds"
    DAMAGED = "case-file.damaged"
    LOCKED = "case-file.locked"
    TOO_LARGE = "case-file.too-large"
    TOO_MANY_PIXELS = "case-file.too-many-pixels"
    TOO_MANY_PAGES = "case-file.too-many-pages"
    TOO_HARD = "case-file.too-hard"
    CASE_FULL = "case-file.case-full"
    TOO_MANY = "case-file.too-many"
    THERE_ALREADY = "case-file.there-already"
    ARCHIVED = "case-file.archived"
    ELSEWHERE = "case-file.elsewhere"
    ALTERED = "case-file.altered"


ENDINGS: Final[Mapping[FileKind, tuple[str, ...]]] = {
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.PNG: (".png",),
    FileKind.PDF: (".pdf",),
}
BEGINNINGS: Final[Mapping[FileKind, bytes]] = {
    FileKind.JPEG: b"\xff\xd8\xff",
    FileKind.PNG: b"\x89PNG\r\n\x1a\n",
    FileKind.PDF: b"%PDF-",
}
ARCHIVES: Final = (b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
PAGES: Final = (b"<html", b"<script", b"<!doctype", b"<?php", b"<svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRules:
    """How large files may be: ``given`` as they come, ``kept`` as they are kept, in bytes.

    A photograph is made smaller until its longer ``edge`` has so many pixels, and written
    anew with ``quality``.
    """

    kinds: tuple[FileKind, ...]
    given: int
    kept: int
    case: int
    files: int
    pixels: int
    pages: int
    edge: int
    quality: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A file of a case as it is kept.

    ``material``: the name of what it shows, empty for the case as a whole. ``pages`` of a
    PDF, ``width`` and ``height`` of a picture. ``source`` is the SHA-256 of what was given,
    ``sha256`` that of what is kept. ``is_here``: whether its content has arrived.
    """

    id: CaseFileId
    case_id: CaseId
    material: str
    name: str
    kind: FileKind
    size: int
    sha256: str
    source: str
    width: int = 0
    height: int = 0
    pages: int = 1
    added_at: datetime | None = None
    added_by: str = ""
    is_here: bool = True


def kind_of(content: bytes) -> FileKind | None:
    """Return what *content* is by how it begins."""
    for kind, beginning in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    return None


def kind_named(name: str) -> FileKind | None:
    """Return what the ending of *name* says."""
    ending = PurePath(name).suffix.lower()
    return next((kind for kind, endings in ENDINGS.items() if ending in endings), None)


def tidied_name(name: str, kind: FileKind) -> str:
    """Return *name* as it is kept: no folders, nothing that does not print, one ending.

    The ending is that of *kind*: a picture may be kept as another kind than it was given.
    """
    last = PurePath(name.replace("\\", "/")).name
    stem = "".join(each for each in PurePath(last).stem if each.isprintable()).strip(" .")
    ending = ENDINGS[kind][0]
    return f"{(stem or kind.value)[: MOST_NAME - len(ending)]}{ending}"


def obstacle(name: str, content: bytes, rules: FileRules) -> FileWhy | None:
    """Return why *content* is not taken under *name*, as far as its bytes tell unread."""
    kind = kind_of(content)
    wrong = {
        FileWhy.EMPTY: not content,
        FileWhy.KIND: kind not in rules.kinds,
        FileWhy.TOO_LARGE: len(content) > rules.given,
        FileWhy.NAME_DIFFERS: kind_named(name) is not kind,
        FileWhy.TWO_KINDS: kind is not None and _is_two_things(content, kind),
    }
    return next((why for why, is_so in wrong.items() if is_so), None)


def room_for(size: int, among: Iterable[CaseFile], rules: FileRules) -> FileWhy | None:
    """Return why a file of *size* bytes does not fit *among* those of its case."""
    kept = list(among)
    if len(kept) >= rules.files:
        return FileWhy.TOO_MANY
    if sum(each.size for each in kept) + size > rules.case:
        return FileWhy.CASE_FULL
    return None


def _is_two_things(content: bytes, kind: FileKind) -> bool:
    """Whether other programs would take *content* for something else (polyglots)."""
    head, tail = content[:HEAD].lower(), content[-TAIL:]
    # of what is taken here a PDF alone may begin later than with the first byte
    others = PAGES if kind is FileKind.PDF else (*PAGES, BEGINNINGS[FileKind.PDF].lower())
    return any(mark in head for mark in others) or any(mark in tail for mark in ARCHIVES)
