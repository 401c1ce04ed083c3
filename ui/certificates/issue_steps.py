"""The steps of issuing, of which one is in sight: who asks, what for, what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from ui.certificates.finder import Finder
from ui.certificates.issued_pane import IssuedPane
from ui.certificates.obstacle_pane import ObstaclePane
from ui.certificates.person_card import PersonCard
from ui.certificates.request_form import RequestForm
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificates import Obstacle
    from station_app.services.certificates.issued import Issued
    from ui.certificates.case import Case
    from ui.certificates.kind_form import KindForm
    from ui.certificates.request_form import RequestDraft
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

NARROWEST, WIDEST = 400, 560


class IssueSteps(QStackedWidget):
    """They know nothing of one another, and go where they are led."""

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__()
        self.finder = Finder(station, context)
        self.form = RequestForm(words, PersonCard(station, words, context))
        self.obstacle = ObstaclePane(station, words, context)
        self.issued = IssuedPane(words)
        self.kind_form: KindForm | None = None
        self._start = Scroll(margin=Space.L)
        self._start.body.addWidget(self.finder)
        for step in (self._start, self.form, self.obstacle, self.issued):
            self.addWidget(step)

    def arrive(self) -> None:
        """Put the cursor where the work goes on."""
        here = self.currentWidget()
        if here is self._start:
            self.finder.name.line.setFocus()
        elif here is self.form:
            self.form.focus_first()
        elif self.kind_form is not None and here is self.kind_form:
            self.kind_form.focus_first()
        else:
            here.setFocus()

    def is_begun(self) -> bool:
        """Whether a request is in sight in which something was typed."""
        here = self.currentWidget()
        return here in {self.form, self.kind_form} and bool(here.is_dirty())

    def show_start(self) -> None:
        """Ask who the next person is."""
        self._drop_kind_form()
        self.setCurrentWidget(self._start)
        self.finder.start_anew()

    def show_request(self) -> None:
        """Ask what the certificate of residence is for."""
        self._drop_kind_form()
        self.setCurrentWidget(self.form)

    def show_kind(self, form: KindForm) -> None:
        """Ask what stands on any other certificate."""
        self._drop_kind_form()
        self.kind_form = form
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.focus_first()

    def show_obstacle(self, case: Case, obstacle: Obstacle) -> None:
        """Say what stands in the way."""
        self._drop_kind_form()
        self.setCurrentWidget(self.obstacle)
        self.obstacle.show_case(case, obstacle)

    def show_issued(self, case: Case, draft: RequestDraft, issued: Issued) -> None:
        """Show the number that was given."""
        self.setCurrentWidget(self.issued)
        self.issued.show_issued(case, draft, issued)

    def _drop_kind_form(self) -> None:
        former, self.kind_form = self.kind_form, None
        if former is not None:
            self.removeWidget(former)
            former.hide()
            former.deleteLater()
