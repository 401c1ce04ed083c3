"""One person one file (一人一档), beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.kit.buttons import Button, Choice, IconButton, MenuButton, SegmentedControl
from ui.kit.icons import Icon, icon
from ui.kit.surfaces import Banner, FlowLayout, Scroll, SidePanel, line
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill
from ui.residents.actions import PersonActions
from ui.residents.cards import PersonCards
from ui.residents.facts import clear
from ui.residents.history import HistoryCards
from ui.residents.papers import PaperCards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.domain.residents.people import ResidentId
    from station_app.services.residents.lists import PersonFile
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.residents.tasks import Tasks
    from ui.residents.words import Words

PERSON, PAPERS, HISTORY = "person", "papers", "history"
TWO = 2


class FilePanel(SidePanel):
    """Shows one person's file and leads to all that can be done with it.

    It reads and shows; what the buttons do is :class:`PersonActions`', what the pages say the
    makers of cards'.
    """

    shown = Signal(str)  # key of the resident

    def __init__(self, station: Station, context: RoomContext, words: Words, tasks: Tasks) -> None:
        super().__init__()
        self._station = station
        self._context = context
        self._words = words
        self._job: Job | None = None
        self._trail: list[str] = []
        self.acts = PersonActions(station, context, tasks, self)
        self._cards = PersonCards(self.acts, words, context.clock)
        self._papers = PaperCards(self.acts, self._cards, words)
        self._history = HistoryCards(self.acts, words)
        self._certificates: Sequence[CertificateLine] = ()
        self._add_buttons()
        self._add_pages()
        self.acts.person_asked.connect(self.follow)

    def key(self) -> str:
        """Return the key of the person shown, empty for nobody."""
        file = self.acts.file
        return "" if file is None else file.resident.id

    def show_person(self, key: str) -> None:
        """Show the file of the resident *key*; the way back begins here."""
        # Only links within files leave a trail; a new search begins a new one.
        self._trail.clear()
        self._load(key)

    def follow(self, key: str) -> None:
        """Show somebody whom this file leads to; there is a way back."""
        if self.key():
            self._trail.append(self.key())
        self._load(key)

    def go_back(self) -> None:
        """Show the person from whom one has come."""
        if self._trail:
            self._load(self._trail.pop())

    def reload(self) -> None:
        """Read the file anew after something has changed.

        Page and place in it stay.
        """
        if self.key():
            self._load(self.key())

    def show_page(self, page: str) -> None:
        """Turn to a page of the file."""
        self.pages.set_value(page)
        self._fill()

    def _load(self, key: str) -> None:
        if self._job is not None:
            self._job.cancel()
        lists = self._station.lists
        resident: ResidentId = key  # type: ignore[assignment]  # keys travel as text in signals
        self._job = self._context.jobs.start(
            lambda _: lists.file(resident), owner=self, done=self._show
        )

    def _show(self, file: PersonFile) -> None:
        is_same = file.resident.id == self.key()
        self.acts.file = file
        self._certificates = self._certificates if is_same else ()
        self._show_head(file)
        self._show_actions()
        # A change shown in an open file must not scroll it away from under the eye.
        place = self._page.verticalScrollBar().value() if is_same else 0
        self._fill()
        self._page.verticalScrollBar().setValue(place)
        self.shown.emit(file.resident.id)

    def _show_head(self, file: PersonFile) -> None:
        person, words = file.resident, self._words
        today = self._context.clock.today()
        summary = words.summary(person.particulars, today=today)
        self.show_heading(person.particulars.name, summary)
        self.pills.clear()
        self.pills.addWidget(Pill(words.standing(person.standing), words.tone(person.standing)))
        for tag in file.tags:
            if tag.holds_on(today) and not words.is_restricted(tag.code):
                self.pills.addWidget(Pill(words.name_of("tag", tag.code), meaning=Icon.TAG))
        self._back.setVisible(bool(self._trail))
        self._binned.setVisible(person.is_binned)

    def _show_actions(self) -> None:
        for button in (self._edit, self._certificate, self._move):
            button.refuse(self.acts.blocked())

    def _fill(self) -> None:
        file = self.acts.file
        if file is None:
            return
        clear(self._page.body)
        page = self.pages.value()
        days = self._station.settings.current().freshness_days
        cards: Sequence[QWidget]
        if page == PERSON:
            cards = self._cards.all(file, days)
        elif page == PAPERS:
            cards = self._papers.all(file, self._certificates)
        else:
            cards = self._history.all(file.history)
        for card in cards:
            self._page.body.addWidget(card)

    def _turn(self, page: str) -> None:
        self._fill()
        self._page.verticalScrollBar().setValue(0)
        if page == PAPERS:
            self._load_certificates()

    def _load_certificates(self) -> None:
        station, key = self._station, self.key()
        self._context.jobs.start(
            lambda _: station.certificates.register(resident=key),  # type: ignore[arg-type]  # as above
            owner=self,
            done=self._show_certificates,
        )

    def _show_certificates(self, lines: Sequence[CertificateLine]) -> None:
        # Filling again without need would close what is open in the page.
        if tuple(lines) != tuple(self._certificates):
            self._certificates = lines
            self._fill()

    def _add_buttons(self) -> None:
        self._back = IconButton(
            Icon.BACK, self.tr("Back to the former person (Alt+Left)"), parent=self
        )
        self._back.clicked.connect(self.go_back)
        self._back.hide()
        self.action_row.addWidget(self._back)
        self._binned = Banner(self.tr("This record is in the bin."), Tone.WARN, self)
        self._binned.add_action(self.tr("Put back"), self.acts.take_from_bin)
        self._binned.hide()

    def _add_pages(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self._binned)
        top.addLayout(self._action_bar())
        self.pages = SegmentedControl(
            (
                Choice(PERSON, self.tr("Person")),
                Choice(PAPERS, self.tr("Papers and files")),
                Choice(HISTORY, self.tr("History")),
            )
        )
        self.pages.name(self.tr("Pages of the file"))
        self.pages.changed.connect(self._turn)
        top.addWidget(self.pages)
        self.body.addLayout(top)
        self.body.addWidget(line(self))
        self._page = Scroll(self, margin=Space.L)
        self._page.body.setSpacing(Space.M)
        self.body.addWidget(self._page, 1)
        self.body.setSpacing(0)

    def _action_bar(self) -> FlowLayout:
        actions, bar = self.acts, FlowLayout()
        self._edit = Button(self.tr("Correct"), meaning=Icon.EDIT, parent=self)
        self._edit.setToolTip(self.tr("Correct the particulars (Ctrl+E)"))
        self._edit.on_click(actions.correct_particulars)
        self._certificate = Button(self.tr("Certificate"), meaning=Icon.CERTIFICATE, parent=self)
        self._certificate.on_click(actions.ask_certificate)
        self._move = Button(self.tr("Move"), meaning=Icon.MOVE, parent=self)
        self._move.on_click(actions.move)
        self._more = MenuButton(self.tr("More"))
        self._more.setParent(self)
        self._more.menu_shown.aboutToShow.connect(self._fill_more)
        for button in (self._edit, self._certificate, self._move, self._more):
            bar.addWidget(button)
        return bar

    def _fill_more(self) -> None:
        menu = self._more.menu_shown
        menu.clear()
        for meaning, text, slot, reason in self._more_actions():
            action = menu.addAction(icon(meaning), f"{text} – {reason}" if reason else text)
            action.setEnabled(not reason)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())

    def _more_actions(self) -> Sequence[tuple[Icon, str, Callable[[], object], str]]:
        actions, file = self.acts, self.acts.file
        if file is None:
            return ()
        if file.resident.is_binned:
            return ((Icon.RESTORE, self.tr("Put back"), actions.take_from_bin, ""),)
        dead = self.tr("has died") if file.resident.died_on else ""
        return (
            (Icon.VERIFIED, self.tr("Record a verification…"), actions.record_verification, ""),
            (Icon.CARD, self.tr("Documents…"), actions.correct_documents, ""),
            (Icon.TAG, self.tr("Tags…"), actions.correct_tags, ""),
            (Icon.FILE, self.tr("Add a file…"), actions.add_file, ""),
            *self._household_actions(file),
            (Icon.CALENDAR, self.tr("Note a death…"), actions.note_death, dead),
            (Icon.BIN, self.tr("Put into the bin"), actions.put_into_bin, ""),
        )

    def _household_actions(
        self, file: PersonFile
    ) -> Sequence[tuple[Icon, str, Callable[[], object], str]]:
        actions, household = self.acts, file.household
        none = "" if household is not None else self.tr("belongs to no household")
        alone = household is not None and len(household.members) < TWO
        only = self.tr("the only member") if alone else none
        found = self.tr("leave the present one first") if household is not None else ""
        return (
            (Icon.HOME, self.tr("Found a household…"), actions.found_household, found),
            (Icon.ADD_MEMBER, self.tr("Add a new member…"), actions.add_new_member, none),
            (
                Icon.HOUSEHOLD,
                self.tr("Add a member from the register…"),
                actions.add_known_member,
                none,
            ),
            (Icon.APPROVE, self.tr("Change the head…"), actions.change_head, only),
            (Icon.MOVE_OUT, self.tr("Leave the household"), actions.leave_household, none),
        )
