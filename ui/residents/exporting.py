"""From the list in sight to the panel that gives it out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.later import later
from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.exports import ExportLimits
    from station_app.services.exports.residents import Exported
    from station_app.services.progress import Progress
    from ui.kit import export_form, export_panel
    from ui.kit.room import RoomContext
    from ui.residents.table import ResidentsTable
    from ui.residents.words import Words
else:
    export_form = later("ui.kit.export_form")
    export_panel = later("ui.kit.export_panel")

SUGGESTED = "居民名单.xlsx"
SAME_COLUMN = {"age": "born"}
"""What a column of the screen is called in the exports, where it differs.

An age is out of date tomorrow; the birthday goes into the file instead.
"""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What holds for an export at this station."""

    limits: ExportLimits
    grounds: Sequence[Choice]
    approvers: Sequence[Choice]
    full_refused: str


class Exporting(QObject):
    """Makes the panel for the lines and columns in sight, in their order."""

    panel_asked = Signal(object)  # ExportPanel

    def __init__(
        self, station: Station, context: RoomContext, words: Words, table: ResidentsTable
    ) -> None:
        super().__init__(table)
        self._station, self._context = station, context
        self._words, self._table = words, table

    def begin(self) -> None:
        """Ask for the panel; what it needs to know is read in a job."""
        if self._table.keys_to_export():
            self._context.jobs.start(self._read, owner=self, done=self._show)

    def _read(self, _: Progress) -> Conditions:
        return Conditions(
            self._station.exports.limits(),
            self._words.choices("legal_ground"),
            [Choice(each.key, each.name) for each in self._station.exports.approvers()],
            self._context.gate.reason(Permission.EXPORT_FULL),
        )

    def _show(self, held: Conditions) -> None:
        keys = self._table.keys_to_export()
        form = export_form.ExportForm(
            people=len(keys),
            limits=held.limits,
            columns=self._choices(),
            grounds=held.grounds,
            approvers=held.approvers,
            full_refused=held.full_refused,
        )
        count = f"{len(keys):,}"
        one = self.tr("1 person")
        panel = export_panel.ExportPanel(
            self._context,
            form,
            partial(self._write, keys),
            leaving=export_panel.Leaving(
                told=one if len(keys) == 1 else self.tr("{count} people").format(count=count),
                done=self.tr("Exported {count} people to {name}, number {number}"),
                suggested=SUGGESTED,
            ),
            columns=[_of_file(column.key) for column in self._table.view.shown_columns()],
        )
        self.panel_asked.emit(panel)

    def _write(
        self, keys: Sequence[int], path: Path, draft: export_form.ExportDraft, progress: Progress
    ) -> Done[Exported]:
        done = self._station.exports.residents(
            path,
            progress,
            ask=draft.ask,
            keys=keys,
            columns=draft.columns,
            approval=draft.approval(),
        )
        return Done(done, frozenset({Topic.AUDIT, Topic.EXPORTS}))

    def _choices(self) -> Sequence[Choice]:
        """Return the columns of the table, those in sight first and in their order."""
        columns = (*self._table.view.shown_columns(), *self._table.model.columns)
        titles = {each.key: each.title() for each in columns}
        names = dict.fromkeys(_of_file(each.key) for each in columns)
        return [Choice(name, titles[name]) for name in names]


def _of_file(column: str) -> str:
    return SAME_COLUMN.get(column, column)
