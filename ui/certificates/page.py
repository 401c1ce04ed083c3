"""The room 窗口服务: papers asked for, issued, refused, registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.certificates import CertificateId
from station_app.domain.residents.people import ResidentId
from ui.certificates.ask_view import AskView
from ui.certificates.issue_view import IssueView
from ui.certificates.paper_panel import SYSTEM
from ui.certificates.register_view import RegisterView
from ui.certificates.seal_view import SealView
from ui.certificates.words import Words
from ui.kit.buttons import Choice, SegmentedControl
from ui.kit.icons import Icon, icon
from ui.kit.jobs import Lane
from ui.kit.keys import add_key
from ui.kit.surfaces import line
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.certificates.paper_panel import Outlets, PaperPanel
    from ui.kit.room import RoomContext

ISSUE, ASK, REGISTER, SEAL = "issue", "ask", "register", "seal"
FOR_RESIDENT, CERTIFICATE = "certificate-for", "certificate"
KINDS = (FOR_RESIDENT, CERTIFICATE)
WAIT_MS = 150
FIELD_WIDTH = 380


class CertificatesPage(QWidget):
    """Four views, and over them the field that says whose a paper is to issue."""

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        # the four views are made at once: each is a few widgets, and none asks the store yet
        words = Words(station, self)
        self.issuing = IssueView(station, words, context, outlets)
        self.asking = AskView(station, words, context, outlets)
        self.register = RegisterView(station, words, context, outlets)
        self.seals = SealView(station, context, outlets)
        self._views: dict[str, IssueView | AskView | RegisterView | SealView] = {
            ISSUE: self.issuing,
            ASK: self.asking,
            REGISTER: self.register,
            SEAL: self.seals,
        }
        self.segments = SegmentedControl(
            [
                Choice(ISSUE, self.tr("Issue")),
                Choice(ASK, self.tr("May we issue this?")),
                Choice(REGISTER, self.tr("Register")),
                Choice(SEAL, self.tr("Seal use")),
            ]
        )
        self.segments.name(self.tr("Certificates"))
        self.asked = QLineEdit()
        self.stack = QStackedWidget()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._look_up)
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
        self.view().arrive()

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

    def view(self) -> IssueView | AskView | RegisterView | SealView:
        """Return the view in sight."""
        return self._views[self.segments.value()]

    def show_view(self, code: str) -> None:
        """Bring a view to the front, the cursor where its work goes on.

        What is typed in the others stays as it is.
        """
        self.segments.set_value(code)
        self._bring(code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: Enter takes the first answer, the arrow goes down to it, Esc leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._look_up()  # the pause may not be over yet
            if self.asked.text().strip():
                self.asking.take_first_when_known()
        elif key == Qt.Key.Key_Down:
            self.asking.answers.focus_first()
        elif key == Qt.Key.Key_Escape:
            self.asked.clear()
            self.show_view(ISSUE)
        else:
            return False
        return True

    def _look_up(self) -> None:
        self._pause.stop()
        self.segments.set_value(ASK)
        self.stack.setCurrentWidget(self.asking)
        self.asking.ask(self.asked.text())

    def _bring(self, code: str) -> None:
        self.stack.setCurrentWidget(self._views[code])
        # the first look shows the whole list: what is asked for may be found by eye
        if code == ASK and not self.asking.is_answering():
            self.asking.ask(self.asked.text())
            self.asked.setFocus()
        else:
            self._views[code].arrive()

    def _begin_residence(self) -> None:
        self.asked.clear()
        self._pause.stop()
        self.show_view(ISSUE)

    def _ask(self) -> None:
        self.asked.setFocus()
        self.asked.selectAll()

    def _panel(self) -> PaperPanel:
        view = self.view()
        return view.panel.panel if isinstance(view, RegisterView) else view.panel

    def _begin_anew(self) -> None:
        self.show_view(ISSUE)
        self.issuing.leave()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        bar.setSpacing(Space.M)
        bar.addWidget(self.segments)
        bar.addStretch(1)
        self.asked.setPlaceholderText(self.tr("What paper is asked for?"))
        self.asked.setAccessibleName(self.tr("What paper is asked for?"))
        self.asked.setToolTip(self.tr("Any wording leads to whose it is to issue (Ctrl+J)"))
        self.asked.setClearButtonEnabled(True)
        self.asked.setMaximumWidth(FIELD_WIDTH)
        self.asked.addAction(
            icon(Icon.NEGATIVE, "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.asked.installEventFilter(self)
        bar.addWidget(self.asked, 2)
        for view in self._views.values():
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(line(self))
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.segments.changed.connect(self._bring)
        self.asked.textEdited.connect(lambda _: self._pause.start())
        self.asking.residence_asked.connect(self._begin_residence)
        self.asking.back_asked.connect(self._ask)

    def _add_keys(self) -> None:
        group = self.tr("Certificates")
        for keys, text, slot in (
            ("Ctrl+N", self.tr("Next person"), self._begin_anew),
            ("Ctrl+P", self.tr("Print the paper"), lambda: self._panel().print()),
            ("Ctrl+S", self.tr("Save the paper as PDF"), lambda: self._panel().save()),
            ("Ctrl+J", self.tr("What paper is asked for?"), self._ask),
            ("Ctrl+R", self.tr("Register"), lambda: self.show_view(REGISTER)),
        ):
            add_key(self, keys, text, slot, group=group)
