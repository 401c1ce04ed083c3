"""Passphrase and paper key: changed in place, each with the old passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.paper_key import PaperKeyPanel
from ui.settings.paper_key_renewal import PaperKeyRenewal
from ui.settings.passphrase_change import PassphraseChange
from ui.settings.rows import FoldedForm, SettingRow, SettingsCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.paper_keys import PaperKey
    from ui.kit.room import RoomContext
    from ui.settings.proven_form import OwnKeys

WIDE = 560
BUTTON_WIDTH = 96


class SecurityCard(SettingsCard):
    """Two rows that open a small form each, about the *keys* of whoever is signed in.

    Neither form is left half done in sight: what was typed is forgotten when it has
    worked. Printing is the program's, as it is when a station is founded.
    """

    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey

    def __init__(self, keys: OwnKeys, context: RoomContext, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Passphrase and paper key"))
        self.title.show()
        self._context = context
        self.passphrase = PassphraseChange(keys, context)
        self.renewal = PaperKeyRenewal(keys, context)
        self.change = Button(self.tr("Change…"))
        self.renew = Button(self.tr("Renew…"))
        self.panel = PaperKeyPanel()
        # the key is on the screen until somebody says so: there is no second look
        self.kept = Button(self.tr("The paper is locked away"), kind=Kind.PRIMARY)
        for button in (self.change, self.renew):
            button.setMinimumWidth(BUTTON_WIDTH)
        self._lay_out()
        self.change.on_click(self.passphrase.toggle)
        self.renew.on_click(self.renewal.toggle)
        # whoever has it sets anybody's passphrase; those who may are who help at the door
        context.gate.bind(Permission.SETTING_CHANGE, self.renew)
        self.renewal.made.connect(self._show_key)
        self.panel.print_asked.connect(self.print_asked)
        self.panel.save_asked.connect(self.save_asked)
        self.panel.changed.connect(self._judge_paper)
        self.kept.on_click(self._put_away)

    def has_unsaved(self) -> bool:
        """Whether a new passphrase has been begun."""
        return self.passphrase.is_begun()

    def _lay_out(self) -> None:
        self.add_row(
            SettingRow(
                Icon.KEY,
                self.tr("Passphrase"),
                self.change,
                remark=self.tr("Opens the station every morning."),
            )
        )
        self.body.addWidget(self.passphrase)
        self.add_row(
            SettingRow(
                Icon.DOCUMENT,
                self.tr("Paper key"),
                self.renew,
                remark=self.tr(
                    "Opens the station when the passphrase is forgotten. Renew it when the paper"
                    " is lost: the old one then opens nothing."
                ),
            )
        )
        self.body.addWidget(self.renewal)
        self._shown = FoldedForm()
        self._shown.add(self.panel, self.kept, width=WIDE)
        self.body.addWidget(self._shown)

    def _show_key(self, paper: PaperKey) -> None:
        self.panel.show_key(paper)
        self._judge_paper()
        self._shown.show()
        self.panel.print.setFocus()

    def _judge_paper(self) -> None:
        self.kept.refuse(self.panel.missing())

    def _put_away(self) -> None:
        self.panel.forget()
        self._shown.hide()
        self._context.notices.say(self.tr("The new paper key holds; the former opens nothing."))
