"""``station certificate residence``: name and number in, a numbered paper out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.delivering import deliver
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

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
