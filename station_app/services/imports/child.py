"""The child process: one foreign file comes in, plain data goes out.

The file arrives on standard input, already opened, so the child needs no path;
one JSON document leaves on standard output: ``{"kind": …, "sheets": [...]}`` or
``{"refused": code}``. A date is the list of its year, month and day. Nothing
else is imported than the standard library and the reader of workbooks, so that
the child starts fast; whatever goes wrong unforeseen ends it, and the parent
takes that as a damaged file.
"""

from __future__ import annotations

import json
import sys
from datetime import date, time, timedelta

from station_app.services.imports.confinement import FILE_BYTES, confine
from station_app.services.imports.recognition import FileRefusedError, Kind, kind_of
from station_app.services.imports.textfile import read_text_table
from station_app.services.imports.workbook import read_workbook


def read(data: bytes) -> dict[str, object]:
    """Return the sheets of the file, or the code it is refused with."""
    try:
        kind = kind_of(data)
        sheets = [read_text_table(data)] if kind is Kind.CSV else read_workbook(data, kind)
    except FileRefusedError as refused:
        return {"refused": refused.code}
    except MemoryError:
        return {"refused": "file-too-large"}
    return {"kind": kind.value, "sheets": sheets}


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
    answer = read(sys.stdin.buffer.read(FILE_BYTES + 1))
    text = json.dumps(answer, default=plain, ensure_ascii=False, check_circular=False)
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
