"""What may be done with a case next: a button each, asked in place what has to be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.case_flow import MAY, CaseEvent, Why
from station_app.domain.errors import RefusedError
from ui.counter.ask_form import AskForm
from ui.counter.case_papers import PapersMenu
from ui.counter.questions import LACKS, Questions
from ui.kit.buttons import Button, Kind, MenuButton
from ui.kit.icons import icon
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space
from ui.kit.words import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.bootstrap import Station
    from station_app.services.counter.case_steps import NextStep
    from station_app.services.counter.cases import CasePage
    from ui.counter.ask_form import Answer
    from ui.counter.case_problems import CaseProblems
    from ui.counter.step_words import CaseSteps
    from ui.kit.room import RoomContext

FLOW = frozenset(Why)
"""Why something does not come next; anything else is in the way of what would."""


class CaseActs(QWidget):
    """Offers what comes next with buttons, the rest in a menu that says why not; and papers."""

    pressed = Signal(object)  # CaseEvent: a button; whoever hears it says when to press it
    taken = Signal(object)  # CaseEvent: a step that was taken

    def __init__(
        self,
        station: Station,
        steps: CaseSteps,
        problems: CaseProblems,
        context: RoomContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._steps, self._context = station, steps, context
        self._page: CasePage | None = None
        self._event = CaseEvent.ACCEPT
        self.questions = Questions(station, steps, self)
        self.buttons: dict[CaseEvent, Button] = {}
        for event, words in steps.words.items():
            button = Button(words.action, meaning=words.icon, parent=self)
            button.setAutoDefault(True)
            button.on_click(partial(self.pressed.emit, event))
            self.buttons[event] = button
        self.more = MenuButton(self.tr("More"), parent=self)
        self.more.menu_shown.aboutToShow.connect(self._fill_menu)
        self.papers = PapersMenu(station, context, self)
        self.form = AskForm(problems.wording, self)
        self.form.given.connect(self._carry_out)
        self.form.left.connect(self.stop_asking)
        self._lay_out()

    def show_page(self, page: CasePage | None) -> None:
        """Offer what may be done with the case of *page*."""
        former, self._page = self._page, page
        self.papers.show_page(page)
        if page is None or former is None or page.case.version != former.case.version:
            self.form.hide()
        first = self.first()
        for event, button in self.buttons.items():
            step = self._step_of(event)
            button.setVisible(step is not None and step.why not in FLOW)
            if step is not None:
                self._show_button(button, step)
            kind = Kind.PRIMARY if event is first else Kind.NORMAL
            set_property(button, "kind", str(kind))
            self._paint_icon(button, event, kind)

    def press(self, event: CaseEvent) -> None:
        """Take a step, or ask first what has to be said with it."""
        page, step = self._page, self._step_of(event)
        if page is None or step is None:
            return
        if not _may(step):
            self._context.failed(RefusedError(step.why, **step.facts))
            return
        self._event = event
        question = self.questions.of(event, page)
        if question is None:
            self._carry_out({})
        else:
            self.form.ask(question)

    def first(self) -> CaseEvent | None:
        """Return the step that is likeliest, if any may be taken."""
        steps = (event for event in self.buttons if event is not CaseEvent.NOTE)
        return next((event for event in steps if _may(self._step_of(event))), None)

    def press_first(self) -> None:
        """Take the step that is likeliest, or the one that is being asked about."""
        if self.form.isVisible():
            self.form.submit()
            return
        first = self.first()
        if first is not None:
            self.press(first)

    def stop_asking(self) -> None:
        """Ask no more; the cursor goes back to the buttons."""
        if self.form.isVisible():
            self.focus_first()
        self.form.hide()

    def focus_first(self) -> None:
        """Put the cursor on the step that is likeliest."""
        first = self.first()
        if first is not None:
            self.buttons[first].setFocus()

    def _carry_out(self, said: Answer) -> None:
        page, event = self._page, self._event
        if page is None:
            return
        change = self.questions.change(event, page, said)
        number = page.case.number or page.case.particulars.applicant
        self._context.operations.perform(
            lambda _: change(),
            owner=self,
            done=lambda _: self._done(event),
            failed=self._refused,
            label=self._steps.done(event, number),
        )

    def _done(self, event: CaseEvent) -> None:
        # before the form is hidden: the buttons of the next steps are not known yet
        self.taken.emit(event)
        self.form.hide()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _show_button(self, button: Button, step: NextStep) -> None:
        words = self._steps.words[step.event]
        is_lacking = step.event is CaseEvent.ACCEPT and step.why == LACKS
        button.setText(self.tr("Accept all the same…") if is_lacking else words.action)
        button.refuse("" if _may(step) else self._why(step))
        if _may(step):
            button.setToolTip(f"{words.past} ({words.keys})")

    def _paint_icon(self, button: Button, event: CaseEvent, kind: Kind) -> None:
        color = "on_accent" if kind is Kind.PRIMARY else "text"
        button.setIcon(icon(self._steps.words[event].icon, color))

    def _fill_menu(self) -> None:
        """List what does not come next, with the reason."""
        menu = self.more.menu_shown
        menu.clear()
        for event, words in self._steps.words.items():
            step = self._step_of(event)
            if step is None or step.why not in FLOW:
                continue
            action = menu.addAction(
                icon(words.icon, "disabled"), f"{words.action} – {self._why(step)}"
            )
            action.setEnabled(False)

    def _why(self, step: NextStep) -> str:
        if step.why == NotPermittedError.code:
            return self._context.gate.reason(MAY[step.event])
        return self._context.words(RefusedError(step.why, **step.facts))

    def _step_of(self, event: CaseEvent) -> NextStep | None:
        steps: Mapping[CaseEvent, NextStep] = (
            {} if self._page is None else {each.event: each for each in self._page.next}
        )
        return steps.get(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        row = FlowLayout()
        for button in (*self.buttons.values(), self.more, self.papers):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.form)


def _may(step: NextStep | None) -> bool:
    """Whether a step may be taken, if need be with a promise."""
    if step is None:
        return False
    return not step.why or (step.event is CaseEvent.ACCEPT and step.why == LACKS)
