"""The materials of a case, ticked as they are brought, and the one-time notice (一次性告知)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from station_app.domain.counter.items import Form
from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.counter.items import Material

MOST_BROUGHT = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What was brought of one material.

    ``is_needed`` says of one that is needed under a condition whether it is fulfilled;
    ``is_returned``: the original was given back.
    """

    is_needed: bool = True
    originals: int = 0
    copies: int = 0
    is_returned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMaterial:
    """One material that the item asks for, and what was brought of it."""

    name: str
    form: Form
    quantity: int
    when: str
    tick: Tick

    @property
    def asked(self) -> tuple[int, int]:
        """How many originals and copies of it are to be brought."""
        originals = 0 if self.form is Form.COPY else self.quantity
        return originals, self.quantity if self.form in {Form.COPY, Form.BOTH} else 0

    @property
    def lacking(self) -> Lacking | None:
        """What is still to be brought of it, if anything."""
        if not self.tick.is_needed:
            return None
        originals, copies = self.asked
        originals = max(originals - self.tick.originals, 0)
        copies = max(copies - self.tick.copies, 0)
        if not originals and not copies:
            return None
        return Lacking(name=self.name, when=self.when, originals=originals, copies=copies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What is still to be brought of one material."""

    name: str
    when: str = ""
    originals: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimeNotice:
    """What was told once and for all (一次性告知): what lacks, and until when to bring it."""

    told_on: date
    until: date
    lacking: tuple[Lacking, ...]
    note: str = ""


def first_ticks(materials: Iterable[Material]) -> tuple[Tick, ...]:
    """Return the ticks of a case that begins: what is needed under a condition is not yet."""
    return tuple(Tick(is_needed=not each.when) for each in materials)


def ticked(materials: Sequence[Material], ticks: Sequence[Tick]) -> tuple[CaseMaterial, ...]:
    """Return *materials* with what was brought of them; without a tick nothing was."""
    told = (*ticks, *first_ticks(materials[len(ticks) :]))
    return tuple(
        CaseMaterial(
            name=each.name, form=each.form, quantity=each.quantity, when=each.when, tick=tick
        )
        for each, tick in zip(materials, told, strict=False)
    )


def lacking_of(materials: Iterable[CaseMaterial]) -> tuple[Lacking, ...]:
    """Return what is still to be brought."""
    return tuple(filter(None, (each.lacking for each in materials)))


def problems_with_ticks(
    ticks: Sequence[Tick], materials: Sequence[Material]
) -> tuple[Problem, ...]:
    """Return what cannot be of *ticks*."""
    if len(ticks) != len(materials):
        return (Problem("materials", "out-of-range"),)
    return tuple(
        Problem(f"materials.{place}.{name}", "out-of-range", {"least": 0, "most": MOST_BROUGHT})
        for place, tick in enumerate(ticks)
        for name in ("originals", "copies")
        if not 0 <= getattr(tick, name) <= MOST_BROUGHT
    )


def text_of_ticks(ticks: Iterable[Tick]) -> str:
    """Return *ticks* as text to be kept and exchanged."""
    return json.dumps(
        [[each.is_needed, each.originals, each.copies, each.is_returned] for each in ticks]
    )


def ticks_from_text(text: str) -> tuple[Tick, ...]:
    """Return the ticks kept as *text*; one that cannot be read says that nothing was brought."""
    return tuple(_tick(row) for row in _listed(_read(text)))


def text_of_notice(notice: OneTimeNotice | None) -> str:
    """Return *notice* as text to be kept and exchanged; empty for none."""
    if notice is None:
        return ""
    return json.dumps(asdict(notice), ensure_ascii=False, default=str, sort_keys=True)


def notice_from_text(text: str) -> OneTimeNotice | None:
    """Return the notice kept as *text*; None if it cannot be read, or there is none."""
    told = _mapping(_read(text))
    try:
        told_on, until = (date.fromisoformat(str(told.get(name))) for name in ("told_on", "until"))
    except ValueError:
        return None
    lacking = (_lacking(_mapping(each)) for each in _listed(told.get("lacking")))
    return OneTimeNotice(
        told_on=told_on, until=until, lacking=tuple(lacking), note=str(told.get("note", ""))
    )


def _lacking(told: Mapping[str, Any]) -> Lacking:
    return Lacking(
        name=str(told.get("name", "")),
        when=str(told.get("when", "")),
        originals=_whole(told.get("originals")),
        copies=_whole(told.get("copies")),
    )


def _tick(row: object) -> Tick:
    match row:
        case [bool(needed), int(originals), int(copies), bool(returned)]:
            return Tick(
                is_needed=needed,
                originals=_whole(originals),
                copies=_whole(copies),
                is_returned=returned,
            )
    return Tick()


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return 0
    return min(max(value, 0), MOST_BROUGHT)


def _read(text: str) -> object:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
