"""The card of the last verification: when, by whom, and whether that is too long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.tokens import Tone
from ui.kit.words import Pill
from ui.residents.facts import FileCard

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import Verification
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words


class VerificationCard(QObject):
    """Makes the card. Facts that nobody has looked at for long are said to be too old."""

    def __init__(self, actions: PersonActions, words: Words, clock: Clock) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words
        self._clock = clock

    def of(self, file: PersonFile, freshness_days: int) -> FileCard:
        """Return the card; up to *freshness_days* a verification counts as fresh."""
        card, verified = FileCard(self.tr("Last verified")), file.resident.verified
        if verified is None:
            card.add_remark(self.tr("Nobody has verified these facts yet."))
        else:
            card.head.insertWidget(1, self._age(verified, freshness_days))
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
        record.refuse(self._actions.person.blocked())
        self._actions.person.gate.bind(Permission.RESIDENT_WRITE, record)
        card.body.addWidget(record, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _age(self, verified: Verification, freshness_days: int) -> Pill:
        days = (self._clock.today() - verified.on).days
        if days <= freshness_days:
            return Pill(self.tr("{days} days ago").format(days=days), Tone.OK)
        return Pill(self.tr("{days} days ago, too old").format(days=days), Tone.WARN)
