"""One bad rating beside the list: what was said, what becomes of it, its two deadlines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.bad_ratings import Finding, MatterEvent, MatterState, WhyNot
from station_app.domain.errors import RefusedError
from ui.counter.ask_form import Question
from ui.counter.asked_acts import Act, AskedActs
from ui.counter.guide_cards import fill
from ui.counter.level_words import level_words
from ui.counter.matter_words import TONES, finding_words, matter_words
from ui.counter.words import DOT
from ui.kit.buttons import Button, Choice, Kind
from ui.kit.case_words import URGENCY_TONES, due_words, urgency_words
from ui.kit.code_field import CodeField
from ui.kit.empty_state import EmptyState
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.suggest_field import SuggestField
from ui.kit.surfaces import Card, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.services.counter.ratings import MatterPage
    from ui.counter.ask_form import Answer
    from ui.counter.asked_acts import Change
    from ui.counter.case_problems import CaseProblems
    from ui.counter.guide_cards import Row
    from ui.kit.fields import Field
    from ui.kit.room import RoomContext

FLOW = frozenset(WhyNot)
NEEDED = frozenset({"contact_note", "cause", "measure", "answer", "finding", "on"})
E = MatterEvent
SIGNS = {
    E.CONTACT: (Icon.PHONE, "Alt+C"),
    E.UPHOLD: (Icon.CHECK, "Alt+Y"),
    E.DISMISS: (Icon.NEGATIVE, "Alt+D"),
    E.CORRECT: (Icon.FINISHED, "Alt+E"),
    E.CALL_BACK: (Icon.PHONE, "Alt+U"),
    E.REOPEN: (Icon.RESTORE, "Alt+R"),
}


class MatterPanel(SidePanel):
    """Shows the page of one bad rating, and what comes next with a button each."""

    case_asked = Signal(str)  # the key of a case

    def __init__(self, station: Station, problems: CaseProblems, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._page: MatterPage | None = None
        self.close_button.hide()
        self.case = Button(self.tr("Open the case"), kind=Kind.LINK, parent=self)
        self.case.on_click(self._open_case)
        self.action_row.addWidget(self.case)
        self.acts = AskedActs(context, Permission.CASE_DECIDE, problems.wording, self)
        self._add_acts()
        self.said = Card(self.tr("What was said"), self)
        self.times = Card(self.tr("Times"), self)
        self.found = Card(self.tr("What becomes of it"), self)
        self.page = Scroll(self, margin=Space.L)
        self.page.body.setSpacing(Space.M)
        for part in (self.acts, self.times, self.said, self.found):
            self.page.body.addWidget(part)
        self.empty = EmptyState(
            Icon.FINISHED,
            self.tr("No bad rating is chosen"),
            self.tr("Choose one in the list to see what comes next."),
            parent=self,
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
        self.show_matter(None)

    def show_matter(self, page: MatterPage | None) -> None:
        """Show a bad rating, or that none is chosen."""
        former, self._page = self._page, page
        self.empty.setVisible(page is None)
        self.page.setVisible(page is not None)
        self.case.setVisible(page is not None and page.case is not None)
        self.pills.clear()
        if page is None:
            self.show_heading("", "")
            self.acts.allow({})
            return
        if former is None or former.matter != page.matter:
            self.acts.form.hide()
        case = page.case
        title = DOT.join((case.applicant, case.item)) if case else self.tr("A case that is gone")
        self.show_heading(title, case.number if case else "")
        self._show_pills(page)
        fill(self.times, [row for row in self._times(page) if row[1]])
        fill(self.said, [row for row in self._said(page) if row[1]])
        fill(self.found, [row for row in self._found(page) if row[1]])
        self.acts.allow(
            {event.value: self._why(why) for event, why in page.next.items() if why not in FLOW}
        )

    def matter(self) -> MatterPage | None:
        """Return what is shown."""
        return self._page

    def _why(self, code: str) -> str:
        return self._context.words(RefusedError(code)) if code else ""

    def _open_case(self) -> None:
        if self._page is not None:
            self.case_asked.emit(self._page.matter.case_id)

    def _show_pills(self, page: MatterPage) -> None:
        state = page.matter.state
        pills = [Pill(matter_words(state), TONES[state], parent=self)]
        if words := urgency_words(page.urgency):
            tone = URGENCY_TONES.get(page.urgency, Tone.NEUTRAL)
            pills.append(Pill(words, tone, meaning=Icon.CALENDAR, parent=self))
        for pill in pills:
            self.pills.addWidget(pill)

    def _times(self, page: MatterPage) -> list[Row]:
        matter, dues = page.matter, page.dues
        until = self.tr("by {day}")

        def told(day: date | None) -> str:
            return "" if day is None else day.isoformat()

        contact = due_words(dues.contact.day, is_provisional=dues.contact.is_provisional)
        correct = due_words(dues.correct.day, is_provisional=dues.correct.is_provisional)
        open_ = self.tr("open")
        has_to = matter.finding in {Finding.NONE, Finding.VALID}
        return [
            (self.tr("Rated on"), matter.rated_on.isoformat(), ""),
            (
                self.tr("Spoken to"),
                told(matter.contacted_on) or open_,
                until.format(day=contact),
            ),
            (
                self.tr("Put right"),
                (told(matter.corrected_on) or open_) if has_to else "",
                until.format(day=correct),
            ),
            (self.tr("Called back"), told(matter.answered_on), ""),
        ]

    def _said(self, page: MatterPage) -> list[Row]:
        rating, case = page.rating, page.case
        known = self._station.reference.rating_rules.reasons
        is_chinese = QLocale().language() is QLocale.Language.Chinese
        reasons = [
            each.zh if is_chinese else each.en
            for each in known
            if rating is not None and each.code in rating.reasons
        ]
        return [
            (self.tr("Level"), level_words(rating.level) if rating else "", ""),
            (self.tr("Reasons"), "\n".join(reasons), ""),
            (self.tr("Served by"), case.assignee if case else "", ""),
        ]

    def _found(self, page: MatterPage) -> list[Row]:
        matter = page.matter
        answer = self._station.reference.rating_rules.answer(matter.answer)
        return [
            (self.tr("What was said when spoken to"), matter.contact_note, ""),
            (self.tr("Found"), finding_words(matter.finding), _day(matter.judged_on)),
            (self.tr("Cause"), matter.cause, ""),
            (self.tr("Measure"), matter.measure, _day(matter.corrected_on)),
            (
                self.tr("Call-back"),
                answer.name if answer else matter.answer,
                DOT.join(filter(None, (matter.answer_note, _day(matter.answered_on)))),
            ),
        ]

    def _add_acts(self) -> None:
        words = self._words()
        for event, (sign, keys) in SIGNS.items():
            text, title = words[event]
            self.acts.add(
                Act(
                    code=event.value,
                    text=text,
                    sign=sign,
                    keys=keys,
                    ask=partial(self._question, event, title),
                    change=partial(self._change, event),
                    label=partial(self._label, title),
                )
            )

    def _words(self) -> dict[MatterEvent, tuple[str, str]]:
        return {
            E.CONTACT: (self.tr("Spoken to…"), self.tr("Whoever rated was spoken to")),
            E.UPHOLD: (self.tr("It was right…"), self.tr("The rating was right")),
            E.DISMISS: (self.tr("Mistaken…"), self.tr("The rating was no true one")),
            E.CORRECT: (self.tr("Put right…"), self.tr("What was wrong is put right")),
            E.CALL_BACK: (self.tr("Called back…"), self.tr("Whoever rated was called back")),
            E.REOPEN: (self.tr("Not put right…"), self.tr("It is put right once more")),
        }

    def _question(self, event: MatterEvent, title: str) -> Question:
        fields: dict[str, Field[Any]] = {**self._fields(event)}
        day: DateField = DateField(self.tr("On"), required=True)
        day.set_value(self._context.clock.today())
        fields["on"] = day
        action = self._words()[event][0].removesuffix("…")
        needed = frozenset(fields) & NEEDED
        return Question(title=title, action=action, fields=fields, needed=needed)

    def _fields(self, event: MatterEvent) -> dict[str, Field[Any]]:
        made: dict[MatterEvent, Callable[[], dict[str, Field[Any]]]] = {
            E.CONTACT: lambda: {"contact_note": self._line(self.tr("What was said"))},
            E.UPHOLD: lambda: {"cause": self._line(self.tr("Cause"))},
            E.DISMISS: lambda: {
                "finding": self._findings(),
                "cause": self._line(self.tr("Why so")),
            },
            E.CORRECT: lambda: {"measure": self._line(self.tr("What was done"))},
            E.CALL_BACK: lambda: {
                "answer": self._answers(),
                "answer_note": SuggestField(self.tr("Remark")),
            },
            E.REOPEN: lambda: {"cause": self._line(self.tr("What is still wrong"))},
        }
        return made[event]()

    def _line(self, title: str) -> SuggestField:
        return SuggestField(title, required=True)

    def _findings(self) -> CodeField:
        found = [
            Choice(each, finding_words(each)) for each in (Finding.MISTAKEN, Finding.MALICIOUS)
        ]
        return CodeField(self.tr("What it was"), found, required=True)

    def _answers(self) -> CodeField:
        rules = self._station.reference.rating_rules
        answers = [Choice(each.code, each.name) for each in rules.answers]
        return CodeField(self.tr("What came of it"), answers, required=True)

    def _change(self, event: MatterEvent, said: Answer) -> Change:
        page, ratings = self._page, self._station.ratings
        if page is None:
            raise RuntimeError("an act of a rating that is not there")
        key, version, told = page.matter.case_id, page.matter.version, dict(said)
        on = told.pop("on")
        if event is E.CONTACT:
            return lambda: ratings.contact(key, told["contact_note"], on, version=version)
        if event is E.CALL_BACK:
            answer, note = told["answer"], told["answer_note"]
            return lambda: ratings.call_back(key, answer, on, note, version=version)
        if event is E.CORRECT:
            return lambda: ratings.correct(key, told["measure"], on, version=version)
        if event is E.DISMISS:
            finding = Finding(told["finding"])
            return lambda: ratings.dismiss(key, finding, told["cause"], on, version=version)
        step: Callable[..., Done[None]] = ratings.uphold if event is E.UPHOLD else ratings.reopen
        return lambda: step(key, told["cause"], on, version=version)

    def _label(self, title: str) -> str:
        case = self._page.case if self._page else None
        return self.tr("{what}: {number}").format(what=title, number=case.number if case else "")


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def is_open(state: MatterState) -> bool:
    """Whether there is anything left to do about a bad rating."""
    return state is not MatterState.DONE
