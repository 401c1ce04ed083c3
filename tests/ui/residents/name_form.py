"""A form that belongs to no task of the room."""

from __future__ import annotations

from ui.kit.fields import TextField
from ui.residents.task import TaskForm


class NameForm(TaskForm):
    """A form of one field."""

    def __init__(self):
        super().__init__()
        self.name = self.add_field(self.add_section("Person"), "name", TextField("Name"))

    def draft(self):
        return self.name.value()

    def fill(self, draft):
        self.name.set_value(draft)
