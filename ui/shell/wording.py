"""The sentences for everything that may go wrong, and for the phases of long work.

The one place where codes become words. A room adds its entries here; a test
walks all codes of the program and asserts that each has its sentence. Facts of
the error fill the braces.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.access.staff import NotPermittedError
from station_app.domain.errors import RefusedError, StationError
from station_app.domain.pack_faults import PackInvalidError
from station_app.later import later
from ui.kit.moments import moment_words
from ui.shell.case_wording import words_of_case
from ui.shell.damage_wording import DAMAGE, words_of_damage
from ui.shell.pack_wording import words_of_pack
from ui.shell.paper_wording import words_of_paper, words_of_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.sync import files
    from ui.shell import access_wording, exchange_wording
else:
    access_wording = later("ui.shell.access_wording")
    exchange_wording = later("ui.shell.exchange_wording")
    files = later("station_app.domain.sync.files")

CONTEXT = "wording"

ERRORS = {
    "station.failed": QT_TRANSLATE_NOOP("wording", "This could not be done."),
    "validation.failed": QT_TRANSLATE_NOOP(
        "wording", "Something entered cannot be accepted. Look at the notes beside the fields."
    ),
    "access.not-permitted": QT_TRANSLATE_NOOP("wording", "You may not do this."),
    "record.not-found": QT_TRANSLATE_NOOP(
        "wording",
        "This record is not here any more. Somebody may have deleted it: look in the bin.",
    ),
    "record.edit-conflict": QT_TRANSLATE_NOOP(
        "wording",
        "Somebody else has changed this record in the meantime. Open it again to see the change,"
        " then make yours.",
    ),
    "rule.refused": QT_TRANSLATE_NOOP("wording", "A rule of the station forbids this."),
    "work.cancelled": QT_TRANSLATE_NOOP("wording", "Cancelled. Nothing was changed."),
    "store.unavailable": QT_TRANSLATE_NOOP(
        "wording", "The station's data cannot be reached just now. Try again in a moment."
    ),
    "work.locked": QT_TRANSLATE_NOOP("wording", "The station is locked. Sign in and try again."),
    "store.missing": QT_TRANSLATE_NOOP("wording", "There is no station in this folder yet."),
    "store.wrong-passphrase": QT_TRANSLATE_NOOP(
        "wording", "This is not your passphrase. Check Caps Lock and the input method."
    ),
    "access.locked-out": QT_TRANSLATE_NOOP(
        "wording",
        "The passphrase was mistyped too often. Try again after {until}. A supervisor, or the"
        " paper key, can set a new one now.",
    ),
    "store.too-new": QT_TRANSLATE_NOOP(
        "wording",
        "A newer version of this program has written these data. Install that version here too.",
    ),
    "store.busy": QT_TRANSLATE_NOOP(
        "wording", "Another program is using these data. Close it there, then try again."
    ),
    "store.read-only": QT_TRANSLATE_NOOP(
        "wording",
        "The station's folder may not be written to. A virus scanner may have locked it, or it"
        " belongs to another user.",
    ),
    "store.network-path": QT_TRANSLATE_NOOP(
        "wording",
        "This folder lies on a network drive, where data can be damaged. Choose a folder on this"
        " computer.",
    ),
    "store.engine-too-old": QT_TRANSLATE_NOOP(
        "wording",
        "The database library of this installation has a known fault. Install the program again.",
    ),
    "reference.invalid": QT_TRANSLATE_NOOP(
        "wording",
        "A data file of the program is damaged ({file}). Install the program again; your own data"
        " are not touched.",
    ),
    "pack.invalid": QT_TRANSLATE_NOOP("wording", "This file is no list of the known form."),
    "sync.refused": QT_TRANSLATE_NOOP(
        "wording", "This file was not taken in. Nothing has changed."
    ),
    "paper-key.mistyped": QT_TRANSLATE_NOOP(
        "wording",
        "This is not what stands on the paper. Compare it group by group: nine groups of four.",
    ),
    "paper.glyph-missing": QT_TRANSLATE_NOOP(
        "wording",
        "No font can print {characters}. Nothing was printed and no number was used.",
    ),
    **DAMAGE,
}

REFUSALS = {
    "item.unchanged": QT_TRANSLATE_NOOP(
        "wording", "Nothing differs from the version there is. Change something, or leave."
    ),
    "access.who": QT_TRANSLATE_NOOP("wording", "Several people work here. Say who you are."),
    "staff.last-administrator": QT_TRANSLATE_NOOP(
        "wording", "Nobody would be left to look after accounts. Name another administrator first."
    ),
    "staff.not-in-this-state": QT_TRANSLATE_NOOP(
        "wording", "This cannot be done with an account in its present state."
    ),
    "staff.oneself": QT_TRANSLATE_NOOP(
        "wording", "Nobody suspends or ends his own account. Ask another administrator."
    ),
    "station-exists": QT_TRANSLATE_NOOP(
        "wording", "There is a station in this folder already. Open it, or choose another folder."
    ),
    "access.last-supervisor": QT_TRANSLATE_NOOP(
        "wording",
        "Somebody has to be able to let people in. Make another person a supervisor first.",
    ),
    "access.no-paper-key": QT_TRANSLATE_NOOP(
        "wording", "This station has no paper key. Make a new one first."
    ),
    "access.nobody": QT_TRANSLATE_NOOP(
        "wording", "This person cannot sign in here any more. Choose another name."
    ),
    "access.not-supervisor": QT_TRANSLATE_NOOP(
        "wording", "Only a supervisor can do this. Choose the name of one."
    ),
    "access.passphrase-used-before": QT_TRANSLATE_NOOP(
        "wording", "This was one of your last {count} passphrases. Think of another one."
    ),
    "access.too-many": QT_TRANSLATE_NOOP(
        "wording", "No more than {most} people and places can open a station."
    ),
    "attachment.kind": QT_TRANSLATE_NOOP(
        "wording", "{name} is of a kind that is not kept here. Pictures and PDF are."
    ),
    "attachment.too-large": QT_TRANSLATE_NOOP("wording", "{name} is too large to be kept here."),
    "backup.keys-later": QT_TRANSLATE_NOOP(
        "wording",
        "Who may open the station has changed. The copy on {name} follows when somebody signs in"
        " again.",
    ),
    "backup.place-not-written": QT_TRANSLATE_NOOP(
        "wording",
        "Nothing can be written to {name}. It may be write-protected; choose another stick or"
        " folder.",
    ),
    "backup.place-of-another": QT_TRANSLATE_NOOP(
        "wording", "{name} holds the backups of another station. Choose another stick or folder."
    ),
    "backup.place-within": QT_TRANSLATE_NOOP(
        "wording",
        "{name} lies in the station's own folder and would be lost together with it. Choose a"
        " stick, or a folder on another disk.",
    ),
    "certificate.altered": QT_TRANSLATE_NOOP(
        "wording", "The archived paper is not what was issued. Do not hand it out; tell the head."
    ),
    "code.too-long": QT_TRANSLATE_NOOP(
        "wording",
        "The name is too long for the code on the certificate. Shorten it, then issue.",
    ),
    "paper-key.unknown": QT_TRANSLATE_NOOP("wording", "No such key is known here."),
    "paper-key.withdrawn": QT_TRANSLATE_NOOP("wording", "This key was withdrawn on {day}."),
    "root.no-name": QT_TRANSLATE_NOOP(
        "wording", "Give the name of this office in the settings first: it stands in the file."
    ),
    "root.not-a-request": QT_TRANSLATE_NOOP(
        "wording", "This file is no request of a station. Choose the file that the station wrote."
    ),
    "root.not-a-voucher": QT_TRANSLATE_NOOP(
        "wording",
        "This file is no answer of a street office, or it was altered. Ask for it again.",
    ),
    "root.forged": QT_TRANSLATE_NOOP(
        "wording", "The signature of this file does not hold. Nothing was taken in; ask again."
    ),
    "root.of-another": QT_TRANSLATE_NOOP(
        "wording",
        "The street office signed this for another computer of {station}. Open it there, or ask"
        " anew from this one.",
    ),
    "root.expired": QT_TRANSLATE_NOOP(
        "wording", "The street office stood for it only until {day}. Ask anew."
    ),
    "verify.no-code": QT_TRANSLATE_NOOP(
        "wording",
        "No code of a certificate can be read in this file. Open the PDF as it was saved, or a"
        " sharp picture in which the code at the top is whole.",
    ),
    "verify.several-codes": QT_TRANSLATE_NOOP(
        "wording", "There are {count} codes in this picture. Take one of a single certificate."
    ),
    "certificate.dead": QT_TRANSLATE_NOOP(
        "wording", "This person has died. A certificate cannot be issued any more."
    ),
    "certificate.facts-too-old": QT_TRANSLATE_NOOP(
        "wording",
        "The facts were last verified on {verified_on}, longer than {days} days ago. Verify them"
        " anew (who, how, when), then issue.",
    ),
    "certificate.moved-out": QT_TRANSLATE_NOOP(
        "wording", "This person has moved out. The community of the new address can certify."
    ),
    "certificate.never-verified": QT_TRANSLATE_NOOP(
        "wording",
        "Nobody has verified yet that this person lives here. Record a verification (who, how,"
        " when), then issue.",
    ),
    "certificate.no-address": QT_TRANSLATE_NOOP(
        "wording", "No present address is kept for this person. Enter it first."
    ),
    "certificate.no-match": QT_TRANSLATE_NOOP(
        "wording", "Name and number do not belong to one person here. Look at the card again."
    ),
    "certificate.not-in-this-state": QT_TRANSLATE_NOOP(
        "wording", "This cannot be done with a certificate in its present state."
    ),
    "certificate.other-paper-stands": QT_TRANSLATE_NOOP(
        "wording",
        "Two devices approved the request of {number}, and it leads to the other paper. Make"
        " this one void; the other one can be reissued.",
    ),
    "certificate.not-in-this-stage": QT_TRANSLATE_NOOP(
        "wording", "This certificate has gone on since. Look at the queue again."
    ),
    "certificate.no-template": QT_TRANSLATE_NOOP(
        "wording", "There is no paper of this kind today. Choose another certificate."
    ),
    "certificate.no-evidence": QT_TRANSLATE_NOOP(
        "wording", "Nothing proves it yet. Record how it was made sure of, then hand it in."
    ),
    "certificate.approver-keeps-seal": QT_TRANSLATE_NOOP(
        "wording", "Whoever keeps the seal does not approve. Let somebody else approve it."
    ),
    "certificate.has-number": QT_TRANSLATE_NOOP(
        "wording", "This certificate has its number. Make it void in the register."
    ),
    "certificate.another-request": QT_TRANSLATE_NOOP(
        "wording", "Kind and person of a certificate stay. Withdraw this one and begin anew."
    ),
    "certificate.not-living-here": QT_TRANSLATE_NOOP(
        "wording",
        "This person is registered but does not live here. The community where they live can"
        " certify.",
    ),
    "exchange.place-away": QT_TRANSLATE_NOOP(
        "wording",
        "{name} is not there. Plug the stick in, or have the folder shared again; nothing is"
        " lost.",
    ),
    "export.kind": QT_TRANSLATE_NOOP(
        "wording", "{name} has an ending we cannot write. Choose .xlsx or .csv."
    ),
    "export.may-not-approve": QT_TRANSLATE_NOOP(
        "wording", "This person may not agree to lists being given out. Ask the head."
    ),
    "export.needs-second-person": QT_TRANSLATE_NOOP(
        "wording",
        "{people} people are more than {most}: a second person has to agree with a passphrase of"
        " their own. Choose fewer, or ask a colleague.",
    ),
    "export.same-person": QT_TRANSLATE_NOOP(
        "wording", "Whoever gives a list out cannot be the second person as well."
    ),
    "audit.not-whole": QT_TRANSLATE_NOOP(
        "wording",
        "The audit is not as it was written, so nothing is made of it. Verify it to see what is"
        " wrong, and tell who inspects the station.",
    ),
    "audit.no-entries": QT_TRANSLATE_NOOP("wording", "The audit holds no entry yet."),
    "audit.nothing-to-archive": QT_TRANSLATE_NOOP(
        "wording", "No entry is old enough: only those from before {day} are archived."
    ),
    "audit.too-many": QT_TRANSLATE_NOOP(
        "wording", "{rows} entries do not fit one file of {most}. Choose fewer days."
    ),
    "export.too-many": QT_TRANSLATE_NOOP(
        "wording", "{rows} rows do not fit one table of {most}. Choose fewer, or save as .csv."
    ),
    "file-damaged": QT_TRANSLATE_NOOP(
        "wording", "The file is damaged. Open it in the spreadsheet program and save it again."
    ),
    "file-empty": QT_TRANSLATE_NOOP("wording", "The file is empty."),
    "file-encoding": QT_TRANSLATE_NOOP(
        "wording",
        "The characters of this text file cannot be read. Save it as xlsx and try again.",
    ),
    "file-encrypted": QT_TRANSLATE_NOOP(
        "wording", "The file has a password. Save it without one and try again."
    ),
    "file-kind": QT_TRANSLATE_NOOP(
        "wording", "This is no spreadsheet we can read. xlsx, xls and csv are."
    ),
    "file-missing": QT_TRANSLATE_NOOP("wording", "The file {name} cannot be opened."),
    "file-not-written": QT_TRANSLATE_NOOP(
        "wording",
        "{name} could not be written. Choose another folder, or one with room for it.",
    ),
    "file-too-large": QT_TRANSLATE_NOOP(
        "wording",
        "The file is too large: at most {megabytes} MB and {rows} rows. Split it and bring the"
        " parts in one by one.",
    ),
    "file-unsafe": QT_TRANSLATE_NOOP(
        "wording", "The file contains something that a roster has no need of. It was not opened."
    ),
    "history.not-restorable": QT_TRANSLATE_NOOP(
        "wording", "This earlier value cannot be put back any more."
    ),
    "household.number-taken": QT_TRANSLATE_NOOP(
        "wording", "Another household has the number {number} already."
    ),
    "import.built-upon": QT_TRANSLATE_NOOP(
        "wording",
        "Work has been done since upon what this import brought in. It can no longer be taken back"
        " as a whole; correct or delete single records instead.",
    ),
    "import.undone": QT_TRANSLATE_NOOP("wording", "This import has been taken back already."),
    "no-roster": QT_TRANSLATE_NOOP(
        "wording", "No table of people was found in {name}. It needs a row of headings with names."
    ),
    "reading-took-too-long": QT_TRANSLATE_NOOP(
        "wording", "Reading the file took too long and was stopped. Split it into smaller files."
    ),
    "refusal.unknown-item": QT_TRANSLATE_NOOP(
        "wording", "This is not in the list of what is not ours to issue."
    ),
    "resident.number-elsewhere": QT_TRANSLATE_NOOP(
        "wording",
        "Somebody outside your grids is kept with this number. Ask the station.",
    ),
    "resident.same-number": QT_TRANSLATE_NOOP(
        "wording", "Another resident has this number already. Open that record instead."
    ),
    "tag.not-an-officer": QT_TRANSLATE_NOOP(
        "wording",
        "Only the officers named for this tag may see or give it. The head names them in the"
        " settings.",
    ),
    "tag.not-restricted": QT_TRANSLATE_NOOP("wording", "Everybody sees this tag already."),
    "rights.file-kind": QT_TRANSLATE_NOOP(
        "wording", "{name} has an ending we cannot write. Choose .xlsx or .json."
    ),
    "rights.identity-not-checked": QT_TRANSLATE_NOOP(
        "wording",
        "Numbers are told in full only after the identity was checked. Say how, or leave them"
        " masked.",
    ),
    "rights.not-answered": QT_TRANSLATE_NOOP(
        "wording", "This request has no answer yet. Answer or refuse it first."
    ),
    "rights.not-in-this-state": QT_TRANSLATE_NOOP(
        "wording", "This cannot be done with a request in its present state."
    ),
    "rights.withdrawn-already": QT_TRANSLATE_NOOP(
        "wording", "This consent has been withdrawn already."
    ),
    "sync.reference-gone": QT_TRANSLATE_NOOP(
        "wording",
        "What this value names was deleted. Bring that back first, or choose another value.",
    ),
}

PHASES = {
    "backing-up": QT_TRANSLATE_NOOP("wording", "Making a backup first"),
    "filling": QT_TRANSLATE_NOOP("wording", "Inventing residents"),
    "comparing": QT_TRANSLATE_NOOP("wording", "Comparing with what is kept"),
    "deciding": QT_TRANSLATE_NOOP("wording", "Deciding"),
    "deriving": QT_TRANSLATE_NOOP("wording", "Making what has come findable"),
    "archiving": QT_TRANSLATE_NOOP("wording", "Putting old entries into the archive"),
    "verifying": QT_TRANSLATE_NOOP("wording", "Verifying the audit"),
    "exporting": QT_TRANSLATE_NOOP("wording", "Writing the list"),
    "indexing": QT_TRANSLATE_NOOP("wording", "Making everybody findable"),
    "judging": QT_TRANSLATE_NOOP("wording", "Comparing with what is kept"),
    "laying-out": QT_TRANSLATE_NOOP("wording", "Laying out what has come"),
    "proving": QT_TRANSLATE_NOOP("wording", "Opening the backup with the paper key"),
    "reading": QT_TRANSLATE_NOOP("wording", "Reading the file"),
    "reading-file": QT_TRANSLATE_NOOP("wording", "Taking files in"),
    "restoring": QT_TRANSLATE_NOOP("wording", "Putting the backup in place"),
    "issuing": QT_TRANSLATE_NOOP("wording", "Giving out certificates"),
    "binding": QT_TRANSLATE_NOOP("wording", "Putting the papers together"),
    "printing": QT_TRANSLATE_NOOP("wording", "Printing"),
    "writing": QT_TRANSLATE_NOOP("wording", "Writing into the register"),
    "writing-file": QT_TRANSLATE_NOOP("wording", "Writing files"),
    "understanding": QT_TRANSLATE_NOOP("wording", "Understanding the rows"),
}


def sentence_of(error: StationError) -> str:
    """Return what to tell the user about *error*, and what to do next."""
    if isinstance(error, NotPermittedError):
        return access_wording.words_of_hindrance(error)
    if isinstance(error, PackInvalidError):
        return words_of_pack(error.facts)
    sentence = ERRORS.get(error.code, ERRORS["station.failed"])
    if isinstance(error, (RefusedError, files.SyncFileRefusedError)):
        reason = str(error.reason)
        if words := words_of_case(reason) or exchange_wording.words_of_exchange(reason):
            return _filled(words, error.facts)
        if words := words_of_paper(reason):
            return _filled(words, {"field": words_of_part(str(error.facts.get("part", "")))})
        sentence = REFUSALS.get(reason, sentence)
    return _filled(words_of_damage(error.code) or _translated(sentence), error.facts)


def phase_words(phase: str) -> str:
    """Return how the window names a *phase* of long work."""
    return _translated(PHASES[phase]) if phase in PHASES else ""


def _filled(words: str, facts: Mapping[str, object]) -> str:
    return words.format_map(_Facts({name: _plain(fact) for name, fact in facts.items()}))


def _translated(sentence: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(sentence))


def _plain(fact: object) -> str:
    if isinstance(fact, Path):
        return fact.name
    if isinstance(fact, datetime):
        return moment_words(fact)
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, (list, tuple)):
        return "、".join(str(each) for each in fact)
    return "" if fact is None else str(fact)


class _Facts(dict[str, str]):
    """Facts by name; one that is not known leaves an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"
