"""What may be done with a request: begun, answered, refused, closed, taken back, carried out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.errors import ValidationFailedError
from station_app.domain.rights.requests import NEXT, OPEN, Event, Kind
from station_app.services.rights.requests import NOTHING_SAID
from ui.kit.buttons import Button
from ui.kit.buttons import Kind as Look
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space
from ui.rights.step_form import StepForm

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.rights.requests import Request
    from station_app.services.rights.requests import Step
    from ui.kit.room import RoomContext
    from ui.rights.words import Words

DATA_KINDS = frozenset({Kind.CONSULT, Kind.COPY, Kind.TRANSFER, Kind.EXPLAIN})
RECORD_KINDS = frozenset({Kind.CORRECT, Kind.SUPPLEMENT})


class RequestActs(QWidget):
    """Buttons for the steps; those that need words ask for them beneath, in place."""

    own_data_asked = Signal(object)  # Request
    erase_asked = Signal(object)  # Request
    paper_asked = Signal(object)  # Request

    def __init__(
        self, station: Station, words: Words, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._station, self._context = station, context
        self._request: Request | None = None
        self._event = Event.ANSWER
        self.work = Button("", meaning=Icon.FORWARD, kind=Look.PRIMARY, parent=self)
        self.steps = {
            Event.BEGIN: Button(self.tr("Begin"), meaning=Icon.STEP_NOW, parent=self),
            Event.ANSWER: Button(self.tr("Answer…"), meaning=Icon.CHECK, parent=self),
            Event.REFUSE: Button(self.tr("Refuse…"), meaning=Icon.NEGATIVE, parent=self),
            Event.CLOSE: Button(self.tr("Close"), meaning=Icon.FINISHED, parent=self),
            Event.WITHDRAW: Button(self.tr("Taken back"), meaning=Icon.UNDO, parent=self),
        }
        self.paper = Button(self.tr("Answer paper"), meaning=Icon.PRINT, parent=self)
        self.form = StepForm(words, self)
        self._lay_out()
        self._connect()

    def show_request(self, request: Request | None) -> None:
        """Offer what may be done with *request*."""
        if request is None or self._request is None or request.id != self._request.id:
            self.form.hide()
        self._request = request
        if request is None:
            return
        for event, button in self.steps.items():
            is_possible = NEXT[request.state, event] is not None
            button.setVisible(is_possible)
        self.paper.refuse(
            "" if request.answered_on else self.tr("Answer or refuse the request first.")
        )
        self._offer_work(request)

    def answer(self) -> None:
        """Ask for the answer, if one may be given."""
        self._ask(Event.ANSWER)

    def _offer_work(self, request: Request) -> None:
        kind = Kind(request.particulars.kind)
        told = {
            Kind.CONSULT: self.tr("What is held about me"),
            Kind.COPY: self.tr("Make the copy"),
            Kind.TRANSFER: self.tr("Make the file"),
            Kind.EXPLAIN: self.tr("What is held about me"),
            Kind.CORRECT: self.tr("Correct the record"),
            Kind.SUPPLEMENT: self.tr("Supplement the record"),
            Kind.DELETE: self.tr("Delete data…"),
            Kind.WITHDRAW: self.tr("Open the consents"),
        }
        self.work.setText(told[kind])
        over = self.tr("This request is over.")
        self.work.refuse("" if request.state in OPEN else over)

    def _carry_out(self) -> None:
        request = self._request
        if request is None:
            return
        kind = Kind(request.particulars.kind)
        if kind in DATA_KINDS:
            self.own_data_asked.emit(request)
        elif kind in RECORD_KINDS:
            self._context.open_record("correct-for-request", request.id)
        elif kind is Kind.DELETE:
            self.erase_asked.emit(request)
        else:
            self._context.open_record("rights-of", request.particulars.resident_id)

    def _ask(self, event: Event) -> None:
        request = self._request
        if request is not None and NEXT[request.state, event] is not None:
            self._event = event
            self.form.ask(event)

    def _step(self, event: Event) -> None:
        if event in {Event.ANSWER, Event.REFUSE}:
            self._ask(event)
        else:
            self._advance(event, NOTHING_SAID)

    def _advance(self, event: Event, said: Step) -> None:
        request = self._request
        if request is None:
            return
        requests = self._station.requests
        self._context.operations.perform(
            lambda _: requests.advance(request.id, event, said, version=request.version),
            owner=self,
            done=lambda _: self._stop_asking(),
            failed=self._refused,
            label=self._label(event).format(number=request.number),
        )

    def _stop_asking(self) -> None:
        # before it is hidden: else the cursor would go to whatever comes next in the window
        if self.form.isVisible():
            self.work.setFocus()
        self.form.hide()

    def _label(self, event: Event) -> str:
        return {
            Event.BEGIN: self.tr("Began with {number}"),
            Event.ANSWER: self.tr("Answered {number}"),
            Event.REFUSE: self.tr("Refused {number}"),
            Event.CLOSE: self.tr("Closed {number}"),
            Event.WITHDRAW: self.tr("Noted that {number} was taken back"),
        }[event]

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError) and self.form.isVisible():
            self.form.show_problems(error.problems)
        else:
            self._context.failed(error)

    def _connect(self) -> None:
        self.work.on_click(self._carry_out)
        for event, button in self.steps.items():
            button.on_click(partial(self._step, event))
        self.paper.on_click(lambda: self.paper_asked.emit(self._request))
        self.form.given.connect(lambda said: self._advance(self._event, said))
        self.form.left.connect(self._stop_asking)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        row = FlowLayout()
        for button in (self.work, *self.steps.values(), self.paper):
            button.setAutoDefault(True)
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.form)
