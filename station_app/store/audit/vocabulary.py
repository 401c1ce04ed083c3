"""The words of the audit as data: which acts there are, what is told of which field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from station_app.domain.audit.entries import Act, ActKind, plain_act
from station_app.domain.audit.facts import Mask
from station_app.shipped import RESOURCES
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.store.data_files import Place

FOLDER = RESOURCES / "audit"
LEAST_YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """What a field is called, and the code table that its values are of, if any."""

    mask: Mask
    codes: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same in two languages."""

    zh: str
    en: str


@cache
def acts() -> Mapping[str, Act]:
    """Return all acts there are; whatever else is to be noted is a fault of the program."""
    place = read_data_file(FOLDER / "acts.json", frozenset({"acts"}))
    found: dict[str, Act] = {}
    for each in place.children("acts"):
        each.only(frozenset({"act", "kind", "zh", "en"}))
        act = each.text("act")
        if act in found or act.count(":") != 2 or plain_act(act) != act:
            raise each.wrong("field act")
        if each.text("kind") not in set(ActKind):
            raise each.wrong("field kind")
        kind = ActKind(each.text("kind"))
        found[act] = Act(act=act, kind=kind, zh=each.text("zh"), en=each.text("en"))
    return found


@cache
def fields() -> Mapping[str, FieldWords]:
    """Return what is known of the fields that changes are told of."""
    place = _fields_file()
    found: dict[str, FieldWords] = {}
    for each in place.children("fields"):
        each.only(frozenset({"field", "mask", "codes", "zh", "en"}))
        if each.text("mask") not in set(Mask):
            raise each.wrong("field mask")
        found[each.text("field")] = FieldWords(
            mask=Mask(each.text("mask")),
            codes=each.text("codes", default=""),
            zh=each.text("zh"),
            en=each.text("en"),
        )
    return found


@cache
def facts() -> Mapping[str, Words]:
    """Return what the other facts of entries are called; the rest are for programs alone."""
    return _words("facts", "fact")


@cache
def values() -> Mapping[str, Words]:
    """Return the words for what an alarm says was found."""
    return _words("values", "value")


def _words(field: str, key: str) -> Mapping[str, Words]:
    found: dict[str, Words] = {}
    for each in _fields_file().children(field):
        each.only(frozenset({key, "zh", "en"}))
        found[each.text(key)] = Words(zh=each.text("zh"), en=each.text("en"))
    return found


def _fields_file() -> Place:
    return read_data_file(FOLDER / "fields.json", frozenset({"fields", "facts", "values"}))


@cache
def masks() -> Mapping[str, Mask]:
    """Return how much of each field is told."""
    return {name: words.mask for name, words in fields().items()}


@cache
def years_kept() -> int:
    """Return how many years entries stay in the store: never less than the law says."""
    place = read_data_file(FOLDER / "keeping.json", frozenset({"years"}))
    years = place.number("years")
    if years < LEAST_YEARS:
        raise place.wrong("field years")
    return years
