"""The fields for what a template asks: one kind of field for each kind of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.paper_templates.template import AskKind
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField, TextField
from ui.kit.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.paper_templates.template import Ask
    from ui.kit.fields import Field

ONE_LINE = 60
LINES_OF_TEXT, LINES_OF_ROWS = 3, 6


def field_for(ask: Ask) -> Field[Any]:
    """Return the field in which *ask* is answered."""
    return _MAKERS[ask.kind](ask)


def is_wide(ask: Ask) -> bool:
    """Whether the field takes a whole row."""
    return ask.kind is AskKind.ROWS or (ask.kind is AskKind.TEXT and ask.most >= ONE_LINE)


def answer_in(field: Field[Any]) -> str:
    """Return what was answered in *field*, as it is kept."""
    value = field.value()
    if isinstance(field, DateField):
        # what is no day is judged as it was typed
        return value.isoformat() if value is not None else field.line.text().strip()
    return str(value)


def show_answer(field: Field[Any], answer: str) -> None:
    """Show *answer* in *field*."""
    if isinstance(field, DateField):
        field.line.setText(answer)
    else:
        field.set_value(answer)


def _text(ask: Ask) -> Field[Any]:
    if ask.most > ONE_LINE:
        return _notes(ask, LINES_OF_TEXT)
    return SuggestField(ask.label, required=ask.is_required, placeholder=ask.hint, most=ask.most)


def _notes(ask: Ask, lines: int) -> NotesField:
    title = f"{ask.label} *" if ask.is_required else ask.label
    return NotesField(title, lines=lines, placeholder=ask.hint)


def _figure(ask: Ask) -> Field[Any]:
    return TextField(ask.label, required=ask.is_required, placeholder=ask.hint)


def _choice(ask: Ask) -> Field[Any]:
    choices = [Choice(each, each) for each in ask.choices]
    return CodeField(ask.label, choices, required=ask.is_required)


_MAKERS: dict[AskKind, Callable[[Ask], Field[Any]]] = {
    AskKind.TEXT: _text,
    AskKind.COUNT: _figure,
    AskKind.HOURS: _figure,
    AskKind.DAY: lambda ask: DateField(ask.label, required=ask.is_required),
    AskKind.CHOICE: _choice,
    AskKind.ROWS: lambda ask: _notes(ask, LINES_OF_ROWS),
}
