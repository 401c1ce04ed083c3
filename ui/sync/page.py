"""The room 数据交换: exchange, review, doubles, devices, comparison."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.sync.enrolment import GRANT_EXTENSION, REQUEST_EXTENSION
from station_app.domain.sync.files import EXTENSION
from ui.kit.buttons import Choice
from ui.kit.keys import add_key
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.views import Views
from ui.sync.compare_view import CompareView
from ui.sync.devices_view import DevicesView
from ui.sync.doubles_view import DoublesView
from ui.sync.review_view import ReviewView

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent

    from station_app.bootstrap import Station
    from station_app.domain.changes import Topic
    from station_app.services.sync.standing import Standing
    from ui.kit.room import RoomContext
    from ui.sync.exchange_view import ExchangeView

VIEWS = ("exchange", "review", "doubles", "devices", "compare")
EXCHANGE, REVIEW, DOUBLES, DEVICES, COMPARE = VIEWS
CONFLICT = "conflict"
LETTERS = frozenset({REQUEST_EXTENSION, GRANT_EXTENSION})
PAUSE_MS = 300  # a burst of changes is looked at once
View: TypeAlias = "ExchangeView | ReviewView | DoublesView | DevicesView | CompareView"


class ExchangePage(QWidget):
    """Satisfies :class:`ui.kit.room.RoomPage`: five views, one of them in sight."""

    def __init__(self, station: Station, context: RoomContext, exchange: ExchangeView) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        self._is_stale = True
        self.exchange = exchange
        self.devices = DevicesView(station, context)
        self.compare = CompareView(station.standing, context)
        self.review = ReviewView(station.review, context)
        self.doubles = DoublesView(station.doubles, context)
        self._over = QWidget(self)
        self._over.hide()
        self.banner = Banner("", Tone.WARN, self._over)
        self.views: Views[View] = Views(
            self.tr("Exchange"),
            (
                (Choice(EXCHANGE, self.tr("Exchange")), self.exchange),
                (Choice(REVIEW, self.tr("Review")), self.review),
                (Choice(DOUBLES, self.tr("Entered twice")), self.doubles),
                (Choice(DEVICES, self.tr("Devices")), self.devices),
                (Choice(COMPARE, self.tr("Compare")), self.compare),
            ),
            over=self._over,
        )
        for view in (REVIEW, DOUBLES):
            context.gate.bind(Permission.REVIEW_READ, self.views.segments.segment(view))
        context.gate.bind(Permission.DEVICE_READ, self.views.segments.segment(DEVICES))
        context.gate.bind_drops(Permission.EXCHANGE_RUN, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self._add_keys()

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if self._is_stale:
            self.refresh()
        self.views.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show the view *key*, or what is to be decided."""
        view = REVIEW if kind == CONFLICT else key
        if kind in {CONFLICT, EXCHANGE} and view in VIEWS and self._may_see(view):
            self.show_view(view)

    def has_unsaved(self) -> bool:
        """Whether something was typed in the review that is not decided."""
        return self.review.has_unsaved()

    def show_view(self, code: str) -> None:
        """Bring a view to the front."""
        self.views.bring(code)
        if code != EXCHANGE:
            self.exchange.leave()
        self.arrive()

    def _may_see(self, view: str) -> bool:
        return self.views.segments.segment(view).isEnabledTo(self.views)

    def go_round(self) -> None:
        """Exchange now: the one key of the evening."""
        self.show_view(EXCHANGE)
        self.exchange.exchange()

    def refresh(self) -> None:
        """Show how it stands and which files there were."""
        self._is_stale = False
        self._context.jobs.start(
            lambda _: self._station.standing.standing(), owner=self, done=self._show
        )
        self.exchange.refresh_files()
        if self._may_see(DOUBLES):
            self.doubles.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for sticks no longer."""
        self.exchange.leave()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take sync files only, or one letter of a device that takes part."""
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in."""
        paths = dropped(event)
        if paths:
            event.acceptProposedAction()
            self._take(paths)

    def _take(self, paths: list[Path]) -> None:
        if paths[0].suffix.lower() in LETTERS:
            self.show_view(DEVICES)
            self.devices.read_letter(paths[0])
        else:
            self.show_view(EXCHANGE)
            self.exchange.take_in(paths)

    def _show(self, standing: Standing) -> None:
        self.exchange.show_standing(standing)
        self.exchange.standing.show_conflicts(standing.conflicts)
        self.devices.show_standing(standing)
        warning = self._warning(standing)
        self.banner.say(warning)
        self._over.setVisible(bool(warning))

    def _say_doubles(self, count: int) -> None:
        words = self.tr("Entered twice")
        self.views.segments.say(DOUBLES, f"{words} {count}" if count else words)

    def _warning(self, standing: Standing) -> str:
        own = standing.own
        if not own.is_enrolled:
            return self.tr(
                "This computer belongs to no station yet. What is entered here reaches nobody."
            )
        if own.is_expired and own.expires_on is not None:
            words = self.tr(
                "This copy was to be back by {day}. Exchange once more, then hand it in: it is"
                " wiped under Devices."
            )
            return words.format(day=own.expires_on.isoformat())
        return ""

    def _on_touched(self, _topics: frozenset[Topic]) -> None:
        self._is_stale = True
        if self.isVisible():  # out of sight it is asked when it is shown again
            self._pause.start()
        self.compare.forget()

    def _lay_out(self) -> None:
        over = QVBoxLayout(self._over)
        over.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        over.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)

    def _connect(self) -> None:
        self.views.segments.changed.connect(self.show_view)
        self.review.counted.connect(self.exchange.standing.show_conflicts)
        self.doubles.counted.connect(self._say_doubles)
        self.exchange.review_asked.connect(lambda: self.open_record(EXCHANGE, REVIEW))
        self.exchange.devices_asked.connect(lambda: self.open_record(EXCHANGE, DEVICES))
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        group = self.tr("Exchange")
        for keys, text, slot in (
            ("Ctrl+O", self.tr("Take a file in"), self.exchange.open.click),
            ("F5", self.tr("Look again how it stands"), self.refresh),
        ):
            action = add_key(self, keys, text, slot, group=group)
            if keys == "Ctrl+O":
                self._context.gate.bind(Permission.EXCHANGE_RUN, action)


def dropped(event: QDropEvent) -> list[Path]:
    """Return the sync files, or the one letter, that *event* brings; else none."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    kinds = {path.suffix.lower() for path in paths}
    is_letter = len(paths) == 1 and kinds <= LETTERS
    return paths if is_letter or kinds == {EXTENSION} else []
