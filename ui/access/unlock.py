"""The door: passphrase, or the paper key and a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from station_app.domain.errors import StationError, WrongPassphraseError
from station_app.domain.paper_keys import MistypedPaperKeyError
from ui.access.door_forms import PaperKeyForm, PassphraseForm
from ui.access.trouble import DoorTrouble
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, IconLabel
from ui.kit.jobs import Lane
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.access import AccessService, StationHome, StationKey
    from ui.access.door_forms import DoorForm
    from ui.kit.jobs import JobRunner

CARD_WIDTH = 400
MARK = 44


class UnlockPage(QWidget):
    """Asks for the passphrase; gives the key when it is right.

    It stays busy then, until :meth:`rest` or :meth:`refuse`: the store has to be
    opened too.
    """

    unlocked = Signal(object)  # StationKey
    refused = Signal(Exception)  # by the key slots; whoever helps hears it
    fault_met = Signal(Exception)
    restore_asked = Signal()

    def __init__(
        self,
        home: StationHome,
        access: AccessService,
        jobs: JobRunner,
        *,
        words: Callable[[StationError], str],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        # a bare QWidget takes no background from the style sheet
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._home, self._access, self._jobs, self._words = home, access, jobs, words
        self.daily, self.forgotten = PassphraseForm(self), PaperKeyForm(self)
        self.forgotten.hide()
        self.trouble = DoorTrouble(self)
        self.trouble.hide()
        self.restore = Button(self.tr("Restore a backup…"), kind=Kind.LINK, parent=self)
        self.restore.hide()
        self.restore.on_click(self.restore_asked.emit)
        parts = (self.trouble, self.daily, self.forgotten, self.restore)
        QVBoxLayout(self).addWidget(Doorway(name or self.tr("Station"), parts))
        self.daily.typed.connect(self._unlock)
        self.daily.forgotten.connect(self.ask_paper)
        self.forgotten.typed.connect(self._reset)
        self.forgotten.left.connect(self.ask_passphrase)

    def arrive(self) -> None:
        """Put the cursor where one types first."""
        self._form().arrive()

    def offer_restoring(self) -> None:
        """Offer the way to the backups; a station that only is locked needs none."""
        self.restore.show()

    def ask_paper(self) -> None:
        """Ask for the paper key and a new passphrase."""
        self._turn(self.daily, self.forgotten)

    def ask_passphrase(self) -> None:
        """Ask for the passphrase, as every day."""
        self._turn(self.forgotten, self.daily)

    def wait_for(self, key: Callable[[], StationKey]) -> None:
        """Open with the *key* that is being computed already.

        A failure is said as if it had been typed here.
        """
        self._try(key)

    def rest(self) -> None:
        """Let the door be used again.

        For whoever was told ``unlocked`` and has not opened anything.
        """
        self._hold(busy=False)

    def hold(self) -> None:
        """Take nothing while something is done about the station."""
        self._hold(busy=True)

    def refuse(self, error: Exception) -> None:
        """Say why the station cannot be opened, whoever found out."""
        self._hold(busy=False)
        if isinstance(error, MistypedPaperKeyError):
            self.forgotten.refuse_mistyped(self._words(error))
        elif isinstance(error, WrongPassphraseError) and self._form() is self.daily:
            self.daily.refuse(self._words(error))
        elif isinstance(error, WrongPassphraseError):
            self.forgotten.refuse_foreign()
        elif isinstance(error, StationError):
            self.trouble.say(self._words(error))
        else:
            self.fault_met.emit(error)

    def _refused(self, error: Exception) -> None:
        self.refuse(error)
        self.refused.emit(error)

    def _form(self) -> DoorForm:
        return self.daily if self.forgotten.isHidden() else self.forgotten

    def _unlock(self, typed: str) -> None:
        self._try(lambda: self._access.unlock(self._home, typed, owner=self._person()))

    def _reset(self, paper: str, new: str) -> None:
        """Let the new passphrase open the station; the paper stays good."""

        def attempt() -> StationKey:
            person = self._person()
            self._access.reset_passphrase(self._home, person, paper, new)
            return self._access.unlock(self._home, new, owner=person)

        self._try(attempt)

    def _person(self) -> str:
        """Return who stands at the door: the first one known to the station."""
        people = self._access.people(self._home)
        return people[0].id if people else ""

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

    def _open(self, key: StationKey) -> None:
        for form in (self.daily, self.forgotten):
            form.forget()
        self.unlocked.emit(key)

    def _turn(self, away: DoorForm, here: DoorForm) -> None:
        self.trouble.hide()
        away.hide()
        here.show()
        self.arrive()

    def _hold(self, *, busy: bool) -> None:
        for form in (self.daily, self.forgotten):
            form.hold(busy=busy)


class Doorway(QScrollArea):
    """The station's name over whatever is asked at its door, a little above the middle."""

    def __init__(self, name: str, parts: tuple[QWidget, ...]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("role", "body")
        column = QVBoxLayout(inside)
        # where the eye looks for a door
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card(name, parts))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        # the paper key's form is taller than 768 pixels at 200 %
        self.setWidgetResizable(True)
        self.setWidget(inside)

    @staticmethod
    def _card(name: str, parts: tuple[QWidget, ...]) -> QFrame:
        middle = Qt.AlignmentFlag.AlignHCenter
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        column.setSpacing(Space.M)
        mark = IconLabel(Icon.STATION, size=MARK, color="accent_text", parent=card)
        column.addWidget(mark, 0, middle)
        title = label(name, Role.TITLE, wrap=True, parent=card)
        title.setAlignment(middle)
        column.addWidget(title)
        for part in parts:
            column.addWidget(part)
        return card
