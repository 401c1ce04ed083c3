"""One person one file (一人一档), beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import Hindrance, NotPermittedError
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, SidePanel, line
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill
from ui.residents.actions import PersonActions
from ui.residents.file_bar import FileBar
from ui.residents.file_pages import FilePages

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from station_app.services.residents.lists import PersonFile
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext
    from ui.residents.tasks import Tasks
    from ui.residents.words import Words


class FilePanel(SidePanel):
    """Shows one person's file and leads to all that can be done with it.

    It reads, and heads what it has read; what the buttons do is :class:`PersonActions`', what
    is told of the person :class:`FilePages`'.
    """

    shown = Signal(str)  # key of the resident

    def __init__(self, station: Station, context: RoomContext, words: Words, tasks: Tasks) -> None:
        super().__init__()
        self._station = station
        self._context = context
        self._words = words
        self._job: Job | None = None
        self._trail: list[str] = []
        self.acts = PersonActions(station, context, tasks, self)
        self._add_buttons()
        self.bar = FileBar(self.acts, self)
        self.pages = FilePages(station, context, self.acts, words, self)
        self._lay_out()
        self.acts.person_asked.connect(self.follow)

    def key(self) -> str:
        """Return the key of the person shown, empty for nobody."""
        file = self.acts.person.file
        return "" if file is None else file.resident.id

    def show_person(self, key: str) -> None:
        """Show the file of the resident *key*; the way back begins here."""
        # Only links within files leave a trail; a new search begins a new one.
        self._trail.clear()
        self._load(key)

    def follow(self, key: str) -> None:
        """Show somebody whom this file leads to; there is a way back."""
        if self.key():
            self._trail.append(self.key())
        self._load(key)

    def go_back(self) -> None:
        """Show the person from whom one has come."""
        if self._trail:
            self._load(self._trail.pop())

    def reload(self) -> None:
        """Read the file anew after something has changed.

        Page and place in it stay.
        """
        if self.key():
            self._load(self.key())

    def show_page(self, page: str) -> None:
        """Turn to a page of the file."""
        self.pages.show_page(page)

    def _load(self, key: str) -> None:
        if self._job is not None:
            self._job.cancel()
        lists = self._station.lists
        resident: ResidentId = key  # type: ignore[assignment]  # keys travel as text in signals
        self._job = self._context.jobs.start(
            lambda _: lists.file(resident),
            owner=self,
            done=self._show,
            failed=lambda error: self._not_shown(key, error),
        )

    def _not_shown(self, key: str, error: Exception) -> None:
        """Let go of somebody who has moved out of one's grids; nothing more is told of him."""
        is_outside = isinstance(error, NotPermittedError) and error.facts["why"] is Hindrance.SCOPE
        if key != self.key() or not is_outside:
            self._context.failed(error)
            return
        name = self.acts.person.resident().particulars.name
        self.acts.person.file = None
        self.closed.emit()
        self._context.notices.say(
            self.tr("{name} is outside your grids now and is not shown any more.").format(
                name=name
            ),
            Tone.INFO,
        )

    def _show(self, file: PersonFile) -> None:
        is_same = file.resident.id == self.key()
        self.acts.person.file = file
        self._show_head(file)
        self.bar.show_person()
        self.pages.show_person(anew=is_same)
        self.shown.emit(file.resident.id)

    def _show_head(self, file: PersonFile) -> None:
        person, words = file.resident, self._words
        today = self._context.clock.today()
        summary = words.summary(person.particulars, today=today)
        self.show_heading(person.particulars.name, summary)
        self.pills.clear()
        self.pills.addWidget(Pill(words.standing(person.standing), words.tone(person.standing)))
        for tag in file.tags:
            if tag.holds_on(today) and not words.is_restricted(tag.code):
                self.pills.addWidget(Pill(words.name_of("tag", tag.code), meaning=Icon.TAG))
        self._back.setVisible(bool(self._trail))
        self._binned.setVisible(person.is_binned)

    def _add_buttons(self) -> None:
        self._back = IconButton(
            Icon.BACK, self.tr("Back to the former person (Alt+Left)"), parent=self
        )
        self._back.clicked.connect(self.go_back)
        self._back.hide()
        self.action_row.addWidget(self._back)
        self._binned = Banner(self.tr("This record is in the bin."), Tone.WARN, self)
        back = self._binned.add_action(self.tr("Put back"), self.acts.take_from_bin)
        self._context.gate.bind(Permission.RESIDENT_BIN, back)
        self._binned.hide()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self._binned)
        top.addLayout(self.bar.row)
        top.addWidget(self.pages.choice)
        self.body.addLayout(top)
        self.body.addWidget(line(self))
        self.body.addWidget(self.pages, 1)
        self.body.setSpacing(0)
