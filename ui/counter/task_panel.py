"""One task beside the register: what comes next, the five points, what is known, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.admission.flow import FINISHED, TaskState
from station_app.domain.counter.admission.tasks import POINT_FIELDS, Point, open_points
from station_app.domain.counter.case_clock import Urgency
from station_app.domain.errors import NotFoundError
from ui.counter.guide_cards import fill
from ui.counter.task_acts import TaskActs
from ui.counter.task_words import TONES
from ui.counter.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.case_words import URGENCY_TONES, due_words, urgency_words
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.admission.papers import TaskPaper
    from station_app.domain.counter.admission.tasks import TaskId, TaskStep
    from station_app.services.counter.admission import TaskPage
    from ui.counter.guide_cards import Row
    from ui.counter.task_words import TaskWords
    from ui.kit.room import RoomContext

FEN = 100


class TaskPanel(SidePanel):
    """Shows the page of one task."""

    edit_asked = Signal(object)  # TaskPage
    bin_asked = Signal(object)  # TaskPage
    paper_asked = Signal(object, object)  # TaskPage, TaskPaper

    def __init__(self, station: Station, words: TaskWords, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._page: TaskPage | None = None
        self._key: TaskId | None = None
        self.close_button.hide()
        self.edit = Button(self.tr("Correct…"), meaning=Icon.EDIT, kind=Kind.QUIET, parent=self)
        self.discard = Button(self.tr("Discard"), meaning=Icon.BIN, kind=Kind.QUIET, parent=self)
        self.edit.on_click(self.ask_correction)
        self.discard.on_click(self._ask_to_discard)
        context.gate.bind(Permission.TASK_REGISTER, self.edit, self.discard)
        self.action_row.addWidget(self.discard)
        self.action_row.addWidget(self.edit)
        self.acts = TaskActs(station, words, context, self)
        self.points = Card(self.tr("What came with it"), self)
        self.facts = Card(self.tr("The task"), self)
        self.decided = Card(self.tr("Decision"), self)
        self.history = Card(self.tr("What happened"), self)
        self.page = Scroll(self, margin=Space.L)
        self.empty = EmptyState(
            Icon.ITEM,
            self.tr("No task is chosen"),
            self.tr("Choose one in the list, or enter what was sent with Ctrl+N."),
            parent=self,
        )
        self._lay_out()
        self.acts.paper_asked.connect(self._ask_paper)
        self.show_task(None)

    def key(self) -> TaskId | None:
        """Return which task is shown."""
        return self._key

    def task_page(self) -> TaskPage | None:
        """Return what is shown of it, once it has been read."""
        return self._page

    def show_task(self, key: TaskId | None) -> None:
        """Read and show the task *key*, or say that none is chosen."""
        self._key = key
        self.empty.setVisible(key is None)
        if key is None:
            self._page = None
            self.page.hide()
            self.show_heading("", "")
            self.pills.clear()
            self.edit.hide()
            self.discard.hide()
            self.acts.show_page(None)
            return
        self._context.jobs.start(
            lambda _: self._station.admission.page(key),
            owner=self,
            done=lambda page: self._show(key, page),
            failed=partial(self._not_read, key),
        )

    def refresh(self) -> None:
        """Read anew what is shown."""
        if self._key is not None:
            self.show_task(self._key)

    def ask_correction(self) -> None:
        """Ask for the form over what was entered."""
        if self._page is not None and self._page.task.state not in FINISHED:
            self.edit_asked.emit(self._page)

    def _ask_to_discard(self) -> None:
        if self._page is not None:
            self.bin_asked.emit(self._page)

    def _ask_paper(self, paper: TaskPaper) -> None:
        if self._page is not None:
            self.paper_asked.emit(self._page, paper)

    def _show(self, key: TaskId, page: TaskPage) -> None:
        if key != self._key:
            return
        is_other = self._page is None or self._page.task.id != key
        self._page, told = page, page.task.particulars
        self.page.show()
        self.show_heading(told.name, told.department)
        self._show_pills(page)
        is_open = page.task.state not in FINISHED
        self.edit.setVisible(is_open)
        self.discard.setVisible(page.task.state is TaskState.RECEIVED)
        self.acts.show_page(page)
        self._show_cards(page)
        self._ask_for_papers(page)
        if is_other:
            self.page.verticalScrollBar().setValue(0)

    def _ask_for_papers(self, page: TaskPage) -> None:
        """Ask which papers there are beside: what draws them takes a second to load."""
        self._context.jobs.start(
            lambda _: self._station.task_papers.offered(page.task.id),
            owner=self,
            done=partial(self._show_papers, page),
            failed=partial(self._not_read, page.task.id),
            lane=Lane.OUTSIDE,
        )

    def _show_papers(self, page: TaskPage, papers: Sequence[TaskPaper]) -> None:
        if self._page is page:
            self.acts.show_papers(papers)

    def _not_read(self, key: TaskId, error: Exception) -> None:
        if not isinstance(error, NotFoundError):
            self._context.failed(error)
        elif key == self._key:
            self.show_task(None)

    def _show_pills(self, page: TaskPage) -> None:
        task, words = page.task, self._words
        self.pills.clear()
        state = Pill(words.states()[task.state], TONES.get(task.state, Tone.NEUTRAL), parent=self)
        pills = [state]
        list_name = words.lists()[task.particulars.list_type]
        pills.append(Pill(list_name, Tone.NEUTRAL, meaning=Icon.LIST, parent=self))
        if page.line.urgency is not Urgency.NONE:
            urgent = page.line.urgency
            pills.append(
                Pill(
                    urgency_words(urgent),
                    URGENCY_TONES[urgent],
                    meaning=Icon.CALENDAR,
                    parent=self,
                )
            )
        if page.line.dues.is_late and task.state in {TaskState.RECEIVED, TaskState.ASKED}:
            pills.append(Pill(self.tr("Sent too late"), Tone.WARN, meaning=Icon.WARN, parent=self))
        for pill in pills:
            self.pills.addWidget(pill)

    def _show_cards(self, page: TaskPage) -> None:
        fill(self.points, self._points(page))
        fill(self.decided, [row for row in self._decision(page) if row[1]])
        fill(self.facts, [row for row in self._facts(page) if row[1]])
        fill(self.history, [self._step(step) for step in reversed(page.steps)])

    def _points(self, page: TaskPage) -> list[Row]:
        """Return the five points, each with what came or that nothing has."""
        told, names = page.task.particulars, self._words.points()
        missing = open_points(told)
        rows: list[Row] = []
        for point, name in POINT_FIELDS.items():
            text: str | QWidget = getattr(told, name).strip()
            if point is Point.MONEY and not text and told.funding:
                text = self._money(told.funding)
            if point in missing:
                text = _lacking(
                    self.tr("has not come"), is_due=page.task.state is TaskState.ADMITTED
                )
            rows.append((names[point], text, ""))
        return rows

    def _decision(self, page: TaskPage) -> list[Row]:
        task, dues = page.task, page.line.dues
        until = dues.decide
        return [
            (self.tr("Asked for"), str(task.asked_on or ""), ""),
            (
                self.tr("To be decided by"),
                due_words(until.day, is_provisional=until.is_provisional) if until else "",
                "",
            ),
            (self.tr("Decided"), str(task.decided_on or ""), task.approved_by),
            (self.tr("Approval"), task.approval_no, ""),
            (self.tr("Ground"), task.ground, ""),
            (self.tr("Ended"), str(task.ended_on or ""), ""),
            (
                self.tr("May begin from"),
                dues.earliest.day.isoformat()
                if dues.earliest and task.state in {TaskState.RECEIVED, TaskState.ASKED}
                else "",
                "",
            ),
        ]

    def _facts(self, page: TaskPage) -> list[Row]:
        told, words = page.task.particulars, self._words
        period = " – ".join(str(day or "…") for day in (told.begins_on, told.ends_on))
        has_period = told.begins_on or told.ends_on
        return [
            (
                self.tr("Whose it is"),
                words.owners().get(told.owner, ""),
                words.affair(told.affair),
            ),
            (self.tr("Basis"), told.basis, told.document),
            (self.tr("Received"), str(told.received_on or ""), ""),
            (self.tr("Time"), period if has_period else "", ""),
            (
                self.tr("How often"),
                words.frequency(told.frequency),
                self.tr("next due {day}").format(day=told.due_on) if told.due_on else "",
            ),
            (self.tr("Money"), self._money(told.funding), ""),
            (self.tr("Agreement"), told.agreement, ""),
            (self.tr("Time spent"), words.hours(page.task.minutes), ""),
            (self.tr("Notes"), told.note, ""),
        ]

    def _money(self, fen: int) -> str:
        whole, rest = divmod(fen, FEN)
        return self.tr("{sum} yuan").format(sum=f"{whole:,}.{rest:02d}") if fen else ""

    def _step(self, step: TaskStep) -> Row:
        text = self._words.past(step.event)
        if step.minutes:
            spent = self._words.hours(abs(step.minutes))
            text = f"{text}: {spent}"
        by = step.by.partition("@")[0]
        day = "" if step.at.astimezone().date() == step.on else step.on.isoformat()
        return moment_words(step.at), text, DOT.join(filter(None, (by, day, step.note)))

    def _lay_out(self) -> None:
        self.page.body.setSpacing(Space.M)
        for part in (self.acts, self.points, self.decided, self.facts, self.history):
            self.page.body.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)


def _lacking(words: str, *, is_due: bool) -> QWidget:
    """Return the mark of what has not come: amber once the task is taken on."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    tone, meaning = (Tone.WARN, Icon.WARN) if is_due else (Tone.NEUTRAL, None)
    row.addWidget(Pill(words, tone, meaning=meaning, parent=held))
    row.addStretch(1)  # else the mark would keep the whole column as narrow as itself
    return held
