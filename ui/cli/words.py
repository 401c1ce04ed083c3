"""The sentences of the command line. ``lupdate`` finds them by the mark around each."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "cli"

WORDS = {
    "ask": QT_TRANSLATE_NOOP("cli", "Passphrase: "),
    "ask-new": QT_TRANSLATE_NOOP("cli", "New passphrase: "),
    "ask-again": QT_TRANSLATE_NOOP("cli", "The same again: "),
    "no-passphrase": QT_TRANSLATE_NOOP(
        "cli", "Put the passphrase into the variable {variable}, or start this on a terminal."
    ),
    "founded": QT_TRANSLATE_NOOP("cli", "The station {name} stands in {home}."),
    "people": QT_TRANSLATE_NOOP("cli", "Residents: {people}"),
    "paper-key": QT_TRANSLATE_NOOP(
        "cli", "Paper key, shown this once. Keep it locked away, not beside the computer:"
    ),
    "nothing-found": QT_TRANSLATE_NOOP("cli", "Nothing found."),
    "household": QT_TRANSLATE_NOOP("cli", "Household {number}, {address}"),
    "would-import": QT_TRANSLATE_NOOP(
        "cli", "Would take {accepted} of {read} rows, {new} of them new people."
    ),
    "imported": QT_TRANSLATE_NOOP(
        "cli", "Took {accepted} of {read} rows: {added} people added, {changed} changed."
    ),
    "refused-rows": QT_TRANSLATE_NOOP("cli", "Set aside, {code}: {count}"),
    "warned-rows": QT_TRANSLATE_NOOP("cli", "Taken, to be looked at, {code}: {count}"),
    "set-aside": QT_TRANSLATE_NOOP("cli", "The rows set aside are in {file}."),
    "in-store": QT_TRANSLATE_NOOP("cli", "Residents in the store: {people}"),
    "batch": QT_TRANSLATE_NOOP("cli", "To take it back: station import residents --undo {batch}"),
    "undone": QT_TRANSLATE_NOOP("cli", "Taken back: {removed} people are gone again."),
    "exported": QT_TRANSLATE_NOOP("cli", "{people} residents are in {file}."),
    "issued": QT_TRANSLATE_NOOP("cli", "Issued {number}: {file}"),
    "well": QT_TRANSLATE_NOOP("cli", "Everything is in order."),
    "not-well": QT_TRANSLATE_NOOP(
        "cli", "Something is wrong. Do not go on working with this store; restore a backup."
    ),
    "check-counts": QT_TRANSLATE_NOOP(
        "cli", "Residents {people}, households {households}, found by the search {indexed}"
    ),
    "check-version": QT_TRANSLATE_NOOP("cli", "Schema {schema}, content {content}"),
    "check-derived": QT_TRANSLATE_NOOP(
        "cli",
        "Wrong order {misordered}, wrong standing {misjudged}, wrong address {misrendered}",
    ),
    "tour-left": QT_TRANSLATE_NOOP("cli", "The tour left in {folder}:"),
    "tour-lost": QT_TRANSLATE_NOOP("cli", "The tour did not come to its end: {where}"),
}


def words(name: str, /, **facts: object) -> str:
    """Return the sentence called *name* in the language chosen, *facts* in its braces."""
    # looked up when spoken: the language is not known when this is loaded
    return QCoreApplication.translate(CONTEXT, str(WORDS[name])).format_map(facts)
