"""The forms over where somebody is registered and on what ground he lives where he lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.errors import Problem
from station_app.domain.residents.people import Hukou, Living
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NumberField, TextField
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from ui.residents.words import Words

LOCAL = {"local": True, "elsewhere": False, "": None}
BY_VALUE = {value: code for code, value in LOCAL.items()}


class HukouForm(TaskForm[Hukou]):
    """Where somebody is registered (户籍地)."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self._words = words
        self._clock = clock
        section = self.add_section(self.tr("Household registration (hukou)"))
        places = (
            Choice("local", self.tr("In this community")),
            Choice("elsewhere", self.tr("Elsewhere")),
        )
        self.local = self.add_field(section, "is_local", CodeField(self.tr("Registered"), places))
        kinds = words.choices("hukou")
        self.kind = self.add_field(section, "kind", CodeField(self.tr("Kind"), kinds))
        address = TextField(self.tr("Address in the booklet"))
        self.address = self.add_field(section, "address", address, wide=True)
        number = NumberField(self.tr("Number of the booklet"))
        self.number = self.add_field(section, "number", number)
        self.since = self.add_field(section, "since", DateField(self.tr("Since")))

    def draft(self) -> Hukou:
        """Return the registration as typed."""
        return Hukou(
            address=self.address.value(),
            is_local=LOCAL[self.local.value()],
            kind=self.kind.value(),
            number=self.number.value(),
            since=self.since.value(),
        )

    def fill(self, draft: Hukou) -> None:
        """Show *draft*."""
        self.address.set_value(draft.address)
        self.local.set_value(BY_VALUE[draft.is_local])
        self.kind.set_value(draft.kind)
        self.number.set_value(draft.number)
        self.since.set_value(draft.since)

    def judge(self, draft: Hukou) -> tuple[Problem, ...]:
        """Return what is wrong with the day."""
        return days_to_come("since", draft.since, self._clock)

    def say(self, name: str, value: Any) -> tuple[str, str]:
        """Return title and words of a value, for the comparison."""
        title = self.fields[name].label.text()
        if name == "is_local":
            return title, self._words.yes_no(value)
        return title, self._words.name_of("hukou", value) if name == "kind" else str(value or "")


class LivingForm(TaskForm[Living]):
    """Since when and on what ground somebody lives where he lives; no move.

    A move ends the former period; this corrects the present one.
    """

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self._words = words
        self._clock = clock
        self._dwelling = ""
        section = self.add_section(self.tr("Lives here"))
        self.since = self.add_field(section, "since", DateField(self.tr("Since")))
        bases = words.choices("living_basis")
        self.basis = self.add_field(section, "basis", CodeField(self.tr("On what ground"), bases))
        proof = TextField(self.tr("What proves it, such as a contract's number"))
        self.proof = self.add_field(section, "proof", proof, wide=True)

    def draft(self) -> Living:
        """Return the facts as typed; the dwelling stays."""
        return Living(
            dwelling_id=self._dwelling,
            since=self.since.value(),
            basis=self.basis.value(),
            proof=self.proof.value(),
        )

    def fill(self, draft: Living) -> None:
        """Show *draft*."""
        self._dwelling = draft.dwelling_id
        self.since.set_value(draft.since)
        self.basis.set_value(draft.basis)
        self.proof.set_value(draft.proof)

    def judge(self, draft: Living) -> tuple[Problem, ...]:
        """Return what is wrong with the day."""
        return days_to_come("since", draft.since, self._clock)

    def say(self, name: str, value: Any) -> tuple[str, str]:
        """Return title and words of a value, for the comparison."""
        if name == "dwelling_id":
            return self.tr("Lives at"), self.tr("moved") if value != self._dwelling else ""
        title = self.fields[name].label.text()
        is_code = name == "basis"
        return title, self._words.name_of("living_basis", value) if is_code else str(value or "")


def days_to_come(field: str, day: Any, clock: Clock) -> tuple[Problem, ...]:
    """Return the problem of a *day* that has not come yet."""
    if day is not None and day > clock.today():
        return (Problem(field, "in-the-future"),)
    return ()
