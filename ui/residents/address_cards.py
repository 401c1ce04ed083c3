"""The cards of somebody's addresses: lives at, registered at, and where it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.icons import Icon
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words


class AddressCards(QObject):
    """Makes the cards of 现住地 and 户籍地, each corrected by itself, and of former ones."""

    def __init__(self, actions: PersonActions, words: Words) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words

    def living(self, file: PersonFile) -> FileCard:
        """Return where the person of *file* lives, and how to move."""
        card, person, words = FileCard(self.tr("Lives at")), file.resident, self._words
        if person.living_text:
            card.add_button(
                Icon.EDIT, self.tr("Correct since when and why…"), self._actions.correct_living
            )
        card.add_button(Icon.MOVE, self.tr("Move…"), self._actions.move)
        card.add_facts(
            (
                (self.tr("Address"), person.living_text),
                (self.tr("Since"), words.day(person.living.since)),
                (self.tr("Basis"), words.name_of("living_basis", person.living.basis)),
                (self.tr("Proof"), person.living.proof),
                (self.tr("Left on"), words.day(person.left_on)),
                (self.tr("Moved to"), person.left_to),
            )
        )
        if not card.facts:
            card.add_remark(self.tr("No present address is known."))
        return card

    def registration(self, file: PersonFile) -> FileCard:
        """Return where the person of *file* is registered."""
        card, hukou = FileCard(self.tr("Registered at")), file.resident.hukou
        card.add_button(
            Icon.EDIT, self.tr("Correct the registration…"), self._actions.correct_hukou
        )
        local = {
            True: self.tr("In this community"),
            False: self.tr("Elsewhere"),
            None: self.tr("Not known"),
        }
        card.add_facts(
            (
                (self.tr("Where"), local[hukou.is_local]),
                (self.tr("Address"), hukou.address),
                (self.tr("Kind"), self._words.name_of("hukou", hukou.kind)),
                (self.tr("Booklet"), hukou.number),
                (self.tr("Since"), self._words.day(hukou.since)),
            )
        )
        return card

    def former(self, file: PersonFile) -> FileCard:
        """Return where the person of *file* lived or was registered before."""
        card = FileCard(self.tr("Former addresses"))
        kinds = {"living": self.tr("lived"), "hukou": self.tr("registered")}
        for period in file.periods:
            facts = (kinds.get(period.kind, ""), self._words.period(period.since, period.until))
            card.add_line(period.address, note=DOT.join(filter(None, facts)))
        return card
