"""Passphrase and paper key: changed in place, each with the old passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.errors import StationError
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_key import PaperKeyPanel
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.kit.tokens import Space
from ui.settings.rows import SettingRow, SettingsCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.paper_keys import PaperKey
    from station_app.services.access import AccessService, StationHome
    from ui.kit.room import RoomContext

NARROW, WIDE = 360, 560


class SecurityCard(SettingsCard):
    """Two rows that open a small form each.

    Neither form is left half done in sight: what was typed is forgotten when it has
    worked. Printing is the program's, as it is when a station is founded.
    """

    print_asked = Signal(object)  # PaperKey
    save_asked = Signal(object)  # PaperKey

    def __init__(
        self,
        access: AccessService,
        home: StationHome,
        context: RoomContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Passphrase and paper key"))
        self.title.show()
        self._access, self._home, self._context = access, home, context
        self._lay_passphrase()
        self._lay_paper_key()
        self._connect()

    def has_unsaved(self) -> bool:
        """Whether a new passphrase has been begun.

        The present one, typed as proof, is nothing to be lost.
        """
        return bool(self.first.value())

    def _lay_passphrase(self) -> None:
        self.change = Button(self.tr("Change …"))
        self.add_row(
            SettingRow(
                Icon.KEY,
                self.tr("Passphrase"),
                self.change,
                remark=self.tr("Opens the station every morning."),
            )
        )
        self.old = SecretField(self.tr("Present passphrase"))
        self.first = SecretField(self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules()
        self.set = Button(self.tr("Change passphrase"), kind=Kind.PRIMARY)
        self._change_form = _form(self.old, self.first, self.second, self.rules, self.set)
        self.body.addWidget(self._change_form)

    def _lay_paper_key(self) -> None:
        self.renew = Button(self.tr("Renew …"))
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
        self.proof = SecretField(self.tr("Present passphrase"))
        self.make = Button(self.tr("Make a new paper key"), kind=Kind.PRIMARY)
        self._renew_form = _form(self.proof, self.make)
        self.body.addWidget(self._renew_form)
        self.panel = PaperKeyPanel()
        # the key is on the screen until somebody says so: there is no second look
        self.kept = Button(self.tr("The paper is locked away"), kind=Kind.PRIMARY)
        self._panel_form = _form(self.panel, self.kept, width=WIDE)
        self.body.addWidget(self._panel_form)

    def _connect(self) -> None:
        self.change.on_click(lambda: self._toggle(self._change_form, self.old))
        self.renew.on_click(lambda: self._toggle(self._renew_form, self.proof))
        self.set.on_click(self._change)
        self.make.on_click(self._renew)
        self.old.entered.connect(self.first.line.setFocus)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self._change)
        self.proof.entered.connect(self._renew)
        self.panel.print_asked.connect(self.print_asked)
        self.panel.save_asked.connect(self.save_asked)
        self.panel.changed.connect(self._judge_paper)
        self.kept.on_click(self._put_away)
        for field in (self.old, self.first, self.second):
            field.changed.connect(self._judge)
        self._judge()

    def _toggle(self, form: QWidget, first: SecretField) -> None:
        form.setVisible(not form.isVisible())
        if form.isVisible():
            first.line.setFocus()

    def _judge(self) -> None:
        is_good = self.rules.judge(self.first.value(), self.second.value())
        reason = "" if is_good else self.tr("The new passphrase does not meet the rules")
        self.set.refuse(reason if self.old.value() else self.tr("Type the present passphrase"))

    def _change(self) -> None:
        if not self.set.isEnabled():
            return
        # taken on the main thread: a job must not read widgets
        old, new = self.old.value(), self.first.value()
        self.set.refuse(self.tr("Changing …"))
        self._start(
            lambda: self._access.change_passphrase(self._home, old, new),
            self._changed,
            self.old,
        )

    def _changed(self, _: object) -> None:
        for field in (self.old, self.first, self.second):
            field.set_value("")
        self._change_form.hide()
        self._context.notices.say(self.tr("The passphrase has been changed."))

    def _renew(self) -> None:
        typed = self.proof.value()
        if typed and self.make.isEnabled():
            self.make.refuse(self.tr("Making the key …"))
            self._start(
                lambda: self._access.renew_paper_key(self._home, typed), self._renewed, self.proof
            )

    def _renewed(self, paper: PaperKey) -> None:
        self.make.refuse("")
        self.proof.set_value("")
        self._renew_form.hide()
        self.panel.show_key(paper)
        self._judge_paper()
        self._panel_form.show()
        self.panel.print.setFocus()

    def _judge_paper(self) -> None:
        self.kept.refuse(self.panel.missing())

    def _put_away(self) -> None:
        self.panel.forget()
        self._panel_form.hide()
        self._context.notices.say(self.tr("The new paper key holds; the former opens nothing."))

    def _start(
        self, work: Callable[[], Any], done: Callable[[Any], None], field: SecretField
    ) -> None:
        def refuse(error: Exception) -> None:
            # whichever of the two it was, its button has been held
            self.make.refuse("")
            self._judge()
            # a wrong passphrase is said at its field; anything else is nobody's typing
            if isinstance(error, StationError):
                field.set_problem(self._context.words(error))
                field.line.setFocus()
            else:
                self._context.failed(error)

        self._context.jobs.start(
            # deriving a key takes a second and all of a core: not in the readers' lane
            lambda _: work(),
            owner=self,
            done=done,
            failed=refuse,
            lane=Lane.OUTSIDE,
        )


def _form(*parts: QWidget, width: int = NARROW) -> QWidget:
    form = QWidget()
    column = QVBoxLayout(form)
    column.setContentsMargins(Space.XXL, 0, 0, Space.S)
    column.setSpacing(Space.S)
    for part in parts:
        row = QHBoxLayout()
        part.setMaximumWidth(width)
        row.addWidget(part, 1000)
        # the part may grow to its width and no further; 1000 to 1 leaves it the room first
        row.addStretch(1)
        column.addLayout(row)
    form.hide()
    return form
