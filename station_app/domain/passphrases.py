"""What a passphrase must be, and how often one may be mistaken: 等保2.0 level 2 by default.

At least eight characters out of three of the four classes: capital letters, small
letters, digits, all others (signs, Chinese characters). A passphrase of twelve
characters or more needs no mixture: length is worth more than signs that are
then written on a slip beside the screen (NIST SP 800-63B, 5.1.1.2). Full-width
characters count as what they fold to, because the key is made from that form.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem

if TYPE_CHECKING:
    from datetime import date

LEAST_LENGTH = 8
MOST_LENGTH = 256
LEAST_CLASSES = 3
LONG_ENOUGH = 12
FIELD = "passphrase"
WARNING_DAYS = 7

RANGES = {
    "least_length": range(LEAST_LENGTH, 65),
    "least_classes": range(1, 5),
    "long_enough": range(LEAST_LENGTH, 65),
    "days": range(1, 3651),
    "barred": range(11),
    "failures": range(1, 101),
    "lock_minutes": range(1, 1441),
}
"""What each figure of a policy may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphrasePolicy:
    """The rules for passphrases: their form, their age, and when one has failed too often.

    ``days`` is the age at which a passphrase is to be changed, ``barred`` how many of the
    last ones may not be taken again. After so many ``failures`` of one person the door
    is shut to that person for ``lock_minutes``.
    """

    least_length: int = LEAST_LENGTH
    least_classes: int = LEAST_CLASSES
    long_enough: int = LONG_ENOUGH
    days: int = 90
    barred: int = 5
    failures: int = 5
    lock_minutes: int = 15

    def is_bearable(self) -> bool:
        """Whether every figure lies in its range."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return all(type(value) is int and value in RANGES[name] for name, value in values)

    def days_left(self, since: date, today: date) -> int:
        """Return in how many days a passphrase set *since* is to be changed; below 0 it is late.

        A passphrase that seems to be set in the future, by a wrong clock, is of today.
        """
        return (min(since, today) + timedelta(days=self.days) - today).days


DEFAULT_POLICY = PassphrasePolicy()


def folded(passphrase: str) -> str:
    """Return *passphrase* as the key is made from it: NFKC, so ``ｐａｓｓ`` is ``pass``."""
    return unicodedata.normalize("NFKC", passphrase)


def problems_with_passphrase(
    passphrase: str, policy: PassphrasePolicy = DEFAULT_POLICY
) -> tuple[Problem, ...]:
    """Return what keeps *passphrase* from being accepted as a new one.

    Codes: ``too-short`` and ``too-long`` (with ``length``), ``too-simple`` (with
    ``classes``, the number of classes asked for). Whether it was used before is
    known to the key slots alone; the code for that is ``used-before``.
    """
    text = folded(passphrase)
    found = []
    if len(text) < policy.least_length:
        found.append(Problem(FIELD, "too-short", {"length": policy.least_length}))
    if len(text) > MOST_LENGTH:
        found.append(Problem(FIELD, "too-long", {"length": MOST_LENGTH}))
    classes = {_class_of(character) for character in text}
    if len(classes) < policy.least_classes and len(text) < policy.long_enough:
        found.append(Problem(FIELD, "too-simple", {"classes": policy.least_classes}))
    return tuple(found)


def _class_of(character: str) -> str:
    if character.isdecimal():
        return "digit"
    if "A" <= character <= "Z":
        return "capital"
    return "small" if "a" <= character <= "z" else "other"
