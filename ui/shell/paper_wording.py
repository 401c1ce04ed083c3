"""Why a paper cannot be printed on a form, and what the parts of a paper are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "paper_reasons"
PAPERS = {
    "certificate.batch-done": QT_TRANSLATE_NOOP(
        "paper_reasons", "Nothing of this batch waits for approval any more."
    ),
    "certificate.batch-empty": QT_TRANSLATE_NOOP(
        "paper_reasons", "No certificate of this batch has a number yet. Approve it first."
    ),
    "certificate.batch-nothing-here": QT_TRANSLATE_NOOP(
        "paper_reasons",
        "None of those chosen lies at the window: each is void, gone or not yet printed.",
    ),
    "certificate.not-for-many": QT_TRANSLATE_NOOP(
        "paper_reasons",
        "What stands on this certificate differs from one to the next: issue each.",
    ),
    "paper.no-form": QT_TRANSLATE_NOOP(
        "paper_reasons",
        "There is no form for this paper: all of it is printed. Take it without “fields only”.",
    ),
    "paper.off-the-page": QT_TRANSLATE_NOOP(
        "paper_reasons",
        "Nothing was printed: with the shift of this printer, the field “{field}” would lie"
        " beyond the edge of the paper. Lessen the shift under Settings, Printers.",
    ),
}
PARTS = {
    "addressee": QT_TRANSLATE_NOOP("paper_reasons", "addressee"),
    "after": QT_TRANSLATE_NOOP("paper_reasons", "text"),
    "body": QT_TRANSLATE_NOOP("paper_reasons", "text"),
    "code": QT_TRANSLATE_NOOP("paper_reasons", "code"),
    "code_says": QT_TRANSLATE_NOOP("paper_reasons", "words beside the code"),
    "copy": QT_TRANSLATE_NOOP("paper_reasons", "whose copy it is"),
    "footer": QT_TRANSLATE_NOOP("paper_reasons", "foot"),
    "frame": QT_TRANSLATE_NOOP("paper_reasons", "frame"),
    "number": QT_TRANSLATE_NOOP("paper_reasons", "number"),
    "rules": QT_TRANSLATE_NOOP("paper_reasons", "lines"),
    "seam": QT_TRANSLATE_NOOP("paper_reasons", "number on the line to cut"),
    "sheet": QT_TRANSLATE_NOOP("paper_reasons", "rulers"),
    "signature": QT_TRANSLATE_NOOP("paper_reasons", "signature"),
    "stub": QT_TRANSLATE_NOOP("paper_reasons", "stub"),
    "stub_field": QT_TRANSLATE_NOOP("paper_reasons", "fields of the stub"),
    "stub_title": QT_TRANSLATE_NOOP("paper_reasons", "title of the stub"),
    "table": QT_TRANSLATE_NOOP("paper_reasons", "table"),
    "title": QT_TRANSLATE_NOOP("paper_reasons", "title"),
}


def words_of_paper(code: str) -> str:
    """Return the sentence for *code*; none if it is not about printing a paper."""
    return QCoreApplication.translate(CONTEXT, str(PAPERS[code])) if code in PAPERS else ""


def words_of_part(part: str) -> str:
    """Return what the *part* of a paper is called, such as ``body.2``."""
    name, _, number = part.partition(".")
    if name not in PARTS:
        return part
    words = QCoreApplication.translate(CONTEXT, str(PARTS[name]))
    return f"{words} {number}" if number else words
