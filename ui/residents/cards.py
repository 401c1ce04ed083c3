"""The cards of one person one file: who, household, both addresses, verification, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.access.permissions import Permission
from station_app.services.privacy import seen
from ui.kit.icons import Icon
from ui.kit.masked import MaskedLabel
from ui.residents.address_cards import AddressCards
from ui.residents.facts import DOT, FileCard
from ui.residents.household_card import HouseholdCard
from ui.residents.verification_card import VerificationCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.domain.clock import Clock
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

CODES = ("ethnicity", "marital", "education", "occupation", "politics", "health")


class PersonCards(QObject):
    """Makes the cards of the first page of the file.

    A fact that is not known takes no line; a card without any says so in words.
    """

    def __init__(self, actions: PersonActions, words: Words, clock: Clock) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words
        self._clock = clock
        self._household = HouseholdCard(actions, words)
        self._addresses = AddressCards(actions, words)
        self._verification = VerificationCard(actions, words, clock)

    def all(self, file: PersonFile, freshness_days: int) -> Sequence[QWidget]:
        """Return the cards of *file*, what is asked for most often first."""
        cards = [
            self._contact(file),
            self._household.of(file),
            self._addresses.living(file),
            self._addresses.registration(file),
            self._verification.of(file, freshness_days),
            self._tags(file),
            self._particulars(file),
        ]
        if file.periods:
            cards.append(self._addresses.former(file))
        for card in cards:
            # In the bin everything can be read and nothing changed.
            card.refuse(self._actions.person.blocked())
        return cards

    def masked(self, text: str, field: str) -> MaskedLabel:
        """Return a number shown masked, which can be shown in full for a while."""
        shown = MaskedLabel(text, is_copied=True)
        shown.show_asked.connect(lambda: self._actions.numbers.reveal(field, shown))
        shown.copy_asked.connect(lambda: self._actions.numbers.copy(field, shown))
        self._actions.person.gate.bind(Permission.RESIDENT_SHOW, shown.toggle)
        return shown

    def _contact(self, file: PersonFile) -> FileCard:
        card = FileCard("")
        person = file.resident
        document = person.primary_document()
        if document is not None:
            place = person.documents.index(document)
            masked = seen("document", "number", document.number, kind=document.kind)
            title = self._words.name_of("document", document.kind)
            card.add_facts([(title, self.masked(masked, f"document:{place}"))])
        phones = ("phone", self.tr("Phone")), ("other_phone", self.tr("Other phones"))
        for field, title in phones:
            number = getattr(person.particulars, field)
            if number:
                card.add_facts([(title, self.masked(seen("resident", field, number), field))])
        if not card.facts:
            card.add_remark(self.tr("Neither a document nor a phone number is known."))
        return card

    def _tags(self, file: PersonFile) -> FileCard:
        card, today = FileCard(self.tr("Tags")), self._clock.today()
        card.add_button(Icon.EDIT, self.tr("Change the tags…"), self._actions.correct_tags)
        shown = [tag for tag in file.tags if not self._words.is_restricted(tag.code)]
        for tag in shown:
            state = "" if tag.holds_on(today) else self.tr("ended")
            period = self._words.period(tag.since, tag.until)
            facts = (tag.level, period, state, tag.source)
            name = self._words.name_of("tag", tag.code)
            card.add_line(name, note=DOT.join(filter(None, facts)))
        if not shown:
            card.add_remark(self.tr("None."))
        if any(field.startswith("tag:") for field in file.resident.withheld):
            card.add_remark(self.tr("Some are kept by law and not used any more."))
        return card

    def _particulars(self, file: PersonFile) -> FileCard:
        card, drawn = FileCard(self.tr("Particulars")), file.resident.particulars
        card.add_button(
            Icon.EDIT, self.tr("Correct the particulars…"), self._actions.correct_particulars
        )
        titles = dict(
            zip(
                CODES,
                (
                    self.tr("Ethnicity"),
                    self.tr("Marital status"),
                    self.tr("Education"),
                    self.tr("Occupation"),
                    self.tr("Political status"),
                    self.tr("Health"),
                ),
                strict=True,
            )
        )
        card.add_facts(
            (
                (self.tr("Former name"), drawn.former_name),
                *(
                    (titles[code], self._words.name_of(code, getattr(drawn, code)))
                    for code in CODES
                ),
                (self.tr("Work or school"), drawn.employer),
                (self.tr("Remarks"), drawn.note),
            )
        )
        if not card.facts:
            card.add_remark(self.tr("Nothing more is known."))
        return card
