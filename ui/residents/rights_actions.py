"""What can be done about the rights of the person whose file is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.bootstrap import Station
    from station_app.domain.rights.consents import Consent
    from station_app.domain.rights.guardians import Guardian, GuardianDraft
    from station_app.services.rights.person import PersonRights
    from ui.kit.room import RoomContext
    from ui.residents.shown_person import ShownPerson
    from ui.residents.tasks import Tasks


class RightsActions(QObject):
    """Acts on the rights of :attr:`person`; papers and requests lead to their own room."""

    record_asked = Signal(str, str)  # kind, key: a record of another room

    def __init__(
        self, station: Station, context: RoomContext, person: ShownPerson, tasks: Tasks
    ) -> None:
        super().__init__(person)
        self._station = station
        self._context = context
        self._person = person
        self._tasks = tasks
        self.rights: PersonRights | None = None

    def give_notice(self) -> None:
        """Note that the notice was given."""
        clerk = self._station.settings.current().clerk
        self._person.open(lambda file: self._tasks.of_rights.notice(file, clerk))

    def take_consent(self) -> None:
        """Take a consent."""
        rights = self.rights
        if rights is not None:
            self._person.open(lambda file: self._tasks.of_rights.consent(file, rights))

    def withdraw(self, consent: Consent) -> None:
        """Withdraw a consent."""
        self._person.open(lambda file: self._tasks.of_rights.withdrawal(file, consent))

    def name_guardian(self, guardian: Guardian | None = None) -> None:
        """Name a guardian, or correct one; the household is read first."""
        key = self._person.resident().id

        def open_(offered: Sequence[GuardianDraft]) -> None:
            if self._person.is_shown(key):
                self._person.open(
                    lambda file: self._tasks.of_rights.guardian(file, offered, guardian)
                )

        guardians = self._station.guardians
        self._context.jobs.start(lambda _: guardians.offered(key), owner=self, done=open_)

    def discard_guardian(self, guardian: Guardian) -> None:
        """Take out a guardian who was entered wrongly."""
        guardians, name = self._station.guardians, guardian.particulars.name
        self._person.perform(
            lambda _: guardians.put_into_bin(guardian.id),
            self.tr("Put the guardian {name} into the bin").format(name=name),
        )

    def ask_request(self) -> None:
        """Enter a request of this person in the register."""
        self.record_asked.emit("rights-request-for", self._person.resident().id)

    def open_request(self, key: str) -> None:
        """Go to a request in the register."""
        self.record_asked.emit("rights-request", key)

    def ask_own_data(self) -> None:
        """Go to the paper with all that is held about this person."""
        self.record_asked.emit("own-data-for", self._person.resident().id)

    def ask_notice(self) -> None:
        """Go to the notice for this person."""
        self.record_asked.emit("privacy-notice-for", self._person.resident().id)

    def open_withheld(self) -> None:
        """Go to what is withheld of this person, seen with a reason."""
        self.record_asked.emit("withheld-of", self._person.resident().id)
