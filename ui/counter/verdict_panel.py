"""What follows from what was typed: verdict, what is missing, papers, the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.counter.assistance.members import Counting
from station_app.services.counter.dossier_words import yuan
from ui.counter.assistance_words import (
    ALONE,
    COUNTINGS,
    TONES,
    VERDICTS,
    WHYS,
    bounds,
    missing,
    reason,
    said,
)
from ui.counter.guide_cards import fill
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, FlowLayout, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.domain.counter.assistance.clock import Stage
    from station_app.domain.counter.assistance.judging import Judgement
    from station_app.domain.counter.assistance.rules import AssistanceRules
    from station_app.services.counter.assessment import Assessment

    Row = tuple[str, str, str]

DOT = " · "


class VerdictPanel(SidePanel):
    """Beside the form; renewed while somebody types."""

    dossier_asked = Signal()
    authorisation_asked = Signal()

    def __init__(self, rules: AssistanceRules) -> None:
        super().__init__()
        self._rules = rules
        self.close_button.hide()
        self.dossier = Button(
            self.tr("Dossier"), meaning=Icon.PRINT, kind=Kind.PRIMARY, parent=self
        )
        self.authorisation = Button(
            self.tr("Authorisation to sign"), meaning=Icon.PRINT, parent=self
        )
        self.remark = label(
            self.tr("A help before the application. The county decides."), Role.MUTED, wrap=True
        )
        self.figures = Card(self.tr("Reckoning"), self)
        self.lacking = Card(self.tr("What is missing"), self)
        self.members = Card(self.tr("Who counts"), self)
        self.reasons = Card(self.tr("Reasons"), self)
        self.alone = Card(self.tr("May apply alone"), self)
        self.clock = Card(self.tr("Days to keep"), self)
        self.papers = Card(self.tr("Papers to bring"), self)
        self._lay_out()
        self.dossier.on_click(self.dossier_asked.emit)
        self.authorisation.on_click(self.authorisation_asked.emit)

    def let_print(self, obstacle: str) -> None:
        """Let the papers be drawn, or say with *obstacle* why not."""
        for button in (self.dossier, self.authorisation):
            button.setEnabled(not obstacle)
            button.setToolTip(obstacle)

    def show_assessment(self, found: Assessment) -> None:
        """Show *found* in the place of what was found before."""
        told = found.judgement
        self.show_heading(said(VERDICTS[told.verdict]), self._each(told))
        self.pills.clear()
        hint = self.tr("A hint, no decision")
        self.pills.addWidget(Pill(hint, TONES[told.verdict], parent=self))
        if told.standard is not None and not told.standard.verified:
            text = self.tr("Standard is an example")
            self.pills.addWidget(Pill(text, Tone.WARN, parent=self))
        fill(self.figures, self._figures(told))
        fill(self.lacking, self._lacking(told), nothing=self.tr("Nothing is missing."))
        fill(self.members, self._members(told))
        fill(self.reasons, self._reasons(told))
        fill(self.alone, self._alone(told))
        fill(self.clock, map(self._stage, found.stages))
        names = ((each.paper.name, "、".join(each.who)) for each in found.papers)
        fill(self.papers, ((str(at), *name) for at, name in enumerate(names, start=1)))

    def _each(self, told: Judgement) -> str:
        return self.tr("Each member: {money} a month").format(money=bounds(told.each))

    def _figures(self, told: Judgement) -> Iterator[Row]:
        more = sum(one.standing.counting is Counting.UNKNOWN for one in told.members)
        open_ = self.tr("{count} more are not known").format(count=more) if more else ""
        yield self.tr("Members"), str(told.heads), open_
        yield self.tr("Each, a month"), bounds(told.each), ""
        standard = told.standard
        if standard is not None:
            name = DOT.join(filter(None, (standard.name, standard.source)))
            yield self.tr("Standard"), self._yuan(yuan(standard.fen)), name
            yield self.tr("Edge below"), self._yuan(yuan(standard.fen * self._rules.edge)), ""
        if told.gap is not None:
            all_ = self.tr("for the whole family; a hint only")
            yield self.tr("Lacks a month"), self._yuan(yuan(told.gap)), all_

    def _yuan(self, amount: str) -> str:
        return self.tr("{amount} yuan").format(amount=amount)

    def _lacking(self, told: Judgement) -> Iterator[Row]:
        for at, each in enumerate(told.missing, start=1):
            decides = "" if each.decides else self.tr("does not change the verdict")
            yield str(at), missing(each), DOT.join(filter(None, (each.who, decides)))

    def _members(self, told: Judgement) -> Iterator[Row]:
        for one in told.members:
            why = said(WHYS[one.standing.why])
            if one.standing.counting is Counting.UNKNOWN and one.standing.why == "lives-along":
                why = self.tr("living along not told")
            yield one.member.name, DOT.join((said(COUNTINGS[one.standing.counting]), why)), ""

    def _reasons(self, told: Judgement) -> Iterator[Row]:
        for at, each in enumerate(told.reasons, start=1):
            ground = self._rules.grounds[each.ground]
            yield str(at), reason(each), DOT.join(filter(None, (ground.document, ground.number)))

    def _alone(self, told: Judgement) -> Iterator[Row]:
        for each in told.alone:
            only = "" if each.is_certain else self.tr("if the family is on the edge")
            yield each.who, said(ALONE[each.why]), only

    def _stage(self, stage: Stage) -> Row:
        if stage.due is None:
            return self.tr("later"), stage.step.name, ""
        beneath = (
            self.tr("counted from {day}, not accepted yet").format(day=stage.begins)
            if stage.is_assumed
            else "",
            self.tr("provisional") if stage.due.is_provisional else "",
        )
        return stage.due.day.isoformat(), stage.step.name, DOT.join(filter(None, beneath))

    def _lay_out(self) -> None:
        acts = QWidget(self)
        row = FlowLayout(acts)
        for button in (self.dossier, self.authorisation):
            button.setAutoDefault(True)
            row.addWidget(button)
        page = Scroll(self, margin=Space.L)
        page.body.setSpacing(Space.M)
        cards = (
            *(self.lacking, self.figures, self.members, self.reasons),
            *(self.alone, self.clock, self.papers),
        )
        for part in (acts, self.remark, *cards):
            page.body.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(page, 1)
