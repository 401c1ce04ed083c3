"""The residents' page: filters, a table over everybody, one person one file beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.residents.filters import ResidentFilter
from ui.kit.buttons import Kind
from ui.kit.icons import Icon, icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key, list_key
from ui.kit.surfaces import Toolbar
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label
from ui.residents.exporting import ExportButton
from ui.residents.file_panel import FilePanel
from ui.residents.filter_bar import FilterBar
from ui.residents.leading import head_of, somebody_at
from ui.residents.nobody import NobodyHere
from ui.residents.saved_lists import SavedListsButton
from ui.residents.side import READING, Side
from ui.residents.table import ResidentsTable
from ui.residents.tasks import Tasks
from ui.residents.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from station_app.domain.residents.people import ResidentId
    from ui.kit.room import RoomContext

TABLE_AT_LEAST = 320
PREPARE_AFTER_MS = 1500  # what forms offer is made ready when the table stands
COMPACT = 1000  # below this width work on a task takes the whole page
WATCHED = frozenset({Topic.RESIDENTS, Topic.PLACES})


class ResidentsPage(QWidget):
    """The tab of residents. *places* makes the panel over grids and buildings.

    *first* are the first of all residents by name, if they have been read already.
    """

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        *,
        places: Callable[[], QWidget] | None = None,
        first: FirstLines | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._station = station
        self._context = context
        self._make_places = places
        self._first = first
        self._has_arrived = False
        self._prepare = QTimer(self, singleShot=True, interval=PREPARE_AFTER_MS)
        self.words = Words(station, self)
        self.tasks = Tasks(station, context, self.words)
        self.table = ResidentsTable(station, context, self.words)
        self.filters = FilterBar(station, context, self.words)
        self.lists = SavedListsButton(station, context, self.filters.value)
        self.file = FilePanel(station, context, self.words, self.tasks)
        self.side = Side(self.file, context, self)
        self._lay_out()
        self._connect()
        self._add_keys()

    def arrive(self) -> None:
        """Put the cursor into the table."""
        # Nothing is read before the tab is seen: start-up has to stay near an empty window.
        if not self._has_arrived:
            self._has_arrived = True
            self.table.show_all(self._first)
            self.filters.reload()
            self.lists.reload()
            self._prepare.start()
        self.table.view.setFocus()

    def open_record(self, kind: str, key: str) -> None:
        """Show a resident, a household by its head, a dwelling by who lives there.

        ``new-resident`` begins to register somebody; ``residents`` shows everybody.
        """
        # A record may be asked for by the search box before the tab was ever shown.
        if not self._has_arrived:
            self.arrive()
        if kind == "resident":
            self.show_person(key)
        elif kind in {"household", "dwelling"}:
            find = head_of if kind == "household" else somebody_at
            self._context.jobs.start(
                lambda _: find(self._station, key),
                owner=self,
                done=lambda found: self._show_found(kind, found),
            )
        elif kind == "new-resident":
            self.register()
        else:
            self.filters.clear()

    def has_unsaved(self) -> bool:
        """Whether something typed is not saved.

        The shell asks before the station is locked or the window closed.
        """
        return self.side.has_unsaved()

    def show_person(self, key: str) -> None:
        """Open the file of a resident, and go to the line if it is shown."""
        self.file.show_person(key)
        self.side.show_file()
        self.table.view.setFocus()  # whoever came by the search box goes on by keys
        resident: ResidentId = key  # type: ignore[assignment]  # keys travel as text in signals
        lists = self._station.lists
        self._context.jobs.start(
            lambda _: lists.line_of(resident), owner=self, done=self.table.go_to
        )

    def register(self) -> None:
        """Begin to register somebody new.

        The form stands beside the table; what another form held is kept and offered back.
        """
        self.side.open_task(self.tasks.new_person())

    def show_places(self) -> None:
        """Open the panel over grids and buildings.

        Another room makes it, for rooms do not know one another.
        """
        if self._make_places is not None:
            self.side.show_places(self._make_places)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QWidget(self)
        top = QVBoxLayout(self.head)
        top.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        top.setSpacing(Space.M)
        top.addWidget(self._toolbar())
        top.addWidget(self.filters)
        column.addWidget(self.head)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        # A pane dragged to nothing would look lost; Esc and Close are the ways to hide one.
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        # The file takes what it needs, the table all the rest.
        self.table.setMinimumWidth(TABLE_AT_LEAST)
        column.addWidget(self.splitter, 1)
        self.nobody = NobodyHere(
            bring_in=self._import, register=self.register, clear=self.filters.clear
        )
        self.table.view.set_empty_state(self.nobody)

    def _toolbar(self) -> Toolbar:
        bar = Toolbar(self)
        self.count = label("", Role.SUBTITLE, parent=self)
        self.selected = label("", Role.MUTED, parent=self)
        bar.add(self.count)
        bar.add(self.selected)
        bar.add_stretch()
        bar.add(self.lists)
        self.places_button = bar.add_button(
            self.tr("Grids and buildings"), self.show_places, meaning=Icon.BUILDING
        )
        self.places_button.setVisible(self._make_places is not None)
        self.exports = ExportButton(
            self._station,
            self._context,
            keys=self.table.keys_to_export,
            columns=lambda: [column.key for column in self.table.view.shown_columns()],
            parent=self,
        )
        bar.add(self.exports)
        bar.add_button(self.tr("Bring in a roster"), self._import, meaning=Icon.IMPORT)
        self.new_button = bar.add_button(
            self.tr("New resident"),
            self.register,
            meaning=Icon.ADD,
            kind=Kind.PRIMARY,
            keys="Ctrl+N",
        )
        return bar

    def _connect(self) -> None:
        self.filters.changed.connect(lambda: self.table.show_filter(self.filters.value()))
        self.lists.opened.connect(self.filters.take)
        self.lists.recent_asked.connect(self.table.show_recent)
        self.table.counted.connect(self._show_count)
        self._prepare.timeout.connect(self._prepare_words)
        self.table.person_chosen.connect(self._follow_cursor)
        self.table.person_opened.connect(self._open_clicked)
        self.table.view.selection_changed.connect(self._show_selected)
        self.table.view.menu_requested.connect(self._show_menu)
        self.table.view.copied.connect(self._tell_copied)
        self.side.shown.connect(self._give_room)
        self.side.emptied.connect(self._give_room_back)
        self.side.person_asked.connect(self.show_person)
        self.side.place_asked.connect(self._narrow_to_place)
        self.file.acts.record_asked.connect(self._context.open_record)
        self._context.operations.touched.connect(self._on_touched)

    def _add_keys(self) -> None:
        group, view, actions = self.tr("Residents"), self.table.view, self.file.acts
        list_key(self, "Ctrl+N", self.tr("New resident"), group=group)
        list_key(self, "Return", self.tr("Open the file of the line"), group=group)
        list_key(self, "Ctrl+C", self.tr("Copy the lines as seen"), group=group)
        # Esc and Del only while the table has the cursor: in a form they belong to its fields.
        for keys, text, slot in (
            ("Esc", self.tr("Close the file"), self.side.close_file),
            ("Del", self.tr("Put the person shown into the bin"), self._discard_shown),
        ):
            add_key(view, keys, text, slot, group=group)
        for keys, text, slot in (
            ("Ctrl+E", self.tr("Correct the particulars"), actions.correct_particulars),
            ("Ctrl+M", self.tr("Move"), actions.move),
            ("Ctrl+R", self.tr("Record a verification"), actions.record_verification),
            ("Ctrl+T", self.tr("Change the tags"), actions.correct_tags),
            ("Ctrl+P", self.tr("Issue a certificate"), actions.ask_certificate),
            ("Alt+Left", self.tr("Back to the former person"), self.file.go_back),
            ("Ctrl+Backspace", self.tr("Clear all filters"), self.filters.clear),
        ):
            add_key(self, keys, text, slot, group=group)

    def _prepare_words(self) -> None:
        words = self.words
        self._context.jobs.start(
            lambda _: words.prepare(), owner=self, done=lambda _: None, lane=Lane.OUTSIDE
        )

    def _give_room(self, wanted: int) -> None:
        room = self.splitter.width()
        # At 150 % on a small screen a form beside the table would leave room for neither.
        is_whole = room < COMPACT and wanted > READING
        self.table.setVisible(not is_whole)
        self.head.setVisible(not is_whole)
        if not is_whole and self.side.width() != wanted:
            self.splitter.setSizes([max(room - wanted, TABLE_AT_LEAST), wanted])
        if wanted == READING:
            self.table.view.setFocus()  # else the cursor strays when a form goes

    def _give_room_back(self) -> None:
        self.table.show()
        self.head.show()
        self.table.view.setFocus()

    def _follow_cursor(self, key: str) -> None:
        # Arrow keys turn the pages of an open file; they never open one, nor leave a form.
        if self.side.is_reading():
            self._show_if_new(key)

    def _open_clicked(self, key: str) -> None:
        self._show_if_new(key)
        self.side.show_file()

    def _show_if_new(self, key: str) -> None:
        if key != self.file.key():
            self.file.show_person(key)

    def _show_count(self, count: int) -> None:
        self.count.setText(self._counted(count))
        self.exports.refuse("" if count else self.tr("There is nobody to export."))
        self.filters.count_toggles()
        if not count:
            self.nobody.explain(self.table.filter)

    def _counted(self, count: int) -> str:
        if self.table.is_narrowed():
            one, many = self.tr("1 person found"), self.tr("{count} people found")
        else:
            one, many = self.tr("1 person"), self.tr("{count} people")
        return one if count == 1 else many.format(count=f"{count:,}")

    def _show_selected(self, count: int) -> None:
        some = count > 1
        self.selected.setText(
            self.tr("{count} selected").format(count=f"{count:,}") if some else ""
        )

    def _show_menu(self, place: QPoint) -> None:
        menu, actions = QMenu(self), self.file.acts
        # A menu without an owner stays in memory for as long as the page lives.
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(Icon.COPY), self.tr("Copy as seen"), self.table.view.copy_selected)
        menu.addAction(icon(Icon.EXPORT), self.tr("Export what is seen…"), self.exports.ask_path)
        if self.file.key():
            menu.addSeparator()
            menu.addAction(icon(Icon.CERTIFICATE), self.tr("Certificate"), actions.ask_certificate)
            menu.addAction(icon(Icon.MOVE), self.tr("Move…"), actions.move)
        menu.popup(place)

    def _tell_copied(self, count: int) -> None:
        words = self.tr("Copied {count} lines, numbers masked").format(count=f"{count:,}")
        self._context.notices.say(words, Tone.INFO)

    def _discard_shown(self) -> None:
        # No question is asked: the notice offers to undo it (product.md, every screen).
        if self.side.is_reading() and self.file.key() and not self.file.acts.person.blocked():
            self.file.acts.put_into_bin()

    def _import(self) -> None:
        self._context.open_record("import", "")

    def _narrow_to_place(self, condition: str, key: str) -> None:
        self.filters.take(ResidentFilter(**{condition: (key,)}))  # type: ignore[arg-type]  # a tuple of keys

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        # What is not on the screen yet is read when the tab is first shown.
        if not topics & WATCHED or not self._has_arrived:
            return
        self.filters.reload()
        self.lists.reload()
        self.table.refresh()
        self.file.reload()

    def _show_found(self, kind: str, key: str) -> None:
        if key:
            self.show_person(key)
            return
        words = {
            "household": self.tr("This household has no members."),
            "dwelling": self.tr("Nobody lives at this address now."),
        }
        self._context.notices.say(words[kind], Tone.INFO)
