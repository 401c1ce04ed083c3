"""The names of fields, reasons, policies and kinds that the import speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.kit.buttons import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT = "imports"
TAG_COLUMN = "tag:"
LEAVE_OUT = "leave-out"  # what a choice calls the empty field

FIELDS = {
    LEAVE_OUT: QT_TRANSLATE_NOOP("imports", "Leave out"),
    "keep_in_note": QT_TRANSLATE_NOOP("imports", "Keep in the note"),
    "sequence": QT_TRANSLATE_NOOP("imports", "Line number (left out)"),
    "household_number": QT_TRANSLATE_NOOP("imports", "Household number"),
    "head_name": QT_TRANSLATE_NOOP("imports", "Name of the head"),
    "head_id": QT_TRANSLATE_NOOP("imports", "ID number of the head"),
    "relation": QT_TRANSLATE_NOOP("imports", "Relation to the head"),
    "name": QT_TRANSLATE_NOOP("imports", "Name"),
    "former_name": QT_TRANSLATE_NOOP("imports", "Former name"),
    "pinyin": QT_TRANSLATE_NOOP("imports", "Reading of the name"),
    "sex": QT_TRANSLATE_NOOP("imports", "Sex"),
    "born": QT_TRANSLATE_NOOP("imports", "Day of birth"),
    "age": QT_TRANSLATE_NOOP("imports", "Age (left out)"),
    "id_number": QT_TRANSLATE_NOOP("imports", "ID or document number"),
    "document_kind": QT_TRANSLATE_NOOP("imports", "Kind of document"),
    "ethnicity": QT_TRANSLATE_NOOP("imports", "Ethnicity"),
    "education": QT_TRANSLATE_NOOP("imports", "Education"),
    "politics": QT_TRANSLATE_NOOP("imports", "Political affiliation"),
    "marital": QT_TRANSLATE_NOOP("imports", "Marital status"),
    "health": QT_TRANSLATE_NOOP("imports", "Health"),
    "occupation": QT_TRANSLATE_NOOP("imports", "Occupation"),
    "employer": QT_TRANSLATE_NOOP("imports", "Employer or school"),
    "phone": QT_TRANSLATE_NOOP("imports", "Telephone"),
    "address": QT_TRANSLATE_NOOP("imports", "Address lived at"),
    "estate": QT_TRANSLATE_NOOP("imports", "Estate or road"),
    "building": QT_TRANSLATE_NOOP("imports", "Building"),
    "unit": QT_TRANSLATE_NOOP("imports", "Unit"),
    "floor": QT_TRANSLATE_NOOP("imports", "Floor"),
    "room": QT_TRANSLATE_NOOP("imports", "Room"),
    "grid": QT_TRANSLATE_NOOP("imports", "Grid (left out)"),
    "living_since": QT_TRANSLATE_NOOP("imports", "Living here since"),
    "living_basis": QT_TRANSLATE_NOOP("imports", "Owned, rented or other"),
    "hukou_address": QT_TRANSLATE_NOOP("imports", "Registered address"),
    "region": QT_TRANSLATE_NOOP("imports", "Province, city or street"),
    "population": QT_TRANSLATE_NOOP("imports", "Kind of population"),
    "tags": QT_TRANSLATE_NOOP("imports", "Special groups"),
    "set_aside": QT_TRANSLATE_NOOP("imports", "Reason set aside (left out)"),
    "note": QT_TRANSLATE_NOOP("imports", "Note"),
}

CLASSES = {
    "particulars": QT_TRANSLATE_NOOP("imports", "Particulars"),
    "contact": QT_TRANSLATE_NOOP("imports", "Telephone"),
    "address": QT_TRANSLATE_NOOP("imports", "Addresses"),
    "household": QT_TRANSLATE_NOOP("imports", "Household"),
    "tags": QT_TRANSLATE_NOOP("imports", "Tags"),
}

POLICIES = {
    "keep": QT_TRANSLATE_NOOP("imports", "Keep ours"),
    "fill": QT_TRANSLATE_NOOP("imports", "Only fill gaps"),
    "take": QT_TRANSLATE_NOOP("imports", "Take the roster's"),
}

MATCHED_BY = {
    "title": QT_TRANSLATE_NOOP("imports", "by its title"),
    "content": QT_TRANSLATE_NOOP("imports", "by its content"),
    "memory": QT_TRANSLATE_NOOP("imports", "as last time"),
    "hand": QT_TRANSLATE_NOOP("imports", "chosen by you"),
    "nobody": QT_TRANSLATE_NOOP("imports", "not recognised"),
}

WHY_LEFT_OUT = {
    "empty": QT_TRANSLATE_NOOP("imports", "empty"),
    "hidden": QT_TRANSLATE_NOOP("imports", "hidden, without a roster"),
    "no-header": QT_TRANSLATE_NOOP("imports", "no roster found in it"),
    "by-hand": QT_TRANSLATE_NOOP("imports", "left out by you"),
}

PHASES = {
    "reading": QT_TRANSLATE_NOOP("imports", "Reading the rows"),
    "comparing": QT_TRANSLATE_NOOP("imports", "Comparing with the register"),
    "writing": QT_TRANSLATE_NOOP("imports", "Writing"),
    "indexing": QT_TRANSLATE_NOOP("imports", "Making everybody findable"),
}

SINCE = {
    "changed": QT_TRANSLATE_NOOP("imports", "Records changed: {count}"),
    "households": QT_TRANSLATE_NOOP("imports", "Households changed: {count}"),
    "certificates": QT_TRANSLATE_NOOP("imports", "Certificates issued: {count}"),
    "attachments": QT_TRANSLATE_NOOP("imports", "Papers attached: {count}"),
    "periods": QT_TRANSLATE_NOOP("imports", "Addresses recorded: {count}"),
}


def worded(table: Mapping[str, object], code: str) -> str:
    """Return the words of *table* for *code*; the code itself if there are none."""
    return QCoreApplication.translate(CONTEXT, str(table[code])) if code in table else code


def phase_words(phase: str) -> str:
    """Return what the import is at, also in a phase that has no words of its own."""
    return worded(PHASES, phase if phase in PHASES else "reading")


def work_since(counts: Mapping[str, object]) -> str:
    """Return in numbers what rests on an import by now, one kind after the other."""
    told = [
        worded(SINCE, kind).format(count=f"{counts[kind]:,}") for kind in SINCE if kind in counts
    ]
    return " · ".join(told)


def field_words(field: str) -> str:
    """Return what a column's *field* is called."""
    if field.startswith(TAG_COLUMN):
        return field.removeprefix(TAG_COLUMN)
    return worded(FIELDS, field)


def field_choices() -> list[Choice]:
    """Return all fields that a column may be matched to."""
    return [Choice(code, worded(FIELDS, code)) for code in FIELDS]
