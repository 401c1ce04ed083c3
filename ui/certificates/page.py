"""The room 窗口服务: papers asked for, issued, refused, registered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import CertificateId
from station_app.domain.residents.people import ResidentId
from ui.certificates.ask_view import AskView
from ui.certificates.asked_field import AskedField
from ui.certificates.batch_view import BatchView
from ui.certificates.issue_view import IssueView
from ui.certificates.queue_view import QueueView
from ui.certificates.register_view import RegisterView
from ui.certificates.seal_view import SealView
from ui.certificates.verify_view import VerifyView
from ui.certificates.words import Words
from ui.kit.buttons import Choice
from ui.kit.handing_out import SYSTEM
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.views import Views

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest
    from station_app.domain.certificates import CertificateLine
    from station_app.domain.changes import Done
    from ui.kit.handing_out import Handout, Outlets
    from ui.kit.paper_panel import PaperPanel
    from ui.kit.room import RoomContext

FOR_RESIDENT, CERTIFICATE, REFUSAL = "certificate-for", "certificate", "refusal-for"
OF_KIND = "certificate-of"
"""One kind of certificate for a resident: ``kind:resident``."""
KINDS = (FOR_RESIDENT, OF_KIND, CERTIFICATE, REFUSAL)
ISSUE, BATCH, QUEUE, ASK = "issue", "batch", "queue", "ask"
REGISTER, SEAL, VERIFY = "register", "seal", "verify"
View: TypeAlias = (
    "IssueView | BatchView | QueueView | AskView | RegisterView | SealView | VerifyView"
)


class CertificatesPage(QWidget):
    """Seven views, and over them the field that says whose a paper is to issue.

    The views are made at once: each is a few widgets, and none asks the store before it
    is looked at.
    """

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        words = Words(station, self)
        outlets = replace(outlets, note=partial(_note, station))
        self.issuing = IssueView(station, words, context, outlets)
        self.batches = BatchView(station, words, context, outlets)
        self.queue = QueueView(station, words, context, outlets)
        self.asking = AskView(station, words, context, outlets)
        self.register = RegisterView(station, words, context, outlets)
        self.seals = SealView(station, context, outlets)
        self.verifying = VerifyView(station, context, outlets)
        self.asked = AskedField()
        self.views: Views[View] = Views(
            self.tr("Certificates"),
            (
                (Choice(ISSUE, self.tr("Issue")), self.issuing),
                (Choice(BATCH, self.tr("Batches")), self.batches),
                (Choice(QUEUE, self.tr("Approval")), self.queue),
                (Choice(ASK, self.tr("May we issue this?")), self.asking),
                (Choice(REGISTER, self.tr("Register")), self.register),
                (Choice(SEAL, self.tr("Seal use")), self.seals),
                (Choice(VERIFY, self.tr("Verify")), self.verifying),
            ),
            beside=self.asked,
        )
        segments, gate = self.views.segments, context.gate
        gate.bind(Permission.CERTIFICATE_ISSUE, segments.segment(ISSUE), self.issuing)
        gate.bind(Permission.REFUSAL_GIVE, segments.segment(ASK), self.asking, self.asked)
        gate.bind(Permission.CERTIFICATE_VERIFY, segments.segment(VERIFY), self.verifying)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
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
        elif kind == OF_KIND:
            wanted, _, resident = key.partition(":")
            self.issuing.want(wanted)
            self.show_view(ISSUE)
            self.issuing.open_resident(ResidentId(resident))
        elif kind == CERTIFICATE:
            self.show_view(REGISTER)
            self.register.show_certificate(CertificateId(key))
        elif kind == REFUSAL:
            self.asked.setText(key)
            self._look_up(key)
            self.asked.arrive()

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not issued."""
        return self.issuing.has_unsaved() or self.batches.has_unsaved()

    def show_view(self, code: str) -> None:
        """Bring a view to the front, the cursor where its work goes on.

        What is typed in the others stays as it is.
        """
        view = self.views.bring(code)
        # the first look shows the whole list: what is asked for may be found by eye
        if code == ASK and not self.asking.is_answering():
            self.asking.ask(self.asked.text())
            self.asked.setFocus()
        else:
            view.arrive()

    def _look_up(self, asked: str) -> None:
        self.views.bring(ASK)
        self.asking.ask(asked)

    def _paper(self) -> PaperPanel | None:
        view = self.views.view()
        if isinstance(view, VerifyView):  # there the paper is in somebody's hand
            return None
        return view.panel.panel if isinstance(view, RegisterView) else view.panel

    def _print(self) -> None:
        paper = self._paper()
        if paper is not None:
            paper.print()

    def _save(self) -> None:
        paper = self._paper()
        if paper is not None:
            paper.save()

    def _toggle_form(self) -> None:
        paper = self._paper()
        if paper is not None:
            paper.toggle_form()

    def _begin(self, kind: str) -> None:
        self.asked.forget()
        self.issuing.want(kind)
        self.show_view(ISSUE)

    def _show_queued(self, key: str) -> None:
        self.queue.show_request(key)
        self.show_view(QUEUE)

    def _correct(self, request: CertificateRequest) -> None:
        self.show_view(ISSUE)
        self.issuing.correct(request)

    def _renew(self, line: CertificateLine) -> None:
        self.show_view(ISSUE)
        self.issuing.renew(line)

    def _begin_anew(self) -> None:
        if self.views.view() is self.batches:
            self.batches.begin()
            return
        self.show_view(ISSUE)
        self.issuing.leave()

    def _connect(self) -> None:
        self.views.segments.changed.connect(self.show_view)
        self.asked.asked.connect(self._look_up)
        self.asked.taken.connect(self.asking.take_first_when_known)
        self.asked.gone_down.connect(self.asking.answers.focus_first)
        self.asked.left.connect(lambda: self.show_view(ISSUE))
        self.asking.paper_asked.connect(self._begin)
        self.issuing.queue_asked.connect(self._show_queued)
        self.queue.correct_asked.connect(self._correct)
        self.register.renew_asked.connect(self._renew)
        self.asking.back_asked.connect(self.asked.arrive)

    def _add_keys(self) -> None:
        group = self.tr("Certificates")
        for keys, text, slot in (
            ("Ctrl+N", self.tr("Next person"), self._begin_anew),
            ("Ctrl+P", self.tr("Print the paper"), self._print),
            ("Ctrl+S", self.tr("Save the paper as PDF"), self._save),
            ("Ctrl+Shift+F", self.tr("Fields only, for a form"), self._toggle_form),
            ("Ctrl+J", self.tr("What paper is asked for?"), self.asked.arrive),
            ("Ctrl+Shift+A", self.tr("What waits for approval"), lambda: self.show_view(QUEUE)),
            ("Ctrl+B", self.tr("Certificates for many people"), lambda: self.show_view(BATCH)),
            ("Ctrl+R", self.tr("Register"), lambda: self.show_view(REGISTER)),
            ("Ctrl+Shift+V", self.tr("Verify a certificate"), lambda: self.show_view(VERIFY)),
        ):
            add_key(self, keys, text, slot, group=group)


def _note(station: Station, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
    """Note in the audit that a paper is about to leave the house."""
    return station.certificates.note_given_out(handout.title, printed=printed, key=handout.key)
