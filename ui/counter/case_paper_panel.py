"""A paper of a case (办件文书) in the place of the case: looked at, printed, saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.counter.cases import CaseId
from ui.counter.drawn_paper import DrawnPaper
from ui.counter.words import DOT
from ui.kit.handing_out import Handout
from ui.kit.keys import add_key
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.case_papers import CasePaper
    from station_app.domain.counter.cases import Case
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

OF_CASES = "case-"
"""Before the kind of the paper: under it the printer is remembered."""


class CasePaperPanel(DrawnPaper):
    """Draws one paper of one case; each that leaves is noted."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__(context, replace(outlets, note=partial(_note, station)))
        self._station = station
        self._case: Case | None = None
        self._paper: CasePaper | None = None
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
        self._case, self._paper = case, paper
        applicant, number = case.particulars.applicant, case.number
        self.show_heading(paper.title, DOT.join((applicant, number or case.item)))
        wanted = Handout(
            pdf=b"",
            title=f"{paper.title} {number or applicant}",
            kind=f"{OF_CASES}{paper.kind}",
            shows_title=False,
            key=case.id,
        )
        self._draw(lambda: self._station.case_papers.draw(case.id, paper.kind), wanted)

    def forget(self) -> None:
        """Show no paper any more, and of no case."""
        super().forget()
        self._case = self._paper = None

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


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that a paper of a case is about to leave the house."""
    kind = CasePaperKind(handout.kind.removeprefix(OF_CASES))
    return station.case_papers.note_given_out(CaseId(handout.key), kind, printed=printed)
