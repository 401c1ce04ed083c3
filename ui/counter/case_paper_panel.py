"""A paper of a case (办件文书) in the place of the case: looked at, printed, saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.counter.cases import CaseId
from ui.counter.words import DOT
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.case_papers import CasePaper
    from station_app.domain.counter.cases import Case
    from station_app.domain.errors import StationError
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

OF_CASES = "case-"
"""Before the kind of the paper: under it the printer is remembered."""


class CasePaperPanel(SidePanel):
    """Draws one paper of one case; what is shown is what is printed and saved, and noted."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._case: Case | None = None
        self._paper: CasePaper | None = None
        outlets = replace(outlets, note=partial(_note, station))
        emptiness = (Icon.PRINT, self.tr("The paper"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness, self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel, 1)
        self.close_button.setToolTip(self.tr("Back to the case (Esc)"))
        context.gate.bind(Permission.CASE_WRITE, self.panel.print_button, self.panel.save_button)
        add_key(
            self, "Escape", self.tr("Back to the case"), self.closed.emit, group=self.tr("Case")
        )

    def case(self) -> Case | None:
        """Return of which case a paper is shown, as it stood then."""
        return self._case

    def kind(self) -> CasePaperKind | None:
        """Return which paper is shown."""
        return None if self._paper is None else self._paper.kind

    def show_paper(self, case: Case, paper: CasePaper) -> None:
        """Draw and show a paper of *case*; the one in sight stays until it is drawn anew."""
        is_same = self._case is not None and self._case.id == case.id and self.kind() is paper.kind
        self._case, self._paper = case, paper
        self.show_heading(
            paper.title, DOT.join((case.particulars.applicant, case.number or case.item))
        )
        if not is_same:
            self.panel.clear()
        self._context.jobs.start(
            lambda _: self._station.case_papers.draw(case.id, paper.kind),
            owner=self,
            done=partial(self._show, case, paper),
            failed=partial(self._not_drawn, case, paper),
            lane=Lane.OUTSIDE,
        )

    def forget(self) -> None:
        """Show no paper any more."""
        self._case = self._paper = None
        self.panel.clear()

    def print(self) -> None:
        """Print the paper, or say why that is not allowed."""
        if self._may_give_out():
            self.panel.print()

    def save(self) -> None:
        """Save the paper as PDF, or say why that is not allowed."""
        if self._may_give_out():
            self.panel.save()

    def _may_give_out(self) -> bool:
        reason = self._context.gate.reason(Permission.CASE_WRITE)
        if reason:
            self._context.notices.say(reason, Tone.WARN)
        return not reason

    def _show(self, case: Case, paper: CasePaper, drawn: Paper) -> None:
        if (case, paper) != (self._case, self._paper):
            return
        title = f"{paper.title} {case.number or case.particulars.applicant}"
        self.panel.show_handout(
            Handout(
                pdf=drawn.pdf,
                title=title,
                kind=f"{OF_CASES}{paper.kind}",
                shows_title=False,
                key=case.id,
            )
        )
        self.panel.focus_print_within(self)

    def _not_drawn(self, case: Case, paper: CasePaper, error: StationError) -> None:
        if (case, paper) == (self._case, self._paper):
            self.panel.refuse(self._context.words(error))


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that a paper of a case is about to leave the house."""
    kind = CasePaperKind(handout.kind.removeprefix(OF_CASES))
    return station.case_papers.note_given_out(CaseId(handout.key), kind, printed=printed)
