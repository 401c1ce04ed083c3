"""The form for a move: of one, of some, of the whole household, or out of the community."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from station_app.domain.errors import Problem
from station_app.services.residents.households import Move
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.code_field import CodeField
from ui.kit.fields import CheckField, DateField, TextField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.residents.fields import AddressField
from ui.residents.form_addresses import days_to_come
from ui.residents.moving import AWAY, HERE, MoveDraft, Moving
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import ResidentId
    from ui.residents.words import Words


class MoveForm(TaskForm[MoveDraft]):
    """Says in one sentence what will happen, before it does.

    A move of the whole household moves its address too; a move of some leaves it. Which of
    both is carried out follows from who is ticked.
    """

    def __init__(
        self,
        words: Words,
        clock: Clock,
        *,
        people: Mapping[ResidentId, str],
        estates: Sequence[str],
        has_household: bool,
    ) -> None:
        super().__init__()
        self._clock = clock
        self.moving = Moving(people, clock, has_household=has_household, parent=self)
        self._boxes: dict[ResidentId, CheckField] = {}
        self._add_people()
        self._add_way()
        self._add_destination(words, estates)
        self.sentence = Banner("", Tone.INFO, self)
        holder = QVBoxLayout()
        holder.setContentsMargins(Space.L, Space.S, Space.L, 0)
        holder.addWidget(self.sentence)
        outer = self.layout()
        # Above the scrolled page: what will happen stays in sight while typing.
        if isinstance(outer, QVBoxLayout):
            outer.insertLayout(2, holder)
        self.save.setText(self.tr("Move"))
        self.way.changed.connect(self._show_way)
        self.changed.connect(self._tell)

    def draft(self) -> MoveDraft:
        """Return the move as typed."""
        return MoveDraft(
            who=tuple(key for key, box in self._boxes.items() if box.value()),
            way=self.way.value(),
            address=self.address.value(),
            on=self.on.value(),
            basis=self.basis.value(),
            left_to=self.left_to.value(),
        )

    def fill(self, draft: MoveDraft) -> None:
        """Show *draft*."""
        for key, box in self._boxes.items():
            box.set_value(key in draft.who)
        self.way.set_value(draft.way)
        self.address.set_value(draft.address)
        self.on.set_value(draft.on)
        self.basis.set_value(draft.basis)
        self.left_to.set_value(draft.left_to)
        self._show_way(draft.way)

    def focus_first(self) -> None:
        """Put the cursor where something is wrong, else where the address goes."""
        if any(field.problem() for field in self.fields.values()):
            super().focus_first()
        else:
            self.address.editor.setFocus()

    def wanted(self, draft: MoveDraft) -> Move:
        """Return what is to be carried out."""
        if draft.way == AWAY:
            return Move(on=draft.on, left_to=draft.left_to)
        return Move(to=self.address.parts(), on=draft.on, basis=draft.basis)

    def judge(self, draft: MoveDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        found = [*days_to_come("on", draft.on, self._clock)]
        if not draft.who:
            found.append(Problem("who", "missing"))
        parts = self.address.parts()
        if draft.way == HERE and (parts is None or not parts.estate):
            found.append(Problem("address", "missing"))
        return tuple(found)

    def _add_people(self) -> None:
        section = self.add_section(self.tr("Who moves"), columns=self.moving.side_by_side())
        for place, (key, name) in enumerate(self.moving.people().items()):
            box = self._boxes[key] = CheckField(name)
            # The first box bears the problem of all: tick at least one.
            self.add_field(section, "who" if place == 0 else f"who.{place}", box)

    def _add_way(self) -> None:
        self.way = SegmentedControl(
            (
                Choice(HERE, self.tr("Within the community")),
                Choice(AWAY, self.tr("Out of the community")),
            )
        )
        self.way.name(self.tr("Where to"))

    def _add_destination(self, words: Words, estates: Sequence[str]) -> None:
        section = self.add_section(self.tr("Where to"))
        holder = QVBoxLayout()
        holder.addWidget(self.way)
        section.body.insertLayout(0, holder)
        self.address = self.add_field(
            section, "address", AddressField(self.tr("Address"), estates), wide=True
        )
        left_to = TextField(self.tr("Moved to (as far as known)"))
        self.left_to = self.add_field(section, "left_to", left_to, wide=True)
        self.on = self.add_field(section, "on", DateField(self.tr("On")))
        bases = words.choices("living_basis")
        self.basis = self.add_field(section, "basis", CodeField(self.tr("On what ground"), bases))

    def _show_way(self, way: str) -> None:
        self.address.setVisible(way == HERE)
        self.basis.setVisible(way == HERE)
        self.left_to.setVisible(way == AWAY)
        self._tell()

    def _tell(self) -> None:
        told = self.moving.told(self.draft(), to=self.address.rendered())
        self.sentence.say(told)
