"""Rule packs as files: those in ``resources/rules``, and those a station brings in.

One form for both (``docs/rule-packs.md``). Nothing in such a file is ever carried out: it is
read as JSON, value by value, and whatever nobody reads refuses it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from station_app.domain import negative_list
from station_app.domain.counter.admission.tasks import ListType, Owner
from station_app.domain.pack_faults import PackFault, PackInvalidError
from station_app.store.data_files import ReferenceInvalidError, read_data_file, read_data_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.negative_list import NegativeList
    from station_app.store.data_files import Place

MOST_BYTES: Final = 1_000_000
MOST_ENTRIES, MOST_ALIASES, MOST_WORDS, MOST_TITLE = 500, 60, 400, 120
NATIONAL: Final = ("negative_list.json", "task_list.json")
FIELDS: Final = frozenset({"area", "dropped", "items", "tasks"})
ITEM: Final = frozenset({"id", "number", "title", "aliases", "offices", "basis", "note"})
TASK: Final = frozenset({"id", "title", "aliases", "list", "owner", "affair", "goes_to", "basis"})
AREA, KEY = re.compile(r"\d{6}"), re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def read_packs(rules: Path) -> Mapping[str, NegativeList]:
    """Return the packs in the folder *rules* by the names of their files.

    The national lists come first, then the local ones (``negative_list.<place>.json``).
    Raises :class:`ReferenceInvalidError` with the place.
    """
    local = sorted(rules.glob("negative_list.*.json"))
    paths = [*(rules / name for name in NATIONAL), *local]
    return {path.name: pack_at(read_data_file(path, FIELDS)) for path in paths}


def pack_in(name: str, text: str) -> NegativeList:
    """Return the pack in *text*, which came from a file *name* of the station.

    Raises :class:`PackInvalidError` saying where it is wrong, and how.
    """
    try:
        return pack_at(read_data_text(name, text, FIELDS))
    except ReferenceInvalidError as error:
        why, field = _fault_in(str(error.facts["reason"]))
        place = str(error.facts["place"])
        raise PackInvalidError(file=name, place=place, why=why.value, field=field) from None


def text_of_file(path: Path) -> str:
    """Return the text of a file that is to be brought in, in its shortest form.

    Raises :class:`PackInvalidError` for what cannot be read, is too large or is no JSON.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _invalid(path, PackFault.TOO_LARGE)
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise _invalid(path, PackFault.UNREADABLE) from None
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        place = f"line {line}" if line else ""
        raise _invalid(path, PackFault.NOT_JSON, place=place) from None
    # the same list with other blanks is the same list
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack_at(head: Place) -> NegativeList:
    """Return the pack whose outermost place is *head*."""
    items = tuple(map(_item, _entries(head, "items")))
    tasks = tuple(map(_task, _entries(head, "tasks")))
    for field, found in (("items", items), ("tasks", tasks)):
        if len({each.id for each in found}) < len(found):
            raise head.wrong(f"an entry stands twice: field {field}")
    if not (items or tasks or head.texts("dropped")):
        raise head.wrong("no entries")
    begins, ends = head.day("valid_from"), head.day("valid_to")
    if begins and ends and ends < begins:
        raise head.wrong("field valid_to: before valid_from")
    if not AREA.fullmatch(head.text("area")):
        raise head.wrong("field area")
    return negative_list.NegativeList(
        area=head.text("area"),
        title=_short(head, "title", MOST_TITLE),
        source=head.text("source"),
        doc_no=head.text("doc_no"),
        valid_from=begins,
        valid_to=ends,
        verified=head.truth("verified", default=False),
        items=items,
        tasks=tasks,
        dropped=frozenset(head.texts("dropped")),
    )


def _entries(head: Place, field: str) -> tuple[Place, ...]:
    if field not in head.values:
        return ()
    found = head.children(field)
    if len(found) > MOST_ENTRIES:
        raise head.wrong(f"field {field}")
    return found


def _item(place: Place) -> negative_list.NegativeItem:
    place.only(ITEM)
    offices = tuple(map(_office, place.children("offices")))
    if not offices:
        raise place.wrong("field offices")
    return negative_list.NegativeItem(
        number=place.number("number"), offices=offices, **_told(place, ("basis", "note"))
    )


def _office(place: Place) -> negative_list.Office:
    place.only(frozenset({"name", "brings", "verified"}))
    return negative_list.Office(
        name=_short(place, "name", MOST_TITLE),
        brings=_short(place, "brings", MOST_WORDS, default=""),
        verified=place.truth("verified", default=False),
    )


def _task(place: Place) -> negative_list.ListedTask:
    place.only(TASK)
    list_type = place.text("list")
    if list_type not in {ListType.OWN, ListType.ASSIST, ListType.NEGATIVE}:
        raise place.wrong("field list")
    owner = place.text("owner", default="")
    if owner not in set(Owner):
        raise place.wrong("field owner")
    return negative_list.ListedTask(
        list_type=list_type, owner=owner, **_told(place, ("affair", "goes_to", "basis"))
    )


def _told(place: Place, more: tuple[str, ...]) -> dict[str, Any]:
    aliases = place.texts("aliases")
    if len(aliases) > MOST_ALIASES or any(len(each) > MOST_TITLE for each in aliases):
        raise place.wrong("field aliases")
    if not KEY.fullmatch(place.text("id")):
        raise place.wrong("field id")
    texts = {name: _short(place, name, MOST_WORDS, default="") for name in more}
    title = _short(place, "title", MOST_TITLE)
    return {"id": place.text("id"), "title": title, "aliases": aliases, **texts}


def _short(place: Place, field: str, most: int, *, default: str | None = None) -> str:
    text = place.text(field, default=default)
    if len(text) > most:
        raise place.wrong(f"field {field}")
    return text


def _fault_in(reason: str) -> tuple[PackFault, str]:
    """Return what *reason* means for whoever brought the file, and the field it names."""
    _, _, named = reason.partition("field ")
    field = named.split(":")[0].split(" ")[0]
    starts = {
        "unknown field": PackFault.UNKNOWN_FIELD,
        "field valid_to: before": PackFault.DATES,
        "field ": PackFault.FIELD,
        "an entry stands twice": PackFault.TWICE,
        "no entries": PackFault.EMPTY,
        "not JSON": PackFault.NOT_JSON,
    }
    why = next((why for start, why in starts.items() if reason.startswith(start)), PackFault.OTHER)
    return why, field


def _invalid(path: Path, why: PackFault, *, place: str = "") -> PackInvalidError:
    return PackInvalidError(file=path.name, place=place, why=why.value, field="")
