"""What devices, records, states and differences are called in this room."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.sync.devices import DeviceKind, DeviceState, ScopeKind
from station_app.services.sync.comparing import Cause, Match
from station_app.services.sync.standing import MOST_COUNTED, FileState, Trouble
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.sync.devices import Scope

CodeT = TypeVar("CodeT")

CONTEXT = "sync"

KINDS = {
    DeviceKind.STATION: QT_TRANSLATE_NOOP("sync", "Station"),
    DeviceKind.DESK: QT_TRANSLATE_NOOP("sync", "Desk"),
    DeviceKind.LAPTOP: QT_TRANSLATE_NOOP("sync", "Laptop"),
    DeviceKind.HUB: QT_TRANSLATE_NOOP("sync", "Street office"),
}
STATES = {
    DeviceState.ACTIVE: QT_TRANSLATE_NOOP("sync", "In use"),
    DeviceState.SUSPENDED: QT_TRANSLATE_NOOP("sync", "Suspended"),
    DeviceState.LOST: QT_TRANSLATE_NOOP("sync", "Lost"),
    DeviceState.RETIRED: QT_TRANSLATE_NOOP("sync", "Out of use"),
}
STATE_TONES = {
    DeviceState.ACTIVE: Tone.OK,
    DeviceState.SUSPENDED: Tone.WARN,
    DeviceState.LOST: Tone.DANGER,
    DeviceState.RETIRED: Tone.NEUTRAL,
}
TROUBLES = {
    Trouble.EXPIRED: QT_TRANSLATE_NOOP("sync", "Its day has passed"),
    Trouble.SUSPENDED: QT_TRANSLATE_NOOP("sync", "Suspended"),
    Trouble.SILENT: QT_TRANSLATE_NOOP("sync", "Nothing came for two weeks"),
}
MATCHES = {
    Match.EQUAL: QT_TRANSLATE_NOOP("sync", "The same"),
    Match.ON_ITS_WAY: QT_TRANSLATE_NOOP("sync", "On its way"),
    Match.DIFFERENT: QT_TRANSLATE_NOOP("sync", "Different"),
    Match.ONLY_HERE: QT_TRANSLATE_NOOP("sync", "Only here"),
    Match.ONLY_THERE: QT_TRANSLATE_NOOP("sync", "Only there"),
}
MATCH_TONES = {
    Match.EQUAL: Tone.OK,
    Match.ON_ITS_WAY: Tone.INFO,
    Match.DIFFERENT: Tone.DANGER,
    Match.ONLY_HERE: Tone.DANGER,
    Match.ONLY_THERE: Tone.DANGER,
}
CAUSES = {
    Cause.CHANGED: QT_TRANSLATE_NOOP("sync", "Changed here, not confirmed there"),
    Cause.WAITING: QT_TRANSLATE_NOOP("sync", "Waits for another record"),
    Cause.CONFLICT: QT_TRANSLATE_NOOP("sync", "To be reviewed"),
}
FILE_STATES = {
    FileState.WRITTEN: QT_TRANSLATE_NOOP("sync", "No receipt yet"),
    FileState.ARRIVED: QT_TRANSLATE_NOOP("sync", "Arrived"),
    FileState.TAKEN: QT_TRANSLATE_NOOP("sync", "Taken in"),
    FileState.UNDONE: QT_TRANSLATE_NOOP("sync", "Taken back"),
}
FILE_TONES = {
    FileState.WRITTEN: Tone.WARN,
    FileState.ARRIVED: Tone.OK,
    FileState.TAKEN: Tone.OK,
    FileState.UNDONE: Tone.NEUTRAL,
}
TABLES = {
    "setting": QT_TRANSLATE_NOOP("sync", "The station's particulars"),
    "grid": QT_TRANSLATE_NOOP("sync", "Grids"),
    "estate": QT_TRANSLATE_NOOP("sync", "Estates"),
    "building": QT_TRANSLATE_NOOP("sync", "Buildings"),
    "dwelling": QT_TRANSLATE_NOOP("sync", "Dwellings"),
    "household": QT_TRANSLATE_NOOP("sync", "Households"),
    "resident": QT_TRANSLATE_NOOP("sync", "Residents"),
    "document": QT_TRANSLATE_NOOP("sync", "Identity documents"),
    "resident_tag": QT_TRANSLATE_NOOP("sync", "Tags"),
    "residence": QT_TRANSLATE_NOOP("sync", "Former addresses"),
    "attachment": QT_TRANSLATE_NOOP("sync", "Attachments"),
    "attachment_content": QT_TRANSLATE_NOOP("sync", "What is in attachments"),
    "certificate": QT_TRANSLATE_NOOP("sync", "Certificates"),
    "certificate_paper": QT_TRANSLATE_NOOP("sync", "Archived papers"),
    "certificate_request": QT_TRANSLATE_NOOP("sync", "Certificates asked for"),
    "certificate_evidence": QT_TRANSLATE_NOOP("sync", "Evidence for certificates"),
    "certificate_batch": QT_TRANSLATE_NOOP("sync", "Batches of certificates"),
    "certificate_batch_member": QT_TRANSLATE_NOOP("sync", "Certificates of batches"),
    "seal_use": QT_TRANSLATE_NOOP("sync", "Seal use"),
    "refusal_slip": QT_TRANSLATE_NOOP("sync", "Refusals"),
    "restricted_tag": QT_TRANSLATE_NOOP("sync", "Tags"),
    "export_record": QT_TRANSLATE_NOOP("sync", "Lists given out"),
    "saved_list": QT_TRANSLATE_NOOP("sync", "Saved lists"),
    "history": QT_TRANSLATE_NOOP("sync", "History"),
    "privacy_notice": QT_TRANSLATE_NOOP("sync", "Notices given"),
    "guardian": QT_TRANSLATE_NOOP("sync", "Guardians"),
    "consent": QT_TRANSLATE_NOOP("sync", "Consents"),
    "withheld": QT_TRANSLATE_NOOP("sync", "What is withheld"),
    "assistance_check": QT_TRANSLATE_NOOP("sync", "Pre-checks of assistance"),
    "item": QT_TRANSLATE_NOOP("sync", "Items"),
    "item_version": QT_TRANSLATE_NOOP("sync", "Versions of items"),
    "signing_key": QT_TRANSLATE_NOOP("sync", "Keys that sign papers"),
    "revocation": QT_TRANSLATE_NOOP("sync", "Codes made void"),
    "key_withdrawal": QT_TRANSLATE_NOOP("sync", "Withdrawn signing keys"),
    "paper_confirmation": QT_TRANSLATE_NOOP("sync", "Papers confirmed after that"),
    "window_case": QT_TRANSLATE_NOOP("sync", "Cases"),
    "case_order": QT_TRANSLATE_NOOP("sync", "Orders"),
    "problem_entry": QT_TRANSLATE_NOOP("sync", "Problems taken up"),
    "case_file": QT_TRANSLATE_NOOP("sync", "Files of cases"),
    "case_file_content": QT_TRANSLATE_NOOP("sync", "What is in files of cases"),
    "case_rating": QT_TRANSLATE_NOOP("sync", "Ratings of cases"),
    "bad_rating": QT_TRANSLATE_NOOP("sync", "Bad ratings"),
    "task": QT_TRANSLATE_NOOP("sync", "Tasks from above"),
    "task_step": QT_TRANSLATE_NOOP("sync", "Steps of tasks"),
    "burden": QT_TRANSLATE_NOOP("sync", "Ledgers, plaques, meetings, inspections"),
    "rule_pack": QT_TRANSLATE_NOOP("sync", "Rule packs"),
    "refusal_office": QT_TRANSLATE_NOOP("sync", "Offices on slips"),
    "case_step": QT_TRANSLATE_NOOP("sync", "Steps of cases"),
    "rights_request": QT_TRANSLATE_NOOP("sync", "Requests about own data"),
}
PHASES = {
    "reading-file": QT_TRANSLATE_NOOP("sync", "Taking files in"),
    "laying-out": QT_TRANSLATE_NOOP("sync", "Laying out what has come"),
    "judging": QT_TRANSLATE_NOOP("sync", "Comparing with what is kept"),
    "writing": QT_TRANSLATE_NOOP("sync", "Writing into the register"),
    "deriving": QT_TRANSLATE_NOOP("sync", "Making what has come findable"),
    "writing-file": QT_TRANSLATE_NOOP("sync", "Writing files"),
}
MANY = QT_TRANSLATE_NOOP("sync", "more than {count}")
EVERYTHING = QT_TRANSLATE_NOOP("sync", "Everything")
UNNAMED_GRIDS = QT_TRANSLATE_NOOP("sync", "its grids ({count})")
NO_GRID = QT_TRANSLATE_NOOP("sync", "No grid")
ITS_OWN = QT_TRANSLATE_NOOP("sync", "What comes from it")
THIS_COMPUTER = QT_TRANSLATE_NOOP("sync", "This computer")


def worded(words: Mapping[CodeT, object], code: CodeT) -> str:
    """Return what one of the tables above calls *code*; an unknown one stands for itself."""
    return say(words.get(code, code))


def say(sentence: object) -> str:
    """Return a sentence of this room in the language spoken."""
    return QCoreApplication.translate(CONTEXT, str(sentence))


def counted(count: int) -> str:
    """Return *count* as it is read; where counting has ended it says so."""
    if count >= MOST_COUNTED:
        return say(MANY).format(count=f"{MOST_COUNTED:,}")
    return f"{count:,}"


def scope_words(scope: Scope, grids: Mapping[str, str]) -> str:
    """Return what a device holds; *grids* are names by key."""
    if scope.kind is ScopeKind.ALL:
        return say(EVERYTHING)
    if scope.kind is ScopeKind.OWN:
        return say(ITS_OWN)
    if not scope.grids <= grids.keys():  # their names come with the first file
        return say(UNNAMED_GRIDS).format(count=len(scope.grids))
    return "、".join(sorted(grids[key] for key in scope.grids)) or say(NO_GRID)


def phase_words(phase: str) -> str:
    """Return how the page names a phase of a round."""
    return say(PHASES.get(phase, PHASES["reading-file"]))
