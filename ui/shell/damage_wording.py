"""The sentences for what may be wrong with the files of a station.

Each says what is wrong, that nothing was overwritten, and what to do next.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "damage"

DAMAGE = {
    "store.damaged": QT_TRANSLATE_NOOP(
        "damage",
        "Part of the database is damaged: it does not read back as it was written. Nothing was"
        " overwritten. Do not go on working with it: restore the newest good backup.",
    ),
    "store.file-missing": QT_TRANSLATE_NOOP(
        "damage",
        "The database is not in its folder any more. Nothing was overwritten. Look for"
        " it where it may have been moved, and put it back; else restore the newest good backup.",
    ),
    "store.file-empty": QT_TRANSLATE_NOOP(
        "damage",
        "The database has no content any more. Nothing was overwritten. Restore the newest"
        " good backup.",
    ),
    "store.file-cut": QT_TRANSLATE_NOOP(
        "damage",
        "The end of the database is missing, as after copying that was broken off. Nothing was"
        " overwritten. Restore the newest good backup.",
    ),
    "store.foreign": QT_TRANSLATE_NOOP(
        "damage",
        "The station's data file is damaged, or another file lies in its place. Nothing was"
        " overwritten. Restore the newest good backup.",
    ),
    "store.behind": QT_TRANSLATE_NOOP(
        "damage",
        "The database is older than it was. Nothing was overwritten. Restore the newest good"
        " backup, or go on with this state if you know why.",
    ),
    "store.not-as-left": QT_TRANSLATE_NOOP(
        "damage",
        "Part of the database is older than it was when the program was last closed ({last})."
        " Nothing was overwritten. Restore the newest good backup, or go on with this state if"
        " you know why.",
    ),
    "store.rolled-back": QT_TRANSLATE_NOOP(
        "damage",
        "An older state of the database lies here: it ends at {found}, but work has gone on until"
        " {last}. Nothing was overwritten. Restore a newer backup, or go on with this state if it"
        " was meant to be put back.",
    ),
    "store.log-lost": QT_TRANSLATE_NOOP(
        "damage",
        "The latest changes are missing: the log of what was done between {found} and {last} is"
        " damaged. Nothing was overwritten. Go on with this state and enter those changes again,"
        " or restore a newer backup.",
    ),
    "store.keys-damaged": QT_TRANSLATE_NOOP(
        "damage",
        "The file with the station's keys is damaged. The database was not touched. Put the keys"
        " back from a backup; the passphrase is then the one of that day.",
    ),
    "store.keys-missing": QT_TRANSLATE_NOOP(
        "damage",
        "The file with the station's keys is gone. The database was not touched. Put the keys"
        " back from a backup; the passphrase is then the one of that day.",
    ),
    "store.keys-foreign": QT_TRANSLATE_NOOP(
        "damage",
        "These keys do not belong to this database: one of the two files is another station's."
        " Nothing was overwritten. Put the keys back from a backup, or restore the newest good"
        " one.",
    ),
    "store.room-low": QT_TRANSLATE_NOOP(
        "damage",
        "Only {free} MB are free on the disk, so this was not begun. Make room until at least"
        " {least} MB are free, then try again. Saving goes on as before.",
    ),
    "store.full": QT_TRANSLATE_NOOP(
        "damage",
        "The disk is full. Nothing that was saved is lost, and what you have typed stays here."
        " Make room, then save again.",
    ),
}


def words_of_damage(code: str) -> str:
    """Return the sentence for *code*; none if it is not about the files of a station."""
    return QCoreApplication.translate(CONTEXT, str(DAMAGE[code])) if code in DAMAGE else ""
