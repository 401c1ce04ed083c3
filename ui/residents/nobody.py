"""What the table says when it has no lines: why, and what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.residents.filters import ResidentFilter
from ui.kit.buttons import Kind
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon

if TYPE_CHECKING:
    from collections.abc import Callable


class NobodyHere(EmptyState):
    """Leads to the roster, to the first resident, or back to everybody.

    An empty register, an empty bin and a filter too narrow need different next steps.
    """

    def __init__(
        self,
        *,
        bring_in: Callable[[], object],
        register: Callable[[], object],
        clear: Callable[[], object],
    ) -> None:
        super().__init__(Icon.PEOPLE, "")
        words = self.tr("Bring in a roster")
        self.bring_in = self.add_action(words, bring_in, meaning=Icon.IMPORT, kind=Kind.PRIMARY)
        self.register = self.add_action(self.tr("New resident"), register, meaning=Icon.ADD)
        self.clear = self.add_action(self.tr("Show everybody"), clear, meaning=Icon.CLEAR)

    def explain(self, chosen: ResidentFilter) -> None:
        """Say why *chosen* leaves nobody."""
        is_narrowed = chosen != ResidentFilter()
        if chosen.binned:
            self.say(Icon.BIN, self.tr("Nobody is in the bin"))
        elif is_narrowed:
            self.say(
                Icon.FILTER,
                self.tr("Nobody fits these filters"),
                self.tr("Take a filter away to see more people."),
            )
        else:
            self.say(
                Icon.PEOPLE,
                self.tr("Nobody is in the register yet"),
                self.tr(
                    "Bring in the roster you keep in a spreadsheet, in whatever layout it is, or"
                    " register the first resident."
                ),
            )
        self.clear.setVisible(is_narrowed)
        self.bring_in.setVisible(not is_narrowed)
        self.register.setVisible(not is_narrowed)
