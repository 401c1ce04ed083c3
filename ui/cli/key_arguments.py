"""What may be typed after ``station key``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.days import day

if TYPE_CHECKING:
    from ui.cli.exchange_arguments import AddCommand, Commands


def add_keys(keys: Commands, command: AddCommand) -> None:
    """Add the commands of the keys that sign certificates."""
    command(keys, "list", "paper_keys.listed", "tell the keys, and which hold no more")
    withdraw = command(
        keys, "withdraw", "paper_keys.withdraw", "believe only what stands in the register"
    )
    withdraw.add_argument("key", metavar="KEY", help="as the list tells it")
    withdraw.add_argument("--reason", metavar="WORDS", required=True)
    ask = command(keys, "ask", "paper_keys.ask", "write what the street office is to sign")
    ask.add_argument("out", metavar="OUT.json", type=Path)
    vouch = command(keys, "vouch", "paper_keys.vouch", "sign for a station, at the street office")
    vouch.add_argument("request", metavar="REQUEST.json", type=Path)
    vouch.add_argument("out", metavar="OUT.json", type=Path)
    vouch.add_argument("--until", metavar="YYYY-MM-DD", type=day, required=True)
    take = command(keys, "take", "paper_keys.take", "keep what the street office has signed")
    take.add_argument("file", metavar="FILE.json", type=Path)
