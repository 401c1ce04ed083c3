"""What may be done to a certificate of the queue, by how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_requests import Stage
from station_app.domain.errors import ValidationFailedError
from ui.certificates.collector_form import CollectorForm
from ui.certificates.request_form import Question
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest, Collector
    from station_app.domain.changes import Done
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

# Offered, not enforced.
BACK = ("缺少核实材料", "内容需要更正", "不符合出具条件")
GIVEN_UP = ("申请人不再需要", "填写错误")


class QueueActs(QWidget):
    """The buttons of the stage; what needs more than a press is asked beneath them."""

    open_asked = Signal()
    asking_changed = Signal()
    correct_asked = Signal()

    def __init__(
        self, station: Station, words: Words, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._station, self._words, self._context = station, words, context
        self._request: CertificateRequest | None = None
        self.open = Button(self.tr("Look at the paper"), meaning=Icon.PREVIEW, parent=self)
        self.approve = Button(
            self.tr("Approve"), meaning=Icon.APPROVE, kind=Kind.PRIMARY, parent=self
        )
        self.back = Button(self.tr("Send back"), meaning=Icon.BACK, parent=self)
        self.correct = Button(self.tr("Correct it"), meaning=Icon.EDIT, parent=self)
        self.withdraw = Button(self.tr("Withdraw"), meaning=Icon.NEGATIVE, parent=self)
        self.hand_over = Button(
            self.tr("Hand it out"), meaning=Icon.HAND_OUT, kind=Kind.PRIMARY, parent=self
        )
        self.file = Button(
            self.tr("File it"), meaning=Icon.ARCHIVE, kind=Kind.PRIMARY, parent=self
        )
        self._of_stage = {
            Stage.DRAFT: (self.correct, self.withdraw),
            Stage.VERIFIED: (self.approve, self.back, self.withdraw),
            Stage.PRINTED: (self.hand_over,),
            Stage.COLLECTED: (self.file,),
        }
        self.reason = ReasonForm(self)
        self.collector = CollectorForm(words, self)
        self._buttons = QWidget(self)
        self.question = Question(self, instead_of=(self._buttons,))
        self._act: Callable[[CertificateRequest, str], object] = self._send_back
        self._lay_out()
        self._connect(context)

    def show_request(self, request: CertificateRequest | None) -> None:
        """Offer what may be done to *request*."""
        if request != self._request:
            self._stop_asking()
        self._request = request
        shown = self._of_stage.get(request.stage, ()) if request is not None else ()
        for buttons in self._of_stage.values():
            for button in buttons:
                button.setVisible(button in shown)

    def is_asking(self) -> bool:
        """Whether something is asked beneath the buttons."""
        return any(not each.isHidden() for each in (self.question, self.reason, self.collector))

    def _approve(self) -> None:
        request = self._request
        if request is not None:
            self._perform(
                lambda _: self._station.certificate_requests.approve(
                    request.id, version=request.version
                ),
                self.tr("Approved for {name}").format(name=request.holder),
            )

    def _ask_approve(self) -> None:
        request = self._request
        if request is not None:
            words = self.tr(
                "{title} for {name} gets the next number of {word}. This cannot be undone."
            )
            self.question.ask(
                words.format(
                    title=self._words.title_of(request.draft.kind),
                    name=request.holder,
                    word=self._station.settings.current().word_of_numbers(),
                )
            )
            self.asking_changed.emit()

    def _ask_back(self) -> None:
        self._act = self._send_back
        self.reason.ask(
            self.tr("It goes back to be corrected. Say what is missing."),
            action=self.tr("Send it back"),
            reasons=BACK,
        )
        self._buttons.hide()
        self.asking_changed.emit()

    def _ask_withdraw(self) -> None:
        self._act = self._withdraw
        self.reason.ask(
            self.tr("It is taken out of the queue and never gets a number."),
            action=self.tr("Withdraw it"),
            reasons=GIVEN_UP,
            is_danger=True,
        )
        self._buttons.hide()
        self.asking_changed.emit()

    def _ask_collector(self) -> None:
        if self._request is not None:
            self.collector.ask(self._request.holder)
            self._buttons.hide()
            self.asking_changed.emit()

    def _give_reason(self, reason: str) -> None:
        if self._request is not None:
            self._act(self._request, reason)

    def _send_back(self, request: CertificateRequest, reason: str) -> None:
        self._perform(
            lambda _: self._station.certificate_requests.send_back(
                request.id, reason, version=request.version
            ),
            self.tr("Sent back: {name}").format(name=request.holder),
        )

    def _withdraw(self, request: CertificateRequest, reason: str) -> None:
        self._perform(
            lambda _: self._station.certificate_requests.withdraw(
                request.id, reason, version=request.version
            ),
            self.tr("Withdrawn: {name}").format(name=request.holder),
        )

    def _hand_over(self, collector: Collector) -> None:
        request = self._request
        if request is not None:
            self._perform(
                lambda _: self._station.certificate_requests.hand_over(
                    request.id, collector, version=request.version
                ),
                self.tr("Handed out to {name}").format(name=collector.name),
            )

    def _file(self) -> None:
        request = self._request
        if request is not None:
            self._perform(
                lambda _: self._station.certificate_requests.archive(
                    request.id, version=request.version
                ),
                self.tr("Filed: {number}").format(number=request.number),
            )

    def _perform(self, act: Callable[[object], Done[object]], words: str) -> None:
        self._context.operations.perform(
            act,
            owner=self,
            done=lambda _: self._stop_asking(),
            failed=self._on_refused,
            label=words,
        )

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError) and not self.collector.isHidden():
            self.collector.show_problems(error.problems)
        elif isinstance(error, ValidationFailedError):
            self.reason.refuse(self._words.problem(error.problems[0]))
        else:
            self._stop_asking()
            self._context.failed(error)

    def _stop_asking(self) -> None:
        self.reason.hide()
        self.collector.hide()
        self.question.take_back()
        self._buttons.show()
        self.asking_changed.emit()

    def _lay_out(self) -> None:
        acts = FlowLayout(self._buttons)
        for button in (
            *(self.approve, self.hand_over, self.file, self.correct, self.open),
            *(self.back, self.withdraw),
        ):
            button.setAutoDefault(True)
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for each in (self._buttons, self.question, self.reason, self.collector):
            column.addWidget(each)

    def _connect(self, context: RoomContext) -> None:
        context.gate.bind(Permission.CERTIFICATE_APPROVE, self.approve, self.back)
        context.gate.bind(
            Permission.CERTIFICATE_ISSUE, self.withdraw, self.hand_over, self.file, self.correct
        )
        for button, act in (
            (self.open, self.open_asked.emit),
            (self.approve, self._ask_approve),
            (self.back, self._ask_back),
            (self.correct, self.correct_asked.emit),
            (self.withdraw, self._ask_withdraw),
            (self.hand_over, self._ask_collector),
            (self.file, self._file),
        ):
            button.on_click(act)
        self.question.agreed.connect(self._approve)
        self.question.declined.connect(self._stop_asking)
        self.reason.given.connect(self._give_reason)
        self.reason.left.connect(self._stop_asking)
        self.collector.given.connect(self._hand_over)
        self.collector.left.connect(self._stop_asking)
