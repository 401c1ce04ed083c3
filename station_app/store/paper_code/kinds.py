"""Which papers bear a code and in which words it is packed: ``resources/verify``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.paper_code.judging import Form
from station_app.store.data_files import ReferenceInvalidError, read_data_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.store.data_files import Place

FILE = "codes.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeKinds:
    """The kinds of papers by their numbers, and the dictionaries by their versions."""

    forms: Mapping[int, Form]
    numbers: Mapping[str, int]
    dictionaries: Mapping[int, bytes]

    @property
    def latest(self) -> int:
        """Return the version of the dictionary that new codes are packed with."""
        return max(self.dictionaries)


def read_kinds(folder: Path) -> CodeKinds:
    """Return what *folder* says of codes.

    Raises :class:`ReferenceInvalidError` naming the file and the place: a dictionary of
    which one byte is another would make every code of before unreadable.
    """
    head = read_data_file(folder / FILE, frozenset({"dictionaries", "forms"}))
    forms = head.children("forms")
    numbers = {place.text("kind"): place.number("number") for place in forms}
    if len(set(numbers.values())) < len(forms):
        raise head.wrong("a number stands twice")
    return CodeKinds(
        forms={place.number("number"): _form(place) for place in forms},
        numbers=numbers,
        dictionaries={
            place.number("version"): _words(folder, place)
            for place in head.children("dictionaries")
        },
    )


def _form(place: Place) -> Form:
    place.only(frozenset({"number", "kind", "title", "labels"}))
    return Form(title=place.text("title"), labels=place.texts("labels"))


def _words(folder: Path, place: Place) -> bytes:
    place.only(frozenset({"version", "file", "sha256"}))
    name = place.text("file")
    try:
        words = (folder / name).read_bytes()
    except OSError:
        raise ReferenceInvalidError(file=name, place="", reason="unreadable") from None
    if hashlib.sha256(words).hexdigest() != place.text("sha256"):
        raise place.wrong("field sha256")
    return words
