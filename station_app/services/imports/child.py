"""The child process: one foreign file comes in, plain data goes out.

The file arrives on standard input, already opened, so the child needs no path.
Messages leave on standard output, one JSON object a line: ``kind``, then for
each sheet ``sheet`` (what is known of it) and ``rows`` in blocks, at last
``end``; or ``refused`` with a code, at any point. A date is the list of its
year, month and day. Nothing else is imported than the standard library and the
reader of workbooks, so that the child starts fast; whatever goes wrong
unforeseen ends it without ``end``, and the parent takes that as damage.
"""

from __future__ import annotations

import json
import sys
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from station_app.services.imports.confinement import FILE_BYTES, confine
from station_app.services.imports.recognition import FileRefusedError, Kind, kind_of
from station_app.services.imports.textfile import read_text_table
from station_app.services.imports.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the messages about the file."""
    try:
        kind = kind_of(data)
        yield {"kind": kind.value}
        yield from read_text_table(data) if kind is Kind.CSV else read_workbook(data, kind)
    except FileRefusedError as refused:
        yield {"refused": refused.code}
    # The ceiling of confine() is met here, unless the reader is in the middle of C code.
    except MemoryError:
        yield {"refused": "file-too-large"}
    else:
        yield {"end": True}


def plain(value: object) -> object:
    """Return what stands for a value that JSON does not know."""
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    raise TypeError(type(value))


def main() -> None:
    """Read standard input within the limits, answer on standard output."""
    confine()
    out = sys.stdout.buffer
    for message in read(sys.stdin.buffer.read(FILE_BYTES + 1)):
        text = json.dumps(message, default=plain, ensure_ascii=False, check_circular=False)
        out.write(text.encode())
        out.write(b"\n")
    out.flush()


if __name__ == "__main__":
    main()
