"""One problem beside the list: who takes it up, to what end, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.problems import Plan
from ui.counter.ask_form import Question
from ui.counter.asked_acts import Act, AskedActs
from ui.counter.figure_cards import share_words
from ui.counter.guide_cards import fill
from ui.kit.empty_state import EmptyState
from ui.kit.fields import DateField, NotesField
from ui.kit.icons import Icon
from ui.kit.suggest_field import SuggestField
from ui.kit.surfaces import Card, Scroll, SidePanel
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.counter.problems import ProblemEntry
    from ui.counter.ask_form import Answer
    from ui.counter.asked_acts import Change
    from ui.counter.case_problems import CaseProblems
    from ui.kit.fields import Field
    from ui.kit.room import RoomContext

TAKE_UP = "take-up"


class ProblemPanel(SidePanel):
    """Shows a problem of the list; one that stands on no list yet is not taken up."""

    def __init__(self, station: Station, problems: CaseProblems, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._entry: ProblemEntry | None = None
        self.close_button.hide()
        self.acts = AskedActs(
            context, Permission.CASE_DECIDE, problems.wording, self, stands_out=False
        )
        self.acts.add(
            Act(
                code=TAKE_UP,
                text=self.tr("Owner, target, result…"),
                sign=Icon.EDIT,
                keys="Ctrl+E",
                ask=self._question,
                change=self._change,
                label=self._label,
            )
        )
        self.card = Card(self.tr("Taken up"), self)
        self.counted = Card(self.tr("Counted"), self)
        self.page = Scroll(self, margin=Space.L)
        self.page.body.setSpacing(Space.M)
        for part in (self.acts, self.card, self.counted):
            self.page.body.addWidget(part)
        self.empty = EmptyState(
            Icon.LIST,
            self.tr("No problem is chosen"),
            self.tr("Choose one to say who takes it up."),
            parent=self,
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
        self.show_entry(None, is_kept=False)

    def show_entry(self, entry: ProblemEntry | None, *, is_kept: bool) -> None:
        """Show a problem, or that none is chosen."""
        former, self._entry = self._entry, entry
        self.empty.setVisible(entry is None)
        self.page.setVisible(entry is not None)
        if entry is None:
            self.show_heading("", "")
            self.acts.allow({})
            return
        if former != entry:
            self.acts.form.hide()
        self.show_heading(self._name(), entry.period)
        plan, tally = entry.plan, entry.tally
        rows = [
            (self.tr("Owner"), plan.owner, ""),
            (self.tr("Target"), plan.target, _day(plan.target_on)),
            (self.tr("Result"), plan.result, _day(plan.done_on)),
        ]
        nobody = self.tr("Nobody has taken it up yet.")
        fill(self.card, [row for row in rows if row[1]], nothing=nobody)
        satisfied = share_words(tally.satisfied) or self.tr("nobody was asked")
        fill(
            self.counted,
            [
                (self.tr("How many"), str(tally.matters), ""),
                (self.tr("Satisfied"), satisfied, ""),
            ],
        )
        self.acts.allow({TAKE_UP: "" if is_kept else self.tr("Draw the list up first.")})

    def _name(self) -> str:
        entry = self._entry
        categories = self._station.reference.order_rules.categories
        return name_in(categories, entry.tally.category) if entry else ""

    def _question(self) -> Question:
        plan = self._entry.plan if self._entry else Plan()
        owner = SuggestField(self.tr("Owner"), required=True)
        target = NotesField(self.tr("Target"), lines=2)
        target_on = DateField(self.tr("Target for"))
        result = NotesField(self.tr("Result"), lines=2)
        done_on = DateField(self.tr("Done on"))
        fields: dict[str, Field[Any]] = {
            "owner": owner,
            "target": target,
            "target_on": target_on,
            "result": result,
            "done_on": done_on,
        }
        for name, field in fields.items():
            field.set_value(getattr(plan, name))
        return Question(
            title=self.tr("Who takes it up, to what end"),
            action=self.tr("Keep"),
            fields=fields,
            needed=frozenset({"owner"}),
        )

    def _change(self, said: Answer) -> Change:
        entry, problems = self._entry, self._station.problems
        if entry is None:
            raise RuntimeError("a problem that is not there")
        plan = Plan(**said)
        return lambda: problems.take_up(entry.id, plan, version=entry.version)

    def _label(self) -> str:
        return self.tr("Taken up: {name}").format(name=self._name())


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
