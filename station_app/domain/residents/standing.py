"""How somebody stands to this community (人户状态): derived, never typed.

Source: 户口登记条例 article 15, 居住证暂行条例, 出境入境管理法 article 39.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.identity.kinds import FOREIGN_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Standing(StrEnum):
    """The kind of population (人口类型) that follows from both addresses."""

    SETTLED = "settled"  # 人户一致: lives here and is registered here
    INCOMER = "incomer"  # 人在户不在, 流动人口: lives here, registered elsewhere
    AWAY = "away"  # 户在人不在, 外出: registered here, lives elsewhere
    FOREIGN = "foreign"  # 境外人员: lives here on a foreign document
    UNCLEAR = "unclear"  # lives here, registration not known
    LEFT = "left"  # 已迁出: neither lives nor is registered here any more
    DEAD = "dead"  # 已死亡


LIVES_HERE = frozenset({Standing.SETTLED, Standing.INCOMER, Standing.FOREIGN, Standing.UNCLEAR})


def standing_of(
    *, is_dead: bool, lives_here: bool, registered_here: bool | None, is_foreign: bool
) -> Standing:
    """Return the standing that follows from the facts; death outweighs all."""
    if is_dead:
        return Standing.DEAD
    if not lives_here:
        return Standing.AWAY if registered_here else Standing.LEFT
    # Before the question of registration: there is no hukou to ask for.
    if is_foreign:
        return Standing.FOREIGN
    if registered_here is None:
        return Standing.UNCLEAR
    return Standing.SETTLED if registered_here else Standing.INCOMER


def standing_of_record(columns: Mapping[str, object], kinds: Iterable[str]) -> Standing:
    """Return the standing of a resident by the *columns* kept and the *kinds* of his documents.

    Truths may be 0 and 1; who is not said to live elsewhere lives here.
    """
    local = columns.get("hukou_local")
    return standing_of(
        is_dead=bool(columns.get("died_on")),
        lives_here=bool(columns.get("lives_here", True)),
        registered_here=None if local is None else bool(local),
        is_foreign=not FOREIGN_KINDS.isdisjoint(kinds),
    )
