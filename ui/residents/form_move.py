"""The form for a move: of one, of some, of the whole household, or out of the community."""

from __future__ import annotations

from dataclasses import dataclass
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
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import ResidentId
    from ui.residents.words import Words

HERE, AWAY = "here", "away"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDraft:
    """A move as typed. ``who`` are keys of residents."""

    who: tuple[ResidentId, ...] = ()
    way: str = HERE
    address: str = ""
    on: date | None = None
    basis: str = ""
    left_to: str = ""


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
        self._names = dict(people)
        self._has_household = has_household
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
            outer.insertLayout(1, holder)
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

    def is_whole_household(self, draft: MoveDraft) -> bool:
        """Whether everybody of the household moves, and so the household itself.

        The dead of a household are not among those who can be ticked.
        """
        return self._has_household and len(draft.who) == len(self._names)

    def judge(self, draft: MoveDraft) -> tuple[Problem, ...]:
        """Return what is missing."""
        found = [*days_to_come("on", draft.on, self._clock)]
        if not draft.who:
            found.append(Problem("who", "missing"))
        parts = self.address.parts()
        if draft.way == HERE and (parts is None or not parts.estate):
            found.append(Problem("address", "missing"))
        return tuple(found)

    def names(self, draft: MoveDraft) -> str:
        """Return who moves, in words."""
        names = [self._names[key] for key in draft.who]
        if len(names) <= MOST_NAMED:
            return "、".join(names)
        return self.tr("{names} and {count} more").format(
            names="、".join(names[:MOST_NAMED]), count=len(names) - MOST_NAMED
        )

    def told(self, draft: MoveDraft) -> str:
        """Return the sentence that says what will happen."""
        if not draft.who:
            return self.tr("Nobody moves yet: tick at least one person.")
        if draft.way == HERE and not self.address.rendered():
            return self.tr("Type where to.")
        return self.tr("{move} {household}").format(
            move=self._act_told(draft), household=self._household_told(draft)
        )

    def _act_told(self, draft: MoveDraft) -> str:
        facts = {
            "who": self.names(draft),
            "day": (draft.on or self._clock.today()).isoformat(),
            "address": self.address.rendered(),
            "to": draft.left_to,
        }
        if draft.way == HERE:
            return self.tr("{who} will live at {address} from {day}.").format(**facts)
        if draft.left_to:
            return self.tr("{who} will have left the community on {day}, for {to}.").format(
                **facts
            )
        return self.tr("{who} will have left the community on {day}.").format(**facts)

    def _household_told(self, draft: MoveDraft) -> str:
        if not self._has_household:
            return self.tr("The former address is kept.")
        if self.is_whole_household(draft):
            return self.tr("The whole household goes along. The former addresses are kept.")
        return self.tr("They stay in their household. The former addresses are kept.")

    def _add_people(self) -> None:
        section = self.add_section(self.tr("Who moves"))
        for place, (key, name) in enumerate(self._names.items()):
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
        self.sentence.say(self.told(self.draft()))
