"""What may be allowed: each a right to some use cases, given to roles as data."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """A right; ``resources/access/roles.json`` says which roles have it."""

    RESIDENT_READ = "resident:read"
    RESIDENT_WRITE = "resident:write"
    RESIDENT_SHOW = "resident:show"  # numbers unmasked
    RESIDENT_BIN = "resident:bin"
    FILE_READ = "file:read"
    FILE_WRITE = "file:write"
    FILE_GIVE_OUT = "file:give-out"
    PLACE_READ = "place:read"
    PLACE_WRITE = "place:write"
    CERTIFICATE_READ = "certificate:read"
    CERTIFICATE_ISSUE = "certificate:issue"
    CERTIFICATE_APPROVE = "certificate:approve"  # what was verified gets its number
    CERTIFICATE_VOID = "certificate:void"
    CERTIFICATE_VERIFY = "certificate:verify"  # whether a paper is ours, and still holds
    CERTIFICATE_PAGE = "certificate:page"  # the page that verifies without the program
    CERTIFICATE_KEYS = "certificate:keys"  # which keys hold no more, and who stands for the list
    REFUSAL_GIVE = "refusal:give"
    ITEM_READ = "item:read"
    ITEM_CHANGE = "item:change"
    CASE_READ = "case:read"
    CASE_WRITE = "case:write"
    CASE_DECIDE = "case:decide"  # not accepted, archived, many closed at once
    ASSISTANCE_CHECK = "assistance:check"  # income and health of families
    TASK_REGISTER = "task:register"  # what is sent from above, and the hours it takes
    TASK_DECIDE = "task:decide"  # whether it is taken on
    IMPORT_RUN = "import:run"
    IMPORT_UNDO = "import:undo"
    EXPORT_RESIDENTS = "export:residents"
    EXPORT_FULL = "export:full"  # numbers unmasked, and to agree to what others give out
    TAG_OFFICERS = "tag:officers"  # who sees a restricted tag
    SETTING_CHANGE = "setting:change"  # which setting needs more: resources/access/settings.json
    SETTING_SECURITY = "setting:security"  # the rules of signing in, and when the window locks
    BACKUP_MAKE = "backup:make"
    BACKUP_GIVE_OUT = "backup:give-out"
    CHECK_RUN = "check:run"
    EXCHANGE_READ = "exchange:read"
    EXCHANGE_RUN = "exchange:run"
    EXCHANGE_UNDO = "exchange:undo"
    DEVICE_READ = "device:read"
    DEVICE_MANAGE = "device:manage"
    REVIEW_READ = "review:read"
    REVIEW_RESOLVE = "review:resolve"
    AUDIT_READ = "audit:read"
    AUDIT_EXPORT = "audit:export"  # given out, archived, alarms explained
    STAFF_READ = "staff:read"
    STAFF_MANAGE = "staff:manage"
    DEMO_FILL = "demo:fill"
    RIGHTS_READ = "rights:read"
    RIGHTS_MANAGE = "rights:manage"
    RIGHTS_WITHHELD = "rights:withheld"  # what may not be used: seen, deleted, released
