"""The columns of the staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.access.staff import AccountState
from ui.kit.columns import Badge, Column
from ui.kit.moments import moment_words
from ui.kit.tokens import Tone
from ui.staff.accounts import StaffLine
from ui.staff.words import STATE_TONES, STATES, role_names, worded

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.clock import Clock

SOON_DAYS = 60

StaffColumn = Column[StaffLine]


class StaffColumns(QObject):
    """Declares the columns; titles are translated when asked for."""

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock

    def all(self) -> tuple[StaffColumn, ...]:
        """Return the columns in their usual order."""
        return (*self._of_person(), *self._of_account())

    def states_of(self, line: StaffLine) -> list[Badge]:
        """Return how an account stands, and what is odd about it."""
        member, state = line.member, line.member.state
        badges = [Badge(worded(STATES, state), STATE_TONES[state])]
        until = member.particulars.until
        if state is AccountState.ACTIVE and until is not None and until < self._clock.today():
            badges = [Badge(self.tr("Engagement over"), Tone.DANGER)]
        if line.slot is None and state is not AccountState.LEFT:
            badges.append(Badge(self.tr("No passphrase here"), Tone.WARN))
        if line.slot is not None and state is AccountState.LEFT:
            badges.append(Badge(self.tr("Passphrase still opens"), Tone.DANGER))
        return badges

    def _of_person(self) -> tuple[StaffColumn, ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Name"),
                text=lambda line: line.member.particulars.name,
                width=110,
                strong=True,
            ),
            Column(
                key="state",
                title=lambda: self.tr("State"),
                text=lambda _: "",
                badges=self.states_of,
                width=190,
            ),
            Column(
                key="post",
                title=lambda: self.tr("Post"),
                text=lambda line: line.member.particulars.post,
                width=110,
            ),
            Column(
                key="roles",
                title=lambda: self.tr("Roles"),
                text=lambda line: role_names(line.member.particulars.roles),
                tip=lambda line: role_names(line.member.particulars.roles),
                width=160,
                stretches=True,
            ),
        )

    def _of_account(self) -> tuple[StaffColumn, ...]:
        return (
            Column(
                key="qualification",
                title=lambda: self.tr("Qualification"),
                text=lambda line: line.member.particulars.qualification,
                badges=lambda line: self._expiry(line.member.particulars.qualified_until),
                width=200,
            ),
            Column(
                key="until",
                title=lambda: self.tr("Engaged until"),
                text=lambda line: _day(line.member.particulars.until),
                width=104,
            ),
            Column(
                key="session",
                title=lambda: self.tr("Last sign-in"),
                text=lambda line: moment_words(line.last_session) if line.last_session else "–",
                width=126,
                muted=True,
            ),
        )

    def _expiry(self, until: date | None) -> list[Badge]:
        if until is None:
            return []
        left = (until - self._clock.today()).days
        if left < 0:
            return [Badge(self.tr("expired {day}").format(day=_day(until)), Tone.DANGER)]
        tone = Tone.WARN if left <= SOON_DAYS else Tone.NEUTRAL
        return [Badge(self.tr("to {day}").format(day=_day(until)), tone)]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
