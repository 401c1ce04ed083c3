"""The reference data of the product (码表、姓氏、清单): read from ``resources``, checked.

Each file states its source, document number and validity. A file that is not
as it must be stops the start with its name and the place in it, for a wrong
code table would spoil records silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from station_app.domain.codes import Code, CodeTable, Sensitivity, Tag, clashing_words
from station_app.domain.names import Surnames
from station_app.domain.negative_list import (
    LegitimateCertificate,
    NegativeItem,
    NegativeList,
    Office,
)
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from station_app.store.data_files import Place

CODE_FIELDS = frozenset({"code", "name", "aliases", "parent", "valid_from", "valid_to"})
TAG_FIELDS = CODE_FIELDS | {"group", "sensitivity", "is_offered", "levels"}
TAGS = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """All reference data, frozen; made once and handed to whoever needs it."""

    tables: Mapping[str, CodeTable]
    surnames: Surnames
    negative_lists: tuple[NegativeList, ...]
    legitimate: tuple[LegitimateCertificate, ...]

    def table(self, system: str) -> CodeTable:
        """Return the code table *system* ("sex", "relation", "tag" …).

        Raises ``KeyError`` if there is none: a fault of the program.
        """
        return self.tables[system]

    def tag(self, code: str) -> Tag | None:
        """Return the tag of *code*, if there is one."""
        found = self.tables[TAGS].by_code(code)
        return found if isinstance(found, Tag) else None


SYSTEMS = (
    "sex",
    "marital",
    "ethnicity",
    "education",
    "politics",
    "relation",
    "health",
    "occupation",
    "population",
    "living_basis",
    "verification",
    "hukou",
    "dwelling_use",
    "structure",
    "document",
    "province",
    TAGS,
)
"""The code tables every station needs, each in ``codes/<system>.json``."""


def load_reference(resources: Path) -> Reference:
    """Read and check all reference data below *resources*.

    Raises :class:`ReferenceInvalidError` naming the file and the place.
    """
    codes, rules = resources / "codes", resources / "rules"
    return Reference(
        tables={system: _table(codes / f"{system}.json", system) for system in SYSTEMS},
        surnames=_surnames(resources / "names" / "surnames.json"),
        negative_lists=tuple(_negative_list(path) for path in _negative_files(rules)),
        legitimate=_legitimate(rules / "legitimate.json"),
    )


def _table(path: Path, system: str) -> CodeTable:
    head = read_data_file(path, frozenset({"system", "entries"}))
    if head.text("system") != system:
        raise head.wrong("field system")
    read: Callable[[Place], Code] = _tag if system == TAGS else _code
    table = CodeTable(
        system=system,
        **_provenance(head),
        entries=tuple(read(place) for place in head.children("entries")),
    )
    _check_table(table, head)
    return table


def _provenance(head: Place) -> dict[str, Any]:
    """Return where a file of data comes from, and since when it holds."""
    return {
        "title": head.text("title"),
        "source": head.text("source"),
        "doc_no": head.text("doc_no"),
        "valid_from": head.day("valid_from"),
        "valid_to": head.day("valid_to"),
        "verified": head.truth("verified", default=False),
    }


def _check_table(table: CodeTable, head: Place) -> None:
    """Refuse a table with a code or a word for two things, or a parent that is not there."""
    codes = [entry.code for entry in table.entries]
    if not codes:
        raise head.wrong("no entries")
    if len(set(codes)) < len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise head.wrong(f"code {twice} stands twice")
    if orphans := [entry.code for entry in table.entries if entry.parent not in {"", *codes}]:
        raise head.wrong(f"code {orphans[0]} has no parent")
    if clashes := clashing_words(table):
        raise head.wrong(f"word {clashes[0]} names two codes")


def _code(place: Place) -> Code:
    place.only(CODE_FIELDS)
    return Code(**_code_values(place))


def _tag(place: Place) -> Tag:
    place.only(TAG_FIELDS)
    sensitivity = place.text("sensitivity")
    if sensitivity not in set(Sensitivity):
        raise place.wrong("field sensitivity")
    tag = Tag(
        **_code_values(place),
        group=place.text("group"),
        sensitivity=Sensitivity(sensitivity),
        is_offered=place.truth("is_offered", default=True),
        levels=place.texts("levels"),
    )
    # Somebody answers for turning one on: see Tag.
    if tag.is_restricted and tag.is_offered:
        raise place.wrong("a restricted tag is shipped off")
    return tag


def _code_values(place: Place) -> dict[str, Any]:
    return {
        "code": place.text("code"),
        "name": place.text("name"),
        "aliases": place.texts("aliases"),
        "parent": place.text("parent", default=""),
        "valid_from": place.day("valid_from"),
        "valid_to": place.day("valid_to"),
    }


def _surnames(path: Path) -> Surnames:
    head = read_data_file(path, frozenset({"single", "compound"}))
    readings: dict[str, tuple[str, ...]] = {}
    compounds = []
    for field, least in (("single", 1), ("compound", 2)):
        for place in head.children(field):
            place.only(frozenset({"surname", "reading", "also"}))
            surname = place.text("surname")
            if surname in readings or (len(surname) > 1) != (least > 1):
                raise place.wrong("field surname")
            readings[surname] = _readings(place, len(surname))
            if least > 1:
                compounds.append(surname)
    return Surnames(readings, frozenset(compounds))


def _readings(place: Place, syllables: int) -> tuple[str, ...]:
    readings = (place.text("reading"), *place.texts("also"))
    for reading in readings:
        parts = reading.split(" ")
        if len(parts) != syllables or not all(
            part.isascii() and part.isalpha() and part.islower() for part in parts
        ):
            raise place.wrong("field reading")
    return readings


def _negative_files(rules: Path) -> tuple[Path, ...]:
    """Return the national list, then the local ones (``negative_list.<place>.json``)."""
    return (rules / "negative_list.json", *sorted(rules.glob("negative_list.*.json")))


def _negative_list(path: Path) -> NegativeList:
    head = read_data_file(path, frozenset({"area", "dropped", "items"}))
    items = tuple(_negative_item(place) for place in head.children("items"))
    if len({item.id for item in items}) < len(items):
        raise head.wrong("an item stands twice")
    return NegativeList(
        area=head.text("area"),
        **_provenance(head),
        items=items,
        dropped=frozenset(head.texts("dropped")),
    )


def _negative_item(place: Place) -> NegativeItem:
    place.only(frozenset({"id", "number", "title", "aliases", "offices", "basis", "note"}))
    offices = tuple(
        Office(
            name=office.text("name"),
            brings=office.text("brings", default=""),
            verified=office.truth("verified", default=False),
        )
        for office in place.children("offices")
    )
    if not offices:
        raise place.wrong("field offices")
    return NegativeItem(
        id=place.text("id"),
        number=place.number("number"),
        title=place.text("title"),
        aliases=place.texts("aliases"),
        offices=offices,
        basis=place.text("basis", default=""),
        note=place.text("note", default=""),
    )


def _legitimate(path: Path) -> tuple[LegitimateCertificate, ...]:
    head = read_data_file(path, frozenset({"certificates"}))
    return tuple(
        LegitimateCertificate(
            id=place.text("id"),
            title=place.text("title"),
            aliases=place.texts("aliases"),
            basis=place.text("basis"),
            requested_by=place.text("requested_by"),
            purpose=place.text("purpose"),
            verification=place.text("verification"),
            is_available=place.truth("is_available", default=False),
            verified=place.truth("verified", default=False),
        )
        for place in head.children("certificates")
    )
