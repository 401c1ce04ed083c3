"""What leaves no entry of its own, by service and method: it reads, or is told elsewhere."""

from __future__ import annotations

ELSEWHERE = {
    # each has a story of its own: on the new device, at its end, by whoever was invited
    "ConsentService": {"give_notice", "take", "withdraw"},
    "DeviceService": {"accept", "wipe"},
    "DrillService": {"prove"},
    "GuardianService": {"correct", "name", "put_into_bin"},
    "RequestService": {"advance", "correct_entry", "correct_person", "erase", "receive"},
    "RestrictedTagService": {"keep", "name_officers", "of", "residents"},
    "RightsService": {"release", "show_withheld"},
    "SecondPlaceService": {"choose", "forget"},
    "StaffService": {"activate", "begin_session"},
    "StartService": {"take_as_it_is"},
    "TellingService": {"own_data", "save_copy"},
}
# what the program does by itself with what is not shown to anybody: nobody's act
BY_ITSELF = {
    # what was reckoned by a calendar that was not known yet
    "CaseService": {"renew_dues"},
    # the screen that was turned is the clerk's again
    "RatingService": {"turn", "turn_back"},
    # what somebody has typed and not saved is nobody else's yet
    "DraftService": {"forget", "keep"},
    "KeepingService": {"back_up_before", "back_up_if_behind", "make_room", "rest"},
    "SecondPlaceService": {"carry", "renew_keys"},
}
READS = {
    "ArchiveService": {"archives", "day", "due"},
    # an alarm is an entry, a whole chain is none: verifying must change nothing
    "AuditService": {
        *("head_for_day_book", "heads_of_others", "keys", "lines", "name_of", "offered"),
        *("people", "standing", "verify", "verify_now"),
    },
    # of what the small pictures show nothing can be read
    "CaseFileService": {"of", "small"},
    "CasePaperService": {"draw", "offered"},
    "CaseService": {
        *("by_number", "counts", "keys", "lines", "me", "of_resident", "page", "rules"),
        "soon_until",
    },
    "CertificateBatchService": {"batch", "batches", "match", "match_list"},
    "CertificateRequestService": {"counts", "offers", "request", "templates", "waiting"},
    "AssistanceService": {"begin", "judge", "lines"},
    "PrinterService": {"onto_form", "printers", "reckoned", "test_sheet"},
    "CertificateService": {"card", "ending", "lines", "recent", "register", "search", "seal_uses"},
    # the digits come from whoever brings the paper; nothing of the store is shown
    "VerifyService": {"judge", "judge_file"},
    # public halves of keys, and how many papers each signed
    "PaperKeyService": {"keys", "root"},
    "CheckService": {"check", "content"},
    "ConsentService": {"what_follows"},
    "DemoService": {"words"},
    "DeviceService": {"device", "devices", "named", "own", "read_request", "unsent"},
    "DoubleService": {"doubles"},
    "DrillService": {"standing"},
    "DraftService": {"kept"},
    "ExchangeService": {"files_for_us", "state_hash"},
    "ExportRegister": {"lines"},
    "ExportService": {"allow_full", "approvers", "columns", "limits", "titles"},
    "GuardianService": {"children_lacking", "offered"},
    "HouseholdService": {"household", "living_at"},
    "ImportService": {"batches", "dry_run", "fields", "read"},
    "ItemService": {"catalogue", "find", "item", "sheet", "version"},
    "KeepingService": {"check", "last_backup", "look_at_room"},
    "NumberService": {"report", "series", "told"},
    "PlaceService": {"buildings", "dwelling", "dwellings_of", "estates", "grids"},
    "OrderService": {"lines", "longest", "of_case", "rules", "twins", "usual_due"},
    "ProblemService": {
        *("entries", "misdirected", "periods", "ranking", "returns", "sheet"),
    },
    "RatingService": {
        *("breakdown", "figures", "matter", "matters", "of_case", "rules", "sheet"),
    },
    "AdmissionService": {"departments", "page", "register", "rules"},
    "BurdenService": {"all"},
    "TaskPaperService": {"draw", "offered"},
    "TaskYearService": {"paper", "report"},
    "RulePackService": {"offices", "packs"},
    "RefusalService": {
        *("counts", "items", "legitimate", "local_offices", "matching", "preview", "work"),
        *("year", "year_paper"),
    },
    "ResidentLists": {
        *("count", "counts", "file", "key_of_line", "keys", "line_of", "lines", "saved"),
    },
    "ResidentService": {"likenesses", "living_at", "resident"},
    "RequestService": {
        *("counts", "history", "lines", "request", "search", "what_follows"),
    },
    "RestrictedTagService": {"mine", "officers"},
    "ReviewService": {"cases", "count"},
    "RightsService": {"of"},
    "RoundService": {"has_work"},
    "SearchService": {"find", "readings", "told_number"},
    "SecondPlaceService": {"known", "standing"},
    "SettingsService": {"current", "needed_for"},
    "StaffService": {"last_sessions", "me", "staff"},
    "StartService": {"look_over"},
    "StandingService": {"comparison", "files", "records", "standing"},
    "TellingService": {"answer", "notice"},
}
READS["CertificateService"].add("seal_register")  # printed, it is noted as a paper
