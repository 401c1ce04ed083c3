"""What of orders (工单) is data: sources and their times, classes, categories of problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.case_rules import Named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.counter.items import ItemId
    from station_app.domain.counter.limits import TimeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSource(Named):
    """Who sends orders.

    ``item`` is what its cases rest upon. ``due``: so long they may take from the day they were
    received there; None where the item says it. ``extension``: so much longer, once (延期).
    ``notice``: so long it may take to say whether it is accepted (告知); None where an order is
    accepted as it comes.
    """

    item: ItemId
    due: TimeLimit | None = None
    extension: TimeLimit | None = None
    notice: TimeLimit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category(Named):
    """A kind of problem; ``items``: cases about one of these are of it without being told."""

    items: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRules:
    """The rules of orders; ``returns``: why one is sent back as misdirected (退回)."""

    sources: tuple[OrderSource, ...]
    classes: tuple[Named, ...]
    categories: tuple[Category, ...]
    returns: tuple[Named, ...]

    def source(self, code: str) -> OrderSource | None:
        """Return the source of *code*, if there is one."""
        return next((each for each in self.sources if each.code == code), None)

    def notice_of(self, item: str) -> TimeLimit | None:
        """Return how long it may take to accept a case about *item*, if the law of orders says."""
        told = (each.notice for each in self.sources if each.item == item)
        return next((limit for limit in told if limit is not None), None)

    def category_of_item(self) -> Mapping[str, str]:
        """Return the code of the category by the items that are of it."""
        return {item: each.code for each in self.categories for item in each.items}
