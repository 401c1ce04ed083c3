"""The field classes as they are shipped: read once, checked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from station_app.domain.codes import Sensitivity
from station_app.domain.privacy.fields import FieldClass, FieldClasses, Purpose
from station_app.domain.privacy.masks import Mask
from station_app.shipped import RESOURCES
from station_app.store.data_files import Place, read_data_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = RESOURCES / "privacy" / "fields.json"


@lru_cache(maxsize=1)
def field_classes() -> FieldClasses:
    """Return the field classes of the program."""
    return read_field_classes(FILE)


def read_field_classes(path: Path) -> FieldClasses:
    """Read field classes.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` naming the place.
    """
    head = read_data_file(path, frozenset({"masks", "common", "records"}))
    holds = {}
    for place in head.children("masks"):
        place.only(frozenset({"mask", "purposes"}))
        mask = _mask(place, place.text("mask"))
        purposes = place.texts("purposes")
        if not purposes or not set(Purpose).issuperset(purposes):
            raise place.wrong("field purposes")
        holds[mask] = frozenset(map(Purpose, purposes))
    if missing := sorted(set(Mask) - holds.keys() - {Mask.NONE}):
        raise head.wrong(f"mask {missing[0]} has no purposes")
    common: dict[str, FieldClass] = {}
    for place in head.children("common"):
        place.only(frozenset({"fields"}))
        common |= _fields(place)
    return FieldClasses(records=_records(head), common=common, holds=holds)


def _records(head: Place) -> Mapping[str, Mapping[str, FieldClass]]:
    records: dict[str, Mapping[str, FieldClass]] = {}
    for place in head.children("records"):
        place.only(frozenset({"record", "title", "fields"}))
        place.text("title")
        if place.text("record") in records:
            raise place.wrong(f"{place.text('record')} stands twice")
        records[place.text("record")] = _fields(place)
    return records


def _fields(place: Place) -> dict[str, FieldClass]:
    values = place.values.get("fields")
    if not isinstance(values, dict) or not values:
        raise place.wrong("field fields")
    return {name: _class(place, name, told) for name, told in values.items()}


def _class(place: Place, name: str, told: object) -> FieldClass:
    level, _, mask = told.partition(" ") if isinstance(told, str) else ("", "", "")
    if level not in set(Sensitivity):
        raise place.wrong(f"level of {name}")
    return FieldClass(Sensitivity(level), _mask(place, mask) if mask else Mask.NONE)


def _mask(place: Place, text: str) -> Mask:
    if text not in set(Mask):
        raise place.wrong(f"no such mask {text}")
    return Mask(text)
