"""The catalogue: lines at the left, items in the middle, one item as a guide at the right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.errors import ValidationFailedError
from ui.counter.guide_panel import GuidePanel
from ui.counter.item_bar import ItemBar
from ui.counter.item_columns import ItemColumns, ItemLine
from ui.counter.lines_tree import ALL, LinesTree
from ui.counter.sheet_panel import SheetPanel
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.lazy_table import LazyTableModel
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.items import Item, ItemId, VersionId
    from station_app.domain.negative_list import NegativeItem
    from ui.counter.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

NARROWEST, TREE = 380, 172
MOST_REFUSED = 2
NARROW, LESSER = 1100, ("materials", "goes_to")  # below this there is no room for these


class Found(NamedTuple):
    """What a look into the catalogue yields."""

    items: Sequence[Item]
    keys: Sequence[ItemId]


class CatalogueView(QWidget):
    """Shows what is found; changes are asked of whoever made it."""

    edit_asked = Signal(object)  # ItemLine
    new_asked = Signal()
    slip_asked = Signal(str)

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._search: Job | None = None
        self._found: Sequence[ItemId] = ()
        self._awaited = ""
        self._is_stale = True
        self._is_narrow = False
        self._lines: HeldLines[ItemId, ItemLine] = HeldLines()
        self.bar = ItemBar(self)
        self.tree = LinesTree(words.lines(), self)
        self.model = LazyTableModel(self._lines, ItemColumns(words, self).all(), parent=self)
        self.table = TableView(self.model, name="items", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Catalogue of items"))
        self.empty = EmptyState(Icon.SEARCH, "", parent=self.table)
        self.show_all = self.empty.add_action(self.tr("Show all items"), self._show_all)
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        self.panel = GuidePanel(words, context)
        self.sheet = SheetPanel(station, context, outlets)
        self.side = QStackedWidget()
        self.side.addWidget(self.panel)
        self.side.addWidget(self.sheet)
        self._lay_out()
        self._connect()
        context.gate.bind(Permission.ITEM_CHANGE, self.bar.new_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns to the guide where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for key in LESSER:
                self.table.setColumnHidden(self.table.columns.section(key), is_narrow)

    def arrive(self) -> None:
        """Show the catalogue as it is now, the cursor in the search line."""
        if self._is_stale:
            self.refresh()
        self.bar.arrive()

    def refresh(self) -> None:
        """Look for what is asked for."""
        self._is_stale = False
        words = self.bar.words()
        if self._search is not None:
            self._search.cancel()
        self._search = self._context.jobs.start(
            lambda _: look_up(self._station, words), owner=self, done=self._show
        )
        self._look_for_refusals(words)

    def show_item(self, key: ItemId) -> None:
        """Go to an item, whatever is looked for."""
        self._awaited = key
        self.bar.show_everything()
        self.tree.choose(ALL)
        self.side.setCurrentWidget(self.panel)
        self.refresh()

    def print_sheet(self) -> None:
        """Show the guide sheet of the item in sight, or print the one that is shown."""
        if self.side.currentWidget() is self.sheet:
            self.sheet.panel.print()
        elif (line := self.panel.line()) is not None:
            self._show_sheet(line.version.id)

    def save_sheet(self) -> None:
        """Save the guide sheet that is shown as a file."""
        if self.side.currentWidget() is self.sheet:
            self.sheet.panel.save()

    def _show(self, found: Found) -> None:
        today = self._context.clock.today()
        self._lines.held = {
            item.id: ItemLine(item, item.on(today), item.is_offered(today)) for item in found.items
        }
        self._found = [key for key in found.keys if self._is_wanted(key)]
        lines = (self._lines.held[key].version.particulars.line for key in self._found)
        self.tree.show_counts(Counter(lines))
        self._show_line()

    def _look_for_refusals(self, words: str) -> None:
        """Ask beside it what may not be issued: the first time papers have to be loaded."""
        if not words or not self._context.gate.allows(Permission.REFUSAL_GIVE):
            self.bar.show_refused(())
            return
        self._context.jobs.start(
            lambda _: self._station.refusals.matching(words),
            owner=self,
            done=lambda found: self._show_refused(words, found),
            lane=Lane.OUTSIDE,
        )

    def _show_refused(self, words: str, found: Sequence[NegativeItem]) -> None:
        if words == self.bar.words():
            self.bar.show_refused(found[:MOST_REFUSED])

    def _is_wanted(self, key: ItemId) -> bool:
        held = self._lines.held.get(key)
        return held is not None and (held.is_offered or self.bar.shows_retired())

    def _show_line(self) -> None:
        """Show those of what was found that belong to the line chosen."""
        line = self.tree.line()
        held = self._lines.held
        keys = [
            key for key in self._found if not line or held[key].version.particulars.line == line
        ]
        self._say_why(is_line=bool(line))
        self.model.show_keys(keys)
        self.model.forget_lines()
        self.count.setText(self.tr("Items: {count}").format(count=f"{len(keys):,}"))
        if self._awaited:
            # not there yet while what was found before is shown
            if self.table.go_to(self._awaited):
                self._awaited = ""
        elif keys and (self.bar.words() or not self.table.currentIndex().isValid()):
            self.table.selectRow(0)
        self._show_current()

    def _say_why(self, *, is_line: bool) -> None:
        if is_line and not self.bar.words():
            title = self.tr("No item belongs to this line yet")
            text = self.tr("A supervisor adds the station's own with Ctrl+N.")
        else:
            title = self.tr("Nothing is called that")
            text = self.tr("Try another word, the initials, or look in another line.")
        self.empty.say(Icon.SEARCH, title, text)

    def _show_all(self) -> None:
        self.bar.text.clear()
        self.tree.choose(ALL)
        self.bar.arrive()

    def _show_current(self) -> None:
        key = cast("ItemId", self.table.current_key())
        self.panel.show_line(self._lines.held.get(key))

    def _show_sheet(self, key: VersionId) -> None:
        line = self.panel.line()
        versions = () if line is None else line.item.versions
        for version in versions:
            if version.id == key:
                self.side.setCurrentWidget(self.sheet)
                self.sheet.show_version(version)

    def _leave_sheet(self) -> None:
        self.side.setCurrentWidget(self.panel)
        self.panel.sheet.setFocus()

    def _on_current(self) -> None:
        self.side.setCurrentWidget(self.panel)
        self._show_current()

    def _to_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)

    def _open(self, key: object) -> None:
        self.table.go_to(cast("ItemId", key))
        self._on_current()
        self.panel.sheet.setFocus()

    def _retire(self, reason: str) -> None:
        line = self.panel.line()
        if line is None:
            return
        item, name = line.item, line.version.particulars.name
        self._context.operations.perform(
            lambda _: self._station.items.retire(item.id, reason, version=item.version),
            owner=self,
            done=lambda _: self.panel.stop_asking(),
            failed=self._not_retired,
            label=self.tr("Retired {name}").format(name=name),
        )

    def _not_retired(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.panel.reason.refuse(self._words.problem(error.problems[0]))
        else:
            self.panel.reason.hide()
            self._context.failed(error)

    def _bring_back(self) -> None:
        line = self.panel.line()
        if line is None:
            return
        item, name = line.item, line.version.particulars.name
        self._context.operations.perform(
            lambda _: self._station.items.bring_back(item.id, version=item.version),
            owner=self,
            failed=self._context.failed,
            label=self.tr("Brought {name} back").format(name=name),
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.ITEMS in topics:
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.count.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        shelf = QFrame(self)
        shelf.setProperty("role", "steps")
        shelf.setFixedWidth(TREE)
        held = QVBoxLayout(shelf)
        held.setContentsMargins(Space.S, Space.M, Space.S, Space.S)
        held.addWidget(self.tree)
        self.side.setMinimumWidth(NARROWEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(shelf)
        row.addWidget(middle, 6)
        row.addWidget(self.side, 5)

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.gone_down.connect(self._to_table)
        self.bar.new_asked.connect(self.new_asked)
        self.bar.slip_asked.connect(self.slip_asked)
        self.tree.chosen.connect(lambda _: self._show_line())
        self.table.current_key_changed.connect(lambda _: self._on_current())
        self.table.opened.connect(self._open)
        self.panel.sheet_asked.connect(self._show_sheet)
        self.panel.edit_asked.connect(lambda: self.edit_asked.emit(self.panel.line()))
        self.panel.retire_asked.connect(self._retire)
        self.panel.bring_back_asked.connect(self._bring_back)
        self.sheet.closed.connect(self._leave_sheet)
        self._context.operations.touched.connect(self._on_touched)


def look_up(station: Station, words: str) -> Found:
    """Return the catalogue, and what *words* find in it; for a job."""
    return Found(station.items.catalogue(), station.items.find(words))
