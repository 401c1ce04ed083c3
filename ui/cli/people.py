"""``station find`` and ``station person``: looking people up, numbers masked."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from station_app.domain.residents.people import ResidentId
from station_app.domain.search.entries import Kind
from station_app.services.privacy import seen
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping

    from station_app.bootstrap import Station
    from station_app.domain.residents.history import Change
    from station_app.domain.search.hits import Hit
    from station_app.services.residents.lists import PersonFile
    from ui.cli.speaking import Speaker

# the two fields of a person that are numbers to be masked
PHONES = ("phone", "other_phone")
SIDES = ("before", "after")
DOCUMENTS = "documents"
TABLES = {"sex", "ethnicity", "education", "politics", "marital", "occupation", "health"}


def find(asked: Namespace, _speaker: Speaker) -> Answer:
    """Find what answers the text, the best first.

    Nothing found is an answer like any other: exit code 0, an empty list.
    """
    with opened(asked) as station:
        hits = station.search.find(asked.text, limit=asked.limit)
    return Answer(
        values={"results": [_result(hit) for hit in hits]},
        lines=[_line(hit) for hit in hits] or [words("nothing-found")],
    )


def person(asked: Namespace, _speaker: Speaker) -> Answer:
    """Show one person one file (一人一档).

    Numbers are masked unless ``--show`` is given, which is noted as it is in the window.
    """
    with opened(asked) as station:
        file = station.lists.file(ResidentId(asked.key))
        numbers = _masked(file)
        # number by number: each look is noted in the audit by itself
        if asked.show:
            numbers = {field: _revealed(station, file, field) for field in numbers}
        return Answer(values=_told(file, numbers), lines=list(_lines(station, file, numbers)))


def _result(hit: Hit) -> dict[str, object]:
    is_paper = hit.kind is Kind.CERTIFICATE
    return {
        "kind": hit.kind.name.lower(),
        "key": hit.key,
        "name": hit.title,
        "address": "" if is_paper else hit.subtitle,
        "holder": hit.subtitle if is_paper else hit.head,
        "number": hit.number,
        "phone": hit.phone,
        "sex": hit.sex,
        "born": hit.born,
        "is_void": hit.is_void,
    }


def _line(hit: Hit) -> str:
    said = (hit.title, hit.number, hit.phone, hit.subtitle, hit.head)
    # each thing once: the same words may stand in title and head
    return "  ".join((hit.key, *filter(None, dict.fromkeys(said))))


def _masked(file: PersonFile) -> dict[str, str]:
    """Return the numbers of the file that there are, masked: field → number."""
    resident = file.resident
    phones = {name: getattr(resident.particulars, name) for name in PHONES}
    masked = {name: seen("resident", name, phone) for name, phone in phones.items() if phone}
    return masked | {
        f"document:{place}": seen("document", "number", document.number, kind=document.kind)
        for place, document in enumerate(resident.documents)
    }


def _revealed(station: Station, file: PersonFile, field: str) -> str:
    """Return a number in full; the look is noted in the audit."""
    return station.residents.reveal(file.resident.id, field)


def _told(file: PersonFile, numbers: Mapping[str, str]) -> dict[str, object]:
    resident = file.resident
    told = _plain(asdict(resident))
    for phone in PHONES:
        told["particulars"][phone] = numbers.get(phone, "")
    for place, document in enumerate(told[DOCUMENTS]):
        # written over: asdict has unmasked ones
        document["number"] = numbers[f"document:{place}"]
    return {
        "key": resident.id,
        "name": resident.particulars.name,
        "address": resident.living_text,
        "person": told,
        "household": _plain(asdict(file.household)) if file.household else None,
        "tags": [_plain(asdict(tag)) for tag in file.tags],
        "periods": [_plain(asdict(period)) for period in file.periods],
        "history": [_told_change(change) for change in file.history],
        "files": [_plain(asdict(attachment)) for attachment in file.attachments],
    }


def _told_change(change: Change) -> dict[str, Any]:
    """Return a change; of numbers only that they changed."""
    told: dict[str, Any] = _plain(asdict(change))
    if change.field in PHONES:
        told |= {side: seen("resident", change.field, told[side]) for side in SIDES}
    elif change.field in {DOCUMENTS, "tags"}:
        # numbers, or tags not for everybody, stand somewhere inside: none of it is told
        told |= dict.fromkeys(SIDES, "")
    return told


def _lines(station: Station, file: PersonFile, numbers: Mapping[str, str]) -> Iterator[str]:
    resident, tables = file.resident, station.reference.table
    drawn = resident.particulars
    yield drawn.name
    born = drawn.born.isoformat() if drawn.born else ""
    codes = [tables(name).name_of(getattr(drawn, name)) for name in sorted(TABLES)]
    yield "  " + "  ".join(filter(None, (born, *codes)))
    for field, number in numbers.items():
        kind, _, place = field.partition(":")
        name = tables("document").name_of(resident.documents[int(place)].kind) if place else kind
        yield f"  {name}  {number}"
    yield f"  {resident.living_text}"
    yield f"  {resident.hukou.address}"
    if file.household:
        household = file.household
        yield words("household", number=household.particulars.number, address=household.address)
        for member in household.members:
            yield f"  {member.id}  {tables('relation').name_of(member.relation)}  {member.name}"


def _plain(value: Any) -> Any:
    """Return *value* of what JSON can tell: days and moments as ISO texts."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, frozenset):
        return sorted(_plain(inner) for inner in value)
    return value.isoformat() if isinstance(value, (date, datetime)) else value
