"""One certificate of the register: what became of it, its archived paper, what may be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from station_app.domain.certificates import State
from ui.certificates.certificate_acts import CertificateActs
from ui.certificates.facts_over_paper import facts_over_paper
from ui.certificates.forms import onto_form
from ui.certificates.words import DOT
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.words import ElidedLabel, Pill, Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.paper_panel import Emptiness
    from ui.kit.room import RoomContext

LOW, LOWEST = 620, 340


class CertificatePanel(QFrame):
    """Beside the register. Reissuing and voiding ask for the reason in place."""

    reissued = Signal(object)  # CertificateId
    renew_asked = Signal(object)  # CertificateLine

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._station, self._words, self._context = station, words, context
        self._line: CertificateLine | None = None
        self.number = ElidedLabel("", Role.SUBTITLE, self)
        self.check = label("", Role.MUTED, parent=self)
        self.state = Pill("", parent=self)
        self.told = label("", Role.MUTED, wrap=True, parent=self)
        self.acts = CertificateActs(station, words, context, self)
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self._lay_out()
        self.acts.open_asked.connect(self.open_paper)
        self.acts.reissued.connect(self.reissued)
        self.acts.renew_asked.connect(self.renew_asked)
        self.acts.asking_changed.connect(self._make_room)
        self.show_line(None)

    def show_line(self, line: CertificateLine | None) -> None:
        """Show what the register says of a certificate; its paper waits to be opened."""
        # the same line told anew, after a change elsewhere, keeps its paper and its question
        if line != self._line or line is None:
            self.panel.clear()
            self.acts.stop_asking()
        self._line = line
        self.acts.show_line(line)
        self._facts.setVisible(line is not None)
        if line is None:
            return
        self.number.setText(line.number)
        self.check.setText(self._words.check(line.number))
        self.state.say(*self._words.standing_of(line))
        replaces = self.tr("in place of {number}").format(number=line.replaces)
        title = self._words.title_of(line.kind)
        ends = self.tr("valid until {day}").format(day=line.valid_to)
        told = (
            *(line.holder, title, line.purpose, ends if line.valid_to else ""),
            replaces if line.replaces else "",
            line.reason,
            self._words.taken_along(line.collected_by, line.relation, line.collected_on),
        )
        self.told.setText(DOT.join(filter(None, told)))
        self._make_room()

    def open_paper(self) -> None:
        """Fetch the archived paper; that it was opened is noted."""
        line = self._line
        if line is not None:
            self._context.jobs.start(
                lambda _: self._station.certificates.archived(line.id),
                owner=self,
                done=partial(self._show_paper, line),
                lane=Lane.WRITE,
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room where the window is low."""
        super().resizeEvent(event)
        self._make_room()

    def _show_paper(self, line: CertificateLine, pdf: bytes) -> None:
        if line == self._line:  # the cursor may have gone on meanwhile
            void = self.tr("This certificate is void: it is not handed out any more.")
            self.panel.show_handout(
                Handout(
                    pdf=pdf,
                    title=line.number,
                    kind=line.kind,
                    key=line.id,
                    onto_form=onto_form(self._station, pdf),
                    shows_title=False,
                    obstacle="" if line.state is State.ISSUED else void,
                )
            )
            self._make_room()

    def _make_room(self) -> None:
        """Let all buttons and the question be read where the window is low.

        The place of a paper that is not opened, and the paper itself, come back later.
        """
        is_lowest, is_asking = self.height() < LOWEST, self.acts.is_asking()
        is_waiting = self._line is not None and self.panel.handout() is None
        is_crowded = is_asking and self.height() < LOW
        self.panel.setVisible(not is_crowded and not (is_waiting and is_lowest))
        self.told.setVisible(not (is_asking and is_lowest))

    def _lay_out(self) -> None:
        self._facts, facts = facts_over_paper(self, self.panel)
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(self.check)
        head.addWidget(self.state)
        facts.addLayout(head)
        facts.addWidget(self.told)
        facts.addWidget(self.acts)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.ARCHIVE,
            self.tr("The archived paper"),
            self.tr("Choose a certificate and press Enter. Opening it is noted."),
        )
