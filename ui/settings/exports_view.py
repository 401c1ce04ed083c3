"""The register of exports (导出登记): what was given out, found by words, days and kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Topic
from station_app.domain.exports import ExportFilter, ExportLine
from ui.kit.buttons import ToggleChip
from ui.kit.empty_state import EmptyState
from ui.kit.fields import DateField
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon, icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label
from ui.settings.exports_columns import ExportColumns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from station_app.bootstrap import Station
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

WAIT_MS = 150
DAY_WIDTH = 132


class ExportsBar(Toolbar):
    """The search line, the days, the kinds."""

    changed = Signal()  # when nobody types any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self.changed)
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Number, person, recipient, purpose or file"))
        self.text.setAccessibleName(self.tr("Search the exports"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon(Icon.SEARCH, "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.since, self.until = self._day(self.tr("From day")), self._day(self.tr("To day"))
        self.full = ToggleChip(self.tr("In full"))
        self.approved = ToggleChip(self.tr("With a second person"))
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.add(self.text, 1)
        for day in (self.since, self.until):
            self.add(day)
        for chip in (self.full, self.approved):
            chip.toggled.connect(lambda _: self.changed.emit())
            self.add(chip)

    def chosen(self) -> ExportFilter:
        """Return what is looked for."""
        return ExportFilter(
            text=self.text.text(),
            since=self.since.value(),
            until=self.until.value(),
            is_full=self.full.isChecked(),
            is_approved=self.approved.isChecked(),
        )

    def _day(self, title: str) -> DateField:
        made = DateField(title)
        made.label.hide()
        made.line.setPlaceholderText(title)
        made.setFixedWidth(DAY_WIDTH)
        made.changed.connect(self._pause.start)
        return made


class NoExports(EmptyState):
    """What stands in an empty register: nothing given out yet, or nothing found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.EXPORT, "", parent=parent)

    def say_why(self, *, is_filtered: bool) -> None:
        """Say what to do about it."""
        self.say_either(
            Icon.EXPORT,
            nothing=(
                self.tr("No list has been given out yet"),
                self.tr("Each export stands here: who, to whom, what for. Nothing is deleted."),
            ),
            unfound=(self.tr("Nothing found"), self.tr("Try fewer words, or more days.")),
            is_filtered=is_filtered,
        )


class ExportsView(QWidget):
    """Every list that left, the latest first; only to be looked at."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._job: Job | None = None
        self._lines: HeldLines[str, ExportLine] = HeldLines()
        self.bar = ExportsBar()
        self.count = label("", Role.CAPTION)
        grounds = station.reference.table("legal_ground")
        columns = ExportColumns(grounds.name_of, self).all()
        self.model = LazyTableModel(self._lines, columns, parent=self)
        self.table = TableView(self.model, name="exports")
        self.table.setAccessibleName(self.tr("Register of exports"))
        self.empty = NoExports(self.table)
        self.table.set_empty_state(self.empty)
        self._lay_out()
        self.bar.changed.connect(self.refresh)
        context.operations.touched.connect(self._on_touched)

    def refresh(self) -> None:
        """Look for what is asked for."""
        chosen = self.bar.chosen()
        if self._job is not None:
            self._job.cancel()
        self._job = self._context.jobs.start(
            lambda _: self._station.export_register.lines(chosen),
            owner=self,
            done=self._show,
            failed=self._refused,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the register when it is first seen, and again each time."""
        super().showEvent(event)
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, NotPermittedError):
            self.empty.say(Icon.LOCK, self.tr("Not yours to see"), self._context.words(error))
        else:
            self._context.failed(error)

    def _show(self, lines: Sequence[ExportLine]) -> None:
        self.empty.say_why(is_filtered=self.bar.chosen() != ExportFilter())
        self._lines.held = {line.id: line for line in lines}
        self.model.show_keys(list(self._lines.held))
        self.count.setText(self.tr("Exports: {count}").format(count=f"{len(lines):,}"))

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.EXPORTS in topics and self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
