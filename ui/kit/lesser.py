"""Columns that give way where there is little room for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.kit.table_view import TableView

NARROW = 1100
"""A view of this width has no room for what is looked at least often."""


class LesserColumns:
    """Hides columns of *table* below the width of the view that each of them takes."""

    def __init__(self, table: TableView, least: Mapping[str, int]) -> None:
        self._table, self._least = table, least
        self._hidden: frozenset[str] = frozenset()

    def fit(self, width: int) -> None:
        """Show what there is room for in a view of *width*; what somebody hid stays hidden."""
        hidden = frozenset(key for key, least in self._least.items() if width < least)
        for key in hidden ^ self._hidden:
            self._table.setColumnHidden(self._table.columns.section(key), key in hidden)
        self._hidden = hidden
