"""What was answered to what a template asks: judged, and written as it stands on paper."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem
from station_app.domain.numerals import day_in_figures
from station_app.domain.paper_templates.template import AskKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from station_app.domain.paper_templates.template import Ask, PaperTemplate

PREFIX = "asked."
_PARTED = re.compile(r"[\t;；|｜]")
_HOURS = re.compile(r"\d{1,5}(?:\.[05]0?)?\Z")
_ENDS = "。．.；;，,"
LONGEST_CELL = 60


def problems_with(template: PaperTemplate, answers: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return all that is wrong with *answers*, the fields named ``asked.<name>``."""
    return tuple(
        problem for ask in template.asks for problem in _problems(ask, answers.get(ask.name, ""))
    )


def on_paper(template: PaperTemplate, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers as they are written; what is wrong still stands as it was typed."""
    return {
        PREFIX + ask.name: _on_paper(ask, answers.get(ask.name, "").strip())
        for ask in template.asks
        if ask.kind is not AskKind.ROWS
    }


def rows_of(ask: Ask, answer: str) -> tuple[dict[str, str], ...]:
    """Return the rows of *answer*, one a line; what is missing in a row is empty."""
    return tuple(
        {
            f"row.{name}": cells[place] if place < len(cells) else ""
            for place, (name, _) in enumerate(ask.columns)
        }
        for cells in _lines(answer)
    )


def _lines(answer: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in _PARTED.split(line)]
        for line in answer.splitlines()
        if line.strip()
    ]


def _problems(ask: Ask, answer: str) -> Iterator[Problem]:
    answer, field = answer.strip(), PREFIX + ask.name
    if not answer:
        if ask.is_required:
            yield Problem(field, "missing")
        return
    found = _JUDGES[ask.kind](ask, answer)
    if found is not None:
        code, facts = found
        yield Problem(field, code, facts)


_Found = tuple[str, dict[str, object]]


def _text(ask: Ask, answer: str) -> _Found | None:
    return ("too-long", {"most": ask.most}) if len(answer) > ask.most else None


def _count(ask: Ask, answer: str) -> _Found | None:
    is_count = answer.isascii() and answer.isdigit() and len(answer) <= 6
    if not is_count:
        return "not-a-number", {}
    is_within = 1 <= int(answer) <= ask.most
    return None if is_within else ("out-of-range", {"least": 1, "most": ask.most})


def _hours(ask: Ask, answer: str) -> _Found | None:
    if not _HOURS.match(answer):
        return "not-hours", {}
    is_within = 0 < float(answer) <= ask.most
    return None if is_within else ("out-of-range", {"least": 0.5, "most": ask.most})


def _day(_ask: Ask, answer: str) -> _Found | None:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return "not-a-day", {}
    return None


def _choice(ask: Ask, answer: str) -> _Found | None:
    return None if answer in ask.choices else ("not-offered", {})


def _rows(ask: Ask, answer: str) -> _Found | None:
    lines = _lines(answer)
    if len(lines) > ask.most:
        return "too-many-rows", {"most": ask.most}
    for number, cells in enumerate(lines, start=1):
        if len(cells) != len(ask.columns):
            return "columns", {"row": number, "columns": len(ask.columns), "found": len(cells)}
        if any(len(cell) > LONGEST_CELL for cell in cells):
            return "cell-too-long", {"row": number, "most": LONGEST_CELL}
    return None


_JUDGES: dict[AskKind, Callable[[Ask, str], _Found | None]] = {
    AskKind.TEXT: _text,
    AskKind.COUNT: _count,
    AskKind.HOURS: _hours,
    AskKind.DAY: _day,
    AskKind.CHOICE: _choice,
    AskKind.ROWS: _rows,
}


def _on_paper(ask: Ask, answer: str) -> str:
    if ask.kind is AskKind.DAY and answer:
        try:
            return day_in_figures(date.fromisoformat(answer))
        except ValueError:
            return answer
    # the sentence around it has an end of its own
    return " ".join(answer.split()).rstrip(_ENDS) if ask.kind is AskKind.TEXT else answer
