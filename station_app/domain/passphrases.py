"""What a passphrase must be: 等保2.0 level 2, as the station's default.

At least eight characters out of three of the four classes: capital letters, small
letters, digits, all others (signs, Chinese characters). A passphrase of twelve
characters or more needs no mixture: length is worth more than signs that are
then written on a slip beside the screen (NIST SP 800-63B, 5.1.1.2). Full-width
characters count as what they fold to, because the key is made from that form.
"""

from __future__ import annotations

import unicodedata

from station_app.domain.errors import Problem

LEAST_LENGTH = 8
MOST_LENGTH = 256
LEAST_CLASSES = 3
LONG_ENOUGH = 12
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
    classes = {_class_of(character) for character in text}
    if len(classes) < LEAST_CLASSES and len(text) < LONG_ENOUGH:
        found.append(Problem(FIELD, "too-simple", {"classes": LEAST_CLASSES}))
    return tuple(found)


def _class_of(character: str) -> str:
    if character.isdecimal():
        return "digit"
    if "A" <= character <= "Z":
        return "capital"
    return "small" if "a" <= character <= "z" else "other"
