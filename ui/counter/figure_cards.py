"""The figures of ratings of a period: of all, by item, by person, by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.counter.ratings import Aspect, Level
from ui.counter.guide_cards import fill
from ui.counter.level_words import aspect_words, level_words
from ui.counter.words import DOT
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, Scroll
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.counter.rating_figures import NamedFigures, RatingFigures, Share
    from station_app.services.counter.ratings import Breakdown
    from ui.counter.guide_cards import Row

WIDTH = 900


class FigureCards(QWidget):
    """Fills its cards anew for each period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(Icon.ITEM, "", parent=self)
        self.page = Scroll(self, margin=Space.L, width=WIDTH, is_centred=False)
        self.page.body.setSpacing(Space.M)
        self.whole = Card(self.tr("All ratings"), self)
        self.levels = Card(self.tr("Levels"), self)
        self.items = Card(self.tr("By item"), self)
        self.people = Card(self.tr("By person"), self)
        self.months = Card(self.tr("By month"), self)
        for card in (self.whole, self.levels, self.items, self.people, self.months):
            self.page.body.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty, 1)
        column.addWidget(self.page, 1)
        self.empty.hide()
        self.page.hide()  # until something is known

    def show_figures(self, found: Breakdown) -> None:
        """Show the figures, or that nothing was rated."""
        has_any = bool(found.whole.given)
        self.page.setVisible(has_any)
        self.empty.setVisible(not has_any)
        if not has_any:
            self.empty.say(
                Icon.ITEM,
                self.tr("Nobody has given a rating in this period"),
                self.tr("Ask for one at the end of a case with Alt+J; the screen is turned."),
            )
            return
        fill(self.whole, [row for row in self._whole(found.whole) if row[1]])
        counts = found.whole.levels
        fill(self.levels, [(level_words(each), str(counts[each]), "") for each in reversed(Level)])
        fill(self.items, self._named(found.items))
        fill(self.people, self._named(found.people))
        fill(self.months, self._named(found.months) if len(found.months) > 1 else [])

    def _whole(self, figures: RatingFigures) -> list[Row]:
        return [
            (self.tr("Ratings given"), str(figures.given), ""),
            (self.tr("Satisfied"), share_words(figures.satisfied), ""),
            *((aspect_words(each), share_words(figures.aspects[each]), "") for each in Aspect),
            (self.tr("Bad ratings"), share_words(figures.bad), ""),
            (self.tr("Spoken to in time"), share_words(figures.contacted), ""),
            (self.tr("Put right in time"), share_words(figures.corrected), ""),
            (self.tr("Called back"), share_words(figures.called_back), ""),
        ]

    def _named(self, found: Iterable[NamedFigures]) -> list[Row]:
        return [
            (each.name or "–", share_words(each.figures.satisfied), self._beneath(each.figures))
            for each in found
        ]

    def _beneath(self, figures: RatingFigures) -> str:
        told = [self.tr("bad: {count}").format(count=figures.bad.part)] if figures.bad.part else []
        told += [
            f"{aspect_words(each)} {share_words(figures.aspects[each])}"
            for each in Aspect
            if figures.aspects[each].whole
        ]
        return DOT.join(told)


def share_words(share: Share) -> str:
    """Return a share in per cent with what it is of; empty of nothing."""
    if share.ratio is None:
        return ""
    return f"{share.ratio * 100:.1f} % ({share.part}/{share.whole})"
