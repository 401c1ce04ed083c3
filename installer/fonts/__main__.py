"""Make all fonts, or those named: ``python -m installer.fonts SOURCES [FILE …]``."""

from __future__ import annotations

import argparse
import json
import sys
from itertools import groupby
from pathlib import Path

from installer.fonts.making import drawn, made, opened
from installer.fonts.recipe import PRODUCTS, Product

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def spans(codes: frozenset[int]) -> str:
    """Write *codes* as ``3400-4dbf 4e00``: first and last of each run, in hexadecimal."""
    runs = []
    for _, run in groupby(enumerate(sorted(codes)), lambda pair: pair[1] - pair[0]):
        line = [code for _, code in run]
        runs.append(f"{line[0]:x}-{line[-1]:x}" if len(line) > 1 else f"{line[0]:x}")
    return " ".join(runs)


def planned(root: Path) -> dict[str, frozenset[int]]:
    """Return which characters go into which file."""
    plan: dict[str, frozenset[int]] = {}
    taken: frozenset[int] = frozenset()
    for product in PRODUCTS:
        wanted = product.wanted - taken if product.role == "body" else product.wanted
        plan[product.file] = drawn(opened(product.source, root), wanted)
        if product.role == "body":
            taken |= plan[product.file]
    return plan


def described(product: Product, codes: frozenset[int]) -> dict[str, object]:
    """Return what ``coverage.json`` says of *product*."""
    return {
        "file": product.file,
        "family": product.family,
        "role": product.role,
        "made_from": product.source.package,
        "licence": product.source.licence,
        "characters": len(codes),
        "holds": spans(codes),
    }


def main(arguments: list[str]) -> int:
    """Make the fonts and the index of what they hold."""
    parser = argparse.ArgumentParser(prog="python -m installer.fonts")
    parser.add_argument("sources", type=Path, help="where the packages were unpacked")
    parser.add_argument("only", nargs="*", help="the files to make; the index is always written")
    asked = parser.parse_args(arguments)
    plan = planned(asked.sources)
    for product in PRODUCTS:
        if asked.only and product.file not in asked.only:
            continue
        font = opened(product.source, asked.sources)
        size = (FONTS / product.file).write_bytes(made(product, font, plan[product.file]))
        sys.stdout.write(f"{product.file} {len(plan[product.file])} {size / 1e6:.2f} MB\n")
        sys.stdout.flush()
    index = [described(product, plan[product.file]) for product in PRODUCTS]
    text = json.dumps({"fonts": index}, ensure_ascii=False, indent=1)
    (FONTS / "coverage.json").write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
