"""Text tables (csv): their encoding and their delimiter, found by trying.

Runs in the child process. Office programs in China save GB18030 without saying
so; others save UTF-8 with or without a mark, or UTF-16 with tabs ("Unicode text").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from station_app.services.imports.confinement import COLUMNS, ROWS
from station_app.services.imports.recognition import FileRefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 2000  # rows of one message
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DELIMITERS = (",", "\t", ";", "|")
SAMPLE_LINES = 60
FIELD_CHARACTERS = 32_767  # what a spreadsheet's cell can hold


def read_text_table(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield one sheet of strings; its name is empty.

    Raises :class:`FileRefusedError` ``file-encoding`` when no encoding fits,
    ``file-too-large``, or ``file-damaged`` when a quote never ends.
    """
    # The parser of csv stops at a zero byte, which some programs pad with.
    rows = _rows(decode(data).replace("\0", ""))
    width = max(map(len, rows), default=0)
    about = {"name": "", "hidden": False, "first_row": 1, "merged": []}
    yield {"sheet": {**about, "hidden_columns": [], "hidden_rows": 0}}
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        yield {"rows": [row + [""] * (width - len(row)) for row in block]}


def _rows(text: str) -> list[list[str]]:
    csv.field_size_limit(FIELD_CHARACTERS)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)):
            if len(row) > COLUMNS or len(rows) >= ROWS:
                raise FileRefusedError("file-too-large")
            rows.append(row)
    except csv.Error as error:
        raise FileRefusedError("file-damaged") from error
    return rows


def decode(data: bytes) -> str:
    """Return the text, in the first encoding that fits without a doubt."""
    candidates = [name for mark, name in MARKS if data.startswith(mark)]
    if not candidates:
        # UTF-8 before GB18030: hardly any GB18030 text is valid UTF-8, while the other way
        # round nearly everything decodes, into nonsense.
        candidates = [*_unmarked_utf16(data), "utf-8", "gb18030"]
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefusedError("file-encoding")


def delimiter_of(text: str) -> str:
    """Return the delimiter that splits most of the first lines, and most evenly."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]

    def merit(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return (sum(count == usual for count in counts) if usual else 0, sum(counts))

    return max(DELIMITERS, key=merit)


def _unmarked_utf16(data: bytes) -> list[str]:
    sample = data[:4096]
    if b"\0" not in sample:
        return []
    return ["utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"]
