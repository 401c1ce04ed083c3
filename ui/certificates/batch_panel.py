"""One batch: how far it has come, who is in it, what may be done, all its papers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from station_app.domain.certificate_batches import BatchId
from station_app.domain.changes import Done
from ui.certificates.batch_acts import BatchActs
from ui.certificates.batch_handing import BatchHanding
from ui.certificates.facts_over_paper import facts_over_paper
from ui.certificates.words import DOT
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificate_batches import Batch
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.progress import Progress
    from ui.certificates.batch_words import BatchWords
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

MOST_NAMED = 12
LOW, LOWEST = 560, 480


class BatchPanel(QFrame):
    """Beside the list of batches. The papers are put together when they are asked for."""

    def __init__(
        self,
        station: Station,
        words: Words,
        told: BatchWords,
        context: RoomContext,
        outlets: Outlets,
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._station, self._words, self._told, self._context = station, words, told, context
        self._batch: Batch | None = None
        self.title = label("", Role.SUBTITLE, wrap=True, parent=self)
        self.standing = label("", Role.BODY, wrap=True, parent=self)
        self.names = label("", Role.MUTED, wrap=True, parent=self)
        self.acts = BatchActs(station, words, told, context, self)
        self.handing = BatchHanding(station, words, told, context, self)
        self.panel = PaperPanel(
            context,
            replace(outlets, note=self._note),
            (
                Icon.CERTIFICATE,
                self.tr("All papers as one"),
                self.tr("Approve the batch, then print all its papers in one go."),
            ),
        )
        self._facts, facts = facts_over_paper(self, self.panel)
        for each in (self.title, self.standing, self.names, self.acts, self.handing):
            facts.addWidget(each)
        self.acts.open_asked.connect(self.open_papers)
        self.acts.hand_out_asked.connect(self.ask_who_collects)
        self.handing.left.connect(self._stop_asking)
        self.acts.approved.connect(lambda _: self.open_papers())
        self.show_batch(None)

    def show_batch(self, batch: Batch | None) -> None:
        """Show what is known of *batch*; its papers wait to be opened."""
        former, self._batch = self._batch, batch
        if former is None or batch is None or former.id != batch.id:
            self.panel.clear()
            self._stop_asking()
        self._facts.setVisible(batch is not None)
        self.acts.show_batch(batch)
        if batch is None:
            return
        self.title.setText(DOT.join((self._words.title_of(batch.kind), batch.occasion)))
        issued = self.tr("Issued {done} of {all}").format(
            done=len(batch.issued), all=len(batch.members)
        )
        who = self.tr("Drawn up: {who} {on}").format(who=batch.handled_by, on=batch.drawn_up_on)
        approved = self.tr("Approved: {who} {on}").format(
            who=batch.approved_by, on=batch.approved_on
        )
        told = (self._told.standing(batch), issued, self._numbers(batch), who)
        self.standing.setText(DOT.join(filter(None, told)))
        names = "、".join(each.holder for each in batch.members[:MOST_NAMED])
        more = len(batch.members) - MOST_NAMED
        if more > 0:
            names += self.tr(" and {count} more").format(count=more)
        lines = (names, approved if batch.approved_by else "", self._told.collected(batch))
        self.names.setText("\n".join(filter(None, lines)))

    def ask_who_collects(self) -> None:
        """Ask in the place of the papers who takes them along."""
        if self._batch is not None:
            self.handing.ask(self._batch)
            self._make_room()

    def open_papers(self) -> None:
        """Put the papers together."""
        batch = self._batch
        if batch is not None:
            # as a change: it takes its time with a bar, and the opening is noted
            self._context.operations.perform(
                lambda progress: self._papers(batch, progress),
                owner=self,
                done=partial(self._show_papers, batch),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room where the window is low."""
        super().resizeEvent(event)
        self._make_room()

    def _stop_asking(self) -> None:
        was_asking = not self.handing.isHidden()
        self.handing.hide()
        self._make_room()
        if was_asking:
            self.acts.open.setFocus()

    def _make_room(self) -> None:
        """Let the question stand in the place of what is not needed meanwhile."""
        is_asking = not self.handing.isHidden()
        is_low = self.height() < LOW
        for each in (self.standing, self.acts, self.panel):
            each.setVisible(not is_asking)
        self.names.setVisible(not is_asking and not is_low)
        self.title.setVisible(not (is_asking and self.height() < LOWEST))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self._facts, 1 if is_asking else 0)

    def _papers(self, batch: Batch, progress: Progress) -> Done[tuple[Paper, bool]]:
        paper = self._station.certificate_batches.papers(batch.id, progress)
        has_form = bool(self._station.desk.templates[batch.kind].preprinted)
        return Done((paper, has_form), frozenset())

    def _on_form(self, batch: Batch, printer: str) -> bytes:
        return self._station.certificate_batches.papers(batch.id, printer=printer).pdf

    def _note(self, handout: Handout, printed: bool) -> Done[None]:  # noqa: FBT001 - one plain claim
        key = BatchId(handout.key)
        return self._station.certificate_batches.note_given_out(key, printed=printed)

    def _show_papers(self, asked: Batch, told: tuple[Paper, bool]) -> None:
        batch, (paper, has_form) = self._batch, told
        if batch is None or batch.id != asked.id:
            return
        title = self.tr("{occasion}: {count} certificates").format(
            occasion=batch.occasion, count=len(batch.issued)
        )
        self.panel.show_handout(
            Handout(
                pdf=paper.pdf,
                title=title,
                kind=batch.kind,
                key=batch.id,
                shows_title=False,
                onto_form=partial(self._on_form, batch) if has_form else None,
            )
        )
        self.panel.print_button.setFocus()

    @staticmethod
    def _numbers(batch: Batch) -> str:
        given = [each.number for each in batch.issued]
        return given[0] if len(given) == 1 else f"{given[0]} – {given[-1]}" if given else ""
