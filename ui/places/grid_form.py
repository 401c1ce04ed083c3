"""The form over a grid (网格) and the people answering for it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from station_app.domain.places import GridDraft
from ui.kit.fields import NumberField, TextField
from ui.kit.form import RecordForm
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.domain.errors import Problem


class GridForm(RecordForm[GridDraft]):
    """A grid's name and code, its worker, and where complaints go."""

    def __init__(self) -> None:
        super().__init__()
        grid = self.add_section(self.tr("Grid"))
        self.add_field(grid, "name", TextField(self.tr("Name"), required=True))
        self.add_field(grid, "code", NumberField(self.tr("Code")))
        people = self.add_section(self.tr("Who answers for it"))
        self.add_field(people, "worker", TextField(self.tr("Grid worker")))
        self.add_field(people, "worker_phone", TextField(self.tr("Phone of the worker")))
        phone = TextField(self.tr("Phone for complaints"))
        self.add_field(people, "supervision_phone", phone)

    def draft(self) -> GridDraft:
        """Return the grid as typed."""
        return GridDraft(**{name: field.value() for name, field in self.fields.items()})

    def fill(self, draft: GridDraft) -> None:
        """Show *draft*."""
        for name, field in self.fields.items():
            field.set_value(getattr(draft, name))

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return {"missing": self.tr("Give the grid a name.")}.get(problem.code, "")

    def merge(self, now: GridDraft) -> None:
        """Bring in what somebody else has changed to *now*; say so where both have.

        Five short fields need no three columns: the note beside a field says what theirs is.
        """
        seen, mine = self.shown or GridDraft(), self.draft()
        untouched = [
            each.name
            for each in fields(GridDraft)
            if getattr(mine, each.name) == getattr(seen, each.name)
        ]
        taken = {name: getattr(now, name) for name in untouched}
        # Theirs is what is kept by now; ours upon it is what would be saved.
        self.show_draft(now)
        self.fill(replace(mine, **taken))
        for name, field in self.fields.items():
            theirs = getattr(now, name)
            if name not in untouched and theirs not in {getattr(seen, name), field.value()}:
                was = self.tr("Before: {seen}. Somebody else has written: {theirs}")
                words = was.format(seen=getattr(seen, name) or "–", theirs=theirs or "–")
                field.set_problem(words, Tone.WARN)
