"""The rules about people's rights, read from ``resources/rules/rights.json`` and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.codes import Sensitivity
from station_app.domain.rights.rules import (
    After,
    Answering,
    Counted,
    FieldGroup,
    Ground,
    Named,
    Purpose,
    RightsRules,
)
from station_app.domain.rights.withholding import tag_field
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum
    from pathlib import Path

    from station_app.store.data_files import Place

LISTS = ("refusals", "ways", "checks", "bases")
FIELDS = frozenset({"edition", "answer", "purposes", "groups", *LISTS})
NAMED = frozenset({"code", "name", "basis"})
TRUTHS = ("is_sensitive", "is_separate", "needs_recipient", "by_guardian")
WORDS = ("kinds", "ground", "after", "keeping", "purpose", "level")


def read_rules(path: Path) -> RightsRules:
    """Return the rules kept at *path*.

    Raises :class:`ReferenceInvalidError` naming the file and the place.
    """
    head = read_data_file(path, FIELDS)
    rules = RightsRules(
        edition=head.text("edition"),
        answering=_answering(head),
        purposes=tuple(map(_purpose, head.children("purposes"))),
        groups=tuple(map(_group, head.children("groups"))),
        **{name: tuple(map(_named, head.children(name))) for name in LISTS},
    )
    _check(rules, head)
    return rules


def _answering(head: Place) -> Answering:
    place = head.child("answer")
    place.only(frozenset({"days", "counted", "soon", "note"}))
    return Answering(
        days=place.number("days"),
        counted=_one_of(Counted, place, "counted"),
        soon=place.number("soon"),
    )


def _named(place: Place) -> Named:
    place.only(NAMED)
    return Named(**_name(place))


def _purpose(place: Place) -> Purpose:
    place.only(NAMED | set(TRUTHS) | {"effect"})
    purpose = Purpose(
        **_name(place),
        **_truths(place),
        effect=place.text("effect", default=""),
    )
    if purpose.is_sensitive and not purpose.effect:
        raise place.wrong("field effect")
    return purpose


def _group(place: Place) -> FieldGroup:
    place.only(NAMED | set(WORDS) | {"columns", "tags"})
    return FieldGroup(
        **_name(place),
        kinds=place.text("kinds"),
        level=_one_of(Sensitivity, place, "level"),
        fields=(*place.texts("columns"), *map(tag_field, place.texts("tags"))),
        ground=_one_of(Ground, place, "ground"),
        purpose=place.text("purpose", default=""),
        after=_one_of(After, place, "after"),
        keeping=place.text("keeping"),
    )


def _truths(place: Place) -> dict[str, Any]:
    return {name: place.truth(name, default=False) for name in TRUTHS}


def _name(place: Place) -> dict[str, Any]:
    return {
        "code": place.text("code"),
        "name": place.text("name"),
        "basis": place.text("basis", default=""),
    }


def _one_of(kinds: Any, place: Place, field: str) -> Any:
    found = place.text(field)
    known: Sequence[StrEnum] = list(kinds)
    if found not in known:
        raise place.wrong(f"field {field}")
    return kinds(found)


def _check(rules: RightsRules, head: Place) -> None:
    """Refuse what contradicts itself: a code or a field twice, consent without a purpose."""
    for entries in (rules.purposes, rules.groups, *(getattr(rules, name) for name in LISTS)):
        codes = [entry.code for entry in entries]
        if len(set(codes)) < len(codes):
            raise head.wrong("a code stands twice")
    fields = [field for group in rules.groups for field in group.fields]
    if len(set(fields)) < len(fields):
        raise head.wrong("a field stands twice")
    for group in rules.groups:
        if _is_at_odds(group) or (group.purpose and rules.purpose(group.purpose) is None):
            raise head.wrong(f"group {group.code}")


def _is_at_odds(group: FieldGroup) -> bool:
    # what rests on consent ends with it; what rests on a duty does not
    rests_on_consent = group.ground is Ground.CONSENT
    ends = group.after is not After.KEEP
    return not rests_on_consent == bool(group.purpose) == ends
