"""The paper recovery key (纸质恢复密钥): 160 random bits that a person can copy by hand.

Nine groups of four characters: 32 of content, four of check. The alphabet
leaves out I, L, O and U; what was read as I, L or O is taken for 1, 1 and 0, and
small letters, full-width characters, blanks and dashes are welcome. The check
is the remainder by a primitive polynomial of degree 20, so that *every* single
wrong character and *every* swap of two is found, of other mistakes all but one
in a million.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field

from station_app.domain.errors import StationError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TAKEN_FOR = str.maketrans("OIL", "011")
SECRET_BITS = 160
CHECK_BITS = 20
SYMBOL_BITS = 5
LENGTH = (SECRET_BITS + CHECK_BITS) // SYMBOL_BITS
GROUP = 4
POLYNOMIAL = (1 << 20) | (1 << 3) | 1  # x^20 + x^3 + 1 is primitive
MARK = 0x5A7E1  # keeps the key of all zeros from being a valid one
JOINTS = frozenset({"Pd", "Zs", "Pc", "Cc", "Cf"})  # categories of dashes, blanks, invisibles


class MistypedPaperKeyError(StationError):
    """What was typed is no paper key: ``length`` characters where there should be ``right``.

    With the right length, some character is wrong.
    """

    code = "paper-key.mistyped"


@dataclass(frozen=True, slots=True)
class PaperKey:
    """A paper key: its secret (20 bytes, never shown by ``repr``)."""

    secret: bytes = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """The key as it is printed: nine groups of four characters."""
        text = self.text()
        return tuple(text[start : start + GROUP] for start in range(0, LENGTH, GROUP))

    def text(self) -> str:
        """Return all 36 characters without gaps."""
        content = int.from_bytes(self.secret, "big") << CHECK_BITS
        number = content | (_remainder(content) ^ MARK)
        symbols = (
            ALPHABET[(number >> shift) & (len(ALPHABET) - 1)]
            for shift in range((LENGTH - 1) * SYMBOL_BITS, -1, -SYMBOL_BITS)
        )
        return "".join(symbols)

    def has_group(self, place: int, typed: str) -> bool:
        """Whether *typed* is the group at *place* (0 to 8): proof that it was copied."""
        return _plain(typed) == self.groups[place]


def new_paper_key() -> PaperKey:
    """Return a key nobody has had before."""
    return PaperKey(secrets.token_bytes(SECRET_BITS // 8))


def read_paper_key(typed: str) -> PaperKey:
    """Return the key that *typed* spells.

    Raises :class:`MistypedPaperKeyError`.
    """
    text = _plain(typed)
    if len(text) != LENGTH or not set(text) <= set(ALPHABET):
        raise MistypedPaperKeyError(length=len(text), right=LENGTH)
    number = 0
    for symbol in text:
        number = number << SYMBOL_BITS | ALPHABET.index(symbol)
    # Where the wrong character stands cannot be told: the check finds, it does not mend.
    if _remainder(number ^ MARK):
        raise MistypedPaperKeyError(length=LENGTH, right=LENGTH)
    return PaperKey((number >> CHECK_BITS).to_bytes(SECRET_BITS // 8, "big"))


def _plain(typed: str) -> str:
    folded = unicodedata.normalize("NFKC", typed).upper().translate(TAKEN_FOR)
    return "".join(sign for sign in folded if unicodedata.category(sign) not in JOINTS)


def _remainder(number: int) -> int:
    """Return *number*, its bits taken as a polynomial, modulo :data:`POLYNOMIAL`."""
    while (excess := number.bit_length() - POLYNOMIAL.bit_length()) >= 0:
        number ^= POLYNOMIAL << excess
    return number
