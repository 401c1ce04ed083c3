"""Deleting on request: which data, and what becomes of them, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from station_app.domain.rights.rules import After
from ui.kit.buttons import Button, Kind
from ui.kit.fields import CheckField
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, Card, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from station_app.bootstrap import Station
    from station_app.domain.rights.requests import Request
    from station_app.domain.rights.rules import FieldGroup
    from station_app.domain.rights.withholding import Consequence
    from ui.kit.room import RoomContext
    from ui.rights.words import Words


class ErasePanel(SidePanel):
    """The kinds of data that rest on consent, each with a box."""

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._request: Request | None = None
        self.boxes: dict[str, CheckField] = {}
        page = Scroll(self, margin=Space.L)
        card = Card(self.tr("Which data"), self)
        for group in words.rules.groups:
            if group.after is not After.KEEP:
                self._add_box(card, group)
        page.body.addWidget(card)
        self.follows = Banner("", Tone.WARN, self)
        self.act = Button(self.tr("Delete"), meaning=Icon.BIN, kind=Kind.DANGER, parent=self)
        self.act.on_click(self._erase)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.addWidget(self.act)
        row.addStretch(1)
        self.body.addWidget(page, 1)
        told = QHBoxLayout()
        told.setContentsMargins(Space.L, Space.S, Space.L, 0)
        told.addWidget(self.follows)
        self.body.addLayout(told)
        self.body.addLayout(row)

    def show_request(self, request: Request) -> None:
        """Ask what is to be deleted for *request*."""
        self._request = request
        self.show_heading(self.tr("Delete data"), f"{request.holder} · {request.number}")
        for box in self.boxes.values():
            box.set_value(False)
        self._renew()
        next(iter(self.boxes.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> list[str]:
        """Return the kinds of data that are ticked."""
        return [code for code, box in self.boxes.items() if box.value()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add_box(self, card: Card, group: FieldGroup) -> None:
        box = CheckField(group.name)
        box.changed.connect(self._renew)
        self.boxes[group.code] = box
        card.body.addWidget(box)
        card.body.addWidget(label(group.kinds, Role.CAPTION, wrap=True, parent=card))

    def _renew(self) -> None:
        request, groups = self._request, self.chosen()
        self.act.refuse("" if groups else self.tr("Tick at least one kind of data."))
        if request is None or not groups:
            self.follows.say("")
            return
        self._context.jobs.start(
            lambda _: self._station.requests.what_follows(request.id, groups),
            owner=self,
            done=self._show_consequence,
        )

    def _show_consequence(self, what: Consequence) -> None:
        sentences = []
        if what.erased:
            told = self.tr("Erased: {fields}.")
            sentences.append(told.format(fields=self._words.fields(what.erased)))
        if what.frozen:
            told = self.tr("Kept by law and not used any more: {fields}.")
            sentences.append(told.format(fields=self._words.fields(what.frozen)))
        nothing = self.tr("Nothing of this is held.")
        self.follows.say(" ".join(sentences) or nothing)

    def _erase(self) -> None:
        request, groups = self._request, self.chosen()
        if request is None or not groups:
            return
        self._context.operations.perform(
            lambda _: self._station.requests.erase(request.id, groups),
            owner=self,
            done=lambda _: self.closed.emit(),
            failed=self._context.failed,
            label=self.tr("Deleted data of {name}").format(name=request.holder),
        )
