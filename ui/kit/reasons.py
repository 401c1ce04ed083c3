"""What reading an entry found, in words: whole sentences, and headings to count under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from station_app.domain.findings import Finding

CONTEXT = "reasons"
REASONS = {
    "birth_in_future": QT_TRANSLATE_NOOP("reasons", "The day of birth, {born}, is still to come."),
    "document_birthday": QT_TRANSLATE_NOOP(
        "reasons", "The day of birth in the document's number cannot be."
    ),
    "document_check": QT_TRANSLATE_NOOP(
        "reasons", "The check character of the document's number does not match."
    ),
    "document_dates": QT_TRANSLATE_NOOP("reasons", "The document ends before it begins."),
    "document_format": QT_TRANSLATE_NOOP(
        "reasons", "Documents of this kind do not have such numbers."
    ),
    "document_kind": QT_TRANSLATE_NOOP(
        "reasons", "This looks like the number of another kind of document."
    ),
    "document_number_missing": QT_TRANSLATE_NOOP("reasons", "The document has no number."),
    "duplicate_in_file": QT_TRANSLATE_NOOP(
        "reasons", "The same person stands in row {row} already."
    ),
    "id_characters": QT_TRANSLATE_NOOP(
        "reasons", "'{character}' cannot stand at place {position} of an identity number."
    ),
    "id_check_digit": QT_TRANSLATE_NOOP(
        "reasons", "The last character of the identity number does not match. Check each digit."
    ),
    "id_date": QT_TRANSLATE_NOOP("reasons", "{digits} in the identity number is no day of birth."),
    "id_future": QT_TRANSLATE_NOOP(
        "reasons", "The day of birth in the identity number, {born}, is still to come."
    ),
    "id_length": QT_TRANSLATE_NOOP(
        "reasons", "The identity number has {length} characters instead of {expected}."
    ),
    "id_precision_lost": QT_TRANSLATE_NOOP(
        "reasons", "The spreadsheet has lost the last digits of the number. Type it anew, as text."
    ),
    "id_province": QT_TRANSLATE_NOOP("reasons", "No province has the number {digits}."),
    "in_bin": QT_TRANSLATE_NOOP(
        "reasons", "This person is in the bin. Take the record out first."
    ),
    "name_character": QT_TRANSLATE_NOOP(
        "reasons", "There is an invisible or private character in the name ({code_point})."
    ),
    "name_length": QT_TRANSLATE_NOOP(
        "reasons", "A name has at most {limit} characters; this has {length}."
    ),
    "name_missing": QT_TRANSLATE_NOOP("reasons", "There is no name."),
    "several_in_store": QT_TRANSLATE_NOOP(
        "reasons", "{people} people in the store may be meant. Add the number of a document."
    ),
}

HEADINGS = {
    "address_incomplete": QT_TRANSLATE_NOOP("reasons", "Address incomplete"),
    "address_of_household": QT_TRANSLATE_NOOP("reasons", "Address taken from the household"),
    "birth_in_future": QT_TRANSLATE_NOOP("reasons", "Day of birth still to come"),
    "birth_mismatch": QT_TRANSLATE_NOOP("reasons", "Day of birth differs from the ID number"),
    "birth_unreadable": QT_TRANSLATE_NOOP("reasons", "Day of birth not readable"),
    "document_birthday": QT_TRANSLATE_NOOP("reasons", "Impossible day of birth in the number"),
    "document_check": QT_TRANSLATE_NOOP("reasons", "Check character of the document wrong"),
    "document_dates": QT_TRANSLATE_NOOP("reasons", "Document ends before it begins"),
    "document_expired": QT_TRANSLATE_NOOP("reasons", "Document expired"),
    "document_format": QT_TRANSLATE_NOOP("reasons", "Number does not fit the kind of document"),
    "document_format_unusual": QT_TRANSLATE_NOOP("reasons", "Unusual document number"),
    "document_kind": QT_TRANSLATE_NOOP("reasons", "Number of another kind of document"),
    "document_kind_guessed": QT_TRANSLATE_NOOP("reasons", "Kind of document guessed"),
    "document_not_yet_valid": QT_TRANSLATE_NOOP("reasons", "Document not valid yet"),
    "document_number_missing": QT_TRANSLATE_NOOP("reasons", "Document without a number"),
    "document_term_unusual": QT_TRANSLATE_NOOP("reasons", "Unusual term of a document"),
    "duplicate_in_file": QT_TRANSLATE_NOOP("reasons", "Stands twice in the file"),
    "id_age": QT_TRANSLATE_NOOP("reasons", "Very old by the ID number"),
    "id_characters": QT_TRANSLATE_NOOP("reasons", "Wrong character in the ID number"),
    "id_check_digit": QT_TRANSLATE_NOOP("reasons", "Check digit of the ID number wrong"),
    "id_date": QT_TRANSLATE_NOOP("reasons", "Impossible date in the ID number"),
    "id_future": QT_TRANSLATE_NOOP("reasons", "Future date in the ID number"),
    "id_legacy": QT_TRANSLATE_NOOP("reasons", "Old ID number of 15 digits"),
    "id_length": QT_TRANSLATE_NOOP("reasons", "ID number too short or too long"),
    "id_precision_lost": QT_TRANSLATE_NOOP("reasons", "Last digits of the ID number lost"),
    "id_province": QT_TRANSLATE_NOOP("reasons", "Unknown province in the ID number"),
    "in_bin": QT_TRANSLATE_NOOP("reasons", "Lies in the bin"),
    "name_character": QT_TRANSLATE_NOOP("reasons", "Invisible character in the name"),
    "name_cleaned": QT_TRANSLATE_NOOP("reasons", "Name tidied"),
    "name_length": QT_TRANSLATE_NOOP("reasons", "Name too long"),
    "name_missing": QT_TRANSLATE_NOOP("reasons", "No name"),
    "name_unusual": QT_TRANSLATE_NOOP("reasons", "Unusual sign in the name"),
    "no_id": QT_TRANSLATE_NOOP("reasons", "No ID number"),
    "phone_unreadable": QT_TRANSLATE_NOOP("reasons", "Telephone not readable"),
    "several_in_store": QT_TRANSLATE_NOOP("reasons", "Several people may be meant"),
    "sex_mismatch": QT_TRANSLATE_NOOP("reasons", "Sex differs from the ID number"),
    "tag_restricted": QT_TRANSLATE_NOOP(
        "reasons", "A restricted tag, left out: its officers enter it"
    ),
    "unknown_code": QT_TRANSLATE_NOOP("reasons", "Unknown word, kept in the note"),
}


def heading_of(code: str) -> str:
    """Return what findings of *code* are counted under."""
    heading = HEADINGS.get(code)
    return code if heading is None else QCoreApplication.translate(CONTEXT, str(heading))


def reason_of(finding: Finding) -> str:
    """Return why *finding* keeps a row from being taken."""
    sentence = REASONS.get(finding.code)
    if sentence is None:
        return finding.code
    return QCoreApplication.translate(CONTEXT, str(sentence)).format_map(_Facts(finding.facts))


class _Facts(dict[str, object]):
    """Facts by name; one that is not known leaves an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
