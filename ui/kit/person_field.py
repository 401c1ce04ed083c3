"""A field that finds a resident while his name or number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.search.entries import Kind
from ui.kit.composing import TAKES_CARDS
from ui.kit.found_field import Found, FoundField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.search.hits import Hit
    from station_app.services.progress import Progress
    from ui.kit.jobs import JobRunner

    Find = Callable[..., Sequence[Hit]]  # of a text, and ``progress=``

DOT = " · "


class PersonField(FoundField):
    """Its value is the key of a resident.

    *find* is the search of the program; the likeliest people of what it finds are shown.
    """

    def __init__(self, title: str, find: Find, jobs: JobRunner) -> None:
        def people(text: str, progress: Progress) -> list[Found]:
            hits = find(text, progress=progress)
            return [Found(hit.key, told(hit)) for hit in hits if hit.kind is Kind.RESIDENT]

        super().__init__(
            title, people, jobs, placeholder=self.tr("Name, pinyin or the end of an ID number")
        )
        self.line.setProperty(TAKES_CARDS, True)
        self.found.setAccessibleName(self.tr("People found"))

    def show_person(self, key: str, told: str) -> None:
        """Show *told* as the resident *key*."""
        self.show_found(key, told)


def told(hit: Hit) -> str:
    """Return how somebody found is written."""
    return DOT.join(filter(None, (hit.title, hit.born, hit.subtitle, hit.number)))
