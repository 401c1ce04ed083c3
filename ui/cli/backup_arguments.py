"""What may be typed after ``station backup`` and ``station restore``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from ui.cli.exchange_arguments import AddCommand, Commands


def add_backup(backup: ArgumentParser) -> None:
    """Add the options of making a backup."""
    backup.add_argument(
        "--place", metavar="DIR", type=Path, help="from now on put the newest there, too"
    )
    backup.add_argument("--name", metavar="WORDS", default="", help="what that place is called")


def add_restoring(kinds: Commands, command: AddCommand) -> None:
    """Add the commands of restoring; *command* adds one of them to *kinds*."""
    listed = command(kinds, "list", "restoring.list_backups", "list the backups there are")
    shown = command(kinds, "show", "restoring.show", "tell what restoring one would change")
    done = command(kinds, "do", "restoring.restore", "put one in place; the former store is kept")
    for each in (listed, shown, done):
        each.add_argument(
            "--look-in",
            metavar="PATH",
            type=Path,
            nargs="+",
            default=(),
            help="folders or files to look into as well",
        )
    for each in (shown, done):
        each.add_argument(
            "backup",
            metavar="BACKUP",
            nargs="?",
            default="newest",
            help="its file; by default the newest good one",
        )
        each.add_argument(
            "--paper", action="store_true", help="open it with the paper key (STATION_PAPER_KEY)"
        )
