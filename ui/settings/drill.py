"""The monthly test: type the paper key, be told what was proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.backups import Urgency
from station_app.domain.errors import StationError, StoreDamagedError, WrongPassphraseError
from station_app.domain.paper_keys import MistypedPaperKeyError
from ui.kit.buttons import Button, Kind
from ui.kit.fields import NumberField
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.moments import day_words, moment_words
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.kit.words import Role, label
from ui.settings.rows import FoldedForm, SettingRow, SettingsCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.services.drills import DrillService, DrillStanding, Proof
    from ui.kit.room import RoomContext

NARROW = 420
WIDE = 640


class DrillCard(SettingsCard):
    """A line with when it was last done, and a form with the one field it takes."""

    proven = Signal()

    def __init__(
        self, drills: DrillService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Monthly test of the backup"))
        self.title.show()
        self._drills, self._context = drills, context
        self.begin = Button(self.tr("Test…"))
        self.row = SettingRow(Icon.VERIFIED, self.tr("Last good test"), self.begin)
        self.form = FoldedForm()
        lead = label(
            self.tr(
                "Take the paper key from where it is locked away and type it. A backup is made,"
                " a copy of it opened with the paper alone, and everything in it compared."
            ),
            Role.MUTED,
            wrap=True,
        )
        self.paper = NumberField(self.tr("Paper key: nine groups of four"))
        self.test = Button(self.tr("Open the backup with it"), kind=Kind.PRIMARY)
        self.good, self.bad = Banner("", Tone.OK, self), Banner("", Tone.DANGER, self)
        self.form.add(lead, width=WIDE)
        self.form.add(self.paper, self.test, width=NARROW)
        self.add_row(self.row)
        for part in (self.form, self.good, self.bad):
            self.body.addWidget(part)
        self.good.hide()
        self.bad.hide()
        self.begin.on_click(self._toggle)
        self.test.on_click(self.prove)
        self.paper.line.returnPressed.connect(self.prove)
        self.paper.changed.connect(self._judge)
        self._judge()
        self.refresh()

    def refresh(self) -> None:
        """Show when the last test was."""
        self._context.jobs.start(lambda _: self._drills.standing(), owner=self, done=self._show)

    def prove(self) -> None:
        """Test with what was typed."""
        typed = self.paper.value()
        if not typed or not self.test.isEnabled():
            return
        self.test.refuse(self.tr("Testing…"))
        self.paper.set_problem("")
        self.good.hide()
        self.bad.hide()
        self._context.jobs.start(
            lambda progress: self._drills.prove(typed, progress),
            owner=self,
            done=self._on_proven,
            failed=self._on_failed,
            lane=Lane.OUTSIDE,
        )

    def _show(self, standing: DrillStanding) -> None:
        last = self.tr("Never tested.")
        if standing.last is not None:
            last = self.tr("{day}: opened with the paper key.").format(
                day=day_words(standing.last)
            )
        due = {
            Urgency.DUE: self.tr("⚠ A month has passed: test again."),
            Urgency.LATE: self.tr("⚠ Overdue: nobody knows whether the backup can be opened."),
        }
        self.row.say(" ".join(filter(None, (last, due.get(standing.urgency, "")))))

    def _toggle(self) -> None:
        self.form.setVisible(not self.form.isVisible())
        if self.form.isVisible():
            self.paper.line.setFocus()

    def _judge(self) -> None:
        self.test.refuse("" if self.paper.value() else self.tr("Type the paper key first"))

    def _on_proven(self, proof: Proof) -> None:
        self.paper.set_value("")
        self.form.hide()
        words = self.tr(
            "Proven: the backup of {moment} opens with the paper key, and all of its {people}"
            " residents, {certificates} certificates and {files} files are there, as here."
        )
        figures = proof.figures
        told = words.format(
            moment=moment_words(proof.moment),
            people=f"{figures.people:,}",
            certificates=f"{figures.certificates:,}",
            files=f"{figures.files:,}",
        )
        if proof.places:
            words = self.tr("The copy on {names} opens, too.")
            told += " " + words.format(names="、".join(proof.places))
        self.good.say(told + " " + self.tr("Lock the paper away again."))
        self._judge()
        self.refresh()
        self.proven.emit()

    def _on_failed(self, error: Exception) -> None:
        self._judge()
        if isinstance(error, MistypedPaperKeyError):
            self.paper.set_problem(self._context.words(error))
            self.paper.line.setFocus()
        elif isinstance(error, WrongPassphraseError):
            self.bad.say(
                self.tr(
                    "This paper key does not open the backup. It may be an older paper: look for"
                    " the one printed last. If there is none, make and print a new paper key"
                    " above now, then test again. Until then nothing opens a backup when the"
                    " passphrase is forgotten."
                )
            )
        elif isinstance(error, StoreDamagedError):
            self.bad.say(
                self.tr(
                    "The copy is not what stands here. Do not rely on the backups of this disk:"
                    " choose a second place on another disk or a stick now, make a backup, and"
                    " test again. If it fails again, the disk is failing; tell whoever looks"
                    " after the computer."
                )
            )
        elif isinstance(error, StationError):
            self.bad.say(self._context.words(error))
        else:
            self._context.failed(error)
