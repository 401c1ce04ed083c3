"""How each use case that changes, shows or gives out is reached, and what it leaves behind.

A case prepares what is needed and returns the act itself, so that what the act alone
leaves in the audit can be told from what was done before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.access.roles import FOUNDER, Role
from station_app.domain.access.staff import AccountEvent, AccountState, StaffDraft, StaffId
from station_app.domain.certificate_requests import Collector, Evidence, RequestDraft
from station_app.domain.counter.items import ItemDraft, id_of_shipped
from station_app.domain.places import GridDraft
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.domain.residents.tags import Tag
from station_app.domain.sync.devices import DeviceKind, Scope, ScopeKind
from station_app.domain.sync.review import ReviewChoice
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.counter.items import Start
from station_app.services.progress import Silence
from tests.factories import TODAY, a_document, a_draft, a_registration, a_resident
from tests.services.imports import rosters
from tests.services.imports.bringing_in.people import someone

if TYPE_CHECKING:
    from pathlib import Path

TAKER = Collector(name="张三", is_checked=True)
PDF = b"%PDF-1.7 invented"
HOME = "幸福里3幢1单元101"
SHIPPED = id_of_shipped("noise")
START = Start(valid_from=TODAY, reason="新文件")
AN_ITEM = ItemDraft(
    name="共享雨伞借用",
    line="culture",
    affair="mutual",
    responsible="社区服务站",
    who="居民",
    steps=("登记",),
    goes_to="本站办理",
)


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

    def assistance(self):
        """Return whose family a check is of, and the check."""
        person = self.person()
        return person.id, self.station.assistance.begin(person.id).draft

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

    def asked_draft(self):
        """A certificate of hardship, ready to be asked for."""
        answers = {"members": "3", "cause": "因病支出较大"}
        return RequestDraft(
            kind="hardship", resident_id=self.at_home().id, purpose="救助", answers=answers
        )

    def asked(self, *, is_verified=False):
        """A certificate that was asked for and proved."""
        service = self.station.certificate_requests
        key = service.draw_up(self.asked_draft()).value
        service.prove(key, Evidence(how="visit", on=TODAY, by="王芳"))
        if is_verified:
            service.verify(key, version=1)
        return key

    def printed(self):
        """A certificate that was asked for, approved and printed: its key and version."""
        service = self.station.certificate_requests
        key = self.asked(is_verified=True)
        certificate = service.approve(key, version=2).value.id
        self.station.certificates.note_given_out("x", printed=True, key=certificate)
        return key

    def honoured(self):
        """A certificate of honour, and who is to have it."""
        person = self.person()
        answers = {"occasion": "评选", "award": "优秀志愿者"}
        return RequestDraft(kind="honour", resident_id=person.id, answers=answers), person.id

    def batch(self):
        """A batch of one certificate."""
        draft, person = self.honoured()
        proof = Evidence(how="visit", on=TODAY, by="王芳")
        return self.station.certificate_batches.draw_up(draft, [person], proof, "评选").value

    def given_batch(self):
        """A batch that was approved."""
        key = self.batch()
        self.station.certificate_batches.approve(key)
        return key

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


def with_check(act):
    def case(w):
        resident, draft = w.assistance()
        key = w.station.assistance.keep(resident, draft).value
        return lambda: act(w, key, draft)

    return case


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


def corrected_request(world):
    draft = world.asked_draft()
    service = world.station.certificate_requests
    key = service.draw_up(draft).value
    return lambda: service.correct(key, replace(draft, purpose="补助"), version=1)


def handed_in(act):
    """Return a case whose *act* is given a certificate that waits for approval."""

    def case(w):
        key = w.asked(is_verified=True)
        return lambda: act(w, key)

    return case


def taken_along(world):
    """Return a certificate that was collected."""
    key = world.printed()
    world.station.certificate_requests.hand_over(key, TAKER, version=4)
    return key


def corrected_item(world):
    latest = world.station.items.item(SHIPPED).versions[0]
    draft = replace(latest.particulars, fee="五元")
    return lambda: world.station.items.correct(SHIPPED, draft, START, seen=latest.id)
