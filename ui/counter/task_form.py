"""The form over a task from above: as it was sent, and what came with it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.admission.tasks import ListType, Owner, Point, TaskDraft
from ui.counter.money_field import MoneyField
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.errors import Problem
    from station_app.domain.negative_list import ListedTask
    from ui.counter.task_words import TaskWords

WIDTH = 860


class TaskForm(RecordForm[TaskDraft]):
    """What the lists say of the name is told beneath it, and fills what is still empty."""

    def __init__(self, words: TaskWords) -> None:
        super().__init__(save_text=self.tr("Keep the task"), width=WIDTH)
        self._words = words
        self._add_what()
        self._add_terms()
        self._add_points()

    def draft(self) -> TaskDraft:
        """Return the task as typed."""
        told: dict[str, Any] = {
            each.name: self.fields[each.name].value() for each in fields(TaskDraft)
        }
        told["list_type"] = ListType(told["list_type"])
        told["owner"] = Owner(told["owner"])
        told["funding"] = self.funding.fen()
        return TaskDraft(**told)

    def fill(self, draft: TaskDraft) -> None:
        """Show *draft*."""
        for each in fields(TaskDraft):
            if each.name != "funding":
                value = getattr(draft, each.name)
                is_code = each.name in {"list_type", "owner"}
                self.fields[each.name].set_value(value.value if is_code else value)
        self.funding.set_fen(draft.funding)
        self.name.set_hint("")

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def offer_departments(self, names: Sequence[str]) -> None:
        """Offer who has sent tasks before."""
        self.department.offer(names)

    def show_listed(self, found: ListedTask | None) -> None:
        """Say what the lists know of the name, and take it over where nothing stands."""
        if found is None:
            self.name.set_hint("")
            return
        kind = self._words.lists()[ListType(found.list_type)]
        told = self.tr("In the lists: {title} – {kind}").format(title=found.title, kind=kind)
        where = self.tr("Whose it is: {who}").format(who=found.goes_to) if found.goes_to else ""
        self.name.set_hint(" · ".join(filter(None, (told, where))))
        for field, value in (
            (self.list_type, found.list_type),
            (self.owner, found.owner),
            (self.affair, found.affair),
            (self.basis, found.basis),
        ):
            if value and not field.value():
                field.set_value(value)

    def _add_what(self) -> None:
        section = self.add_section(self.tr("What was sent"))
        self.name = self.add_field(
            section, "name", TextField(self.tr("Task"), required=True), wide=True
        )
        self.department = self.add_field(
            section, "department", SuggestField(self.tr("Sent by"), required=True)
        )
        received = DateField(self.tr("Received"), required=True)
        self.received_on = self.add_field(section, "received_on", received)
        names = self._words.lists()
        lists = [Choice(each.value, name) for each, name in names.items() if each.value]
        self.list_type = self.add_field(
            section, "list_type", CodeField(self.tr("Which list"), lists)
        )
        self.affair = self.add_field(
            section,
            "affair",
            CodeField(self.tr("Class"), self._words.affairs(), required=True),
        )
        owners = [Choice(each.value, name) for each, name in self._words.owners().items()]
        self.owner = self.add_field(
            section, "owner", CodeField(self.tr("Whose it is"), owners, required=True)
        )
        document = TextField(self.tr("Document"), placeholder=self.tr("Such as its number"))
        self.document = self.add_field(section, "document", document)
        basis = TextField(self.tr("Basis"), placeholder=self.tr("Law or policy it rests on"))
        self.basis = self.add_field(section, "basis", basis, wide=True)

    def _add_terms(self) -> None:
        section = self.add_section(self.tr("When, how often, with what money"))
        self.add_field(section, "begins_on", DateField(self.tr("Begins")))
        self.add_field(section, "ends_on", DateField(self.tr("Ends")))
        often = CodeField(self.tr("How often"), self._words.frequencies())
        self.add_field(section, "frequency", often)
        self.add_field(section, "due_on", DateField(self.tr("Next due")))
        self.funding = self.add_field(
            section, "funding", MoneyField(self.tr("Money that comes with it"))
        )
        agreement = TextField(
            self.tr("Agreement"), placeholder=self.tr("For what is temporary (专项协议)")
        )
        self.add_field(section, "agreement", agreement)

    def _add_points(self) -> None:
        section = self.add_section(self.tr("What came to the community with it"))
        hints = {
            Point.PEOPLE: self.tr("Who was sent, how many"),
            Point.WORK: self.tr("What exactly is to be done"),
            Point.PROMISE: self.tr("What the department promised"),
            Point.APPRAISAL: self.tr("How it is appraised, with what else"),
            Point.MONEY: self.tr("How it is paid; a sum above is enough"),
        }
        for point, name in self._words.points().items():
            field = TextField(name, placeholder=hints[point])
            self.add_field(section, point.value, field, wide=True)
        self.add_field(section, "note", NotesField(self.tr("Notes"), lines=2), wide=True)
