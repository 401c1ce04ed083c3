"""``station certificate``: name and number in, a numbered paper out; which numbers are here."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.number_gaps import Tail
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.delivering import deliver
from ui.cli.answer import DONE, Answer
from ui.cli.opening import opened
from ui.cli.speaking import REFUSED
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from station_app.domain.number_gaps import Series
    from ui.cli.speaking import Speaker


def issue_residence(asked: Namespace, _speaker: Speaker) -> Answer:
    """Issue a certificate of residence (居住情况证明) to the one person who bears both.

    Refused for the same reasons as at the window. The paper is in the archive before it is
    written to the file: if that fails, it can be had again under its number.
    """
    if not asked.out.parent.is_dir():  # before a number is used up
        raise RefusedError("file-not-written", name=asked.out.name)
    with opened(asked) as station:
        card = station.certificates.find(asked.name, asked.number)
        request = ResidenceRequest(
            resident_id=card.resident.id, purpose=asked.purpose, addressee=asked.addressee
        )
        issued = station.certificates.issue(request).value
        deliver(asked.out, issued.pdf)
    return Answer(
        values={"number": issued.number, "sha256": issued.sha256, "pages": issued.pages},
        lines=[words("issued", number=issued.number, file=asked.out)],
    )


def numbers(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell the numbers given, by series and giver, and of every one that is not here why."""
    with opened(asked) as station:
        series = station.numbers.series()
    return Answer(
        values={"series": [asdict(each) for each in series]},
        lines=[line for each in series for line in _lines(each)] or [words("numbers-none")],
        code=REFUSED if any(each.missing or each.doubles for each in series) else DONE,
    )


def _lines(series: Series) -> Iterator[str]:
    named = {"word": series.word, "year": series.year}
    yield words("numbers-series", **named, given=series.given, missing=series.missing)
    for stretch in series.stretches:
        giver = stretch.giver or words("numbers-nobody", segment=stretch.segment)
        yield words(
            "numbers-stretch",
            first=stretch.first,
            last=stretch.last,
            giver=giver,
            given=stretch.given,
            void=stretch.void,
        )
        for hole in stretch.holes:
            yield words(f"numbers-{hole.cause}", first=hole.first, last=hole.last)
        if stretch.tail is not Tail.NONE:
            yield words(f"numbers-tail-{stretch.tail}")
    for serial in series.doubles:
        yield words("numbers-double", serial=serial)
