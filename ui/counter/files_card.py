"""The files (附件) of the case in sight: added by menu, clipboard or drop, opened, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_files import FileWhy
from station_app.domain.errors import RefusedError
from ui.counter.file_rows import FileRows
from ui.counter.given_files import given_at, pasted
from ui.kit.buttons import Button, Kind, MenuButton
from ui.kit.dialogs import choose_open_file
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Card
from ui.kit.tokens import Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.counter.case_files import CaseFile, CaseFileId
    from station_app.domain.counter.cases import CaseId
    from station_app.services.counter.case_files import CaseFileList
    from station_app.services.counter.cases import CasePage
    from station_app.services.progress import Progress
    from ui.counter.given_files import Given
    from ui.kit.room import RoomContext

KINDS = "JPEG, PNG, PDF (*.jpg *.jpeg *.png *.pdf)"
ADD_KEYS, PASTE_KEYS, LOOK_KEYS = "Ctrl+I", "Ctrl+V", "Alt+F"


class FilesCard(Card):
    """Reads the files anew whenever its case is shown anew."""

    asked = Signal(object, object)  # the files of the case, the one to be looked at
    known = Signal(object)  # the files of the case

    def __init__(self, station: Station, context: RoomContext, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Files"))
        self.title.show()
        self._station, self._context = station, context
        self._page: CasePage | None = None
        self._held: CaseFileList | None = None
        self.add_button = MenuButton(
            self.tr("Add a file…"), meaning=Icon.ADD, kind=Kind.LINK, parent=self
        )
        self.paste_button = Button(
            self.tr("Paste"), meaning=Icon.COPY, kind=Kind.LINK, parent=self
        )
        self.paste_button.setToolTip(self.tr("Take a picture or file from the clipboard (Ctrl+V)"))
        self.add_button.menu_shown.aboutToShow.connect(self._fill_menu)
        self.paste_button.on_click(self.paste)
        self.head.addWidget(self.paste_button)
        self.head.addWidget(self.add_button)
        self.rows = FileRows(context.gate, self)
        self.nothing = label("", Role.MUTED, wrap=True, parent=self)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.nothing)
        self.rows.opened.connect(self.look_at)
        self.rows.discarded.connect(self.discard)
        self.rows.picture_asked.connect(self._ask_picture)
        for button in (self.add_button, self.paste_button):
            context.gate.bind(Permission.FILE_WRITE, button)

    def show_page(self, page: CasePage) -> None:
        """Show the files of the case of *page*."""
        if self._page is None or self._page.case.id != page.case.id:
            self._held = None
            self.rows.show_files(())
            self.nothing.setText("")
        self._page = page
        key = page.case.id
        self._context.jobs.start(
            lambda _: self._station.case_files.of(key),
            owner=self,
            done=partial(self._show, key),
            failed=self._context.failed,
        )

    def files(self) -> Sequence[CaseFile]:
        """Return the files that are shown."""
        return () if self._held is None else self._held.files

    def open_menu(self) -> None:
        """Ask what the file that is added shows."""
        if self._may_add():
            self.add_button.click()

    def look(self) -> None:
        """Look at the first file, or say that there is none."""
        if not self.files():
            self._context.notices.say(self.tr("This case has no files yet."), Tone.INFO)
        elif self._context.gate.allows(Permission.FILE_READ):
            self.look_at(self.files()[0])

    def look_at(self, file: CaseFile) -> None:
        """Look at *file*, and from it at the others."""
        self.asked.emit(self.files(), file)

    def choose(self, material: str = "") -> None:
        """Add a file that is picked."""
        path = choose_open_file(self, title=self.tr("Add a file"), kinds=KINDS)
        if path is not None:
            self.take([given_at(path)], material)

    def paste(self) -> None:
        """Add what the clipboard holds, or say that it holds no file."""
        if not self._may_add():
            return
        given = pasted(self.picture_name())
        if given:
            self.take(given)
        else:
            words = self.tr("The clipboard holds neither a picture nor a file.")
            self._context.notices.say(words, Tone.INFO)

    def take(self, given: Sequence[Given], material: str = "") -> None:
        """Keep what was brought, each file by itself: what is refused keeps no other out."""
        page = self._page
        if page is None or not self._may_add():
            return
        for each in given:
            self._context.operations.perform(
                partial(self._add, page.case.id, each, material),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Added the file {name}").format(name=each.name),
            )

    def discard(self, file: CaseFile) -> None:
        """Put *file* into the bin."""
        files = self._station.case_files
        self._context.operations.perform(
            lambda _: files.put_into_bin(file.id),
            owner=self,
            failed=self._context.failed,
            label=self.tr("Put the file {name} into the bin").format(name=file.name),
        )

    def may_add(self) -> bool:
        """Whether a file may be added just now."""
        return self._page is not None and not self._why_not()

    def picture_name(self) -> str:
        """Return what a picture without a name is called."""
        return self.tr("Picture {moment}").format(
            moment=self._context.clock.now().strftime("%Y%m%d-%H%M%S")
        )

    def _ask_picture(self, file: CaseFile) -> None:
        """Have a small picture of *file* made, beside all other work."""
        if not file.is_here or not self._context.gate.allows(Permission.FILE_READ):
            return
        self._context.jobs.start(
            lambda progress: self._station.case_files.small(file.id, progress),
            owner=self,
            done=partial(self.rows.show_picture, file),
            # the sign of its kind stands there; what is wrong with it is told when it is opened
            failed=lambda _: None,
            lane=Lane.OUTSIDE,
        )

    def _add(
        self, case: CaseId, given: Given, material: str, progress: Progress
    ) -> Done[CaseFileId]:
        files = self._station.case_files
        content = given.read(self._station.reference.file_rules.given)
        return files.add(case, given.name, content, material=material, progress=progress)

    def _may_add(self) -> bool:
        why = self._why_not()
        if why:
            self._context.notices.say(why, Tone.WARN)
        return self._page is not None and not why

    def _why_not(self) -> str:
        reason = self._context.gate.reason(Permission.FILE_WRITE)
        held = self._held
        if reason or held is None or not held.why:
            return reason
        rules = held.rules
        facts = {"files": rules.files, "case": rules.case >> 20}
        return self._context.words(RefusedError(held.why, **facts))

    def _show(self, key: CaseId, held: CaseFileList) -> None:
        if self._page is None or self._page.case.id != key:
            return
        self._held = held
        why, count = self._why_not(), len(held.files)
        self.rows.show_files(held.files, why=why if held.why == FileWhy.ARCHIVED else "")
        title = self.tr("Files")
        self.title.setText(f"{title} ({count})" if count else title)
        self.nothing.setText(
            why
            or self.tr(
                "Photograph or scan what was brought: drop files here, paste them, or choose"
                " them ({keys}). JPEG, PNG or PDF, at most {most} MB."
            ).format(keys=ADD_KEYS, most=held.rules.given >> 20)
        )
        self.nothing.setVisible(not held.files or bool(why))
        if self._context.gate.allows(Permission.FILE_WRITE):
            self.add_button.refuse(why)
            self.paste_button.refuse(why)
        self.known.emit(held.files)

    def _fill_menu(self) -> None:
        menu = self.add_button.menu_shown
        menu.clear()
        menu.addAction(self.tr("For the whole case…")).triggered.connect(partial(self.choose, ""))
        names = () if self._page is None else self._page.materials
        if names:
            menu.addSeparator()
        for name in dict.fromkeys(each.name for each in names):
            menu.addAction(f"{name}…").triggered.connect(partial(self.choose, name))
