"""The steps of restoring: which backup, its key, what differs, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from station_app.domain.backups import GOOD
from station_app.services.restoring import SlotKind
from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.passphrases import SecretField
from ui.kit.surfaces import Banner, Card
from ui.kit.tokens import Tone
from ui.kit.wizard import WizardStep
from ui.kit.words import Role, label
from ui.restoring.backup_list import BackupList
from ui.restoring.words import why_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.backups import Backup
    from station_app.services.restoring import Restored

NARROW_FIELD = 420


class ChooseStep(WizardStep):
    """The backups that were found; another file or folder can be looked into."""

    file_asked = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(
            self.tr("Which backup"),
            self.tr(
                "The newest good one is chosen already. Take an older one only if the mistake is"
                " in the newest, too."
            ),
        )
        card = Card()
        self.none = label("", Role.MUTED, wrap=True)
        self.list = BackupList()
        card.body.addWidget(self.none)
        card.body.addWidget(self.list)
        self.body.addWidget(card)
        self.file = Button(self.tr("Choose a file…"), meaning=Icon.FILE)
        self.folder = Button(self.tr("Look on a stick or in a folder…"), meaning=Icon.STICK)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addWidget(self.file)
        row.addStretch(1)
        self.body.addLayout(row)
        self.none.setText(self.tr("Looking for backups…"))
        self.file.on_click(self.file_asked.emit)
        self.folder.on_click(self.folder_asked.emit)
        self.list.changed.connect(self.complete_changed)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show what was found."""
        self.list.show_backups(backups)
        self.none.setVisible(not backups)
        self.none.setText(
            self.tr(
                "No backup was found on this computer. Plug in the stick with the backups, then"
                " look on it."
            )
        )
        self.arrive()

    def arrive(self) -> None:
        """Put the cursor on the backup that is chosen, else where one can be looked for."""
        if self.list.chosen() is None:
            self.folder.setFocus()
        else:
            self.list.take_focus()

    def missing(self) -> str:
        """Return why this backup will not do."""
        chosen = self.list.chosen()
        if chosen is None:
            return self.tr("Choose a backup")
        found = self.list.soundness_of(chosen)
        if found is not None and found not in GOOD:
            return self.tr("This one cannot be restored. Choose another")
        return ""


class KeyStep(WizardStep):
    """The passphrase, or the paper key; the page tries it, then says that it is ready."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(self.tr("Open the backup"))
        card = Card()
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.paper = NumberField(self.tr("Paper key: nine groups of four"))
        self.other = Button("", kind=Kind.LINK)
        for field in (self.passphrase, self.paper):
            field.setMaximumWidth(NARROW_FIELD)
            row = QHBoxLayout()
            # it may grow to its width and no further: the note beneath it needs to know
            row.addWidget(field, 1000)
            row.addStretch(1)
            card.body.addLayout(row)
        card.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)
        self.other.on_click(self._turn)
        self.passphrase.changed.connect(self.complete_changed)
        self.paper.changed.connect(self.complete_changed)
        self.passphrase.entered.connect(self.entered)
        self.paper.line.returnPressed.connect(self.entered)
        self._ask_paper(asked=False)

    def show_backup(self, backup: Backup) -> None:
        """Say what opens *backup*."""
        lead = self.tr("Today's passphrase opens it, and so does the one in use when it was made.")
        if backup.place:
            words = self.tr(
                "Copies on {place} are opened by a supervisor's passphrase or the paper key."
            )
            lead = words.format(place=backup.place)
        self.set_heading(self.tr("Open the backup"), lead)

    def arrive(self) -> None:
        """Put the cursor into the field."""
        self._line().setFocus()

    def missing(self) -> str:
        """Return what has to be typed."""
        if self.typed():
            return ""
        if self.kind() is SlotKind.PAPER:
            return self.tr("Type the paper key")
        return self.tr("Type the passphrase")

    def kind(self) -> SlotKind:
        """Return what is asked for."""
        return SlotKind.USER if self.paper.isHidden() else SlotKind.PAPER

    def typed(self) -> str:
        """Return what was typed."""
        is_paper = self.kind() is SlotKind.PAPER
        return self.paper.value() if is_paper else self.passphrase.value()

    def forget(self) -> None:
        """Empty the fields: no secret stays in a widget that lives on."""
        self.passphrase.set_value("")
        self.paper.set_value("")

    def refuse(self, sentence: str) -> None:
        """Say why this does not open the backup."""
        is_paper = self.kind() is SlotKind.PAPER
        (self.paper if is_paper else self.passphrase).set_problem(sentence)
        self._line().selectAll()
        self._line().setFocus()

    def proceed(self) -> bool:
        """Let the page try the key."""
        self.left.emit()
        return False

    def _line(self) -> QLineEdit:
        return (self.paper if self.kind() is SlotKind.PAPER else self.passphrase).line

    def _turn(self) -> None:
        self._ask_paper(asked=self.kind() is SlotKind.USER)
        self.arrive()

    def _ask_paper(self, *, asked: bool) -> None:
        self.paper.setVisible(asked)
        self.passphrase.setVisible(not asked)
        self.other.setText(
            self.tr("Use the passphrase instead")
            if asked
            else self.tr("Use the paper key instead")
        )
        self.complete_changed.emit()


class DoneStep(WizardStep):
    """What stands there now, and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.set_heading(self.tr("Restored"))
        self.told = Banner("", Tone.OK)
        self.kept = label("", wrap=True)
        self.body.addWidget(self.told)
        self.body.addWidget(self.kept)

    def show_restored(self, done: Restored) -> None:
        """Tell what was done."""
        words = self.tr("The station stands as it did on {moment}: {people} residents.")
        people = done.figures.people if done.figures else 0
        self.told.say(words.format(moment=moment_words(done.backup.moment), people=f"{people:,}"))
        if done.kept is None:
            self.kept.setText(self.tr("Sign in with your passphrase to go on."))
            return
        words = self.tr(
            "What stood there before is kept for at least 30 days. In the list of backups it is"
            " the one of {moment}, {why}; it can be put back the same way. Sign in to go on."
        )
        if done.kept.note is None or done.kept.note.figures is None:  # it could not be read
            words = self.tr(
                "The unreadable file is kept for at least 30 days: in the list of backups it is"
                " the one of {moment}, {why}. Sign in to go on."
            )
        moment, why = moment_words(done.kept.moment), why_words(done.kept.why)
        self.kept.setText(words.format(moment=moment, why=why))

    def can_go_back(self) -> bool:
        """Return that there is no former step any more."""
        return False

    def can_be_left(self) -> bool:
        """Return that there is nothing left to cancel."""
        return False

    def next_text(self) -> str:
        """Return the word for the last step."""
        return self.tr("Go to sign in")
