"""``station export residents``: the register as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.exports import ExportAsk
from station_app.services.exports.second import Approval
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.passphrase import second_passphrase
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from station_app.bootstrap import Station
    from ui.cli.speaking import Speaker


def give_out(asked: Namespace, speaker: Speaker) -> Answer:
    """Give out all residents; numbers are masked unless ``--full`` is given.

    The same is asked as in the window: to whom, what for, on what ground; a reason and a
    second person above the limits.
    """
    ask = ExportAsk(
        recipient=asked.recipient,
        purpose=asked.purpose,
        ground=asked.ground,
        reason=asked.reason,
        is_full=asked.full,
    )
    with opened(asked) as station:
        approval = _approval(station, asked.approve_as) if asked.approve_as else None
        done = station.exports.residents(asked.file, speaker, ask=ask, approval=approval)
    return Answer(
        values={
            "people": done.rows,
            "file": str(asked.file),
            "masked": done.masked,
            "number": done.number,
        },
        lines=[words("exported", people=done.rows, file=asked.file, number=done.number)],
    )


def _approval(station: Station, name: str) -> Approval:
    """Return who agrees; the passphrase comes from the environment or a prompt."""
    keys = [each.key for each in station.exports.approvers() if name in {each.name, each.key}]
    if len(keys) != 1:
        raise RefusedError("export.may-not-approve", name=name)
    return Approval(key=keys[0], passphrase=second_passphrase())
