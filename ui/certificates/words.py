"""What the pages of this room call things.

Official terms are those of the code tables, in Chinese; what the program itself says
is translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.certificate_numbers import check_of
from station_app.domain.certificate_requests import Stage
from station_app.domain.certificates import State, Validity
from station_app.domain.residents.standing import LIVES_HERE, Standing
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.domain.errors import Problem
    from station_app.domain.residents.people import Verification

DOT = " · "


class Words(QObject):
    """Sentences and names for this room."""

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station

    def name_of(self, table: str, code: str) -> str:
        """Return the official name of *code*, empty for none."""
        return self._station.reference.table(table).name_of(code) if code else ""

    def verification_choices(self) -> tuple[Choice, ...]:
        """Return the ways in which facts are made sure of, found by name and pinyin."""
        return tuple(
            Choice(
                entry.code,
                entry.name,
                also=" ".join((*entry.aliases, self._station.search.readings(entry.name))),
            )
            for entry in self._station.reference.table("verification").entries
        )

    def standing(self, standing: Standing) -> str:
        """Return what a kind of population (人口类型) is called."""
        own = {
            Standing.UNCLEAR: self.tr("Registration unknown"),
            Standing.LEFT: self.tr("Moved out"),
            Standing.DEAD: self.tr("Died"),
        }
        return own.get(standing) or self.name_of("population", standing)

    def standing_tone(self, standing: Standing) -> Tone:
        """Return the colour that goes with the word."""
        return Tone.OK if standing in LIVES_HERE else Tone.NEUTRAL

    def state(self, state: State) -> str:
        """Return what a certificate's state is called."""
        return {
            State.DRAFT: self.tr("Draft"),
            State.ISSUED: self.tr("Valid"),
            State.VOID: self.tr("Void"),
        }[state]

    def state_tone(self, state: State) -> Tone:
        """Return the colour that goes with the word."""
        return {State.ISSUED: Tone.OK, State.VOID: Tone.DANGER}.get(state, Tone.NEUTRAL)

    def age(self, day: date, *, today: date) -> str:
        """Return how long ago *day* is, in days: the settings count in them too."""
        days = (today - day).days
        near = {0: self.tr("today"), 1: self.tr("yesterday")}
        return near.get(days) or self.tr("{days} days ago").format(days=days)

    def verified(self, fact: Verification, *, today: date) -> str:
        """Return how, by whom and when the facts were made sure of."""
        how = self.name_of("verification", fact.how)
        ago = self.age(fact.on, today=today)
        when = self.tr("{day} ({ago})").format(day=fact.on.isoformat(), ago=ago)
        return DOT.join(filter(None, (when, how, fact.by)))

    def missing_glyphs(self, characters: tuple[str, ...]) -> str:
        """Return that *characters* cannot be printed, each with its code."""
        named = "、".join(f"{each} (U+{ord(each):04X})" for each in characters)
        return self.tr(
            "No font can print {characters}. Nothing is handed out and no number is used until"
            " the text is changed."
        ).format(characters=named)

    def check(self, number: str) -> str:
        """Return the check digit that is read out behind *number*; empty for no number."""
        digit = check_of(number)
        return self.tr("check digit {digit}").format(digit=digit) if digit else ""

    def standing_of(self, line: CertificateLine) -> tuple[str, Tone]:
        """Return how it stands with a certificate today, and the colour of it."""
        validity = line.validity(self._station.clock.today())
        if validity is Validity.OVER:
            return self.tr("Ended"), Tone.NEUTRAL
        if validity is Validity.SOON:
            return self.tr("Ends soon"), Tone.WARN
        return self.state(line.state), self.state_tone(line.state)

    def stage(self, stage: Stage) -> str:
        """Return what is to be done with a certificate next, or what became of it."""
        return {
            Stage.DRAFT: self.tr("Sent back"),
            Stage.VERIFIED: self.tr("To be approved"),
            Stage.APPROVED: self.tr("To be printed"),
            Stage.PRINTED: self.tr("To be collected"),
            Stage.COLLECTED: self.tr("To be filed"),
            Stage.ARCHIVED: self.tr("Filed"),
            Stage.VOID: self.tr("Void"),
        }[stage]

    def taken_along(self, who: str, relation: str, on: date | None) -> str:
        """Return who took a certificate along, for whom and when; empty if nobody has."""
        if on is None:
            return ""
        if relation:
            words = self.tr("Collected: {who} ({relation}) {on}")
            return words.format(who=who, relation=relation, on=on.isoformat())
        return self.tr("Collected: {who} {on}").format(who=who, on=on.isoformat())

    def title_of(self, kind: str) -> str:
        """Return the official title of a kind of certificate."""
        titles = {each.id: each.title for each in self._station.reference.legitimate}
        return titles.get(kind, kind)

    def problem(self, problem: Problem) -> str:
        """Return the sentence for something wrong with one field."""
        own = {
            ("purpose", "missing"): self.tr("What is the certificate wanted for?"),
            ("reason", "missing"): self.tr("Write why: the reason stays in the register."),
            ("how", "missing"): self.tr("How was it made sure of?"),
            ("by", "missing"): self.tr("Who made sure of it?"),
            ("on", "missing"): self.tr("On which day?"),
            ("on", "in-the-future"): self.tr("This day is still to come."),
            ("name", "missing"): self.tr("Write who takes it along."),
            ("is_checked", "missing"): self.tr("Look at the card first, then tick this."),
        }
        common = {
            "missing": self.tr("This stands on the paper: write it."),
            "not-a-number": self.tr("A whole number, such as 3."),
            "not-hours": self.tr("Hours, whole or half, such as 12.5."),
            "not-a-day": self.tr("A day, such as 2026-07-10."),
            "not-offered": self.tr("Choose one of the list."),
            "too-many-rows": self.tr("At most {most} lines."),
            "columns": self.tr("Line {row} has {found} parts instead of {columns}."),
            "cell-too-long": self.tr("In line {row} a part is longer than {most} characters."),
            "too-long": self.tr("At most {most} characters."),
            "out-of-range": self.tr("Between {least} and {most}."),
        }
        found = own.get((problem.field, problem.code)) or common[problem.code]
        return found.format(**problem.facts)
