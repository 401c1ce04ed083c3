"""The room 审计: every act on somebody's data, found, read, verified and given out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.audit.entries import ALARMS
from station_app.domain.changes import Topic
from ui.audit.columns import AuditColumns
from ui.audit.entry_panel import EntryPanel
from ui.audit.filter_bar import FilterBar
from ui.audit.making import AuditMaking
from ui.audit.standing_bar import StandingBar
from ui.audit.words import teller
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import line
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.audit.entries import AuditEntry, Offered, Standing
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

OF_PERSON, AUDIT = "audit-of", "audit"
KINDS = (AUDIT, OF_PERSON)
PAUSE_MS = 300  # a burst of acts is looked at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a look at the audit has brought."""

    keys: Sequence[int]
    standing: Standing
    offered: Offered


class AuditPage(QWidget):
    """Satisfies :class:`ui.kit.room.RoomPage`: filters, the entries, one of them beside."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        self._search: Job | None = None
        self._is_stale = True
        words = teller(station)
        self.standing = StandingBar(words)
        self.filters = FilterBar(station, context, words)
        self.making = AuditMaking(station, context, self)
        self.count = label("", Role.CAPTION)
        self.model: LazyTableModel[int, AuditEntry] = LazyTableModel(
            station.audit, AuditColumns(words, self).all(), jobs=context.jobs, parent=self
        )
        self.table = TableView(self.model, name="audit", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Audit"))
        self.empty = EmptyState(Icon.SECURITY, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        self.panel = EntryPanel(words, self)
        self.panel.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self._add_keys()
        self._say_day()

    def arrive(self) -> None:
        """Show the audit as it is now, the cursor where somebody is looked for."""
        if self._is_stale:
            self.refresh()
        self.filters.person.setFocus()

    def open_record(self, kind: str, key: str) -> None:
        """Show who has looked at or changed the data of the resident *key*."""
        if kind == OF_PERSON:
            self._context.jobs.start(
                lambda _: self._station.audit.name_of(key),
                owner=self,
                done=lambda name: self.filters.take_person(key, name),
                failed=self._context.failed,
            )

    def has_unsaved(self) -> bool:
        """Nothing is typed here that is to be kept."""
        return False

    def refresh(self) -> None:
        """Look for what is asked for, and how the audit stands."""
        self._is_stale = False
        wanted, audit = self.filters.value(), self._station.audit
        if self._search is not None:
            self._search.cancel()  # of what was chosen a moment ago
        self._search = self._context.jobs.start(
            lambda progress: Found(
                keys=audit.keys(wanted, progress),
                standing=audit.standing(),
                offered=audit.offered(),
            ),
            owner=self,
            done=self._show,
            failed=self._context.failed,
        )

    def day(self) -> date:
        """Return the day whose sheet is made: the last one looked for, or today."""
        today = self._context.clock.today()
        _, until = self.filters.days.value()
        return min(until, today) if until is not None else today

    def _show(self, found: Found) -> None:
        self.standing.show_standing(found.standing)
        self.filters.offer(found.offered)
        is_filtered = not self.filters.value().is_open()
        if is_filtered:
            title = self.tr("Nothing found")
            self.empty.say(Icon.SEARCH, title, self.tr("Choose fewer filters, or more days."))
        else:
            title = self.tr("Nothing has been done yet")
            words = self.tr("Whoever looks at somebody's data, or changes it, stands here.")
            self.empty.say(Icon.SECURITY, title, words)
        self.model.show_keys(found.keys)
        words = self.tr("Entries found: {count}") if is_filtered else self.tr("Entries: {count}")
        self.count.setText(words.format(count=f"{len(found.keys):,}"))

    def _show_current(self) -> None:
        row = self.table.currentIndex().row()
        entry = self.model.line_at(row) if row >= 0 else None
        if entry is not None:
            self.panel.show_entry(entry)
            self.panel.show()

    def _on_filters(self) -> None:
        self._say_day()
        self.refresh()

    def _say_day(self) -> None:
        self.standing.say_day(self.day().isoformat())

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.AUDIT not in topics:
            return
        self._is_stale = True
        if self.isVisible():
            self._pause.start()

    def _verify(self) -> None:
        self.standing.begin_verifying(is_busy=True)
        self.making.verify()

    def _export(self, ending: str, reason: str) -> None:
        self.making.export(self.filters.value(), self.filters.words(), ending, reason)

    def _lay_out(self) -> None:
        head = QWidget(self)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        rows.setSpacing(Space.M)
        rows.addWidget(self.standing)
        rows.addWidget(self.filters)
        self.count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.count)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(left, 1)
        below.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line(self))
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters)
        self.filters.person.left.connect(self.table.enter)
        self.table.current_key_changed.connect(lambda _: self._show_current())
        self.table.opened.connect(lambda _: self._show_current())
        self.model.dataChanged.connect(lambda *_: self._show_current())
        self.panel.closed.connect(self.panel.hide)
        self.panel.person_asked.connect(lambda key: self._context.open_record("resident", key))
        bar, making = self.standing, self.making
        bar.verify_asked.connect(self._verify)
        making.verified.connect(lambda: bar.begin_verifying(is_busy=False))
        bar.sheet_asked.connect(lambda printed: making.sheet(self.day(), is_printed=printed))
        bar.export_asked.connect(self._export)
        bar.archive_asked.connect(making.archive)
        bar.alarms_asked.connect(lambda: self.filters.take_acts(ALARMS))
        bar.settled.connect(making.settle)
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        group = self.tr("Audit")
        for keys, text, slot in (
            ("Ctrl+F", self.tr("Whose data was it?"), self.filters.person.setFocus),
            ("Ctrl+P", self.tr("Day sheet"), self.standing.sheet.click),
            ("Ctrl+E", self.tr("For an inspector"), self.standing.export.click),
            ("F8", self.tr("Verify now"), self.standing.verify.click),
            ("F5", self.tr("Look again"), self.refresh),
        ):
            add_key(self, keys, text, slot, group=group)
