"""What is said of notices, consents and guardians on the page of somebody's rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.rights.consents import Form, Gap, Giver
from station_app.domain.rights.rules import name_in
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.rights.consents import Consent
    from station_app.domain.rights.rules import Named, RightsRules


class RightsWords(QObject):
    """Words this page needs; names of purposes and grounds are official and stay Chinese."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station

    @property
    def rules(self) -> RightsRules:
        """The rules about people's rights."""
        return self._station.reference.rights

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
        return self._choices(self.rules.purposes)

    def ways(self) -> tuple[Choice, ...]:
        """Return the ways of giving the notice."""
        return self._choices(self.rules.ways)

    def bases(self) -> tuple[Choice, ...]:
        """Return the grounds of being a guardian."""
        return self._choices(self.rules.bases)

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

    def fields(self, fields: Sequence[str]) -> str:
        """Return what *fields* are called, each group or tag once."""
        names = (self.field(field) for field in fields)
        return "、".join(dict.fromkeys(names))

    def field(self, field: str) -> str:
        """Return what a column or a tag is called, in the words of the rules."""
        kind, _, code = field.partition(":")
        if kind == "tag":
            return self._station.reference.table("tag").name_of(code)
        group = self.rules.group_of(field)
        return field if group is None else group.name

    def _choices(self, entries: Sequence[Named]) -> tuple[Choice, ...]:
        readings = self._station.search.readings
        return tuple(Choice(each.code, each.name, also=readings(each.name)) for each in entries)
