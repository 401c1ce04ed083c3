"""The staff as a table, and beside it one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountEvent, AccountState
from station_app.domain.errors import ValidationFailedError
from ui.kit.buttons import Choice, Kind
from ui.kit.dialogs import confirm
from ui.kit.empty_state import EmptyState
from ui.kit.filter_chip import FilterChip
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.staff.member_panel import MemberPanel
from ui.staff.staff_columns import StaffColumns
from ui.staff.words import ROLES, STATES, worded

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.access.staff import StaffDraft
    from ui.kit.room import RoomContext
    from ui.staff.accounts import Accounts, FirstPassphrase, StaffLine, StaffPicture


class StaffView(QWidget):
    """Who works here; whoever left is found by the filter."""

    print_asked = Signal(object)  # FirstPassphrase
    changed_keys = Signal()  # somebody's passphrase was given or taken away

    def __init__(self, station: Station, accounts: Accounts, context: RoomContext) -> None:
        super().__init__()
        self._station, self._accounts, self._context = station, accounts, context
        self._lines: HeldLines[str, StaffLine] = HeldLines()
        self._awaited = ""
        self._columns = StaffColumns(context.clock, self)
        self.model = LazyTableModel(self._lines, self._columns.all(), parent=self)
        self.table = TableView(self.model, name="staff", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Staff"))
        self.table.set_empty_state(
            EmptyState(
                Icon.STAFF,
                self.tr("Nobody fits"),
                self.tr("Choose other states or roles, or invite somebody."),
            )
        )
        self.states, self.roles = FilterChip(self.tr("State")), FilterChip(self.tr("Role"))
        self.states.set_value([state for state in AccountState if state is not AccountState.LEFT])
        self.panel = MemberPanel(context.gate, self)
        self.panel.hide()
        self._lay_out()
        self._connect()
        context.gate.bind(Permission.STAFF_MANAGE, self.invite)

    def arrive(self) -> None:
        """Put the cursor on the list."""
        self.table.setFocus()
        if self._context.gate.allows(Permission.PLACE_READ):
            self._context.jobs.start(
                lambda _: self._station.places.grids(),
                owner=self,
                done=lambda grids: self.panel.offer(
                    {grid.id: grid.particulars.name for grid in grids}
                ),
            )

    def has_unsaved(self) -> bool:
        """Whether something typed is not kept, or a passphrase not handed over."""
        is_open = not self.panel.isHidden()
        return is_open and (self.panel.form.is_dirty() or self.panel.slip.is_shown())

    def show_picture(self, picture: StaffPicture) -> None:
        """Show everybody as they stand now."""
        self._lines.held = {line.member.id: line for line in picture.lines}
        self._count()
        self._filter()
        shown = self.panel.line
        key = self._awaited or ("" if shown is None else shown.member.id)
        self._awaited = ""
        if key and not self.panel.isHidden():
            self._show(key)

    def begin_invitation(self) -> None:
        """Ask for the particulars of somebody new."""
        self.panel.slip.forget()
        self.panel.show()
        self.panel.invite()

    def _keep(self, draft: StaffDraft) -> None:
        shown = self.panel.line
        if shown is None:
            self._context.operations.perform(
                lambda _: self._accounts.invite(draft),
                owner=self,
                done=self._invited,
                failed=self._refused,
            )
            return
        self._context.operations.perform(
            lambda _: self._accounts.correct(shown.member, draft),
            owner=self,
            done=lambda _: self.panel.form.show_draft(draft),
            failed=self._refused,
            label=self.tr("Corrected the account of {name}").format(name=draft.name),
        )

    def _invited(self, given: FirstPassphrase) -> None:
        self._awaited = given.owner
        self.panel.form.shown = self.panel.form.draft()
        self.panel.show_given(given, is_first=True)
        self.changed_keys.emit()

    def _give_again(self) -> None:
        shown = self.panel.line
        if shown is None:
            return
        is_first = shown.member.state is AccountState.INVITED

        def show(given: FirstPassphrase) -> None:
            self.panel.show_given(given, is_first=is_first)
            self.changed_keys.emit()

        self._context.operations.perform(
            lambda _: self._accounts.give_again(shown.member), owner=self, done=show
        )

    def _move_on(self, event: AccountEvent) -> None:
        shown = self.panel.line
        if shown is None:
            return
        name = shown.member.particulars.name
        if event is AccountEvent.LEAVE and not self._confirm(name):
            return
        labels = {
            AccountEvent.SUSPEND: self.tr("{name} is suspended"),
            AccountEvent.RESUME: self.tr("{name} may go on"),
            AccountEvent.LEAVE: self.tr("{name} has left"),
            AccountEvent.RETURN: self.tr("{name} is invited again; give a passphrase"),
        }

        def go_on(_: object) -> None:
            if event is AccountEvent.LEAVE and shown.slot is not None:
                self._dismiss()

        self._context.operations.perform(
            lambda _: self._accounts.move_on(shown.member, event),
            owner=self,
            done=go_on,
            label=labels[event].format(name=name),
        )

    def _confirm(self, name: str) -> bool:
        return confirm(
            self,
            title=self.tr("{name} leaves").format(name=name),
            text=self.tr(
                "The passphrase of {name} will open nothing any more, and the station gets"
                " another key. What was recorded stays."
            ).format(name=name),
            action=self.tr("Leaves"),
        )

    def _dismiss(self) -> None:
        shown = self.panel.line
        if shown is None:
            return
        self.panel.hold(
            self.tr(
                "The station is getting another key: a copy is made of everything. Leave the"
                " computer on."
            )
        )
        self._context.jobs.start(
            lambda _: self._accounts.dismiss(shown.member.id),
            owner=self,
            done=self._dismissed,
            failed=self._not_dismissed,
            lane=Lane.WRITE,
        )

    def _dismissed(self, _: object) -> None:
        self.panel.hold("")
        self._context.notices.say(
            self.tr("The passphrase opens nothing any more; the station has another key.")
        )
        self.changed_keys.emit()

    def _not_dismissed(self, error: Exception) -> None:
        self.panel.hold("")
        self._context.failed(error)
        self.changed_keys.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.panel.form.show_problems(error.problems)
            self.panel.form.focus_first()
        else:
            self._context.failed(error)
            self.changed_keys.emit()

    def _take(self, key: object) -> None:
        if key is not None:
            shown = self.panel.line
            if shown is None or shown.member.id != key:
                self.panel.slip.forget()  # it is another's
            self.panel.show()
            self._show(str(key))

    def _follow(self, key: object) -> None:
        # arrow keys turn the pages of an open panel; they leave nothing that was typed
        if key is not None and not self.panel.isHidden() and not self.has_unsaved():
            self._show(str(key))

    def _show(self, key: str) -> None:
        shown = self._lines.held.get(key)
        if shown is not None:
            me = self._station.staff.me()
            badges = self._columns.states_of(shown)
            self.panel.show_line(shown, badges, me="" if me is None else me.id)

    def _count(self) -> None:
        lines = self._lines.held.values()
        self.states.set_choices(
            [
                Choice(
                    state,
                    worded(STATES, state),
                    count=sum(line.member.state is state for line in lines),
                )
                for state in AccountState
            ]
        )
        self.roles.set_choices(
            [
                Choice(
                    role,
                    worded(ROLES, role),
                    count=sum(role in line.member.particulars.roles for line in lines),
                )
                for role in Role
            ]
        )

    def _filter(self) -> None:
        states, roles = set(self.states.value()), set(self.roles.value())
        keys = [
            key
            for key, line in self._lines.held.items()
            if (not states or line.member.state in states)
            and (not roles or roles & set(line.member.particulars.roles))
        ]
        self.model.show_keys(keys, {key: self._lines.held[key] for key in keys})

    def _lay_out(self) -> None:
        bar = Toolbar(self)
        bar.add(self.states)
        bar.add(self.roles)
        bar.add_stretch()
        self.invite = bar.add_button(
            self.tr("Invite somebody"),
            self.begin_invitation,
            meaning=Icon.INVITE,
            kind=Kind.PRIMARY,
            keys="Ctrl+N",
        )
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.panel, 1)

    def _connect(self) -> None:
        for chip in (self.states, self.roles):
            chip.changed.connect(self._filter)
        self.table.opened.connect(self._take)
        self.table.clicked.connect(lambda _: self._take(self.table.current_key()))
        self.table.current_key_changed.connect(self._follow)
        self.panel.closed.connect(self.panel.hide)
        self.panel.kept.connect(self._keep)
        self.panel.event_asked.connect(self._move_on)
        self.panel.passphrase_asked.connect(self._give_again)
        self.panel.dismissal_asked.connect(self._dismiss)
        self.panel.slip.print_asked.connect(self.print_asked)
