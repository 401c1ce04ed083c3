"""The form over a case: for whom, what for, what was brought, who comes in his place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.counter.case_materials import lacking_of, ticked
from station_app.domain.counter.cases import Agent, CaseDraft, Channel
from station_app.domain.counter.items import ItemId
from station_app.domain.errors import Problem
from ui.counter.materials_field import MaterialsField
from ui.counter.refused_hint import RefusedHint
from ui.kit.buttons import Choice
from ui.kit.case_words import channel_choices
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, NotesField, NumberField, TextField
from ui.kit.form import RecordForm
from ui.kit.found_field import Found, FoundField
from ui.kit.person_field import PersonField
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_materials import Lacking, Tick
    from station_app.domain.counter.items import ItemVersion
    from station_app.services.progress import Progress
    from ui.counter.case_problems import CaseProblems
    from ui.kit.room import RoomContext

WIDTH = 860
AGENT = ("name", "relation", "document_kind", "document", "phone", "proof")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A case as typed: ``person`` and ``item`` are how those found are written."""

    draft: CaseDraft = field(default_factory=CaseDraft)
    person: str = ""
    item: str = ""
    has_agent: bool = False
    ticks: tuple[Tick, ...] = ()


class CaseForm(RecordForm[NewCase]):
    """What only some cases need comes into sight with what asks for it."""

    item_shown = Signal(object)  # ItemVersion, or None while none is chosen
    ticked = Signal()

    def __init__(self, station: Station, problems: CaseProblems, context: RoomContext) -> None:
        super().__init__(save_text=self.tr("Accept"), width=WIDTH)
        self._station, self._problems, self._context = station, problems, context
        self._version: ItemVersion | None = None
        self._ticks: tuple[Tick, ...] = ()  # to be shown when the materials are known
        self._is_new = True
        self._is_stranger = False  # nobody of the register is called what was typed
        self._add_what()
        self._add_more()
        self._add_agent()
        self.person.looked.connect(self._on_looked)
        self.person.chosen.connect(lambda _: self._on_looked(1))
        self.item.chosen.connect(self._look_up_item)
        self.item.changed.connect(self._forget_item)
        self.materials.changed.connect(self.ticked)
        self.channel.changed.connect(self._show_asked)
        self.channel.finished.connect(self._show_asked)
        self.has_agent.changed.connect(self._show_asked)
        self._show_asked()

    def draft(self) -> NewCase:
        """Return the case as typed; what is out of sight is left out."""
        resident = self.person.value()
        has_agent = self.has_agent.value()
        return NewCase(
            draft=CaseDraft(
                item_id=self.item.value(),
                channel=self.channel.value() or Channel.WINDOW,
                resident_id=resident,
                applicant="" if resident else self.person.line.text().strip(),
                document_kind="" if resident else self.document_kind.value(),
                document="" if resident else self.document.value(),
                phone=self.phone.value(),
                agent=self._agent() if has_agent else Agent(),
                where=self.where.value(),
                details=self.details.value(),
            ),
            person=self.person.line.text().strip(),
            item=self.item.line.text().strip(),
            has_agent=has_agent,
            ticks=self.materials.value(),
        )

    def fill(self, draft: NewCase) -> None:
        """Show *draft*."""
        told = draft.draft
        self._ticks = draft.ticks
        self._is_stranger = bool(draft.person) and not told.resident_id
        self.person.set_value(told.resident_id)
        self.person.line.setText(draft.person)
        self.item.set_value(told.item_id)
        self.item.line.setText(draft.item)
        self.channel.set_value(told.channel)
        self.document_kind.set_value(told.document_kind)
        self.document.set_value(told.document)
        self.phone.set_value(told.phone)
        self.where.set_value(told.where)
        self.details.set_value(told.details)
        self.has_agent.set_value(draft.has_agent)
        for name in AGENT:
            self.fields[f"agent.{name}"].set_value(getattr(told.agent, name))
        self._forget_item()
        if told.item_id:
            self._look_up_item(told.item_id)
        self._show_asked()

    def begin(self, new: NewCase, *, is_new: bool, fixed: str = "") -> None:
        """Begin a case that *is_new*, or correct one; *fixed* says why its item stays."""
        self._is_new = is_new
        self.show_draft(new)
        self.materials.setVisible(is_new)
        self.item.set_read_only(fixed)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._problems.wording(problem)

    def problems(self) -> tuple[Problem, ...]:
        """Return what only the form knows: an agent was announced and not named."""
        is_unnamed = self.has_agent.value() and not self._agent().is_somebody
        return (Problem("agent.name", "missing"),) if is_unnamed else ()

    def lacking(self) -> Sequence[Lacking]:
        """Return what is still to be brought."""
        return lacking_of(self.materials.list.materials())

    def version(self) -> ItemVersion | None:
        """Return the item chosen as it stands today, once it has been read."""
        return self._version

    def is_settled(self) -> bool:
        """Whether all that was typed has been looked up."""
        is_looking = self.person.is_looking() or self.item.is_looking()
        return not is_looking and (not self.item.value() or self._version is not None)

    def settle_current(self) -> None:
        """Take the best of what is found in the field with the cursor, as Enter does."""
        for each in (self.person, self.item):
            if each.line.hasFocus() and not each.value():
                each.line.editingFinished.emit()

    def _add_what(self) -> None:
        section = self.add_section(self.tr("For whom, and what for"))
        person = PersonField(self.tr("Applicant"), self._station.search.find, self._context.jobs)
        self.person = self.add_field(section, "applicant", person, wide=True)
        kinds = self._document_kinds()
        self.document_kind = self.add_field(
            section, "document_kind", CodeField(self.tr("Document"), kinds)
        )
        self.document = self.add_field(section, "document", NumberField(self.tr("Its number")))
        item = FoundField(
            self.tr("Item"),
            self._find_items,
            self._context.jobs,
            placeholder=self.tr("What has somebody come for? Name or pinyin"),
        )
        item.found.setAccessibleName(self.tr("Items found"))
        self.item = self.add_field(section, "item_id", item, wide=True)
        RefusedHint(self.item, self._station, self._context)
        materials = MaterialsField(self.tr("Materials: Space ticks, F3 all"))
        self.materials = self.add_field(section, "materials", materials, wide=True)

    def _add_more(self) -> None:
        section = self.add_section(self.tr("How he came"))
        channel = CodeField(self.tr("Came by"), channel_choices())
        self.channel = self.add_field(section, "channel", channel)
        self.phone = self.add_field(section, "phone", NumberField(self.tr("Phone for this case")))
        where = TextField(self.tr("Address of the visit"))
        self.where = self.add_field(section, "where", where, wide=True)
        self.details = self.add_field(
            section, "details", NotesField(self.tr("Notes"), lines=2), wide=True
        )

    def _add_agent(self) -> None:
        section = self.add_section(self.tr("Agent"))
        has_agent = CheckField(self.tr("Somebody comes in the applicant's place"))
        self.has_agent = self.add_field(section, "has_agent", has_agent, wide=True)
        relation = SuggestField(self.tr("Relation"), required=True)
        relation.offer(
            (
                self.tr("Child"),
                self.tr("Spouse"),
                self.tr("Parent"),
                self.tr("Guardian"),
                self.tr("Neighbour"),
            )
        )
        proof = SuggestField(self.tr("Proof shown"))
        proof.offer((self.tr("Letter of authority"), self.tr("Household register")))
        made = {
            "name": TextField(self.tr("Name"), required=True),
            "relation": relation,
            "document_kind": CodeField(self.tr("Document"), self._document_kinds(), required=True),
            "document": NumberField(self.tr("Its number"), required=True),
            "phone": NumberField(self.tr("Phone")),
            "proof": proof,
        }
        for name, each in made.items():
            self.add_field(section, f"agent.{name}", each)

    def _agent(self) -> Agent:
        return Agent(**{name: self.fields[f"agent.{name}"].value() for name in AGENT})

    def _document_kinds(self) -> list[Choice]:
        readings = self._station.search.readings
        return [
            Choice(each.code, each.name, also=str(readings(each.name)))
            for each in self._station.reference.table("document").entries
        ]

    def _find_items(self, text: str, _progress: Progress) -> list[Found]:
        today, items = self._context.clock.today(), self._station.items
        held = {item.id: item for item in items.catalogue() if item.is_offered(today)}
        return [
            Found(key, held[key].on(today).particulars.name)
            for key in items.find(text)
            if key in held
        ]

    def _look_up_item(self, key: str) -> None:
        items = self._station.items
        self._context.jobs.start(
            lambda _: items.item(ItemId(key)),
            owner=self,
            done=lambda item: self._show_item(item.on(self._context.clock.today())),
            failed=self._context.failed,
        )

    def _show_item(self, version: ItemVersion) -> None:
        if version.item_id != self.item.value():
            return
        self._version = version
        if self._is_new:
            ticks, self._ticks = self._ticks, ()
            materials = ticked(version.particulars.materials, ticks)
            self.materials.list.show_materials(materials)
            self.materials.set_hint("" if materials else self.tr("Nothing has to be brought."))
        self.item_shown.emit(version)
        self.ticked.emit()

    def _forget_item(self) -> None:
        """Show no materials while no item is chosen."""
        version = self._version
        if version is not None and version.item_id == self.item.value():
            return
        self._version = None
        self.materials.list.show_materials(())
        self.materials.set_hint(self.tr("They stand here once the item is chosen."))
        self.item_shown.emit(None)
        self.ticked.emit()

    def _on_looked(self, count: int) -> None:
        self._is_stranger = not count
        told = self.tr("Nobody of the register is called that. Go on, and it is kept as a name.")
        self.person.set_hint(told if self._is_stranger else "")
        self._show_asked()

    def _show_asked(self) -> None:
        for each in (self.document_kind, self.document):
            each.setVisible(self._is_stranger)
        self.where.setVisible(self.channel.value() == Channel.HOME)
        for name in AGENT:
            self.fields[f"agent.{name}"].setVisible(self.has_agent.value())
