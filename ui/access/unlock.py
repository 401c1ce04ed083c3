"""The door: passphrase, or the paper key and a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from station_app.domain.errors import StationError, WrongPassphraseError
from station_app.domain.paper_keys import MistypedPaperKeyError
from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField
from ui.kit.icons import Icon, IconLabel
from ui.kit.jobs import Lane
from ui.kit.passphrases import PassphraseRules, SecretField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.access import AccessService, StationHome, StationKey
    from ui.kit.jobs import JobRunner

CARD_WIDTH = 400
MARK = 44


class UnlockPage(QWidget):
    """Asks for the passphrase; gives the key when it is right.

    It stays busy then, until :meth:`rest` or :meth:`refuse`: the store has to be
    opened too.
    """

    unlocked = Signal(object)  # StationKey
    fault_met = Signal(Exception)

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
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.open_button = Button(
            self.tr("Open"), meaning=Icon.UNLOCK, kind=Kind.PRIMARY, parent=self
        )
        self.paper = NumberField(self.tr("Paper key: nine groups of four"))
        self.first = SecretField(self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        self.rules = PassphraseRules(self)
        self.reset_button = Button(
            self.tr("Set and open"), meaning=Icon.KEY, kind=Kind.PRIMARY, parent=self
        )
        self.trouble = Banner("", Tone.DANGER, self)
        self.trouble.hide()
        self.daily, self.forgotten = self._passphrase_form(), self._paper_form()
        self.forgotten.hide()
        self._lay_out(name or self.tr("Station"))
        self._connect()

    def arrive(self) -> None:
        """Put the cursor where one types first."""
        if self.forgotten.isHidden():
            self.passphrase.line.setFocus()
        else:
            self.paper.line.setFocus()

    def ask_paper(self) -> None:
        """Ask for the paper key and a new passphrase."""
        self._turn(self.daily, self.forgotten)

    def ask_passphrase(self) -> None:
        """Ask for the passphrase, as every day."""
        self._turn(self.forgotten, self.daily)

    def unlock(self) -> None:
        """Try what was typed.

        Tells ``unlocked``, or says at the field what is wrong.
        """
        typed = self.passphrase.value()
        # Enter twice must not try twice: each try costs a second of key derivation
        if typed and self.open_button.isEnabled():
            self._try(lambda: self._access.unlock(self._home, typed))

    def reset(self) -> None:
        """Let the new passphrase open the station, by the paper key.

        The paper stays good. Tells ``unlocked``, or says at the field what is wrong.
        """
        if not self.reset_button.isEnabled():
            return
        # taken on the main thread: a job must not read widgets
        typed, new = self.paper.value(), self.first.value()

        def attempt() -> StationKey:
            self._access.reset_passphrase(self._home, typed, new)
            return self._access.unlock(self._home, new)

        self._try(attempt)

    def wait_for(self, key: Callable[[], StationKey]) -> None:
        """Open with the *key* that is being computed already.

        A failure is said as if it had been typed here.
        """
        self._try(key)

    def rest(self) -> None:
        """Let the door be used again.

        For whoever was told ``unlocked`` and has not opened anything.
        """
        self._hold(False)

    def refuse(self, error: Exception) -> None:
        """Say why the station cannot be opened, whoever found out."""
        self._hold(False)
        if isinstance(error, MistypedPaperKeyError):
            self.paper.set_problem(self._words(error))
            self.paper.line.setFocus()
        elif isinstance(error, WrongPassphraseError) and self.forgotten.isHidden():
            self.passphrase.set_problem(self._words(error))
            # the next try overwrites the wrong one
            self.passphrase.line.selectAll()
            self.passphrase.line.setFocus()
        # its check character was right, so it was typed well: it is another paper
        elif isinstance(error, WrongPassphraseError):
            self.paper.set_problem(self.tr("This paper key belongs to another station."))
        elif isinstance(error, StationError):
            self.trouble.say(self._words(error))
        else:
            self.fault_met.emit(error)

    def _try(self, attempt: Callable[[], StationKey]) -> None:
        self._hold(True)
        self.trouble.hide()
        self._jobs.start(
            lambda _: attempt(),
            owner=self,
            done=self._open,
            failed=self.refuse,
            # there is no store yet whose lanes it could wait in
            lane=Lane.OUTSIDE,
        )

    def _open(self, key: StationKey) -> None:
        # no secret stays in a widget that lives on behind the open station
        for field in (self.passphrase, self.first, self.second):
            field.set_value("")
        self.paper.set_value("")
        self.unlocked.emit(key)

    def _turn(self, away: QWidget, here: QWidget) -> None:
        self.trouble.hide()
        away.hide()
        here.show()
        self._judge()
        self.arrive()

    def _hold(self, busy: bool) -> None:  # noqa: FBT001 - one plain claim
        # its own text says why, so it needs no tool tip
        self.open_button.setEnabled(not busy)
        self.open_button.setText(self.tr("Opening …") if busy else self.tr("Open"))
        self.passphrase.line.setReadOnly(busy)
        if busy:
            self.reset_button.refuse(self.tr("Opening …"))
        else:
            self._judge()

    def _judge(self) -> None:
        is_good = self.rules.judge(self.first.value(), self.second.value())
        has_paper = bool(self.paper.value())
        reason = "" if has_paper else self.tr("Type the paper key first")
        self.reset_button.refuse(
            reason or ("" if is_good else self.tr("The new passphrase does not meet the rules"))
        )

    def _passphrase_form(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.passphrase)
        column.addWidget(self.open_button)
        forgot = Button(self.tr("Passphrase forgotten?"), kind=Kind.LINK, parent=page)
        forgot.on_click(self.ask_paper)
        column.addWidget(forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        return page

    def _paper_form(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(label(self.tr("Type what stands on the paper."), Role.MUTED, parent=page))
        for field in (self.paper, self.first, self.second):
            column.addWidget(field)
        column.addWidget(self.rules)
        row = QHBoxLayout()
        back = Button(self.tr("Back"), meaning=Icon.BACK, parent=page)
        back.on_click(self.ask_passphrase)
        row.addWidget(back)
        row.addWidget(self.reset_button, 1)
        column.addLayout(row)
        return page

    def _lay_out(self, name: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(CARD_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        inner.setSpacing(Space.M)
        inner.addWidget(
            IconLabel(Icon.STATION, size=MARK, color="accent_text", parent=card), 0, middle
        )
        title = label(name, Role.TITLE, wrap=True, parent=card)
        title.setAlignment(middle)
        inner.addWidget(title)
        inner.addWidget(self.trouble)
        inner.addWidget(self.daily)
        inner.addWidget(self.forgotten)
        inside = QWidget()
        inside.setProperty("role", "body")
        column = QVBoxLayout(inside)
        # a little above the middle, where the eye looks for a door
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        # the paper key's form is taller than 768 pixels at 200 %
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        QVBoxLayout(self).addWidget(scroll)

    def _connect(self) -> None:
        self.open_button.on_click(self.unlock)
        self.passphrase.entered.connect(self.unlock)
        self.reset_button.on_click(self.reset)
        self.first.entered.connect(self.second.line.setFocus)
        self.second.entered.connect(self.reset)
        self.paper.line.returnPressed.connect(self.first.line.setFocus)
        for field in (self.paper, self.first, self.second):
            field.changed.connect(self._judge)
        self._judge()
