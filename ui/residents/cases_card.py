"""What somebody has come to the window for: his cases, each a click away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from ui.kit.case_words import due_words, state_tone, state_words
from ui.kit.icons import Icon
from ui.kit.words import Pill
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_lists import CaseLine
    from ui.kit.room import RoomContext
    from ui.residents.actions import PersonActions


class CasesCard(FileCard):
    """Reads the cases of whoever is shown when it is made; the latest stands first."""

    def __init__(self, station: Station, context: RoomContext, acts: PersonActions) -> None:
        super().__init__("")
        self.title.setText(self.tr("Cases at the window"))
        self.title.show()
        self._acts = acts
        key, gate = acts.person.resident().id, context.gate
        begin = self.add_button(Icon.ADD, self.tr("Begin a case…"), acts.begin_case)
        gate.bind(Permission.CASE_WRITE, begin)
        reason = gate.reason(Permission.CASE_READ)
        if reason:
            self.add_remark(reason)
            return
        context.jobs.start(lambda _: station.cases.of_resident(key), owner=self, done=self._show)

    def _show(self, lines: Sequence[CaseLine]) -> None:
        for line in lines:
            shown = self.add_line(
                line.item,
                note=DOT.join(filter(None, (line.number, self._when(line)))),
                slot=partial(self._acts.open_case, line.id),
            )
            layout = shown.layout()
            if layout is not None:
                layout.addWidget(Pill(state_words(line.state), state_tone(line.state)))
        if not lines:
            self.add_remark(self.tr("No case yet."))

    def _when(self, line: CaseLine) -> str:
        if line.closed_on is not None:
            return self.tr("closed {day}").format(day=line.closed_on.isoformat())
        day = due_words(line.due_on, is_provisional=line.is_provisional)
        return self.tr("due {day}").format(day=day) if day else ""
