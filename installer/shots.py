"""Pictures of every screen: both languages, light and dark, at 100 % and 150 %.

``python installer/shots.py --out DIR`` invents a demo station, then walks through
the real window once for each variant, each in a process of its own, and puts the
pictures into ``DIR/zh-light-100/`` and so on. ``--only zh-dark-150`` makes one
variant. Nothing here is part of the product.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.tour.running import WindowLook

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

LANGUAGES = {"zh": "zh_CN", "en": "en"}
LOOKS = ("light", "dark")
SCALES = (100, 150)
WIDTH, HEIGHT = 1366, 768
PEOPLE = 2000
PASSPHRASE = "Demo-Station-2000"
STATION = ("--name", "石头城社区服务站", "--code", "320000009001", "--clerk", "李雪梅")
VARIANTS = tuple("-".join(map(str, each)) for each in product(LANGUAGES, LOOKS, SCALES))


def main() -> int:
    """Make the pictures asked for; return how the last process ended."""
    return run(__file__, __doc__, found, take_pictures)


def run(
    script: str,
    description: str | None,
    found: Callable[[Path], None],
    take: Callable[[Path, Path, str], None],
    usual: Sequence[str] = VARIANTS,
) -> int:
    """Do what the command line of *script* asks; return how the last process ended.

    *found* fills a folder; each variant has a copy of it, on which *take* draws in a
    process of its own. The variants *usual* are those made when none is asked for.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=VARIANTS, nargs="+", default=usual)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.home is not None:
        take(asked.home, asked.out, asked.only[0])
        return 0
    with tempfile.TemporaryDirectory(prefix="station-shots-") as folder:
        made = Path(folder) / "made"
        found(made)
        for variant in asked.only:
            home = Path(folder) / variant
            shutil.copytree(made, home)
            ended = draw(script, home, asked.out.absolute() / variant, variant)
            print(variant, "made" if ended == 0 else "FAILED", flush=True)
            if ended != 0:
                return ended
    return 0


def draw(script: str, home: Path, out: Path, variant: str) -> int:
    """Draw one *variant* in a process of its own; return how it ended."""
    scale = int(variant.rpartition("-")[2]) / 100
    command = [sys.executable, script, "--home", str(home), "--only", variant]
    drawn = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": f"{scale:g}"}
    ended = subprocess.run([*command, "--out", str(out)], check=False, cwd=TOP, env=drawn)
    return ended.returncode


def look_of(variant: str) -> WindowLook:
    """Return how the window looks in a *variant*."""
    from ui.kit.preferences import Preferences  # noqa: PLC0415 - in the second process
    from ui.kit.theme import Look  # noqa: PLC0415 - as above
    from ui.tour.running import WindowLook  # noqa: PLC0415 - as above

    language, look, scale = variant.split("-")
    return WindowLook(
        language=LANGUAGES[language],
        preferences=Preferences(look=Look(look)),
        width=WIDTH * 100 // int(scale),
        height=HEIGHT * 100 // int(scale),
    )


def invent(home: Path, people: int) -> None:
    """Found a demo station of *people* at *home*."""
    surroundings = {**os.environ, "STATION_PASSPHRASE": PASSPHRASE}
    init = [sys.executable, "-m", "station_app", "--home", str(home)]
    init += ["init", *STATION, "--demo", str(people)]
    subprocess.run(init, check=True, cwd=TOP, env=surroundings, stdout=subprocess.DEVNULL)


def found(made: Path) -> None:
    """Found the demo station, and the stick that a desk and a laptop filled for it."""
    invent(made / "demo", PEOPLE)
    shutil.move(give_company(made), made / "stick")
    shutil.rmtree(made / "company")


def give_company(folder: Path) -> Path:
    """Give the demo station a desk and a laptop; return the stick their files lie on."""
    from installer.companions import accompany  # noqa: PLC0415 - the store is loaded when needed
    from station_app.services.access import StationHome  # noqa: PLC0415 - as above

    return accompany(StationHome(folder / "demo"), folder / "company", PASSPHRASE)


def take_pictures(home: Path, out: Path, variant: str) -> None:
    """Walk through the first day and a morning of one *variant*."""
    from station_app.services.access import StationHome  # noqa: PLC0415 - in the second process
    from ui.tour.first_day import FirstDay  # noqa: PLC0415 - as above
    from ui.tour.running import shown, walk_through  # noqa: PLC0415 - as above
    from ui.tour.tour import take_tour  # noqa: PLC0415 - as above

    chosen = look_of(variant)
    first_day, morning = out / "first-day", out / "morning"
    first_day.mkdir(parents=True, exist_ok=True)
    with shown(StationHome(home / "new"), chosen) as program:
        walk_through(program, FirstDay(program, first_day, passphrase=PASSPHRASE))
    take_tour(
        StationHome(home / "demo"),
        morning,
        passphrase=PASSPHRASE,
        look=chosen,
        stick=home / "stick",
    )


if __name__ == "__main__":
    sys.exit(main())
