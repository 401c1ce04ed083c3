"""What is done with the keys that sign papers, and the entries that it leaves."""

from __future__ import annotations

from tests.factories import TODAY
from tests.services.audit.world import anywhere


def with_signing_key(w):
    w.issued()
    [key] = w.station.paper_keys.keys()
    return lambda: w.station.paper_keys.withdraw(key.entry.id, "设备遗失")


def _root_request(w):
    path = w.folder / "request.json"
    path.write_bytes(w.station.paper_keys.ask().value.written())
    return path


def with_root_request(w):
    path = _root_request(w)
    return lambda: w.station.paper_keys.vouch(path, until=TODAY)


def with_voucher(w):
    voucher = w.station.paper_keys.vouch(_root_request(w), until=TODAY).value
    path = w.folder / "voucher.json"
    path.write_bytes(voucher.written())
    return lambda: w.station.paper_keys.take(path)


PAPER_KEY_ACTS = {
    "withdraw": (with_signing_key, ["certificate:key:withdrawn"]),
    "ask": (anywhere(lambda w: w.station.paper_keys.ask()), ["certificate:root:asked"]),
    "vouch": (with_root_request, ["certificate:root:vouched"]),
    "take": (with_voucher, ["certificate:root:taken"]),
}
