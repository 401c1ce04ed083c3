"""Keep the window's Chinese words in step with its English sources.

Run from the root as ``python -m installer.translate`` after sentences of ``ui/``
have changed: new ones are put into ``station_zh_CN.ts`` (to be translated
there), those no longer used leave it, and the ``.qm`` that the program reads
is made anew. With ``--check`` nothing is written; every difference is told and
the exit code is 1.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from station_app.store.files import atomic_write

if TYPE_CHECKING:
    from collections.abc import Sequence

TOP = Path(__file__).resolve().parent.parent
SOURCES = TOP / "ui"
WORDS = TOP / "resources" / "translations" / "station_zh_CN.ts"
COMPILED = WORDS.with_suffix(".qm")
LANGUAGES = ("-source-language", "en_GB", "-target-language", "zh_CN")
UPDATE = ("pyside6-lupdate", "-locations", "none", "-no-obsolete", *LANGUAGES)
RELEASE = ("pyside6-lrelease", "-silent")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence: *context* is the class or the room that says it."""

    context: str
    source: str
    translation: str
    state: str  # empty when it is translated and used

    @property
    def key(self) -> Key:
        """Return what Qt finds the sentence by."""
        return self.context, self.source


def read(ts: bytes) -> dict[Key, Message]:
    """Return the messages of a translation file."""
    found = {}
    for context in ET.fromstring(ts).iter("context"):  # noqa: S314 - our own file
        for entry in context.iter("message"):
            translation = entry.find("translation")
            message = Message(
                context=context.findtext("name", ""),
                source=entry.findtext("source", ""),
                translation="" if translation is None else translation.text or "",
                state="" if translation is None else translation.get("type", ""),
            )
            found[message.key] = message
    return found


def updated(ts: bytes, sources: Path = SOURCES) -> bytes:
    """Return the translation file as it has to be for the Python files in *sources*."""
    files = [str(path) for path in sorted(sources.rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / WORDS.name
        if ts:
            work.write_bytes(ts)
        _run((*UPDATE, *files, "-ts", str(work)))
        return work.read_bytes().replace(b"\r\n", b"\n")


def compiled(ts: bytes) -> bytes:
    """Return what the program reads instead of *ts*."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / WORDS.name
        work.write_bytes(ts)
        _run((*RELEASE, str(work)))
        return work.with_suffix(".qm").read_bytes()


def differences(ts: bytes, qm: bytes, sources: Path = SOURCES) -> list[str]:
    """Return all that keeps *ts* and *qm* from being complete for *sources*, a line each."""
    here, wanted = read(ts), read(updated(ts, sources))
    told = [f"not in the file: {_said(key)}" for key in wanted if key not in here]
    told += [f"not used any more: {_said(key)}" for key in here if key not in wanted]
    told += [
        f"not translated: {_said(message.key)}"
        for message in here.values()
        if message.state or not message.translation
    ]
    if compiled(ts) != qm:
        told.append("the .qm is older than the .ts")
    return told


def main(arguments: Sequence[str]) -> int:
    """Bring both files up to date, or only tell the differences; return the exit code."""
    parser = argparse.ArgumentParser(prog="installer.translate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, tell differences")
    ts = WORDS.read_bytes() if WORDS.exists() else b""
    if not parser.parse_args(arguments).check:
        ts = updated(ts)
        atomic_write(WORDS, ts)
        atomic_write(COMPILED, compiled(ts))
    told = differences(ts, COMPILED.read_bytes())
    for line in told:
        print(line)
    return 1 if told else 0


def _said(key: Key) -> str:
    context, source = key
    return f"{context}: {source!r}"


def _run(command: Sequence[str]) -> None:
    tool, *rest = command
    path = shutil.which(tool, path=sysconfig.get_path("scripts"))
    if path is None:
        raise SystemExit(f"{tool} is missing: it comes with PySide6-Essentials")
    done = subprocess.run([path, *rest], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr or done.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
