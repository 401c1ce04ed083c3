"""``station case paper``: a paper of a case of the window, by the number on its receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.errors import RefusedError
from station_app.services.delivering import deliver
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from ui.cli.speaking import Speaker


def paper(asked: Namespace, _speaker: Speaker) -> Answer:
    """Write a paper of a case to a file, as it stands; that it was saved is noted."""
    if not asked.out.parent.is_dir():  # before it is noted
        raise RefusedError("file-not-written", name=asked.out.name)
    kind = CasePaperKind(asked.kind)
    with opened(asked) as station:
        key = station.cases.by_number(asked.number)
        drawn = station.case_papers.draw(key, kind)
        station.case_papers.note_given_out(key, kind, printed=False)
        number = station.cases.page(key).case.number
        deliver(asked.out, drawn.pdf)
    return Answer(
        values={"number": number, "kind": str(kind), "pages": drawn.pages},
        lines=[words("case-paper", number=number, file=asked.out)],
    )
