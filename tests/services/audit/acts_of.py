"""How each use case that changes, shows or gives out is reached, and what it leaves behind.

A case prepares what is needed and returns the act itself, so that what the act alone
leaves in the audit can be told from what was done before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.access.roles import FOUNDER, Role
from station_app.domain.access.staff import AccountEvent, AccountState, StaffDraft, StaffId
from station_app.domain.addresses import read_address
from station_app.domain.audit.entries import AuditFilter
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.domain.residents.tags import Tag
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.domain.sync.review import ReviewChoice
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.progress import Silence
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_document, a_draft, a_registration, a_resident, an_ask
from tests.services.imports import rosters
from tests.services.imports.bringing_in.people import someone

if TYPE_CHECKING:
    from pathlib import Path

PDF = b"%PDF-1.7 invented"
HOME = "幸福里3幢1单元101"


@dataclass
class World:
    """A station of its own, a partner to exchange with, and a folder for files."""

    station: object
    folder: Path
    clock: object
    machine: object

    @cached_property
    def other(self):
        """The partner, made for those few acts that need one."""
        return self.machine("laptop").station

    def person(self, name="周文", **more):
        return a_resident(self.station, name, **more)

    def at_home(self):
        """Somebody of whom all is known that a certificate asks for."""
        person = self.person("冯云", address=HOME)
        fact = Verification(on=TODAY, how="visit", by="王芳")
        self.station.residents.verify(person.id, fact, version=person.version)
        return self.station.residents.resident(person.id)

    def household(self):
        person = self.at_home()
        draft = HouseholdDraft(number="001")
        key = self.station.households.found(person.id, draft, version=person.version).value
        return key, self.station.residents.resident(person.id)

    def grid(self):
        return self.station.places.draw_grid(GridDraft(name="一网格", code="01")).value

    def file(self):
        person = self.person()
        return person.id, self.station.attachments.attach(person.id, "a.pdf", PDF).value

    def issued(self):
        request = ResidenceRequest(resident_id=self.at_home().id, purpose="入学")
        return self.station.certificates.issue(request).value.id

    def request(self):
        return ResidenceRequest(resident_id=self.at_home().id, purpose="入学")

    def roster(self):
        path = rosters.xlsx(self.folder / "r.xlsx", {"a": rosters.station_layout([someone()])})
        return self.station.imports.read(path, Silence())

    def letter(self):
        """The request of a partner who belongs to no station yet."""
        path = self.folder / "other.strequest"
        self.other.devices.request("二号窗口", DeviceKind.LAPTOP, path)
        return path

    def device(self, scope=None):
        grid = self.grid()
        scope = scope or Scope(kind=ScopeKind.GRIDS, grids=frozenset({grid}))
        grant = self.folder / "other.stgrant"
        done = self.station.devices.grant(self.letter(), grant, scope, None)
        return done.value.device

    def partner(self):
        """A partner that belongs to the station."""
        device = self.device(Scope())
        self.other.devices.accept(self.folder / "other.stgrant")
        return device

    def filed(self):
        """A file of the partner for the station."""
        self.partner()
        a_resident(self.other, "陈静", number="")
        self.other.exchange.write_for_all(self.folder)
        return self.station.exchange.files_for_us(self.folder)

    def differing(self):
        """A telephone that two devices have changed at the same time."""
        self.partner()
        person = self.person(
            "曾小贤", number="", particulars=a_draft("曾小贤", phone="13800000000")
        )
        for each in (self.station, self.other):
            each.exchange.exchange(self.folder)
        for each, phone in ((self.station, "13811111111"), (self.other, "13822222222")):
            found = each.residents.resident(person.id)
            draft = replace(found.particulars, phone=phone)
            each.residents.correct(person.id, draft, version=found.version)
        for each in (self.other, self.station):
            each.exchange.exchange(self.folder)
        (case,) = self.station.review.cases()
        return case.points[0]

    def administrator(self):
        """Whoever is to stay when others go."""
        with self.station.store.transaction() as tx:
            administrator = StaffDraft(name="李明", roles=FOUNDER)
            if not tx.staff.all():
                tx.staff.add(StaffId("0" * 32), administrator, AccountState.ACTIVE)

    def colleague(self):
        self.administrator()
        draft = StaffDraft(name="王芳", roles=frozenset({Role.CLERK}))
        return self.station.staff.invite(draft).value


def residents(w):
    of = w.station.residents
    person = w.person()
    v = person.version
    tag = Tag(code="volunteer")
    return {
        "register": lambda: of.register(a_registration("吴敏", number="")),
        "correct": lambda: of.correct(person.id, a_draft("周文", employer="学校"), version=v),
        "keep_documents": lambda: of.keep_documents(
            person.id, (a_document("110000199001010021"),), version=v
        ),
        "keep_tags": lambda: of.keep_tags(person.id, (tag,), version=v),
        "correct_hukou": lambda: of.correct_hukou(person.id, Hukou(is_local=False), version=v),
        "correct_living": lambda: of.correct_living(person.id, Living(basis="owned"), version=v),
        "verify": lambda: of.verify(
            person.id, Verification(on=TODAY, how="visit", by="王芳"), version=v
        ),
        "note_death": lambda: of.note_death(person.id, TODAY, version=v),
        "put_into_bin": lambda: of.put_into_bin(person.id, version=v),
        "reveal": lambda: of.reveal(person.id, "document:0"),
    }


def of_residents(name):
    return lambda w: residents(w)[name]


def take_from_bin(w):
    person = w.person()
    w.station.residents.put_into_bin(person.id, version=person.version)
    return lambda: w.station.residents.take_from_bin(person.id, version=person.version + 1)


def restore_field(w):
    person = w.person()
    of = w.station.residents
    of.correct(person.id, replace(person.particulars, employer="学校"), version=person.version)
    history = w.station.lists.file(person.id).history
    change = next(each for each in history if each.field == "employer")
    return lambda: of.restore_field(person.id, change.id, version=person.version + 1)


def join(w):
    key, _ = w.household()
    second = w.person("吴敏", number="")
    return lambda: w.station.households.join(second.id, key, "10", version=second.version)


def leave(w):
    _, person = w.household()
    return lambda: w.station.households.leave(person.id, version=person.version)


def correct_household(w):
    key, _ = w.household()
    version = w.station.households.household(key).version
    draft = HouseholdDraft(number="002")
    return lambda: w.station.households.correct(key, draft, version=version)


def with_household(act):
    def case(w):
        key, _ = w.household()
        return lambda: act(w, key)

    return case


def corrected_grid(w):
    key = w.grid()
    version = next(each.version for each in w.station.places.grids() if each.id == key)
    return lambda: w.station.places.correct_grid(key, GridDraft(name="二"), version=version)


def assigned(w):
    w.at_home()
    key = w.grid()
    (building,) = w.station.places.buildings()
    return lambda: w.station.places.assign({building.id: key})


def with_file(act):
    def case(w):
        person, key = w.file()
        return lambda: act(w, person, key)

    return case


def founded(w):
    person = w.person()
    draft = HouseholdDraft(number="001")
    return lambda: w.station.households.found(person.id, draft, version=person.version)


def undone(w):
    batch = w.station.imports.bring_in(w.roster(), Silence()).value.batch
    return lambda: w.station.imports.undo(batch)


def took(w):
    (path,) = w.filed()
    w.station.exchange.take_in([path])
    with w.station.store.reading() as tx:
        sql = "SELECT sha256 FROM sync_file WHERE direction = 'in'"
        sha256 = tx.session.connection().exec_driver_sql(sql).scalar_one()
    return lambda: w.station.exchange.take_back(sha256)


def resolved(w):
    point = w.differing()
    choice = ReviewChoice(point=point.id, option=point.options[0].key)
    return lambda: w.station.review.resolve([choice])


def revealed(w):
    point = w.differing()
    return lambda: w.station.review.reveal(point.id, point.options[0].key)


def device(act, *, before=None):
    def case(w):
        known = w.device()
        if before is not None:
            before(w, known)
        return lambda: act(w, known)

    return case


def given_scope(w, known):
    key = w.station.places.draw_grid(GridDraft(name="三", code="03")).value
    scope = Scope(kind=ScopeKind.GRIDS, grids=frozenset({key}))
    return w.station.devices.change_scope(known.id, scope)


def granted(w):
    path = w.letter()
    return lambda: w.station.devices.grant(path, w.folder / "g.stgrant", Scope(), None)


def moved_on(w):
    key = w.colleague()
    return lambda: w.station.staff.move_on(key, AccountEvent.LEAVE)


def corrected_staff(w):
    key = w.colleague()
    draft = StaffDraft(name="王芳", post="网格员", roles=frozenset({Role.CLERK}))
    return lambda: w.station.staff.correct(key, draft, version=1)


def archived(w):
    w.person()
    w.clock.moment += timedelta(days=4 * 365)
    w.person("吴敏", number="")
    return w.station.audit_archives.archive


def with_papers(act):
    def case(w):
        key = w.issued()
        return lambda: act(w, key)

    return case


def anywhere(act):
    return lambda w: lambda: act(w)


def after(prepare, act):
    """Return a case whose *act* is given what *prepare* has made."""

    def case(w):
        made = prepare(w)
        return lambda: act(w, made)

    return case


RECORD, FILE, PAPER = "resident:record:", "resident:attachment:", "certificate:residence:"
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
    "VerifyService": {
        "page": (anywhere(lambda w: w.station.verifying.page()), ["certificate:page:written"]),
    },
    "RefusalService": {
        "slip": (
            anywhere(
                lambda w: w.station.refusals.slip(w.station.refusals.items()[0].id, asked="x")
            ),
            ["certificate:refusal:slip"],
        ),
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
    "CertificateService": {"card", "lines", "recent", "register", "search", "seal_uses"},
    # the digits come from whoever brings the paper; nothing of the store is shown
    "VerifyService": {"judge", "judge_file"},
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
    "KeepingService": {"check", "last_backup", "look_at_room"},
    "PlaceService": {"buildings", "dwelling", "dwellings_of", "estates", "grids"},
    "RefusalService": {"counts", "items", "legitimate", "matching", "preview"},
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
    "SearchService": {"find", "readings"},
    "SecondPlaceService": {"known", "standing"},
    "SettingsService": {"current"},
    "StaffService": {"last_sessions", "me", "staff"},
    "StartService": {"look_over"},
    "StandingService": {"comparison", "files", "records", "standing"},
    "TellingService": {"answer", "notice"},
}
READS["CertificateService"].add("seal_register")  # printed, it is noted as a paper
