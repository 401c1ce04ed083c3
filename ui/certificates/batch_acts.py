"""What may be done to a batch: approved, gone on with, looked at, given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.errors import ValidationFailedError
from ui.certificates.request_form import Question
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_batches import Batch, Outcome
    from ui.certificates.batch_words import BatchWords
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

# Offered, not enforced.
GIVEN_UP = ("评选取消", "名单有误")


class BatchActs(QWidget):
    """Four buttons. Approving asks once: numbers that were spent cannot be had back."""

    open_asked = Signal()
    hand_out_asked = Signal()
    approved = Signal(object)  # Outcome

    def __init__(
        self,
        station: Station,
        words: Words,
        told: BatchWords,
        context: RoomContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._words, self._told, self._context = station, words, told, context
        self._batch: Batch | None = None
        self._is_busy = False
        self.approve = Button(
            self.tr("Approve and issue"), meaning=Icon.APPROVE, kind=Kind.PRIMARY, parent=self
        )
        self.hand_out = Button(
            self.tr("Hand them out"), meaning=Icon.HAND_OUT, kind=Kind.PRIMARY, parent=self
        )
        self.open = Button(self.tr("All papers as one"), meaning=Icon.PREVIEW, parent=self)
        self.give_up = Button(self.tr("Withdraw the rest"), meaning=Icon.NEGATIVE, parent=self)
        self.reason = ReasonForm(self)
        self._buttons = QWidget(self)
        self.question = Question(self, instead_of=(self._buttons,))
        self._lay_out()
        context.gate.bind(Permission.CERTIFICATE_APPROVE, self.approve)
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.give_up, self.hand_out)
        self.approve.on_click(self._ask_approve)
        self.hand_out.on_click(self.hand_out_asked.emit)
        self.open.on_click(self.open_asked.emit)
        self.give_up.on_click(self._ask_give_up)
        self.question.agreed.connect(self._approve)
        self.question.declined.connect(self.stop_asking)
        self.reason.given.connect(self._give_up)
        self.reason.left.connect(self.stop_asking)

    def show_batch(self, batch: Batch | None) -> None:
        """Offer what may be done to *batch*."""
        if batch is None or self._batch is None or batch.id != self._batch.id:
            self.stop_asking()
        self._batch = batch
        waits = batch is not None and bool(batch.waiting)
        is_begun = batch is not None and bool(batch.issued)
        self.approve.setText(self.tr("Go on issuing") if is_begun else self._first_words())
        self._refuse()
        self.approve.setVisible(waits)
        self.give_up.setVisible(waits)
        self.hand_out.setVisible(batch is not None and bool(batch.to_collect))
        none = self.tr("No certificate of this batch has a number yet.")
        self.open.refuse("" if is_begun else none)

    def stop_asking(self) -> None:
        """Take the question away."""
        self.reason.hide()
        self.question.take_back()
        self._buttons.show()

    def _first_words(self) -> str:
        return self.tr("Approve and issue")

    def _refuse(self) -> None:
        self.approve.refuse(
            self.tr("It is under way: see the bar below.") if self._is_busy else ""
        )

    def _ask_approve(self) -> None:
        batch = self._batch
        if batch is not None:
            words = self.tr(
                "{count} certificates get the next numbers of {word}. This cannot be undone."
            )
            self.question.ask(
                words.format(
                    count=len(batch.waiting),
                    word=self._station.settings.current().word_of_numbers(),
                )
            )

    def _approve(self) -> None:
        batch = self._batch
        if batch is None or self._is_busy:
            return
        self._is_busy = True
        self.stop_asking()
        self._refuse()
        self._context.operations.perform(
            lambda progress: self._station.certificate_batches.approve(batch.id, progress),
            owner=self,
            done=self._on_approved,
            failed=self._on_refused,
        )

    def _on_approved(self, outcome: Outcome) -> None:
        self._is_busy = False
        self._refuse()
        tone = Tone.WARN if outcome.left else Tone.OK
        self._context.notices.say(self._told.outcome(outcome), tone)
        self.approved.emit(outcome)

    def _ask_give_up(self) -> None:
        self.reason.ask(
            self.tr("What has no number yet is taken out and never gets one."),
            action=self.tr("Withdraw it"),
            reasons=GIVEN_UP,
            is_danger=True,
        )
        self._buttons.hide()

    def _give_up(self, reason: str) -> None:
        batch = self._batch
        if batch is not None:
            self._context.operations.perform(
                lambda _: self._station.certificate_batches.give_up(batch.id, reason),
                owner=self,
                done=lambda _: self.stop_asking(),
                failed=self._on_refused,
                label=self.tr("Withdrawn: {occasion}").format(occasion=batch.occasion),
            )

    def _on_refused(self, error: Exception) -> None:
        self._is_busy = False
        self._refuse()
        if isinstance(error, ValidationFailedError):
            self.reason.refuse(self._words.problem(error.problems[0]))
        else:
            self.stop_asking()
            self._context.failed(error)

    def _lay_out(self) -> None:
        acts = FlowLayout(self._buttons)
        for button in (self.approve, self.hand_out, self.open, self.give_up):
            button.setAutoDefault(True)
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for each in (self._buttons, self.question, self.reason):
            column.addWidget(each)
