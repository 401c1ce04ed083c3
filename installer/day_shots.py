"""Pictures of a day of exchange on three computers, in both languages, light and dark.

``python installer/day_shots.py --out DIR`` invents a station, founds a laptop and a hub
beside it, and goes through the day once for each variant, each in a process of its own.
``--only zh-dark-150`` makes one variant. ``QT_QPA_PLATFORM=xcb`` draws on a real screen.
Nothing here is part of the product.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from installer.shots import (  # noqa: E402 - found when the tree is on the path
    PASSPHRASE,
    VARIANTS,
    invent,
    look_of,
    run,
)

PEOPLE = 400
NAMES = ("station", "laptop", "hub")
USUAL = tuple(each for each in VARIANTS if each.endswith("-150"))


def main() -> int:
    """Make the pictures asked for; return how the last process ended."""
    return run(__file__, __doc__, found, take_pictures, USUAL)


def found(made: Path) -> None:
    """Found the station; the others join it while their pictures are taken."""
    invent(made / NAMES[0], PEOPLE)


def take_pictures(home: Path, out: Path, variant: str) -> None:
    """Go through the day of one *variant*."""
    from installer.exchange_day import ExchangeDay  # noqa: PLC0415 - in the second process
    from station_app.services.access import AccessService, StationHome  # noqa: PLC0415 - as above
    from ui.tour.running import shown, walk_through  # noqa: PLC0415 - as above

    chosen = look_of(variant)
    homes = [StationHome(home / name) for name in NAMES]
    for each in homes[1:]:
        AccessService().create(each, PASSPHRASE)
    folder = home / "交换"
    for made in (out, folder):
        made.mkdir(parents=True, exist_ok=True)
    with ExitStack() as windows:
        station, laptop, hub = (windows.enter_context(shown(each, chosen)) for each in homes)
        walk_through(hub, ExchangeDay((station, laptop, hub), folder, out, PASSPHRASE))


if __name__ == "__main__":
    sys.exit(main())
