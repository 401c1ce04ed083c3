"""The door: who comes in and by what passphrase, or how to come by a new one."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.first_passphrase import first_passphrase
from station_app.domain.errors import (
    LockedOutError,
    RefusedError,
    StationError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.paper_keys import MistypedPaperKeyError
from station_app.services.access import SlotKind
from ui.access.door_forms import (
    DoorForm,
    OwnPassphraseForm,
    PaperKeyForm,
    PassphraseForm,
    SupervisorForm,
)
from ui.access.doorway import Doorway
from ui.access.people import letters_of
from ui.access.shut_door import ShutDoor
from ui.access.trouble import DoorTrouble
from ui.kit.buttons import Button, Kind
from ui.kit.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.clock import Clock
    from station_app.services.access import AccessService, SlotOwner, StationHome, StationKey
    from ui.access.people import Reader
    from ui.kit.jobs import JobRunner


class UnlockPage(QWidget):
    """Asks for name and passphrase; gives the key when they are right.

    It stays busy then, until :meth:`rest` or :meth:`refuse`: the store has to be
    opened too. *read* tells how names are read, *owner* who came in last, *user* the name of
    who is meant by whoever started the program.
    """

    unlocked = Signal(object)  # StationKey
    refused = Signal(Exception)  # by the key slots; whoever helps hears it
    begun = Signal()  # whoever was given a passphrase has one of his own
    given_up = Signal()  # or has not, and left
    fault_met = Signal(Exception)
    restore_asked = Signal()

    def __init__(
        self,
        home: StationHome,
        access: AccessService,
        jobs: JobRunner,
        *,
        words: Callable[[StationError], str],
        clock: Clock,
        read: Callable[[], Reader] | None = None,
        owner: str = "",
        user: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        # a bare QWidget takes no background from the style sheet
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._home, self._access, self._jobs, self._words = home, access, jobs, words
        self._owner, self._typed = owner, ""
        self._begin: Callable[[], object] = bool
        self._people: tuple[SlotOwner, ...] = ()
        self.daily, self.forgotten = PassphraseForm(self), PaperKeyForm(self)
        self.helped, self.own = SupervisorForm(self), OwnPassphraseForm(self)
        self.trouble = DoorTrouble(self)
        self.trouble.hide()
        self.restore = Button(self.tr("Restore a backup…"), kind=Kind.LINK, parent=self)
        self.restore.hide()
        self.restore.on_click(self.restore_asked.emit)
        parts = (self.trouble, *self._forms(), self.restore)
        self.doorway = Doorway(name or self.tr("Station"), parts)
        self.shut = ShutDoor(clock, self)
        self._add_ways()
        QVBoxLayout(self).addWidget(self.doorway)
        self._connect()
        for form in (self.forgotten, self.helped, self.own):
            form.hide()
        self._meet(read, user)

    def arrive(self) -> None:
        """Put the cursor where one types first."""
        self._form().arrive()

    def offer_restoring(self) -> None:
        """Offer the way to the backups; a station that only is locked needs none."""
        self.restore.show()

    def ask_help(self) -> None:
        """Ask for what sets a new passphrase: a supervisor, or else the paper key."""
        if not self._person():
            self.daily.person.set_problem(self.tr("Choose your name first."))
            self.daily.person.line.setFocus()
        elif self._supervisors():
            self.ask_supervisor()
        else:
            self.ask_paper()

    def ask_supervisor(self) -> None:
        """Let a supervisor set a new passphrase for who is chosen."""
        self.helped.offer(self._supervisors(), self.daily.person.name_of(self._person()))
        self._turn(self.helped)

    def ask_paper(self) -> None:
        """Ask for the paper key and a new passphrase."""
        self._paper_way.setVisible(bool(self._supervisors()))
        self._turn(self.forgotten)

    def ask_passphrase(self) -> None:
        """Ask for the passphrase, as every day."""
        self._turn(self.daily)

    def ask_own_passphrase(self, name: str, begin: Callable[[], object]) -> None:
        """Have the person called *name* choose a passphrase in the place of the one typed.

        *begin* is done with it, in the same job: it lets the account begin.
        """
        self._hold(busy=False)
        self.own.greet(name, was_helped=self._form() is self.helped)
        self._begin = begin
        self._turn(self.own)

    def ask_anybody(self) -> None:
        """Let anybody sign in, not first of all who did so last."""
        if len(self._people) > 1:
            self.daily.person.set_value("")

    def wait_for(self, key: Callable[[], StationKey]) -> None:
        """Open with the *key* that is being computed already.

        A failure is said as if it had been typed here.
        """
        self._try(key)

    def rest(self) -> None:
        """Let the door be used again.

        For whoever was told ``unlocked`` and has not opened anything.
        """
        self._typed = ""
        self._hold(busy=False)

    def hold(self) -> None:
        """Take nothing while something is done about the station."""
        self._hold(busy=True)

    def refuse(self, error: Exception) -> None:
        """Say why the station cannot be opened, whoever found out."""
        self._typed = ""
        self._hold(busy=False)
        form = self._form()
        if isinstance(error, LockedOutError):
            self.shut.hold(self._who_failed(), error.facts["until"])
        elif isinstance(error, MistypedPaperKeyError):
            self.forgotten.refuse_mistyped(self._words(error))
        elif isinstance(error, WrongPassphraseError):
            self._refuse_proof(form, self._words(error))
        elif isinstance(error, StationError):
            self._say_refused(form, error)
        else:
            self.fault_met.emit(error)

    def _refused(self, error: Exception) -> None:
        self.refuse(error)
        self.refused.emit(error)

    def _say_refused(self, form: DoorForm, error: StationError) -> None:
        if isinstance(error, ValidationFailedError) or _is_of_new(error):
            form.refuse(self._words(error))
        else:
            self.trouble.say(self._words(error))

    def _refuse_proof(self, form: DoorForm, sentence: str) -> None:
        if form is self.forgotten:
            self.forgotten.refuse_foreign()
        else:
            form.refuse(sentence)

    def _forms(self) -> tuple[PassphraseForm, PaperKeyForm, SupervisorForm, OwnPassphraseForm]:
        return self.daily, self.forgotten, self.helped, self.own

    def _form(self) -> DoorForm:
        return next((form for form in self._forms() if not form.isHidden()), self.daily)

    def _meet(self, read: Callable[[], Reader] | None, user: str) -> None:
        """Find out who may sign in."""
        try:
            self._people = self._access.people(self._home)
        except StationError as error:
            self.trouble.say(self._words(error))
            return
        named = [person.id for person in self._people if user and person.name == user]
        self.daily.offer(self._people, owner=named[0] if named else self._owner)
        policy = self._access.policy(self._home)
        for form in (self.forgotten, self.own):
            form.follow(policy)
        if read is not None and len(self._people) > 1:
            people = self._people
            self._jobs.start(
                lambda _: letters_of(people, read()),
                owner=self,
                done=lambda letters: self.daily.person.offer(people, letters),
                lane=Lane.OUTSIDE,
            )

    def _person(self) -> str:
        """Return who stands at the door, empty while that is not known."""
        return self.daily.owner()

    def _supervisors(self) -> Sequence[SlotOwner]:
        """Return who can help whoever stands at the door."""
        return [
            person
            for person in self._people
            if person.kind is SlotKind.SUPERVISOR and person.id != self._person()
        ]

    def _who_failed(self) -> str:
        is_helped = self._form() is self.helped
        return self.helped.supervisor.value() if is_helped else self._person()

    def _unlock(self, typed: str) -> None:
        person, self._typed = self._person(), typed
        self._try(lambda: self._access.unlock(self._home, typed, owner=person))

    def _reset(self, paper: str, new: str) -> None:
        """Let the new passphrase open the station; the paper stays good."""
        person = self._person()

        def attempt() -> StationKey:
            self._access.reset_passphrase(self._home, person, paper, new)
            return self._access.unlock(self._home, new, owner=person)

        self._typed = new
        self._try(attempt)

    def _be_helped(self, supervisor: str, proof: str) -> None:
        """Come in by a passphrase that nobody sees; one's own is chosen in its place at once."""
        person = self._person()
        given = first_passphrase(self._access.policy(self._home), secrets.choice)

        def attempt() -> StationKey:
            self._access.reset_by_supervisor(self._home, person, supervisor, proof, given)
            return self._access.unlock(self._home, given, owner=person)

        self._typed = given
        self._try(attempt)

    def _try(self, attempt: Callable[[], StationKey]) -> None:
        self._hold(busy=True)
        self.trouble.hide()
        self._jobs.start(
            lambda _: attempt(),
            owner=self,
            done=self._open,
            failed=self._refused,
            # there is no store yet whose lanes it could wait in
            lane=Lane.OUTSIDE,
        )

    def _choose_own(self, new: str) -> None:
        """Put a passphrase of one's own in the place of the one that was given."""
        person, given, begin = self._person(), self._typed, self._begin

        def attempt() -> object:
            self._access.change_passphrase(self._home, person, given, new)
            return begin()

        def refuse(error: Exception) -> None:
            self.refuse(error)
            self._typed = given

        self._hold(busy=True)
        self._jobs.start(
            lambda _: attempt(),
            owner=self,
            done=lambda _: self._begun(),
            failed=refuse,
            lane=Lane.OUTSIDE,
        )

    def _begun(self) -> None:
        self.own.forget()
        self._typed = ""
        self.begun.emit()

    def _give_up(self) -> None:
        self.rest()
        self.own.forget()
        self.ask_passphrase()
        self.given_up.emit()

    def _open(self, key: StationKey) -> None:
        if key.is_given and not self._typed:
            # computed ahead: to put one's own in its place it has to be typed here
            key.end()
            self._hold(busy=False)
            self.arrive()
            return
        for form in self._forms():
            form.forget()
        self.unlocked.emit(key)

    def _turn(self, here: DoorForm) -> None:
        self.trouble.hide()
        for form in self._forms():
            form.setVisible(form is here)
        self._show_shut()
        self.arrive()

    def _show_shut(self) -> None:
        self.shut.show_for(self._who_failed())

    def _hold(self, *, busy: bool) -> None:
        for form in self._forms():
            form.hold(busy=busy)

    def _add_ways(self) -> None:
        """Let one way of being helped lead to the other."""
        by_paper = Button(self.tr("Use the paper key instead"), kind=Kind.LINK, parent=self)
        by_paper.on_click(self.ask_paper)
        self.helped.column.addWidget(by_paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self._paper_way = Button(
            self.tr("Let a supervisor help instead"), kind=Kind.LINK, parent=self
        )
        self._paper_way.on_click(self.ask_supervisor)
        self.forgotten.column.addWidget(self._paper_way, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        self.daily.typed.connect(self._unlock)
        self.daily.forgotten.connect(self.ask_help)
        self.daily.person.changed.connect(self._show_shut)
        self.helped.supervisor.changed.connect(self._show_shut)
        self.forgotten.typed.connect(self._reset)
        self.helped.typed.connect(self._be_helped)
        self.own.typed.connect(self._choose_own)
        self.shut.told.connect(self._say_shut)
        for form in (self.forgotten, self.helped):
            form.left.connect(self.ask_passphrase)
        self.own.left.connect(self._give_up)

    def _say_shut(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.daily.wait(sentence if self._form() is self.daily else "")


def _is_of_new(error: Exception) -> bool:
    """Whether it is the new passphrase that was refused."""
    return isinstance(error, RefusedError) and error.reason == "access.passphrase-used-before"
