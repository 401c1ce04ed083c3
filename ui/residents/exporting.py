"""Giving out what the table shows, as a spreadsheet; numbers masked unless asked otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from station_app.domain.changes import Done, Topic
from station_app.later import later
from ui.kit.buttons import MenuButton
from ui.kit.dialogs import choose_save_file
from ui.kit.icons import Icon, icon
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.services.exports import Exported
    from station_app.services.progress import Progress
    from ui.kit import line_popup
    from ui.kit.room import RoomContext
else:
    line_popup = later("ui.kit.line_popup")

KINDS = "Excel (*.xlsx);;CSV (*.csv)"
SUGGESTED = "居民名单.xlsx"
SAME_COLUMN = {"age": "born"}
"""What a column of the screen is called in the exports, where it differs."""


class ExportButton(MenuButton):
    """Exports the lines and columns in sight, in their order.

    Full numbers need a purpose, which goes into the file's watermark and the audit.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        *,
        keys: Callable[[], Sequence[int]],
        columns: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", meaning=Icon.EXPORT, parent=parent)
        self.setText(self.tr("Export"))
        self._station = station
        self._context = context
        self._keys = keys
        self._columns = columns
        menu = self.menu_shown
        menu.addAction(icon(Icon.TABLE), self.tr("What is seen, numbers masked…"), self.ask_path)
        menu.addAction(icon(Icon.SHOW), self.tr("With full numbers… (logged)"), self.ask_purpose)

    def ask_path(self, purpose: str = "") -> None:
        """Ask where the file shall lie, then write it.

        Without a purpose numbers stay masked.
        """
        path = choose_save_file(self, title=self.tr("Export"), kinds=KINDS, suggested=SUGGESTED)
        if path is not None:
            self.export(path if path.suffix else path.with_suffix(".xlsx"), purpose=purpose)

    def ask_purpose(self) -> None:
        """Ask what the full numbers are needed for, which is written down."""
        popup = line_popup.LinePopup(
            self,
            title=self.tr("What are the full numbers needed for? It is written down."),
            action=self.tr("Go on"),
        )
        popup.named.connect(self.ask_path)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.XS)))
        popup.show()
        popup.line.setFocus()

    def export(self, path: Path, *, purpose: str = "") -> None:
        """Write what is seen to *path*; full numbers only with a purpose."""
        keys, columns, station = self._keys(), self._export_columns(), self._station

        def write(progress: Progress) -> Done[Exported]:
            done = station.exports.residents(
                path, progress, purpose=purpose, keys=keys, columns=columns, masked=not purpose
            )
            return Done(done, frozenset({Topic.AUDIT}))

        self._context.operations.perform(write, owner=self, done=self._tell(path))

    def _export_columns(self) -> tuple[str, ...]:
        # An age is out of date tomorrow; the birthday goes into the file instead.
        names = (SAME_COLUMN.get(column, column) for column in self._columns())
        return tuple(dict.fromkeys(names))

    def _tell(self, path: Path) -> Callable[[Exported], None]:
        def tell(done: Exported) -> None:
            self._context.notices.say(
                self.tr("Exported {count} people to {name}").format(
                    count=f"{done.rows:,}", name=path.name
                )
            )

        return tell
