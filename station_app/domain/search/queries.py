"""What somebody types into the one box, read into tokens. Pure: nothing is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from station_app.domain.search.folding import fold, fold_letters, fold_name, is_han
from station_app.domain.search.places import PlaceWords, asked_words

NO_PLACE: Final = PlaceWords()
LONGEST_QUERY: Final = 100
MOST_TOKENS: Final = 6
PARTING = re.compile(r"[\s,;:\u3000-\u3003\u3008-\u3011\uff0c\uff1b\uff1a|]+")
# 110000 19900101 0013 is one number, not three words.
SPLIT_NUMBER = re.compile(r"[0-9]+(?:[ -][0-9]+)*[ -]?[0-9]*x?\Z")
LEAST_JOINED_DIGITS: Final = 11
APART = re.compile(r"[^0-9a-z]+")


class Shape(StrEnum):
    """What a token is written in, which tells where it may be found."""

    HAN = "han"
    LETTERS = "letters"
    DIGITS = "digits"
    CODE = "code"
    PLACE = "place"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a query, folded.

    ``plain`` has neither blanks nor marks. ``place`` is what the token says as
    (part of) an address. ``letters`` of a MIXED token (张xm) are the spellings
    it stands for (zhangxm), filled in by who knows the readings.
    """

    shape: Shape
    text: str
    plain: str
    place: PlaceWords = NO_PLACE
    letters: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All that was typed. Every token must match, in any order.

    ``whole`` is the query as one token where its tokens make one ("zeng xiao
    ming", "张 三", "110000 19900101 0013"); it is tried before the tokens.
    """

    text: str = ""
    tokens: tuple[Token, ...] = ()
    whole: Token | None = field(default=None)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.tokens


def read_query(text: str) -> Query:
    """Read *text*, at most a hundred characters and six tokens of it."""
    folded = fold(text[:LONGEST_QUERY]).strip()
    if SPLIT_NUMBER.match(folded) and len(APART.sub("", folded)) >= LEAST_JOINED_DIGITS:
        token = _token(APART.sub("", folded), is_open=True)
        return Query(text, (token,), token)
    words = [word for word in PARTING.split(folded) if fold_name(word)][:MOST_TOKENS]
    if not words:
        return Query(text)
    # A blank says that the last word is complete: 3 is then no longer the start of 30.
    closed = text[-1:].isspace()
    tokens = tuple(
        _token(word, is_open=number == len(words) and not closed)
        for number, word in enumerate(words, start=1)
    )
    return Query(text, tokens, _whole(tokens))


def _whole(tokens: tuple[Token, ...]) -> Token | None:
    if len(tokens) == 1:
        return tokens[0]
    shapes = {token.shape for token in tokens}
    if shapes in ({Shape.HAN}, {Shape.LETTERS}):
        return _token("".join(token.plain for token in tokens), is_open=True)
    return None


def _token(word: str, *, is_open: bool) -> Token:
    plain = fold_name(word)
    shape = _shape(word, plain)
    if shape in (Shape.LETTERS, Shape.MIXED):
        plain = fold_letters(plain)
    # What has letters is a name; as a place each syllable would run through all addresses.
    may_be_place = shape not in (Shape.LETTERS, Shape.MIXED)
    place = asked_words(word) if may_be_place else NO_PLACE
    return Token(shape=shape, text=word, plain=plain, place=place, is_open=is_open)


def _shape(word: str, plain: str) -> Shape:
    has_digits = any("0" <= character <= "9" for character in plain)
    has_letters = any("a" <= character <= "z" for character in plain)
    has_han = any(map(is_han, plain))
    if has_han:
        return Shape.PLACE if has_digits else Shape.MIXED if has_letters else Shape.HAN
    if has_letters:
        return Shape.CODE if has_digits else Shape.LETTERS
    return Shape.DIGITS if plain == word else Shape.PLACE
