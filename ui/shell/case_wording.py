"""Why something cannot be done with a case of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.shell.task_wording import TASKS, words_of_task

CONTEXT = "case_reasons"
CASES = {
    **TASKS,
    "case.not-received-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "Take the materials in first; then tell what lacks."
    ),
    "case.received-already": QT_TRANSLATE_NOOP(
        "case_reasons", "The materials were taken in already."
    ),
    "case.not-accepted-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "The case is not accepted yet. Accept it first."
    ),
    "case.accepted-already": QT_TRANSLATE_NOOP("case_reasons", "The case is accepted already."),
    "case.still-a-draft": QT_TRANSLATE_NOOP(
        "case_reasons", "This is a draft. Discard it instead."
    ),
    "case.awaits-materials": QT_TRANSLATE_NOOP(
        "case_reasons", "What lacks was told and is awaited. Note what was brought first."
    ),
    "case.awaits-nothing": QT_TRANSLATE_NOOP(
        "case_reasons", "Nothing is awaited: it was not told that anything lacks."
    ),
    "case.with-an-office": QT_TRANSLATE_NOOP(
        "case_reasons", "The case lies with an office. Note that it came back first."
    ),
    "case.with-no-office": QT_TRANSLATE_NOOP("case_reasons", "The case lies with no office."),
    "case.begun-already": QT_TRANSLATE_NOOP(
        "case_reasons", "The case is being worked at already."
    ),
    "case.not-begun-yet": QT_TRANSLATE_NOOP("case_reasons", "Begin to work at the case first."),
    "case.clock-stopped": QT_TRANSLATE_NOOP(
        "case_reasons", "The clock of the case stands still. Restart it first."
    ),
    "case.clock-not-stopped": QT_TRANSLATE_NOOP(
        "case_reasons", "The clock of the case is running."
    ),
    "case.published": QT_TRANSLATE_NOOP(
        "case_reasons", "The case hangs out. Work at it again first."
    ),
    "case.not-closed-yet": QT_TRANSLATE_NOOP("case_reasons", "The case is not closed yet."),
    "case.not-notified-yet": QT_TRANSLATE_NOOP("case_reasons", "Tell the applicant first."),
    "case.done-already": QT_TRANSLATE_NOOP(
        "case_reasons", "This was done already, or is not needed any more."
    ),
    "case.finished": QT_TRANSLATE_NOOP(
        "case_reasons", "The case is finished and is not opened again. Begin another one."
    ),
    "case.materials-lack": QT_TRANSLATE_NOOP(
        "case_reasons",
        "Something lacks: {names}. Tick what was brought, tell what lacks, or note what was"
        " promised.",
    ),
    "case.nothing-lacks": QT_TRANSLATE_NOOP("case_reasons", "Nothing lacks. Accept the case."),
    "case.notice-once": QT_TRANSLATE_NOOP(
        "case_reasons", "All that lacks is told once. These were not told the first time: {names}."
    ),
    "case.notice-too-late": QT_TRANSLATE_NOOP(
        "case_reasons",
        "What lacks could be told until {until}. The case counts as accepted on the day it"
        " came: accept it.",
    ),
    "case.not-lapsed-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "The applicant has until {until} to bring what lacks."
    ),
    "case.item-fixed": QT_TRANSLATE_NOOP(
        "case_reasons", "The item of a case stays. Begin another case for another item."
    ),
    "case.not-a-draft": QT_TRANSLATE_NOOP(
        "case_reasons", "The case has a number. Note that it was withdrawn instead."
    ),
    "case.number-misread": QT_TRANSLATE_NOOP(
        "case_reasons",
        "This is no number of a case: a digit is wrong or missing. Compare it with the receipt.",
    ),
    "case.no-such-paper": QT_TRANSLATE_NOOP(
        "case_reasons", "As the case stands there is no such paper of it."
    ),
    "case.no-such-office": QT_TRANSLATE_NOOP(
        "case_reasons", "This office is not in the directory. Choose another one."
    ),
    "order.entered-already": QT_TRANSLATE_NOOP(
        "case_reasons", "This number was entered already: case {number}, {item}."
    ),
    "order.extended-already": QT_TRANSLATE_NOOP(
        "case_reasons", "The order was given more time already; it is given once."
    ),
    "order.not-to-extend": QT_TRANSLATE_NOOP(
        "case_reasons",
        "This order gets no more time: it is not accepted yet, stopped, overdue or done.",
    ),
    "order.no-longer": QT_TRANSLATE_NOOP(
        "case_reasons", "Its source lets it take until {until}, no longer."
    ),
    "order.not-answered-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "Answer the order first; then call back."
    ),
    "problem.nothing-counted": QT_TRANSLATE_NOOP(
        "case_reasons", "Nothing with a kind of problem was received in this period."
    ),
    "problem.no-list": QT_TRANSLATE_NOOP(
        "case_reasons", "The list of this period is not drawn up yet."
    ),
    "problem.no-such-period": QT_TRANSLATE_NOOP(
        "case_reasons", "A period is a year, a half, a quarter or a month."
    ),
    "rating.not-contacted-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "Speak to whoever gave the rating first, and note what was said."
    ),
    "rating.contacted-already": QT_TRANSLATE_NOOP(
        "case_reasons", "It is noted already that they were spoken to."
    ),
    "rating.not-judged-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "Say first whether the rating was right."
    ),
    "rating.judged-already": QT_TRANSLATE_NOOP(
        "case_reasons", "It was said already whether the rating was right."
    ),
    "rating.not-corrected-yet": QT_TRANSLATE_NOOP(
        "case_reasons", "Note first what was done to put it right."
    ),
    "rating.nothing-to-correct": QT_TRANSLATE_NOOP(
        "case_reasons",
        "There is nothing left to put right. Call back, or have it put right again.",
    ),
    "rating.matter-done": QT_TRANSLATE_NOOP("case_reasons", "This bad rating is settled."),
    "rating.not-turned": QT_TRANSLATE_NOOP(
        "case_reasons",
        "Nothing is taken from this screen any more. Turn the screen again for the case.",
    ),
    "rating.own-case": QT_TRANSLATE_NOOP(
        "case_reasons",
        "You served this case yourself. Have a colleague say whether the rating was a mistake.",
    ),
}


def words_of_case(code: str) -> str:
    """Return the sentence for *code*; none if it is not about a case."""
    if words := words_of_task(code):
        return words
    return QCoreApplication.translate(CONTEXT, str(CASES[code])) if code in CASES else ""
