"""A move as typed, and what it comes to in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import ResidentId

HERE, AWAY = "here", "away"
MOST_NAMED = 3
SHORT_NAME = 6  # letters; of such names three find room in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDraft:
    """A move as typed. ``who`` are keys of residents."""

    who: tuple[ResidentId, ...] = ()
    way: str = HERE
    address: str = ""
    on: date | None = None
    basis: str = ""
    left_to: str = ""


class Moving(QObject):
    """Knows who may move together, and tells what a move of some of them will do."""

    def __init__(
        self,
        people: Mapping[ResidentId, str],
        clock: Clock,
        *,
        has_household: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = dict(people)
        self._clock = clock
        self._has_household = has_household

    def people(self) -> Mapping[ResidentId, str]:
        """Return everybody who may move, by name."""
        return self._names

    def side_by_side(self) -> int:
        """Return how many of the names find room in a row of the form."""
        longest = max(map(len, self._names.values()), default=0)
        return 3 if longest <= SHORT_NAME else 2

    def is_whole_household(self, draft: MoveDraft) -> bool:
        """Whether everybody of the household moves, and so the household itself.

        The dead of a household are not among those who can be ticked.
        """
        return self._has_household and len(draft.who) == len(self._names)

    def names(self, draft: MoveDraft) -> str:
        """Return who moves, in words."""
        names = [self._names[key] for key in draft.who]
        if len(names) <= MOST_NAMED:
            return "、".join(names)
        return self.tr("{names} and {count} more").format(
            names="、".join(names[:MOST_NAMED]), count=len(names) - MOST_NAMED
        )

    def told(self, draft: MoveDraft, *, to: str) -> str:
        """Return the sentence that says what will happen; *to* is the address as kept."""
        if not draft.who:
            return self.tr("Nobody moves yet: tick at least one person.")
        if draft.way == HERE and not to:
            return self.tr("Type where to.")
        return self.tr("{move} {household}").format(
            move=self._act_told(draft, to), household=self._household_told(draft)
        )

    def _act_told(self, draft: MoveDraft, to: str) -> str:
        facts = {
            "who": self.names(draft),
            "day": (draft.on or self._clock.today()).isoformat(),
            "address": to,
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
