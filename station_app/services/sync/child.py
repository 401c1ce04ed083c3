"""The child process: it tastes a payload before the program takes it in.

The payload, decrypted and still deflated, arrives on standard input; it is inflated and
read within the limits of :mod:`station_app.services.sync.strict` and of the process. The
answer is a line of JSON: ``{"sound": true}``, or ``refused`` with the reason. There are no
keys in this process, and nothing of what it has read leaves it. Whatever goes wrong
unforeseen ends it without an answer.
"""

from __future__ import annotations

import json
import sys

from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from station_app.services.confinement import confine_to
from station_app.services.sync.inside import inflate
from station_app.services.sync.strict import FILE_BYTES
from station_app.services.sync.unpacking import unpack

READER_FLAG = "--taste-sync-file"  # a frozen program starts itself with it
SECONDS = 30
MEMORY_BYTES = 512 * 1024 * 1024


def taste(packed: bytes) -> dict[str, object]:
    """Return the answer about *packed*."""
    try:
        unpack(inflate(packed))
    except SyncFileRefusedError as refused:
        return {"refused": refused.reason.value, "where": refused.facts["where"]}
    except MemoryError:
        return {"refused": Refusal.TOO_LARGE.value, "where": "memory"}
    return {"sound": True}


def main() -> None:
    """Read standard input within the limits, answer on standard output."""
    confine_to(memory=MEMORY_BYTES, seconds=SECONDS)
    answer = taste(sys.stdin.buffer.read(FILE_BYTES + 1))
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
