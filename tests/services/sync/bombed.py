"""Bombs given to the reader, in a process that holds little itself.

``python -m tests.services.sync.bombed FOLDER`` writes each bomb into FOLDER and reads it, and
prints what the reading children held at most and took at most, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.sync.inside import deflate
from station_app.services.sync.reading import read_sync_file
from station_app.services.sync.sealing import seal_packed
from tests.services.sync import bombs
from tests.services.sync.bundles import LAPTOP, STATION, a_bundle, a_header

REASONS = {Refusal.MALFORMED, Refusal.TOO_LARGE}


def sealed_bombs():
    """Return the payloads by name, deflated."""
    plain = bombs.cbor_bombs() | bombs.packing_bombs()
    return bombs.deflated_bombs() | {name: deflate(data) for name, data in plain.items()}


def refusal_of(path):
    """Return why the file at *path* is refused; ``None`` if it is not."""
    try:
        read_sync_file(
            path, receiver=STATION, receiver_id="station", sender_of=lambda _: LAPTOP.public()
        )
    except SyncFileRefusedError as refused:
        return refused.reason
    return None


def main(folder):
    """Read them all; tell."""
    import resource  # noqa: PLC0415 - there is none on Windows

    slowest, unlike = ("", 0.0), []
    every = sealed_bombs()
    for name, packed in every.items():
        path = Path(folder) / "bomb.stsync"
        header = a_header(a_bundle())
        path.write_bytes(seal_packed(header, packed, sender=LAPTOP, receiver=STATION.public()))
        begun = time.monotonic()
        if refusal_of(path) not in REASONS:
            unlike.append(name)
        slowest = max(slowest, (name, time.monotonic() - begun), key=lambda one: one[1])
    # what a child has held begins with what its parent holds, so this one holds little
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    told = {"bombs": len(every), "unlike": unlike, "megabytes": peak, "slowest": slowest}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
