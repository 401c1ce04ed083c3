"""A passphrase to be handed over on a slip: easily read and typed, good for one sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.passphrases import PassphrasePolicy

CAPITALS = "ABCDEFGHJKMNPQRTUVWXY"
LETTERS = "abcdefghjkmnpqrtuvwxy"
DIGITS = "346789"
"""Without the signs that look like others: 0 O, 1 l I, 2 Z, 5 S."""
GROUPS, SIGNS = 3, 4


def first_passphrase(policy: PassphrasePolicy, choose: Callable[[str], str]) -> str:
    """Return one that meets *policy*; *choose* takes a sign out of a text by chance.

    It has all four classes: a capital letter, small letters, digits, and hyphens.
    """
    groups = max(GROUPS, -(-(policy.least_length + 1) // (SIGNS + 1)))
    parts = [choose(CAPITALS if at == 0 else LETTERS) + _rest(choose) for at in range(groups)]
    return "-".join(parts)


def _rest(choose: Callable[[str], str]) -> str:
    return choose(LETTERS) + choose(LETTERS) + choose(DIGITS)
