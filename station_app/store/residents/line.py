"""A line of the residents' table, made of what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.residents.line import LineNumber, ResidentId, ResidentLine
from station_app.domain.residents.standing import Standing
from station_app.domain.rights.withholding import tag_field
from station_app.store.privacy import field_classes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def line_from(
    row: Mapping[Any, Any], tags: tuple[str, ...], withheld: Collection[str] = ()
) -> ResidentLine:
    """Return the line of a *row* that was read, however it was: born a day, numbers in full.

    What is *withheld* stands in no line.
    """
    seen = field_classes().seen
    return ResidentLine(
        seq=LineNumber(row["seq"]),
        id=ResidentId(row["id"]),
        name=row["name"],
        sex=row["sex"],
        born=row["born"],
        number=seen("document", "number", row["number"], kind=row["document_kind"]),
        phone="" if "phone" in withheld else seen("resident", "phone", row["phone"]),
        address=row["address"] or "",
        household=row["household"] or "",
        relation=row["relation"],
        standing=Standing(row["standing"]),
        tags=tuple(code for code in tags if tag_field(code) not in withheld),
        grid=row["grid"] or "",
        withheld=tuple(sorted(withheld)),
    )
