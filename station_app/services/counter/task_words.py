"""What tasks from above are called on papers and in workbooks, which are Chinese always."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.registers import BurdenKind, Fate
from station_app.domain.counter.admission.tasks import ListType, Owner
from station_app.domain.numerals import day_in_figures

if TYPE_CHECKING:
    from datetime import date

LISTS: Final = {
    ListType.UNKNOWN: "",
    ListType.OWN: "依法自治事项",
    ListType.ASSIST: "依法协助事项",
    ListType.NEGATIVE: "不应承担事项",
    ListType.TEMPORARY: "清单外临时事项",
}
OWNERS: Final = {
    Owner.UNKNOWN: "",
    Owner.COMMITTEE: "居民委员会",
    Owner.WORKSTATION: "社区工作站",
    Owner.SERVICE: "社区服务站",
}
STATES: Final = {
    TaskState.RECEIVED: "收到",
    TaskState.ASKED: "已提请",
    TaskState.ADMITTED: "准入",
    TaskState.REFUSED: "不予准入",
    TaskState.WITHDRAWN: "已撤销",
    TaskState.EXPIRED: "已到期",
}
BURDENS: Final = {
    BurdenKind.LEDGER: "台账",
    BurdenKind.PLAQUE: "牌子",
    BurdenKind.MEETING: "会议",
    BurdenKind.INSPECTION: "检查考核",
}
FATES: Final = {Fate.KEEP: "保留", Fate.MERGE: "合并", Fate.CANCEL: "取消"}
FEN, HOUR = 100, 60


def yuan(fen: int) -> str:
    """Return *fen* in yuan; nothing of none."""
    whole, rest = divmod(fen, FEN)
    return f"{whole:,}.{rest:02d}" if fen else ""


def hours(minutes: int) -> str:
    """Return *minutes* in hours with one figure after the point; nothing of none."""
    if not minutes:
        return ""
    tenths = (minutes * 10 + HOUR // 2) // HOUR
    whole, rest = divmod(max(tenths, 1), 10)
    return f"{whole}.{rest}" if rest else str(whole)


def day(on: date | None) -> str:
    """Return a day in figures; nothing of none."""
    return day_in_figures(on) if on else ""
