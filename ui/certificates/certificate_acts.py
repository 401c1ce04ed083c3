"""What may be done to a certificate: opened, given out anew (补发), made void (作废)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import State
from station_app.domain.errors import ValidationFailedError
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import FlowLayout
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateLine
    from station_app.domain.changes import Done
    from station_app.services.certificates.issued import Issued
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext

# Offered, not enforced: the register asks for a reason, in whatever words.
LOST = ("遗失", "损毁", "未收到")
WRONG = ("打印错误", "用途填写错误", "申请人不再需要", "内容有误")


class CertificateActs(QWidget):
    """Four buttons. What cannot be undone asks for its reason beneath them, in place."""

    open_asked = Signal()
    reissued = Signal(object)  # CertificateId
    renew_asked = Signal(object)  # CertificateLine
    asking_changed = Signal()

    def __init__(
        self, station: Station, words: Words, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._station, self._words, self._context = station, words, context
        self._line: CertificateLine | None = None
        self.open = Button(self.tr("Open"), meaning=Icon.PREVIEW, parent=self)
        self.open.setToolTip(self.tr("Open the archived paper (Enter in the register)"))
        self.renew = Button(self.tr("Renew"), meaning=Icon.FORWARD, kind=Kind.PRIMARY, parent=self)
        self.renew.setToolTip(self.tr("Another one for the same person and purpose"))
        self.reissue = Button(self.tr("Reissue"), meaning=Icon.REFRESH, parent=self)
        self.void = Button(self.tr("Make void"), meaning=Icon.NEGATIVE, parent=self)
        self.reason = ReasonForm(self)
        self._lay_out()
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.reissue, self.renew)
        context.gate.bind(Permission.CERTIFICATE_VOID, self.void)
        self.open.on_click(self.open_asked.emit)
        self.reissue.on_click(self._ask_reissue)
        self.renew.on_click(self._ask_renew)
        self.void.on_click(self._ask_void)
        self.reason.left.connect(self.stop_asking)
        self._act: Callable[[CertificateLine, str], None] = self._reissue
        self.reason.given.connect(self._carry_out)

    def show_line(self, line: CertificateLine | None) -> None:
        """Offer what may be done to the certificate of *line*."""
        self._line = line
        is_void = line is not None and line.state is not State.ISSUED
        refusal = self.tr("This certificate is void.") if is_void else ""
        for button in (self.reissue, self.void):
            button.refuse(refusal)
        today = self._context.clock.today()
        self.renew.setVisible(line is not None and line.validity(today) is not None)

    def is_asking(self) -> bool:
        """Whether a reason is asked for."""
        return not self.reason.isHidden()

    def stop_asking(self) -> None:
        """Take the question away."""
        self.reason.hide()
        self.asking_changed.emit()

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
            self.asking_changed.emit()

    def _ask_renew(self) -> None:
        if self._line is not None:
            self.renew_asked.emit(self._line)

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
            self.asking_changed.emit()

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
            done=lambda _: self.stop_asking(),
            failed=self._on_refused,
            label=self.tr("{number} made void").format(number=line.number),
        )

    def _on_reissued(self, issued: Issued) -> None:
        self.stop_asking()
        self._context.notices.say(self.tr("Reissued as {number}").format(number=issued.number))
        self.reissued.emit(issued.id)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.reason.refuse(self._words.problem(error.problems[0]))
        else:
            self.stop_asking()
            self._context.failed(error)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        buttons = QWidget(self)
        acts = FlowLayout(buttons)
        for button in (self.renew, self.open, self.reissue, self.void):
            button.setAutoDefault(True)
            acts.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self.reason)
