"""One request beside the register: who asks for what, what may be done, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.domain.rights.requests import Urgency
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.request_words import (
    STATE_TONES,
    URGENCY_TONES,
    asker_words,
    kind_words,
    state_words,
    urgency_words,
)
from ui.kit.surfaces import Card, Scroll, SidePanel, empty
from ui.kit.tokens import Space
from ui.kit.words import Pill, Role, label
from ui.rights.request_acts import RequestActs
from ui.rights.words import DOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.residents.history import Change
    from station_app.domain.rights.requests import Request
    from ui.kit.room import RoomContext
    from ui.rights.words import Words


class RequestPanel(SidePanel):
    """Shows one request; its history is read when it comes into sight."""

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._request: Request | None = None
        self.close_button.hide()
        self.acts = RequestActs(station, words, context, self)
        self.page = Scroll(self, margin=Space.L)
        self.page.body.setSpacing(Space.M)
        self.facts = Card("", self)
        self.history = Card(self.tr("What happened"), self)
        self.page.body.addWidget(self.acts)
        self.page.body.addWidget(self.facts)
        self.page.body.addWidget(self.history)
        self.empty = EmptyState(
            Icon.PEOPLE,
            self.tr("No request is chosen"),
            self.tr("Choose one in the register, or enter a new one with Ctrl+N."),
            parent=self,
        )
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
        self.show_request(None)

    def request(self) -> Request | None:
        """Return the request that is shown."""
        return self._request

    def show_request(self, request: Request | None) -> None:
        """Show *request*, or that none is chosen."""
        self._request = request
        self.empty.setVisible(request is None)
        self.page.setVisible(request is not None)
        self.acts.show_request(request)
        self.pills.clear()
        if request is None:
            self.show_heading("", "")
            return
        kind = kind_words(request.particulars.kind)
        self.show_heading(request.number, DOT.join((request.holder, kind)))
        self._add_pills(request)
        self._show_facts(request)
        self._context.jobs.start(
            lambda _: self._station.requests.history(request.id),
            owner=self,
            done=lambda found: self._show_history(request, found),
        )

    def _add_pills(self, request: Request) -> None:
        state = Pill(state_words(request.state), STATE_TONES[request.state], parent=self)
        self.pills.addWidget(state)
        soon = self._words.rules.answering.soon
        urgency = request.urgency(today=self._context.clock.today(), soon=soon)
        if urgency is not Urgency.NONE:
            pill = Pill(urgency_words(urgency), URGENCY_TONES[urgency], parent=self)
            self.pills.addWidget(pill)

    def _show_facts(self, request: Request) -> None:
        told = request.particulars
        who = DOT.join(
            filter(None, (asker_words(told.asker), told.asker_name, told.asker_relation))
        )
        answered = request.answered_on.isoformat() if request.answered_on else ""
        facts = (
            (self.tr("Asked by"), who),
            (self.tr("Phone"), told.asker_phone),
            (self.tr("Proof shown"), told.proof),
            (self.tr("Identity"), self._words.check(told.identity_check)),
            (self.tr("Received"), told.received_on.isoformat() if told.received_on else ""),
            (self.tr("Due"), self._due(request)),
            (self.tr("Asked for"), told.details),
            (self.tr("Answered"), answered),
            (self.tr("Answer"), request.answer),
            (self.tr("Ground"), self._words.ground(request.ground)),
            (self.tr("Handled by"), request.handled_by),
        )
        _show_pairs(self.facts, [(title, value) for title, value in facts if value])

    def _due(self, request: Request) -> str:
        day = request.due_on.isoformat()
        # holidays of a year to come may still be moved (暂定)
        if self._station.reference.calendar.is_provisional(request.due_on):
            return self.tr("{day} (provisional)").format(day=day)
        return day

    def _show_history(self, request: Request, changes: Sequence[Change]) -> None:
        if request is not self._request:
            return
        seen: dict[tuple[object, str], str] = {}
        for change in changes:
            told = self._words.act(change.act)
            if change.field == "fields" and change.after:
                fields = self._words.fields(change.after.split("、"))
                told = f"{told}: {fields}"
            by = change.by.partition("@")[0]
            when = DOT.join((moment_words(change.at), by))
            # one step is one line, however many columns it changed
            seen.setdefault((change.at, change.act), f"{when}\n{told}")
        lines = [value.partition("\n") for value in seen.values()]
        _show_pairs(self.history, [(when, told) for when, _, told in lines])


def _show_pairs(card: Card, pairs: Sequence[tuple[str, str]]) -> None:
    """Show titled values in *card*, in the place of those there were."""
    empty(card.body)
    held = QWidget(card)
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    top = Qt.AlignmentFlag.AlignTop
    for row, (title, value) in enumerate(pairs):
        grid.addWidget(label(title, Role.MUTED, wrap=True, parent=held), row, 0, top)
        shown = label(value, wrap=True, parent=held)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(shown, row, 1, top)
    card.body.addWidget(held)
