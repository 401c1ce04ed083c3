"""Lines of a table on their way to the clipboard, for a sheet or a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station_app.domain.privacy.leaving import harmless, on_one_line
from station_app.domain.settings import REASON_ABOVE
from ui.kit.clipboard import Clipboard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.jobs import JobRunner
    from ui.kit.kept_columns import KeptColumns
    from ui.kit.lazy_table import LazyTableModel

# more than this is an export, which has a purpose and leaves a trace
MOST_COPIED = REASON_ABOVE


class LineCopy(QObject):
    """Copies lines as shown, tab-separated, with the titles of the columns in sight.

    Lines not fetched yet are fetched in a job; ``copied`` is told when they are there,
    ``refused`` when they are too many.
    """

    copied = Signal(int)  # how many lines
    refused = Signal(int)  # how many may be copied

    def __init__(
        self, model: LazyTableModel[Any, Any], columns: KeptColumns, jobs: JobRunner | None
    ) -> None:
        super().__init__(columns)
        self._lines, self._columns, self._jobs = model, columns, jobs

    def copy(self, keys: Sequence[object]) -> None:
        """Copy the lines of *keys*, unless they are more than may be copied."""
        wanted = keys
        if not wanted:
            return
        if len(wanted) > MOST_COPIED:
            self.refused.emit(MOST_COPIED)
            return
        if self._jobs is None:
            self._to_clipboard(self._lines.lines_of(wanted))
        else:
            self._jobs.start(
                lambda _: self._lines.lines_of(wanted), owner=self, done=self._to_clipboard
            )

    def _to_clipboard(self, lines: Sequence[object]) -> None:
        columns = self._columns.shown()
        rows = [[column.title() for column in columns]]
        rows += [[_cell(column.seen(line)) for column in columns] for line in lines]
        Clipboard.current().put("\n".join("\t".join(row) for row in rows))
        self.copied.emit(len(lines))


def _cell(text: str) -> str:
    """Return *text* as a cell of a sheet it may be put into: on one line, no formula."""
    return harmless(on_one_line(text))
