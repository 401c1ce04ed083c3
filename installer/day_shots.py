"""Pictures of a day of exchange on three computers, in both languages, light and dark.

``python installer/day_shots.py --out DIR`` invents a station, founds a laptop and a hub
beside it, and goes through the day once for each variant, each in a process of its own.
``--only zh-dark-150`` makes one variant. ``QT_QPA_PLATFORM=xcb`` draws on a real screen.
Nothing here is part of the product.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from installer.shots import (  # noqa: E402 - found when the tree is on the path
    HEIGHT,
    LANGUAGES,
    PASSPHRASE,
    STATION,
    VARIANTS,
    WIDTH,
)

PEOPLE = 400
NAMES = ("station", "laptop", "hub")
USUAL = tuple(each for each in VARIANTS if each.endswith("-150"))


def main() -> int:
    """Make the pictures asked for; return how the last process ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=VARIANTS, nargs="+", default=USUAL)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.home is not None:
        take_pictures(asked.home, asked.out, asked.only[0])
        return 0
    with tempfile.TemporaryDirectory(prefix="station-day-") as folder:
        return make_all(Path(folder), asked.out.absolute(), asked.only)


def make_all(folder: Path, out: Path, variants: tuple[str, ...]) -> int:
    """Make all *variants*, each on a copy of the same three computers."""
    surroundings = {**os.environ, "STATION_PASSPHRASE": PASSPHRASE}
    init = [sys.executable, "-m", "station_app", "--home", str(folder / "made" / NAMES[0])]
    init += ["init", *STATION, "--demo", str(PEOPLE)]
    subprocess.run(init, check=True, cwd=TOP, env=surroundings, stdout=subprocess.DEVNULL)
    for variant in variants:
        shutil.copytree(folder / "made", folder / variant)
        scale = int(variant.rpartition("-")[2]) / 100
        command = [sys.executable, __file__, "--home", str(folder / variant), "--only", variant]
        drawn = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": f"{scale:g}"}
        ended = subprocess.run(
            [*command, "--out", str(out / variant)], check=False, cwd=TOP, env=drawn
        )
        print(variant, "made" if ended.returncode == 0 else "FAILED", flush=True)
        if ended.returncode != 0:
            return ended.returncode
    return 0


def take_pictures(home: Path, out: Path, variant: str) -> None:
    """Go through the day of one *variant*."""
    from installer.exchange_day import ExchangeDay  # noqa: PLC0415 - in the second process
    from station_app.services.access import AccessService, StationHome  # noqa: PLC0415 - as above
    from ui.kit.preferences import Preferences  # noqa: PLC0415 - as above
    from ui.kit.theme import Look  # noqa: PLC0415 - as above
    from ui.tour.running import WindowLook, shown, walk_through  # noqa: PLC0415 - as above

    language, look, scale = variant.split("-")
    chosen = WindowLook(
        language=LANGUAGES[language],
        preferences=Preferences(look=Look(look)),
        width=WIDTH * 100 // int(scale),
        height=HEIGHT * 100 // int(scale),
    )
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
