"""The settings: the station, its limits, its keys and backups, and how the window looks."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.errors import ValidationFailedError
from ui.kit.buttons import Button
from ui.kit.icons import Icon, icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label
from ui.settings.about import AboutCard
from ui.settings.appearance import AppearanceCard
from ui.settings.particulars import ParticularsForm
from ui.settings.rows import SettingRow, SettingsCard
from ui.settings.security import SecurityCard

if TYPE_CHECKING:
    from datetime import datetime

    from station_app.domain.settings import Settings
    from station_app.services.access import AccessService, StationHome
    from station_app.services.keeping import KeepingService
    from station_app.services.settings import SettingsService
    from ui.kit.room import RoomContext

LIST_WIDTH = 220
CONTENT_WIDTH = 760


class SettingsPage(QWidget):
    """Sections at the left, the chosen one at the right.

    What stands on papers is saved with a button and can be undone, as records are; looks
    hold at once. Printing a paper key and restarting are the program's: it is asked by
    signals.
    """

    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey
    backed_up = Signal()

    def __init__(
        self,
        service: SettingsService,
        keeping: KeepingService,
        *,
        access: AccessService,
        home: StationHome,
        context: RoomContext,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._service, self._keeping, self._context = service, keeping, context
        self.appearance = AppearanceCard()
        self.form = ParticularsForm()
        self.security = SecurityCard(access, home, context)
        self.backup_now = Button(self.tr("Back up now"), meaning=Icon.BACKUP)
        self._backup_row = SettingRow(Icon.BACKUP, self.tr("Last backup"), self.backup_now)
        self.sections = QListWidget(self)
        self.stack = QStackedWidget(self)
        self._lay_out(home)
        self.form.submitted.connect(self._change)
        self.form.left.connect(self._leave_form)
        self.form.changed.connect(self._show_state)
        self.security.print_asked.connect(self.print_asked)
        self.security.save_asked.connect(self.save_asked)
        self.backup_now.on_click(self.back_up)
        context.operations.touched.connect(self._on_touched)
        self.refresh()

    def arrive(self) -> None:
        """Put the cursor on the list of sections.

        Not into a field: whoever only looks must not change anything by typing.
        """
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_record(self, kind: str, key: str) -> None:
        """Show the section *key*, if *kind* is ``settings``."""
        # another kind of record is no error: the shell asks each page the same way
        for row in range(self.sections.count() if kind == "settings" else 0):
            if self.sections.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.sections.setCurrentRow(row)

    def has_unsaved(self) -> bool:
        """Whether particulars or a passphrase have been begun."""
        return self.form.is_dirty() or self.security.has_unsaved()

    def refresh(self) -> None:
        """Show what is kept.

        Fetched in jobs; fields that are being edited are left as they are.
        """
        jobs = self._context.jobs
        jobs.start(lambda _: self._service.current(), owner=self, done=self._show)
        jobs.start(lambda _: self._keeping.last_backup(), owner=self, done=self._show_backup)

    def back_up(self) -> None:
        """Make a backup now.

        The answer comes when the copy has been read back, not when it has been written: a
        backup nobody has read is none. Told by ``backed_up``.
        """
        self.backup_now.refuse(self.tr("Making a backup …"))
        self._context.jobs.start(
            lambda _: self._keeping.back_up(),
            owner=self,
            done=lambda _: self._backed_up(),
            failed=self._not_backed_up,
            # copying takes seconds: in the writers' lane nobody could save meanwhile
            lane=Lane.OUTSIDE,
        )

    def _show(self, settings: Settings) -> None:
        # somebody else's change must not wipe out what is being typed here
        if not self.form.is_dirty():
            self.form.show_draft(settings)
        self._show_state()

    def _show_state(self) -> None:
        reason = "" if self.form.is_dirty() else self.tr("Nothing has been changed")
        self.form.save.refuse(reason)
        self.form.cancel.setVisible(not reason)

    def _show_backup(self, moment: datetime | None) -> None:
        if moment is None:
            self._backup_row.say(self.tr("There is none yet."))
            return
        # the store keeps UTC; a clerk reads the clock on the wall
        local = QDateTime.fromSecsSinceEpoch(round(moment.timestamp()))
        words = QLocale().toString(local, QLocale.FormatType.ShortFormat)
        self._backup_row.say(self.tr("{moment}, read back in full").format(moment=words))

    def _backed_up(self) -> None:
        self.backup_now.refuse("")
        self._context.notices.say(self.tr("A backup has been made and read back."))
        self.backed_up.emit()
        self.refresh()

    def _not_backed_up(self, error: Exception) -> None:
        self.backup_now.refuse("")
        self._context.failed(error)

    def _change(self) -> None:
        entered, shown = self.form.draft(), self.form.shown
        if shown is None or entered == shown:
            return
        before = asdict(shown)
        # only what was changed: the undo and the audit then name that and nothing else
        values = {name: value for name, value in asdict(entered).items() if value != before[name]}
        self._context.operations.perform(
            lambda _: self._service.change(**values),
            owner=self,
            done=self._changed,
            failed=self._not_changed,
            label=self.tr("Settings changed"),
        )

    def _changed(self, settings: Settings) -> None:
        self.form.show_draft(settings)
        self._show_state()

    def _not_changed(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        else:
            self._context.failed(error)

    def _leave_form(self) -> None:
        shown = self.form.shown
        if shown is None or not self.form.is_dirty():
            return
        # taken before the form is filled anew: it is what *Go on editing* brings back
        entered = self.form.draft()
        self.form.show_draft(shown)
        self._show_state()
        self._context.notices.say(
            self.tr("The settings were left as they were."),
            Tone.INFO,
            action=self.tr("Go on editing"),
            act=lambda: self.form.fill(entered),
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.refresh()

    def _lay_out(self, home: StationHome) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(Space.L, Space.L, 0, Space.L)
        left.setSpacing(Space.M)
        left.addWidget(label(self.tr("Settings"), Role.TITLE, parent=self))
        left.addWidget(self.sections)
        self.sections.setFixedWidth(LIST_WIDTH)
        self.sections.setProperty("role", "sections")
        self.sections.setAccessibleName(self.tr("Sections"))
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        keeping = SettingsCard(self.tr("Backups"))
        keeping.add_row(self._backup_row)
        self._add_section("station", Icon.STATION, self.tr("Station"), self.form)
        self._add_section(
            "appearance", Icon.APPEARANCE, self.tr("Appearance"), _scrolled(self.appearance)
        )
        self._add_section(
            "security",
            Icon.SECURITY,
            self.tr("Security and backups"),
            _scrolled(self.security, keeping),
        )
        self._add_section(
            "about", Icon.ABOUT, self.tr("About"), _scrolled(AboutCard(str(home.root)))
        )
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.setCurrentRow(0)

    def _add_section(self, key: str, meaning: Icon, title: str, page: QWidget) -> None:
        self.sections.addItem(title)
        item = self.sections.item(self.sections.count() - 1)
        item.setIcon(icon(meaning, "muted"))
        item.setData(Qt.ItemDataRole.UserRole, key)
        self.stack.addWidget(page)


def _scrolled(*cards: QWidget) -> Scroll:
    scroll = Scroll(margin=Space.L, width=CONTENT_WIDTH)
    for card in cards:
        scroll.body.addWidget(card)
    return scroll
