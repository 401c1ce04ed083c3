"""Coming in and going out: the door, the lock, and who is at work behind it.

A locked station keeps its pages, so that whoever comes back finds everything as it was, but
neither its file nor its key. When somebody else comes in, the station is opened anew for
him; pages in which the former left something unsaved wait, shut, until he comes again.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from station_app.domain.access.staff import AccountState
from station_app.later import later
from ui.access.last_person import keep_last_person, last_person
from ui.access.opened import Opened, opened_by
from ui.app.ahead import name_reader, open_station, station_clock
from ui.app.letting_go import LettingGo
from ui.kit.jobs import Lane
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.access.staff import Account
    from station_app.services.access import AccessService, StationHome, StationKey
    from ui.access import unlock
    from ui.app import curtain, rescue
    from ui.app.opened import OpenStation
    from ui.app.window import Window
    from ui.kit.jobs import JobRunner
else:
    curtain = later("ui.app.curtain")
    rescue = later("ui.app.rescue")
    unlock = later("ui.access.unlock")


class MakeStation(Protocol):
    """Makes the pages of a station that was opened."""

    def __call__(self, opened: Opened, /) -> OpenStation:
        """Return them."""


class Threshold(QObject):
    """Stands between the window and whatever is open: one station at a time."""

    restore_asked = Signal()
    fault_met = Signal(Exception)

    def __init__(
        self,
        home: StationHome,
        access: AccessService,
        jobs: JobRunner,
        window: Window,
        *,
        make: MakeStation,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._access, self._jobs, self._window = home, access, jobs, window
        self._make = make
        self._door: unlock.UnlockPage | None = None
        self._rescue: rescue.Rescue | None = None
        self._curtain: curtain.Curtain | None = None
        self._coming: Opened | None = None
        self._coming_back: OpenStation | None = None
        self._waiting: dict[str, OpenStation] = {}
        self._letting_go = LettingGo(jobs, self)
        self.opened: OpenStation | None = None

    def show_door(self, name: str = "", *, owner: str = "", user: str = "") -> unlock.UnlockPage:
        """Show the door, to *owner* or who is called *user* first, else to who came last."""
        home = self._home if self.opened is None else self.opened.home
        door = unlock.UnlockPage(
            home,
            self._access,
            self._jobs,
            words=sentence_of,
            clock=station_clock(),
            read=name_reader,
            owner=owner or last_person(),
            user=user,
            name=name,
        )
        door.unlocked.connect(self._unlocked)
        door.begun.connect(self._begun)
        door.given_up.connect(self._given_up)
        door.fault_met.connect(self.fault_met)
        door.restore_asked.connect(self.restore_asked)
        if self.opened is None:
            door.offer_restoring()
        self._rescue = rescue.Rescue(home, door, self._jobs, station_clock())
        door.refused.connect(self._rescue.attend)
        self._rescue.restore_asked.connect(self.restore_asked)
        self._rescue.opening_asked.connect(self._open)
        self._door = door
        self._window.bring(door)
        door.arrive()
        return door

    def show_station(self, station: OpenStation) -> None:
        """Show *station*, which has just been opened."""
        self.opened = station
        keep_last_person(station.owner())
        self._window.bring(station.shell)
        station.shell.show_first_room()
        self._window.show()  # there is a handle to watch over then
        station.begin(self._window)
        self._leave_door()
        station.remind()
        station.note_session()

    def lock(self) -> None:
        """Hide the station behind the door, and let go of its key."""
        if self.opened is None or self._door is not None:
            return
        self._curtain = curtain.Curtain(self._window)
        self.opened.rest(self._window)
        self.show_door(self.opened.name(), owner=self.opened.owner())
        self._letting_go.begin(self.opened)

    def switch(self) -> None:
        """Lock, and ask who comes next."""
        self.lock()
        if self._door is not None:
            self._door.ask_anybody()
            self._door.arrive()

    def show_door_anew(self) -> None:
        """Show the door of what stands there now, whatever stood there before."""
        self._leave_door()
        self.show_door()

    def has_door(self) -> bool:
        """Whether the door is shown."""
        return self._door is not None

    def release(self) -> OpenStation | None:
        """Give the open station away, to be closed by whoever asked; return it."""
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.rest(self._window)
            opened.deleteLater()  # its watches end with it
        return opened

    def is_locked(self) -> bool:
        """Whether the station's file is closed behind the door."""
        return self._door is not None and self._letting_go.is_over()

    def unsaved_rooms(self) -> list[str]:
        """Return the titles of rooms in which something typed is not kept, whoever's it is."""
        stations = [*self._waiting.values(), *([] if self.opened is None else [self.opened])]
        rooms = [room for station in stations for room in station.shell.unsaved_rooms()]
        return list(dict.fromkeys(rooms))

    def close(self) -> None:
        """Put everything away. No job may run any more."""
        coming, self._coming = self._coming, None
        if coming is not None:
            coming.station.close()
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.close()

    def _unlocked(self, key: StationKey) -> None:
        if self.opened is None:
            self._open(key)
        elif key.owner != self.opened.owner():
            self._letting_go.when_gone(partial(self._open, key))
        elif not key.is_given and self._letting_go.stop():
            key.end()  # that with which the store was opened is good still
            self._come_back(self.opened)
        else:
            self._letting_go.when_gone(partial(self._take_up, self.opened, key))

    def _open(self, key: StationKey, as_it_is: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Open the station for whoever's *key* it is."""
        waiting = self._waiting.get(key.owner)
        if waiting is not None:
            self._take_up(waiting, key)
            return
        home = self._home if self.opened is None else self.opened.home
        self._start(
            lambda: opened_by(key, home, partial(open_station, as_it_is=as_it_is)),
            self._meet,
            failed=partial(self._not_opened, key),
        )

    def _take_up(self, station: OpenStation, key: StationKey) -> None:
        self._start(
            lambda: station.take_up(key),
            partial(self._taken_up, station),
            failed=partial(self._not_opened, key),
        )

    def _taken_up(self, station: OpenStation, account: Account | None) -> None:
        if self._has_to_choose(station.station, account):
            self._coming_back = station
        else:
            self._come_back(station)

    def _meet(self, opened: Opened) -> None:
        """Let whoever has come begin, with a passphrase of his own."""
        if self._has_to_choose(opened.station, opened.account):
            self._coming = opened
            return
        self._put_away()
        self.show_station(self._make(opened))

    def _has_to_choose(self, station: Station, account: Account | None) -> bool:
        """Whether *account* needs a passphrase of its owner's first; it is asked for then."""
        if account is None or account.state is not AccountState.INVITED or self._door is None:
            return False
        self._door.ask_own_passphrase(account.name, station.staff.activate)
        return True

    def _begun(self) -> None:
        coming, self._coming = self._coming, None
        back, self._coming_back = self._coming_back, None
        if back is not None:
            self._come_back(back)
        elif coming is not None:
            account = coming.station.staff.me()
            self._put_away()
            self.show_station(self._make(replace(coming, account=account)))

    def _given_up(self) -> None:
        coming, self._coming = self._coming, None
        back, self._coming_back = self._coming_back, None
        if back is not None:
            self._letting_go.begin(back)
        elif coming is not None:
            self._start(coming.station.close, lambda _: None, failed=self.fault_met.emit)

    def _come_back(self, station: OpenStation) -> None:
        """Let the person go on where he was."""
        is_another = station is not self.opened
        if is_another:
            self._put_away()
            self._waiting.pop(station.owner(), None)
            self.opened = station
            station.come_back()
            station.note_session()
        keep_last_person(station.owner())
        self._leave_door()
        self._window.bring(station.shell)
        station.begin(self._window)
        if station.key is not None:
            station.renew_keys(station.key)
        if self._curtain is not None and not is_another:
            self._curtain.lift()
        self._curtain = None

    def _put_away(self) -> None:
        """Keep the former's pages if something is unsaved in them; else let them go."""
        former, self.opened, self._curtain = self.opened, None, None
        if former is None:
            return
        former.shell.stand_aside(self._jobs)
        if former.shell.unsaved_rooms():
            self._waiting[former.owner()] = former
        else:
            self._window.removeWidget(former.shell)
            former.discard()

    def _not_opened(self, key: StationKey, error: Exception) -> None:
        # the key is kept for whoever helps; it goes with the door
        if self._rescue is not None:
            self._rescue.attend(error, key)

    def _start(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        *,
        failed: Callable[[Exception], None],
    ) -> None:
        self._jobs.start(lambda _: work(), owner=self, done=done, failed=failed, lane=Lane.OUTSIDE)

    def _leave_door(self) -> None:
        if self._door is not None:
            self._window.drop(self._door)
            self._door = self._rescue = None
