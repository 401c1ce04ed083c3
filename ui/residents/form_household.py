"""The forms over households: founded or corrected, joined, given another head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import Problem
from station_app.domain.residents.households import HouseholdDraft
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import NotesField, NumberField
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.households import Member
    from ui.kit.person_field import PersonField
    from ui.residents.words import Words


class HouseholdForm(TaskForm[HouseholdDraft]):
    """A household's own particulars."""

    def __init__(self) -> None:
        super().__init__()
        self._dwelling = ""
        section = self.add_section(self.tr("Household"))
        number = NumberField(self.tr("Household number"))
        self.number = self.add_field(section, "number", number)
        self.kinds = (
            Choice("family", "家庭户", also="jiatinghu jth"),
            Choice("collective", "集体户", also="jitihu jth"),
        )
        self.kind = self.add_field(section, "kind", CodeField(self.tr("Kind"), self.kinds))
        self.remark = self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)

    def draft(self) -> HouseholdDraft:
        """Return the particulars as typed; the dwelling stays."""
        return HouseholdDraft(
            number=self.number.value(),
            kind=self.kind.value() or "family",
            dwelling_id=self._dwelling,
            note=self.remark.value(),
        )

    def fill(self, draft: HouseholdDraft) -> None:
        """Show *draft*."""
        self._dwelling = draft.dwelling_id
        self.number.set_value(draft.number)
        self.kind.set_value(draft.kind)
        self.remark.set_value(draft.note)

    def say(self, name: str, value: Any) -> tuple[str, str]:
        """Return title and words of a value, for the comparison."""
        if name == "dwelling_id":
            return self.tr("Lives at"), self.tr("moved") if value != self._dwelling else ""
        title = self.fields[name].label.text()
        if name == "kind":
            return title, next(each.text for each in self.kinds if each.code == value)
        return title, str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinDraft:
    """Who joins a household, as what."""

    member: str = ""
    relation: str = ""


class JoinForm(TaskForm[JoinDraft]):
    """Somebody of the register becomes a member of a household."""

    def __init__(self, person: PersonField, words: Words) -> None:
        super().__init__()
        self.save.setText(self.tr("Add to the household"))
        section = self.add_section(self.tr("New member"))
        self.member = self.add_field(section, "member", person, wide=True)
        relations = words.choices("relation")
        self.relation = self.add_field(
            section,
            "relation",
            CodeField(self.tr("Relation to the head"), relations, required=True),
        )

    def draft(self) -> JoinDraft:
        """Return who and as what."""
        return JoinDraft(member=self.member.value(), relation=self.relation.value())

    def fill(self, draft: JoinDraft) -> None:
        """Show *draft*."""
        self.member.set_value(draft.member)
        self.relation.set_value(draft.relation)

    def judge(self, draft: JoinDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        return tuple(
            Problem(name, "missing") for name in ("member", "relation") if not getattr(draft, name)
        )


class HeadForm(TaskForm[JoinDraft]):
    """Another member becomes the head of a household (户主变更).

    The service makes the former head a relative of an unspecified kind.
    """

    def __init__(self, members: Sequence[Member], words: Words) -> None:
        super().__init__()
        self.save.setText(self.tr("Change the head"))
        section = self.add_section(self.tr("New head of the household"))
        choices = [
            Choice(member.id, member.name, also=words.name_of("relation", member.relation))
            for member in members
            if not member.is_head()
        ]
        self.member = self.add_field(
            section, "member", CodeField(self.tr("Who"), choices, required=True), wide=True
        )
        self.member.set_hint(
            self.tr("The former head becomes a relative; correct the relations afterwards.")
        )

    def draft(self) -> JoinDraft:
        """Return who."""
        return JoinDraft(member=self.member.value())

    def fill(self, draft: JoinDraft) -> None:
        """Show *draft*."""
        self.member.set_value(draft.member)

    def judge(self, draft: JoinDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        return () if draft.member else (Problem("member", "missing"),)
