"""Why somebody gets no certificate, and what can be done about it, in the clerk's words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from station_app.domain.certificates import Obstacle


class ObstacleWords(QObject):
    """A sentence for every :class:`Obstacle`, and the way out where there is one."""

    def sentence(self, obstacle: Obstacle, *, days: int) -> str:
        """Return why no certificate may be issued; facts hold for so many *days*."""
        return {
            Obstacle.NO_MATCH: self.no_match(),
            Obstacle.DEAD: self.tr("This person has died. A certificate is not issued."),
            Obstacle.MOVED_OUT: self.tr("This person has moved out of the community."),
            Obstacle.NOT_LIVING_HERE: self.tr(
                "This person is registered here but lives somewhere else."
            ),
            Obstacle.NO_ADDRESS: self.tr("No present address is kept for this person."),
            Obstacle.NEVER_VERIFIED: self.tr(
                "Nobody has verified yet that this person lives here."
            ),
            Obstacle.FACTS_TOO_OLD: self.tr(
                "The facts were last verified more than {days} days ago."
            ).format(days=days),
        }[obstacle]

    def remedy(self, obstacle: Obstacle) -> str:
        """Return what can be done about it."""
        elsewhere = self.tr(
            "The community where they live now can certify it. If they live here after all,"
            " record the move in their file, then come back."
        )
        verify = self.tr("Record how you made sure of it; the certificate can then be issued.")
        return {
            Obstacle.DEAD: self.tr("If the note of death is wrong, correct it in the file."),
            Obstacle.MOVED_OUT: elsewhere,
            Obstacle.NOT_LIVING_HERE: elsewhere,
            Obstacle.NO_ADDRESS: self.tr("Enter the address in their file, then come back."),
            Obstacle.NEVER_VERIFIED: verify,
            Obstacle.FACTS_TOO_OLD: verify,
        }.get(obstacle, "")

    def no_match(self) -> str:
        """Return what is said when name and number do not meet: never which of them is wrong."""
        return self.tr("Name and number do not belong to one person here. Compare the card again.")
