"""One of the staff beside the table: the form, how the account stands, what may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import FOLLOWING, AccountEvent, StaffDraft
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, FlowLayout, SidePanel, line
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill
from ui.staff.member_form import MemberForm
from ui.staff.slip import SlipCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.access.staff import StaffMember
    from ui.kit.columns import Badge
    from ui.kit.gate import Gate
    from ui.staff.accounts import FirstPassphrase, StaffLine

NARROWEST, WIDEST = 400, 584  # at which the form has one column, and two


class MemberPanel(SidePanel):
    """Asks for what may be done; the view carries it out."""

    kept = Signal(object)  # StaffDraft
    event_asked = Signal(object)  # AccountEvent
    passphrase_asked = Signal()
    dismissal_asked = Signal()

    def __init__(self, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.line: StaffLine | None = None
        self.form = MemberForm(self)
        self.slip = SlipCard(self)
        self.busy = Banner("", Tone.INFO, self)
        self.busy.hide()
        self.passphrase = Button(self.tr("Give a new passphrase"), meaning=Icon.KEY, parent=self)
        self.dismiss = Button(self.tr("Take the passphrase away"), meaning=Icon.LOCK, parent=self)
        self.acts = {
            AccountEvent.SUSPEND: Button(self.tr("Suspend"), meaning=Icon.SUSPEND, parent=self),
            AccountEvent.RESUME: Button(self.tr("Let go on"), meaning=Icon.RESTORE, parent=self),
            AccountEvent.LEAVE: Button(self.tr("Leaves…"), meaning=Icon.MOVE_OUT, parent=self),
            AccountEvent.RETURN: Button(self.tr("Comes back"), meaning=Icon.INVITE, parent=self),
        }
        self._lay_out()
        self._connect()
        gate.bind(
            Permission.STAFF_MANAGE,
            *(self.form.save, self.passphrase, self.dismiss),
            *self.acts.values(),
        )

    def invite(self) -> None:
        """Begin with somebody new."""
        self.line = None
        self.show_heading(self.tr("Somebody new"))
        self.pills.clear()
        self.form.save.setText(self.tr("Invite"))
        self.form.show_draft(StaffDraft(name=""))
        self._show_acts()
        self.form.focus_first()

    def show_line(self, shown: StaffLine, badges: list[Badge], *, me: str) -> None:
        """Show one of the staff; nobody suspends himself, who is *me*."""
        is_same = self.line is not None and self.line.member.id == shown.member.id
        member = shown.member
        if not is_same or not self.form.is_dirty():
            self.form.show_draft(member.particulars)
        self.line = shown
        self.form.save.setText(self.tr("Save"))
        self.show_heading(member.particulars.name, member.particulars.post)
        self.pills.clear()
        for badge in badges:
            self.pills.addWidget(Pill(badge.text, badge.tone, parent=self))
        self._show_acts()
        is_me = member.id == me
        oneself = self.tr("Another administrator has to do this for you.") if is_me else ""
        for button in (*self.acts.values(), self.dismiss):
            button.refuse(oneself)
        self.passphrase.refuse(
            self.tr("Change your own passphrase under Settings.") if is_me else ""
        )

    def show_given(self, given: FirstPassphrase, *, is_first: bool) -> None:
        """Show a passphrase that was given, this once."""
        self.form.hide()  # first things first, and there is little room
        self.slip.show_given(given, is_first=is_first)

    def offer(self, grids: Mapping[str, str]) -> None:
        """Offer *grids*, names by key."""
        is_clean = not self.form.is_dirty()
        self.form.grids.offer(grids)
        if is_clean and self.form.shown is not None:
            self.form.shown = self.form.draft()

    def hold(self, words: str) -> None:
        """Say what goes on and takes a while; nothing when it is over."""
        self.busy.say(words)

    def is_inviting(self) -> bool:
        """Whether it is about somebody new."""
        return self.line is None

    def _show_acts(self) -> None:
        member: StaffMember | None = None if self.line is None else self.line.member
        has_slot = self.line is not None and self.line.slot is not None
        for event, button in self.acts.items():
            possible = member is not None and FOLLOWING[member.state, event] is not None
            button.setVisible(possible)
        has_left = member is not None and FOLLOWING[member.state, AccountEvent.LEAVE] is None
        self._row.setVisible(member is not None)
        self.passphrase.setVisible(member is not None and not has_left)
        self.dismiss.setVisible(has_left and has_slot)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.setSpacing(Space.S)
        self._row = QWidget(self)
        row = FlowLayout(self._row)
        for button in (self.passphrase, *self.acts.values(), self.dismiss):
            row.addWidget(button)
        for part in (self._row, self.busy, self.slip):
            top.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(top)
        self.body.addWidget(line(self))
        self.body.addWidget(self.form, 1)
        self.body.addStretch(0)

    def _connect(self) -> None:
        self.slip.forgotten.connect(self.form.show)
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self.closed)
        self.form.changed.connect(self._judge)
        self.passphrase.on_click(self.passphrase_asked.emit)
        self.dismiss.on_click(self.dismissal_asked.emit)
        for event, button in self.acts.items():
            button.clicked.connect(lambda _checked, event=event: self.event_asked.emit(event))

    def _keep(self) -> None:
        if self.form.save.isEnabled():
            self.kept.emit(self.form.draft())

    def _judge(self) -> None:
        same = not self.is_inviting() and not self.form.is_dirty()
        self.form.save.refuse(self.tr("Nothing has been changed") if same else "")
