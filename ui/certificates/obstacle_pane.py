"""Why there is no certificate for somebody, what to do about it, and where to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import Obstacle
from station_app.domain.errors import ValidationFailedError
from ui.certificates.case import VERIFIABLE
from ui.certificates.obstacle_words import ObstacleWords
from ui.certificates.person_card import PersonCard
from ui.certificates.verification_form import VerificationForm
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import Banner, Card, FlowLayout
from ui.kit.tokens import Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from ui.certificates.case import Case
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext


class ObstaclePane(VerificationForm):
    """The applicant, the refusal, and beneath it the way out of it."""

    file_asked = Signal()
    outdated = Signal()  # the record has changed since it was shown

    def __init__(self, station: Station, words: Words, context: RoomContext) -> None:
        super().__init__(words)
        self._station, self._context = station, context
        self._obstacles = ObstacleWords(self)
        self._case: Case | None = None
        self.person = PersonCard(station, words, context)
        self.banner = Banner("", Tone.WARN, self)
        self.remedy = Card(parent=self)
        self.advice = label("", Role.BODY, wrap=True, parent=self.remedy)
        self.file = Button(self.tr("Open the file"), meaning=Icon.OPEN, parent=self.remedy)
        self.other = Button(self.tr("Somebody else"), parent=self.remedy)
        self.remedy.body.addWidget(self.advice)
        row = FlowLayout()
        row.addWidget(self.file)
        row.addWidget(self.other)
        self.remedy.body.addLayout(row)
        for place, widget in enumerate((self.person, self.banner, self.remedy)):
            self.page.body.insertWidget(place, widget)
        for button in (self.file, self.other):
            button.setAutoDefault(True)
        context.gate.bind(Permission.RESIDENT_READ, self.file)
        context.gate.bind(Permission.RESIDENT_WRITE, self.save)
        self.file.on_click(self.file_asked.emit)
        self.other.on_click(self.left.emit)
        self.submitted.connect(self._verify)

    def show_case(self, case: Case, obstacle: Obstacle) -> None:
        """Say what stands in the way, and offer what removes it."""
        self._case = case
        self.person.show_case(case)
        is_verifiable = obstacle in VERIFIABLE
        sentence = self._obstacles.sentence(obstacle, days=case.settings.freshness_days)
        remedy = self._obstacles.remedy(obstacle)
        both = self.tr("{obstacle} {remedy}").format(obstacle=sentence, remedy=remedy)
        # with the form beneath it, the remedy is part of the sentence; else it has a card
        self.banner.say(both if is_verifiable else sentence)
        self.advice.setText(remedy)
        self.file.setText(self._file_text(obstacle))
        self.remedy.setVisible(not is_verifiable)
        for section in self._sections:
            section.setVisible(is_verifiable)
        for button in (self.save, self.cancel):
            button.setVisible(is_verifiable)
        self.begin(today=self._context.clock.today(), clerk=case.settings.clerk)
        if is_verifiable:
            self.how.line.setFocus()
        else:
            self.file.setFocus()

    def _verify(self) -> None:
        case, fact = self._case, self.fact()
        if case is None or fact is None:
            return
        person = case.resident
        self._context.operations.perform(
            lambda _: self._station.residents.verify(person.id, fact, version=person.version),
            owner=self,
            failed=self._on_not_verified,
            label=self.tr("Verification of {name} recorded").format(name=person.particulars.name),
        )

    def _on_not_verified(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.show_problems(error.problems)
            self.focus_first()
        else:
            self._context.failed(error)
            self.outdated.emit()

    def _file_text(self, obstacle: Obstacle) -> str:
        return {
            Obstacle.MOVED_OUT: self.tr("Record that they moved back"),
            Obstacle.NOT_LIVING_HERE: self.tr("Record that they live here"),
            Obstacle.NO_ADDRESS: self.tr("Enter the address"),
        }.get(obstacle, self.tr("Open the file"))
