"""An open station in the window: its shell, and what goes on around it.

Locking by itself, the card reader, the looks chosen in the settings.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from station_app.domain.backups import Why
from station_app.domain.changes import Topic
from station_app.domain.errors import StationError, StationLockedError
from station_app.domain.passphrases import WARNING_DAYS
from station_app.domain.settings import Settings
from station_app.later import later
from station_app.services.draft_records import draft_from
from ui.app.ahead import restoring_of
from ui.app.backing import BackupDesk
from ui.app.exchange import ExchangeDesk
from ui.app.left_drafts import LeftDrafts
from ui.app.rights import refusals_of
from ui.app.rooms import add_keys, rooms_of
from ui.app.watch import Watch
from ui.kit.clipboard import Clipboard
from ui.kit.drafts import DraftBox
from ui.kit.gate import Gate
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.operations import Operations
from ui.kit.tokens import Tone
from ui.shell.access_wording import names_of_roles
from ui.shell.card_reader import CardReader
from ui.shell.idle import IdleWatch
from ui.shell.window import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.access.staff import Account
    from station_app.domain.first_page import FirstLines, FirstPage
    from station_app.services.access import AccessService, StationKey
    from station_app.services.restoring import RestoreService
    from ui.access.opened import Opened
    from ui.app import papers
    from ui.kit.jobs import JobRunner
    from ui.kit.preferences import Preferences
    from ui.kit.room import RoomContext
    from ui.settings import exports_view, officers, printers_pane
    from ui.settings import page as settings
    from ui.staff import accounts as staff_accounts
    from ui.staff import page as staff
else:
    exports_view = later("ui.settings.exports_view")
    officers = later("ui.settings.officers")
    printers_pane = later("ui.settings.printers_pane")
    papers = later("ui.app.papers")
    settings = later("ui.settings.page")
    staff = later("ui.staff.page")
    staff_accounts = later("ui.staff.accounts")


class OpenStation(QObject):
    """The station, its shell, and the watches around them.

    One that is *to_come* is asked nothing here, for its store is not open yet; what is
    shown first is handed over when it has been read.
    """

    lock_asked = Signal()
    switch_asked = Signal()
    looks_changed = Signal(object)  # Preferences
    language_changed = Signal(object)  # Preferences
    restart_asked = Signal()
    restore_asked = Signal()
    fault_met = Signal(Exception)

    def __init__(
        self,
        opened: Opened,
        access: AccessService,
        jobs: JobRunner,
        parent: QObject,
        *,
        to_come: bool = False,
    ) -> None:
        super().__init__(parent)
        self.station, self.home = opened.station, opened.home
        self._access, self._jobs = access, jobs
        self._settings = Settings() if to_come else self.station.settings.current()
        self._first: FirstLines | None = None
        self.key, self.account = opened.key, opened.account
        self.gate = Gate(parent=self)
        self.operations = Operations(jobs, self)
        self.operations.touched.connect(self._on_touched)
        self._exchange = ExchangeDesk(self.station, jobs, self.operations, self.gate, self)
        self.watch = Watch(self.station, jobs, self.operations, self)
        self.drafts = DraftBox(lambda: self.station.drafts, jobs, draft_from, self)
        self._left_drafts = LeftDrafts(self.drafts, self)
        self._has_begun = False
        self._reader = CardReader(self)
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self.lock_asked)
        self._backups = BackupDesk(self.station, jobs, self)
        self.shell = self._made_shell()
        if not to_come:
            self._take_account(self.account or self.station.staff.me())

    def receive(self, page: FirstPage) -> None:
        """Show what has been read of a station to come."""
        self._first = page.first
        if page.account is not None:
            self._take_account(page.account)
        self._take_settings(page.settings)

    def discard(self) -> None:
        """Go: the station that was to come does not."""
        self.shell.deleteLater()
        self.deleteLater()

    def owner(self) -> str:
        """Return the key of whoever is signed in."""
        return "" if self.account is None else self.account.id

    def shut(self) -> None:
        """Close the file and overwrite the key; in a job, when no other is under way."""
        self.station.lock()
        if self.key is not None:
            self.key.end()

    def take_up(self, key: StationKey) -> Account | None:
        """Open the file again with *key*, of the same person; in a job.

        Returns his account as it stands now.
        """
        self.station.unlock(key)
        self.key = key
        return self.station.staff.me()

    def come_back(self) -> None:
        """Show what others have done since this person was here."""
        self.shell.attend(self._jobs)
        self.operations.touched.emit(frozenset(Topic))

    def name(self) -> str:
        """Return the name of the station."""
        return self._settings.name

    def begin(self, window: QWidget) -> None:
        """Watch over *window* while the station can be seen."""
        handle = window.windowHandle()
        for watch in (self._reader, self._idle):
            handle.removeEventFilter(watch)
            handle.installEventFilter(watch)
        self._idle.watch(self._settings.idle_minutes)
        self._exchange.begin()
        self._backups.begin()
        self.watch.begin()
        if not self._has_begun:
            self._has_begun = True
            self.drafts.look()
        self._read_account()

    def renew_keys(self, key: StationKey) -> None:
        """Let the second places follow what has changed of who may sign in."""
        self._start(
            lambda station: station.second_places.renew_keys(key),
            lambda _: None,
            lane=Lane.WRITE,
        )

    def rest(self, window: QWidget) -> None:
        """Watch no more: the door is closed."""
        self._idle.rest()
        Clipboard.current().clear()
        self.watch.rest()
        self._backups.rest()
        self._exchange.rest()
        for watch in (self._reader, self._idle):
            window.windowHandle().removeEventFilter(watch)
        self.shell.key_sheet.hide()
        self.shell.notices.clear()

    def remind(self) -> None:
        """Say that the passphrase is to be changed soon, or should have been."""
        left = None if self.key is None else self.key.days_left
        if left is None or left > WARNING_DAYS:
            return
        words = self.tr("Your passphrase is to be changed within {n} days.")
        if left <= 0:
            words = self.tr("Your passphrase is older than the station's rules allow.")
        self.shell.notices.say(
            words.format(n=left),
            Tone.WARN,
            action=self.tr("Change it"),
            act=lambda: self.shell.open_record("settings", "security"),
        )

    def rebuild_shell(self) -> QWidget:
        """Make the shell anew, in another language; return the former one."""
        former, room = self.shell, self.shell.current_room()
        self.shell = self._made_shell()
        self.shell.show_room(room)
        self._backups.refresh()
        return former

    def close(self) -> None:
        """Back up what is new and let go of the store. No job may run any more."""
        Clipboard.current().clear()
        try:
            # A damaged store or a full disk was told while there was somebody to tell, and
            # will be at the next start; what was confirmed stands in the log. Whose account has
            # ended meanwhile, or who has locked, leaves it to the next one.
            with suppress(StationError, OSError):
                self.station.keeping.back_up_if_behind(Why.CLOSING)
                self.station.second_places.carry()
        finally:
            with suppress(StationError):
                self.station.close()

    def let_go(self) -> RestoreService:
        """Close in a job, even a damaged store; return what restores it then."""
        with suppress(StationError):
            self.close()
        return restoring_of(self.home)

    def _take_first(self) -> FirstLines | None:
        first, self._first = self._first, None  # shown once: later they may be others
        return first

    def _made_shell(self) -> Shell:
        shell = Shell(
            rooms_of(
                self.station,
                first=self._take_first,
                settings=self._settings_page,
                exchange=self._exchange.page,
                staff=self._staff_page,
            ),
            search=self.station.search,
            jobs=self._jobs,
            operations=self.operations,
            clock=self.station.clock,
            drafts=self.drafts,
            gate=self.gate,
        )
        shell.show_station(self._settings.name, is_demo=self._settings.is_demo)
        add_keys(shell)
        shell.lock_asked.connect(self.lock_asked)
        shell.switch_asked.connect(self.switch_asked)
        self._backups.attend(shell)
        shell.fault_met.connect(self.fault_met)
        shell.refused.connect(self._read_account)
        shell.settings_touched.connect(self._read_settings)
        self._reader.card_read.connect(shell.search.look_up)
        self._exchange.attend(shell)
        self.watch.attend(shell)
        self._left_drafts.attend(shell)
        self._show_person(shell)
        return shell

    def _settings_page(self, context: RoomContext) -> QWidget:
        station = self.station
        page = settings.SettingsPage(
            station.settings,
            station.keeping,
            places=station.second_places,
            drills=station.drills,
            access=self._access,
            home=self.home,
            owner=self.owner,
            context=context,
            others=[
                self._exports_section(context),
                self._officers_section(context),
                self._printers_section(context),
            ],
        )
        paper = papers.KeyPapers(page, self._jobs)
        paper.failed.connect(context.failed)
        page.print_asked.connect(lambda key: paper.print(station, key))
        page.save_asked.connect(lambda key: paper.save(station, key))
        page.backed_up.connect(self._backups.refresh)
        page.restore_asked.connect(self._ask_restoring)
        page.appearance.looks_changed.connect(self.looks_changed)
        page.appearance.language_changed.connect(self._change_language)
        page.appearance.restart_asked.connect(self.restart_asked)
        return page

    def _exports_section(self, context: RoomContext) -> settings.Section:
        view = exports_view.ExportsView(self.station, context)
        return settings.Section("exports", Icon.EXPORT, self.tr("Lists given out"), view)

    def _officers_section(self, context: RoomContext) -> settings.Section:
        card = settings.scrolled(officers.OfficersCard(self.station, context))
        return settings.Section("officers", Icon.TAG, self.tr("Restricted tags"), card)

    def _printers_section(self, context: RoomContext) -> settings.Section:
        pane = printers_pane.PrintersPane(self.station, context)
        return settings.Section("printers", Icon.PRINT, self.tr("Printers"), pane)

    def _staff_page(self, context: RoomContext) -> QWidget:
        accounts = staff_accounts.Accounts(
            self.station, self._access, key=self._held_key, rekeyed=self._hold_key
        )
        page = staff.StaffPage(self.station, accounts, context)
        paper = papers.KeyPapers(page, self._jobs)
        paper.failed.connect(context.failed)
        page.print_asked.connect(lambda given: paper.print_first(self.station, given))
        return page

    def _held_key(self) -> StationKey:
        if self.key is None:
            raise StationLockedError
        return self.key

    def _hold_key(self, key: StationKey) -> None:
        self.key = key

    def note_session(self) -> None:
        """Note that somebody has come, once the window stands."""
        self._start(lambda station: station.staff.begin_session(), lambda _: None, lane=Lane.WRITE)

    def _change_language(self, preferences: Preferences) -> None:
        if rooms := self.shell.unsaved_rooms():
            words = self.tr("Save or leave what you have begun in {rooms}; the language follows.")
            self.shell.notices.say(words.format(rooms="、".join(rooms)), Tone.WARN)
        else:
            self.language_changed.emit(preferences)

    def _ask_restoring(self) -> None:
        if rooms := self.shell.unsaved_rooms():
            words = self.tr("Save or leave first what you have begun in {rooms}.")
            self.shell.notices.say(words.format(rooms="、".join(rooms)), Tone.WARN)
        else:
            self.restore_asked.emit()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.STAFF in topics:
            self._read_account()

    def _read_account(self) -> None:
        self._start(lambda station: station.staff.me(), self._take_account)

    def _take_account(self, account: Account | None) -> None:
        """Let the window allow what *account* may do."""
        self.account = account
        station = self.station
        self.gate.judge_by(refusals_of(account, station.reference.roles, station.clock))
        self._show_person(self.shell)

    def _show_person(self, shell: Shell) -> None:
        if self.account is not None:
            shell.header.show_person(self.account.name, names_of_roles(self.account.roles))

    def _read_settings(self) -> None:
        self._start(lambda station: station.settings.current(), self._take_settings)

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.shell.show_station(settings.name, is_demo=settings.is_demo)
        self._idle.watch(settings.idle_minutes)

    def _start(
        self,
        work: Callable[[Station], object],
        done: Callable[..., None],
        *,
        lane: Lane = Lane.READ,
    ) -> None:
        station = self.station
        self._jobs.start(lambda _: work(station), owner=self, done=done, lane=lane)
