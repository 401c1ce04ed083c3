"""The pages of somebody's file, one in sight at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.residents.cards import PersonCards
from ui.residents.facts import clear
from ui.residents.history import HistoryCards
from ui.residents.papers import PaperCards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

PERSON, PAPERS, HISTORY = "person", "papers", "history"


class FilePages(Scroll):
    """Shows the cards of the page that :attr:`choice` says; each has makers of its own."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        acts: PersonActions,
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, margin=Space.L)
        self.body.setSpacing(Space.M)
        self._station = station
        self._context = context
        self._acts = acts
        self._cards = PersonCards(acts, words, context.clock)
        self._papers = PaperCards(acts, self._cards, words)
        self._history = HistoryCards(acts, words)
        self._certificates: Sequence[CertificateLine] = ()
        self.choice = SegmentedControl(
            (
                Choice(PERSON, self.tr("Person")),
                Choice(PAPERS, self.tr("Papers and files")),
                Choice(HISTORY, self.tr("History")),
            )
        )
        self.choice.name(self.tr("Pages of the file"))
        self.choice.changed.connect(self._turn)

    def show_page(self, page: str) -> None:
        """Turn to *page*."""
        self.choice.set_value(page)
        self._fill()

    def show_person(self, *, anew: bool) -> None:
        """Show whose file was read; the same person's *anew* where one had read so far."""
        if not anew:
            self._certificates = ()
        # A change shown in an open file must not scroll it away from under the eye.
        place = self.verticalScrollBar().value() if anew else 0
        self._fill()
        self.verticalScrollBar().setValue(place)
        # Else the page that was left open would say of the next person that there are none.
        if self.choice.value() == PAPERS:
            self._load_certificates()

    def _fill(self) -> None:
        file = self._acts.person.file
        if file is None:
            return
        clear(self.body)
        for card in self._made(file):
            self.body.addWidget(card)

    def _made(self, file: PersonFile) -> Sequence[QWidget]:
        page = self.choice.value()
        if page == PERSON:
            return self._cards.all(file, self._station.settings.current().freshness_days)
        if page == PAPERS:
            return self._papers.all(file, self._certificates)
        return self._history.all(file.history)

    def _turn(self, page: str) -> None:
        self._fill()
        self.verticalScrollBar().setValue(0)
        if page == PAPERS:
            self._load_certificates()

    def _load_certificates(self) -> None:
        station, key = self._station, self._acts.person.resident().id
        self._context.jobs.start(
            lambda _: station.certificates.register(resident=key),
            owner=self,
            done=self._show_certificates,
        )

    def _show_certificates(self, lines: Sequence[CertificateLine]) -> None:
        # Filling again without need would close what is open in the page.
        if tuple(lines) != tuple(self._certificates):
            self._certificates = lines
            self._fill()
