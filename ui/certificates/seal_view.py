"""The register of seal use (用印登记簿) for a period, as the paper that is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.certificates.latest_paper import LatestPaper
from ui.certificates.period_card import PeriodCard
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificates import SealUse
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.period_card import Period
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

KIND = "seal-register"
SIDE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The register of a period, as lines and as a paper."""

    period: Period
    uses: tuple[SealUse, ...]
    paper: Paper


class SealView(QWidget):
    """A period at the left, the register of that period at the right.

    Nothing is entered here: each certificate enters itself when it is issued, so that
    the register cannot be forgotten (domain brief 3.4).
    """

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._paper = LatestPaper(context.jobs, self._wanted, self)
        self._is_stale = True
        emptiness = (
            Icon.SEAL,
            self.tr("The seal was not used in this time"),
            self.tr("Each certificate that is issued is entered here by itself."),
        )
        self.panel = PaperPanel(context, outlets, emptiness)
        self.days = PeriodCard(self.tr("Register of seal use"), context.clock)
        self.count = label("", Role.STRONG)
        self.days.body.addWidget(self.count)
        self._lay_out()
        self.days.chosen.connect(self.refresh)
        self._paper.drawn.connect(self._show)
        self._paper.failed.connect(context.failed)
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Show the register as it is now."""
        if self._is_stale or self.days.is_outdated():
            self.refresh()
        self.days.since.line.setFocus()

    def refresh(self) -> None:
        """Draw the register of the period."""
        self.days.renew()
        self._paper.draw()

    def _wanted(self) -> Drawing | None:
        period = self.days.period()
        if period is None:
            return None
        self._is_stale = False
        return lambda: draw(self._station, period)

    def _show(self, drawn: Drawn) -> None:
        count = len(drawn.uses)
        self.count.setText(self.tr("Uses of the seal: {count}").format(count=f"{count:,}"))
        if not count:  # an empty form is not handed in
            self.panel.clear()
            return
        since, until = drawn.period
        title = f"用印登记簿 {since.isoformat()} – {until.isoformat()}"
        self.panel.show_handout(Handout(pdf=drawn.paper.pdf, title=title, kind=KIND))

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if not topics & {Topic.CERTIFICATES, Topic.SETTINGS}:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        side = QWidget()
        # not less than its words need: a width of its own pushed the periods over one another
        side.setMinimumWidth(SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(self.days)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.panel, 1)


def draw(station: Station, period: Period) -> Drawn:
    """Return the register of *period* and its paper; for a job."""
    since, until = period
    return Drawn(
        period=period,
        uses=station.certificates.seal_uses(since=since, until=until),
        paper=station.certificates.seal_register(since=since, until=until),
    )
