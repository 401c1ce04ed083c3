"""What is kept of a case as one text, told in words to whoever reviews conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.counter.case_clock import stops_from_text
from station_app.domain.counter.case_materials import notice_from_text, ticked, ticks_from_text
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.items import VersionId
from station_app.domain.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

TEXTS = frozenset({"ticks", "told", "stops"})


def told_of_case(
    tx: Transaction, reference: Reference, column: str, text: str, record: Mapping[str, Any]
) -> str:
    """Return the *text* in one of :data:`TEXTS` as it is read; papers' words are Chinese."""
    if column == "told":
        notice = notice_from_text(text)
        names = "、".join(each.name for each in notice.lacking) if notice else ""
        return f"{notice.told_on}（{notice.until}前）：{names}" if notice else ""
    if column == "stops":
        return "；".join(
            f"{stop.since}至{stop.until or ''} {name_in(reference.case_rules.stops, stop.code)}"
            for stop in stops_from_text(text)
        )
    return _ticks(tx, text, str(record.get("version_id", "")))


def _ticks(tx: Transaction, text: str, version: str) -> str:
    try:
        materials = tx.items.version(VersionId(version)).particulars.materials
    except NotFoundError:
        return ""
    return "；".join(
        f"{each.name} 原件{each.tick.originals} 复印件{each.tick.copies}"
        for each in ticked(materials, ticks_from_text(text))
        if each.tick.originals or each.tick.copies
    )
