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
    "order.no-double": QT_TRANSLATE_NOOP(
        "case_reasons",
        "Case {number} does not bear the number of this order, or is a double itself. Look again.",
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
    "case-file.kind": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” is neither JPEG, PNG nor PDF. Save it as one of these, or photograph it anew.",
    ),
    "case-file.empty": QT_TRANSLATE_NOOP(
        "case_reasons", "“{name}” is empty. Save or scan it once more."
    ),
    "case-file.name-differs": QT_TRANSLATE_NOOP(
        "case_reasons",
        "The ending of “{name}” says something else than its content. Give it the right ending"
        " (.jpg, .png, .pdf), or save it anew.",
    ),
    "case-file.two-kinds": QT_TRANSLATE_NOOP(
        "case_reasons",
        "Something else is hidden in “{name}”. Do not open it; scan or photograph the paper anew.",
    ),
    "case-file.damaged": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” is damaged or not whole. Copy it from the camera or scanner once more.",
    ),
    "case-file.locked": QT_TRANSLATE_NOOP(
        "case_reasons", "“{name}” asks for a password. Save it without one, or scan the paper."
    ),
    "case-file.too-large": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” is too large: at most {given} MB, and {kept} MB as it is kept. Scan it with"
        " 200 dpi in grey, or in several parts.",
    ),
    "case-file.too-many-pixels": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” has more than {pixels} million pixels. Take it with a lower resolution.",
    ),
    "case-file.too-many-pages": QT_TRANSLATE_NOOP(
        "case_reasons", "“{name}” has more than {pages} pages. Scan it in several parts."
    ),
    "case-file.too-hard": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” takes too much time or memory to be read. Scan or photograph the paper anew.",
    ),
    "case-file.case-full": QT_TRANSLATE_NOOP(
        "case_reasons",
        "The files of this case would be more than {case} MB. Remove some, or add smaller ones.",
    ),
    "case-file.too-many": QT_TRANSLATE_NOOP(
        "case_reasons",
        "A case holds at most {files} files. Remove some, or scan several papers into one PDF.",
    ),
    "case-file.there-already": QT_TRANSLATE_NOOP(
        "case_reasons", "“{name}” is there already: it is kept as “{other}”."
    ),
    "case-file.archived": QT_TRANSLATE_NOOP(
        "case_reasons",
        "The case lies in the archive; its files stay as they are. Begin another case.",
    ),
    "case-file.elsewhere": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” was added on another device and has not arrived here yet. It comes with one of"
        " its next exchange files.",
    ),
    "case-file.altered": QT_TRANSLATE_NOOP(
        "case_reasons",
        "“{name}” is not what was kept. Check the store, and restore a backup if it is damaged.",
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
