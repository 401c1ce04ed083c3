"""The printed papers of a batch given to one person: who takes them along, and whose."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.errors import ValidationFailedError
from ui.certificates.collector_form import CollectorForm
from ui.certificates.member_choice import FIRST, MemberChoice
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_batches import Batch, HandedOut
    from station_app.domain.certificate_requests import Collector
    from ui.certificates.batch_words import BatchWords
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext


class BatchHanding(QWidget):
    """Asked in the place of the paper. One act: with one Ctrl+Z all of it is taken back."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        words: Words,
        told: BatchWords,
        context: RoomContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station, self._told, self._context = station, told, context
        self._batch: Batch | None = None
        self.members = MemberChoice(words)
        self.collector = CollectorForm(words, self, is_for_many=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.members, FIRST)
        column.addWidget(self.collector)
        column.addStretch(1)
        members = self.members
        stops = (members.search, members.all, members.none, members.list, *self.collector.stops())
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self.members.changed.connect(self._count)
        self.collector.given.connect(self._hand_over)
        self.collector.left.connect(self.left)
        self.hide()

    def ask(self, batch: Batch) -> None:
        """Ask who takes the papers of *batch* along."""
        self._batch = batch
        self.members.offer([each for each in batch.members if each.number])
        self.show()
        self.collector.ask("")

    def _count(self) -> None:
        chosen = len(self.members.value())
        self.collector.act.setText(self.tr("Hand out {count} now").format(count=chosen))
        nobody = self.tr("Tick whose certificate is taken along.")
        self.collector.act.refuse("" if chosen else nobody)

    def _hand_over(self, collector: Collector) -> None:
        batch, chosen = self._batch, self.members.value()
        if batch is None or not chosen:
            return
        label = self.tr("{count} handed out to {name}: {occasion}").format(
            count=len(chosen), name=collector.name.strip(), occasion=batch.occasion
        )
        self._context.operations.perform(
            lambda _: self._station.certificate_batches.hand_over(batch.id, chosen, collector),
            owner=self,
            done=self._on_handed_out,
            failed=self._on_refused,
            label=label,
        )

    def _on_handed_out(self, outcome: HandedOut) -> None:
        if outcome.left:
            self._context.notices.say(self._told.left_alone(outcome.left), Tone.WARN)
        self.left.emit()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.collector.show_problems(error.problems)
        else:
            self.left.emit()
            self._context.failed(error)
