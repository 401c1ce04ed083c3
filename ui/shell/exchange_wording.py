"""The sentences for what may go wrong with devices, letters and files of the exchange.

Part of :mod:`ui.shell.wording`, which is where everybody looks them up.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.sync.files import Refusal

CONTEXT = "exchange"

FILES = {
    Refusal.NOT_OURS: QT_TRANSLATE_NOOP(
        "exchange",
        "This is no file of the exchange. Choose one that another device has written.",
    ),
    Refusal.CUT: QT_TRANSLATE_NOOP(
        "exchange", "The end of this file is missing. Copy it once more, whole."
    ),
    Refusal.ALTERED: QT_TRANSLATE_NOOP(
        "exchange",
        "This file was damaged or altered on its way. Nothing of it was taken in; let the sender"
        " write it anew.",
    ),
    Refusal.TOO_NEW: QT_TRANSLATE_NOOP(
        "exchange",
        "A newer version of this program has written this file. Install it here too.",
    ),
    Refusal.TOO_LARGE: QT_TRANSLATE_NOOP(
        "exchange", "This file is larger than any file of the exchange. It was not opened."
    ),
    Refusal.MALFORMED: QT_TRANSLATE_NOOP(
        "exchange",
        "This file is not what it should be. Nothing of it was taken in; tell whoever looks after"
        " the program.",
    ),
    Refusal.FOREIGN_RECEIVER: QT_TRANSLATE_NOOP(
        "exchange",
        "This file is not for this device. Take it to the one it was written for.",
    ),
    Refusal.UNKNOWN_SENDER: QT_TRANSLATE_NOOP(
        "exchange",
        "The device that wrote this file is not known here. Let it request entrance first.",
    ),
    Refusal.SUSPENDED: QT_TRANSLATE_NOOP(
        "exchange", "{name} is suspended. Resume it, then take its files in."
    ),
    Refusal.LOST: QT_TRANSLATE_NOOP(
        "exchange", "{name} was reported lost. Its files are not taken in any more."
    ),
    Refusal.RETIRED: QT_TRANSLATE_NOOP(
        "exchange",
        "{name} does not belong to the station any more. Its files are not taken in.",
    ),
    Refusal.TWICE: QT_TRANSLATE_NOOP(
        "exchange", "File {number} of {name} was taken in before. Nothing has changed."
    ),
    Refusal.ROLLED_BACK: QT_TRANSLATE_NOOP(
        "exchange",
        "{name} has sent another file of the same number before: an older copy of its data seems"
        " to be in use there. Nothing was taken in; start the program there anew and write again.",
    ),
    Refusal.AHEAD: QT_TRANSLATE_NOOP(
        "exchange",
        "The clock of {name} is far ahead. Set it right there, then write again.",
    ),
}

OF_FILES = {str(reason): sentence for reason, sentence in FILES.items()}

EXCHANGE = {
    "certificate.numbers-used-up": QT_TRANSLATE_NOOP(
        "exchange",
        "The numbers of this device are used up. Let the station give it new ones; they come with"
        " its next file.",
    ),
    "enrol.altered": QT_TRANSLATE_NOOP(
        "exchange",
        "This letter was damaged or altered on its way. Copy it once more, whole.",
    ),
    "enrol.expired": QT_TRANSLATE_NOOP(
        "exchange", "The day {day} is past. Choose a later one, and write the grant anew."
    ),
    "enrol.is-a-station": QT_TRANSLATE_NOOP(
        "exchange",
        "This is a station with devices of its own. It cannot become a device of another one.",
    ),
    "enrol.kind": QT_TRANSLATE_NOOP(
        "exchange", "A device is a laptop, a desk or a hub, and stays what it is."
    ),
    "enrol.not-a-grant": QT_TRANSLATE_NOOP(
        "exchange", "This is not a grant. Choose the file that the station has written."
    ),
    "enrol.not-a-letter": QT_TRANSLATE_NOOP(
        "exchange",
        "This is neither a request nor a grant. Choose the file that the other device has"
        " written.",
    ),
    "enrol.not-a-request": QT_TRANSLATE_NOOP(
        "exchange",
        "This is not a request. Choose the file that the new device has written.",
    ),
    "enrol.not-a-station": QT_TRANSLATE_NOOP(
        "exchange", "Only a station takes devices in. Take the request to the station."
    ),
    "enrol.not-for-this-device": QT_TRANSLATE_NOOP(
        "exchange", "This grant is for another device, {name}. Take it there."
    ),
    "enrol.old": QT_TRANSLATE_NOOP(
        "exchange",
        "This grant is older than the last request or grant of this device. Take the latest one.",
    ),
    "enrol.other-keys": QT_TRANSLATE_NOOP(
        "exchange",
        "{name} is known here by other keys. Somebody may have put another letter in its place:"
        " compare the fingerprints on both screens.",
    ),
    "enrol.other-station": QT_TRANSLATE_NOOP(
        "exchange",
        "This device belongs to another station than {name}. Wipe it there first.",
    ),
    "enrol.records-here": QT_TRANSLATE_NOOP(
        "exchange",
        "There are {records} records in this store. A device begins empty, so that two stations"
        " are not mixed: make a new, empty store for it.",
    ),
    "enrol.scope": QT_TRANSLATE_NOOP(
        "exchange",
        "A device holds everything or some grids; a hub holds everything. Choose what it is to"
        " hold.",
    ),
    "enrol.too-new": QT_TRANSLATE_NOOP(
        "exchange",
        "A newer version of this program has written this letter. Install it here too.",
    ),
    "sync.built-upon": QT_TRANSLATE_NOOP(
        "exchange",
        "Work has been done since upon what this file brought ({rows} rows). It can no longer be"
        " taken back as a whole; correct single records instead.",
    ),
    "sync.device-in-use": QT_TRANSLATE_NOOP(
        "exchange",
        "Files were exchanged with {name} already. Suspend or retire it instead.",
    ),
    "sync.device-not-active": QT_TRANSLATE_NOOP(
        "exchange", "{name} is not in use at present. No file is written for it."
    ),
    "sync.device-state": QT_TRANSLATE_NOOP(
        "exchange", "This cannot be done with {name} as it stands now."
    ),
    "sync.device-unclear": QT_TRANSLATE_NOOP(
        "exchange", "Several devices are meant by {name}. Say its whole key."
    ),
    "sync.hub-gives-no-numbers": QT_TRANSLATE_NOOP(
        "exchange", "A hub issues no certificates. The station does."
    ),
    "sync.not-enrolled": QT_TRANSLATE_NOOP(
        "exchange",
        "This device waits for the grant of its station. Until then it has no numbers.",
    ),
    "sync.not-undoable": QT_TRANSLATE_NOOP(
        "exchange",
        "What was here before this file is not kept any more. It cannot be taken back.",
    ),
    "sync.scope-kind": QT_TRANSLATE_NOOP(
        "exchange",
        "{name} cannot change between a full copy and one of some grids. Enrol it anew for that.",
    ),
    "sync.undone": QT_TRANSLATE_NOOP("exchange", "This file has been taken back already."),
    "sync.wipe-not-a-copy": QT_TRANSLATE_NOOP(
        "exchange", "Only a laptop or a desk that belongs to a station can be wiped."
    ),
    "sync.wipe-unsent": QT_TRANSLATE_NOOP(
        "exchange",
        "{entries} changes have not been acknowledged by the station yet. Exchange files until the"
        " receipt is back, then wipe.",
    ),
}


def words_of_exchange(reason: str) -> str:
    """Return the sentence for *reason* of the exchange; nothing if it is not one of these."""
    sentence = EXCHANGE.get(reason) or OF_FILES.get(reason)
    return QCoreApplication.translate(CONTEXT, str(sentence)) if sentence else ""
