"""The first view of the room: one button takes in what is there and writes what is due."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import CancelledError, StationError
from station_app.domain.sync.files import EXTENSION
from ui.kit.buttons import Button, Kind
from ui.kit.dialogs import choose_folder, choose_open_file
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.job_bar import JobBar
from ui.kit.jobs import Lane
from ui.kit.surfaces import Banner, Card, Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label
from ui.sync.past_files import PastFiles
from ui.sync.place_chooser import PlaceChooser
from ui.sync.places import Place, PlaceKind, places_of, sticks
from ui.sync.preferences import save_exchange
from ui.sync.result_card import ResultList
from ui.sync.shared_card import SharedCard
from ui.sync.standing_card import StandingCard
from ui.sync.words import phase_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.services.sync.rounds import Round
    from station_app.services.sync.standing import Standing
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.sync.exchanger import Exchanger
    from ui.sync.shared_folder import SharedFolder

WIDTH = 920
LOOK_EVERY_MS = 3_000


class ExchangeView(QWidget):
    """Where to, what came of it, how it stands, the files so far.

    *drives* tells what is plugged in; it is asked every few seconds while this is in sight.
    """

    devices_asked = Signal()
    review_asked = Signal()

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        exchanger: Exchanger,
        watch: SharedFolder,
        *,
        drives: Callable[[], Sequence[Place]] = sticks,
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._exchanger, self._watch, self._drives = exchanger, watch, drives
        self._is_looking = self._is_asked = self._is_awaited = False
        self.places = PlaceChooser(self)
        self.go = Button(
            self.tr("Exchange now"),
            meaning=Icon.EXCHANGE,
            kind=Kind.PRIMARY,
            parent=self,
        )
        self.go.setToolTip(self.tr("Exchange now (F9)"))
        self.other = Button(self.tr("Another folder…"), meaning=Icon.FOLDER, parent=self)
        self.open = Button(self.tr("Take a file in…"), meaning=Icon.OPEN, parent=self)
        self.bar = JobBar(self, phase_words=phase_words)
        self.wrong = Banner("", Tone.DANGER, self)
        self.wrong.hide()
        self.result = ResultList(context.words, context.gate, self)
        self.standing = StandingCard(self)
        self.past = PastFiles(context.gate, self)
        self.shared = SharedCard(watch, self)
        self.empty = self._made_empty()
        gate, run = context.gate, Permission.EXCHANGE_RUN
        gate.bind(run, self.go, self.open, self.shared.watched, self.shared.minutes)
        gate.bind(run, self.other, self.shared.choose)
        gate.bind(Permission.REVIEW_READ, self.standing.review)
        gate.bind(Permission.DEVICE_READ, self.enrol)
        self._lay_out()
        self._connect()
        self._glances = QTimer(self, interval=LOOK_EVERY_MS)
        self._glances.timeout.connect(self.look_for_places)

    def arrive(self) -> None:
        """Look what is plugged in, the cursor on the button."""
        self.look_for_places()
        self._glances.start()
        (self.enrol if self.empty.isVisible() else self.go).setFocus()

    def leave(self) -> None:
        """Look no longer."""
        self._glances.stop()

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands; with nobody to exchange with, what to do first."""
        is_alone = standing.is_alone
        self.empty.setVisible(is_alone)
        for card in (self.card, self.standing, self.shared):
            card.setVisible(not is_alone)
        self.standing.show_standing(standing)

    def refresh_files(self) -> None:
        """Show the files so far as they are now."""
        self._context.jobs.start(
            lambda _: self._station.standing.files(), owner=self, done=self.past.show_files
        )

    def exchange(self) -> None:
        """Go a round with the place that is taken, or say what is missing for it."""
        if not self._context.gate.allows(Permission.EXCHANGE_RUN):
            return
        if self.places.places is None:  # the key was pressed before anybody has looked
            self._is_awaited = True
            self.look_for_places()
            return
        place = self.places.chosen()
        if place is None:
            self.wrong.say(self.tr("Plug in a stick or choose a folder first."))
            self.other.setFocus()
            return
        if self._exchanger.go_round(place):
            self._prepare()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take the files at *paths* in."""
        if self._exchanger.take_in(paths):
            self._prepare()

    def look_for_places(self) -> None:
        """Ask in the background what is plugged in."""
        if self._is_looking:
            return
        self._is_looking = True
        kept = self._watch.preferences
        self._context.jobs.start(
            lambda _: places_of(kept, self._drives()),
            owner=self,
            done=self._show_places,
            failed=self._not_looked,
            lane=Lane.OUTSIDE,
        )

    def take_back(self, sha256: str) -> None:
        """Undo a file that was taken in."""
        self._context.operations.perform(
            lambda _: self._station.exchange.take_back(sha256),
            owner=self,
            done=lambda rows: self._taken_back(sha256, rows),
            failed=lambda error: self._not_taken_back(sha256, error),
        )

    def use_folder(self, folder: Path) -> None:
        """Take *folder* as the place to exchange with, now and the next time."""
        self._remember(folder)
        self.places.choose(Place(kind=PlaceKind.FOLDER, name=folder.name, path=folder))
        self.go.setFocus()

    def _show_places(self, places: Sequence[Place]) -> None:
        self._is_looking = False
        self.places.show_places(places)
        if self._is_awaited:
            self._is_awaited = False
            self.exchange()

    def _not_looked(self, error: Exception) -> None:
        self._is_looking = False
        self._context.failed(error)

    def _prepare(self) -> None:
        self._is_asked = True
        self.wrong.say("")
        self.result.forget()
        self.go.refuse(self.tr("Exchanging…"))

    def _on_began(self, job: Job) -> None:
        self.go.refuse(self.tr("Exchanging…"))
        self.bar.watch(job)

    def _on_ended(self, done: Round) -> None:
        is_asked = self._settle()
        # a quiet look into the shared folder leaves what somebody is reading
        if is_asked or done.has_news:
            self.result.show_round(done)
        if is_asked and self.isVisible():
            self.go.setFocus()
            self._scroll.verticalScrollBar().setValue(0)  # the result stands at the top

    def _on_failed(self, error: Exception) -> None:
        if not self._settle():
            return  # nobody asked: the card of the shared folder tells it
        if isinstance(error, StationError) and not isinstance(error, CancelledError):
            # said here and not in a notice: it stays while the stick is looked for
            self.wrong.say(self._context.words(error))
        else:
            self._context.failed(error)

    def _settle(self) -> bool:
        """Be ready for the next round; whether somebody has asked for this one."""
        self.bar.rest()
        self.go.refuse("")
        is_asked, self._is_asked = self._is_asked, False
        return is_asked

    def _taken_back(self, sha256: str, rows: int) -> None:
        self.result.taken_back(sha256)
        words = self.tr("The file was taken back: {rows} records are as they were before.")
        self._context.notices.say(words.format(rows=f"{rows:,}"))

    def _not_taken_back(self, sha256: str, error: Exception) -> None:
        self.result.can_be_undone(sha256)
        self.past.can_be_undone(sha256)
        self._context.failed(error)

    def _remember(self, folder: Path) -> None:
        preferences = replace(self._watch.preferences, last=str(folder))
        self._watch.preferences = preferences
        save_exchange(preferences)

    def _choose_folder(self) -> None:
        folder = choose_folder(self, title=self.tr("Choose a folder to exchange with"))
        if folder is not None:
            self.use_folder(folder)

    def _choose_file(self) -> None:
        kinds = self.tr("Exchange files") + f" (*{EXTENSION})"
        path = choose_open_file(self, title=self.tr("Take a file in"), kinds=kinds)
        if path is not None:
            self.take_in([path])

    def _made_empty(self) -> EmptyState:
        empty = EmptyState(
            Icon.EXCHANGE,
            self.tr("No other computer takes part yet"),
            self.tr(
                "Laptops, desks and the street office exchange with this computer by files on a"
                " stick or in a folder. Let the first one take part under Devices."
            ),
            self,
        )
        self.enrol = empty.add_action(
            self.tr("Go to the devices"),
            self.devices_asked.emit,
            meaning=Icon.COMPUTER,
            kind=Kind.PRIMARY,
        )
        empty.setMinimumHeight(300)
        return empty

    def _lay_out(self) -> None:
        self.card = Card("", self)
        words = self.tr(
            "Takes in all that is there for this computer, then writes what the others have not"
            " got. Files can also be dropped here."
        )
        self.card.body.addWidget(label(words, Role.MUTED, wrap=True, parent=self))
        self.card.body.addWidget(self.places)
        acts = QHBoxLayout()
        acts.setSpacing(Space.S)
        for widget in (self.go, self.other, self.open):
            acts.addWidget(widget)
        acts.addStretch(1)
        self.card.body.addLayout(acts)
        for part in (self.bar, self.wrong, self.result):
            self.card.body.addWidget(part)
        scroll = self._scroll = Scroll(self, margin=Space.L, width=WIDTH)
        for card in (self.empty, self.card, self.standing, self.past, self.shared):
            scroll.body.addWidget(card)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.go.on_click(self.exchange)
        self.other.on_click(self._choose_folder)
        self.open.on_click(self._choose_file)
        self.places.changed.connect(lambda: self.wrong.say(""))
        self.result.undo_asked.connect(self.take_back)
        self.past.undo_asked.connect(self.take_back)
        self.standing.review_asked.connect(self.review_asked)
        self._exchanger.began.connect(self._on_began)
        self._exchanger.ended.connect(self._on_ended)
        self._exchanger.failed.connect(self._on_failed)
