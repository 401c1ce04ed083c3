"""Another passphrase: the present one, the new one twice, its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.buttons import Button, Kind
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.settings.proven_form import NARROW, ProvenForm

if TYPE_CHECKING:
    from ui.kit.room import RoomContext
    from ui.settings.proven_form import OwnKeys


class PassphraseChange(ProvenForm):
    """Changes the passphrase; what was typed is forgotten when it has worked."""

    def __init__(self, keys: OwnKeys, context: RoomContext) -> None:
        super().__init__(context)
        self._keys = keys
        self.first = SecretField(self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules()
        self.set = Button(self.tr("Change passphrase"), kind=Kind.PRIMARY)
        self.add(self.proof, self.first, self.second, self.rules, self.set, width=NARROW)
        self.set.on_click(self._change)
        self.proof.entered.connect(self.first.line.setFocus)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self._change)
        for field in (self.proof, self.first, self.second):
            field.changed.connect(self.judge)
        self.judge()

    def is_begun(self) -> bool:
        """Whether a new passphrase has been begun.

        The present one, typed as proof, is nothing to be lost.
        """
        return bool(self.first.value())

    def judge(self) -> None:
        """Tick the rules off; the button says what is missing."""
        is_good = self.rules.judge(self.first.value(), self.second.value())
        reason = "" if is_good else self.tr("The new passphrase does not meet the rules")
        self.set.refuse(reason if self.proof.value() else self.tr("Type the present passphrase"))

    def _change(self) -> None:
        if not self.set.isEnabled():
            return
        # taken on the main thread: a job must not read widgets
        old, new = self.proof.value(), self.first.value()
        self.set.refuse(self.tr("Changing…"))
        keys = self._keys
        self.prove(
            lambda: keys.access.change_passphrase(keys.home, keys.owner(), old, new),
            self._changed,
        )

    def _changed(self, _: object) -> None:
        for field in (self.proof, self.first, self.second):
            field.set_value("")
        self.hide()
        self._context.notices.say(self.tr("The passphrase has been changed."))
