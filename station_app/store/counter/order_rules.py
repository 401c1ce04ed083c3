"""The rules of orders: ``resources/counter/orders.json``, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.case_rules import Named
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.order_rules import Category, OrderRules, OrderSource
from station_app.store.counter.case_rules import each_once, limit_of
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from station_app.domain.counter.items import ItemId
    from station_app.domain.counter.limits import TimeLimit
    from station_app.store.data_files import Place

LISTS = frozenset({"sources", "classes", "categories", "returns"})
TIMES = ("due", "extension", "notice")


def read_order_rules(path: Path, items: Collection[ItemId]) -> OrderRules:
    """Return the rules in the file *path*; *items* are the keys of those that are shipped.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, LISTS)
    sources = [_source(place, items) for place in head.children("sources")]
    categories = [_category(place, items) for place in head.children("categories")]
    listed = [item for each in categories for item in each.items]
    if len(set(listed)) < len(listed):
        raise head.wrong("field categories: an item in two")
    return OrderRules(
        sources=each_once(head, "sources", sources),
        categories=each_once(head, "categories", categories),
        classes=each_once(head, "classes", list(map(_named, head.children("classes")))),
        returns=each_once(head, "returns", list(map(_named, head.children("returns")))),
    )


def _source(place: Place, items: Collection[ItemId]) -> OrderSource:
    place.only(frozenset({"code", "name", "item", *TIMES}))
    return OrderSource(
        code=place.text("code"),
        name=place.text("name"),
        item=_item(place, place.text("item"), items),
        **{name: _limit(place, name) for name in TIMES},
    )


def _category(place: Place, items: Collection[ItemId]) -> Category:
    place.only(frozenset({"code", "name", "items"}))
    return Category(
        code=place.text("code"),
        name=place.text("name"),
        items=tuple(_item(place, code, items) for code in place.texts("items")),
    )


def _named(place: Place) -> Named:
    place.only(frozenset({"code", "name"}))
    return Named(code=place.text("code"), name=place.text("name"))


def _limit(place: Place, name: str) -> TimeLimit | None:
    return None if place.values.get(name) is None else limit_of(place.child(name))


def _item(place: Place, code: str, items: Collection[ItemId]) -> ItemId:
    key = id_of_shipped(code)
    if key not in items:
        raise place.wrong(f"unknown item {code}")
    return key
