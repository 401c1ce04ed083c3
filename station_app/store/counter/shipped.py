"""The starting catalogue: ``resources/counter/items.json``, read and checked.

Names, materials and times differ from place to place: the file says of each item whether
somebody has compared it (``verified``), and supervisors correct it in the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.counter.checks import problems_with_item, tidied
from station_app.domain.counter.contents import (
    LISTS,
    WORDS,
    item_from_values,
    text_of_item,
    values_of_item,
)
from station_app.domain.counter.items import (
    Item,
    ItemVersion,
    Origin,
    id_of_contents,
    id_of_shipped,
)
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from station_app.domain.codes import CodeTable
    from station_app.domain.counter.items import ItemId
    from station_app.store.data_files import Place

MATERIAL = frozenset({"name", "form", "quantity", "when"})
BASIS = frozenset({"document", "number", "since", "verified"})
LIMIT = frozenset({"days", "counted"})
OWN = frozenset({"code", "valid_from"})
FIELDS = OWN | {*WORDS, *LISTS, "materials", "basis", "promised", "legal", "verified"}


def read_items(path: Path, *, lines: CodeTable, affairs: CodeTable) -> Mapping[ItemId, Item]:
    """Return the items in *path* by their keys, in the order of the file.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"items"}))
    start = head.day("valid_from")
    if start is None:
        raise head.wrong("field valid_from")
    known = {
        "lines": {entry.code for entry in lines.entries},
        "affairs": {entry.code for entry in affairs.entries},
    }
    items: dict[ItemId, Item] = {}
    for place in head.children("items"):
        item = _item(place, start, known)
        if item.id in items:
            raise place.wrong("field code: twice")
        items[item.id] = item
    if not items:
        raise head.wrong("no items")
    return items


def _item(place: Place, start: date, known: Mapping[str, Any]) -> Item:
    _check_fields(place)
    draft = item_from_values(place.values)
    # what reading let pass is found by writing it again
    told = {name: value for name, value in place.values.items() if name not in OWN}
    if values_of_item(draft) != told or tidied(draft) != draft:
        raise place.wrong("a value that cannot be")
    day = place.day("valid_from") or start
    if problems := problems_with_item(draft, **known):
        raise place.wrong(f"field {problems[0].field}: {problems[0].code}")
    key = id_of_shipped(place.text("code"))
    version = ItemVersion(
        id=id_of_contents(key, day, text_of_item(draft)),
        item_id=key,
        valid_from=day,
        particulars=draft,
        origin=Origin.SHIPPED,
    )
    return Item(id=key, versions=(version,))


def _check_fields(place: Place) -> None:
    place.only(FIELDS)
    if missing := sorted(FIELDS - {"valid_from"} - place.values.keys()):
        raise place.wrong(f"field {missing[0]}")
    for name, fields in (("materials", MATERIAL), ("basis", BASIS)):
        for row in place.children(name):
            row.only(fields)
    for name in ("promised", "legal"):
        if place.values[name] is not None:
            place.child(name).only(LIMIT)
