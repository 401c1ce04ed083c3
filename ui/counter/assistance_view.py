"""The pre-check of 低保: the list of checks, and one at work with its verdict beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.counter.assistance.draft import CheckId
from station_app.domain.residents.people import ResidentId
from ui.counter.assistance_form import AssistanceForm
from ui.counter.checks_list import ChecksList
from ui.counter.verdict_panel import VerdictPanel
from ui.kit.drafts import FormDrafts, box_for_now
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.assistance.draft import Check, CheckDraft
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.counter.assessment import Assessment
    from station_app.services.counter.assistance import CheckLine
    from station_app.services.counter.family import Begun
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

CHECKS, CHECK, CHECK_FOR = "assistance-checks", "assistance-check", "assistance-for"
KINDS = (CHECKS, CHECK, CHECK_FOR)
WAIT_MS, NARROWEST = 200, 340
DOSSIER, AUTHORISATION = "低保申请预审材料", "家庭经济状况核对授权书"


class AssistanceView(QWidget):
    """What is typed is judged at once; papers are drawn of what is kept."""

    left = Signal()

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._check: Check | None = None
        self._resident = ""
        self._job: Job | None = None
        self.list = ChecksList(station, context)
        self.form = AssistanceForm(station)
        self._drafts = FormDrafts(self.form, context.drafts or box_for_now(context.jobs, self))
        self.verdict = VerdictPanel(station.reference.assistance)
        emptiness = (Icon.PRINT, self.tr("The paper"), self.tr("It is being drawn."))
        self.paper = PaperPanel(context, outlets, emptiness, self)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show the checks as they are now, or go on with the one at work."""
        if self.is_editing():
            self.form.focus_first()
        else:
            self.refresh()
            self.list.arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show the list, open a check, or begin one for a resident."""
        if self.is_editing():
            self._leave()
        if kind == CHECK:
            self._open(key)
        elif kind == CHECK_FOR and key:
            self._begin(key)
        else:
            self.arrive()

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.is_editing() and self.form.is_dirty()

    def is_editing(self) -> bool:
        """Whether a check is in sight."""
        return self._stack.currentWidget() is self._work

    def refresh(self) -> None:
        """Ask for the list anew."""
        self._context.jobs.start(
            lambda _: self._station.assistance.lines(),
            owner=self,
            done=self.list.show_lines,
            failed=self._context.failed,
        )

    def _begin(self, resident: str) -> None:
        self._context.jobs.start(
            lambda _: self._station.assistance.begin(ResidentId(resident)),
            owner=self,
            done=lambda begun: self._show_begun(resident, begun),
            failed=self._context.failed,
        )

    def _open(self, key: str) -> None:
        self._context.jobs.start(
            lambda _: self._station.assistance.check(CheckId(key)),
            owner=self,
            done=self._show_check,
            failed=self._context.failed,
            lane=Lane.WRITE,
        )

    def _show_begun(self, resident: str, begun: Begun) -> None:
        self._resident, self._check = resident, None
        self._show(begun.draft, begun.hints)

    def _show_check(self, check: Check) -> None:
        # what the register says is still told of the one that was just kept
        is_same = self.is_editing() and check.resident_id == self._resident
        self._resident, self._check = check.resident_id, check
        self._show(check.particulars, self.form.hints if is_same else ())

    def _show(self, draft: CheckDraft, hints: Sequence[Sequence[str]]) -> None:
        self._drafts.leave()
        self.form.begin(draft, hints)
        name = draft.members[0].name if draft.members else ""
        title = self.tr("Pre-check: {name}").format(name=name)
        self._drafts.resume(
            self._key(), title, self._context.notices, lambda: self.form.begin(draft, hints)
        )
        self._side.setCurrentWidget(self.verdict)
        self._stack.setCurrentWidget(self._work)
        self.form.page.verticalScrollBar().setValue(0)
        self._judge()
        self.form.focus_first()

    def _key(self) -> str:
        """Return what is typed is kept under: the check, or whoever it is begun for."""
        return (
            f"{CHECK_FOR}:{self._resident}" if self._check is None else f"check:{self._check.id}"
        )

    def _judge(self) -> None:
        """Judge what stands in the form now."""
        draft = self.form.draft()
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(
            lambda _: self._station.assistance.judge(draft),
            owner=self,
            done=self._judged,
            failed=self._context.failed,
        )
        self._say_what_prints()

    def _judged(self, found: Assessment) -> None:
        self.verdict.show_assessment(found)

    def _say_what_prints(self) -> None:
        kept = self._check is not None and not self.form.is_dirty()
        self.verdict.let_print("" if kept else self.tr("Keep the check first"))

    def _keep(self) -> None:
        if not self.form.check_readable():
            return
        draft, check, resident = self.form.draft(), self._check, ResidentId(self._resident)
        service = self._station.assistance
        name = draft.members[0].name
        self._context.operations.perform(
            (lambda _: service.keep(resident, draft))
            if check is None
            else (lambda _: service.correct(check.id, draft, version=check.version)),
            owner=self,
            done=lambda key: self._kept(check.id if check is not None else str(key)),
            failed=self._refused,
            label=self.tr("Kept the pre-check of {name}").format(name=name),
        )

    def _kept(self, key: str) -> None:
        self._drafts.end()
        self._open(key)

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _draw(self, title: str, draw: Callable[[CheckId], Paper]) -> None:
        check = self._check
        if check is None:
            return
        self.paper_side.show_heading(title, check.name)
        self.paper.clear()
        self._side.setCurrentWidget(self.paper_side)
        self._context.jobs.start(
            lambda _: draw(check.id),
            owner=self,
            done=lambda paper: self._drawn(f"{title} {check.name}", paper),
            failed=self._context.failed,
            lane=Lane.WRITE,
        )

    def _drawn(self, title: str, paper: Paper) -> None:
        handout = Handout(pdf=paper.pdf, title=title, kind="assistance", shows_title=False)
        self.paper.show_handout(handout)

    def _leave(self) -> None:
        """Go back to the list; what was typed can be gone on with, also another day."""
        self._drafts.leave()
        if self.form.is_dirty():
            typed, shown, hints = self.form.draft(), self.form.shown, self.form.hints
            check, resident = self._check, self._resident

            def go_on() -> None:
                if shown is not None:
                    self._resident, self._check = resident, check
                    self._show(shown, hints)
                    self.form.fill(typed)

            self._context.notices.say(
                self.tr("Left without saving."), Tone.INFO, action=self.tr("Go on"), act=go_on
            )
        self._stack.setCurrentWidget(self.list)
        self.arrive()

    def _discard(self, line: CheckLine | None) -> None:
        if line is not None:
            self._context.operations.perform(
                lambda _: self._station.assistance.put_into_bin(line.check.id),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Pre-check of {name} put into the bin").format(name=line.check.name),
            )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.ASSISTANCE in topics and not self.is_editing():
            self.refresh()

    def _connect(self) -> None:
        self.list.begin_asked.connect(self._begin)
        self.list.opened.connect(self._open)
        self.list.bin_asked.connect(self._discard)
        self.list.left.connect(self.left)
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._judge)
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave)
        service = self._station.assistance
        self.verdict.dossier_asked.connect(partial(self._draw, DOSSIER, service.dossier))
        self.verdict.authorisation_asked.connect(
            partial(self._draw, AUTHORISATION, service.authorisation)
        )
        self.paper_side.closed.connect(lambda: self._side.setCurrentWidget(self.verdict))
        self._context.operations.touched.connect(self._on_touched)

    def _lay_out(self) -> None:
        self.paper_side = SidePanel()
        self.paper_side.body.setContentsMargins(0, 0, 0, 0)
        self.paper_side.body.addWidget(self.paper, 1)
        self._side = QStackedWidget()
        self._side.addWidget(self.verdict)
        self._side.addWidget(self.paper_side)
        self._side.setMinimumWidth(NARROWEST)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.form, 6)
        row.addWidget(self._side, 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
