"""The form over an order: where it is from, what it asks for, who called, until when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.counter.order_text import read_pasted
from station_app.domain.counter.orders import OrderDraft
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, NotesField, NumberField, TextField
from ui.kit.form import RecordForm
from ui.kit.person_field import PersonField
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_rules import Named
    from station_app.domain.errors import Problem
    from ui.counter.case_problems import CaseProblems
    from ui.kit.room import RoomContext

WIDTH = 860


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """An order as typed; ``person`` is how a caller of the register is written."""

    draft: OrderDraft = field(default_factory=OrderDraft)
    person: str = ""


class OrderForm(RecordForm[NewOrder]):
    """One page: Enter goes from field to field, Ctrl+Enter enters the order."""

    def __init__(self, station: Station, problems: CaseProblems, context: RoomContext) -> None:
        super().__init__(save_text=self.tr("Enter the order"), width=WIDTH)
        self._station, self._problems, self._context = station, problems, context
        self._add_order()
        self._add_caller()
        self._add_work()
        self.content.changed.connect(self._read_pasted)
        self.is_anonymous.changed.connect(self._show_asked)
        self.source.finished.connect(self._hint_due)
        self.received_on.finished.connect(self._hint_due)
        self._show_asked()

    def draft(self) -> NewOrder:
        """Return the order as typed."""
        resident = self.person.value()
        typed = self.person.line.text().strip()
        return NewOrder(
            draft=OrderDraft(
                source=self.source.value(),
                number=self.number.value(),
                received_on=self.received_on.value(),
                received_time=self.received_time.value(),
                kind=self.kind.value(),
                category=self.category.value(),
                content=self.content.value(),
                place=self.place.value(),
                resident_id=resident,
                caller="" if resident else typed,
                phone=self.phone.value(),
                is_anonymous=self.is_anonymous.value(),
                due_on=self.due_on.value(),
                handler=self.handler.value(),
            ),
            person=typed,
        )

    def fill(self, draft: NewOrder) -> None:
        """Show *draft*."""
        told = draft.draft
        names = ("source", "number", "received_on", "received_time", "kind", "category")
        for name in (*names, "content", "place", "phone", "is_anonymous", "due_on", "handler"):
            self.fields[name].set_value(getattr(told, name))
        self.person.set_value(told.resident_id)
        self.person.line.setText(draft.person)
        self.content.set_hint("")
        self._show_asked()
        self._hint_due()

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._problems.wording(problem)

    def offer_handlers(self, names: Iterable[str]) -> None:
        """Offer *names* as those who look after the order."""
        self.handler.offer(tuple(names))

    def _add_order(self) -> None:
        rules = self._station.reference.order_rules
        section = self.add_section(self.tr("Order"))
        self.source = self.add_field(
            section,
            "source",
            CodeField(self.tr("Source"), self._choices(rules.sources), required=True),
        )
        self.number = self.add_field(section, "number", NumberField(self.tr("Its number there")))
        self.received_on = self.add_field(
            section, "received_on", DateField(self.tr("Received there"), required=True)
        )
        time = TextField(self.tr("At"), placeholder="09:30")
        self.received_time = self.add_field(section, "received_time", time)
        self.kind = self.add_field(
            section,
            "kind",
            CodeField(self.tr("Class"), self._choices(rules.classes), required=True),
        )
        self.category = self.add_field(
            section,
            "category",
            CodeField(self.tr("Kind of problem"), self._choices(rules.categories)),
        )
        content = NotesField(
            self.tr("Content"), lines=6, placeholder=self.tr("Type it, or paste it whole (Ctrl+V)")
        )
        self.content = self.add_field(section, "content", content, wide=True)
        self.place = self.add_field(section, "place", TextField(self.tr("Place")), wide=True)

    def _add_caller(self) -> None:
        section = self.add_section(self.tr("Caller"))
        self.person = self.add_field(
            section,
            "caller",
            PersonField(self.tr("Caller"), self._station.search.find, self._context.jobs),
        )
        self.phone = self.add_field(section, "phone", NumberField(self.tr("Phone")))
        self.is_anonymous = self.add_field(
            section, "is_anonymous", CheckField(self.tr("The caller stays unknown")), wide=True
        )

    def _add_work(self) -> None:
        section = self.add_section(self.tr("Work"))
        self.due_on = self.add_field(section, "due_on", DateField(self.tr("Due")))
        self.handler = self.add_field(section, "handler", SuggestField(self.tr("Looked after by")))
        self.handler.set_hint(self.tr("Left empty, it is yours."))

    def _choices(self, named: Iterable[Named]) -> list[Choice]:
        readings = self._station.search.readings
        return [
            Choice(each.code, each.name, also=f"{each.code} {readings(each.name)}")
            for each in named
        ]

    def _read_pasted(self) -> None:
        """Put what a pasted form tells into its fields; what was typed already stays."""
        told = read_pasted(self.content.value())
        if told is None:
            return
        kinds = {each.name: each.code for each in self._station.reference.order_rules.classes}
        for name, value in (
            ("number", told.number),
            ("phone", told.phone),
            ("place", told.place),
            ("kind", kinds.get(told.kind, "")),
        ):
            if value and not self.fields[name].value():
                self.fields[name].set_value(value)
        if told.caller and not self.person.line.text():
            self.person.line.setText(told.caller)
        self.content.set_value(told.content)
        self.content.set_hint(self.tr("Read from what was pasted; compare the fields."))

    def _hint_due(self) -> None:
        """Say until when it is due if nothing is entered."""
        source, day = self.source.value(), self.received_on.value()
        due = self._station.orders.usual_due(source, day) if source and day else None
        told = self.tr("Left empty: {day}, by the rule.")
        by_law = self.tr("Left empty, it is due as its law says.")
        self.due_on.set_hint(
            told.format(day=due.day.isoformat()) if due else by_law if source else ""
        )

    def _show_asked(self) -> None:
        is_known = not self.is_anonymous.value()
        self.person.setVisible(is_known)
