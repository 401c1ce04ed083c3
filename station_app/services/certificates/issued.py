"""A certificate that was given its number, and how that comes about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.certificates import CertificateId, State, number_of
from station_app.domain.keys import new_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from station_app.services.certificates.drawing.printing import Paper
    from station_app.store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A certificate that was given its number: its paper as archived."""

    id: CertificateId
    number: str
    sha256: str
    pages: int
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The number that a certificate gets: the word, the year, and the serial in it."""

    word: str
    year: int
    serial: int

    @property
    def number(self) -> str:
        """Return the number as it stands on the paper."""
        return number_of(word=self.word, year=self.year, serial=self.serial)


def next_in_series(tx: Transaction, *, word: str, on: date) -> Series:
    """Return the next number of this device.

    The year is that of the date on the paper, also around midnight. Within the
    transaction of the drawing: a paper that cannot be drawn gives its number back.
    """
    return Series(word=word, year=on.year, serial=tx.numbering.next_serial(word, on.year))


def keep_issued(
    tx: Transaction, series: Series, paper: Paper, columns: Mapping[str, object]
) -> Issued:
    """Keep *paper* under the number of *series*, and what else is known of it."""
    issued = Issued(
        id=CertificateId(new_key()),
        number=series.number,
        sha256=hashlib.sha256(paper.pdf).hexdigest(),
        pages=paper.pages,
        pdf=paper.pdf,
    )
    values = {
        "number": issued.number,
        "word": series.word,
        "year": series.year,
        "serial": series.serial,
        "state": State.ISSUED,
        "sha256": issued.sha256,
        **columns,
    }
    tx.certificates.add(issued.id, values, paper.pdf)
    return issued
