"""The clock of the machine, for those who are given no other, and how it is read."""

from __future__ import annotations

from datetime import UTC, date, datetime


class DeviceClock:
    """The clock of this device."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock everybody else asks

    def today(self) -> date:
        """Return the day it is where the device stands."""
        return datetime.now().astimezone().date()  # noqa: TID251 - the local day


def local_day(moment: datetime) -> date:
    """Return the day it was where the device stands at *moment*."""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone().date()


def local_words(moment: datetime) -> str:
    """Return *moment* as the station's watch shows it."""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone().strftime("%Y-%m-%d %H:%M")
