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
from ui.app.ahead import open_station, restoring_of, station_to_come
from ui.app.opened import OpenStation
from ui.app.rooms import load_first_room
from ui.app.threshold import Threshold
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
    from ui.access import founding
    from ui.app import papers, putting_back, session_watch
    from ui.app.ahead import Ahead, Coming
else:
    founding = later("ui.access.founding")
    papers = later("ui.app.papers")
    putting_back = later("ui.app.putting_back")
    session_watch = later("ui.app.session_watch")

NAME = "Station"
DEMO = "-demo"
SCALE = "QT_SCALE_FACTOR"
LOADED_MS = 5000
PAINT_MS = 30  # the store is loaded after the first page is painted, not beside it
PATIENCE_S = 1.0


class Program(QObject):
    """Holds the window and whatever is open in it; who comes in is the threshold's matter."""

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
        self._painted = Event()
        self.jobs = JobRunner(self)
        self.wear(load_preferences())
        self.window = Window(self._may_close)
        self.window.closed.connect(self.close)
        self.threshold = Threshold(
            home, self._access, self.jobs, self.window, make=self._made_station, parent=self
        )
        self.threshold.fault_met.connect(self._faults.tell)
        self.threshold.restore_asked.connect(self.restore)

    @property
    def opened(self) -> OpenStation | None:
        """The station that is open, or locked behind the door."""
        return self.threshold.opened

    def start(self, ahead: Ahead | None = None) -> None:
        """Show what comes first."""
        self._faults.watch()
        QTimer.singleShot(LOADED_MS, self, self._watch_session)
        if self._home.state() is not HomeState.READY:
            self._show_founding()
        elif ahead is None or ahead.key is None or ahead.page is None:
            self.threshold.show_door(user="" if ahead is None else ahead.user)
        else:
            self._expect(ahead.key, ahead.page)
            return
        self.window.show()

    def wear(self, preferences: Preferences) -> None:
        """Look and speak as *preferences* say."""
        self._languages.speak(self._language or preferences.language)
        Theme.current().choose(preferences.look, body=preferences.body)

    def lock(self) -> None:
        """Hide the station behind the door, and let go of its key."""
        self.threshold.lock()

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
        self.threshold.close()
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
            self.threshold.show_door().wait_for(key.result)
            self.window.show()
        else:
            station.key = key.result()
            station.receive(page)
            station.shell.installEventFilter(self)
            self.threshold.show_station(station)

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
        self.threshold.show_station(self._made_station(opened))
        self.window.drop(page)

    def _release(self) -> Callable[[], RestoreService]:
        """Let go of the open station: what of that takes time is left to a job."""
        opened = self.threshold.release()
        return partial(restoring_of, self._home) if opened is None else opened.let_go

    def _restored(self, former: QWidget) -> None:
        """Show the door of what stands there now."""
        self.threshold.show_door_anew()
        if self.window.indexOf(former) >= 0:
            self.window.drop(former)

    def _not_restored(self, former: QWidget) -> None:
        if self.opened is None and not self.threshold.has_door() and isinstance(former, Shell):
            self._restored(former)  # the station was let go of already
        else:
            self.window.bring(former)

    def _made_station(self, opened: Opened, *, to_come: bool = False) -> OpenStation:
        station = OpenStation(opened, self._access, self.jobs, self, to_come=to_come)
        station.lock_asked.connect(self.lock)
        station.switch_asked.connect(self.threshold.switch)
        station.looks_changed.connect(self.wear)
        station.language_changed.connect(self._change_language)
        station.restart_asked.connect(self._restart)
        station.restore_asked.connect(self.restore)
        station.fault_met.connect(self._faults.tell)
        station.watch.restore_asked.connect(self.restore)
        return station

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

    def _watch_session(self) -> None:
        """Lock with the system: when it locks, when it goes to sleep."""
        watch = session_watch.SessionWatch(self)
        watch.left.connect(self.lock)
        watch.begin(self.window)

    def _may_close(self) -> bool:
        rooms = self.threshold.unsaved_rooms()
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
