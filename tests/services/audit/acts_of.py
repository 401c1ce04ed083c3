"""What each act of the program is, and the entry that it leaves: by service and method."""

from __future__ import annotations

from datetime import date

from station_app.domain.addresses import read_address
from station_app.domain.audit.entries import AuditFilter
from station_app.domain.certificate_requests import Evidence
from station_app.domain.overprint import Printer
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.sync.devices import DeviceKind
from station_app.services.progress import Silence
from station_app.services.residents.households import Move
from tests.factories import TODAY, an_ask
from tests.services.audit.batch_acts import BATCH_ACTS
from tests.services.audit.case_acts import (
    CASE_ACTS,
    FILE_ACTS,
    ORDER_ACTS,
    PAPER_ACTS,
    PROBLEM_ACTS,
    RATING_ACTS,
)
from tests.services.audit.export_acts import WINDOW_LIST_ACTS
from tests.services.audit.paper_key_acts import PAPER_KEY_ACTS
from tests.services.audit.task_acts import (
    BURDEN_ACTS,
    REFUSAL_ACTS,
    RULE_PACK_ACTS,
    TASK_ACTS,
    TASK_PAPER_ACTS,
    TASK_YEAR_ACTS,
)
from tests.services.audit.world import (
    AN_ITEM,
    PDF,
    SHIPPED,
    START,
    TAKER,
    World,
    after,
    anywhere,
    archived,
    assigned,
    correct_household,
    corrected_grid,
    corrected_item,
    corrected_request,
    corrected_staff,
    device,
    founded,
    given_scope,
    granted,
    handed_in,
    join,
    leave,
    moved_on,
    of_residents,
    resolved,
    restore_field,
    revealed,
    take_from_bin,
    taken_along,
    took,
    undone,
    with_check,
    with_file,
    with_household,
    with_papers,
)

CHECK = "assistance:check:"
RECORD, FILE, PAPER = "resident:record:", "resident:attachment:", "certificate:residence:"
ASKED = "certificate:request:"
SEEN = Evidence(how="papers", on=TODAY, by="王芳")
WRITTEN, TAKEN = "exchange:file:written", "exchange:file:taken-in"
DEVICE = "exchange:device:"
CASES = {
    "ResidentService": {
        "copy_out": (
            after(World.person, lambda w, p: w.station.residents.copy_out(p.id, "document:0")),
            ["resident:document:copied"],
        ),
        "note_copied": (
            anywhere(lambda w: w.station.residents.note_copied(3)),
            ["residents:list:copied"],
        ),
        "register": (of_residents("register"), [RECORD + "registered"]),
        "correct": (of_residents("correct"), [RECORD + "corrected"]),
        "keep_documents": (of_residents("keep_documents"), [RECORD + "documents"]),
        "keep_tags": (of_residents("keep_tags"), [RECORD + "tags"]),
        "correct_hukou": (of_residents("correct_hukou"), [RECORD + "hukou"]),
        "correct_living": (of_residents("correct_living"), [RECORD + "living"]),
        "verify": (of_residents("verify"), [RECORD + "verified"]),
        "note_death": (of_residents("note_death"), [RECORD + "died"]),
        "put_into_bin": (of_residents("put_into_bin"), [RECORD + "binned"]),
        "reveal": (of_residents("reveal"), ["resident:document:shown"]),
        "take_from_bin": (take_from_bin, [RECORD + "restored"]),
        "restore_field": (restore_field, [RECORD + "corrected"]),
    },
    "HouseholdService": {
        "found": (founded, [RECORD + "household"]),
        "join": (join, [RECORD + "household"]),
        "leave": (leave, [RECORD + "household"]),
        "correct": (correct_household, ["household:record:household"]),
        "move": (
            after(
                World.person,
                lambda w, p: w.station.households.move([p.id], Move(left_to="上海")),
            ),
            [RECORD + "moved-out"],
        ),
        "move_household": (
            with_household(
                lambda w, key: w.station.households.move_household(
                    key, Move(to=read_address("幸福里3幢1单元102").parts)
                )
            ),
            [RECORD + "moved", "household:record:moved"],
        ),
    },
    "AssistanceService": {
        "keep": (
            after(World.assistance, lambda w, c: w.station.assistance.keep(*c)),
            [CHECK + "kept"],
        ),
        "correct": (
            with_check(lambda w, key, draft: w.station.assistance.correct(key, draft, version=1)),
            [CHECK + "corrected"],
        ),
        "put_into_bin": (
            with_check(lambda w, key, draft: w.station.assistance.put_into_bin(key)),
            [CHECK + "binned"],
        ),
        "check": (
            with_check(lambda w, key, draft: w.station.assistance.check(key)),
            [CHECK + "opened"],
        ),
        "dossier": (
            with_check(lambda w, key, draft: w.station.assistance.dossier(key)),
            ["assistance:dossier:drawn"],
        ),
        "authorisation": (
            with_check(lambda w, key, draft: w.station.assistance.authorisation(key)),
            ["assistance:dossier:drawn"],
        ),
    },
    "ItemService": {
        "add": (
            anywhere(lambda w: w.station.items.add(AN_ITEM, START)),
            ["item:record:added"],
        ),
        "correct": (corrected_item, ["item:record:corrected"]),
        "retire": (
            anywhere(lambda w: w.station.items.retire(SHIPPED, "移交", version=0)),
            ["item:record:retired"],
        ),
        "bring_back": (
            after(
                lambda w: w.station.items.retire(SHIPPED, "移交", version=0),
                lambda w, _: w.station.items.bring_back(SHIPPED, version=2),
            ),
            ["item:record:brought-back"],
        ),
    },
    "CaseFileService": FILE_ACTS,
    "CasePaperService": PAPER_ACTS,
    "CaseService": CASE_ACTS,
    "OrderService": ORDER_ACTS,
    "ProblemService": PROBLEM_ACTS,
    "RatingService": RATING_ACTS,
    "AdmissionService": TASK_ACTS,
    "TaskPaperService": TASK_PAPER_ACTS,
    "TaskYearService": TASK_YEAR_ACTS,
    "BurdenService": BURDEN_ACTS,
    "RulePackService": RULE_PACK_ACTS,
    "PlaceService": {
        "draw_grid": (anywhere(World.grid), ["place:grid:drawn"]),
        "correct_grid": (corrected_grid, ["place:grid:corrected"]),
        "discard_grid": (
            after(World.grid, lambda w, key: w.station.places.discard_grid(key)),
            ["place:grid:binned"],
        ),
        "assign": (assigned, ["place:buildings:assigned"]),
    },
    "AttachmentService": {
        "attach": (
            after(World.person, lambda w, p: w.station.attachments.attach(p.id, "a.pdf", PDF)),
            [FILE + "added"],
        ),
        "content": (
            with_file(lambda w, person, key: w.station.attachments.content(person, key)),
            [FILE + "shown"],
        ),
        "save_copy": (
            with_file(
                lambda w, person, key: w.station.attachments.save_copy(
                    person, key, w.folder / "copy.pdf"
                )
            ),
            [FILE + "given-out"],
        ),
        "put_into_bin": (
            with_file(lambda w, person, key: w.station.attachments.put_into_bin(person, key)),
            [FILE + "binned"],
        ),
    },
    "ResidentLists": {
        "save": (
            anywhere(lambda w: w.station.lists.save("全部", ResidentFilter())),
            ["residents:saved-list:kept"],
        ),
        "discard": (
            after(
                lambda w: w.station.lists.save("全部", ResidentFilter()).value,
                lambda w, key: w.station.lists.discard(key),
            ),
            ["residents:saved-list:binned"],
        ),
    },
    "CertificateService": {
        "find": (
            after(
                World.person,
                lambda w, p: w.station.certificates.find(
                    p.particulars.name, p.documents[0].number
                ),
            ),
            ["resident:residence:looked-up"],
        ),
        "preview": (
            after(World.request, lambda w, asked: w.station.certificates.preview(asked)),
            [PAPER + "previewed"],
        ),
        "issue": (
            after(World.request, lambda w, asked: w.station.certificates.issue(asked)),
            [PAPER + "issued"],
        ),
        "archived": (
            with_papers(lambda w, key: w.station.certificates.archived(key)),
            [PAPER + "opened"],
        ),
        "void": (
            with_papers(lambda w, key: w.station.certificates.void(key, "写错", version=1)),
            [PAPER + "voided"],
        ),
        # the new paper, and what becomes of the former: two papers, an entry of each
        "reprint": (
            with_papers(lambda w, key: w.station.certificates.reprint(key, "遗失")),
            [PAPER + "issued", PAPER + "replaced"],
        ),
        "note_given_out": (
            with_papers(
                lambda w, key: w.station.certificates.note_given_out("x", printed=True, key=key)
            ),
            ["certificate:paper:printed"],
        ),
    },
    "CertificateRequestService": {
        "preview": (
            after(World.asked_draft, lambda w, d: w.station.certificate_requests.preview(d)),
            [ASKED + "previewed"],
        ),
        "draw_up": (
            after(World.asked_draft, lambda w, d: w.station.certificate_requests.draw_up(d)),
            [ASKED + "drawn-up"],
        ),
        "hand_in": (
            after(World.asked_draft, lambda w, d: w.station.certificate_requests.hand_in(d, SEEN)),
            [ASKED + "handed-in"],
        ),
        "correct": (corrected_request, [ASKED + "corrected"]),
        "prove": (
            after(World.asked, lambda w, key: w.station.certificate_requests.prove(key, SEEN)),
            [ASKED + "proved"],
        ),
        "verify": (
            after(World.asked, lambda w, k: w.station.certificate_requests.verify(k, version=1)),
            [ASKED + "verified"],
        ),
        "withdraw": (
            after(
                World.asked,
                lambda w, key: w.station.certificate_requests.withdraw(key, "x", version=1),
            ),
            [ASKED + "withdrawn"],
        ),
        "send_back": (
            handed_in(lambda w, k: w.station.certificate_requests.send_back(k, "x", version=2)),
            [ASKED + "sent-back"],
        ),
        "approve": (
            handed_in(lambda w, key: w.station.certificate_requests.approve(key, version=2)),
            [ASKED + "approved"],
        ),
        "hand_over": (
            after(
                World.printed,
                lambda w, key: w.station.certificate_requests.hand_over(key, TAKER, version=4),
            ),
            [ASKED + "collected"],
        ),
        "take_back": (
            after(
                taken_along,
                lambda w, key: w.station.certificate_requests.take_back(key, version=5),
            ),
            [ASKED + "uncollected"],
        ),
        "archive": (
            after(
                taken_along, lambda w, key: w.station.certificate_requests.archive(key, version=5)
            ),
            [ASKED + "archived"],
        ),
    },
    "CertificateBatchService": BATCH_ACTS,
    "WindowListService": WINDOW_LIST_ACTS,
    "NumberService": {
        "export": (
            anywhere(lambda w: w.station.numbers.export(w.folder / "n.csv")),
            ["certificate:numbers:exported"],
        ),
    },
    "PrinterService": {
        "set_right": (
            anywhere(lambda w: w.station.printers.set_right(Printer(name="窗口打印机"))),
            ["printer:alignment:changed"],
        ),
    },
    "VerifyService": {
        "page": (anywhere(lambda w: w.station.verifying.page()), ["certificate:page:written"]),
    },
    "PaperKeyService": PAPER_KEY_ACTS,
    "RefusalService": {
        "slip": (
            anywhere(
                lambda w: w.station.refusals.slip(w.station.refusals.items()[0].id, asked="x")
            ),
            ["certificate:refusal:slip"],
        ),
        **REFUSAL_ACTS,
    },
    "ExportService": {
        "residents": (
            anywhere(
                lambda w: w.station.exports.residents(w.folder / "a.csv", Silence(), ask=an_ask())
            ),
            ["residents:list:export-begun", "residents:list:exported"],
        ),
    },
    "ImportService": {
        "bring_in": (
            after(World.roster, lambda w, file: w.station.imports.bring_in(file, Silence())),
            ["residents:import:brought-in"],
        ),
        "undo": (undone, ["residents:import:undone"]),
    },
    "ExchangeService": {
        "write": (
            after(World.partner, lambda w, d: w.station.exchange.write([d.id], w.folder)),
            [WRITTEN],
        ),
        "write_for_all": (
            after(World.partner, lambda w, _: w.station.exchange.write_for_all(w.folder)),
            [WRITTEN],
        ),
        "take_in": (
            after(World.filed, lambda w, p: w.station.exchange.take_in(p)),
            [TAKEN],
        ),
        "exchange": (
            after(World.filed, lambda w, _: w.station.exchange.exchange(w.folder)),
            [TAKEN, WRITTEN],
        ),
        "take_back": (took, ["exchange:file:taken-back"]),
    },
    "RoundService": {
        "go_round": (
            after(World.filed, lambda w, _: w.station.rounds.go_round(w.folder)),
            [TAKEN, WRITTEN],
        ),
        "take_in": (after(World.filed, lambda w, p: w.station.rounds.take_in(p)), [TAKEN]),
    },
    "ReviewService": {
        "resolve": (resolved, ["exchange:conflict:resolved"]),
        "reveal": (revealed, ["exchange:conflict:shown"]),
    },
    "DeviceService": {
        "be_called": (
            anywhere(lambda w: w.station.devices.be_called("一号窗口")),
            [DEVICE + "renamed"],
        ),
        "request": (
            anywhere(lambda w: w.station.devices.request("x", DeviceKind.DESK, w.folder / "r")),
            ["exchange:enrolment:requested"],
        ),
        "grant": (granted, [DEVICE + "granted"]),
        "withdraw": (
            device(lambda w, d: w.station.devices.withdraw(d.id)),
            [DEVICE + "withdrawn"],
        ),
        "suspend": (device(lambda w, d: w.station.devices.suspend(d.id)), [DEVICE + "suspended"]),
        "resume": (
            device(
                lambda w, d: w.station.devices.resume(d.id),
                before=lambda w, d: w.station.devices.suspend(d.id),
            ),
            [DEVICE + "resumed"],
        ),
        "lose": (device(lambda w, d: w.station.devices.lose(d.id)), [DEVICE + "lost"]),
        "retire": (device(lambda w, d: w.station.devices.retire(d.id)), [DEVICE + "retired"]),
        "renew_segment": (
            device(lambda w, d: w.station.devices.renew_segment(d.id)),
            [DEVICE + "segment-renewed"],
        ),
        "extend": (
            device(lambda w, d: w.station.devices.extend(d.id, date(2026, 9, 1))),
            [DEVICE + "extended"],
        ),
        "change_scope": (device(given_scope), ["place:grid:drawn", DEVICE + "scope-changed"]),
    },
    "SettingsService": {
        "change": (
            anywhere(lambda w: w.station.settings.change(phone="0718-7001")),
            ["settings:station:changed"],
        ),
    },
    "StaffService": {
        "invite": (
            after(World.administrator, lambda w, _: w.colleague()),
            ["staff:account:invited"],
        ),
        "correct": (corrected_staff, ["staff:account:corrected"]),
        "note_reset": (
            after(World.colleague, lambda w, key: w.station.staff.note_reset(key)),
            ["staff:passphrase:reset"],
        ),
        "move_on": (moved_on, ["staff:account:leave"]),
    },
    "KeepingService": {
        "back_up": (anywhere(lambda w: w.station.keeping.back_up()), ["station:backup:begun"]),
        "copy_to": (
            after(
                lambda w: w.station.home.keys.write_bytes(b"slots"),
                lambda w, _: w.station.keeping.copy_to(w.folder / "copy"),
            ),
            ["station:copy:given-out"],
        ),
    },
    "DemoService": {
        "fill": (anywhere(lambda w: w.station.demo.fill(5)), ["demo:community:filled"]),
    },
    "AuditService": {
        "settle_alarms": (
            anywhere(lambda w: w.station.audit.settle_alarms("查明")),
            ["audit:alarm:settled"],
        ),
    },
    "AuditPaperService": {
        "export": (
            anywhere(
                lambda w: w.station.audit_papers.export(
                    w.folder / "a.xlsx", AuditFilter(), reason="检查"
                )
            ),
            ["audit:list:exported"],
        ),
        "day_sheet": (
            after(World.person, lambda w, _: w.station.audit_papers.day_sheet(TODAY)),
            ["audit:sheet:made"],
        ),
    },
    "ArchiveService": {"archive": (archived, ["audit:chain:archived"])},
}
