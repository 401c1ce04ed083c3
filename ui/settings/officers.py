"""Who sees which restricted tag (受限标签专责人员): nobody is named, and the tag is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import AccountState, NotPermittedError
from station_app.domain.changes import Topic
from ui.kit.buttons import MenuButton
from ui.kit.icons import Icon
from ui.kit.words import Role, label
from ui.settings.rows import SettingRow, SettingsCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.access.staff import StaffMember
    from station_app.domain.residents.restricted import TagOfficers
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

    Found = tuple[Sequence[TagOfficers], Sequence[StaffMember]]

BUTTON_WIDTH = 150


class OfficersCard(SettingsCard):
    """A row for each restricted tag; its menu ticks who is named."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__("")
        self.title.setText(self.tr("Restricted tags"))
        self.title.show()
        self._station, self._context = station, context
        self.rows: dict[str, SettingRow] = {}
        self.buttons: dict[str, MenuButton] = {}
        self.remark = label(
            self.tr(
                "Off until somebody is named. Only those named see such a tag; lists, searches,"
                " exports and laptops never hold it."
            ),
            Role.MUTED,
            wrap=True,
            parent=self,
        )
        self.body.addWidget(self.remark)
        tags = station.reference.table("tag")
        for code in station.reference.restricted_tags:
            button = MenuButton("", parent=self)
            button.setMinimumWidth(BUTTON_WIDTH)
            self.buttons[code] = button
            self.rows[code] = SettingRow(Icon.TAG, tags.name_of(code), button)
            self.add_row(self.rows[code])
            button.refuse(self.tr("Reading who is named…"))
        context.operations.touched.connect(self._on_touched)
        self.refresh()

    def refresh(self) -> None:
        """Read who is named, and who works here, if that is for whoever is signed in."""
        reason = self._context.gate.reason(Permission.TAG_OFFICERS)
        if reason:
            self._withhold(reason)
            return

        def read(_: Progress) -> Found:
            return self._station.restricted_tags.officers(), self._station.staff.staff()

        self._context.jobs.start(read, owner=self, done=self._show, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, NotPermittedError):
            self._context.failed(error)
            return
        self._withhold(self._context.words(error))

    def _withhold(self, words: str) -> None:
        for button in self.buttons.values():
            button.setText(self.tr("Not yours to see"))
            button.refuse(words)

    def _show(self, found: Found) -> None:
        named, staff = found
        at_work = [each for each in staff if each.state is AccountState.ACTIVE]
        names = {each.id: each.particulars.name for each in staff}
        for each in named:
            button = self.buttons[each.code]
            who = "、".join(names.get(key, "") for key in each.staff)
            button.setText(who or self.tr("Nobody: off"))
            button.refuse("")
            button.menu_shown.clear()
            for member in at_work:
                action = button.menu_shown.addAction(member.particulars.name)
                action.setCheckable(True)
                action.setChecked(member.id in each.staff)
                action.toggled.connect(
                    lambda on, code=each.code, key=member.id: self._name(code, key, on)
                )

    def _name(self, code: str, key: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        service = self._station.restricted_tags
        former = [each for each in service.officers() if each.code == code]
        staff = [each for officers in former for each in officers.staff if each != key]
        wanted = (*staff, key) if on else tuple(staff)
        self._context.operations.perform(
            lambda _: service.name_officers(code, wanted),  # type: ignore[arg-type]  # keys of staff
            owner=self,
            label=self.tr("Officers of a restricted tag named"),
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.STAFF in topics:
            self.refresh()
