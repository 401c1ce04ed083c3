"""What may be typed after ``station audit``."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from station_app.later import later
from ui.cli.days import day

if TYPE_CHECKING:
    from station_app.domain.audit import heads
    from station_app.domain.audit.chain import Link
    from ui.cli.exchange_arguments import AddCommand, Commands
else:
    heads = later("station_app.domain.audit.heads")  # hashlib loads a second OpenSSL


def add_audit(kinds: Commands, command: AddCommand) -> None:
    """Add the commands of the audit."""
    verify = command(kinds, "verify", "auditing.verify", "verify the chain of the audit")
    verify.add_argument(
        "--anchor",
        metavar="N:DIGEST",
        type=_anchor,
        help="the last entry as it was told at an earlier time, or the line of a day sheet",
    )
    command(kinds, "head", "auditing.head", "tell the last entry, to be kept in the day book")
    command(kinds, "heads", "auditing.heads", "tell what other devices said of their audits")
    sheet = command(kinds, "sheet", "auditing.sheet", "make the sheet of a day's work")
    sheet.add_argument("--day", metavar="YYYY-MM-DD", type=day, help="today if left out")
    sheet.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    export = command(kinds, "export", "auditing.export", "give entries out for an inspector")
    export.add_argument("file", metavar="FILE", type=Path, help="ends in .xlsx or .pdf")
    export.add_argument("--reason", metavar="WORDS", required=True, help="who asks, and why")
    export.add_argument("--person", metavar="KEY", default="", help="only about this resident")
    export.add_argument("--since", metavar="YYYY-MM-DD", type=day)
    export.add_argument("--until", metavar="YYYY-MM-DD", type=day)
    settle = command(kinds, "settle", "auditing.settle", "say what the alarms came from")
    settle.add_argument("--reason", metavar="WORDS", required=True)
    command(kinds, "archive", "auditing.archive", "put old entries into an archive, by rule")


def _anchor(text: str) -> Link:
    found = heads.read_line(text)
    if found is None:
        raise ArgumentTypeError(f"a number, a colon and 64 digits are wanted, not {text!r}")
    return found
