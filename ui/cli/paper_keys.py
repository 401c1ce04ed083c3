"""``station key``: the keys that sign certificates, and who stands for their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code.trust import key_id_of
from station_app.services.delivering import deliver
from ui.cli.answer import Answer
from ui.cli.opening import opened
from ui.cli.words import words

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from station_app.domain.paper_code.vouchers import Voucher
    from ui.cli.speaking import Speaker


def listed(asked: Namespace, _speaker: Speaker) -> Answer:
    """Tell every key known here, and the root that signs the list of them."""
    with opened(asked) as station:
        keys, root = station.paper_keys.keys(), station.paper_keys.root()
    told: list[dict[str, object]] = [
        {
            "key": each.entry.id,
            "issuer": each.entry.issuer,
            "from": each.entry.valid_from.isoformat(),
            "to": each.entry.valid_to.isoformat(),
            "papers": each.papers,
            "withdrawn": each.entry.withdrawn_on and each.entry.withdrawn_on.isoformat(),
        }
        for each in keys
    ]
    lines = [words("key-withdrawn" if each["withdrawn"] else "key", **each) for each in told]
    voucher = root.voucher if root else None
    values = {"keys": told, "root": root and root.id, "voucher": voucher and _told(voucher)}
    return Answer(values=values, lines=lines or [words("keys-none")])


def withdraw(asked: Namespace, _speaker: Speaker) -> Answer:
    """Believe no paper of a key any more but those in the register."""
    with opened(asked) as station:
        confirmed = station.paper_keys.withdraw(asked.key, asked.reason).value
    return Answer(
        values={"key": asked.key, "confirmed": confirmed},
        lines=[words("key-gone", key=asked.key, confirmed=confirmed)],
    )


def ask(asked: Namespace, _speaker: Speaker) -> Answer:
    """Write the request that goes to the street office."""
    _look_for_folder(asked.out)
    with opened(asked) as station:
        request = station.paper_keys.ask().value
        deliver(asked.out, request.written())
    root = key_id_of(request.root)
    return Answer(
        values={"root": root, "station": request.station},
        lines=[words("root-asked", root=root, file=asked.out)],
    )


def vouch(asked: Namespace, _speaker: Speaker) -> Answer:
    """Write what the street office signs for a station."""
    _look_for_folder(asked.out)
    with opened(asked) as station:
        voucher = station.paper_keys.vouch(asked.request, until=asked.until).value
        deliver(asked.out, voucher.written())
    told = _told(voucher)
    return Answer(values=told, lines=[words("root-vouched", **told, file=asked.out)])


def take(asked: Namespace, _speaker: Speaker) -> Answer:
    """Keep what the street office has signed."""
    with opened(asked) as station:
        told = _told(station.paper_keys.take(asked.file).value)
    return Answer(values=told, lines=[words("root-taken", **told)])


def _told(voucher: Voucher) -> dict[str, str]:
    return {
        "root": key_id_of(voucher.root),
        "station": voucher.station,
        "by": voucher.by,
        "street": key_id_of(voucher.street),
        "until": voucher.valid_to.isoformat(),
    }


def _look_for_folder(out: Path) -> None:
    if not out.parent.is_dir():
        raise RefusedError("file-not-written", name=out.name)
