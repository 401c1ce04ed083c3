"""The cards of one person one file: who, household, both addresses, verification, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.identity.masking import mask_document, mask_phone
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.masked import MaskedLabel
from ui.kit.tokens import Tone
from ui.kit.words import Pill
from ui.residents.facts import FileCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.domain.clock import Clock
    from station_app.domain.residents.households import Member
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

DOT = " · "
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

    def all(self, file: PersonFile, freshness_days: int) -> Sequence[QWidget]:
        """Return the cards of *file*, what is asked for most often first."""
        cards = [
            self._contact(file),
            self._household(file),
            self._living(file),
            self._registration(file),
            self._verification(file, freshness_days),
            self._tags(file),
            self._particulars(file),
        ]
        if file.periods:
            cards.append(self._periods(file))
        for card in cards:
            # In the bin everything can be read and nothing changed.
            card.refuse(self._actions.blocked())
        return cards

    def masked(self, text: str, field: str) -> MaskedLabel:
        """Return a number shown masked, which can be shown in full for a while."""
        shown = MaskedLabel(text)
        shown.show_asked.connect(lambda: self._actions.reveal(field, shown))
        return shown

    def _contact(self, file: PersonFile) -> FileCard:
        card = FileCard("")
        person = file.resident
        document = person.primary_document()
        if document is not None:
            place = person.documents.index(document)
            masked = mask_document(document.kind, document.number)
            title = self._words.name_of("document", document.kind)
            card.add_facts([(title, self.masked(masked, f"document:{place}"))])
        phones = ("phone", self.tr("Phone")), ("other_phone", self.tr("Other phones"))
        for field, title in phones:
            number = getattr(person.particulars, field)
            if number:
                card.add_facts([(title, self.masked(_mask_phones(number), field))])
        if not card.facts:
            card.add_remark(self.tr("Neither a document nor a phone number is known."))
        return card

    def _household(self, file: PersonFile) -> FileCard:
        actions, household = self._actions, file.household
        card = FileCard(self.tr("Household"))
        if household is None:
            card.add_remark(self.tr("Belongs to no household."))
            card.add_button(Icon.ADD, self.tr("Found a household…"), actions.found_household)
            return card
        number = household.particulars.number
        if number:
            card.title.setText(self.tr("Household {number}").format(number=number))
        card.add_button(Icon.ADD_MEMBER, self.tr("Add a new member…"), actions.add_new_member)
        card.add_button(Icon.EDIT, self.tr("Correct the household…"), actions.correct_household)
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

    def _living(self, file: PersonFile) -> FileCard:
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

    def _registration(self, file: PersonFile) -> FileCard:
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

    def _verification(self, file: PersonFile, freshness_days: int) -> FileCard:
        card, verified = FileCard(self.tr("Last verified")), file.resident.verified
        if verified is None:
            card.add_remark(self.tr("Nobody has verified these facts yet."))
        else:
            days = (self._clock.today() - verified.on).days
            pill = (
                Pill(self.tr("{days} days ago").format(days=days), Tone.OK)
                if days <= freshness_days
                else Pill(self.tr("{days} days ago, too old").format(days=days), Tone.WARN)
            )
            card.head.insertWidget(1, pill)
            card.add_facts(
                (
                    (self.tr("On"), verified.on.isoformat()),
                    (self.tr("How"), self._words.name_of("verification", verified.how)),
                    (self.tr("By"), verified.by),
                    (self.tr("Remarks"), verified.note),
                )
            )
        record = Button(self.tr("Record a verification…"), meaning=Icon.VERIFIED, parent=card)
        record.on_click(self._actions.record_verification)
        record.refuse(self._actions.blocked())
        card.body.addWidget(record)
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

    def _periods(self, file: PersonFile) -> FileCard:
        card = FileCard(self.tr("Former addresses"))
        kinds = {"living": self.tr("lived"), "hukou": self.tr("registered")}
        for period in file.periods:
            facts = (kinds.get(period.kind, ""), self._words.period(period.since, period.until))
            card.add_line(period.address, note=DOT.join(filter(None, facts)))
        return card


def _mask_phones(numbers: str) -> str:
    return "、".join(mask_phone(number) for number in numbers.split("、"))
