"""The columns of the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.audit.entries import AuditEntry
from ui.audit.words import TONES, kind_words
from ui.kit.columns import RIGHT, Badge, Column
from ui.kit.moments import moment_words

if TYPE_CHECKING:
    from station_app.services.audit.telling import Teller

AuditColumn = Column[AuditEntry]


class AuditColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, teller: Teller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._teller = teller

    def all(self) -> tuple[AuditColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._when_and_who(), *self._what())

    def _when_and_who(self) -> tuple[AuditColumn, ...]:
        return (
            Column(
                key="at",
                title=lambda: self.tr("When"),
                text=lambda entry: moment_words(entry.at),
                width=152,
            ),
            Column(
                key="who", title=lambda: self.tr("Who"), text=lambda entry: entry.who, width=96
            ),
            Column(
                key="kind",
                title=lambda: self.tr("Kind"),
                text=lambda _: "",
                width=116,
                badges=self._kind,
            ),
        )

    def _what(self) -> tuple[AuditColumn, ...]:
        return (
            Column(
                key="act",
                title=lambda: self.tr("What"),
                text=lambda entry: self._teller.act(entry.act),
                width=240,
                strong=True,
                tip=lambda entry: self._teller.act(entry.act),
            ),
            Column(
                key="about",
                title=lambda: self.tr("About"),
                text=lambda entry: entry.about,
                width=110,
                tip=lambda entry: entry.about,
            ),
            Column(
                key="told",
                title=lambda: self.tr("Reason and content"),
                text=self._teller.summary,
                width=200,
                stretches=True,
                muted=True,
                tip=self._teller.summary,
            ),
            Column(
                key="device",
                title=lambda: self.tr("Device"),
                text=lambda entry: entry.device,
                width=100,
                muted=True,
            ),
            Column(
                key="number",
                title=lambda: self.tr("Number"),
                text=lambda entry: f"{entry.number:,}",
                width=84,
                align=RIGHT,
                muted=True,
                shown=False,
            ),
        )

    def _kind(self, entry: AuditEntry) -> list[Badge]:
        kind = self._teller.kind(entry.act)
        return [] if kind is None else [Badge(kind_words(kind), TONES[kind])]
