"""Who stands for the list of keys: the root of this computer, and the street office's word."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.paper_code.trust import key_id_of
from ui.kit.buttons import Button
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, FlowLayout
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from station_app.services.certificates.paper_keys import RootStanding

USUAL = timedelta(days=365)
NARROW = 240


class RootCard(Card):
    """Three steps: ask, vouch (at the street office), take the answer in."""

    ask_asked = Signal()
    vouch_asked = Signal(object)  # the last day
    take_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("The street office stands for the list"))
        self.title.show()
        self.told = label("", wrap=True, parent=self)
        self.ask = Button(self.tr("Ask the street office…"), meaning=Icon.SAVE, parent=self)
        self.take = Button(self.tr("Take in its answer…"), meaning=Icon.OPEN, parent=self)
        self.until = DateField(self.tr("Stand for it until"), required=True)
        self.until.set_value(today + USUAL)
        self.vouch = Button(self.tr("Stand for a station…"), meaning=Icon.SEAL, parent=self)
        self._lay_out()
        self.ask.on_click(self.ask_asked.emit)
        self.take.on_click(self.take_asked.emit)
        self.vouch.on_click(self._vouch)

    def show_root(self, root: RootStanding | None) -> None:
        """Tell who stands for the list that this computer signs."""
        if root is None:
            self.told.setText(self.tr("This computer has not signed a list of keys yet."))
        elif root.voucher is None:
            words = self.tr("Root key of this computer: {root}. Nobody stands for it yet.")
            self.told.setText(words.format(root=root.id))
        else:
            words = self.tr(
                "Root key of this computer: {root}. {by} (key {street}) stands for it until {day}."
            )
            self.told.setText(
                words.format(
                    root=root.id,
                    by=root.voucher.by,
                    street=key_id_of(root.voucher.street),
                    day=root.voucher.valid_to.isoformat(),
                )
            )

    def _vouch(self) -> None:
        until = self.until.value()
        if until is not None:
            self.vouch_asked.emit(until)
        elif self.until.is_readable():
            self.until.set_problem(self.tr("Until which day?"))

    def _lay_out(self) -> None:
        why = self.tr(
            "Whoever gets a verification page then compares one key, that of the street office,"
            " for all its stations."
        )
        self.body.addWidget(label(why, Role.MUTED, wrap=True, parent=self))
        self.body.addWidget(self.told)
        steps = FlowLayout()
        steps.addWidget(self.ask)
        steps.addWidget(self.take)
        self.body.addLayout(steps)
        at_street = self.tr("At the street office:")
        self.body.addWidget(label(at_street, Role.STRONG, parent=self))
        self.until.setMaximumWidth(NARROW)
        self.body.addWidget(self.until)
        last = FlowLayout()
        last.addWidget(self.vouch)
        self.body.addLayout(last)
