"""One key that signs papers: whose it is, from when to when, and whether it still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.certificates.paper_keys import KeyStanding


class KeyCard(Card):
    """Tells one key, and offers to withdraw it."""

    withdraw_asked = Signal(str)  # the key's id

    def __init__(self, standing: KeyStanding, parent: QWidget | None = None) -> None:
        entry = standing.entry
        super().__init__(entry.issuer, parent)
        mine = self.tr("this computer") if standing.is_own else self.tr("another computer")
        told = self.tr("Key {key} · {whose} · signs from {since} to {until}")
        self.told = label(
            told.format(
                key=entry.id,
                whose=mine,
                since=entry.valid_from.isoformat(),
                until=entry.valid_to.isoformat(),
            ),
            Role.MUTED,
            wrap=True,
            parent=self,
        )
        self.papers = label(
            self.tr("Certificates in the register: {count}").format(count=standing.papers),
            parent=self,
        )
        self.withdraw = Button(self.tr("Withdraw…"), meaning=Icon.NEGATIVE, parent=self)
        self.withdraw.setAccessibleName(self.tr("Withdraw key {key}").format(key=entry.id))
        self.withdraw.on_click(lambda: self.withdraw_asked.emit(entry.id))
        self.body.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.papers, 1)
        row.addWidget(self.withdraw)
        self.body.addLayout(row)
        if entry.withdrawn_on is not None:
            self.withdraw.hide()
            words = self.tr(
                "Withdrawn on {day}: {reason}. Of its certificates only those in the register"
                " are still believed."
            )
            note = words.format(day=entry.withdrawn_on.isoformat(), reason=standing.reason)
            self.body.addWidget(Banner(note, Tone.WARN, self))
