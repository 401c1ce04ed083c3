"""A file of a case in the place of the case: fitted, nearer, turned, the next one; given out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_files import ENDINGS, FileKind
from station_app.domain.errors import RefusedError, StationError
from station_app.services.certificates.preview import page_of, turned
from ui.counter.file_rows import size_words
from ui.counter.words import DOT
from ui.kit.buttons import Button, IconButton, MenuButton
from ui.kit.empty_state import EmptyState
from ui.kit.handing_out import SAFE_NAME
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key, list_key
from ui.kit.moments import moment_words
from ui.kit.paper_view import PaperView
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import FlowLayout, SidePanel
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.counter.case_files import CaseFile
    from station_app.services.counter.cases import CasePage
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

DPI = 200.0  # of a picture: a sheet of A4 that was scanned is shown as large as it is
WHOLE = 4  # quarters of a turn


class CaseFilePanel(SidePanel):
    """Shows one file of several; each that is shown is noted. Nothing is written for it."""

    discard_asked = Signal(object)  # CaseFile

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets) -> None:
        super().__init__()
        self._station, self._context, self._outlets = station, context, outlets
        self._files: Sequence[CaseFile] = ()
        self._page: CasePage | None = None
        self._at = -1
        self._turn = 0
        self._content = b""
        self.view = PaperView(context.jobs, self)
        self.view.setAccessibleName(self.tr("The file"))
        self.view.fit_page()
        self.empty = EmptyState(Icon.FILE, "", parent=self)
        self._stack = QStackedWidget(self)
        self.reason = ReasonForm(self)
        self.shows = MenuButton("", meaning=Icon.TAG, parent=self)
        self.save = Button(self.tr("Save a copy…"), meaning=Icon.SAVE, parent=self)
        self.away = IconButton(Icon.BIN, self.tr("Put into the bin (Del)"), parent=self)
        self._lay_out()
        self._connect()
        self._add_keys()

    def file(self) -> CaseFile | None:
        """Return which file is shown."""
        return self._files[self._at] if 0 <= self._at < len(self._files) else None

    def show_files(self, page: CasePage, files: Sequence[CaseFile], file: CaseFile) -> None:
        """Show *file*, one of *files* of the case of *page*."""
        self._page, self._files = page, files
        self._go_to(files.index(file))
        self.view.setFocus()

    def renew(self, files: Sequence[CaseFile]) -> bool:
        """Hold what files there are now; false when the one in sight is among them no more."""
        file = self.file()
        if file is None:
            return True
        at = next((at for at, each in enumerate(files) if each.id == file.id), None)
        if at is None:
            return False
        self._files, self._at = files, at
        self._say_what()
        return True

    def forget(self) -> None:
        """Show no file any more."""
        self._files, self._at, self._content = (), -1, b""
        self.reason.hide()
        self.view.show_pdf(b"")

    def step(self, way: int) -> None:
        """Go to the next file, or to the one before."""
        if len(self._files) > 1:
            self._go_to((self._at + way) % len(self._files))

    def turn(self, quarters: int) -> None:
        """Turn what is shown; the file stays as it is."""
        self._turn = (self._turn + quarters) % WHOLE
        self._draw()

    def ask_copy(self) -> None:
        """Ask why a copy is given out: it is noted, as with every export."""
        reason = self._context.gate.reason(Permission.FILE_GIVE_OUT)
        file = self.file()
        if reason:
            self._context.notices.say(reason, Tone.WARN)
        elif file is not None and self._content:
            self.reason.ask(
                self.tr("A copy of {name} leaves the station. Why?").format(name=file.name),
                action=self.tr("Save a copy…"),
                reasons=(
                    self.tr("Asked for by the office"),
                    self.tr("Asked for by the applicant"),
                ),
            )

    def save_copy(self, path: Path, reason: str) -> None:
        """Give a copy out to *path*."""
        file, files = self.file(), self._station.case_files
        if file is None:
            return
        self.reason.hide()
        said = self.tr("Saved a copy as {name}").format(name=path.name)
        self._context.operations.perform(
            lambda _: files.give_out(file.id, path, reason),
            owner=self,
            done=lambda _: self._context.notices.say(said, Tone.OK),
            failed=self._context.failed,
        )
        self.view.setFocus()

    def _go_to(self, at: int) -> None:
        self._at, self._turn, self._content = at, 0, b""
        self.reason.hide()
        self._say_what()
        file = self.file()
        if file is None:
            return
        if not file.is_here:
            self._refuse(RefusedError("case-file.elsewhere", name=file.name))
            return
        self._show_tools(is_shown=True)
        files = self._station.case_files
        self._context.operations.perform(
            lambda _: files.content(file.id),
            owner=self,
            done=partial(self._hold, file),
            failed=self._not_read,
        )

    def _hold(self, file: CaseFile, content: bytes) -> None:
        if file == self.file():
            self._content = content
            self._draw()

    def _draw(self) -> None:
        """Make pages of what is held, turned as it is, and show them."""
        file, content, turn = self.file(), self._content, self._turn
        if file is None or not content:
            return

        def pages() -> bytes:
            pdf = content if file.kind is FileKind.PDF else page_of(content, dpi=DPI)
            return turned(pdf, turn)

        self._context.jobs.start(
            lambda _: pages(),
            owner=self,
            done=partial(self._show, file, turn),
            failed=lambda _: self._refuse(RefusedError("case-file.damaged", name=file.name)),
            lane=Lane.OUTSIDE,
        )

    def _show(self, file: CaseFile, turn: int, pdf: bytes) -> None:
        if (file, turn) == (self.file(), self._turn):
            self.view.show_pdf(pdf)

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, StationError):
            self._refuse(error)
        else:
            self._context.failed(error)

    def _refuse(self, error: StationError) -> None:
        self._content = b""
        self.empty.say(Icon.WARN, self._context.words(error), "")
        self._show_tools(is_shown=False)

    def _show_tools(self, *, is_shown: bool) -> None:
        self.view.show_pdf(b"")
        self._stack.setCurrentWidget(self.view if is_shown else self.empty)
        self.save.setVisible(is_shown)

    def _say_what(self) -> None:
        file, count = self.file(), len(self._files)
        if file is None:
            return
        place = self.tr("{number} of {count}").format(number=self._at + 1, count=count)
        added = moment_words(file.added_at) if file.added_at else ""
        by = file.added_by.partition("@")[0]
        told = (place if count > 1 else "", size_words(file.size), added, by)
        self.show_heading(file.name, DOT.join(filter(None, told)))
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)
        self.shows.setText(file.material or self.tr("The whole case"))
        self.shows.setToolTip(self.tr("What the file shows: choose the material"))

    def _fill_menu(self) -> None:
        menu = self.shows.menu_shown
        menu.clear()
        materials = () if self._page is None else self._page.materials
        menu.addAction(self.tr("The whole case")).triggered.connect(lambda: self._assign(""))
        for name in dict.fromkeys(each.name for each in materials):
            menu.addAction(name).triggered.connect(partial(self._assign, name))

    def _assign(self, material: str) -> None:
        file, files = self.file(), self._station.case_files
        if file is None or file.material == material:
            return
        self._context.operations.perform(
            lambda _: files.assign(file.id, material),
            owner=self,
            failed=self._context.failed,
            label=self.tr("{name} now shows: {material}").format(
                name=file.name, material=material or self.tr("The whole case")
            ),
        )

    def _discard(self) -> None:
        if self.file() is not None:
            self.discard_asked.emit(self.file())

    def _choose_place(self, reason: str) -> None:
        file = self.file()
        if file is None:
            return
        if not reason.strip():
            self.reason.refuse(self.tr("Say why: it is noted with the copy."))
            return
        self.reason.act.setEnabled(True)
        path = self._outlets.choose_file(
            self,
            title=self.tr("Save a copy"),
            kinds=f"{file.kind.value.upper()} (*{ENDINGS[file.kind][0]})",
            suggested=file.name.translate(SAFE_NAME),
        )
        if path is not None:
            self.save_copy(path, reason)

    def _tools(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(Space.M, Space.S, Space.M, 0)
        row.setSpacing(Space.XS)
        self.previous = self._tool(
            Icon.PREVIOUS, self.tr("File before (←)"), partial(self.step, -1)
        )
        self.next = self._tool(Icon.NEXT, self.tr("Next file (→)"), partial(self.step, 1))
        tools = (
            self.previous,
            self.next,
            self._tool(Icon.FARTHER, self.tr("Smaller (-)"), self.view.go_farther),
            self._tool(Icon.NEARER, self.tr("Larger (+)"), self.view.come_nearer),
            self._tool(
                Icon.FIT_WIDTH, self.tr("As wide as there is room (0)"), self.view.fit_width
            ),
            self._tool(Icon.FIT_PAGE, self.tr("Whole page (9)"), self.view.fit_page),
            self._tool(
                Icon.TURN_LEFT, self.tr("Turn to the left (Shift+R)"), partial(self.turn, -1)
            ),
            self._tool(Icon.TURN_RIGHT, self.tr("Turn to the right (R)"), partial(self.turn, 1)),
        )
        for tool in tools:
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self.away)
        return held

    def _tool(self, meaning: Icon, name: str, act: Callable[[], None]) -> IconButton:
        button = IconButton(meaning, name, parent=self)
        button.clicked.connect(lambda _checked: act())
        return button

    def _lay_out(self) -> None:
        acts = QWidget(self)
        margins = QVBoxLayout(acts)
        margins.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        flow = FlowLayout()
        margins.addLayout(flow)
        for button in (self.shows, self.save):
            flow.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._tools(), acts, self.reason):
            column.addWidget(part)
        as_it_comes = QSizePolicy.Policy.Ignored  # a low window makes the picture low
        self._stack.setSizePolicy(as_it_comes, as_it_comes)
        for each in (self.view, self.empty):
            self._stack.addWidget(each)
        column.addWidget(self._stack, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(column)
        self.close_button.setToolTip(self.tr("Back to the case (Esc)"))

    def _connect(self) -> None:
        gate = self._context.gate
        gate.bind(Permission.FILE_WRITE, self.shows, self.away)
        gate.bind(Permission.FILE_GIVE_OUT, self.save)
        self.shows.menu_shown.aboutToShow.connect(self._fill_menu)
        self.save.on_click(self.ask_copy)
        self.away.clicked.connect(lambda _checked: self._discard())
        self.reason.given.connect(self._choose_place)
        self.reason.left.connect(self._leave_reason)

    def _leave_reason(self) -> None:
        self.reason.hide()
        self.view.setFocus()

    def _add_keys(self) -> None:
        group = self.tr("File of a case")
        for keys, text, slot in (
            ("Left", self.tr("File before"), partial(self.step, -1)),
            ("Right", self.tr("Next file"), partial(self.step, 1)),
            ("R", self.tr("Turn to the right"), partial(self.turn, 1)),
            ("Shift+R", self.tr("Turn to the left"), partial(self.turn, -1)),
            ("Del", self.tr("Put into the bin"), self._discard),
        ):
            add_key(self.view, keys, text, slot, group=group)
        add_key(self, "Escape", self.tr("Back to the case"), self.closed.emit, group=group)
        for keys, text in (
            ("Ctrl+S", self.tr("Save a copy…")),
            ("+", self.tr("Larger")),
            ("-", self.tr("Smaller")),
            ("0", self.tr("As wide as there is room")),
            ("9", self.tr("Whole page")),
        ):
            list_key(self.view, keys, text, group=group)
