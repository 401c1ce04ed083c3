"""The card of somebody's household: its number, who belongs to it, how to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.icons import Icon
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from station_app.domain.residents.households import Member
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words


class HouseholdCard(QObject):
    """Makes the card; each member but the one shown leads to a file."""

    def __init__(self, actions: PersonActions, words: Words) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words

    def of(self, file: PersonFile) -> FileCard:
        """Return the card of the household of *file*, or of there being none."""
        actions, household = self._actions, file.household
        card = FileCard(self.tr("Household"))
        if household is None:
            if file.resident.household_id:
                card.add_remark(self.tr("The household is outside your grids."))
                return card
            card.add_remark(self.tr("Belongs to no household."))
            card.add_button(Icon.ADD, self.tr("Found a household…"), actions.of_household.found)
            return card
        number = household.particulars.number
        if number:
            card.title.setText(self.tr("Household {number}").format(number=number))
        card.add_button(
            Icon.ADD_MEMBER, self.tr("Add a new member…"), actions.of_household.add_new
        )
        card.add_button(Icon.EDIT, self.tr("Correct the household…"), actions.of_household.correct)
        for member in household.members:
            self._add_member(card, member, is_shown=member.id == file.resident.id)
        return card

    def _add_member(self, card: FileCard, member: Member, *, is_shown: bool) -> None:
        relation = self._words.name_of("relation", member.relation)
        age = "" if member.age is None else self.tr("{age} years").format(age=member.age)
        facts = (relation, self._words.sex(member.sex), age)
        actions = self._actions
        card.add_line(
            member.name,
            note=DOT.join(filter(None, facts)),
            slot=None if is_shown else lambda: actions.person_asked.emit(member.id),
        )
