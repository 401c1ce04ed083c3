"""A station with people in two grids, at an address in no grid, and nowhere at all."""

from __future__ import annotations

import shutil
from array import array
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date

from station_app.bootstrap import Station
from station_app.domain.access.roles import Role
from station_app.domain.actors import Actor
from station_app.domain.addresses import DwellingParts
from station_app.domain.counter.case_clock import CaseClock
from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_materials import Lacking, OneTimeNotice
from station_app.domain.counter.case_numbers import case_number
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import OrderDraft
from station_app.domain.places import GridDraft
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import ConsentDraft
from station_app.domain.rights.guardians import GuardianDraft
from station_app.domain.sync.devices import DeviceKind
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything, as_seen_by, employ
from tests.factories import a_draft, a_registration
from tests.scans import a_pdf
from tests.stations import back_and_forth, own

PDF = b"%PDF-1.7 "
DAY = date(2026, 2, 1)
ITEM = id_of_shipped("minimum-living")
KEPT = (
    "restricted_tag",
    "resident",
    "document",
    "resident_tag",
    "residence",
    "attachment",
    "household",
    "dwelling",
    "building",
    "grid",
    "history",
    "audit_entry",
    "search_entry",
    "window_case",
    "case_step",
    "case_order",
    "case_rating",
    "bad_rating",
)


@dataclass
class Home:
    """Somebody, where he lives, and all that is kept about him."""

    name: str
    number: str
    phone: str
    parts: DwellingParts | None = None
    grid: str = ""
    person: str = ""
    version: int = 0
    line: int = 0
    household: str = ""
    household_number: str = ""
    dwelling: str = ""
    building: str = ""
    address: str = ""
    file: str = ""
    change: str = ""
    binned: str = ""
    consent: str = ""
    guardian: str = ""
    scan: str = ""  # a file of the accepted one
    cases: dict[str, str] = field(default_factory=dict)  # one in every state
    marks: set[str] = field(default_factory=set)


@dataclass
class Town:
    """The station, its other device, and everybody in it."""

    station: Station
    other: str
    mine: Home
    elsewhere: dict[str, Home]
    worker: str
    supervisor: str
    saved: str
    restricted: str = ""

    def marks(self):
        """Return what a grid worker must never be shown."""
        return {mark for home in self.elsewhere.values() for mark in home.marks}


def a_parts(estate, building, room):
    return DwellingParts(estate=estate, building=building, unit="2", floor="", room=room, door="")


def build(places, stick):
    """Return a town made anew."""
    station = places.make("社区站", kind=DeviceKind.STATION)
    other = places.make("窗口")
    places.acquaint(station, other)
    mine = Home("甲大山", "110000199001010013", "13800001111", a_parts("幸福里", "3", "501"))
    elsewhere = {
        "another grid": Home(
            "乙小河", "110000198502280025", "13700002222", a_parts("和平新村", "7", "7707")
        ),
        "a building in no grid": Home(
            "丁长江", "320000197703150037", "13600003333", a_parts("新建里", "9", "9909")
        ),
        "nowhere": Home("丙远帆", "320000196612120049", "13500004444"),
    }
    town = Town(station, own(other).id, mine, elsewhere, "", "", "")
    for home in (mine, *elsewhere.values()):
        _settle(station, home)
    for home, name in ((mine, "一网格"), (elsewhere["another grid"], "二网格")):
        home.grid = station.places.draw_grid(GridDraft(name=name)).value
        station.places.assign({home.building: home.grid})
    back_and_forth(station, other, stick)
    for home in (mine, *elsewhere.values()):
        _change(station, home)
    town.saved = station.lists.save("名单", ResidentFilter()).value
    town.worker = employ(station, Role.GRID_WORKER, "网格员", grids=(mine.grid,))
    town.supervisor = employ(station, Role.SUPERVISOR, "站长")
    _restrict(town)
    return town


def _restrict(town):
    """Give everybody a restricted tag that both of the staff are officers for."""
    town.restricted = town.station.reference.restricted_tags[0]
    officers = (town.worker, town.supervisor)
    town.station.restricted_tags.name_officers(town.restricted, officers)
    service = as_seen_by(town.station, town.supervisor).restricted_tags
    for home in (town.mine, *town.elsewhere.values()):
        service.keep(home.person, [Tag(code=town.restricted, source=f"{home.name}的来源")])


def _settle(station, home):
    marker = home.name
    home.household_number = f"户{home.number[-6:]}"
    home.person = station.residents.register(
        a_registration(
            number=home.number,
            particulars=a_draft(home.name, phone=home.phone, note=f"{marker}的备注"),
            home=home.parts,
            founds=HouseholdDraft(number=home.household_number, note=f"{marker}的户"),
            tags=(Tag(code="elderly", source=f"{marker}的来源"),),
        )
    ).value
    other = a_registration(f"{marker[0]}之二", number=None, home=home.parts)
    home.binned = station.residents.register(other).value
    station.residents.put_into_bin(home.binned, version=2)
    home.file = station.attachments.attach(
        home.person, f"{marker}的合同.pdf", PDF + marker.encode()
    ).value
    consent = ConsentDraft(purpose="contact", form="paper", on=DAY, note=f"{marker}的同意")
    home.consent = station.consents.take(home.person, consent).value
    guardian = GuardianDraft(name=f"{marker}的监护人", relation="叔", phone="1", basis="agreed")
    home.guardian = station.guardians.name(home.person, guardian).value
    person = station.residents.resident(home.person)
    home.household, home.dwelling = person.household_id, person.living.dwelling_id
    home.line, home.address = person.seq, person.living_text
    if home.dwelling:
        home.building = station.places.dwelling(home.dwelling).building_id


def _change(station, home):
    person = station.residents.resident(home.person)
    draft = replace(person.particulars, employer=f"{home.name}的单位", former_name="旧名")
    station.residents.correct(home.person, draft, version=person.version)
    home.version = station.residents.resident(home.person).version
    home.change = next(
        change.id
        for change in station.lists.file(home.person).history
        if change.field == "employer"
    )
    home.cases = {state.value: _case(station, home, state) for state in CaseState}
    home.cases |= {
        name: _order(station, home, name) for name in ("order", "answered-order", "twin-order")
    }
    name, scan = f"{home.name}的户口簿.pdf", a_pdf(text=home.number)
    home.scan = station.case_files.add(home.cases["accepted"], name, scan).value
    home.marks = {
        home.scan,
        name,
        *home.cases.values(),
        *(home.name, f"{home.name[0]}之二", home.number, home.phone, home.person, home.binned),
        *(home.household, home.household_number, home.file, home.change, f"line:{home.line}"),
        *filter(None, (home.dwelling, home.address, home.grid)),
    }


def number_of_case(home, state):
    """Return the number that the case of *home* in *state* bears."""
    return case_number(DAY, int(home.number[-5:-1]) * 100 + list(CaseState).index(state))


def order_of(home, name):
    """Return an order about *home* as it is entered."""
    return OrderDraft(
        source="12345",
        number=f"{name}-{home.number}",
        received_on=DAY,
        kind="help",
        content="求助",
        due_on=date(2027, 1, 4),
        resident_id=home.person,
        phone=home.phone,
    )


def _order(station, home, name):
    key = station.orders.enter(order_of(home, name)).value
    if name == "answered-order":
        station.orders.answer(key, "已办", version=1)
    if name == "twin-order":  # as it comes from a device that had not heard of the other
        with station.store.transaction() as tx:
            former = tx.orders.order(key)
            tx.orders.change(former, replace(former, number=order_of(home, "order").number))
    return key


def _case(station, home, state):
    """Keep a case of *home* as if it had come to *state* by its steps."""
    draft = CaseDraft(item_id=ITEM, resident_id=home.person, phone=home.phone)
    key = station.cases.draft(draft).value
    notice = OneTimeNotice(told_on=DAY, until=DAY, lacking=(Lacking(name="身份证"),))
    with station.store.transaction() as tx:
        case = tx.cases.case(key)
        clock = CaseClock(began=DAY)
        if state is CaseState.SUSPENDED:
            clock = clock.stopped(DAY, "special")
        told = {"notice": notice} if state is CaseState.AWAITING else {}
        if state is not CaseState.DRAFT:
            told["number"] = number_of_case(home, state)
        later = replace(case, state=state, received_on=station.clock.today(), clock=clock, **told)
        tx.cases.change(case, later)
    return key


def enter(town, staff, **more):
    """Return the town's station as the member of *staff* enters it."""
    return as_seen_by(town.station, staff, **more)


def copied(town, staff, folder, key):
    """Return a copy of the station as it stands, entered by the member of *staff*."""
    home = StationHome(folder)
    home.make()
    assert town.station.store.rest()
    shutil.copyfile(town.station.home.database, home.database)
    store = Store(
        open_engine(home.database, key),
        clock=town.station.clock,
        actor=Actor(name="某人", device="desk"),
        authority=Everything(),
    )
    return as_seen_by(Station(home, store, town.station.clock), staff)


def told(value):
    """Return every text within *value*, whatever it is made of."""
    if isinstance(value, array):
        return {f"line:{line}" for line in value}
    if is_dataclass(value):
        return told([getattr(value, each.name) for each in fields(value)])
    if isinstance(value, dict):
        return told([*value, *value.values()])
    if isinstance(value, list | tuple | set | frozenset):
        return set().union(*map(told, value))
    return {value.decode(errors="replace") if isinstance(value, bytes) else str(value)}


def shown(value, marks):
    """Return which of *marks* stand anywhere within *value*."""
    texts = told(value)
    return {mark for mark in marks if any(_stands(mark, text) for text in texts)}


def _stands(mark, text):
    return mark == text if mark.startswith("line:") else mark in text


def records_about(station, homes):
    """Return all rows in which somebody of *homes*, his home or his household stands."""
    keys = {
        key
        for home in homes
        for key in (home.person, home.binned, home.household, home.dwelling, home.building)
        if key
    } | {key for home in homes for key in (home.file, *home.cases.values())}
    with station.store.whole.reading() as tx:
        run = tx.session.connection().exec_driver_sql
        return {
            (table, *row)
            for table in KEPT
            for row in run(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own tables
            if any(value in keys for value in row)
        }
