"""Columns that are left out where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.kit.table_view import TableView

NARROW = 1100


class LesserColumns:
    """Hides columns of *table* below the widths in *least*, and shows them again."""

    def __init__(self, table: TableView, least: Mapping[str, int]) -> None:
        self._table, self._least = table, least
        self._hidden: frozenset[str] = frozenset()

    def fit(self, width: int) -> None:
        """Leave out what has no room in *width*."""
        hidden = frozenset(key for key, least in self._least.items() if width < least)
        for key in hidden ^ self._hidden:
            self._table.setColumnHidden(self._table.columns.section(key), key in hidden)
        self._hidden = hidden
