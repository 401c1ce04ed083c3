"""Beside the form of a new case: what lacks, when it would be due, who may apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.counter.guide_cards import fill
from ui.counter.lacking_card import LackingCard
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, Scroll, SidePanel
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.counter.case_materials import Lacking
    from station_app.domain.counter.items import ItemVersion
    from ui.counter.words import Words
    from ui.kit.room import RoomContext

LEAST_WIDTH, MOST_WIDTH = 260, 400


class CaseSummary(SidePanel):
    """What the clerk tells the applicant while the form is filled in."""

    def __init__(self, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._words, self._context = words, context
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.close_button.hide()
        self.lacking = LackingCard(self)
        self.times = Card(self.tr("Time"), self)
        self.about = Card(self.tr("Who, where, what comes of it"), self)
        self.empty = EmptyState(
            Icon.ITEM,
            self.tr("What is to be told"),
            self.tr("Once the item is chosen, what lacks and when it is due stand here."),
            parent=self,
        )
        self.page = Scroll(self, margin=Space.L)
        self.page.body.setSpacing(Space.M)
        for part in (self.lacking, self.times, self.about):
            self.page.body.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
        self.show_case(None, (), is_new=True)

    def show_case(
        self, version: ItemVersion | None, lacking: Sequence[Lacking], *, is_new: bool
    ) -> None:
        """Show what is to be told of *version*, and what lacks."""
        self.empty.setVisible(version is None)
        self.page.setVisible(version is not None)
        self.show_heading(self.tr("To tell the applicant"))
        if version is None:
            return
        told, words = version.particulars, self._words
        self.lacking.setVisible(is_new)
        self.lacking.show_lacking(lacking, total=len(told.materials))
        today = self._context.clock.today()
        limits = ((name, getattr(told, name)) for name in ("promised", "legal"))
        fill(
            self.times,
            [
                (words.field(name), words.limit(limit), words.due(limit, today))
                for name, limit in limits
                if limit is not None
            ],
        )
        names = ("who", "goes_to", "result", "fee", "note")
        facts = [(words.field(name), getattr(told, name), "") for name in names]
        fill(self.about, [fact for fact in facts if fact[1]])
