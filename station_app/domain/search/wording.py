"""The conditions of the full-text index that a token can be met by.

Each way is an expression of FTS5 over the words of
:func:`station_app.domain.search.entries.text_of`. It may let too many records
through, never too few of its kind: what comes is judged afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.search.entries import END_DIGITS, MOST_INITIALS, end_token, name_tokens
from station_app.domain.search.hits import LEAST_DIGITS
from station_app.domain.search.pinyin import SYLLABLE, cuts, syllables_from, whole_syllables
from station_app.domain.search.places import asked_tokens
from station_app.domain.search.queries import Shape, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_SPELLINGS: Final = 4


def ways_of(token: Token) -> list[str]:
    """Return the expressions that find *token*, the likeliest first."""
    ways: list[str] = []
    if token.shape is Shape.HAN:
        tokens = name_tokens(token.plain)
        # Pairs of neighbours say what the single characters say, and are rarer.
        ways.append(_all(tokens[len(token.plain) :] or tokens))
    if token.shape is Shape.LETTERS:
        ways += _spoken(token.plain, is_open=token.is_open)
    if token.shape is Shape.DIGITS and len(token.plain) >= LEAST_DIGITS:
        end = end_token(token.plain)
        # Four digits are a whole token, fewer the beginning of one.
        ways.append(end if len(end) > END_DIGITS else f"{end}*")
    ways += map(_all, asked_tokens(token.place, is_open=token.is_open))
    return list(dict.fromkeys(ways))


def spellings(letters: str) -> list[str]:
    """Return expressions for letters between pinyin and initials: zengxm, zhxming."""
    found = []
    for cut in cuts(letters):
        whole = [f"y{piece}" for piece in cut[:-1] if SYLLABLE.fullmatch(piece)]
        begun = "".join(piece[0] for piece in cut[:MOST_INITIALS])
        if len(begun) > 1:
            found.append(_all([*whole, f"x{begun}"]))
    return list(dict.fromkeys(found))[:MOST_SPELLINGS]


def either(ways: Sequence[str]) -> str:
    """Return the expression that any of *ways* satisfies."""
    return f"({' OR '.join(f'({way})' for way in ways)})"


def _spoken(letters: str, *, is_open: bool) -> list[str]:
    """Return expressions for syllables anywhere in the name; if open, one begun only."""
    ways = [f"y{letters}"]
    syllables = whole_syllables(letters)
    if len(syllables) > 1:
        ways.append(_all([f"y{syllable}" for syllable in syllables]))
    if is_open and len(syllables) <= 1:
        ways += [f"y{longer}" for longer in syllables_from(letters)[1:]]
    return ways


def _all(words: Sequence[str]) -> str:
    return " AND ".join(words)
