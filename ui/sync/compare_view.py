"""Reconciliation (对账): hub, station and laptop side by side, differences first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from station_app.services.sync.comparing import Comparison, Match
from ui.kit.buttons import ToggleChip
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.lazy_table import LazyTableModel
from ui.kit.moments import moment_words
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label
from ui.sync.compare_columns import CompareColumns
from ui.sync.compare_panel import ComparePanel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.services.sync.comparing import Line, RecordLine, Told
    from station_app.services.sync.standing import StandingService
    from ui.kit.room import RoomContext

ALL = ""


class Lines:
    """The lines of one comparison, by their place in it."""

    def __init__(self) -> None:
        self.kept: tuple[Line, ...] = ()

    def lines(self, keys: Sequence[int]) -> Mapping[int, Line]:
        """Return the lines of *keys*."""
        return {key: self.kept[key] for key in keys if key < len(self.kept)}


class CompareView(QWidget):
    """What each device last said it holds, beside what is here.

    A difference is only called one when what is on its way does not explain it.
    """

    def __init__(self, service: StandingService, context: RoomContext) -> None:
        super().__init__()
        self._service, self._context = service, context
        self._is_stale = True
        self._comparison = Comparison()
        self.device = QComboBox(self)
        self.device.setAccessibleName(self.tr("Device"))
        self.device.addItem(self.tr("All devices"), ALL)
        self.differing = ToggleChip(self.tr("Differences only"), self)
        self.told = label("", Role.CAPTION, wrap=True, parent=self)
        self.empty = EmptyState(Icon.COMPARE, "")
        self.panel = ComparePanel(self)
        self._source = Lines()
        self._columns = CompareColumns(self)
        self._place = QVBoxLayout()
        self.model: LazyTableModel[int, Line] | None = None
        self.table: TableView | None = None
        self._lay_out()
        self.device.activated.connect(lambda _: self.refresh())
        self.differing.toggled.connect(lambda _: self._show_lines())
        self.panel.closed.connect(self.panel.hide)
        self.panel.record_asked.connect(context.open_record)

    def arrive(self) -> None:
        """Compare, if anything has changed since."""
        if self._is_stale:
            self.refresh()
        self.device.setFocus()

    def forget(self) -> None:
        """Compare anew when this is next in sight."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Compare now; the sums here are brought up to date for it, in the writers' lane."""
        self._is_stale = False
        device = str(self.device.currentData())
        self._context.jobs.start(
            lambda _: self._service.comparison(*filter(None, [device])),
            owner=self,
            done=self._show,
            lane=Lane.WRITE,
        )

    def line_at(self, row: int) -> Line | None:
        """Return the line in *row* of the table."""
        return None if self.model is None else self.model.line_at(row)

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._source.kept = comparison.lines
        self._offer_devices(comparison.told)
        told = [each for each in comparison.told if each.at is not None]
        self.told.setText("\n".join(map(self._told_words, told)))
        self.told.setVisible(bool(told))
        self._build_table(told)
        count = sum(line.match not in {Match.EQUAL, Match.ON_ITS_WAY} for line in comparison.lines)
        self.differing.set_count(count)
        self._show_lines()

    def _show_lines(self) -> None:
        if self.model is None:
            return
        is_narrow = self.differing.isChecked()
        lines = self._comparison.lines
        keys = [
            place
            for place, line in enumerate(lines)
            if not is_narrow or line.match not in {Match.EQUAL, Match.ON_ITS_WAY}
        ]
        self._word_empty(is_narrow=is_narrow and bool(lines))
        self.model.show_keys(keys, {key: lines[key] for key in keys})

    def _word_empty(self, *, is_narrow: bool) -> None:
        if is_narrow:
            title = self.tr("No differences")
            text = self.tr("What is here and what the others have said they hold is the same.")
        else:
            title = self.tr("Nothing to compare yet")
            text = self.tr(
                "With each file a device says what it holds. Exchange with it once, then it"
                " stands here beside this computer."
            )
        self.empty.say(Icon.COMPARE, title, text)

    def _offer_devices(self, told: Sequence[Told]) -> None:
        known = {self.device.itemData(place) for place in range(self.device.count())}
        for each in told:
            if each.device.id not in known:
                self.device.addItem(each.device.name, each.device.id)

    def _told_words(self, told: Told) -> str:
        words = self.tr(
            "{device} as of its file {number} of {moment}; {changed} records changed here are not"
            " confirmed there. What it has changed since comes with its next file."
        )
        moment = "" if told.at is None else moment_words(told.at)
        return words.format(
            device=told.device.name,
            number=told.number,
            moment=moment,
            changed=f"{told.changed_here:,}",
        )

    def _build_table(self, told: Sequence[Told]) -> None:
        columns = self._columns.of(told)
        if self.model is not None and [each.key for each in columns] == [
            each.key for each in self.model.columns
        ]:
            return
        if self.table is not None:
            self.table.set_empty_state(None)
            self.empty.setParent(self)
            self.table.hide()
            self.table.deleteLater()
        self.model = LazyTableModel(self._source, columns, parent=self)
        self.table = TableView(self.model, name="comparison", jobs=self._context.jobs)
        self.table.setAccessibleName(self.tr("Comparison"))
        self.table.set_empty_state(self.empty)
        self.table.opened.connect(self._open)
        self._place.addWidget(self.table)

    def _open(self, key: Any) -> None:
        line = self._comparison.lines[cast("int", key)]
        devices = {str(each.device.id): each.device.name for each in self._comparison.told}
        # of several the one that differs most is opened
        device = max(line.cells, key=lambda each: list(Match).index(line.cells[each].match))
        self._context.jobs.start(
            lambda _: self._service.records(device, line.table, line.grid),
            owner=self,
            done=lambda found: self._show_records(line, devices[device], found),
        )

    def _show_records(self, line: Line, device: str, records: Sequence[RecordLine]) -> None:
        self.panel.show_records(line, device, records)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        bar = Toolbar(left)
        bar.add(self.device)
        bar.add(self.differing)
        bar.add_stretch()
        column.addWidget(bar)
        column.addWidget(self.told)
        column.addLayout(self._place, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.panel)
