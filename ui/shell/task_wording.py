"""The sentences for what keeps a step of a task away."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "case_reasons"

TASKS = {
    "task.asked-already": QT_TRANSLATE_NOOP(
        "case_reasons", "Approval was asked for already. Decide, or note that it was withdrawn."
    ),
    "task.admitted-already": QT_TRANSLATE_NOOP(
        "case_reasons", "The task was admitted already. Withdraw it if that no longer holds."
    ),
    "task.not-admitted-yet": QT_TRANSLATE_NOOP("case_reasons", "The task is not admitted yet."),
    "task.finished": QT_TRANSLATE_NOOP(
        "case_reasons", "This is over. Enter the task anew if it is sent again."
    ),
    "task.on-negative-list": QT_TRANSLATE_NOOP(
        "case_reasons", "This is on the list of what a community does not take on: refuse it."
    ),
    "task.must-be-asked": QT_TRANSLATE_NOOP(
        "case_reasons",
        "It is in none of our lists: whoever sends it asks for approval first.",
    ),
    "task.in-our-lists": QT_TRANSLATE_NOOP(
        "case_reasons", "It is in our lists, which need no approval: admit it by the list."
    ),
    "task.no-list-chosen": QT_TRANSLATE_NOOP(
        "case_reasons", "Say first in which list the task stands: correct the entry."
    ),
    "task.no-agreement": QT_TRANSLATE_NOOP(
        "case_reasons", "What is temporary takes an agreement of its own: enter it first."
    ),
    "task.has-no-end": QT_TRANSLATE_NOOP(
        "case_reasons", "The task has no last day. Withdraw it, or enter the day."
    ),
    "task.not-over-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "The time of the task is not over yet."
    ),
    "task.no-such-paper": QT_TRANSLATE_NOOP(
        "case_reasons", "As the task stands there is no such paper of it."
    ),
    "pack.there-already": QT_TRANSLATE_NOOP("case_reasons", "This list is here already: {name}."),
    "pack.comes-with-program": QT_TRANSLATE_NOOP(
        "case_reasons", "This list comes with the program. Leave it out instead: {name}."
    ),
}


def words_of_task(code: str) -> str:
    """Return the sentence for *code*; none if it is not about a task."""
    return QCoreApplication.translate(CONTEXT, str(TASKS[code])) if code in TASKS else ""
