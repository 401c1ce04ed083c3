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

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

LANGUAGES = {"zh": "zh_CN", "en": "en"}
LOOKS = ("light", "dark")
SCALES = (100, 150)
WIDTH, HEIGHT = 1366, 768
PEOPLE = 2000
PASSPHRASE = "Demo-Station-2000"
STATION = ("--name", "石头城社区服务站", "--code", "320000009001")
VARIANTS = tuple("-".join(map(str, each)) for each in product(LANGUAGES, LOOKS, SCALES))


def main() -> int:
    """Make the pictures asked for; return how the last process ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=VARIANTS, nargs="+", default=VARIANTS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.home is not None:
        take_pictures(asked.home, asked.out, asked.only[0])
        return 0
    with tempfile.TemporaryDirectory(prefix="station-shots-") as folder:
        return make_all(Path(folder), asked.out.absolute(), asked.only)


def make_all(folder: Path, out: Path, variants: tuple[str, ...]) -> int:
    """Make all *variants* from one demo station, a copy of it for each."""
    surroundings = {**os.environ, "STATION_PASSPHRASE": PASSPHRASE}
    init = [sys.executable, "-m", "station_app", "--home", str(folder / "demo")]
    init += ["init", *STATION, "--demo", str(PEOPLE)]
    subprocess.run(init, check=True, cwd=TOP, env=surroundings, stdout=subprocess.DEVNULL)
    stick = give_company(folder)
    for variant in variants:
        home = folder / variant
        shutil.copytree(folder / "demo", home / "demo")
        shutil.copytree(stick, home / "stick")
        scale = int(variant.rpartition("-")[2]) / 100
        command = [sys.executable, __file__, "--home", str(home), "--only", variant]
        ended = subprocess.run(
            [*command, "--out", str(out / variant)],
            check=False,
            cwd=TOP,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": f"{scale:g}"},
        )
        print(variant, "made" if ended.returncode == 0 else "FAILED", flush=True)
        if ended.returncode != 0:
            return ended.returncode
    return 0


def give_company(folder: Path) -> Path:
    """Give the demo station a desk and a laptop; return the stick their files lie on."""
    from installer.companions import accompany  # noqa: PLC0415 - the store is loaded when needed
    from station_app.services.access import StationHome  # noqa: PLC0415 - as above

    return accompany(StationHome(folder / "demo"), folder / "company", PASSPHRASE)


def take_pictures(home: Path, out: Path, variant: str) -> None:
    """Walk through the first day and a morning of one *variant*."""
    from station_app.services.access import StationHome  # noqa: PLC0415 - in the second process
    from ui.kit.preferences import Preferences  # noqa: PLC0415 - as above
    from ui.kit.theme import Look  # noqa: PLC0415 - as above
    from ui.tour.first_day import FirstDay  # noqa: PLC0415 - as above
    from ui.tour.running import WindowLook, shown, walk_through  # noqa: PLC0415 - as above
    from ui.tour.tour import take_tour  # noqa: PLC0415 - as above

    language, look, scale = variant.split("-")
    chosen = WindowLook(
        language=LANGUAGES[language],
        preferences=Preferences(look=Look(look)),
        width=WIDTH * 100 // int(scale),
        height=HEIGHT * 100 // int(scale),
    )
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
