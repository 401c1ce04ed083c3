"""What the table asks of the store: whom, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.first_page import FIRST_KEYS, FIRST_LINES, FirstLines
from station_app.domain.residents.filters import Order, ResidentFilter

if TYPE_CHECKING:
    from station_app.services.progress import Progress
    from station_app.services.residents.lists import ResidentLists


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry:
    """The residents that a filter leaves, in an order of the store; read it in jobs."""

    filter: ResidentFilter = field(default_factory=ResidentFilter)
    order: Order = Order.NAME
    descending: bool = False

    def beginning(self, lists: ResidentLists) -> FirstLines:
        """Return the first keys, which are read in no time, with the first lines."""
        keys = lists.keys(
            self.filter, order=self.order, descending=self.descending, limit=FIRST_KEYS
        )
        return FirstLines(keys, lists.lines(keys[:FIRST_LINES]))

    def is_answered_by(self, first: FirstLines) -> bool:
        """Whether there is nobody beyond what has been read *first*."""
        return len(first.keys) < FIRST_KEYS

    def whole(self, lists: ResidentLists, progress: Progress) -> FirstLines:
        """Return all keys with the first lines."""
        keys = lists.keys(
            self.filter, order=self.order, descending=self.descending, progress=progress
        )
        return FirstLines(keys, lists.lines(keys[:FIRST_LINES]))
