"""The form over somebody's particulars (基本信息), in three named sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.errors import Problem
from station_app.domain.findings import Severity
from station_app.domain.identity.phones import read_phones
from station_app.domain.names import clean_name
from station_app.domain.residents.people import ResidentDraft, problems_with
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, TextField
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from station_app.domain.clock import Clock
    from ui.kit.fields import Field
    from ui.residents.words import Words

CODES = ("ethnicity", "education", "politics", "marital", "occupation", "health")


class ParticularsForm(TaskForm[ResidentDraft]):
    """Who somebody is, his circumstances, how he is reached."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self._words = words
        self._clock = clock
        self._add_identity()
        self._add_circumstances()
        self._add_contact()

    def draft(self) -> ResidentDraft:
        """Return the particulars as typed."""
        return ResidentDraft(**{name: field.value() for name, field in self.fields.items()})

    def fill(self, draft: ResidentDraft) -> None:
        """Show *draft*."""
        for name, field in self.fields.items():
            field.set_value(getattr(draft, name))

    def withhold(self, withheld: Collection[str]) -> None:
        """Let nothing be typed where something is *withheld*, and say why."""
        for name, field in self.fields.items():
            if name in withheld:
                reason = self.tr("Kept by law and not used any more.")
                field.set_read_only(reason)
                field.set_hint(reason)

    def judge(self, draft: ResidentDraft) -> tuple[Problem, ...]:
        """Return what is wrong, and what is odd."""
        return (
            *problems_with(draft, today=self._clock.today()),
            *odd_names(draft),
            *odd_phones(draft),
        )

    def field_title(self, name: str) -> str:
        """Return what the field *name* is called."""
        return self.fields[name].label.text().removesuffix(" *")

    def say(self, name: str, value: Any) -> tuple[str, str]:
        """Return title and words of a value, for the comparison."""
        if name in CODES:
            return self.field_title(name), self._words.name_of(name, value)
        if name == "sex":
            return self.field_title(name), self._words.sex(value)
        return self.field_title(name), str(value or "")

    def _add_identity(self) -> None:
        section = self.add_section(self.tr("Who it is"))
        self._add(
            section,
            ("name", TextField(self.tr("Name"), required=True)),
            ("sex", CodeField(self.tr("Sex"), self._words.sex_choices())),
            ("born", DateField(self.tr("Born"))),
            ("ethnicity", self._code("ethnicity", self.tr("Ethnicity"))),
            ("former_name", TextField(self.tr("Former name"))),
            ("pinyin", TextField(self.tr("Pinyin, if it is read unusually"))),
        )

    def _add_circumstances(self) -> None:
        section = self.add_section(self.tr("Circumstances"))
        self._add(
            section,
            ("marital", self._code("marital", self.tr("Marital status"))),
            ("education", self._code("education", self.tr("Education"))),
            ("occupation", self._code("occupation", self.tr("Occupation"))),
            ("politics", self._code("politics", self.tr("Political status"))),
            ("health", self._code("health", self.tr("Health"))),
            ("employer", TextField(self.tr("Place of work or school"))),
        )

    def _add_contact(self) -> None:
        section = self.add_section(self.tr("Contact and remarks"))
        self._add(
            section,
            ("phone", phone_field(self.tr("Phone"))),
            ("other_phone", TextField(self.tr("Other phones"))),
        )
        self.add_field(section, "note", NotesField(self.tr("Remarks")), wide=True)

    def _add(self, section: Any, *fields: tuple[str, Field[Any]]) -> None:
        for name, field in fields:
            self.add_field(section, name, field)

    def _code(self, table: str, title: str) -> CodeField:
        return CodeField(title, self._words.choices(table))


def phone_field(title: str) -> TextField:
    """Return a field that writes a phone number in its one way, if it is one."""
    return TextField(title, tidy=lambda text: read_phones(text).first or text.strip())


def odd_names(draft: ResidentDraft) -> Iterable[Problem]:
    """Return what is odd about the names, without what is wrong with them."""
    for field in ("name", "former_name"):
        text = getattr(draft, field)
        for finding in clean_name(text).problems if text else ():
            if finding.severity is not Severity.REFUSED:
                yield Problem(field, finding.code, finding.facts)


def odd_phones(draft: ResidentDraft) -> Iterable[Problem]:
    """Return what cannot be read as a phone number."""
    for field in ("phone", "other_phone"):
        for finding in read_phones(getattr(draft, field)).problems:
            yield Problem(field, finding.code, finding.facts)
