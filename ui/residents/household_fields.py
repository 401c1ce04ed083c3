"""The household that somebody new joins or founds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import NumberField
from ui.residents.new_person import NEW_HOUSEHOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.households import Household
    from ui.residents.words import Words


class HouseholdFields(QObject):
    """Three fields of a form: which household, as what, or under which number a new one."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.household = CodeField(self.tr("Belongs to"))
        self.household.line.setPlaceholderText(self.tr("No household"))
        self.relation = CodeField(self.tr("Relation to the head"), words.choices("relation"))
        self.number = NumberField(self.tr("Number of the new household"))
        self.household.changed.connect(self.show_chosen)
        self.offer(())

    def offer(self, households: Sequence[Household]) -> None:
        """Let somebody join one of *households*.

        Called when an address is typed at which households are known.
        """
        known = [
            Choice(each.id, self._told(each), also=each.particulars.number) for each in households
        ]
        field = self.household
        # New choices must not take away what has been chosen.
        before = field.value()
        field.set_choices((Choice(NEW_HOUSEHOLD, self.tr("Found a new household")), *known))
        field.set_value(before)
        if households and not before:
            field.set_hint(
                self.tr("{count} households are known at this address.").format(
                    count=len(households)
                )
                if len(households) > 1
                else self.tr("A household is known at this address.")
            )
        self.show_chosen()

    def show_chosen(self) -> None:
        """Ask for what the choice needs: a relation to join, a number to found."""
        chosen = self.household.value()
        self.relation.setVisible(chosen not in {"", NEW_HOUSEHOLD})
        self.number.setVisible(chosen == NEW_HOUSEHOLD)

    def _told(self, household: Household) -> str:
        heads = [member.name for member in household.members if member.is_head()]
        head = heads[0] if heads else self.tr("nobody at its head")
        return self.tr("{head}, {count} people, no. {number}").format(
            head=head,
            count=len(household.members),
            number=household.particulars.number or "–",
        )
