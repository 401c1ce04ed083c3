"""What stands beside the queue: one case, a paper or file of it, or what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.counter.case_file_panel import CaseFilePanel
from ui.counter.case_panel import CasePanel
from ui.counter.case_paper_panel import CasePaperPanel
from ui.counter.chosen_panel import FEW, ChosenPanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_files import CaseFile
    from station_app.domain.counter.case_flow import CaseEvent
    from station_app.domain.counter.case_papers import CasePaper
    from station_app.domain.counter.cases import Case, CaseId
    from ui.counter.case_problems import CaseProblems
    from ui.counter.step_words import CaseSteps
    from ui.kit.export_panel import ExportPanel
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

NARROWEST = 440


class CaseSide(QStackedWidget):
    """Brings the case, its paper, or several cases at once into sight."""

    export_closed = Signal()

    def __init__(
        self,
        station: Station,
        steps: CaseSteps,
        problems: CaseProblems,
        context: RoomContext,
        outlets: Outlets,
    ) -> None:
        super().__init__()
        self._export: ExportPanel | None = None
        self.case = CasePanel(station, steps, problems, context)
        self.chosen = ChosenPanel(station, self.case.acts.questions, problems, context)
        self.paper = CasePaperPanel(station, context, outlets)
        self.file = CaseFilePanel(station, context, outlets)
        for panel in (self.case, self.chosen, self.paper, self.file):
            self.addWidget(panel)
        self.setMinimumWidth(NARROWEST)
        self.case.acts.papers.asked.connect(self._show_paper)
        self.case.acts.papers.known.connect(self._on_known)
        self.paper.closed.connect(self._leave_paper)
        self.case.files.asked.connect(self._show_file)
        self.case.files.known.connect(self._on_files)
        self.file.closed.connect(self._leave_file)
        self.file.discard_asked.connect(self.case.files.discard)

    def show_case(self, key: CaseId) -> None:
        """Show a case, and no paper of another one."""
        paper = self.paper.case()
        is_other = key != self.case.key()
        if (paper is not None and paper.id != key) or (is_other and self.shows_file()):
            self.bring_case()
        if key != self.case.key():
            self.case.show_case(key)

    def show_paper_of(self, key: CaseId) -> None:
        """Show the first paper of a case, as the receipt of one just taken in."""
        self.bring_case()
        self.case.acts.papers.await_first(key)

    def show_chosen(self, keys: Sequence[CaseId]) -> None:
        """Offer what is done with several cases while several are chosen."""
        self.chosen.show_chosen(keys)
        if len(keys) >= FEW:
            self.bring_case()
            self.setCurrentWidget(self.chosen)
        elif self.currentWidget() is self.chosen:
            self.setCurrentWidget(self.case)

    def bring_case(self) -> None:
        """Let the case stand in its place again."""
        panel, self._export = self._export, None
        if panel is not None:
            self.removeWidget(panel)
            panel.deleteLater()
            self.setCurrentWidget(self.case)
        if self.shows_paper() or self.shows_file():
            self.setCurrentWidget(self.case)
            self.paper.forget()
            self.file.forget()

    def show_export(self, panel: ExportPanel) -> None:
        """Show the step before a list leaves, until it is closed or a case is worked at."""
        self.bring_case()
        self._export = panel
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        panel.closed.connect(self._leave_export)

    def shows_file(self) -> bool:
        """Whether a file of the case is in sight."""
        return self.currentWidget() is self.file

    def shows_paper(self) -> bool:
        """Whether a paper is in sight."""
        return self.currentWidget() is self.paper

    def take(self, event: CaseEvent) -> None:
        """Take a step with the case, which comes into sight."""
        self.bring_case()
        self.case.take(event)

    def take_next(self) -> None:
        """Take the step that is likeliest, with one case or with several."""
        if self._export is not None:
            self._export.ask_path()
            return
        self.bring_case()
        if self.chosen.form.isVisible():
            self.chosen.form.submit()
        else:
            self.case.take_first()

    def tick(self) -> None:
        """Put the cursor into the materials."""
        self.bring_case()
        self.case.materials.setFocus()

    def print_paper(self) -> None:
        """Show the first paper of the case in sight, or print the one that is shown."""
        if self.shows_paper():
            self.paper.print()
        elif self.currentWidget() is self.case:
            self.case.acts.papers.ask_first()

    def save_paper(self) -> None:
        """Save the paper or the file that is shown."""
        if self.shows_paper():
            self.paper.save()
        elif self.shows_file():
            self.file.ask_copy()

    def _leave_export(self) -> None:
        self.bring_case()
        self.export_closed.emit()

    def _show_file(self, files: Sequence[CaseFile], file: CaseFile) -> None:
        page = self.case.case_page()
        if page is not None:
            self.setCurrentWidget(self.file)
            self.file.show_files(page, files, file)

    def _on_files(self, files: Sequence[CaseFile]) -> None:
        if self.shows_file() and not self.file.renew(files):
            self._leave_file()

    def _leave_file(self) -> None:
        self.bring_case()
        if not self.case.files.rows.focus_first():
            self.case.files.add_button.setFocus()

    def _show_paper(self, case: Case, paper: CasePaper) -> None:
        self.setCurrentWidget(self.paper)
        self.paper.close_button.setFocus()
        self.paper.show_paper(case, paper)

    def _on_known(self, case: Case, offered: Sequence[CasePaper]) -> None:
        """Draw the paper in sight anew when its case has changed, if it still has it."""
        former = self.paper.case()
        if former is None or former.id != case.id or former.version == case.version:
            return
        still = next((each for each in offered if each.kind is self.paper.kind()), None)
        if still is None:
            self._leave_paper()
        else:
            self.paper.show_paper(case, still)

    def _leave_paper(self) -> None:
        self.bring_case()
        self.case.acts.papers.setFocus()
