"""Everything that can be done with somebody's file and is not done daily."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import MenuButton
from ui.kit.icons import Icon, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions

    Offer = tuple[Icon, str, Callable[[], object], str, Permission]  # a str: why not, if not

TWO = 2


class FileMenu(MenuButton):
    """Offers it by name; what cannot be done now stays in sight and says why."""

    def __init__(self, acts: PersonActions) -> None:
        super().__init__("")
        self.setText(self.tr("More"))
        self._acts = acts
        self.menu_shown.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu = self.menu_shown
        menu.clear()
        menu.setToolTipsVisible(True)
        for meaning, text, slot, reason, need in self._offers():
            action = menu.addAction(icon(meaning), f"{text} – {reason}" if reason else text)
            action.setEnabled(not reason)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            self._acts.person.gate.bind(need, action)

    def _offers(self) -> Sequence[Offer]:
        actions, file = self._acts, self._acts.person.file
        write, discard = Permission.RESIDENT_WRITE, Permission.RESIDENT_BIN
        if file is None:
            return ()
        if file.resident.is_binned:
            return (
                (Icon.RESTORE, self.tr("Put back"), actions.take_from_bin, "", discard),
                self._of_audit(),
            )
        dead = self.tr("has died") if file.resident.died_on else ""
        return (
            (
                Icon.VERIFIED,
                self.tr("Record a verification…"),
                actions.record_verification,
                "",
                write,
            ),
            (Icon.MOVE, self.tr("Move…"), actions.move, "", write),
            (Icon.CARD, self.tr("Documents…"), actions.correct_documents, "", write),
            (Icon.TAG, self.tr("Tags…"), actions.correct_tags, "", write),
            (Icon.FILE, self.tr("Add a file…"), actions.files.add, "", Permission.FILE_WRITE),
            *self._of_household(file),
            (Icon.CALENDAR, self.tr("Note a death…"), actions.note_death, dead, write),
            self._of_audit(),
            (Icon.BIN, self.tr("Put into the bin"), actions.put_into_bin, "", discard),
        )

    def _of_audit(self) -> Offer:
        words = self.tr("Who has looked at or changed this…")
        return (Icon.SECURITY, words, self._acts.ask_audit, "", Permission.AUDIT_READ)

    def _of_household(self, file: PersonFile) -> Sequence[Offer]:
        actions, household = self._acts, file.household
        is_elsewhere = household is None and bool(file.resident.household_id)
        none = self.tr("belongs to no household") if household is None else ""
        none = self.tr("the household is outside your grids") if is_elsewhere else none
        alone = household is not None and len(household.members) < TWO
        only = self.tr("the only member") if alone else none
        found = self.tr("leave the present one first") if household is not None else ""
        found = none if is_elsewhere else found
        offers = (
            (Icon.HOME, self.tr("Found a household…"), actions.of_household.found, found),
            (Icon.ADD_MEMBER, self.tr("Add a new member…"), actions.of_household.add_new, none),
            (
                Icon.HOUSEHOLD,
                self.tr("Add a member from the register…"),
                actions.of_household.add_known,
                none,
            ),
            (Icon.APPROVE, self.tr("Change the head…"), actions.of_household.change_head, only),
            (Icon.MOVE_OUT, self.tr("Leave the household"), actions.of_household.leave, none),
        )
        return tuple((*offer, Permission.RESIDENT_WRITE) for offer in offers)
