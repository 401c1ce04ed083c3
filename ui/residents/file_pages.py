"""The pages of somebody's file, one in sight at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.surfaces import Scroll, empty
from ui.kit.tokens import Space
from ui.residents.cards import PersonCards
from ui.residents.cases_card import CasesCard
from ui.residents.history import HistoryCards
from ui.residents.papers import PaperCards
from ui.residents.restricted_card import RestrictedCard
from ui.residents.rights_cards import OF_CHILDREN, RightsCards
from ui.residents.rights_words import RightsWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.services.residents.lists import PersonFile
    from station_app.services.rights.person import PersonRights
    from ui.kit.room import RoomContext
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

PERSON, PAPERS, RIGHTS, HISTORY = "person", "papers", "rights", "history"


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
        self._words = words
        self._cards = PersonCards(acts, words, context.clock)
        self._papers = PaperCards(acts, self._cards, words)
        self._history = HistoryCards(acts, words)
        self._rights = RightsCards(
            acts.rights, RightsWords(station, self), acts.person, context.clock
        )
        self._certificates: Sequence[CertificateLine] = ()
        self._mine: Sequence[str] = ()
        self._summary: QWidget | None = None
        self.choice = SegmentedControl(
            (
                Choice(PERSON, self.tr("Person")),
                Choice(PAPERS, self.tr("Papers and files")),
                Choice(RIGHTS, self.tr("Rights")),
                Choice(HISTORY, self.tr("History")),
            )
        )
        self.choice.name(self.tr("Pages of the file"))
        self.choice.changed.connect(self._turn)
        self.ask_what_is_mine()

    def ask_what_is_mine(self) -> None:
        """Find out which restricted tags whoever is signed in is an officer for."""
        self._context.jobs.start(
            lambda _: self._station.restricted_tags.mine(), owner=self, done=self._take_mine
        )

    def _take_mine(self, codes: Sequence[str]) -> None:
        if tuple(codes) != tuple(self._mine):
            self._mine = codes
            self._fill()

    def show_page(self, page: str) -> None:
        """Turn to *page*."""
        self.choice.set_value(page)
        self._fill()

    def show_person(self, *, anew: bool) -> None:
        """Show whose file was read; the same person's *anew* where one had read so far."""
        if not anew:
            self._certificates = ()
            self._acts.rights.rights = None
        # A change shown in an open file must not scroll it away from under the eye.
        place = self.verticalScrollBar().value() if anew else 0
        self._fill()
        self.verticalScrollBar().setValue(place)
        # Else the page that was left open would say of the next person that there are none.
        if self.choice.value() == PAPERS:
            self._load_certificates()
        self._load_rights()

    def _fill(self) -> None:
        file = self._acts.person.file
        if file is None:
            return
        empty(self.body)
        self._summary = None
        for card in self._made(file):
            self.body.addWidget(card)
        rights = self._acts.rights.rights
        if rights is not None and self.choice.value() == PERSON:
            self._place_summary(rights)

    def _made(self, file: PersonFile) -> Sequence[QWidget]:
        page, rights = self.choice.value(), self._acts.rights.rights
        if page == PERSON:
            cards = self._cards.all(file, self._station.settings.current().freshness_days)
            return (*cards, *self._restricted(file))
        if page == PAPERS:
            cases = CasesCard(self._station, self._context, self._acts)
            cases.refuse(self._acts.person.blocked())
            return (*self._papers.all(file, self._certificates), cases)
        if page == RIGHTS:
            return () if rights is None else self._rights.all(rights)
        return self._history.all(file.history)

    def _restricted(self, file: PersonFile) -> Sequence[QWidget]:
        if not self._mine:
            return ()
        made = RestrictedCard(
            self._station, self._context, self._acts, self._words, file.resident.id
        )
        made.refuse(self._acts.person.blocked())
        return (made,)

    def _turn(self, page: str) -> None:
        self._fill()
        self.verticalScrollBar().setValue(0)
        if page == PAPERS:
            self._load_certificates()

    def _load_certificates(self) -> None:
        if not self._context.gate.allows(Permission.CERTIFICATE_READ):
            return  # the card says why there are none
        station, key = self._station, self._acts.person.resident().id
        self._context.jobs.start(
            lambda _: station.certificates.register(resident=key),
            owner=self,
            done=self._show_certificates,
        )

    def _load_rights(self) -> None:
        station, key = self._station, self._acts.person.resident().id
        self._context.jobs.start(
            lambda _: station.rights.of(key), owner=self, done=partial(self._show_rights, key)
        )

    def _show_rights(self, key: str, rights: PersonRights) -> None:
        if not self._acts.person.is_shown(key) or rights == self._acts.rights.rights:
            return
        self._acts.rights.rights = rights
        if self.choice.value() == RIGHTS:
            self._fill()
        elif self.choice.value() == PERSON:
            self._place_summary(rights)

    def _place_summary(self, rights: PersonRights) -> None:
        """Show what is missing; the other cards stay, with what is open in them."""
        if self._summary is not None and self.body.indexOf(self._summary) >= 0:
            self.body.removeWidget(self._summary)
            self._summary.hide()
            self._summary.deleteLater()
        self._summary = self._rights.summary(rights, lambda: self.show_page(RIGHTS))
        # what must not be missing of a child comes before all else
        is_urgent = not OF_CHILDREN.isdisjoint(rights.gaps)
        self.body.insertWidget(0 if is_urgent else self.body.count(), self._summary)

    def _show_certificates(self, lines: Sequence[CertificateLine]) -> None:
        # Filling again without need would close what is open in the page.
        if tuple(lines) != tuple(self._certificates):
            self._certificates = lines
            self._fill()
