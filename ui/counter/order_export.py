"""From the orders in sight to the panel that gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.later import later
from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.cases import CaseId
    from station_app.domain.exports import ExportLimits
    from station_app.services.exports.residents import Exported
    from station_app.services.progress import Progress
    from ui.kit import export_form, export_panel
    from ui.kit.room import RoomContext
else:
    export_form = later("ui.kit.export_form")
    export_panel = later("ui.kit.export_panel")

SUGGESTED = "工单清单.xlsx"
USUAL = (
    *("number", "source", "kind", "item", "applicant"),
    *("state", "received", "due", "assignee", "closed"),
)


@dataclass(frozen=True, slots=True)
class _Held:
    """What holds for a list that leaves this station."""

    limits: ExportLimits
    grounds: Sequence[Choice]
    approvers: Sequence[Choice]


class OrderExport(QObject):
    """Makes the panel for the orders that the filters leave, in their order."""

    panel_asked = Signal(object)  # ExportPanel

    def __init__(self, station: Station, context: RoomContext, parent: QObject) -> None:
        super().__init__(parent)
        self._station, self._context = station, context

    def begin(self, keys: Sequence[CaseId]) -> None:
        """Ask for the panel over *keys*; what it needs to know is read in a job."""
        if keys:
            self._context.jobs.start(self._read, owner=self, done=partial(self._show, tuple(keys)))

    def _read(self, _: Progress) -> _Held:
        exports = self._station.exports
        grounds = self._station.reference.table("legal_ground").entries
        return _Held(
            exports.limits(),
            [Choice(each.code, each.name) for each in grounds],
            [Choice(each.key, each.name) for each in exports.approvers()],
        )

    def _show(self, keys: Sequence[CaseId], held: _Held) -> None:
        form = export_form.ExportForm(
            people=len(keys),
            limits=held.limits,
            columns=[Choice(code, text) for code, text in self._columns().items()],
            grounds=held.grounds,
            approvers=held.approvers,
            has_numbers=False,
        )
        count = f"{len(keys):,}"
        panel = export_panel.ExportPanel(
            self._context,
            form,
            partial(self._write, keys),
            leaving=export_panel.Leaving(
                told=self.tr("{count} orders, as the filters leave them").format(count=count),
                done=self.tr("Exported {count} orders to {name}, number {number}"),
                suggested=SUGGESTED,
                kinds=export_panel.WORKBOOK,
            ),
            columns=USUAL,
        )
        self.panel_asked.emit(panel)

    def _write(
        self,
        keys: Sequence[CaseId],
        path: Path,
        draft: export_form.ExportDraft,
        progress: Progress,
    ) -> Done[Exported]:
        return self._station.window_lists.orders(
            path,
            progress,
            ask=draft.ask,
            keys=keys,
            columns=draft.columns,
            approval=draft.approval(),
        )

    def _columns(self) -> dict[str, str]:
        return {
            "number": self.tr("Source's number"),
            "source": self.tr("Source"),
            "kind": self.tr("Class"),
            "category": self.tr("Kind of problem"),
            "item": self.tr("Item"),
            "applicant": self.tr("Caller"),
            "state": self.tr("State"),
            "received": self.tr("Received"),
            "due": self.tr("Due"),
            "assignee": self.tr("Clerk"),
            "closed": self.tr("Closed on"),
            "satisfaction": self.tr("Satisfied at the call-back"),
        }
