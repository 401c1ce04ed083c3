"""What is said of notices, consents and guardians on the page of somebody's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.rights.consents import Form, Gap, Giver
from station_app.domain.rights.rules import name_in
from ui.kit.buttons import Choice
from ui.kit.rights_names import RightsNames
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.rights.consents import Consent


class RightsWords(RightsNames):
    """Words this page needs; names of purposes and grounds are official and stay Chinese."""

    def gap(self, gap: Gap) -> str:
        """Return the sentence for what is missing."""
        return {
            Gap.NO_NOTICE: self.tr("The notice has not been given yet."),
            Gap.OLD_NOTICE: self.tr("The notice given was an older edition."),
            Gap.NO_GUARDIAN: self.tr("Under fourteen: no guardian is named."),
            Gap.NO_GUARDIANS_CONSENT: self.tr("Under fourteen: no guardian has consented."),
            Gap.NO_SCAN: self.tr("A signed consent has no scan."),
            Gap.NO_SEPARATE_CONSENT: self.tr("Sensitive data are kept without separate consent."),
        }[gap]

    def purpose(self, code: str) -> str:
        """Return the name of a purpose."""
        return name_in(self.rules.purposes, code)

    def purposes(self) -> tuple[Choice, ...]:
        """Return the purposes as a form offers them."""
        return self.choices(self.rules.purposes)

    def ways(self) -> tuple[Choice, ...]:
        """Return the ways of giving the notice."""
        return self.choices(self.rules.ways)

    def bases(self) -> tuple[Choice, ...]:
        """Return the grounds of being a guardian."""
        return self.choices(self.rules.bases)

    def form(self, form: str) -> str:
        """Return how a consent was given."""
        return {Form.PAPER: self.tr("signed"), Form.ORAL: self.tr("oral, before a witness")}[
            Form(form)
        ]

    def forms(self) -> tuple[Choice, ...]:
        """Return the forms of consent as a form offers them."""
        return (
            Choice(Form.PAPER, self.tr("Signed on paper")),
            Choice(Form.ORAL, self.tr("Oral, before a witness")),
        )

    def givers(self) -> tuple[Choice, ...]:
        """Return who may consent."""
        return (
            Choice(Giver.PERSON, self.tr("The person")),
            Choice(Giver.GUARDIAN, self.tr("The guardian")),
        )

    def state(self, consent: Consent, *, today: date) -> tuple[str, Tone]:
        """Return how a consent stands, and the colour that goes with the word."""
        if consent.withdrawn_on is not None:
            return self.tr("withdrawn"), Tone.NEUTRAL
        if consent.holds_on(today):
            return self.tr("in force"), Tone.OK
        return self.tr("ended"), Tone.NEUTRAL
