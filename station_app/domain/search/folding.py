"""How text is made comparable before it is indexed or looked for.

Folding never changes what is kept or shown. It takes away what a person who
types does not type: full width, capitals, tone marks, separators. Han
characters are only normalised canonically (NFC): U+9AD8 and U+9AD9 stay two.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from station_app.domain.half_width import HALF_WIDTH

DIAERESIS: Final = "\u0308"
PLAIN_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]+\Z")
PLAIN_NUMBER = re.compile(r"[0-9X]+\Z")
SPELLINGS: Final = (
    (re.compile("([nl])yu"), r"\1v"),  # passports write LYU
    (re.compile("([nl])ve"), r"\1ue"),  # nve and lve are also typed nue and lue
)


def fold(text: str) -> str:
    """Return *text* in half width and lower case, without tone marks; ü is v."""
    if PLAIN_HAN.match(text):
        return text
    half = unicodedata.normalize("NFC", text.translate(HALF_WIDTH))
    if half.isascii():
        return half.lower()
    return "".join(map(_bare, half)).lower()


def fold_name(name: str) -> str:
    """Return *name* folded, without blanks and separators (间隔号)."""
    if PLAIN_HAN.match(name):
        return name
    return "".join(filter(is_letter, fold(name)))


def fold_number(number: str) -> str:
    """Return the letters, digits and Han of a document's or paper's *number*."""
    if PLAIN_NUMBER.match(number):
        return number.lower()
    return "".join(filter(is_letter, fold(number)))


def fold_letters(letters: str) -> str:
    """Return pinyin *letters* in the one spelling that the index keeps."""
    for pattern, spelling in SPELLINGS:
        letters = pattern.sub(spelling, letters)
    return letters


def is_letter(character: str) -> bool:
    """Whether *character* says something: no blank, mark or separator.

    Private-use characters count: old systems keep rare names in them.
    """
    kind = unicodedata.category(character)
    return kind[0] in "LNM" or kind == "Co"


def is_han(character: str) -> bool:
    """Whether *character* is written like Han: neither ASCII nor a mark."""
    return character > "\x7f" and is_letter(character)


def _bare(character: str) -> str:
    # Beyond Latin nothing carries a tone; Hangul and kana must not be taken apart.
    if character < "\x80" or character > "\u1eff":
        return character
    apart = unicodedata.normalize("NFD", character)
    if not apart[0].isascii():
        return character
    return "v" if apart[0] in "uU" and DIAERESIS in apart else apart[0]
