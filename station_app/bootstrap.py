"""Putting the station together: the one place where parts are chosen.

What is not needed for the first window (SQLAlchemy, paper, spreadsheets, whatever
changes something) is loaded when first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from station_app.admission_parts import AdmissionParts
from station_app.device_clock import DeviceClock
from station_app.domain.backups import Why
from station_app.exchange_parts import ExchangeParts
from station_app.later import later
from station_app.paper_parts import PaperParts
from station_app.services.residents.lists import ResidentLists
from station_app.services.search import Finder, SearchService
from station_app.services.settings import SettingsService
from station_app.shipped import RESOURCES
from station_app.store.door import keep_policy
from station_app.store.glance import look
from station_app.store.reference import Reference
from station_app.store.to_come import OpenStore, StoreToCome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.first_page import FirstPage
    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.domain.search.hits import Hit
    from station_app.services import (
        access,
        checking,
        coming_in,
        drafts,
        drills,
        keeping,
        pinyin,
        places,
        restoring,
        second_places,
        staff,
        starting,
    )
    from station_app.services.audit import archiving, giving_out
    from station_app.services.audit import verifying as audit
    from station_app.services.certificates import issuing, refusing, requesting
    from station_app.services.certificates import verifying as papers_verified
    from station_app.services.certificates.drawing import desk
    from station_app.services.counter import (
        assistance,
        case_files,
        cases,
        items,
        orders,
        problems,
        ratings,
    )
    from station_app.services.counter import papers as case_papers
    from station_app.services.demo import filling
    from station_app.services.exports import register, second
    from station_app.services.exports import residents as lists_given_out
    from station_app.services.imports import run
    from station_app.services.residents import files, households, people, restricted, writing
    from station_app.services.rights import consents, erasing, guardians, person, requests, telling
    from station_app.services.sync import marking
    from station_app.store import opening
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store
    from station_app.store.vault.keys import StationKey
else:
    access = later("station_app.services.access")
    archiving = later("station_app.services.audit.archiving")
    audit = later("station_app.services.audit.verifying")
    case_files = later("station_app.services.counter.case_files")
    case_papers = later("station_app.services.counter.papers")
    cases = later("station_app.services.counter.cases")
    orders = later("station_app.services.counter.orders")
    problems = later("station_app.services.counter.problems")
    ratings = later("station_app.services.counter.ratings")
    checking = later("station_app.services.checking")
    coming_in = later("station_app.services.coming_in")
    desk = later("station_app.services.certificates.drawing.desk")  # ReportLab
    drafts = later("station_app.services.drafts")
    drills = later("station_app.services.drills")
    erasing = later("station_app.services.rights.erasing")
    consents = later("station_app.services.rights.consents")
    guardians = later("station_app.services.rights.guardians")
    person = later("station_app.services.rights.person")
    requests = later("station_app.services.rights.requests")
    requesting = later("station_app.services.certificates.requesting")  # ReportLab
    telling = later("station_app.services.rights.telling")
    files = later("station_app.services.residents.files")
    filling = later("station_app.services.demo.filling")
    giving_out = later("station_app.services.audit.giving_out")  # XlsxWriter
    households = later("station_app.services.residents.households")
    assistance = later("station_app.services.counter.assistance")
    items = later("station_app.services.counter.items")
    issuing = later("station_app.services.certificates.issuing")  # ReportLab
    keeping = later("station_app.services.keeping")  # SQLAlchemy
    lists_given_out = later("station_app.services.exports.residents")  # XlsxWriter
    marking = later("station_app.services.sync.marking")
    opening = later("station_app.store.opening")  # SQLAlchemy
    people = later("station_app.services.residents.people")
    papers_verified = later("station_app.services.certificates.verifying")
    pinyin = later("station_app.services.pinyin")
    places = later("station_app.services.places")
    register = later("station_app.services.exports.register")
    refusing = later("station_app.services.certificates.refusing")
    restricted = later("station_app.services.residents.restricted")
    run = later("station_app.services.imports.run")
    second = later("station_app.services.exports.second")
    restoring = later("station_app.services.restoring")
    second_places = later("station_app.services.second_places")
    staff = later("station_app.services.staff")
    starting = later("station_app.services.starting")
    writing = later("station_app.services.residents.writing")


class Station(AdmissionParts, ExchangeParts, PaperParts):
    """Everything the user interface may ask for, on one open store.

    What shows people has the store as whoever signed in sees it. Backups, the exchange,
    archives and the check are the station's own and have it whole.
    """

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self.store = store
        self.home = home
        self.clock = clock
        self.settings = SettingsService(
            store, lambda: self.reference.setting_rights, self._keep_policy
        )
        self.lists = ResidentLists(store, clock)
        self.search = SearchService(store, self._readings, others=self._items_found)

    def opened(self) -> Station:
        """Open the store of a station to come now, and return the station."""
        self._coming_and_going().open()
        return self

    def await_store(self) -> None:
        """Wait, in a job, until the store of a station to come is open."""
        with self.store.reading():
            pass

    @cached_property
    def reference(self) -> Reference:
        """The code tables and rules that come with the program."""
        return Reference(RESOURCES)

    @cached_property
    def residents(self) -> people.ResidentService:
        """The use cases of residents."""
        return people.ResidentService(
            self.store, self._writer, self.clock, restricted=lambda: self.reference.restricted_tags
        )

    @cached_property
    def restricted_tags(self) -> restricted.RestrictedTagService:
        """The use cases of tags that only named officers see."""
        return restricted.RestrictedTagService(self.store, lambda: self.reference)

    @cached_property
    def households(self) -> households.HouseholdService:
        """The use cases of households."""
        return households.HouseholdService(self.store, self._writer, self.clock)

    @cached_property
    def attachments(self) -> files.AttachmentService:
        """The use cases of files kept with residents."""
        return files.AttachmentService(self.store)

    @cached_property
    def places(self) -> places.PlaceService:
        """The use cases of grids, estates and buildings."""
        return places.PlaceService(self.store)

    @cached_property
    def keeping(self) -> keeping.KeepingService:
        """The use cases of backups and checks."""
        return keeping.KeepingService(self.home, self.store.whole, self.clock)

    @cached_property
    def drafts(self) -> drafts.DraftService:
        """The use cases of what was typed and not saved."""
        return drafts.DraftService(self.home, self.store, self.clock)

    @cached_property
    def starting(self) -> starting.StartService:
        """The thorough look at a store that has been opened."""
        return starting.StartService(self.store)

    @cached_property
    def second_places(self) -> second_places.SecondPlaceService:
        """The use cases of second places for backups."""
        return second_places.SecondPlaceService(self.home, self.store.whole, self.keeping.turn)

    @cached_property
    def drills(self) -> drills.DrillService:
        """The use cases of the monthly drill."""
        whole, keeping, places = self.store.whole, self.keeping, self.second_places
        return drills.DrillService(self.home, whole, self.clock, keeping=keeping, places=places)

    @cached_property
    def restoring(self) -> restoring.RestoreService:
        """The use cases of restoring, while the station is open."""
        return restoring.RestoreService(self.home, self.clock, self.store.whole)

    @cached_property
    def certificates(self) -> issuing.CertificateService:
        """The use cases of certificates."""
        return issuing.CertificateService(*self._usual, desk=self.desk, mark=self._mark)

    @cached_property
    def certificate_requests(self) -> requesting.CertificateRequestService:
        """The use cases of certificates that are asked for and approved."""
        return requesting.CertificateRequestService(*self._usual, desk=self.desk, mark=self._mark)

    @cached_property
    def verifying(self) -> papers_verified.VerifyService:
        """The use cases of verifying papers."""
        return papers_verified.VerifyService(
            self.store, self.reference, self.clock, folder=RESOURCES / "verify"
        )

    @cached_property
    def rights(self) -> person.RightsService:
        """The questions about one person's rights."""
        return person.RightsService(self.store, self.reference, self.clock)

    @cached_property
    def consents(self) -> consents.ConsentService:
        """The use cases of notices and consents."""
        return consents.ConsentService(self.store, self.reference, self._erasing, self.clock)

    @cached_property
    def guardians(self) -> guardians.GuardianService:
        """The use cases of guardians."""
        return guardians.GuardianService(self.store, self.reference, self.clock)

    @cached_property
    def requests(self) -> requests.RequestService:
        """The use cases of requests about own data."""
        return requests.RequestService(
            *self._usual, writer=self._writer, erasing=self._erasing, mark=self._mark
        )

    @cached_property
    def telling(self) -> telling.TellingService:
        """The use cases of papers about people's own data."""
        return telling.TellingService(*self._usual, desk=self.desk, mark=self._mark)

    @cached_property
    def refusals(self) -> refusing.RefusalService:
        """The use cases of what is not ours to issue."""
        return refusing.RefusalService(*self._usual, desk=self.desk, readings=self._readings)

    @cached_property
    def items(self) -> items.ItemService:
        """The use cases of the catalogue of items."""
        return items.ItemService(*self._usual, readings=self._readings, desk=lambda: self.desk)

    @cached_property
    def cases(self) -> cases.CaseService:
        """The use cases of cases."""
        usual = (self.store, self.reference, self.clock)
        return cases.CaseService(*usual, mark=self._mark, readings=self._readings)

    @cached_property
    def case_papers(self) -> case_papers.CasePaperService:
        """The use cases of papers of cases."""
        return case_papers.CasePaperService(*self._usual, cases=self.cases, desk=lambda: self.desk)

    @cached_property
    def assistance(self) -> assistance.AssistanceService:
        """The use cases of the pre-check of 低保."""
        return assistance.AssistanceService(*self._usual, desk=lambda: self.desk)

    @cached_property
    def orders(self) -> orders.OrderService:
        """The use cases of orders of 12345 and others."""
        usual = (self.store, self.reference, self.clock)
        return orders.OrderService(*usual, mark=self._mark, readings=self._readings)

    @cached_property
    def problems(self) -> problems.ProblemService:
        """The use cases of the problems of a period."""
        return problems.ProblemService(*self._usual, desk=lambda: self.desk)

    @cached_property
    def case_files(self) -> case_files.CaseFileService:
        """The use cases of photographs and scans of cases."""
        return case_files.CaseFileService(self.store, lambda: self.reference)

    @cached_property
    def ratings(self) -> ratings.RatingService:
        """The use cases of ratings."""
        return ratings.RatingService(*self._usual, desk=lambda: self.desk)

    @cached_property
    def desk(self) -> desk.PaperDesk:
        """Where papers are drawn."""
        return desk.PaperDesk(RESOURCES)

    @cached_property
    def imports(self) -> run.ImportService:
        """The use cases of bringing spreadsheets in."""
        return run.ImportService(
            self.store,
            self.reference,
            self._pinyin,
            self.clock,
            back_up=lambda: self.keeping.back_up_before(Why.IMPORT),
        )

    @cached_property
    def exports(self) -> lists_given_out.ExportService:
        """The use cases of giving lists out."""
        return lists_given_out.ExportService(
            self.store, self.reference, self.clock, second=self._second_person
        )

    @cached_property
    def export_register(self) -> register.ExportRegister:
        """The use case of looking back at what was given out."""
        return register.ExportRegister(self.store)

    @cached_property
    def _second_person(self) -> second.SecondPerson:
        """Who else may agree to a large export."""
        return second.OtherStaff(
            self.store,
            lambda: self.reference.roles,
            self.clock,
            prove=lambda owner, passphrase: access.AccessService().unlock(
                self.home, passphrase, owner=owner
            ),
        )

    @cached_property
    def demo(self) -> filling.DemoService:
        """The use case of filling the station with invented people."""
        return filling.DemoService(self.store.whole, self._pinyin, self.clock, RESOURCES)

    @cached_property
    def staff(self) -> staff.StaffService:
        """The use cases of staff and their accounts."""
        return staff.StaffService(self.store)

    @cached_property
    def audit(self) -> audit.AuditService:
        """The use cases of the audit."""
        return audit.AuditService(self.home, self.store, Finder(self.store, self._readings))

    @cached_property
    def audit_archives(self) -> archiving.ArchiveService:
        """The use cases of archives of the audit."""
        return archiving.ArchiveService(self.home, self.store.whole, self.clock)

    @cached_property
    def audit_papers(self) -> giving_out.AuditPaperService:
        """The use cases of the audit on paper and in files."""
        return giving_out.AuditPaperService(
            self.store, self.settings, self.reference, self.clock, desk=self.desk
        )

    @cached_property
    def checks(self) -> checking.CheckService:
        """The use case of checking the whole station."""
        return checking.CheckService(self.store.whole, self._pinyin)

    @cached_property
    def _pinyin(self) -> pinyin.PinyinReader:
        return pinyin.PinyinReader(lambda: self.reference.surnames)

    @cached_property
    def _writer(self) -> writing.ResidentWriter:
        return writing.ResidentWriter(self.store, self._pinyin)

    @cached_property
    def _erasing(self) -> erasing.Erasing:
        return erasing.Erasing(self._writer)

    def _mark(self) -> None:
        marking.mark(self.home, self.store.whole)

    def _items_found(self, text: str) -> Sequence[Hit]:
        return self.items.finder.offered(text)

    def _readings(self, name: str) -> pinyin.Readings:
        return self._pinyin.readings(name)

    def _keep_policy(self, policy: PassphrasePolicy) -> None:
        keep_policy(self.home.door, policy, self.clock)

    def lock(self) -> None:
        """Let go of the store and of its key, in a job; all else stays as it is."""
        self._coming_and_going().lock()

    def unlock(self, key: StationKey) -> None:
        """Open the store again, in a job, with the *key* of whoever had it open.

        Raises what :func:`station_app.store.opening.open_store` does.
        """
        self._coming_and_going().unlock(lambda: load_store()(self.home, key, self.clock))

    def _coming_and_going(self) -> StoreToCome:
        return cast("StoreToCome", self.store)

    def close(self) -> None:
        """Let go of the store; everything confirmed is on the disk."""
        self.store.close()


def open_station(
    home: StationHome, key: StationKey, *, clock: Clock | None = None, as_it_is: bool = False
) -> Station:
    """Open the station kept in *home* with its *key*, for whoever's slot gave it.

    *as_it_is* goes on with an older state on purpose. Raises what
    :func:`station_app.store.opening.open_store` does.
    """
    clock = clock or DeviceClock()
    store = StoreToCome(lambda: load_store()(home, key, clock, as_it_is=as_it_is))
    return Station(home, cast("Store", store), clock).opened()


def restoring_of(home: StationHome, *, clock: Clock | None = None) -> restoring.RestoreService:
    """Return the use cases of restoring the station in *home* that is not open."""
    return restoring.RestoreService(home, clock or DeviceClock())


def station_to_come(
    home: StationHome,
    key: Callable[[], StationKey],
    *,
    wait: Callable[[], object] = lambda: None,
    clock: Clock | None = None,
) -> Station:
    """Return the station kept in *home* before its store is opened, or its *key* is there.

    The store is opened by the first job that enters it, after *wait* has
    returned; what that raises is told to every job. The main thread may ask for
    :attr:`Station.reference` and nothing else before one has ended.
    """
    clock = clock or DeviceClock()

    def open_it() -> Store:
        wait()
        return load_store()(home, key(), clock)

    store = cast("Store", StoreToCome(open_it))  # all that services use of one
    return Station(home, store, clock)


def name_reader() -> Callable[[str], pinyin.Readings]:
    """Return what tells how a name is read, before any store is open; it loads a dictionary."""
    return pinyin.PinyinReader(lambda: Reference(RESOURCES).surnames).readings


def glance_at(
    home: StationHome, key: bytes, *, owner: str = "", clock: Clock | None = None
) -> FirstPage | None:
    """Return what the window shows first of the station in *home*, if all is as it should be.

    It is what the member of staff *owner* sees. It loads and costs next to nothing:
    SQLAlchemy is not needed for it.
    """
    today = (clock or DeviceClock()).today()
    return look(home, key, today=today, rules=Reference(RESOURCES).roles, owner=owner)


def load_store() -> OpenStore:
    """Return what opens a store for whoever's slot gave the key; brings SQLAlchemy in."""
    open_store = opening.open_store

    def open_for(
        home: StationHome, key: StationKey, clock: Clock, *, as_it_is: bool = False
    ) -> Store:
        rules = Reference(RESOURCES).roles
        owner, opens = key.owner, key.database
        store = open_store(home, opens, clock, rules=rules, owner=owner, as_it_is=as_it_is)
        coming_in.settle(home, store, key, name_reader())
        return store

    return open_for
