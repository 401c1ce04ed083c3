"""What a grid worker may ask of each service, with the keys of somebody who is none of his.

Each entry is a question that names *home*, which lies outside his grids. ``SHOWS`` would
show something of it to whoever sees all, ``CHANGES`` would change it; ``NEITHER`` says why
nothing of the kind can come of a method.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from station_app.domain.backups import Why
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.consents import ConsentDraft, NoticeDraft, WithdrawalDraft
from station_app.domain.rights.guardians import GuardianDraft
from station_app.services.residents.households import Move
from station_app.store.vault.keys import StationKey
from tests.factories import a_document, a_draft, a_registration
from tests.services.access.asked_of_cases import (
    questions_of_cases,
    questions_of_files,
    questions_of_orders,
    questions_of_papers,
    questions_of_ratings,
)
from tests.services.access.town import PDF

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 2, 1)
ALL = ResidentFilter()
AN_ITEM, NO_VERSION = id_of_shipped("noise"), "0" * 32
NO_KEY = StationKey(bytes(32))


class Outcome(Enum):
    """What would come of a question, were there no grids."""

    SHOWS = auto()
    CHANGES = auto()
    NEITHER = auto()


@dataclass(frozen=True)
class Question:
    """A call of one method: service, town, home outside, folder to write into."""

    ask: Callable
    outcome: Outcome
    needs: str = ""  # what a home must have for the question to mean anything


def shows(ask, needs=""):
    return Question(ask, Outcome.SHOWS, needs)


def changes(ask, needs=""):
    return Question(ask, Outcome.CHANGES, needs)


def neither(ask, why):
    assert why
    return Question(ask, Outcome.NEITHER)


def sheet_of(items):
    return items.sheet(AN_ITEM, items.item(AN_ITEM).versions[0].id).pages


def at_home(home):
    """Return somebody new who is to live where *home* lies."""
    return a_registration("新人", number=None, home=home.parts)


def in_dwelling(home):
    living = Living(dwelling_id=home.dwelling)
    return a_registration("新人", number=None, living=living)


def in_household(town, home):
    return a_registration(
        "新人", number=None, home=town.mine.parts, household_id=home.household, relation="20"
    )


OF_DEVICES = "tells of devices and files, not of residents"
OWN_TYPING = "what he has typed himself"
OF_BACKUPS = "tells when and where, not what"
SEALED = "what it makes is sealed like the store"
OF_ITEMS = "what the window offers is everybody's to know"
OF_PLACES = "which places there are everybody sees; people are not in it"
OF_FIELDS = "names fields, not what stands in them"
OF_GROWN_UPS = "there is nobody grown up beside him in his household"
OF_CHILDREN = "nobody's birthday is known: test_guardians.py asks of children"
NOTICE = NoticeDraft(edition="1", on=DAY, way="paper", by="某")
CONSENT = ConsentDraft(purpose="services", form="paper", on=DAY)
WITHDRAWAL = WithdrawalDraft(on=DAY)
GUARDIAN = GuardianDraft(name="某", relation="叔", phone="1", basis="agreed")
SETTINGS = "nothing of residents is in it"

CASES = questions_of_cases(shows, changes, neither)
RATINGS = questions_of_ratings(shows, changes, neither)
ORDERS = questions_of_orders(shows, changes, neither)
QUESTIONS = {
    "AttachmentService": {
        "attach": [changes(lambda s, t, x, f: s.attach(x.person, "新.pdf", PDF))],
        "content": [
            shows(lambda s, t, x, f: s.content(x.person, x.file)),
            shows(lambda s, t, x, f: s.content(t.mine.person, x.file)),
        ],
        "put_into_bin": [
            changes(lambda s, t, x, f: s.put_into_bin(x.person, x.file)),
            changes(lambda s, t, x, f: s.put_into_bin(t.mine.person, x.file)),
        ],
    },
    "ConsentService": {
        "give_notice": [changes(lambda s, t, x, f: s.give_notice(x.person, NOTICE))],
        "take": [changes(lambda s, t, x, f: s.take(x.person, CONSENT))],
        "what_follows": [neither(lambda s, t, x, f: s.what_follows(x.consent), OF_FIELDS)],
        "withdraw": [changes(lambda s, t, x, f: s.withdraw(x.consent, WITHDRAWAL, version=1))],
    },
    "CaseFileService": questions_of_files(shows, changes, neither),
    "CasePaperService": questions_of_papers(shows, changes, neither),
    "CaseService": CASES,
    "OrderService": ORDERS,
    "RatingService": RATINGS,
    "AdmissionService": {"rules": [neither(lambda s, t, x, f: s.rules(), SETTINGS)]},
    "GuardianService": {
        "name": [changes(lambda s, t, x, f: s.name(x.person, GUARDIAN))],
        "correct": [changes(lambda s, t, x, f: s.correct(x.guardian, GUARDIAN, version=1))],
        "put_into_bin": [changes(lambda s, t, x, f: s.put_into_bin(x.guardian))],
        "offered": [neither(lambda s, t, x, f: s.offered(x.person), OF_GROWN_UPS)],
        "children_lacking": [neither(lambda s, t, x, f: s.children_lacking(), OF_CHILDREN)],
    },
    "RightsService": {
        "of": [shows(lambda s, t, x, f: s.of(x.person))],
    },
    "HouseholdService": {
        "correct": [
            changes(lambda s, t, x, f: s.correct(x.household, HouseholdDraft(), version=1))
        ],
        "found": [
            changes(lambda s, t, x, f: s.found(x.person, HouseholdDraft(), version=x.version)),
            changes(
                lambda s, t, x, f: s.found(
                    t.mine.person,
                    HouseholdDraft(dwelling_id=x.dwelling),
                    version=t.mine.version,
                ),
                "dwelling",
            ),
        ],
        "household": [shows(lambda s, t, x, f: s.household(x.household))],
        "join": [
            changes(
                lambda s, t, x, f: s.join(x.person, t.mine.household, "20", version=x.version)
            ),
            changes(
                lambda s, t, x, f: s.join(t.mine.person, x.household, "20", version=t.mine.version)
            ),
            changes(
                lambda s, t, x, f: s.join(t.mine.person, x.household, "02", version=t.mine.version)
            ),
        ],
        "leave": [changes(lambda s, t, x, f: s.leave(x.person, version=x.version))],
        "living_at": [shows(lambda s, t, x, f: s.living_at(x.parts), "dwelling")],
        "move": [
            changes(lambda s, t, x, f: s.move([x.person], Move(to=t.mine.parts))),
            changes(lambda s, t, x, f: s.move([t.mine.person, x.person], Move(left_to="外地"))),
        ],
        "move_household": [
            changes(lambda s, t, x, f: s.move_household(x.household, Move(to=t.mine.parts)))
        ],
    },
    "ItemService": {
        "catalogue": [neither(lambda s, t, x, f: s.catalogue(), OF_ITEMS)],
        "find": [neither(lambda s, t, x, f: s.find(x.name), OF_ITEMS)],
        "item": [neither(lambda s, t, x, f: s.item(AN_ITEM).versions, OF_ITEMS)],
        "sheet": [neither(lambda s, t, x, f: sheet_of(s), OF_ITEMS)],
        "version": [neither(lambda s, t, x, f: s.version(NO_VERSION), OF_ITEMS)],
    },
    "PlaceService": {
        "buildings": [neither(lambda s, t, x, f: [b.name for b in s.buildings()], OF_PLACES)],
        "estates": [neither(lambda s, t, x, f: s.estates(), OF_PLACES)],
        "grids": [neither(lambda s, t, x, f: [g.particulars for g in s.grids()], OF_PLACES)],
        "dwelling": [shows(lambda s, t, x, f: s.dwelling(x.dwelling), "dwelling")],
        "dwellings_of": [shows(lambda s, t, x, f: s.dwellings_of(x.building), "dwelling")],
    },
    "ResidentLists": {
        "count": [neither(lambda s, t, x, f: s.count(ALL), "a number: see the plain model")],
        "counts": [
            shows(lambda s, t, x, f: s.counts(ALL), "grid"),
        ],
        "discard": [neither(lambda s, t, x, f: s.discard(t.saved), "lists are the station's")],
        "file": [shows(lambda s, t, x, f: s.file(x.person))],
        "key_of_line": [shows(lambda s, t, x, f: s.key_of_line(x.line))],
        "keys": [
            shows(lambda s, t, x, f: s.keys(ALL)),
            shows(lambda s, t, x, f: s.keys(ResidentFilter(grids=(x.grid,))), "grid"),
            shows(lambda s, t, x, f: s.keys(ResidentFilter(buildings=(x.building,))), "dwelling"),
        ],
        "line_of": [shows(lambda s, t, x, f: f"line:{s.line_of(x.person)}")],
        "lines": [shows(lambda s, t, x, f: s.lines([x.line, t.mine.line]))],
        "save": [neither(lambda s, t, x, f: s.save("另一份", ALL), "keeps conditions")],
        "saved": [neither(lambda s, t, x, f: s.saved(), "conditions; what they leave is keys'")],
    },
    "ResidentService": {
        "correct": [
            changes(lambda s, t, x, f: s.correct(x.person, a_draft("改名"), version=x.version))
        ],
        "copy_out": [shows(lambda s, t, x, f: s.copy_out(x.person, "phone"))],
        "note_copied": [neither(lambda s, t, x, f: s.note_copied(2), "a number it is told")],
        "correct_hukou": [
            changes(
                lambda s, t, x, f: s.correct_hukou(
                    x.person, Hukou(address="北京"), version=x.version
                )
            )
        ],
        "correct_living": [
            changes(
                lambda s, t, x, f: s.correct_living(x.person, Living(since=DAY), version=x.version)
            )
        ],
        "keep_documents": [
            changes(lambda s, t, x, f: s.keep_documents(x.person, [], version=x.version)),
            shows(
                lambda s, t, x, f: s.keep_documents(
                    t.mine.person, [a_document(x.number)], version=t.mine.version
                )
            ),
        ],
        "keep_tags": [
            changes(
                lambda s, t, x, f: s.keep_tags(x.person, [Tag(code="dibao")], version=x.version)
            )
        ],
        "likenesses": [
            shows(lambda s, t, x, f: s.likenesses(name=x.name)),
            shows(lambda s, t, x, f: s.likenesses(name="", number=x.number)),
        ],
        "living_at": [shows(lambda s, t, x, f: s.living_at(x.dwelling), "dwelling")],
        "note_death": [changes(lambda s, t, x, f: s.note_death(x.person, DAY, version=x.version))],
        "put_into_bin": [changes(lambda s, t, x, f: s.put_into_bin(x.person, version=x.version))],
        "register": [
            shows(lambda s, t, x, f: s.register(a_registration("新人", number=x.number))),
            changes(lambda s, t, x, f: s.register(at_home(x)), "dwelling"),
            changes(lambda s, t, x, f: s.register(in_dwelling(x)), "dwelling"),
            changes(lambda s, t, x, f: s.register(in_household(t, x))),
        ],
        "resident": [shows(lambda s, t, x, f: s.resident(x.person))],
        "restore_field": [
            changes(lambda s, t, x, f: s.restore_field(x.person, x.change, version=x.version)),
            neither(
                lambda s, t, x, f: s.restore_field(
                    t.mine.person, x.change, version=t.mine.version
                ),
                "a change of somebody else is refused to all",
            ),
        ],
        "reveal": [
            shows(lambda s, t, x, f: s.reveal(x.person, "phone")),
            shows(lambda s, t, x, f: s.reveal(x.person, "document:0")),
        ],
        "take_from_bin": [changes(lambda s, t, x, f: s.take_from_bin(x.binned, version=3))],
        "verify": [
            changes(
                lambda s, t, x, f: s.verify(
                    x.person, Verification(on=DAY, how="visit", by="王芳"), version=x.version
                )
            )
        ],
    },
    "RestrictedTagService": {
        "keep": [changes(lambda s, t, x, f: s.keep(x.person, []))],
        "mine": [neither(lambda s, t, x, f: s.mine(), "which tags, not whose")],
        "of": [shows(lambda s, t, x, f: s.of(x.person))],
        "residents": [shows(lambda s, t, x, f: s.residents(t.restricted))],
    },
    "DraftService": {
        "forget": [neither(lambda s, t, x, f: s.forget("work"), OWN_TYPING)],
        "keep": [neither(lambda s, t, x, f: s.keep("work", "新人", a_draft("新人")), OWN_TYPING)],
        "kept": [neither(lambda s, t, x, f: s.kept(), OWN_TYPING)],
    },
    "StartService": {
        "look_over": [neither(lambda s, t, x, f: s.look_over(), SETTINGS)],
        "take_as_it_is": [neither(lambda s, t, x, f: s.take_as_it_is(), SETTINGS)],
    },
    "SearchService": {
        "find": [
            shows(lambda s, t, x, f: s.find(x.name)),
            shows(lambda s, t, x, f: s.find(x.name[:2])),
            shows(lambda s, t, x, f: s.find(x.number)),
            shows(lambda s, t, x, f: s.find(x.number[-4:])),
            shows(lambda s, t, x, f: s.find(x.phone)),
            shows(lambda s, t, x, f: s.find(x.household_number)),
            shows(lambda s, t, x, f: s.find(x.address), "dwelling"),
            shows(lambda s, t, x, f: s.find(f"{x.parts.estate} {x.name[0]}"), "dwelling"),
        ],
        "readings": [neither(lambda s, t, x, f: s.readings("新人"), "reads what it is given")],
        "told_number": [
            neither(
                lambda s, t, x, f: s.told_number("0001-7"), "whether a digit agrees, of nobody"
            )
        ],
    },
    "DeviceService": {
        "device": [neither(lambda s, t, x, f: s.device(t.other), OF_DEVICES)],
        "devices": [neither(lambda s, t, x, f: s.devices(), OF_DEVICES)],
        "named": [neither(lambda s, t, x, f: s.named(t.other), OF_DEVICES)],
        "own": [neither(lambda s, t, x, f: s.own(), OF_DEVICES)],
        "unsent": [neither(lambda s, t, x, f: s.unsent(), OF_DEVICES)],
    },
    "ExchangeService": {
        "exchange": [neither(lambda s, t, x, f: s.exchange(f), OF_DEVICES)],
        "files_for_us": [neither(lambda s, t, x, f: s.files_for_us(f), OF_DEVICES)],
        "state_hash": [neither(lambda s, t, x, f: s.state_hash(), OF_DEVICES)],
        "take_in": [neither(lambda s, t, x, f: s.take_in([]), OF_DEVICES)],
        "write": [neither(lambda s, t, x, f: s.write([t.other], f), OF_DEVICES)],
        "write_for_all": [neither(lambda s, t, x, f: s.write_for_all(f), OF_DEVICES)],
    },
    "DrillService": {
        "prove": [neither(lambda s, t, x, f: s.prove("no paper key"), SEALED)],
        "standing": [neither(lambda s, t, x, f: s.standing(), OF_BACKUPS)],
    },
    "SecondPlaceService": {
        "carry": [neither(lambda s, t, x, f: s.carry(), SEALED)],
        "known": [neither(lambda s, t, x, f: s.known(), OF_BACKUPS)],
        "renew_keys": [neither(lambda s, t, x, f: s.renew_keys(NO_KEY), SEALED)],
        "standing": [neither(lambda s, t, x, f: s.standing(), OF_BACKUPS)],
    },
    "KeepingService": {
        "look_at_room": [neither(lambda s, t, x, f: s.look_at_room(), SETTINGS)],
        "make_room": [neither(lambda s, t, x, f: s.make_room(), SETTINGS)],
        "rest": [neither(lambda s, t, x, f: s.rest(), SETTINGS)],
        "back_up_before": [neither(lambda s, t, x, f: s.back_up_before(Why.EXCHANGE), SEALED)],
        "back_up": [neither(lambda s, t, x, f: s.back_up(), SEALED)],
        "back_up_if_behind": [neither(lambda s, t, x, f: s.back_up_if_behind(), SETTINGS)],
        "last_backup": [neither(lambda s, t, x, f: s.last_backup(), SETTINGS)],
    },
    "RoundService": {
        "go_round": [neither(lambda s, t, x, f: s.go_round(f), OF_DEVICES)],
        "has_work": [neither(lambda s, t, x, f: s.has_work(f), OF_DEVICES)],
        "take_in": [neither(lambda s, t, x, f: s.take_in([]), OF_DEVICES)],
    },
    "StandingService": {
        "comparison": [
            shows(lambda s, t, x, f: s.comparison(), "grid"),
        ],
        "files": [neither(lambda s, t, x, f: s.files(), OF_DEVICES)],
        "records": [
            shows(lambda s, t, x, f: s.records(t.other, "resident", x.grid)),
        ],
        "standing": [neither(lambda s, t, x, f: s.standing(), OF_DEVICES)],
    },
    "SettingsService": {
        "current": [neither(lambda s, t, x, f: s.current(), SETTINGS)],
        "needed_for": [neither(lambda s, t, x, f: s.needed_for("name"), SETTINGS)],
    },
    "StaffService": {
        "begin_session": [neither(lambda s, t, x, f: s.begin_session(), "his own coming")],
        "activate": [neither(lambda s, t, x, f: None, "no account that is active needs it")],
        "me": [neither(lambda s, t, x, f: s.me(), SETTINGS)],
    },
}
