"""What roles, rights and states of accounts are called, in a clerk's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState
from station_app.services.access import SlotKind
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTEXT = "staff"
ROLES = {
    Role.CLERK: QT_TRANSLATE_NOOP("staff", "Front-desk clerk"),
    Role.GRID_WORKER: QT_TRANSLATE_NOOP("staff", "Grid worker"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("staff", "Supervisor"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("staff", "Auditor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("staff", "Administrator"),
}
DUTIES = {
    Role.CLERK: QT_TRANSLATE_NOOP(
        "staff", "Looks up and enters residents, issues certificates, gives lists out."
    ),
    Role.GRID_WORKER: QT_TRANSLATE_NOOP(
        "staff", "Looks up and enters the residents of his grids; issues no certificates."
    ),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP(
        "staff",
        "Does all that a clerk does, brings rosters in, makes certificates void, draws grids,"
        " decides conflicts, and sets a new passphrase for who forgot it.",
    ),
    Role.AUDITOR: QT_TRANSLATE_NOOP(
        "staff", "Looks at the audit, the staff and the devices; sees no resident."
    ),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "staff", "Looks after staff, devices and settings; sees no resident."
    ),
}
STATES = {
    AccountState.INVITED: QT_TRANSLATE_NOOP("staff", "Invited"),
    AccountState.ACTIVE: QT_TRANSLATE_NOOP("staff", "Active"),
    AccountState.SUSPENDED: QT_TRANSLATE_NOOP("staff", "Suspended"),
    AccountState.LEFT: QT_TRANSLATE_NOOP("staff", "Has left"),
}
STATE_TONES = {
    AccountState.INVITED: Tone.INFO,
    AccountState.ACTIVE: Tone.OK,
    AccountState.SUSPENDED: Tone.WARN,
    AccountState.LEFT: Tone.NEUTRAL,
}
KINDS = {
    SlotKind.USER: QT_TRANSLATE_NOOP("staff", "Passphrase"),
    SlotKind.SUPERVISOR: QT_TRANSLATE_NOOP("staff", "Passphrase, may help others"),
    SlotKind.PAPER: QT_TRANSLATE_NOOP("staff", "Paper key"),
    SlotKind.BACKUP: QT_TRANSLATE_NOOP("staff", "Place of backups"),
}
GROUPS = {
    QT_TRANSLATE_NOOP("staff", "Residents and places"): (
        Permission.RESIDENT_READ,
        Permission.RESIDENT_WRITE,
        Permission.RESIDENT_SHOW,
        Permission.RESIDENT_BIN,
        Permission.TAG_OFFICERS,
        Permission.FILE_READ,
        Permission.FILE_WRITE,
        Permission.FILE_GIVE_OUT,
        Permission.PLACE_READ,
        Permission.PLACE_WRITE,
    ),
    QT_TRANSLATE_NOOP("staff", "Rights of residents to their data"): (
        Permission.RIGHTS_READ,
        Permission.RIGHTS_MANAGE,
        Permission.RIGHTS_WITHHELD,
    ),
    QT_TRANSLATE_NOOP("staff", "Window"): (
        Permission.ITEM_READ,
        Permission.ITEM_CHANGE,
        Permission.CASE_READ,
        Permission.CASE_WRITE,
        Permission.CASE_DECIDE,
        Permission.ASSISTANCE_CHECK,
        Permission.TASK_REGISTER,
        Permission.TASK_DECIDE,
    ),
    QT_TRANSLATE_NOOP("staff", "Certificates"): (
        Permission.CERTIFICATE_READ,
        Permission.CERTIFICATE_ISSUE,
        Permission.CERTIFICATE_APPROVE,
        Permission.CERTIFICATE_VOID,
        Permission.CERTIFICATE_VERIFY,
        Permission.CERTIFICATE_PAGE,
        Permission.CERTIFICATE_KEYS,
        Permission.REFUSAL_GIVE,
    ),
    QT_TRANSLATE_NOOP("staff", "Lists"): (
        Permission.IMPORT_RUN,
        Permission.IMPORT_UNDO,
        Permission.EXPORT_RESIDENTS,
        Permission.EXPORT_FULL,
    ),
    QT_TRANSLATE_NOOP("staff", "Exchange"): (
        Permission.EXCHANGE_READ,
        Permission.EXCHANGE_RUN,
        Permission.EXCHANGE_UNDO,
        Permission.DEVICE_READ,
        Permission.DEVICE_MANAGE,
        Permission.REVIEW_READ,
        Permission.REVIEW_RESOLVE,
    ),
    QT_TRANSLATE_NOOP("staff", "The station itself"): (
        Permission.SETTING_CHANGE,
        Permission.SETTING_SECURITY,
        Permission.BACKUP_MAKE,
        Permission.BACKUP_GIVE_OUT,
        Permission.CHECK_RUN,
        Permission.AUDIT_READ,
        Permission.AUDIT_EXPORT,
        Permission.STAFF_READ,
        Permission.STAFF_MANAGE,
        Permission.DEMO_FILL,
    ),
}
RIGHTS = {
    Permission.RESIDENT_READ: QT_TRANSLATE_NOOP("staff", "Find residents and read their files"),
    Permission.RESIDENT_WRITE: QT_TRANSLATE_NOOP(
        "staff", "Register residents and correct their files"
    ),
    Permission.RESIDENT_SHOW: QT_TRANSLATE_NOOP(
        "staff", "Show identity and telephone numbers in full"
    ),
    Permission.RESIDENT_BIN: QT_TRANSLATE_NOOP("staff", "Put residents into the bin and back"),
    Permission.FILE_READ: QT_TRANSLATE_NOOP("staff", "Open papers kept with residents"),
    Permission.FILE_WRITE: QT_TRANSLATE_NOOP("staff", "Add papers and take them away"),
    Permission.FILE_GIVE_OUT: QT_TRANSLATE_NOOP(
        "staff", "Save copies of papers outside the station"
    ),
    Permission.PLACE_READ: QT_TRANSLATE_NOOP("staff", "Look at grids and buildings"),
    Permission.PLACE_WRITE: QT_TRANSLATE_NOOP("staff", "Draw grids and assign buildings"),
    Permission.RIGHTS_READ: QT_TRANSLATE_NOOP("staff", "Look at consents and requests"),
    Permission.RIGHTS_MANAGE: QT_TRANSLATE_NOOP("staff", "Take consents and answer requests"),
    Permission.RIGHTS_WITHHELD: QT_TRANSLATE_NOOP(
        "staff", "See, release and delete what may not be used"
    ),
    Permission.ITEM_READ: QT_TRANSLATE_NOOP("staff", "Look up items of the window"),
    Permission.ASSISTANCE_CHECK: QT_TRANSLATE_NOOP(
        "staff", "Check whether families may apply for assistance"
    ),
    Permission.TASK_REGISTER: QT_TRANSLATE_NOOP(
        "staff", "Register tasks from above and the hours they take"
    ),
    Permission.TASK_DECIDE: QT_TRANSLATE_NOOP("staff", "Admit and refuse tasks from above"),
    Permission.ITEM_CHANGE: QT_TRANSLATE_NOOP("staff", "Correct and retire items of the window"),
    Permission.CASE_READ: QT_TRANSLATE_NOOP("staff", "Look at cases of the window"),
    Permission.CASE_WRITE: QT_TRANSLATE_NOOP("staff", "Accept cases and work at them"),
    Permission.CASE_DECIDE: QT_TRANSLATE_NOOP(
        "staff", "Decline and archive cases, close many at once"
    ),
    Permission.CERTIFICATE_READ: QT_TRANSLATE_NOOP(
        "staff", "Look at the register of certificates"
    ),
    Permission.CERTIFICATE_ISSUE: QT_TRANSLATE_NOOP("staff", "Issue certificates"),
    Permission.CERTIFICATE_APPROVE: QT_TRANSLATE_NOOP("staff", "Approve certificates"),
    Permission.CERTIFICATE_VOID: QT_TRANSLATE_NOOP("staff", "Make certificates void"),
    Permission.CERTIFICATE_VERIFY: QT_TRANSLATE_NOOP("staff", "Verify certificates"),
    Permission.CERTIFICATE_KEYS: QT_TRANSLATE_NOOP(
        "staff", "Withdraw signing keys, have the list of keys vouched for"
    ),
    Permission.CERTIFICATE_PAGE: QT_TRANSLATE_NOOP("staff", "Give out the verification page"),
    Permission.REFUSAL_GIVE: QT_TRANSLATE_NOOP(
        "staff", "Give a slip for papers that are not ours"
    ),
    Permission.IMPORT_RUN: QT_TRANSLATE_NOOP("staff", "Bring rosters in"),
    Permission.IMPORT_UNDO: QT_TRANSLATE_NOOP("staff", "Take rosters back"),
    Permission.EXPORT_RESIDENTS: QT_TRANSLATE_NOOP("staff", "Give lists of residents out"),
    Permission.EXPORT_FULL: QT_TRANSLATE_NOOP(
        "staff", "Give full numbers out, and agree to what others give out"
    ),
    Permission.TAG_OFFICERS: QT_TRANSLATE_NOOP("staff", "Say who sees a restricted tag"),
    Permission.SETTING_CHANGE: QT_TRANSLATE_NOOP("staff", "Change the settings of the station"),
    Permission.SETTING_SECURITY: QT_TRANSLATE_NOOP("staff", "Change the rules of sign-in"),
    Permission.BACKUP_MAKE: QT_TRANSLATE_NOOP("staff", "Make backups"),
    Permission.BACKUP_GIVE_OUT: QT_TRANSLATE_NOOP("staff", "Save backups outside the station"),
    Permission.CHECK_RUN: QT_TRANSLATE_NOOP("staff", "Have the whole store checked"),
    Permission.EXCHANGE_READ: QT_TRANSLATE_NOOP("staff", "See how the exchange stands"),
    Permission.EXCHANGE_RUN: QT_TRANSLATE_NOOP("staff", "Exchange with other computers"),
    Permission.EXCHANGE_UNDO: QT_TRANSLATE_NOOP("staff", "Take a file back that came in"),
    Permission.DEVICE_READ: QT_TRANSLATE_NOOP("staff", "Look at the devices"),
    Permission.DEVICE_MANAGE: QT_TRANSLATE_NOOP(
        "staff", "Let devices take part, suspend and retire them"
    ),
    Permission.REVIEW_READ: QT_TRANSLATE_NOOP("staff", "Look at what is to be reviewed"),
    Permission.REVIEW_RESOLVE: QT_TRANSLATE_NOOP("staff", "Decide what is to be reviewed"),
    Permission.AUDIT_READ: QT_TRANSLATE_NOOP("staff", "Read and verify the audit"),
    Permission.AUDIT_EXPORT: QT_TRANSLATE_NOOP(
        "staff", "Give the audit out and put it into the archive"
    ),
    Permission.STAFF_READ: QT_TRANSLATE_NOOP("staff", "See who works here and in what role"),
    Permission.STAFF_MANAGE: QT_TRANSLATE_NOOP(
        "staff", "Invite, suspend and dismiss staff, give roles"
    ),
    Permission.DEMO_FILL: QT_TRANSLATE_NOOP("staff", "Fill a station with invented people"),
}


def worded(words: Mapping[Any, object], key: object) -> str:
    """Return what *key* is called."""
    return QCoreApplication.translate(CONTEXT, str(words[key]))


def said(text: object) -> str:
    """Return *text*, one of those above, in the language spoken."""
    return QCoreApplication.translate(CONTEXT, str(text))


def role_names(roles: Iterable[Role]) -> str:
    """Return the names of *roles* in their usual order."""
    taken = set(roles)
    return "、".join(worded(ROLES, role) for role in Role if role in taken)
