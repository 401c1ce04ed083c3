"""The columns of the register of certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.certificate_numbers import check_of
from station_app.domain.certificates import CertificateLine
from ui.kit.columns import Badge, Column

if TYPE_CHECKING:
    from ui.certificates.words import Words

RegisterColumn = Column[CertificateLine]


class RegisterColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def all(self) -> tuple[RegisterColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_number(), *self._of_paper(), *self._of_use())

    def _of_number(self) -> tuple[RegisterColumn, ...]:
        return (
            Column(
                key="number",
                title=lambda: self.tr("Number"),
                text=lambda line: line.number,
                width=208,
                strong=True,
                tip=lambda line: line.number,
            ),
            Column(
                key="check",
                title=lambda: self.tr("Check"),
                text=lambda line: check_of(line.number),
                width=64,
                muted=True,
                tip=lambda line: self._words.check(line.number),
            ),
        )

    def _of_paper(self) -> tuple[RegisterColumn, ...]:
        return (
            Column(
                key="holder",
                title=lambda: self.tr("Holder"),
                text=lambda line: line.holder,
                width=84,
                tip=lambda line: line.holder,
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Certificate"),
                text=lambda line: self._words.title_of(line.kind),
                width=116,
                tip=lambda line: self._words.title_of(line.kind),
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                width=106,
                badges=self._state,
                tip=lambda line: line.reason,
            ),
            Column(
                key="issued_on",
                title=lambda: self.tr("Issued on"),
                text=lambda line: line.issued_on.isoformat(),
                width=104,
            ),
            Column(
                key="valid_to",
                title=lambda: self.tr("Valid until"),
                text=lambda line: line.valid_to.isoformat() if line.valid_to else "",
                width=104,
            ),
        )

    def _of_use(self) -> tuple[RegisterColumn, ...]:
        return (
            Column(
                key="purpose",
                title=lambda: self.tr("Purpose"),
                text=lambda line: line.purpose,
                width=150,
                stretches=True,
                tip=lambda line: line.purpose,
            ),
            Column(
                key="handled_by",
                title=lambda: self.tr("Handled by"),
                text=lambda line: line.handled_by,
                width=90,
                muted=True,
            ),
            Column(
                key="collected_by",
                title=lambda: self.tr("Collected by"),
                text=lambda line: line.collected_by,
                width=96,
                muted=True,
                tip=lambda line: self._words.taken_along(
                    line.collected_by, line.relation, line.collected_on
                ),
            ),
            Column(
                key="replaces",
                title=lambda: self.tr("Replaces"),
                text=lambda line: serial_of(line.replaces),
                width=96,
                muted=True,
                tip=lambda line: line.replaces,
            ),
        )

    def _state(self, line: CertificateLine) -> list[Badge]:
        return [Badge(*self._words.standing_of(line))]


def serial_of(number: str) -> str:
    """Return the part of a *number* behind the year, such as 第0001号."""
    return number.rpartition("〕")[2]
