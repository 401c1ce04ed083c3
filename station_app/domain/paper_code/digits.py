"""Bytes as digits, the way a code is printed, scanned and typed.

Digits survive Caps Lock and a Chinese keyboard, and QR packs them as tightly as anything.
Four check digits at the end tell what was misread from what was forged.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

PREFIX: Final = "86"
VERSION: Final = "1"
CHECK_DIGITS: Final = 4
CHECK: Final = 9973
"""The largest prime of four digits: one wrong digit, or two neighbours that changed
places, never leave the rest of the division as it was."""
FEWEST_DIGITS: Final = 180
MOST_DIGITS: Final = 1159
"""What a QR of version 20 holds at level Q: more has no room at the head of a page."""
MOST_TYPED: Final = 20_000

_LEFT_OUT: Final = dict.fromkeys(map(ord, " \t\r\n-\u00a0\u3000\ufeff"))
_FULL_WIDTH: Final = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_PLAIN: Final = frozenset("0123456789")


class Fault(StrEnum):
    """Why a text is not read as a code."""

    NOT_A_CODE = "not-a-code"
    MISREAD = "misread"
    NEWER = "newer"


class DigitsRefusedError(ValueError):
    """A text that is not the digits of a code; ``fault`` says why, and becomes the verdict."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def clean_digits(typed: str) -> str:
    """Return *typed* without spaces and hyphens, full-width digits (全角) as plain ones."""
    return typed.translate(_LEFT_OUT | _FULL_WIDTH)


def digits_of(data: bytes) -> str:
    """Return *data* as the digits of a code; its first byte must not be 0."""
    body = PREFIX + VERSION + str(int.from_bytes(data, "big"))
    return f"{body}{_rest(body):0{CHECK_DIGITS}d}"


def bytes_of(typed: str) -> bytes:
    """Return the bytes that stand in *typed*; DigitsRefusedError says why there are none."""
    digits = clean_digits(typed) if len(typed) <= MOST_TYPED else ""
    if not _looks_like_one(digits):
        raise DigitsRefusedError(Fault.NOT_A_CODE)
    if digits[len(PREFIX)] != VERSION:
        raise DigitsRefusedError(Fault.NEWER)
    body, check = digits[:-CHECK_DIGITS], digits[-CHECK_DIGITS:]
    number = body[len(PREFIX + VERSION) :]
    if int(check) != _rest(body) or number[0] == "0":
        raise DigitsRefusedError(Fault.MISREAD)
    value = int(number)
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def _looks_like_one(digits: str) -> bool:
    return (
        FEWEST_DIGITS <= len(digits) <= MOST_DIGITS
        and set(digits) <= _PLAIN
        and digits.startswith(PREFIX)
    )


def _rest(digits: str) -> int:
    return int(digits) % CHECK
