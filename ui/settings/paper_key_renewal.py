"""A new paper key in place of a lost one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.kit.buttons import Button, Kind
from ui.settings.proven_form import NARROW, ProvenForm

if TYPE_CHECKING:
    from ui.kit.room import RoomContext
    from ui.settings.proven_form import OwnKeys


class PaperKeyRenewal(ProvenForm):
    """Makes the key, and tells it: it is shown once, by whoever hears of it."""

    made = Signal(object)  # PaperKey

    def __init__(self, keys: OwnKeys, context: RoomContext) -> None:
        super().__init__(context)
        self._keys = keys
        self.make = Button(self.tr("Make a new paper key"), kind=Kind.PRIMARY)
        self.add(self.proof, self.make, width=NARROW)
        self.make.on_click(self._renew)
        self.proof.entered.connect(self._renew)

    def judge(self) -> None:
        """Let the key be asked for: an empty passphrase is noticed when it is."""
        self.make.refuse("")

    def _renew(self) -> None:
        typed = self.proof.value()
        if typed and self.make.isEnabled():
            self.make.refuse(self.tr("Making the key…"))
            keys = self._keys
            self.prove(
                lambda: keys.access.renew_paper_key(keys.home, keys.owner(), typed),
                self._renewed,
            )

    def _renewed(self, paper: object) -> None:
        self.judge()
        self.proof.set_value("")
        self.hide()
        self.made.emit(paper)
