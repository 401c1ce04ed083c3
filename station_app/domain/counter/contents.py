"""What an item tells as plain values, to be kept and exchanged, and back.

Reading is total: what another version of the program has written, or left out, never
keeps the catalogue from being read.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, TypeGuard

from station_app.domain.counter.items import Basis, Form, ItemDraft, Material
from station_app.domain.counter.limits import MOST_DAYS, Counted, TimeLimit

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = ("name", "line", "affair", "responsible", "who", "goes_to", "result", "fee", "note")
LISTS = ("aliases", "steps")


def text_of_item(draft: ItemDraft) -> str:
    """Return *draft* as text; the same draft always gives the same."""
    return json.dumps(values_of_item(draft), ensure_ascii=False, sort_keys=True)


def values_of_item(draft: ItemDraft) -> dict[str, Any]:
    """Return *draft* as values of JSON."""
    return {
        **{name: getattr(draft, name) for name in WORDS},
        **{name: list(getattr(draft, name)) for name in LISTS},
        "materials": [
            {
                "name": each.name,
                "form": each.form.value,
                "quantity": each.quantity,
                "when": each.when,
            }
            for each in draft.materials
        ],
        "basis": [
            {
                "document": each.document,
                "number": each.number,
                "since": each.since and each.since.isoformat(),
                "verified": each.verified,
            }
            for each in draft.basis
        ],
        "promised": _values_of_limit(draft.promised),
        "legal": _values_of_limit(draft.legal),
        "verified": draft.verified,
    }


def item_from_text(text: str) -> ItemDraft:
    """Return the draft kept as *text*; what cannot be read of it is empty."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        values = {}
    return item_from_values(values)


def item_from_values(values: object) -> ItemDraft:
    """Return the draft of *values*; what cannot be read of them is empty."""
    told = _mapping(values)
    plain: dict[str, Any] = {name: _text(told.get(name)) for name in WORDS}
    plain |= {name: _texts(told.get(name)) for name in LISTS}
    return ItemDraft(
        **plain,
        materials=tuple(map(_material, _listed(told.get("materials")))),
        basis=tuple(map(_basis, _listed(told.get("basis")))),
        promised=_limit(told.get("promised")),
        legal=_limit(told.get("legal")),
        verified=told.get("verified") is True,
    )


def _values_of_limit(limit: TimeLimit | None) -> dict[str, Any] | None:
    return None if limit is None else {"days": limit.days, "counted": limit.counted.value}


def _limit(values: object) -> TimeLimit | None:
    told = _mapping(values)
    days, counted = told.get("days"), told.get("counted")
    if not _is_whole(days) or not 0 <= days <= MOST_DAYS or counted not in set(Counted):
        return None
    return TimeLimit(days, Counted(counted))


def _material(values: object) -> Material:
    told = _mapping(values)
    form, quantity = told.get("form"), told.get("quantity")
    return Material(
        name=_text(told.get("name")),
        form=Form(form) if isinstance(form, str) and form in set(Form) else Form.ORIGINAL,
        quantity=quantity if _is_whole(quantity) else 1,
        when=_text(told.get("when")),
    )


def _basis(values: object) -> Basis:
    told = _mapping(values)
    return Basis(
        document=_text(told.get("document")),
        number=_text(told.get("number")),
        since=_day(told.get("since")),
        verified=told.get("verified") is True,
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(values: object) -> tuple[str, ...]:
    return tuple(each for each in _listed(values) if isinstance(each, str))


def _listed(values: object) -> list[Any]:
    return values if isinstance(values, list) else []


def _mapping(values: object) -> Mapping[str, Any]:
    return values if isinstance(values, dict) else {}
