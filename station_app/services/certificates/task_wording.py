"""The papers of admission in words: facts laid into the templates of ``resources/counter``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.admission.papers import ALWAYS, PERHAPS, ROWS, TaskPaperKind
from station_app.domain.numerals import day_in_figures
from station_app.services.certificates.case_wording import letter_of
from station_app.store.counter.task_papers import read_task_papers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from station_app.domain.settings import Settings
    from station_app.services.certificates.wording import Letter


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ToldTask:
    """What one paper of admission tells; facts that are not named are empty."""

    kind: TaskPaperKind
    facts: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]


class TaskWording:
    """The texts of papers of admission; *missing* tells which characters no font draws.

    Raises ReferenceInvalidError at once if a template is wrong.
    """

    def __init__(self, folder: Path, missing: Callable[[str], tuple[str, ...]]) -> None:
        self.templates = read_task_papers(folder, missing)

    def letter(self, told: ToldTask) -> Letter:
        """Return the text of a paper."""
        facts = {name: told.facts.get(name, "") for name in ALWAYS | PERHAPS}
        rows = {over: told.rows.get(over, ()) for over in ROWS}
        return letter_of(self.templates[told.kind], facts, rows, ROWS)


def station_facts(settings: Settings, handler: str, today: date) -> dict[str, str]:
    """Return what every paper of admission tells of the station."""
    return {
        "paper.printed_on": day_in_figures(today),
        "paper.handler": handler or settings.clerk,
        "station.name": settings.name,
        "station.phone": settings.phone,
        "station.address": settings.address,
        "station.approver": settings.approver,
    }
