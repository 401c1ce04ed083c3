"""The words of a paper, with places for facts and parts that depend on them.

``{holder.name}`` is a field. ``{?holder.since}…{:}…{/}`` says the first part while there
is such a fact and the second while there is none; ``{:}`` may be left out, conditions may
stand within conditions. A brace itself is written twice. There is nothing else: no
calculation, no format, nothing that reaches into the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*\Z")
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]")
_OTHERWISE, _END, _ASKED = ":", "/", "?"
_DEEPEST = 8


class TextWrongError(ValueError):
    """A text is not as the language has it; ``at`` is the character, counted from one."""

    def __init__(self, at: int, what: str) -> None:
        super().__init__(f"character {at}: {what}")
        self.at = at
        self.what = what


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A place for a fact."""

    name: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What is said while there is a fact, and what while there is none."""

    name: str
    there: Text
    lacking: Text = ()
    at: int = 0


Text: TypeAlias = "tuple[Words | Field | Choice, ...]"


def parsed(written: str) -> Text:
    """Return the parts of *written*; TextWrongError tells the character that is wrong."""
    tokens = _Tokens(written)
    parts = _text(tokens, within=0)
    if tokens.mark:
        raise TextWrongError(tokens.at, f"{{{tokens.mark}}} closes nothing")
    return parts


def written(text: Text) -> str:
    """Return *text* as it is written: what :func:`parsed` makes the same parts of."""
    return "".join(_written(part) for part in text)


def filled(text: Text, facts: Mapping[str, str]) -> str:
    """Return what *text* says of *facts*; what a fact says is never read as a field."""
    return "".join(_filled(part, facts) for part in text)


def fields_in(text: Text, known: frozenset[str] = frozenset()) -> Iterator[tuple[Field, bool]]:
    """Yield each field of *text*, conditions too, and whether it is surely there.

    Sure is what a condition around it asks for, or what is *known*. The field of a
    condition is yielded as sure: it may be asked for whether it is there or not.
    """
    for part in text:
        if isinstance(part, Field):
            yield part, part.name in known
        elif isinstance(part, Choice):
            yield Field(part.name, part.at), True
            yield from fields_in(part.there, known | {part.name})
            yield from fields_in(part.lacking, known)


def words_in(text: Text) -> str:
    """Return all plain words of *text*, so that their characters can be checked."""
    return "".join(_words(text))


class _Tokens:
    """The tokens of a text, one ahead of whoever reads them."""

    def __init__(self, text: str) -> None:
        self._found = list(_TOKEN.finditer(text))
        self._length = len(text)
        self._next = 0
        self.at = 1
        self.mark = ""
        """``:`` or ``/``, when that ended a part."""

    def take(self) -> tuple[str, str | None] | None:
        """Return the next token and what stands between its braces; None at the end."""
        if self._next == len(self._found):
            self.at = self._length + 1
            return None
        found = self._found[self._next]
        self._next += 1
        self.at = found.start() + 1
        return found.group(), found.group(1)


def _text(tokens: _Tokens, *, within: int) -> Text:
    """Read until the end, or until a mark, which is left in *tokens*."""
    parts: list[Words | Field | Choice] = []
    tokens.mark = ""
    while (token := tokens.take()) is not None:
        text, inside = token
        if inside in {_OTHERWISE, _END}:
            tokens.mark = inside
            break
        if inside is not None and inside.startswith(_ASKED):
            parts.append(_choice(inside[1:], tokens, within=within + 1))
        elif inside is not None:
            parts.append(Field(_name(inside, tokens.at), tokens.at))
        else:
            _add_words(parts, text, tokens.at)
    return tuple(parts)


def _choice(name: str, tokens: _Tokens, *, within: int) -> Choice:
    at = tokens.at
    _name(name, at)
    if within > _DEEPEST:
        raise TextWrongError(at, "too many conditions within one another")
    there = _text(tokens, within=within)
    lacking: Text = ()
    if tokens.mark == _OTHERWISE:
        lacking = _text(tokens, within=within)
    if tokens.mark != _END:
        raise TextWrongError(at, f"the condition {{?{name}}} is not closed")
    tokens.mark = ""
    return Choice(name, there, lacking, at)


def _name(name: str, at: int) -> str:
    if not _NAME.match(name):
        raise TextWrongError(at, f"not a field: {{{name}}}")
    return name


def _add_words(parts: list[Words | Field | Choice], text: str, at: int) -> None:
    if text in {"{", "}"}:
        raise TextWrongError(at, f"a brace that stands alone is written {text}{text}")
    words = text[0] if text in {"{{", "}}"} else text
    # neighbours are one: what is written twice as a brace parts no words
    last = parts[-1] if parts else None
    if isinstance(last, Words):
        parts[-1] = Words(last.text + words)
    else:
        parts.append(Words(words))


def _written(part: Words | Field | Choice) -> str:
    if isinstance(part, Words):
        return part.text.replace("{", "{{").replace("}", "}}")
    if isinstance(part, Field):
        return f"{{{part.name}}}"
    lacking = "{:}" + written(part.lacking) if part.lacking else ""
    return f"{{?{part.name}}}{written(part.there)}{lacking}{{/}}"


def _filled(part: Words | Field | Choice, facts: Mapping[str, str]) -> str:
    if isinstance(part, Words):
        return part.text
    if isinstance(part, Field):
        return facts[part.name]
    return filled(part.there if facts[part.name] else part.lacking, facts)


def _words(text: Text) -> Iterator[str]:
    for part in text:
        if isinstance(part, Words):
            yield part.text
        elif isinstance(part, Choice):
            yield from _words(part.there)
            yield from _words(part.lacking)
