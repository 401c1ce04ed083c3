"""The register of seal use (用印登记簿) for a period, as the paper that is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from ui.certificates.latest_paper import LatestPaper
from ui.certificates.paper_panel import Handout, PaperPanel
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificates import SealUse
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.paper_panel import Outlets
    from ui.kit.room import RoomContext

KIND = "seal-register"
MONTH, LAST_MONTH, YEAR, OTHER = "month", "last-month", "year", "other"
SIDE = 400
Period = tuple[date, date]


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
        self.periods = SegmentedControl(
            [
                Choice(MONTH, self.tr("This month")),
                Choice(LAST_MONTH, self.tr("Last month")),
                Choice(YEAR, self.tr("This year")),
                Choice(OTHER, self.tr("Other")),
            ]
        )
        self.periods.name(self.tr("Period"))
        self.since = DateField(self.tr("From"), required=True)
        self.until = DateField(self.tr("To"), required=True)
        self.count = label("", Role.STRONG)
        self._lay_out()
        self._set_days(self._periods()[MONTH])
        self.periods.changed.connect(self._choose)
        for field in (self.since, self.until):
            field.finished.connect(self._on_day)
            field.line.returnPressed.connect(partial(self._go_on, field))
        self._paper.drawn.connect(self._show)
        self._paper.failed.connect(context.failed)
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Show the register as it is now."""
        named = self._periods().get(self.periods.value(), self._period())
        if self._is_stale or named != self._period():
            self.refresh()
        self.since.line.setFocus()

    def refresh(self) -> None:
        """Draw the register of the period.

        A period that goes by a name is reckoned anew: the program may have been left
        running over midnight, and *This month* has one day more.
        """
        named = self._periods().get(self.periods.value())
        if named is not None:
            self._set_days(named)
        self._paper.draw()

    def _set_days(self, period: Period) -> None:
        self.since.set_value(period[0])
        self.until.set_value(period[1])

    def _wanted(self) -> Drawing | None:
        period = self._period()
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

    def _period(self) -> Period | None:
        """Return the period typed; note what is wrong with it beside the fields."""
        since, until = self.since.value(), self.until.value()
        for field, day in ((self.since, since), (self.until, until)):
            # a day that cannot be read is noted by the field itself
            if day is None and field.is_readable():
                field.set_problem(self.tr("On which day?"))
        if since is None or until is None:
            return None
        is_backwards = until < since
        self.since.set_problem("")
        self.until.set_problem(self.tr("The end is before the beginning.") if is_backwards else "")
        return None if is_backwards else (since, until)

    def _choose(self, code: str) -> None:
        if code == OTHER:
            self.since.line.setFocus()
            return
        self.periods.set_value(code)
        self.refresh()

    def _on_day(self) -> None:
        """Show by which name the days typed go, and their register."""
        typed = (self.since.value(), self.until.value())
        known = (code for code, period in self._periods().items() if period == typed)
        self.periods.set_value(next(known, OTHER))
        self.refresh()

    def _periods(self) -> dict[str, Period]:
        today = self._context.clock.today()
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        return {
            MONTH: (first, today),
            LAST_MONTH: (before.replace(day=1), before),
            YEAR: (today.replace(month=1, day=1), today),
        }

    def _go_on(self, field: DateField) -> None:
        if field is self.since:
            self.until.line.setFocus()

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
        card = Card(self.tr("Register of seal use"), side)
        card.body.addWidget(self.periods)
        days = QHBoxLayout()
        days.setSpacing(Space.M)
        days.addWidget(self.since)
        days.addWidget(self.until)
        card.body.addLayout(days)
        card.body.addWidget(self.count)
        column.addWidget(card)
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
