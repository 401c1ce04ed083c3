"""Texts of papers as data: phrases with places for facts, checked when they are read.

A phrase is a row of pieces. A piece with ``needs`` is left out while one of those facts
is empty, one with ``lacks`` while one of them is there. Everything a template may say
wrongly — an unknown field, an optional fact used without ``needs`` — is told with its
place when the template is loaded, never on a printed paper.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, Any

from station_app.domain.numerals import day_in_figures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from _typeshed import DataclassInstance


class TemplateError(ValueError):
    """A template of ours is wrong; ``place`` says where. A fault of the program."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(f"{place}: {what}")
        self.place = place
        self.what = what


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a phrase, and the facts it depends on."""

    text: str
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()

    def filled(self, facts: Mapping[str, str]) -> str:
        """Return the text with *facts* in their places, or nothing if it is left out."""
        if not all(facts[field] for field in self.needs):
            return ""
        if any(facts[field] for field in self.lacks):
            return ""
        return self.text.format_map(facts)


Phrase = tuple[Piece, ...]
Rows = tuple[tuple[tuple[str, str], ...], ...]
"""A form filled in: rows of pairs of label and text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A labelled field of a printed form."""

    label: str
    phrase: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The facts a kind of paper knows: those always there, and those that may be empty."""

    certain: frozenset[str]
    optional: frozenset[str] = frozenset()

    @classmethod
    def of(cls, values: type, *derived: str) -> Fields:
        """Return the fields of the dataclass *values*, and those *derived* from them.

        A field whose default is empty may be empty.
        """
        optional = frozenset(field.name for field in fields(values) if field.default in ("", None))
        every = frozenset(field.name for field in fields(values))
        return cls(certain=(every - optional) | frozenset(derived), optional=optional)

    def __or__(self, other: Fields) -> Fields:
        """Return the fields of both."""
        return Fields(
            certain=self.certain | other.certain, optional=self.optional | other.optional
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The words of one kind of paper, with where they come from."""

    title: str
    basis: tuple[str, ...]
    source: str
    valid_from: date
    valid_to: date | None
    phrases: Mapping[str, tuple[Phrase, ...]]
    form: tuple[tuple[Cell, ...], ...]
    """Rows of labelled fields: the stub of a certificate, the columns of a table."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the labels of the first row of the form: the headings of a table."""
        return tuple(cell.label for cell in self.form[0])

    def say(self, section: str, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the phrases of *section* filled with *facts*, empty ones left out."""
        found = (filled(phrase, facts) for phrase in self.phrases[section])
        return tuple(text for text in found if text)

    def say_one(self, section: str, facts: Mapping[str, str]) -> str:
        """Return the phrases of *section* as one text, empty if nothing is left."""
        return "".join(self.say(section, facts))

    def fill_form(self, facts: Mapping[str, str]) -> Rows:
        """Return the rows of the form as pairs of label and text."""
        return tuple(
            tuple((cell.label, filled(cell.phrase, facts)) for cell in row) for row in self.form
        )


def read_template(
    path: Path, known: Fields, *, sections: frozenset[str], form: Fields
) -> Template:
    """Read the template at *path*; TemplateError names the place of what is wrong.

    Its phrases speak of *known* fields, its form of those of *form*, where what may be
    empty simply leaves its field blank.
    """
    told = json.loads(path.read_text(encoding="utf-8"))
    _same(path.name, frozenset(told["phrases"]), sections)
    phrases = {
        section: tuple(
            _phrase(pieces, f"{path.name}: phrases.{section}[{number}]")
            for number, pieces in enumerate(written)
        )
        for section, written in told["phrases"].items()
    }
    template = Template(
        title=told["title"],
        basis=tuple(entry["document"] for entry in told["basis"]),
        source=told["source"],
        valid_from=date.fromisoformat(told["valid_from"]),
        valid_to=date.fromisoformat(told["valid_to"]) if told["valid_to"] else None,
        phrases=phrases,
        form=tuple(
            tuple(_cell(cell, f"{path.name}: form[{number}]") for cell in row)
            for number, row in enumerate(told["form"])
        ),
    )
    _judge_all(template, path.name, known, form)
    return template


def facts_of(values: DataclassInstance) -> dict[str, str]:
    """Return the fields of *values* as they are written: days in figures, None as nothing."""
    return {field.name: _written(getattr(values, field.name)) for field in fields(values)}


def _written(value: object) -> str:
    if isinstance(value, date):
        return day_in_figures(value)
    return "" if value is None else str(value)


def filled(phrase: Phrase, facts: Mapping[str, str]) -> str:
    """Return *phrase* with *facts* in their places."""
    return "".join(piece.filled(facts) for piece in phrase)


def _same(name: str, found: frozenset[str], asked: frozenset[str]) -> None:
    for section in sorted(found ^ asked):
        raise TemplateError(f"{name}: phrases.{section}", "missing or not asked for")


def _cell(told: Mapping[str, Any], place: str) -> Cell:
    text = told["text"]
    return Cell(told["label"], _phrase([text] if isinstance(text, str) else text, place))


def _phrase(told: list[Any], place: str) -> Phrase:
    pieces = []
    for number, piece in enumerate(told):
        if isinstance(piece, str):
            pieces.append(Piece(piece))
        elif piece.keys() <= {"text", "needs", "lacks"} and "text" in piece:
            needs, lacks = tuple(piece.get("needs", ())), tuple(piece.get("lacks", ()))
            pieces.append(Piece(piece["text"], needs, lacks))
        else:
            raise TemplateError(f"{place}[{number}]", "a piece has text, needs and lacks")
    return tuple(pieces)


def _judge_all(template: Template, name: str, known: Fields, form: Fields) -> None:
    for section, phrases in template.phrases.items():
        for number, phrase in enumerate(phrases):
            for position, piece in enumerate(phrase):
                place = f"{name}: phrases.{section}[{number}][{position}]"
                _judge(piece, known, place)
                _judge_empty(piece, known, place)
    for number, row in enumerate(template.form):
        for cell in row:
            for piece in cell.phrase:
                _judge(piece, form, f"{name}: form[{number}] {cell.label}")


def _judge(piece: Piece, known: Fields, place: str) -> None:
    for field in (*_named(piece.text, place), *piece.needs, *piece.lacks):
        if field not in known.certain | known.optional:
            raise TemplateError(place, f"unknown field {field}")


def _judge_empty(piece: Piece, known: Fields, place: str) -> None:
    for field in _named(piece.text, place):
        if field in known.optional and field not in piece.needs:
            raise TemplateError(place, f"{field} may be empty and is not among its needs")


def _named(text: str, place: str) -> tuple[str, ...]:
    """Return the fields that *text* has places for; nothing but ``{name}`` is allowed."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise TemplateError(place, str(error)) from error
    for _, field, form, conversion in parts:
        # {name.attribute} and {name!r} could reach into what a template has no business with.
        if field is not None and (not field.isidentifier() or form or conversion):
            raise TemplateError(place, f"not a field: {field}")
    return tuple(field for _, field, _, _ in parts if field is not None)
