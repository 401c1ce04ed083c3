"""One certificate of the register: what became of it, its archived paper, what may be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificates import State
from station_app.domain.errors import ValidationFailedError
from ui.certificates.paper_panel import Handout, PaperPanel
from ui.certificates.reason_form import ReasonForm
from ui.certificates.words import DOT
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space
from ui.kit.words import ElidedLabel, Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.domain.changes import Done
    from station_app.services.certificates.issuing import Issued
    from ui.certificates.paper_panel import Emptiness, Outlets
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

LOW = 620
# Offered, not enforced: the register asks for a reason, in whatever words.
LOST = ("遗失", "损毁", "未收到")
WRONG = ("打印错误", "用途填写错误", "申请人不再需要", "内容有误")


class CertificatePanel(QFrame):
    """Beside the register. Reissuing and voiding ask for the reason in place."""

    reissued = Signal(object)  # CertificateId

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._station, self._words, self._context = station, words, context
        self._line: CertificateLine | None = None
        self.number = ElidedLabel("", Role.SUBTITLE, self)
        self.state = Pill("", parent=self)
        self.told = label("", Role.MUTED, wrap=True, parent=self)
        self.open = Button(self.tr("Open"), meaning=Icon.PREVIEW, parent=self)
        self.open.setToolTip(self.tr("Open the archived paper (Enter in the register)"))
        self.reissue = Button(self.tr("Reissue"), meaning=Icon.REFRESH, parent=self)
        self.void = Button(self.tr("Make void"), meaning=Icon.NEGATIVE, parent=self)
        self.reason = ReasonForm(self)
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self._lay_out()
        self.open.on_click(self.open_paper)
        self.reissue.on_click(self._ask_reissue)
        self.void.on_click(self._ask_void)
        self.reason.left.connect(self._stop_asking)
        self._act: Callable[[CertificateLine, str], None] = self._reissue
        self.reason.given.connect(self._carry_out)
        self.show_line(None)

    def show_line(self, line: CertificateLine | None) -> None:
        """Show what the register says of a certificate; its paper waits to be opened."""
        # the same line told anew, after a change elsewhere, keeps its paper and its question
        if line != self._line or line is None:
            self.panel.clear()
            self._stop_asking()
        self._line = line
        self._facts.setVisible(line is not None)
        if line is None:
            return
        self.number.setText(line.number)
        self.state.say(self._words.state(line.state), self._words.state_tone(line.state))
        replaces = self.tr("in place of {number}").format(number=line.replaces)
        told = (line.holder, line.purpose, replaces if line.replaces else "", line.reason)
        self.told.setText(DOT.join(filter(None, told)))
        refusal = "" if line.state is State.ISSUED else self.tr("This certificate is void.")
        for button in (self.reissue, self.void):
            button.refuse(refusal)

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

    def _show_paper(self, line: CertificateLine, pdf: bytes) -> None:
        if line == self._line:  # the cursor may have gone on meanwhile
            void = self.tr("This certificate is void: it is not handed out any more.")
            self.panel.show_handout(
                Handout(
                    pdf=pdf,
                    title=line.number,
                    kind=line.kind,
                    shows_title=False,
                    obstacle="" if line.state is State.ISSUED else void,
                )
            )

    def _ask_reissue(self) -> None:
        if self._line is not None:
            self._act = self._reissue
            words = self.tr(
                "A new certificate with a number of its own takes the place of {number},"
                " which becomes void. This cannot be undone."
            )
            self.reason.ask(
                words.format(number=self._line.number),
                action=self.tr("Reissue now"),
                reasons=LOST,
            )
            self._make_room()

    def _ask_void(self) -> None:
        if self._line is not None:
            self._act = self._make_void
            words = self.tr(
                "{number} becomes void and is never used again. This cannot be undone."
            )
            self.reason.ask(
                words.format(number=self._line.number),
                action=self.tr("Make void now"),
                reasons=WRONG,
                is_danger=True,
            )
            self._make_room()

    def _make_room(self) -> None:
        """Let the question be read where the window is low: the paper comes back later."""
        self.panel.setVisible(self.height() >= LOW or self.reason.isHidden())

    def _stop_asking(self) -> None:
        self.reason.hide()
        self._make_room()

    def _carry_out(self, reason: str) -> None:
        if self._line is not None:
            self._act(self._line, reason)

    def _reissue(self, line: CertificateLine, reason: str) -> None:
        def reissue(_: object) -> Done[Issued]:
            return self._station.certificates.reprint(line.id, reason)

        self._context.operations.perform(
            reissue, owner=self, done=self._on_reissued, failed=self._on_refused
        )

    def _make_void(self, line: CertificateLine, reason: str) -> None:
        self._context.operations.perform(
            lambda _: self._station.certificates.void(line.id, reason, version=line.version),
            owner=self,
            done=lambda _: self._stop_asking(),
            failed=self._on_refused,
            label=self.tr("{number} made void").format(number=line.number),
        )

    def _on_reissued(self, issued: Issued) -> None:
        self._stop_asking()
        self._context.notices.say(self.tr("Reissued as {number}").format(number=issued.number))
        self.reissued.emit(issued.id)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.reason.refuse(self._words.problem(error.problems[0]))
        else:
            self._stop_asking()
            self._context.failed(error)

    def _lay_out(self) -> None:
        self._facts = QWidget(self)
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        facts.setSpacing(Space.S)
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(self.state)
        facts.addLayout(head)
        facts.addWidget(self.told)
        acts = FlowLayout()
        for button in (self.open, self.reissue, self.void):
            button.setAutoDefault(True)
            acts.addWidget(button)
        facts.addLayout(acts)
        facts.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._facts)
        column.addWidget(self.panel, 1)
        column.addStretch(0)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.ARCHIVE,
            self.tr("The archived paper"),
            self.tr("Choose a certificate and press Enter. Opening it is noted."),
        )
