"""A photograph or PDF from outside, made clean by a child process before it is kept."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn

from station_app.domain.counter.case_files import FileKind, FileWhy, kind_of, obstacle
from station_app.domain.errors import RefusedError
from station_app.services.child_talk import ask_child
from station_app.services.confinement import child_command, starter_of
from station_app.services.counter.scan_child import MOST_LINE, READER_FLAG, SECONDS
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from station_app.domain.counter.case_files import FileRules
    from station_app.services.progress import Progress

STARTER: Final = starter_of("station_app.services.counter.scan_child")
LIMITS: Final = ("given", "kept", "pixels", "pages", "edge", "quality")
NUMBERS: Final = ("width", "height", "pages")
MEGABYTE: Final = 1 << 20
MOST_SMALL: Final = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What is kept of a file, and what is known of it; ``source``: SHA-256 of what came."""

    content: bytes
    kind: FileKind
    width: int
    height: int
    pages: int
    sha256: str
    source: str


def read_scan(
    name: str, content: bytes, rules: FileRules, progress: Progress | None = None
) -> Scan:
    """Return what is to be kept of *content*, given under *name*.

    Raises :class:`RefusedError` with a code of :class:`FileWhy`.
    """
    if why := obstacle(name, content, rules):
        refuse(why, name, rules)
    told = {field: getattr(rules, field) for field in LIMITS}
    head = json.dumps({"kind": kind_of(content), **told}).encode() + b"\n"
    heard = ask_child(
        reader_command(),
        head + content,
        progress or Silence(),
        seconds=SECONDS,
        most=MOST_LINE + 4 * rules.kept,
    )
    line, _, kept = heard.answer.partition(b"\n")
    answer: Any = None
    with suppress(ValueError):
        answer = json.loads(line)
    if not isinstance(answer, dict):
        refuse(FileWhy.TOO_HARD if heard.is_over else FileWhy.DAMAGED, name, rules)
    if answer.get("refused") in set(FileWhy):
        refuse(FileWhy(answer["refused"]), name, rules)
    if len(kept) > rules.kept:
        refuse(FileWhy.TOO_LARGE, name, rules)
    scan = _scan(answer, kept, content)
    if scan is None:  # nothing that such a child says is believed unseen
        refuse(FileWhy.DAMAGED, name, rules)
    return scan


def small_picture(
    content: bytes, rules: FileRules, *, edge: int, progress: Progress | None = None
) -> bytes:
    """Return a PNG of a file that is kept, no side longer than *edge*; nothing if it cannot be.

    Made by the same child: what is kept came clean from it, and is decoded nowhere else.
    """
    kind = kind_of(content)
    told = {field: getattr(rules, field) for field in LIMITS}
    head = json.dumps({"kind": kind, "small": edge, **told}).encode() + b"\n"
    heard = ask_child(
        reader_command(),
        head + content,
        progress or Silence(),
        seconds=SECONDS,
        most=MOST_LINE + MOST_SMALL,
    )
    _, _, made = heard.answer.partition(b"\n")
    is_one = kind_of(made) is FileKind.PNG and len(made) < MOST_SMALL
    return made if is_one and _edges(made) <= {*range(1, edge + 1)} else b""


def _edges(png: bytes) -> set[int]:
    """Return both sides of a picture as its own head says: whoever draws it believes them."""
    return {int.from_bytes(png[at : at + 4], "big") for at in (16, 20)}


def reader_command() -> list[str]:
    """Return the command that starts the child, which goes to its ``main``."""
    return child_command(READER_FLAG, STARTER)


def refuse(why: FileWhy, name: str, rules: FileRules) -> NoReturn:
    """Refuse the file *name*, with the limits that the sentence may name."""
    raise RefusedError(
        why,
        name=name,
        kept=rules.kept // MEGABYTE,
        given=rules.given // MEGABYTE,
        case=rules.case // MEGABYTE,
        files=rules.files,
        pixels=rules.pixels // 1_000_000,
        pages=rules.pages,
    )


def _scan(answer: dict[str, Any], kept: bytes, content: bytes) -> Scan | None:
    kind = kind_of(kept)
    numbers: dict[str, Any] = {name: answer.get(name) for name in NUMBERS}
    if kind is None or answer.get("kind") != kind.value:
        return None
    if any(type(number) is not int or not 0 <= number < MEGABYTE for number in numbers.values()):
        return None
    return Scan(
        content=kept,
        kind=kind,
        **numbers,
        sha256=hashlib.sha256(kept).hexdigest(),
        source=hashlib.sha256(content).hexdigest(),
    )
