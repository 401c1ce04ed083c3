"""The guide sheet (办事指南): a version of an item turned into the parts of a paper."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from station_app.domain.numerals import day_in_figures
from station_app.services.certificates.guide_wording import GuideSheet
from station_app.services.certificates.rights_papers import Part
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from station_app.domain.counter.items import ItemDraft, ItemVersion
    from station_app.domain.counter.limits import TimeLimit
    from station_app.domain.settings import Settings

MATERIAL_SHARES = (12.0, 66.0, 28.0, 14.0, 46.0)
BASIS_SHARES = (90.0, 46.0, 30.0)
STEP_SHARES = (12.0, 154.0)
FACTS = ("who", "responsible", "goes_to", "result", "fee")


def sheet_of(
    version: ItemVersion,
    *,
    settings: Settings,
    today: date,
) -> GuideSheet:
    """Return what the guide sheet of *version* tells; how the station sorts it is left out."""
    told = version.particulars
    words = _words()
    return GuideSheet(
        station=settings.name,
        name=told.name,
        aliases="、".join(told.aliases),
        valid_from=version.valid_from,
        printed_on=today,
        parts=tuple(_parts(told, words)),
        note=told.note,
        phone=settings.phone,
        address=settings.address,
        unverified="" if told.verified else words["unverified"],
    )


def _parts(told: ItemDraft, words: Any) -> Iterator[Part]:
    facts = ((words["facts"][name], getattr(told, name)) for name in FACTS)
    yield Part(title=words["about"], pairs=tuple(pair for pair in facts if pair[1]))
    yield _materials(told, words)
    steps = tuple((str(number), step) for number, step in enumerate(told.steps, start=1))
    yield Part(title=words["steps"], pairs=steps, shares=STEP_SHARES)
    times = (
        (words["promised"], limit_in_words(told.promised)),
        (words["legal"], limit_in_words(told.legal) or words["no_limit"]),
    )
    yield Part(title=words["times"], pairs=tuple(pair for pair in times if pair[1]))
    if told.basis:
        rows = (
            (each.document, each.number, day_in_figures(each.since) if each.since else "")
            for each in told.basis
        )
        yield Part(
            title=words["basis"],
            table=(tuple(words["basis_headings"]), *rows),
            shares=BASIS_SHARES,
        )


def _materials(told: ItemDraft, words: Any) -> Part:
    if not told.materials:
        return Part(title=words["materials"], remark=words["no_materials"])
    rows = (
        (
            str(number),
            each.name,
            words["forms"][each.form],
            str(each.quantity),
            each.when or words["always"],
        )
        for number, each in enumerate(told.materials, start=1)
    )
    return Part(
        title=words["materials"],
        table=(tuple(words["material_headings"]), *rows),
        shares=MATERIAL_SHARES,
    )


def limit_in_words(limit: TimeLimit | None) -> str:
    """Return a time limit as papers tell it; empty for none."""
    if limit is None:
        return ""
    words = _words()
    if limit.is_at_once:
        return str(words["at_once"])
    return str(words["days"][limit.counted]).format(days=limit.days)


@cache
def _words() -> Any:
    text = (RESOURCES / "counter" / "guide_words.json").read_text(encoding="utf-8")
    return json.loads(text)
