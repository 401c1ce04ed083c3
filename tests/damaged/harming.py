"""What may happen to a file, at a chance place: flipped, zeroed, swapped, cut, or older."""

from __future__ import annotations

PAGE = 4096
SECTOR = 512


def flip(content, chance, **_):
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def zero(content, chance, **_):
    at = chance.randrange(0, len(content), SECTOR)
    hole = min(SECTOR, len(content) - at)
    return content[:at] + bytes(hole) + content[at + hole :]


def swap(content, chance, **_):
    """Exchange two blocks that are not alike: pages of a database, sectors of a small file."""
    size = PAGE if len(content) >= 4 * PAGE else max(1, len(content) // 8)
    places = range(0, len(content) - size + 1, size)
    while True:
        one, other = sorted(chance.sample(places, 2))
        first, second = content[one : one + size], content[other : other + size]
        if first != second:
            between = content[one + size : other]
            return content[:one] + second + between + first + content[other + size :]


def cut(content, chance, **_):
    return content[: chance.randrange(len(content))]


def old_page(content, chance, older, **_):
    """Put one page back that has changed since an older state."""
    places = [
        at
        for at in range(0, min(len(content), len(older)), PAGE)
        if content[at : at + PAGE] != older[at : at + PAGE]
    ]
    at = chance.choice(places)
    return content[:at] + older[at : at + PAGE] + content[at + PAGE :]


def old_file(_content, _chance, older, **_):
    return older


def foreign_file(_content, _chance, foreign, **_):
    return foreign


KINDS = {
    "flip": flip,
    "zero": zero,
    "swap": swap,
    "cut": cut,
    "old page": old_page,
    "old file": old_file,
    "another station's": foreign_file,
}
