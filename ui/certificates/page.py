"""The room 窗口服务: papers asked for, issued, refused, registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificates import CertificateId
from station_app.domain.residents.people import ResidentId
from ui.certificates.asked_field import AskedField
from ui.certificates.handing_out import SYSTEM
from ui.certificates.views import ASK, ISSUE, REGISTER, SEAL, Views
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.surfaces import line
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.certificates.handing_out import Outlets
    from ui.kit.room import RoomContext

FOR_RESIDENT, CERTIFICATE = "certificate-for", "certificate"
KINDS = (FOR_RESIDENT, CERTIFICATE)


class CertificatesPage(QWidget):
    """Four views, and over them the field that says whose a paper is to issue."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        self.views = Views(station, context, outlets)
        self.issuing, self.asking = self.views.issuing, self.views.asking
        self.register, self.seals = self.views.register, self.views.seals
        self.segments = SegmentedControl(
            [
                Choice(ISSUE, self.tr("Issue")),
                Choice(ASK, self.tr("May we issue this?")),
                Choice(REGISTER, self.tr("Register")),
                Choice(SEAL, self.tr("Seal use")),
            ]
        )
        self.segments.name(self.tr("Certificates"))
        self.asked = AskedField()
        self._lay_out()
        self._is_warm = False
        self._connect()
        self._add_keys()

    def arrive(self) -> None:
        """Put the cursor where work goes on, and fetch what papers need meanwhile."""
        # fonts and the drawing of papers take a second to load: while the name is typed
        if not self._is_warm:
            self._is_warm = True
            self._context.jobs.start(
                lambda _: (self._station.certificates, self._station.refusals),
                owner=self,
                done=lambda _: None,
                lane=Lane.OUTSIDE,
            )
        self.views.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show a certificate, or begin one for a resident.

        Other rooms and the search come in by this; kinds not of this room are let be.
        """
        if kind == FOR_RESIDENT:
            self.show_view(ISSUE)
            self.issuing.open_resident(ResidentId(key))
        elif kind == CERTIFICATE:
            self.show_view(REGISTER)
            self.register.show_certificate(CertificateId(key))

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not issued."""
        return self.issuing.has_unsaved()

    def show_view(self, code: str) -> None:
        """Bring a view to the front, the cursor where its work goes on.

        What is typed in the others stays as it is.
        """
        self.segments.set_value(code)
        self._bring(code)

    def _look_up(self, asked: str) -> None:
        self.segments.set_value(ASK)
        self.views.bring(ASK)
        self.asking.ask(asked)

    def _bring(self, code: str) -> None:
        view = self.views.bring(code)
        # the first look shows the whole list: what is asked for may be found by eye
        if code == ASK and not self.asking.is_answering():
            self.asking.ask(self.asked.text())
            self.asked.setFocus()
        else:
            view.arrive()

    def _begin_residence(self) -> None:
        self.asked.forget()
        self.show_view(ISSUE)

    def _begin_anew(self) -> None:
        self.show_view(ISSUE)
        self.issuing.leave()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        bar.setSpacing(Space.M)
        bar.addWidget(self.segments)
        bar.addStretch(1)
        bar.addWidget(self.asked, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(line(self))
        column.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.segments.changed.connect(self._bring)
        self.asked.asked.connect(self._look_up)
        self.asked.taken.connect(self.asking.take_first_when_known)
        self.asked.gone_down.connect(self.asking.answers.focus_first)
        self.asked.left.connect(lambda: self.show_view(ISSUE))
        self.asking.residence_asked.connect(self._begin_residence)
        self.asking.back_asked.connect(self.asked.arrive)

    def _add_keys(self) -> None:
        group = self.tr("Certificates")
        for keys, text, slot in (
            ("Ctrl+N", self.tr("Next person"), self._begin_anew),
            ("Ctrl+P", self.tr("Print the paper"), lambda: self.views.paper().print()),
            ("Ctrl+S", self.tr("Save the paper as PDF"), lambda: self.views.paper().save()),
            ("Ctrl+J", self.tr("What paper is asked for?"), self.asked.arrive),
            ("Ctrl+R", self.tr("Register"), lambda: self.show_view(REGISTER)),
        ):
            add_key(self, keys, text, slot, group=group)
