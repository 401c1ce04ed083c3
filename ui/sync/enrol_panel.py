"""Letting a device take part (入网): its request is read, compared, granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.sync.devices import DeviceKind
from station_app.domain.sync.enrolment import GRANT_EXTENSION, REQUEST_EXTENSION
from ui.kit.buttons import Button, Kind
from ui.kit.fields import CheckField, DateField
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.words import Role, label
from ui.sync.letter_panel import LetterPanel
from ui.sync.scope_field import ScopeField
from ui.sync.words import KINDS, worded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from station_app.services.sync.enrolling import DeviceService
    from station_app.services.sync.joining import Granted, RequestRead
    from ui.kit.room import RoomContext


class EnrolPanel(LetterPanel):
    """From the request on a stick to the permission beside it."""

    def __init__(
        self, service: DeviceService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(service, context, parent)
        self._path: Path | None = None
        self.request: RequestRead | None = None
        self.show_heading(self.tr("Let a device take part"))
        self.lead = label("", Role.MUTED, wrap=True, parent=self)
        self.choose = Button(self.tr("Read the request…"), meaning=Icon.OPEN, parent=self)
        self.who = label("", Role.STRONG, wrap=True, parent=self)
        self.fingerprint = label("", Role.SUBTITLE, wrap=True, parent=self)
        self.is_same = CheckField(self.tr("The other screen shows the same digits"))
        self.scope = ScopeField(self)
        self.day = DateField(self.tr("Back by (for a copy that is lent out)"))
        self.grant = Button(
            self.tr("Write the permission"), meaning=Icon.KEY, kind=Kind.PRIMARY, parent=self
        )
        self._asked = (self.who, self.fingerprint, self.is_same, self.scope, self.day, self.grant)
        self._lay_out(self.lead, self.choose, *self._asked, self.wrong, self.done)
        self.choose.on_click(self._choose)
        self.grant.on_click(self._grant)
        for field in (self.is_same, self.scope, self.day):
            field.changed.connect(self._judge)
        self.begin()

    def begin(self) -> None:
        """Wait for a request."""
        self._path = self.request = None
        self.lead.setText(
            self.tr(
                "On the new computer choose “This computer” under Devices and write its request"
                " onto a stick. Read it here."
            )
        )
        self._show()

    def offer(self, grids: Mapping[str, str]) -> None:
        """Offer *grids* (names by key)."""
        self.scope.offer(grids)

    def read(self, path: Path) -> None:
        """Read the request at *path*."""
        self.begin()
        self._path = path
        self._context.jobs.start(
            lambda _: self._service.read_request(path),
            owner=self,
            done=self._read,
            failed=self._refused,
            lane=Lane.OUTSIDE,
        )

    def _choose(self) -> None:
        self._choose_letter(
            self.tr("Read the request"), self.tr("Requests"), REQUEST_EXTENSION, self.read
        )

    def _read(self, request: RequestRead) -> None:
        self.request = request
        kind = request.request.kind
        words = self.tr("{name} · {kind}")
        self.who.setText(words.format(name=request.request.name, kind=worded(KINDS, kind)))
        self.fingerprint.setText(request.fingerprint)
        self.lead.setText(self.tr("Compare these digits with those on the other screen."))
        self.is_same.set_value(False)
        self.scope.suit(kind)
        self.day.set_value(None)
        self._show()
        self.day.setVisible(kind is not DeviceKind.HUB)
        self.is_same.setFocus()

    def _grant(self) -> None:
        path, scope = self._path, self.scope.scope()
        if path is None or self.request is None:
            return
        out, day = path.with_suffix(GRANT_EXTENSION), self.day.value()
        self.grant.refuse(self.tr("Writing the permission…"))
        self._context.operations.perform(
            lambda _: self._service.grant(path, out, scope, day),
            owner=self,
            done=lambda granted: self._granted(granted, out),
            failed=self._refused,
            label=self.tr("{name} takes part").format(name=self.request.request.name),
        )

    def _granted(self, granted: Granted, out: Path) -> None:
        self.begin()
        words = self.tr(
            "{file} lies beside the request. Read it on {name}; then exchange, and it gets its"
            " records."
        )
        self.done.say(words.format(file=out.name, name=granted.device.name))

    def _refused(self, error: Exception) -> None:
        super()._refused(error)
        self._judge()

    def _show(self) -> None:
        self._fall_silent()
        for widget in self._asked:
            widget.setVisible(self.request is not None)
        self._judge()

    def _judge(self) -> None:
        reason = ""
        if not self.is_same.value():
            reason = self.tr("Compare the digits first.")
        elif not self.scope.is_complete():
            reason = self.tr("Tick a grid first.")
        elif not self.day.is_readable():
            reason = self.day.unreadable()
        self.grant.refuse(reason)
