"""The page of the file about somebody's rights: told, consented, guarded, asked, withheld."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from station_app.domain.rights.consents import Form, Gap
from ui.kit.buttons import Button, IconButton
from ui.kit.icons import Icon
from ui.kit.moments import day_words
from ui.kit.request_words import kind_words, state_words
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Tone
from ui.kit.words import Pill
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.domain.clock import Clock
    from station_app.domain.rights.consents import Consent
    from station_app.domain.rights.guardians import Guardian
    from station_app.services.rights.person import PersonRights
    from ui.residents.rights_actions import RightsActions
    from ui.residents.rights_words import RightsWords
    from ui.residents.shown_person import ShownPerson

OF_CHILDREN = frozenset({Gap.NO_GUARDIAN, Gap.NO_GUARDIANS_CONSENT})


class RightsCards(QObject):
    """Makes the cards; what is missing stands first, with what to do about it."""

    def __init__(
        self, actions: RightsActions, words: RightsWords, person: ShownPerson, clock: Clock
    ) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words
        self._person = person
        self._clock = clock

    def all(self, rights: PersonRights) -> Sequence[QWidget]:
        """Return the cards of the page."""
        cards = [self._overview(rights), self._notices(rights), self._consents(rights)]
        if rights.is_child or rights.guardians:
            cards.insert(1, self._guardians(rights))
        cards.append(self._requests(rights))
        if rights.withheld:
            cards.append(self._withheld(rights))
        for card in cards:
            card.refuse(self._person.blocked())
        return cards

    def summary(self, rights: PersonRights, turn: Callable[[], object]) -> FileCard:
        """Return the card of the first page: what is missing, and the way to the rest."""
        card = FileCard(self.tr("Consents and rights"))
        card.add_button(Icon.NEXT, self.tr("Show consents and rights"), turn)
        for gap in rights.gaps:
            self._add_gap(card, gap)
        today = self._clock.today()
        names = [
            self._words.purpose(consent.particulars.purpose)
            for consent in rights.consents
            if consent.holds_on(today)
        ]
        if names:
            told = "、".join(dict.fromkeys(names))
            card.add_facts([(self.tr("Consented to"), told)])
        elif not rights.gaps:
            card.add_remark(self.tr("Nothing is missing."))
        return card

    def _overview(self, rights: PersonRights) -> FileCard:
        card = FileCard("")
        for gap in rights.gaps:
            self._add_gap(card, gap)
        if not rights.gaps:
            card.add_remark(self.tr("Nothing is missing."))
        row = FlowLayout()
        for text, meaning, slot in (
            (self.tr("What is held about me…"), Icon.PRINT, self._actions.ask_own_data),
            (self.tr("Enter a request…"), Icon.ADD, self._actions.ask_request),
        ):
            button = Button(text, meaning=meaning, parent=card)
            button.on_click(slot)
            row.addWidget(button)
        card.body.addLayout(row)
        return card

    def _add_gap(self, card: FileCard, gap: Gap) -> None:
        tone = Tone.DANGER if gap in OF_CHILDREN else Tone.WARN
        card.body.addWidget(Pill(self._words.gap(gap), tone), 0, Qt.AlignmentFlag.AlignLeft)

    def _notices(self, rights: PersonRights) -> FileCard:
        card = FileCard(self.tr("Notice"))
        card.add_button(Icon.PRINT, self.tr("Print the notice…"), self._actions.ask_notice)
        card.add_button(Icon.ADD, self.tr("The notice was given…"), self._actions.give_notice)
        for notice in rights.notices:
            told = notice.particulars
            way = next((each.text for each in self._words.ways() if each.code == told.way), "")
            day = told.on.isoformat() if told.on else ""
            card.add_line(told.edition, note=DOT.join(filter(None, (day, way, told.by))))
        if not rights.notices:
            card.add_remark(self.tr("Print the notice, hand it over, then note it with the plus."))
        return card

    def _consents(self, rights: PersonRights) -> FileCard:
        card = FileCard(self.tr("Consents"))
        card.add_button(Icon.ADD, self.tr("Take a consent…"), self._actions.take_consent)
        for consent in rights.consents:
            self._add_consent(card, consent)
        if not rights.consents:
            card.add_remark(self.tr("None. Take the first one with the plus."))
        return card

    def _add_consent(self, card: FileCard, consent: Consent) -> None:
        told, today = consent.particulars, self._clock.today()
        state, tone = self._words.state(consent, today=today)
        day = (consent.withdrawn_on or told.on or today).isoformat()
        no_scan = told.form == Form.PAPER and not told.attachment_id
        missing = self.tr("no scan") if no_scan else ""
        facts = (day, self._words.form(told.form), told.recipient, missing)
        buttons = []
        if consent.holds_on(today):
            withdraw = IconButton(Icon.NEGATIVE, self.tr("Withdraw…"))
            withdraw.clicked.connect(lambda _checked: self._actions.withdraw(consent))
            card.buttons.append(withdraw)
            buttons.append(withdraw)
        line = card.add_line(
            self._words.purpose(told.purpose), note=DOT.join(filter(None, facts)), buttons=buttons
        )
        layout = line.layout()
        if layout is not None:
            layout.addWidget(Pill(state, tone))

    def _guardians(self, rights: PersonRights) -> FileCard:
        card = FileCard(self.tr("Guardians"))
        name = partial(self._actions.name_guardian, None)
        card.add_button(Icon.ADD, self.tr("Name a guardian…"), name)
        for guardian in rights.guardians:
            told = guardian.particulars
            ended = "" if guardian.acts_on(self._clock.today()) else self.tr("ended")
            card.add_line(
                told.name,
                note=DOT.join(filter(None, (told.relation, ended))),
                buttons=self._of_guardian(card, guardian),
            )
        if not rights.guardians:
            card.add_remark(self.tr("A child under fourteen needs one. Name him with the plus."))
        return card

    def _of_guardian(self, card: FileCard, guardian: Guardian) -> list[IconButton]:
        buttons = []
        for meaning, title, slot in (
            (Icon.EDIT, self.tr("Correct the guardian…"), self._actions.name_guardian),
            (Icon.BIN, self.tr("Put into the bin"), self._actions.discard_guardian),
        ):
            button = IconButton(meaning, title)
            button.clicked.connect(lambda _checked, act=slot: act(guardian))
            buttons.append(button)
        card.buttons += buttons
        return buttons

    def _requests(self, rights: PersonRights) -> FileCard:
        card = FileCard(self.tr("Requests"))
        card.add_button(Icon.ADD, self.tr("Enter a request…"), self._actions.ask_request)
        for request in rights.requests:
            facts = (kind_words(request.particulars.kind), state_words(request.state))
            card.add_line(
                request.number,
                note=DOT.join(facts),
                slot=partial(self._actions.open_request, request.id),
            )
        if not rights.requests:
            card.add_remark(self.tr("None."))
        return card

    def _withheld(self, rights: PersonRights) -> FileCard:
        card = FileCard(self.tr("Not used any more"))
        if any(not each.is_erased for each in rights.withheld):
            show = self.tr("Show with a reason…")
            card.add_button(Icon.SHOW, show, self._actions.open_withheld)
        for each in rights.withheld:
            what = self.tr("erased") if each.is_erased else self.tr("kept by law, not used")
            facts = (what, day_words(each.since), each.reason)
            card.add_line(self._words.field(each.field), note=DOT.join(filter(None, facts)))
        return card
