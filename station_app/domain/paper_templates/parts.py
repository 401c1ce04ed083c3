"""The parts of a paper that may stand on the form already when it is printed (套打).

``title`` is the title, ``frame`` the ornament of a certificate of honour, ``stub`` the
ruled stub with its labels, ``rules`` are the lines above the foot and to cut along.
Paragraphs are named by section and number, such as ``body 3``. What is on a form stands
still: paragraphs that move with what is written above them cannot be on one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.paper_templates.language import fields_in
from station_app.domain.paper_templates.template import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.paper_templates.language import Text

TITLE, FRAME, STUB, RULES = "title", "frame", "stub", "rules"
ORNAMENTS: Final = {
    Layout.HONOUR: frozenset({TITLE, FRAME}),
    Layout.LETTER: frozenset({TITLE, STUB, RULES}),
}
STANDING_STILL: Final = {
    Layout.HONOUR: frozenset({"body", "signature"}),
    Layout.LETTER: frozenset({"footer", "stub_title", "code_says"}),
}
"""The sections whose paragraphs have their place, whatever else is written."""
_SAME_ON_ALL: Final = frozenset({"paper.title", "paper.code"})
"""What is the same on every paper of a template, or only asked for."""


def part_of(section: str, number: int) -> str:
    """Return the name of paragraph *number* of *section*, counted from one."""
    return f"{section} {number}"


def problem_with_part(
    part: str, layout: Layout, sections: Mapping[str, tuple[Text, ...]]
) -> str | None:
    """Return why *part* cannot be on a form, in words for whoever edits the template.

    What differs from one paper to the next is never on the form.
    """
    if part in ORNAMENTS[layout]:
        return None
    section, _, number = part.rpartition(" ")
    texts = sections.get(section, ())
    if not (number.isdecimal() and 1 <= int(number) <= len(texts)):
        return f"unknown part {part}"
    if section not in STANDING_STILL[layout]:
        return f"{section} moves with what is written above it"
    for field, _ in fields_in(texts[int(number) - 1]):
        if field.name not in _SAME_ON_ALL:
            return f"{section}, paragraph {number} differs: it has the field {{{field.name}}}"
    return None
