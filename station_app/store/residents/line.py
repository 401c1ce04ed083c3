"""A line of the residents' table, made of what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.identity.kinds import kind_kept
from station_app.domain.identity.masking import mask_document, mask_phone
from station_app.domain.residents.line import LineNumber, ResidentId, ResidentLine
from station_app.domain.residents.standing import Standing
from station_app.domain.rights.withholding import tag_field

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def line_from(
    row: Mapping[Any, Any], tags: tuple[str, ...], withheld: Collection[str] = ()
) -> ResidentLine:
    """Return the line of a *row* that was read, however it was: born a day, numbers in full.

    What is *withheld* stands in no line.
    """
    number = row["number"]
    return ResidentLine(
        seq=LineNumber(row["seq"]),
        id=ResidentId(row["id"]),
        name=row["name"],
        sex=row["sex"],
        born=row["born"],
        number=mask_document(kind_kept(row["document_kind"]), number) if number else "",
        phone="" if "phone" in withheld else mask_phone(row["phone"]),
        address=row["address"] or "",
        household=row["household"] or "",
        relation=row["relation"],
        standing=Standing(row["standing"]),
        tags=tuple(code for code in tags if tag_field(code) not in withheld),
        grid=row["grid"] or "",
        withheld=tuple(sorted(withheld)),
    )
