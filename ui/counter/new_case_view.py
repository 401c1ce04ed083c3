"""A new case, or one that is corrected: the form, and beside it what is to be told at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.cases import CaseDraft, CaseId, Intake
from ui.counter.case_form import CaseForm, NewCase
from ui.counter.case_papers import KEYS
from ui.counter.case_summary import CaseSummary
from ui.kit.buttons import Button, Kind, native_keys
from ui.kit.drafts import FormDrafts, box_for_now
from ui.kit.icons import Icon
from ui.kit.keys import add_key, list_key
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case
    from ui.counter.case_problems import CaseProblems
    from ui.counter.words import Words
    from ui.kit.notices import Notice
    from ui.kit.room import RoomContext

NEW, RECEIPT = "new-case", "case-receipt"
AGAIN_MS = 30


class NewCaseView(QWidget):
    """Takes a case in. What was typed is kept until it is."""

    entered = Signal(object)  # CaseId
    left = Signal()

    def __init__(
        self, station: Station, words: Words, problems: CaseProblems, context: RoomContext
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._case: Case | None = None  # the one that is corrected
        self._told: Notice | None = None  # that the receipt is ready
        self._waiting: list[Callable[[], object]] = []
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._go_on)
        self.form = CaseForm(station, problems, context)
        self._drafts = FormDrafts(self.form, context.drafts or box_for_now(context.jobs, self))
        self.summary = CaseSummary(words, context)
        self.receive = Button(self.tr("Only receive"), meaning=Icon.IMPORT, parent=self)
        self.keep = Button(self.tr("Keep as enquiry"), kind=Kind.QUIET, parent=self)
        self.all_there = self.form.materials.all_there
        context.gate.bind(
            Permission.CASE_WRITE, self.form.save, self.receive, self.keep, self.all_there
        )
        self.panel = SidePanel()
        self._lay_out()
        self._connect()
        self._add_keys()

    def begin(self, person: str = "", told: str = "") -> None:
        """Begin a case, perhaps of the resident *person*; what was typed before stays."""
        if self._case is not None or self.form.shown is None or not self.form.is_dirty():
            self._begin(NewCase(), None, self.tr("New case"))
        if person:
            self.form.person.show_person(person, told)
            self.form.item.line.setFocus()
        elif self.form.person.value():
            self.form.item.line.setFocus()
        else:
            self.form.person.line.setFocus()

    def correct(self, case: Case) -> None:
        """Correct what was entered of *case*."""
        told = case.particulars
        shown = NewCase(
            draft=told,
            person=told.applicant,
            item=case.item,
            has_agent=told.agent.is_somebody,
        )
        title = self.tr("Correct: {name}").format(name=case.number or told.applicant)
        self._begin(shown, case, title)
        self.form.person.line.setFocus()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not entered."""
        return self.form.is_dirty()

    def tick_all(self) -> None:
        """Note that all papers are there."""
        self._when_settled(self.form.materials.list.tick_all)

    def hush(self) -> None:
        """Say no more that the receipt is ready: it is in sight, and must not be covered."""
        if self._told is not None:
            self._told.leave()

    def leave(self) -> None:
        """Go; what was typed is kept for the next time."""
        self._drafts.leave()
        self.left.emit()

    def _begin(self, shown: NewCase, case: Case | None, title: str) -> None:
        self._drafts.leave()
        self._waiting.clear()
        self._case = case
        is_new = case is None
        self.panel.show_heading(title)
        is_fixed = case is not None and case.state is not CaseState.DRAFT
        fixed = self.tr("For something else another case is begun.") if is_fixed else ""
        self.form.begin(shown, is_new=is_new, fixed=fixed)
        for button in (self.receive, self.keep):
            button.setVisible(is_new)
        key = NEW if case is None else f"case:{case.id}"
        self._drafts.resume(key, title, self._context.notices, lambda: self.form.show_draft(shown))
        self._show_acts()

    def _submit(self) -> None:
        if self._case is not None:
            self._when_settled(self._correct)
        else:
            self.form.settle_current()
            self._when_settled(lambda: self._enter(self._intake()))

    def _enter(self, intake: Intake) -> None:
        if not self._is_readable():
            return
        new, cases = self.form.draft(), self._station.cases
        said = {
            Intake.ACCEPT: self.tr("Accepted: {who}, {item}"),
            Intake.NOTICE: self.tr("Received, told what lacks: {who}, {item}"),
            Intake.RECEIVE: self.tr("Received: {who}, {item}"),
            Intake.DRAFT: self.tr("Kept as an enquiry: {who}, {item}"),
        }
        who = new.person.partition(" · ")[0]
        self.form.save.setEnabled(False)  # a second Enter is no second case
        self._context.operations.perform(
            lambda _: cases.take_in(new.draft, intake, new.ticks),
            owner=self,
            done=partial(self._taken_in, intake),
            failed=self._refused,
            label=said[intake].format(who=who, item=new.item),
        )

    def _correct(self) -> None:
        case = self._case
        if case is None or not self._is_readable():
            return
        draft, cases = self.form.draft().draft, self._station.cases
        self._context.operations.perform(
            lambda _: cases.correct(case.id, draft, version=case.version),
            owner=self,
            done=lambda _: self._entered(case.id),
            failed=self._refused,
            label=self.tr("Corrected: {name}").format(name=case.number or draft.applicant),
        )

    def _taken_in(self, intake: Intake, key: CaseId) -> None:
        self._entered(key)
        if intake is not Intake.DRAFT:
            self._told = self._context.notices.say(
                self.tr("The receipt is ready ({keys}).").format(keys=native_keys(KEYS)),
                Tone.INFO,
                action=self.tr("Receipt"),
                act=lambda: self._context.open_record(RECEIPT, key),
            )
            self._told.gone.connect(partial(self._forget_told, self._told))

    def _forget_told(self, notice: Notice) -> None:
        if notice is self._told:
            self._told = None

    def _entered(self, key: CaseId) -> None:
        self.form.save.setEnabled(True)
        self._drafts.end()
        self._case = None
        self.form.begin(NewCase(draft=CaseDraft()), is_new=True)
        self.entered.emit(key)

    def _refused(self, error: Exception) -> None:
        self.form.save.setEnabled(True)
        self.form.hear(error, self._context.failed)

    def _is_readable(self) -> bool:
        problems = self.form.problems()
        if self.form.is_readable() and not problems:
            return True
        self.form.show_problems(problems)
        self.form.focus_first()
        return False

    def _intake(self) -> Intake:
        """Return what the button does: with all papers accept, else tell what lacks."""
        return Intake.NOTICE if self.form.lacking() else Intake.ACCEPT

    def _when_settled(self, act: Callable[[], object]) -> None:
        """Do *act* once what was typed last has been looked up: keys are faster than that.

        In the order of the keys: taken in before its papers are ticked, a case lacks them.
        """
        self._waiting.append(act)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self.form.is_settled():
            self._waiting.pop(0)()
        if self._waiting:
            self._again.start()

    def _show_acts(self) -> None:
        lacking = self.form.lacking()
        if self._case is not None:
            text = self.tr("Save")
        elif lacking:
            text = self.tr("Receive, tell what lacks")
        else:
            text = self.tr("Accept")
        self.form.save.setText(text)
        is_listed = bool(self.form.materials.list.materials())
        self.all_there.setVisible(is_listed and self._case is None)
        self.summary.show_case(self.form.version(), lacking, is_new=self._case is None)

    def _lay_out(self) -> None:
        footer = self.form.footer
        footer.insertWidget(1, self.receive)
        footer.insertWidget(2, self.keep)
        self.panel.setProperty("whole", "true")
        self.panel.body.setContentsMargins(0, 0, 0, 0)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.form, 5)
        row.addWidget(self.summary, 3)
        self.panel.body.addWidget(held, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def _connect(self) -> None:
        self.form.submitted.connect(self._submit)
        self.form.left.connect(self.leave)
        self.panel.closed.connect(self.leave)
        self.form.ticked.connect(self._show_acts)
        self.all_there.on_click(self.tick_all)
        self.receive.on_click(partial(self._take, Intake.RECEIVE))
        self.keep.on_click(partial(self._take, Intake.DRAFT))

    def _take(self, intake: Intake) -> None:
        self._when_settled(partial(self._enter, intake))

    def _add_keys(self) -> None:
        group = self.tr("New case")
        add_key(self, "F3", self.tr("All papers are there"), self.tick_all, group=group)
        list_key(self, "Ctrl+Return", self.tr("Take the case in"), group=group)
        list_key(self, "Space", self.tr("Tick a material"), group=group)
