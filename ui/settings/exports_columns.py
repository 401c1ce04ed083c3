"""The columns of the register of exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.exports import CopyKind, ExportLine, ExportState
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.moments import moment_words
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

ExportColumn = Column[ExportLine]


class ExportColumns(QObject):
    """Declares the columns; titles are translated when asked for.

    *ground* words the code of a ground in the law.
    """

    def __init__(self, ground: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def all(self) -> tuple[ExportColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_act(), *self._of_use(), *self._of_file())

    def _of_act(self) -> tuple[ExportColumn, ...]:
        return (
            Column(
                key="given_at",
                title=lambda: self.tr("When"),
                text=lambda line: moment_words(line.given_at),
                width=148,
            ),
            Column(
                key="given_by",
                title=lambda: self.tr("Who"),
                text=lambda line: line.given_by,
                width=110,
                tip=lambda line: line.given_by,
            ),
            Column(
                key="what",
                title=lambda: self.tr("What"),
                text=self._what,
                width=150,
                tip=self._what,
            ),
            Column(
                key="people",
                title=lambda: self.tr("People"),
                text=lambda line: f"{line.people:,}",
                width=64,
                align=RIGHT,
            ),
            Column(
                key="state",
                title=lambda: self.tr("Numbers"),
                text=lambda _: "",
                width=110,
                badges=self._state,
            ),
        )

    def _of_use(self) -> tuple[ExportColumn, ...]:
        return (
            Column(
                key="recipient",
                title=lambda: self.tr("To whom"),
                text=lambda line: line.recipient,
                width=120,
                tip=lambda line: line.recipient,
            ),
            Column(
                key="purpose",
                title=lambda: self.tr("Purpose"),
                text=lambda line: line.purpose,
                width=130,
                stretches=True,
                tip=self._why,
            ),
            Column(
                key="approved_by",
                title=lambda: self.tr("Agreed"),
                text=lambda line: line.approved_by,
                width=84,
            ),
        )

    def _of_file(self) -> tuple[ExportColumn, ...]:
        return (
            Column(
                key="number",
                title=lambda: self.tr("Number"),
                text=lambda line: line.number,
                width=152,
                strong=True,
                tip=lambda line: "\n".join(filter(None, (line.file_name, line.sha256))),
            ),
            Column(
                key="file_name",
                title=lambda: self.tr("File"),
                text=lambda line: line.file_name,
                width=150,
                muted=True,
                shown=False,
            ),
            Column(
                key="sha256",
                title=lambda: self.tr("Digest of the file"),
                text=lambda line: line.sha256,
                width=200,
                muted=True,
                shown=False,
            ),
        )

    def _what(self, line: ExportLine) -> str:
        if line.list_kind == CopyKind.CASE_FILE:
            return self.tr("File of case {number}").format(number="".join(line.columns))
        return {
            "residents": self.tr("List of residents"),
            "orders": self.tr("List of orders"),
            "problems": self.tr("List of problems"),
            "ratings": self.tr("List of ratings"),
        }.get(line.list_kind, self.tr("List"))

    def _why(self, line: ExportLine) -> str:
        return "\n".join(filter(None, (line.purpose, line.reason, self._ground(line.ground))))

    def _state(self, line: ExportLine) -> list[Badge]:
        if line.state is ExportState.BEGUN:
            return [Badge(self.tr("Not finished"), Tone.WARN)]
        if line.is_full:
            return [Badge(self.tr("In full"), Tone.DANGER)]
        return [Badge(self.tr("Masked"), Tone.NEUTRAL)]
