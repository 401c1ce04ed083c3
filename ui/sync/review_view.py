"""Reviewing conflicts (冲突核对): cases at the left, the questions of one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.errors import EditConflictError, StationError, ValidationFailedError
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key, list_key
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.sync import review_words as words
from ui.sync.review_case import CasePanel
from ui.sync.review_cases import CaseList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from station_app.domain.sync.review import Resolved, ReviewCase, ReviewChoice
    from station_app.services.sync.reviewing import ReviewService
    from ui.kit.jobs import Job
    from ui.kit.masked import MaskedLabel
    from ui.kit.room import RoomContext

RENEWED_BY = frozenset({Topic.EXCHANGE, Topic.RESIDENTS, Topic.PLACES})


class ReviewView(QWidget):
    """What is open, and deciding it. ``counted`` tells how many questions there are."""

    counted = Signal(int)

    def __init__(
        self, service: ReviewService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._service, self._context = service, context
        self._loading: Job | None = None
        self._is_stale = True
        self._is_busy = False
        self._is_arriving = False
        self.cases = CaseList(context.clock, self)
        self.panel = CasePanel(context.clock, self)
        self.banner = Banner("", Tone.WARN, self)
        self.banner.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._both())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self._connect()
        self._add_keys()
        context.gate.bind(Permission.REVIEW_RESOLVE, self.cases.take, self.panel.decide)

    def arrive(self) -> None:
        """Put the cursor where the work starts."""
        # a list that is not to be seen yet takes no cursor
        self._is_arriving = self._is_stale or self._loading is not None
        if self._is_stale:
            self.refresh()
        self._back()

    def has_unsaved(self) -> bool:
        """Whether something has been typed that is kept nowhere else."""
        return self.panel.has_typed()

    def refresh(self) -> None:
        """Read anew what is open."""
        self._is_stale = False
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self._context.jobs.start(
            lambda _: self._service.cases(), owner=self, done=self._show
        )

    def decide(self) -> None:
        """Decide what is chosen of the questions shown."""
        case, choices = self.panel.case, self.panel.choices()
        if case is not None and choices and not self._is_busy:
            title = words.case_title(case)
            label = self.tr("Decided: {who} ({count})").format(who=title, count=len(choices))
            self._resolve(choices, label)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever it is seen."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _show(self, cases: Sequence[ReviewCase]) -> None:
        self._loading = None
        self._hold(is_busy=False)
        open_points = {point.id for case in cases for point in case.points}
        self.panel.forget(open_points)
        # decided questions take the cursor with them: it would go to wherever Tab leads next
        had_focus = self.panel.isAncestorOf(self.focusWidget())
        self.cases.show_cases(cases)
        self._stack.setCurrentIndex(1 if cases else 0)
        if had_focus:
            self._go_on()
        if self._is_arriving:
            self._is_arriving = False
            self._back()
        self.counted.emit(len(open_points))

    def _resolve(self, choices: Sequence[ReviewChoice], label: str) -> None:
        self.banner.hide()
        self._hold(is_busy=True)
        self._context.operations.perform(
            lambda progress: self._service.resolve(choices, progress),
            owner=self,
            done=self._tell,
            failed=self._refused,
            label=label,
        )

    def _take_proposals(self, choices: list[ReviewChoice]) -> None:
        label = self.tr("Took what was proposed ({count})").format(count=len(choices))
        self._resolve(choices, label)

    def _hold(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.panel.hold(is_busy=is_busy)
        self.cases.hold(is_busy=is_busy)

    def _tell(self, resolved: Resolved) -> None:
        # what is shown is old until it was read anew
        self._hold(is_busy=self._loading is not None)
        if resolved.waiting:
            self._context.notices.say(
                self.tr(
                    "{count} of them stay open until the files have come that are still missing."
                ).format(count=resolved.waiting),
                Tone.WARN,
            )

    def _refused(self, error: Exception) -> None:
        self._hold(is_busy=False)
        if isinstance(error, EditConflictError):
            self.banner.say(
                self.tr("Something has changed here meanwhile. Nothing was decided: look again.")
            )
            self.refresh()
        elif isinstance(error, ValidationFailedError):
            for problem in error.problems:
                self.panel.show_problem(problem.field, words.problem_text(problem.code))
        elif isinstance(error, StationError):
            self.banner.say(self._context.words(error))
        else:
            self._context.failed(error)

    def _reveal(self, point: str, option: str, masked: MaskedLabel) -> None:
        # the label may be gone when the number comes: its own life decides
        self._context.jobs.start(
            lambda _: self._service.reveal(point, option),
            owner=masked,
            done=masked.reveal,
            lane=Lane.WRITE,
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if not topics & RENEWED_BY:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.cases.current_changed.connect(self.panel.show_case)
        self.cases.entered.connect(self.panel.enter)
        self.cases.proposals_taken.connect(self._take_proposals)
        self.panel.decide_asked.connect(self.decide)
        self.panel.record_asked.connect(self._context.open_record)
        self.panel.reveal_asked.connect(self._reveal)
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        group = self.tr("Review")
        decide = self.tr("Decide what is chosen")
        action = add_key(self, "Ctrl+Return", decide, self.decide, group=group)
        self._context.gate.bind(Permission.REVIEW_RESOLVE, action)
        add_key(
            self,
            "Ctrl+Shift+Return",
            self.tr("Take all proposals of the selected"),
            self.cases.take_proposals,
            group=group,
        )
        add_key(self, "Escape", self.tr("Back to the list"), self._back, group=group)
        add_key(self, "Ctrl+O", self.tr("Open the record"), self.panel.open.click, group=group)
        list_key(self, "1", self.tr("Choose the first answer, and so on"), group=group)
        list_key(self, "Right", self.tr("Choose the answer beside it"), group=group)
        list_key(self, "0", self.tr("Decide later"), group=group)
        list_key(self, "Return", self.tr("Next question"), group=group)

    def _go_on(self) -> None:
        if self.panel.case is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.panel.isAncestorOf(self.window().focusWidget()):
            self.panel.enter()

    def _back(self) -> None:
        self.cases.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _empty(self) -> EmptyState:
        return EmptyState(
            Icon.APPROVE,
            self.tr("Nothing to review"),
            self.tr(
                "When two devices enter different things for the same field before they hear of"
                " one another, both are kept and you are asked here which shall stand."
            ),
            self,
        )

    def _both(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.cases)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 1000])
        return split
