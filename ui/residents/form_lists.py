"""The forms over what somebody has several of: documents and dated tags."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt

from station_app.domain.errors import Problem
from station_app.domain.identity.documents import (
    Document,
    DocumentKind,
    clean_number,
    problems_with_document,
)
from station_app.domain.residents.tags import Tag
from station_app.services.privacy import seen
from ui.kit.buttons import Button, IconButton
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, NumberField, TextField
from ui.kit.icons import Icon
from ui.kit.words import Role, label
from ui.residents.task import TaskForm
from ui.residents.words import DOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from station_app.domain.clock import Clock
    from ui.kit.buttons import Choice
    from ui.kit.form import Section
    from ui.residents.words import Words

EntryT = TypeVar("EntryT")


@dataclass(frozen=True, slots=True)
class ListDraft(Generic[EntryT]):
    """Several of a kind, in their order."""

    entries: tuple[EntryT, ...] = ()


class ListForm(TaskForm[ListDraft[EntryT]], Generic[EntryT]):
    """A section for each entry; entries may be added and taken out."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[EntryT] = []
        self.none = label("", Role.MUTED, parent=self)
        self.add_button = Button("", meaning=Icon.ADD, parent=self)
        self.add_button.on_click(self.add_entry)
        self.page.body.addWidget(self.none)
        self.page.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def draft(self) -> ListDraft[EntryT]:
        """Return the entries as typed."""
        return ListDraft(tuple(self.read(place, held) for place, held in enumerate(self._held)))

    def fill(self, draft: ListDraft[EntryT]) -> None:
        """Show a section for each entry of *draft*."""
        self.blockSignals(True)  # half a list is nothing to be checked
        while self._sections:
            section = self._sections.pop()
            section.hide()
            section.deleteLater()
        self.fields.clear()
        # What the form does not show (keys, codes of old kinds) goes through it untouched.
        self._held = list(draft.entries)
        self.page.body.removeWidget(self.add_button)
        for place, entry in enumerate(draft.entries):
            section = self.add_section(self.title(place, entry))
            remove = IconButton(Icon.BIN, self.tr("Take out"), parent=section)
            # Bound now: the places behind one taken out are filled anew anyway.
            remove.clicked.connect(lambda _checked, place=place: self.take_out(place))
            section.head.addWidget(remove)
            self.add_entry_fields(section, place, entry)
            section.fit(self.width())
        self.none.setVisible(not self._held)
        self.page.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.blockSignals(False)

    def focus_first(self) -> None:
        """Put the cursor where something is wrong, else in the first field, else on *Add*."""
        if self.fields:
            super().focus_first()
        else:
            self.add_button.setFocus()

    def add_entry(self) -> None:
        """Add an empty entry at the end.

        The cursor goes to its first field.
        """
        draft = self.draft()
        self.fill(ListDraft((*draft.entries, self.new_entry())))
        self.changed.emit()
        first = self.fields[self.first_field(len(self._held) - 1)]
        first.editor.setFocus()

    def take_out(self, place: int) -> None:
        """Take the entry at *place* out; saving makes it so.

        No question: the form may be left, and saving undone.
        """
        entries = list(self.draft().entries)
        del entries[place]
        self.fill(ListDraft(tuple(entries)))
        self.changed.emit()

    def new_entry(self) -> EntryT:
        """Return an empty entry."""
        raise NotImplementedError

    def told(self, entries: Iterable[EntryT]) -> str:
        """Return several entries, a line for each, for the comparison after a conflict."""
        return "\n".join(map(self.in_words, entries))

    def in_words(self, entry: EntryT) -> str:
        """Return one entry in one line."""
        raise NotImplementedError

    def read(self, place: int, held: EntryT) -> EntryT:
        """Return the entry typed at *place*."""
        raise NotImplementedError

    def add_entry_fields(self, section: Section, place: int, entry: EntryT) -> None:
        """Add the fields of the entry at *place*, filled."""
        raise NotImplementedError

    def title(self, place: int, entry: EntryT) -> str:
        """Return the heading of an entry."""
        raise NotImplementedError

    def first_field(self, place: int) -> str:
        """Return the name of the first field of the entry at *place*."""
        raise NotImplementedError

    def put(self, section: Section, name: str, field: Any, value: Any) -> None:
        """Add *field*, filled with *value*."""
        self.add_field(section, name, field)
        field.set_value(value)


class DocumentsForm(ListForm[Document]):
    """The documents somebody holds, one of which identifies him."""

    def __init__(self, words: Words, clock: Clock) -> None:
        super().__init__()
        self.add_button.setText(self.tr("Add a document"))
        self.none.setText(self.tr("No document is known."))
        self._words = words
        self._clock = clock

    def new_entry(self) -> Document:
        """Return an empty document; the first identifies its holder."""
        return Document(kind=DocumentKind.RESIDENT_ID, number="", is_primary=not self._held)

    def title(self, place: int, entry: Document) -> str:
        """Return the kind of the document."""
        del place
        return self._words.name_of("document", entry.kind)

    def in_words(self, entry: Document) -> str:
        """Return kind and number; masked, for the other side's was not asked to be seen."""
        masked = seen("document", "number", entry.number, kind=entry.kind)
        period = self._words.period(entry.valid_from, entry.valid_to)
        name = self._words.name_of("document", entry.kind)
        return DOT.join(filter(None, (f"{name} {masked}", entry.issuer, period)))

    def first_field(self, place: int) -> str:
        """Return the name of the field of the kind."""
        return f"documents.{place}.kind"

    def add_entry_fields(self, section: Section, place: int, entry: Document) -> None:
        """Add kind, number, validity."""
        at = f"documents.{place}"
        kinds = self._words.choices("document")
        self.put(section, f"{at}.kind", CodeField(self.tr("Kind"), kinds), entry.kind)
        number = NumberField(self.tr("Number"), required=True)
        self.put(section, at, number, entry.number)
        self.put(section, f"{at}.from", DateField(self.tr("Valid from")), entry.valid_from)
        self.put(section, f"{at}.to", DateField(self.tr("Valid to")), entry.valid_to)
        self.put(section, f"{at}.issuer", TextField(self.tr("Issued by")), entry.issuer)
        self.put(section, f"{at}.long", CheckField(self.tr("Long-term")), entry.is_long_term)
        primary = CheckField(self.tr("Identifies this person"))
        self.put(section, f"{at}.primary", primary, entry.is_primary)
        # One document identifies its holder: ticking one unticks the others.
        primary.box.toggled.connect(lambda on: self._set_primary(place, on))

    def read(self, place: int, held: Document) -> Document:
        """Return the document typed at *place*."""
        at = f"documents.{place}"
        kind = DocumentKind(self.fields[f"{at}.kind"].value() or held.kind)
        return Document(
            kind=kind,
            number=clean_number(kind, self.fields[at].value()),
            valid_from=self.fields[f"{at}.from"].value(),
            valid_to=self.fields[f"{at}.to"].value(),
            issuer=self.fields[f"{at}.issuer"].value(),
            is_long_term=self.fields[f"{at}.long"].value(),
            is_primary=self.fields[f"{at}.primary"].value(),
        )

    def judge(self, draft: ListDraft[Document]) -> tuple[Problem, ...]:
        """Return what is wrong with the numbers and days, and what is odd."""
        return tuple(
            Problem(f"documents.{place}", finding.code, finding.facts)
            for place, document in enumerate(draft.entries)
            for finding in problems_with_document(document, today=self._clock.today())
        )

    def _set_primary(self, place: int, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        for other in range(len(self._held)) if on else ():
            if other != place:
                self.fields[f"documents.{other}.primary"].set_value(False)


class TagsForm(ListForm[Tag]):
    """The tags somebody carries, each for its time."""

    def __init__(
        self, words: Words, clock: Clock, choices: Sequence[Choice] | None = None
    ) -> None:
        super().__init__()
        self._choices = words.tag_choices() if choices is None else choices
        self.add_button.setText(self.tr("Add a tag"))
        self.none.setText(self.tr("No tag is given."))
        self._words = words
        self._clock = clock

    def new_entry(self) -> Tag:
        """Return an empty tag that holds from today."""
        return Tag(code="", since=self._clock.today())

    def title(self, place: int, entry: Tag) -> str:
        """Return the name of the tag."""
        return self._words.name_of("tag", entry.code) or self.tr("Tag {number}").format(
            number=place + 1
        )

    def in_words(self, entry: Tag) -> str:
        """Return a tag with its level and its time."""
        period = self._words.period(entry.since, entry.until)
        name = self._words.name_of("tag", entry.code)
        return DOT.join(filter(None, (name, entry.level, period, entry.source)))

    def first_field(self, place: int) -> str:
        """Return the name of the field of the tag itself."""
        return f"tags.{place}.code"

    def add_entry_fields(self, section: Section, place: int, entry: Tag) -> None:
        """Add tag, level, time and source."""
        at = f"tags.{place}"
        tag = CodeField(self.tr("Tag"), self._choices, required=True)
        self.put(section, f"{at}.code", tag, entry.code)
        self.put(section, f"{at}.level", TextField(self.tr("Level")), entry.level)
        levels = self._words.levels_of(entry.code)
        if levels:
            self.fields[f"{at}.level"].set_hint(" / ".join(levels))
        self.put(section, f"{at}.since", DateField(self.tr("From")), entry.since)
        self.put(section, at, DateField(self.tr("Until")), entry.until)
        self.put(
            section, f"{at}.source", TextField(self.tr("Where it is known from")), entry.source
        )
        self.put(section, f"{at}.note", TextField(self.tr("Remarks")), entry.note)

    def read(self, place: int, held: Tag) -> Tag:
        """Return the tag typed at *place*."""
        at = f"tags.{place}"
        return replace(
            held,
            code=self.fields[f"{at}.code"].value(),
            level=self.fields[f"{at}.level"].value(),
            since=self.fields[f"{at}.since"].value(),
            until=self.fields[at].value(),
            source=self.fields[f"{at}.source"].value(),
            note=self.fields[f"{at}.note"].value(),
        )

    def judge(self, draft: ListDraft[Tag]) -> tuple[Problem, ...]:
        """Return what is missing or cannot be."""
        found = []
        for place, tag in enumerate(draft.entries):
            if not tag.code:
                found.append(Problem(f"tags.{place}.code", "missing"))
            if tag.since and tag.until and tag.until < tag.since:
                found.append(Problem(f"tags.{place}", "ends-before-it-begins"))
        return tuple(found)
