"""This computer (本机): its name, how it comes to a station, and the end of a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.sync.devices import DeviceKind
from station_app.domain.sync.enrolment import GRANT_EXTENSION, REQUEST_EXTENSION
from ui.kit.buttons import Button, Choice, SegmentedControl
from ui.kit.dialogs import choose_save_file, confirm
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.kit.surfaces import Card
from ui.kit.words import Role, label
from ui.sync.letter_panel import LetterPanel
from ui.sync.words import KINDS, scope_words, worded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.services.sync.enrolling import DeviceService
    from station_app.services.sync.joining import Accepted, RequestRead
    from station_app.services.sync.leaving import Wiped
    from station_app.services.sync.standing import Standing
    from ui.kit.room import RoomContext

UNSENT = "sync.wipe-unsent"


class OwnPanel(LetterPanel):
    """What this computer is, and whom it belongs to."""

    def __init__(
        self, service: DeviceService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(service, context, parent)
        self.show_heading(self.tr("This computer"))
        self.told = label("", Role.MUTED, wrap=True, parent=self)
        self.name = TextField(self.tr("Name"), required=True)
        self.rename = Button(self.tr("Rename"), meaning=Icon.EDIT, parent=self)
        self.joining = Card(self.tr("It belongs to a station"), self)
        self.kinds = SegmentedControl(
            [
                Choice(kind, worded(KINDS, kind))
                for kind in (DeviceKind.LAPTOP, DeviceKind.DESK, DeviceKind.HUB)
            ]
        )
        self.kinds.name(self.tr("Kind"))
        self.request = Button(self.tr("Write the request…"), meaning=Icon.SAVE, parent=self)
        self.fingerprint = label("", Role.SUBTITLE, wrap=True, parent=self)
        self.accept = Button(self.tr("Read the permission…"), meaning=Icon.OPEN, parent=self)
        self.wipe = Button(self.tr("Wipe this copy…"), meaning=Icon.BIN, parent=self)
        self._kept_name = ""
        self._lay_out_joining()
        self._lay_out(
            self.told,
            self.name,
            self.rename,
            self.joining,
            self.wrong,
            self.done,
            self.wipe,
        )
        self._begin()
        self.rename.on_click(self._rename)
        self.request.on_click(self._request)
        self.accept.on_click(self._choose_grant)
        self.wipe.on_click(self._ask_wipe)
        self.name.changed.connect(self._judge)

    def show_standing(self, standing: Standing, grids: Mapping[str, str]) -> None:
        """Show what this computer is by now; *grids* are names by key."""
        own = standing.own
        # what it is to hold is the station's to say
        words = self.tr("{kind} · holds: {scope}") if own.is_enrolled else "{kind}"
        self.told.setText(
            words.format(kind=worded(KINDS, own.kind), scope=scope_words(own.scope, grids))
        )
        if self.name.value() in {"", self._kept_name}:
            self.name.set_value(own.name)
        self._kept_name = own.name
        is_new = own.kind is DeviceKind.STATION and standing.is_alone
        self.joining.setVisible(is_new or not own.is_enrolled)
        self.wipe.setVisible(own.is_enrolled and own.kind in {DeviceKind.LAPTOP, DeviceKind.DESK})
        self._judge()

    def write_request(self, path: Path) -> None:
        """Write what asks a station to take this computer in to *path*."""
        name, kind = self.name.value(), DeviceKind(self.kinds.value())
        self._begin()
        self._context.operations.perform(
            lambda _: self._service.request(name, kind, path),
            owner=self,
            done=lambda read: self._requested(read, path),
            failed=self._refused,
        )

    def read_grant(self, path: Path) -> None:
        """Belong to the station whose permission lies at *path*."""
        self._begin()
        self._context.operations.perform(
            lambda _: self._service.accept(path),
            owner=self,
            done=self._accepted,
            failed=self._refused,
        )

    def wipe_now(self, *, is_forced: bool = False) -> None:
        """Let go of all records of this copy."""
        self._begin()
        self._context.operations.perform(
            lambda _: self._service.wipe(is_forced=is_forced),
            owner=self,
            done=self._wiped,
            failed=self._not_wiped,
        )

    def _rename(self) -> None:
        name = self.name.value()
        self._begin()
        self._context.operations.perform(
            lambda _: self._service.be_called(name),
            owner=self,
            failed=self._refused,
            label=self.tr("This computer is called {name}").format(name=name),
        )

    def _request(self) -> None:
        path = choose_save_file(
            self,
            title=self.tr("Write the request"),
            kinds=self.tr("Requests") + f" (*{REQUEST_EXTENSION})",
            suggested=f"{self.name.value()}{REQUEST_EXTENSION}",
        )
        if path is not None:
            self.write_request(path.with_suffix(REQUEST_EXTENSION))

    def _requested(self, read: RequestRead, path: Path) -> None:
        self.fingerprint.setText(read.fingerprint)
        self.fingerprint.show()
        words = self.tr(
            "{file} is written. Read it on the station's computer, compare these digits there,"
            " and bring the permission back."
        )
        self.done.say(words.format(file=path.name))
        self.accept.setFocus()

    def _choose_grant(self) -> None:
        self._choose_letter(
            self.tr("Read the permission"),
            self.tr("Permissions"),
            GRANT_EXTENSION,
            self.read_grant,
        )

    def _accepted(self, accepted: Accepted) -> None:
        self.fingerprint.hide()
        words = self.tr("This computer belongs to {station}. Exchange now to get its records.")
        self.done.say(words.format(station=accepted.station.name))

    def _ask_wipe(self) -> None:
        if confirm(
            self,
            title=self.tr("Wipe this copy?"),
            text=self.tr(
                "All records leave this computer, backups and drafts with them. The station keeps"
                " its own."
            ),
            action=self.tr("Wipe"),
        ):
            self.wipe_now()

    def _wiped(self, wiped: Wiped) -> None:
        words = self.tr("{records} records have left this computer.")
        self.done.say(words.format(records=f"{wiped.records:,}"))

    def _not_wiped(self, error: Exception) -> None:
        self._refused(error)
        if (
            isinstance(error, RefusedError)
            and error.reason == UNSENT
            and confirm(
                self,
                title=self.tr("Lose what has not arrived?"),
                text=self._context.words(error),
                action=self.tr("Wipe all the same"),
            )
        ):
            self.wipe_now(is_forced=True)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.name.set_problem(self.tr("Give the computer a name of at most 60 characters."))
            self.name.setFocus()
        else:
            super()._refused(error)

    def _begin(self) -> None:
        self._fall_silent()
        self.name.set_problem("")

    def _judge(self) -> None:
        is_same = self.name.value() == self._kept_name
        self.rename.refuse(self.tr("Nothing has been changed") if is_same else "")

    def _lay_out_joining(self) -> None:
        words = self.tr(
            "A new laptop or desk asks its station by a file on a stick, and gets a permission"
            " back the same way. Neither holds a secret."
        )
        for widget in (
            label(words, Role.MUTED, wrap=True, parent=self),
            self.kinds,
            self.request,
            self.fingerprint,
            self.accept,
        ):
            self.joining.body.addWidget(widget)
        self.fingerprint.hide()
