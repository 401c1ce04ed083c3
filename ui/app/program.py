"""The program in its window: the door, the first run, the open station, the lock."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QProcess, QTimer

from station_app.later import later
from station_app.services.access import AccessService, HomeState, StationHome
from ui.access.opened import Opened
from ui.app.ahead import open_station, restoring_of, station_clock, station_to_come
from ui.app.opened import OpenStation
from ui.app.rooms import load_first_room
from ui.app.window import Window
from ui.kit.dialogs import confirm, show_fault
from ui.kit.jobs import JobRunner, Lane
from ui.kit.languages import Languages
from ui.kit.preferences import Preferences, load_preferences
from ui.kit.theme import Theme, styled_application
from ui.shell.faults import Faults
from ui.shell.input_methods import attend_input, choose_input_method
from ui.shell.window import Shell
from ui.shell.wording import phase_words, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from station_app.domain.first_page import FirstPage
    from station_app.domain.paper_keys import PaperKey
    from station_app.services.access import StationKey
    from station_app.services.restoring import RestoreService
    from ui.access import founding, unlock
    from ui.app import papers, putting_back, rescue
    from ui.app.ahead import Ahead, Coming
else:
    founding = later("ui.access.founding")
    papers = later("ui.app.papers")
    putting_back = later("ui.app.putting_back")
    rescue = later("ui.app.rescue")
    unlock = later("ui.access.unlock")

NAME = "Station"
DEMO = "-demo"
SCALE = "QT_SCALE_FACTOR"
LOADED_MS = 5000
PAINT_MS = 30  # the store is loaded after the first page is painted, not beside it
PATIENCE_S = 1.0


class Program(QObject):
    """Holds the window and whatever is open in it."""

    def __init__(
        self,
        app: QApplication,
        home: StationHome,
        *,
        access: AccessService | None = None,
        language: str = "",
    ) -> None:
        super().__init__(app)
        self._home, self._language = home, language
        self._languages = Languages.of(app)
        self._access = access or AccessService()
        self._faults = Faults(self)
        self._faults.arisen.connect(self._show_fault)
        self._door: unlock.UnlockPage | None = None
        self._rescue: rescue.Rescue | None = None
        self.opened: OpenStation | None = None
        self._painted = Event()
        self.jobs = JobRunner(self)
        self.wear(load_preferences())
        self.window = Window(self._may_close)
        self.window.closed.connect(self.close)

    def start(self, ahead: Ahead | None = None) -> None:
        """Show what comes first."""
        self._faults.watch()
        if self._home.state() is not HomeState.READY:
            self._show_founding()
        elif ahead is None or ahead.key is None or ahead.page is None:
            self._show_door()
        else:
            self._expect(ahead.key, ahead.page)
            return
        self.window.show()

    def wear(self, preferences: Preferences) -> None:
        """Look and speak as *preferences* say."""
        self._languages.speak(self._language or preferences.language)
        Theme.current().choose(preferences.look, body=preferences.body)

    def lock(self) -> None:
        """Hide the station behind the door; what is under way goes on."""
        if self.opened is not None and self._door is None:
            self.opened.rest(self.window)
            self._show_door(self.opened.name())

    def restore(self) -> None:
        """Show the way from a backup to a station, from wherever it was asked for."""
        desk = putting_back.RestoreDesk(self.window, self.jobs, self)
        desk.restored.connect(self._restored)
        desk.left.connect(self._not_restored)
        desk.fault_met.connect(self._faults.tell)
        opened = self.opened
        service = restoring_of(self._home) if opened is None else opened.station.restoring
        desk.begin(service, self._release)

    def first_page_painted(self) -> None:
        """Let the store behind the first page be loaded."""
        self._painted.set()

    def close(self) -> None:
        """Put everything away."""
        self.first_page_painted()
        self.jobs.close()
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.close()
        self._faults.rest()

    def _expect(self, key: Coming[StationKey], page: Coming[FirstPage | None]) -> None:
        """Show the first page as soon as it has been read; else the door, with the key.

        The shell around it is made meanwhile.
        """
        load_first_room()
        to_come = station_to_come(self._home, key, partial(self._painted.wait, PATIENCE_S))
        station = self._made_station(Opened(self._home, to_come), to_come=True)
        station.shell.make_first_room()
        self.jobs.start(
            lambda _: page.result(),
            owner=self,
            done=lambda page: self._show_page(station, key, page),
            lane=Lane.OUTSIDE,
        )

    def _show_page(
        self, station: OpenStation, key: Coming[StationKey], page: FirstPage | None
    ) -> None:
        if page is None:
            station.discard()
            self._show_door().wait_for(key.result)
            self.window.show()
        else:
            station.receive(page)
            station.shell.installEventFilter(self)
            self._show_station(station)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the store loaded once the first page has been painted, not beside that."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(PAINT_MS, self.first_page_painted)
        return False

    def _show_founding(self) -> None:
        page = founding.FoundingPage(
            self._home,
            StationHome(self._home.root.with_name(self._home.root.name + DEMO)),
            access=self._access,
            jobs=self.jobs,
            open_station=open_station,
            words=sentence_of,
            phase_words=phase_words,
        )
        paper = papers.KeyPapers(page, self.jobs)
        paper.failed.connect(self._faults.tell)
        page.print_asked.connect(partial(self._on_paper, page, paper.print))
        page.save_asked.connect(partial(self._on_paper, page, paper.save))
        page.opened.connect(partial(self._founded, page))
        page.fault_met.connect(self._faults.tell)
        page.abandoned.connect(self.window.close)
        page.restore_asked.connect(self.restore)
        self.window.bring(page)
        page.arrive()

    @staticmethod
    def _on_paper(page: founding.FoundingPage, put: papers.KeyPapers.Put, paper: PaperKey) -> None:
        opened = page.opened_station()
        if opened is not None:
            put(opened.station, paper)

    def _founded(self, page: founding.FoundingPage, opened: Opened) -> None:
        self._show_station(self._made_station(opened))
        self.window.drop(page)

    def _show_door(self, name: str = "") -> unlock.UnlockPage:
        home = self._home if self.opened is None else self.opened.home
        door = unlock.UnlockPage(home, self._access, self.jobs, words=sentence_of, name=name)
        door.unlocked.connect(self._unlocked)
        door.fault_met.connect(self._faults.tell)
        door.restore_asked.connect(self.restore)
        if self.opened is None:
            door.offer_restoring()
        help_there = rescue.Rescue(home, door, self.jobs, station_clock())
        door.refused.connect(help_there.attend)
        help_there.restore_asked.connect(self.restore)
        help_there.opening_asked.connect(self._open)
        self._door, self._rescue = door, help_there
        self.window.bring(door)
        door.arrive()
        return door

    def _unlocked(self, key: StationKey) -> None:
        if self.opened is not None:
            # it was to prove who is there; the store has been open all along
            key.end()
            self._leave_door()
            self.window.bring(self.opened.shell)
            self.opened.begin(self.window)
            self.opened.renew_keys(key)
            return
        self._open(key)

    def _open(self, key: StationKey, as_it_is: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.jobs.start(
            lambda _: Opened(self._home, open_station(self._home, key, as_it_is=as_it_is)),
            owner=self,
            done=lambda opened: self._show_station(self._made_station(opened)),
            failed=lambda error: self._not_opened(error, key),
            lane=Lane.OUTSIDE,
        )

    def _not_opened(self, error: Exception, key: StationKey) -> None:
        if self._rescue is not None:
            self._rescue.attend(error, key)

    def _release(self) -> Callable[[], RestoreService]:
        """Let go of the open station: what of that takes time is left to a job."""
        opened, self.opened = self.opened, None
        if opened is None:
            return partial(restoring_of, self._home)
        opened.rest(self.window)
        opened.deleteLater()  # its watches end with it
        return opened.let_go

    def _restored(self, former: QWidget) -> None:
        """Show the door of what stands there now."""
        self._leave_door()
        self._show_door()
        if self.window.indexOf(former) >= 0:
            self.window.drop(former)

    def _not_restored(self, former: QWidget) -> None:
        if self.opened is None and self._door is None and isinstance(former, Shell):
            self._restored(former)  # the station was let go of already
        else:
            self.window.bring(former)

    def _made_station(self, opened: Opened, *, to_come: bool = False) -> OpenStation:
        station = OpenStation(opened, self._access, self.jobs, self, to_come=to_come)
        station.lock_asked.connect(self.lock)
        station.looks_changed.connect(self.wear)
        station.language_changed.connect(self._change_language)
        station.restart_asked.connect(self._restart)
        station.restore_asked.connect(self.restore)
        station.fault_met.connect(self._faults.tell)
        station.watch.restore_asked.connect(self.restore)
        return station

    def _show_station(self, station: OpenStation) -> None:
        self.opened = station
        self.window.bring(station.shell)
        station.shell.show_first_room()
        self.window.show()  # there is a handle to watch over then
        station.begin(self.window)
        self._leave_door()

    def _leave_door(self) -> None:
        if self._door is not None:
            self.window.drop(self._door)
            self._door = self._rescue = None

    def _change_language(self, preferences: Preferences) -> None:
        if self.opened is not None:
            self._language = ""
            self.wear(preferences)
            former = self.opened.rebuild_shell()
            self.window.bring(self.opened.shell)
            self.window.drop(former)

    def _restart(self) -> None:
        if self.window.close():
            QProcess.startDetached(sys.executable, sys.orig_argv[1:])

    def _may_close(self) -> bool:
        rooms = [] if self.opened is None else self.opened.shell.unsaved_rooms()
        return not rooms or confirm(
            self.window,
            title=self.tr("Close without saving?"),
            text=self.tr("Something typed has not been saved yet: {rooms}.").format(
                rooms="、".join(rooms)
            ),
            action=self.tr("Close"),
        )

    def _show_fault(self, report: str) -> None:
        show_fault(self.window, report)


def run(home: StationHome, ahead: Ahead, *, language: str = "") -> int:
    """Make the application and its window; return when it is closed."""
    choose_input_method(os.environ, platform=sys.platform)
    QCoreApplication.setOrganizationName(NAME)
    QCoreApplication.setApplicationName(NAME)
    scale = load_preferences().scale
    if scale != 100:
        os.environ.setdefault(SCALE, f"{scale / 100:g}")
    app = styled_application(sys.argv[0])
    attend_input(app, os.environ)
    program = Program(app, home, language=language)
    program.start(ahead)
    QTimer.singleShot(LOADED_MS, app, _collect_rubbish)
    return app.exec()


def _collect_rubbish() -> None:
    """Have rubbish collected again, but not looked for among what was loaded at the start."""
    gc.freeze()
    gc.enable()
