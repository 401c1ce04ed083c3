"""The pre-check of assistance in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.counter.assistance.members import (
    Away,
    Counting,
    Dependence,
    Per,
    Tie,
    Work,
)
from station_app.domain.counter.assistance.telling import Verdict
from station_app.services.counter.dossier_words import yuan
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.counter.assistance.incomes import Bounds
    from station_app.domain.counter.assistance.telling import Missing, Reason

CONTEXT = "assistance"
VERDICTS = {
    Verdict.WITHIN: QT_TRANSLATE_NOOP("assistance", "Likely within the conditions"),
    Verdict.EDGE: QT_TRANSLATE_NOOP("assistance", "Likely on the edge"),
    Verdict.ABOVE: QT_TRANSLATE_NOOP("assistance", "Likely above the conditions"),
    Verdict.UNSAID: QT_TRANSLATE_NOOP("assistance", "Cannot be said yet"),
}
TONES = {
    Verdict.WITHIN: Tone.OK,
    Verdict.EDGE: Tone.INFO,
    Verdict.ABOVE: Tone.WARN,
    Verdict.UNSAID: Tone.NEUTRAL,
}
TIES = {
    Tie.APPLICANT: QT_TRANSLATE_NOOP("assistance", "Applicant"),
    Tie.SPOUSE: QT_TRANSLATE_NOOP("assistance", "Spouse"),
    Tie.CHILD: QT_TRANSLATE_NOOP("assistance", "Child"),
    Tie.DUTY: QT_TRANSLATE_NOOP("assistance", "Other with a duty of support"),
    Tie.NO_DUTY: QT_TRANSLATE_NOOP("assistance", "No duty of support"),
}
WORKS = {
    Work.EMPLOYED: QT_TRANSLATE_NOOP("assistance", "Employed"),
    Work.SELF: QT_TRANSLATE_NOOP("assistance", "Own trade or farm"),
    Work.FLEXIBLE: QT_TRANSLATE_NOOP("assistance", "Odd jobs"),
    Work.UNEMPLOYED: QT_TRANSLATE_NOOP("assistance", "Out of work"),
    Work.RETIRED: QT_TRANSLATE_NOOP("assistance", "Retired"),
    Work.STUDENT: QT_TRANSLATE_NOOP("assistance", "At school"),
    Work.UNABLE: QT_TRANSLATE_NOOP("assistance", "Unable to work"),
}
DEPENDENCES = {
    Dependence.INDEPENDENT: QT_TRANSLATE_NOOP("assistance", "Lives by himself"),
    Dependence.STUDENT: QT_TRANSLATE_NOOP("assistance", "Full-time student up to bachelor"),
    Dependence.UNABLE: QT_TRANSLATE_NOOP("assistance", "Cannot live by himself"),
}
AWAYS = {
    Away.CLERGY: QT_TRANSLATE_NOOP("assistance", "Clergy, three years or longer"),
    Away.PRISON: QT_TRANSLATE_NOOP("assistance", "In prison"),
    Away.REHAB: QT_TRANSLATE_NOOP("assistance", "In compulsory rehabilitation"),
    Away.MISSING: QT_TRANSLATE_NOOP("assistance", "Declared missing"),
}
PERS = {
    Per.MONTH: QT_TRANSLATE_NOOP("assistance", "A month"),
    Per.YEAR: QT_TRANSLATE_NOOP("assistance", "A year"),
}
COUNTINGS = {
    Counting.IN: QT_TRANSLATE_NOOP("assistance", "Counted"),
    Counting.OUT: QT_TRANSLATE_NOOP("assistance", "Not counted"),
    Counting.UNKNOWN: QT_TRANSLATE_NOOP("assistance", "Not known"),
}
WHYS = {
    "applicant": QT_TRANSLATE_NOOP("assistance", "applies"),
    "spouse": QT_TRANSLATE_NOOP("assistance", "spouse"),
    "minor": QT_TRANSLATE_NOOP("assistance", "child under 18"),
    "child-student": QT_TRANSLATE_NOOP("assistance", "full-time student"),
    "child-unable": QT_TRANSLATE_NOOP("assistance", "cannot live by himself"),
    "lives-along": QT_TRANSLATE_NOOP("assistance", "living along for long"),
    "lives-apart": QT_TRANSLATE_NOOP("assistance", "lives apart"),
    "no-duty": QT_TRANSLATE_NOOP("assistance", "no duty of support"),
    "away-clergy": QT_TRANSLATE_NOOP("assistance", "clergy away for three years"),
    "away-prison": QT_TRANSLATE_NOOP("assistance", "in prison"),
    "away-rehab": QT_TRANSLATE_NOOP("assistance", "in compulsory rehabilitation"),
    "away-missing": QT_TRANSLATE_NOOP("assistance", "declared missing"),
    "tie": QT_TRANSLATE_NOOP("assistance", "tie not told"),
    "born": QT_TRANSLATE_NOOP("assistance", "birthday not told"),
    "dependence": QT_TRANSLATE_NOOP("assistance", "not told whether he lives by himself"),
}
REASONS = {
    "income-within": QT_TRANSLATE_NOOP("assistance", "Each has less than the standard"),
    "income-edge": QT_TRANSLATE_NOOP(
        "assistance", "Each has the standard, but less than the edge"
    ),
    "income-above": QT_TRANSLATE_NOOP("assistance", "Each has as much as the edge, or more"),
    "asset-above": QT_TRANSLATE_NOOP("assistance", "Assets beyond the limit: {limit}"),
    "asset-maybe-above": QT_TRANSLATE_NOOP(
        "assistance", "Assets perhaps beyond the limit: {limit}"
    ),
    "income-not-counted": QT_TRANSLATE_NOOP("assistance", "{who}: {what} is not counted"),
    "staff-relative": QT_TRANSLATE_NOOP(
        "assistance", "Relatives of staff: the street registers the case apart"
    ),
    "registered-elsewhere": QT_TRANSLATE_NOOP(
        "assistance", "Registered elsewhere: apply at the street there"
    ),
    "member-away-clergy": QT_TRANSLATE_NOOP("assistance", "{who}: clergy away for three years"),
    "member-away-prison": QT_TRANSLATE_NOOP("assistance", "{who}: in prison"),
    "member-away-rehab": QT_TRANSLATE_NOOP("assistance", "{who}: in compulsory rehabilitation"),
    "member-away-missing": QT_TRANSLATE_NOOP("assistance", "{who}: declared missing"),
    "member-lives-apart": QT_TRANSLATE_NOOP("assistance", "{who}: lives apart"),
    "member-no-duty": QT_TRANSLATE_NOOP("assistance", "{who}: no duty of support"),
}
MISSING = {
    "standard": QT_TRANSLATE_NOOP("assistance", "The standard of this place, with its document"),
    "standard-not-compared": QT_TRANSLATE_NOOP(
        "assistance", "The standard of this place: the one shown is only an example"
    ),
    "member-tie": QT_TRANSLATE_NOOP("assistance", "Tie to the applicant"),
    "member-born": QT_TRANSLATE_NOOP("assistance", "Birthday"),
    "member-dependence": QT_TRANSLATE_NOOP("assistance", "Whether the child lives by himself"),
    "member-lives-along": QT_TRANSLATE_NOOP("assistance", "Whether living along for long"),
    "incomes": QT_TRANSLATE_NOOP("assistance", "All income told, even if there is none"),
    "income-kind": QT_TRANSLATE_NOOP("assistance", "What kind of income it is"),
    "income-to-ask": QT_TRANSLATE_NOOP("assistance", "Ask the street whether it counts: {what}"),
    "income-proof": QT_TRANSLATE_NOOP("assistance", "Paper not seen: {what}"),
    "deduction-to-ask": QT_TRANSLATE_NOOP(
        "assistance", "Ask the street whether it is taken off: {what}"
    ),
    "assets": QT_TRANSLATE_NOOP("assistance", "All assets told, even if there are none"),
    "limit-to-ask": QT_TRANSLATE_NOOP("assistance", "Ask the street for the limit: {what}"),
    "registered-here": QT_TRANSLATE_NOOP("assistance", "Whether the applicant is registered here"),
    "staff-relative": QT_TRANSLATE_NOOP("assistance", "Whether a relative is on the staff"),
    "authorisation": QT_TRANSLATE_NOOP("assistance", "The authorisation, signed"),
}
ALONE = {
    "clergy": QT_TRANSLATE_NOOP("assistance", "clergy in need"),
    "severely-disabled": QT_TRANSLATE_NOOP("assistance", "severely disabled (level 1 or 2)"),
    "disabled-mind": QT_TRANSLATE_NOOP("assistance", "disabled in mind (level 3)"),
    "seriously-ill": QT_TRANSLATE_NOOP("assistance", "seriously ill"),
}
PROBLEMS = {
    "missing": QT_TRANSLATE_NOOP("assistance", "This is needed."),
    "unknown": QT_TRANSLATE_NOOP("assistance", "Choose one of the list."),
    "too-long": QT_TRANSLATE_NOOP("assistance", "This is too long."),
    "too-early": QT_TRANSLATE_NOOP("assistance", "This is before the step it follows."),
    "too-many": QT_TRANSLATE_NOOP("assistance", "There are too many rows."),
    "in-the-future": QT_TRANSLATE_NOOP("assistance", "This day is still to come."),
    "out-of-range": QT_TRANSLATE_NOOP("assistance", "This number cannot be."),
    "one-applicant": QT_TRANSLATE_NOOP("assistance", "One member applies, no more and no fewer."),
    "one-spouse": QT_TRANSLATE_NOOP("assistance", "There is one spouse at most."),
}

EXACT = QT_TRANSLATE_NOOP("assistance", "{low} yuan")
OR_MORE = QT_TRANSLATE_NOOP("assistance", "{low} yuan or more")
BETWEEN = QT_TRANSLATE_NOOP("assistance", "{low} to {high} yuan")


def said(text: object) -> str:
    """Return *text* of this module in the language of the window."""
    return QCoreApplication.translate(CONTEXT, str(text))


def choices(texts: Mapping[Any, object]) -> tuple[Choice, ...]:
    """Return *texts* by code, to choose from."""
    return tuple(Choice(str(code), said(text)) for code, text in texts.items())


def reason(told: Reason) -> str:
    """Return a reason in words."""
    return said(REASONS[told.code]).format(**told.facts)


def missing(told: Missing) -> str:
    """Return what is missing in words."""
    return said(MISSING[told.code]).format(what=told.what)


def bounds(each: Bounds) -> str:
    """Return the income of each member a month."""
    high = "" if each.high is None else yuan(each.high)
    told = OR_MORE if each.high is None else EXACT if each.is_settled else BETWEEN
    return said(told).format(low=yuan(each.low), high=high)
