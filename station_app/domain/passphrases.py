"""What a passphrase must be: 等保2.0 level 2, as the station's default.

At least eight characters out of three of the four classes: capital letters, small
letters, digits, all others (signs, Chinese characters). Full-width characters
count as what they fold to, because the key is made from the folded form.
"""

from __future__ import annotations

import unicodedata

from station_app.domain.errors import Problem

LEAST_LENGTH = 8
MOST_LENGTH = 256
LEAST_CLASSES = 3
FIELD = "passphrase"


def folded(passphrase: str) -> str:
    """Return *passphrase* as the key is made from it: NFKC, so ``ｐａｓｓ`` is ``pass``."""
    return unicodedata.normalize("NFKC", passphrase)


def problems_with_passphrase(passphrase: str) -> tuple[Problem, ...]:
    """Return what keeps *passphrase* from being accepted as a new one.

    Codes: ``too-short`` and ``too-long`` (with ``length``), ``too-simple`` (with
    ``classes``, the number of classes asked for).
    """
    text = folded(passphrase)
    found = []
    if len(text) < LEAST_LENGTH:
        found.append(Problem(FIELD, "too-short", {"length": LEAST_LENGTH}))
    if len(text) > MOST_LENGTH:
        found.append(Problem(FIELD, "too-long", {"length": MOST_LENGTH}))
    if len({_class_of(character) for character in text}) < LEAST_CLASSES:
        found.append(Problem(FIELD, "too-simple", {"classes": LEAST_CLASSES}))
    return tuple(found)


def _class_of(character: str) -> str:
    if character.isdecimal():
        return "digit"
    if "A" <= character <= "Z":
        return "capital"
    return "small" if "a" <= character <= "z" else "other"
