"""Columns that give way where there is little room for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.kit.table_view import TableView

NARROW = 1100
"""A view of this width has no room for what is looked at least often."""
LOWEST = 960
"""A view narrower than this, as of a small screen shown at 150 %, has room for names and days."""


class LesserColumns:
    """Hides columns of *table* below the width of the view that each of them takes."""

    def __init__(self, table: TableView, least: Mapping[str, int]) -> None:
        self._table, self._least = table, least

    def fit(self, width: int) -> None:
        """Show what there is room for in a view of *width*; what somebody hid stays hidden."""
        self._table.columns.give_way({key for key, least in self._least.items() if width < least})
