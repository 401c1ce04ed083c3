"""What is said of a batch: who was found, how far it has come, what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.certificate_batches import Matched
from station_app.domain.certificates import Obstacle
from ui.certificates.obstacle_words import ObstacleWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.certificate_batches import Batch, Match, Member, Outcome
    from ui.certificates.words import Words

MOST_TOLD = 6
OPEN = frozenset({Matched.NOBODY, Matched.SEVERAL, Matched.AGAIN, Matched.OBSTACLE})


class BatchWords(QObject):
    """Sentences, translated when asked for; facts hold for so many *days*."""

    def __init__(self, words: Words, days: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._days = words, days

    def found(self, matches: Sequence[Match]) -> str:
        """Return how many were found, and of every other line what is wrong with it."""
        count = sum(match.kind is Matched.ONE for match in matches)
        wrong = [
            self.tr("Line {number}, {name}: {why}").format(
                number=number, name=match.wanted.name, why=self._why(match)
            )
            for number, match in enumerate(matches, start=1)
            if match.kind in OPEN
        ]
        more = len(wrong) - MOST_TOLD
        told = [self.tr("People found: {count}").format(count=count), *wrong[:MOST_TOLD]]
        if more > 0:
            told.append(self.tr("… and {count} more lines.").format(count=more))
        return "\n".join(told)

    def standing(self, batch: Batch) -> str:
        """Return how far *batch* has come."""
        if batch.waiting and not batch.approved_by:
            return self.tr("To be approved")
        if batch.waiting:
            return self.tr("To go on with")
        if batch.unprinted:
            return self.tr("To be printed")
        if batch.to_collect:
            return self.tr("To be collected")
        return self.tr("Done") if batch.issued else self.tr("Withdrawn")

    def left_alone(self, members: Sequence[Member]) -> str:
        """Return who was not handed out although he was chosen, and why."""
        named = "、".join(
            f"{each.holder} ({self._words.stage(each.stage)})" for each in members[:MOST_TOLD]
        )
        more = len(members) - MOST_TOLD
        if more > 0:
            named += self.tr(" and {count} more").format(count=more)
        return self.tr("Not handed out: {names}").format(names=named)

    def collected(self, batch: Batch) -> str:
        """Return by whom the papers of *batch* were taken along; empty before."""
        taken = Counter((each.collected_by, each.relation) for each in batch.collected)
        whom = [
            self.tr("{who}: {count}").format(who=f"{who} ({what})" if what else who, count=count)
            for (who, what), count in taken.most_common(MOST_TOLD)
        ]
        return self.tr("Collected: {names}").format(names="、".join(whom)) if whom else ""

    def outcome(self, outcome: Outcome) -> str:
        """Return what became of a batch that was approved."""
        told = self.tr("Certificates issued: {count}.").format(count=outcome.issued)
        if outcome.is_cancelled:
            told += " " + self.tr(
                "Stopped: {count} wait. Approve again to go on; no number was lost."
            ).format(count=outcome.left)
        elif outcome.left:
            names = "、".join(
                f"{each.holder} ({self.reason(each.reason)})"
                for each in outcome.refused[:MOST_TOLD]
            )
            told += " " + self.tr("Without one: {names}").format(names=names)
        return told

    def reason(self, reason: str) -> str:
        """Return the sentence for the *reason* why somebody gets none."""
        if reason in set(Obstacle):
            return ObstacleWords(self).sentence(Obstacle(reason), days=self._days)
        if reason.startswith(("certificate.", "paper.")):
            return self.tr("it could not be made")
        return self.tr("no font can print {characters}").format(characters=reason)

    def _why(self, match: Match) -> str:
        if match.kind is Matched.NOBODY:
            return self.tr("nobody of this name is kept here. Register this person first.")
        if match.kind is Matched.SEVERAL:
            words = self.tr("several people. Add the end of the ID number: {people}")
            return words.format(people=match.told)
        if match.kind is Matched.AGAIN:
            return self.tr("is named twice.")
        return self.reason(match.reason)
