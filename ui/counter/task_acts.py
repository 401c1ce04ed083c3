"""What may be done with a task next: a button each, asked in place what has to be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.admission.flow import (
    FINISHED,
    MAY,
    NEXT,
    TaskEvent,
    WhyNot,
)
from station_app.domain.errors import RefusedError
from ui.counter.ask_form import AskForm
from ui.counter.task_questions import TaskQuestions
from ui.kit.buttons import Button, Kind, MenuButton
from ui.kit.icons import Icon, icon
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.admission.papers import TaskPaper
    from station_app.services.counter.admission import TaskPage
    from ui.counter.ask_form import Answer
    from ui.counter.task_words import TaskWords
    from ui.kit.room import RoomContext

USUAL = frozenset({TaskEvent.WORK, TaskEvent.WITHDRAW})
"""What is possible nearly always, and hardly ever what comes next."""


class TaskActs(QWidget):
    """Offers the steps that the state of the task allows; each says why not, if it may not be."""

    taken = Signal()
    paper_asked = Signal(object)  # TaskPaper

    def __init__(
        self, station: Station, words: TaskWords, context: RoomContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._words, self._context = words, context
        self._page: TaskPage | None = None
        self._event = TaskEvent.ADMIT
        self._papers: Sequence[TaskPaper] = ()
        self._is_awaited = False
        self.questions = TaskQuestions(station, words, context.clock, self)
        self.buttons: dict[TaskEvent, Button] = {}
        for event, said in words.steps.items():
            button = Button(said.action, meaning=said.icon, parent=self)
            button.setAutoDefault(True)
            button.on_click(partial(self.press, event))
            self.buttons[event] = button
        self.papers = MenuButton(self.tr("Papers"), meaning=Icon.PRINT, parent=self)
        self.form = AskForm(words.problem, self)
        self.form.given.connect(self._carry_out)
        self.form.left.connect(self.stop_asking)
        self._lay_out()

    def show_page(self, page: TaskPage | None) -> None:
        """Offer what may be done with the task of *page*; its papers come after."""
        former, self._page = self._page, page
        if page is None or former is None or page.task != former.task:
            self.form.hide()
            self._papers = ()
            self.papers.hide()
        if page is None or former is None or page.task.id != former.task.id:
            self._is_awaited = False
        first = self.first()
        for event, button in self.buttons.items():
            why = "" if page is None else page.next[event]
            button.setVisible(page is not None and self._comes(event))
            button.refuse(self._worded(event, why))
            if not why:
                said = self._words.steps[event]
                button.setToolTip(f"{said.past} ({said.keys})")
            kind = Kind.PRIMARY if event is first else Kind.NORMAL
            set_property(button, "kind", str(kind))
            color = "on_accent" if kind is Kind.PRIMARY else "text"
            button.setIcon(icon(self._words.steps[event].icon, color))

    def show_papers(self, papers: Sequence[TaskPaper]) -> None:
        """Offer the papers that there are of the task in sight."""
        self._papers = papers
        self.papers.menu_shown.clear()
        for paper in papers:
            action = self.papers.menu_shown.addAction(icon(Icon.DOCUMENT, "muted"), paper.title)
            action.triggered.connect(partial(self.paper_asked.emit, paper))
        self.papers.show()
        self.papers.refuse("" if papers else self._why_none())
        if self._is_awaited:
            self._is_awaited = False
            self.ask_first_paper()

    def first(self) -> TaskEvent | None:
        """Return the step that is likeliest, if any may be taken."""
        page = self._page
        if page is None:
            return None
        may = [each for each in self.buttons if self._comes(each) and not page.next[each]]
        return next((each for each in may if each not in USUAL), None)

    def press(self, event: TaskEvent) -> None:
        """Ask what has to be said with a step."""
        page = self._page
        if page is None:
            return
        if why := page.next[event]:
            self._context.failed(RefusedError(why))
            return
        self._event = event
        self.form.ask(self.questions.of(event, page))

    def press_first(self) -> None:
        """Take the step that is likeliest, or the one that is being asked about."""
        if self.form.isVisible():
            self.form.submit()
        elif (first := self.first()) is not None:
            self.press(first)

    def ask_first_paper(self) -> None:
        """Ask for the paper that is likeliest, as soon as it is known which there are."""
        self._is_awaited = self.papers.isHidden() and self._page is not None
        for paper in self._papers[:1]:
            self.paper_asked.emit(paper)
        if self.papers.isVisible() and not self._papers:
            self._context.notices.say(self._why_none(), Tone.INFO)

    def stop_asking(self) -> None:
        """Ask no more; the cursor goes back to the buttons."""
        if self.form.isVisible():
            self.focus_first()
        self.form.hide()

    def focus_first(self) -> None:
        """Put the cursor on the step that is likeliest."""
        first = self.first() or TaskEvent.WORK
        self.buttons[first].setFocus()

    def _why_none(self) -> str:
        return self.tr("As it stands there is no paper of it.")

    def _comes(self, event: TaskEvent) -> bool:
        """Whether the state of the task leads anywhere by *event*."""
        if self._page is None or self._page.task.state in FINISHED:
            return False
        return not isinstance(NEXT[self._page.task.state, event], WhyNot)

    def _carry_out(self, said: Answer) -> None:
        page, event = self._page, self._event
        if page is None:
            return
        change = self.questions.change(event, page, said)
        past, name = self._words.steps[event].past, page.task.particulars.name
        self._context.operations.perform(
            lambda _: change(),
            owner=self,
            done=lambda _: self._done(),
            failed=self._refused,
            label=self.tr("{step}: {name}").format(step=past, name=name),
        )

    def _done(self) -> None:
        self.form.hide()
        self.taken.emit()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _worded(self, event: TaskEvent, why: str) -> str:
        if not why:
            return ""
        if why == NotPermittedError.code:
            return self._context.gate.reason(MAY[event])
        return self._context.words(RefusedError(why))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        row = FlowLayout()
        for button in (*self.buttons.values(), self.papers):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.form)
