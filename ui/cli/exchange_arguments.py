"""What may be typed after ``station device`` and ``station sync``."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.cli.days import day

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction
    from collections.abc import Callable

    Commands = _SubParsersAction[Any]
    AddCommand = Callable[[Any, str, str, str], ArgumentParser]

KINDS = ("laptop", "desk", "hub")
EVENTS = {
    "suspend": "take no files of it until it is resumed",
    "resume": "take its files again",
    "lost": "it is lost: never take its files again",
    "retire": "it belongs to the station no more",
    "renew": "give it new numbers for certificates",
}


def add_devices(kinds: Commands, command: AddCommand) -> None:
    """Add the commands below ``station device``."""
    command(kinds, "list", "devices.list_devices", "show this device and those it exchanges with")
    enrol = command(kinds, "enrol", "devices.enrol", "let a device come to a station, by files")
    step = enrol.add_mutually_exclusive_group(required=True)
    step.add_argument(
        "--request", metavar="FILE", type=Path, help="on the new device: write its request"
    )
    step.add_argument(
        "--grant", metavar="REQUEST", type=Path, help="on the station: answer a request"
    )
    step.add_argument(
        "--accept", metavar="GRANT", type=Path, help="on the new device: take the answer in"
    )
    enrol.add_argument("--name", help="what the new device is called (with --request)")
    enrol.add_argument("--kind", choices=KINDS, help="what it is (with --request)")
    enrol.add_argument(
        "--out", metavar="GRANT", type=Path, help="where the answer is written (with --grant)"
    )
    holds = enrol.add_mutually_exclusive_group()
    holds.add_argument(
        "--grids", metavar="CODE,CODE", type=_codes, help="it holds these grids (with --grant)"
    )
    holds.add_argument("--all", action="store_true", help="it holds everything (with --grant)")
    holds.add_argument("--hub", action="store_true", help="it is a hub (with --grant)")
    enrol.add_argument(
        "--expires", metavar="DAY", type=day, help="its copy is to be back by then (with --grant)"
    )
    for name, explained in EVENTS.items():
        event = command(kinds, name, "devices.change", explained)
        event.set_defaults(event=name)
        event.add_argument("device", metavar="DEVICE", help="its key, the end of it, or its name")
    wipe = command(kinds, "wipe", "devices.wipe", "let go of all records of this copy")
    wipe.add_argument("--force", action="store_true", help="also of what was never sent")


def add_exchange(kinds: Commands, command: AddCommand) -> None:
    """Add the commands below ``station sync``."""
    export = command(kinds, "export", "exchanging.export", "write files for devices")
    export.add_argument("--to", metavar="DEVICE|all", required=True)
    export.add_argument("--out", metavar="DIR", type=Path, required=True)
    apply = command(kinds, "apply", "exchanging.apply", "take files in")
    apply.add_argument("files", metavar="FILE", type=Path, nargs="+")
    command(kinds, "status", "exchanging.status", "show what is unsent and what waits")
    command(kinds, "conflicts", "exchanging.conflicts", "show what waits for a decision")
    undo = command(kinds, "undo", "exchanging.undo", "take back what a file brought")
    undo.add_argument("file", metavar="SHA256|FILE")


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(filter(None, (code.strip() for code in text.split(","))))
    if not codes:
        raise ArgumentTypeError("codes of grids are wanted, with commas between them")
    return codes
