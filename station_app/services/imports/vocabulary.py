"""The words of rosters, as data: column titles, kinds of row, kinds of population.

Read once from ``resources/imports/columns.json``; nothing here is a rule.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|〔[^〕]*〕")
EDGES = "*:.,;、。，；：_-—·#★※"
# 联系电话2 is a 联系电话
NUMBERED = re.compile(r"(?<=[^\d\W])\d{1,2}$")


class FieldClass(StrEnum):
    """Classes of fields that are kept, taken or filled alike when people are known."""

    PARTICULARS = "particulars"
    CONTACT = "contact"
    ADDRESS = "address"
    HOUSEHOLD = "household"
    TAGS = "tags"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words, with titles in the normal form of :func:`title_key`."""

    titles: Mapping[str, str]
    contained: tuple[tuple[str, str], ...]
    classes: Mapping[str, str]
    set_aside_title: str
    several_columns: frozenset[str]
    registered_groups: tuple[str, ...]
    living_groups: tuple[str, ...]
    other_people: tuple[str, ...]
    subtotal: tuple[str, ...]
    subtotal_anywhere: tuple[str, ...]
    note: tuple[str, ...]
    instruction: tuple[str, ...]
    marks: frozenset[str]
    no_marks: frozenset[str]

    def field_of(self, title: str) -> str:
        """Return the field that *title* names without a doubt, or an empty string."""
        return self.titles.get(title_key(title), "")

    def field_in(self, title: str) -> str:
        """Return the field whose word is part of *title*, the longest word first."""
        key = title_key(title)
        if any(key.startswith(word) for word in self.other_people):
            return ""
        return next((name for word, name in self.contained if word in key), "")


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Return *title* in the form in which titles are compared."""
    text = BRACKETS.sub("", unicodedata.normalize("NFKC", title))
    text = "".join(text.split()).strip(EDGES).lower()
    return NUMBERED.sub("", text)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Return the words kept in *folder* (``resources/imports``).

    Raises ``KeyError`` or ``ValueError`` on a file that is not as it must be.
    """
    data = json.loads((folder / "columns.json").read_text(encoding="utf-8"))
    fields, rows = data["fields"], data["rows"]
    titles = {
        title_key(title): name for name, about in fields.items() for title in about["titles"]
    }
    words = [
        (title_key(word), name) for name, about in fields.items() for word in about["contains"]
    ]
    for about in fields.values():
        # Raises here, at the start, on a class that nobody knows.
        if about["class"]:
            FieldClass(about["class"])
    return Vocabulary(
        titles=titles,
        contained=tuple(sorted(words, key=lambda pair: -len(pair[0]))),
        classes={name: about["class"] for name, about in fields.items()},
        set_aside_title=data["set_aside_title"],
        several_columns=frozenset(data["several_columns"]),
        registered_groups=tuple(data["registered_groups"]),
        living_groups=tuple(data["living_groups"]),
        other_people=tuple(data["other_people"]),
        subtotal=tuple(rows["subtotal"]),
        subtotal_anywhere=tuple(rows["subtotal_anywhere"]),
        note=tuple(rows["note"]),
        instruction=tuple(rows["instruction"]),
        marks=frozenset(rows["marks"]),
        no_marks=frozenset(rows["no_marks"]),
    )
