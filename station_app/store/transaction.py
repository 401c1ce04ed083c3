"""One transaction, and the collections that may be reached through it.

The collections that no first window reads are loaded when first asked for.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from station_app.domain.errors import StoreFullError, StoreUnavailableError
from station_app.later import later
from station_app.store.access.scope import ALL, Scope
from station_app.store.audit.entries import Audit
from station_app.store.bulk import run_many
from station_app.store.engine import close_engine, empty_log, held_key
from station_app.store.faults import LANE, Lane
from station_app.store.history import History
from station_app.store.places.shelf import Places
from station_app.store.residents.belongings import Attachments, SavedLists, Tags
from station_app.store.residents.households import Households
from station_app.store.residents.lines import Lines
from station_app.store.residents.people import People
from station_app.store.search.index import SearchIndex
from station_app.store.search.records import FoundRecords
from station_app.store.settings import SettingsShelf
from station_app.store.stamp import Stamp
from station_app.store.sync.clock import ADVANCE, hlc_of
from station_app.store.sync.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from sqlalchemy import Engine

    from station_app.domain.actors import Actor
    from station_app.domain.clock import Clock
    from station_app.store import batches, exports, intake, withholding
    from station_app.store.access import shelf as staff_shelf
    from station_app.store.access.authority import Authority
    from station_app.store.anchorage import Anchorage
    from station_app.store.audit import heads
    from station_app.store.audit import search as audit_search
    from station_app.store.certificates import batches as certificate_batches
    from station_app.store.certificates import printers
    from station_app.store.certificates import requests as certificate_requests
    from station_app.store.certificates import shelf as certificate_shelf
    from station_app.store.counter import (
        assistance,
        burden_shelf,
        case_shelf,
        file_shelf,
        order_shelf,
        problem_shelf,
        rating_shelf,
        rule_shelf,
        task_shelf,
    )
    from station_app.store.counter import shelf as item_shelf
    from station_app.store.paper_code import shelf as key_shelf
    from station_app.store.residents import restricted
    from station_app.store.rights import requests
    from station_app.store.rights import shelf as rights_shelf
    from station_app.store.sync import exchange, numbering
else:
    staff_shelf = later("station_app.store.access.shelf")
    heads = later("station_app.store.audit.heads")
    audit_search = later("station_app.store.audit.search")
    batches = later("station_app.store.batches")
    certificate_batches = later("station_app.store.certificates.batches")
    printers = later("station_app.store.certificates.printers")
    certificate_requests = later("station_app.store.certificates.requests")
    certificate_shelf = later("station_app.store.certificates.shelf")
    assistance = later("station_app.store.counter.assistance")
    burden_shelf = later("station_app.store.counter.burden_shelf")
    case_shelf = later("station_app.store.counter.case_shelf")
    file_shelf = later("station_app.store.counter.file_shelf")
    order_shelf = later("station_app.store.counter.order_shelf")
    problem_shelf = later("station_app.store.counter.problem_shelf")
    rating_shelf = later("station_app.store.counter.rating_shelf")
    rule_shelf = later("station_app.store.counter.rule_shelf")
    item_shelf = later("station_app.store.counter.shelf")
    task_shelf = later("station_app.store.counter.task_shelf")
    exports = later("station_app.store.exports")
    intake = later("station_app.store.intake")
    key_shelf = later("station_app.store.paper_code.shelf")
    restricted = later("station_app.store.residents.restricted")
    requests = later("station_app.store.rights.requests")
    rights_shelf = later("station_app.store.rights.shelf")
    exchange = later("station_app.store.sync.exchange")
    numbering = later("station_app.store.sync.numbering")
    withholding = later("station_app.store.withholding")


class Transaction:
    """The store as one use case sees it; a collection is made when first asked for.

    People, households, places and the search keep to the grids of whoever entered. What
    knows no grids is there for those alone who see all.
    """

    def __init__(
        self,
        session: Session,
        stamp: Stamp,
        grids: Callable[[], frozenset[str] | None],
        who: Callable[[], str],
    ) -> None:
        self.session = session
        self.stamp = stamp
        self._grids, self._who = grids, who

    @cached_property
    def scope(self) -> Scope:
        """Whom whoever entered may see."""
        grids = self._grids()
        return ALL if grids is None else Scope(grids)

    @cached_property
    def everything(self) -> Transaction:
        """The same transaction as the program itself sees it, for what must know of all.

        Nothing that is read through it may be shown.
        """
        if not self.scope.is_limited:
            return self
        return Transaction(self.session, self.stamp, lambda: None, self._who)

    @cached_property
    def me(self) -> str:
        """The name of whoever entered: what is assigned to it is his."""
        return self._who()

    @cached_property
    def people(self) -> People:
        """The residents."""
        return People(self.session, self.stamp, self.scope)

    @cached_property
    def households(self) -> Households:
        """The households."""
        return Households(self.session, self.stamp, self.scope)

    @cached_property
    def lines(self) -> Lines:
        """The residents as a table shows them."""
        return Lines(self.session, self.scope)

    @cached_property
    def tags(self) -> Tags:
        """The tags of residents."""
        return Tags(self.session, self.stamp, self.scope)

    @cached_property
    def restricted_tags(self) -> restricted.RestrictedTags:
        """The restricted tags of residents, and who sees them."""
        return restricted.RestrictedTags(self.session, self.stamp)

    @cached_property
    def attachments(self) -> Attachments:
        """The files of residents."""
        return Attachments(self.session, self.stamp, self.scope)

    @cached_property
    def saved_lists(self) -> SavedLists:
        """The lists kept by name."""
        return SavedLists(self.session, self.stamp)

    @cached_property
    def places(self) -> Places:
        """Grids, estates, buildings and dwellings."""
        return Places(self.session, self.stamp, self.scope)

    @cached_property
    def certificate_requests(self) -> certificate_requests.CertificateRequests:
        """The certificates that were asked for, before and after their number."""
        self.scope.require_all()
        return certificate_requests.CertificateRequests(self.session, self.stamp)

    @cached_property
    def certificate_batches(self) -> certificate_batches.CertificateBatches:
        """The certificates of one occasion."""
        self.scope.require_all()
        return certificate_batches.CertificateBatches(self.session, self.stamp)

    @cached_property
    def printers(self) -> printers.Printers:
        """The printers of this device."""
        return printers.Printers(self.session)

    @cached_property
    def certificates(self) -> certificate_shelf.Certificates:
        """The certificates and the register of seal use."""
        self.scope.require_all()
        return certificate_shelf.Certificates(self.session, self.stamp)

    @cached_property
    def paper_keys(self) -> key_shelf.PaperKeys:
        """The keys that sign papers, and what was revoked."""
        self.scope.require_all()
        return key_shelf.PaperKeys(self.session, self.stamp)

    @cached_property
    def items(self) -> item_shelf.Items:
        """The items of the window; they are nobody's data, so that everybody sees all."""
        return item_shelf.Items(self.session, self.stamp)

    @cached_property
    def cases(self) -> case_shelf.Cases:
        """The cases of the window."""
        return case_shelf.Cases(self.session, self.stamp, self.scope, self.me)

    @cached_property
    def case_files(self) -> file_shelf.CaseFiles:
        """The files of cases: asked for with a case that was seen before."""
        return file_shelf.CaseFiles(self.session, self.stamp)

    @cached_property
    def assistance(self) -> assistance.AssistanceChecks:
        """The pre-checks of 低保: families are not kept apart by grids."""
        self.scope.require_all()
        return assistance.AssistanceChecks(self.session, self.stamp)

    @cached_property
    def ratings(self) -> rating_shelf.Ratings:
        """The ratings of cases."""
        return rating_shelf.Ratings(self.session, self.stamp, self.scope)

    @cached_property
    def orders(self) -> order_shelf.Orders:
        """The orders of 12345 and others, beside their cases."""
        return order_shelf.Orders(self.session, self.stamp, self.scope)

    @cached_property
    def problems(self) -> problem_shelf.Problems:
        """The problems of periods, counted from the cases of everybody."""
        self.scope.require_all()
        return problem_shelf.Problems(self.session, self.stamp)

    @cached_property
    def tasks(self) -> task_shelf.Tasks:
        """The tasks from above."""
        self.scope.require_all()
        return task_shelf.Tasks(self.session, self.stamp)

    @cached_property
    def burdens(self) -> burden_shelf.Burdens:
        """The registers of what else comes from above."""
        self.scope.require_all()
        return burden_shelf.Burdens(self.session, self.stamp)

    @cached_property
    def rule_packs(self) -> rule_shelf.RulePacks:
        """The lists that hold here, and the offices papers are got from."""
        self.scope.require_all()
        return rule_shelf.RulePacks(self.session, self.stamp)

    @cached_property
    def exports(self) -> exports.Exports:
        """The register of exports."""
        return exports.Exports(self.session, self.stamp)

    @cached_property
    def rights(self) -> rights_shelf.Rights:
        """Notices, consents and guardians."""
        return rights_shelf.Rights(self.session, self.stamp, self.scope)

    @cached_property
    def withholding(self) -> withholding.Withholding:
        """What is withheld of people, and what was erased."""
        return withholding.Withholding(self.session, self.stamp, self.scope)

    @cached_property
    def requests(self) -> requests.Requests:
        """The register of requests."""
        self.scope.require_all()
        return requests.Requests(self.session, self.stamp)

    @cached_property
    def numbering(self) -> numbering.Numbering:
        """The serial numbers this device may give out."""
        self.scope.require_all()
        return numbering.Numbering(Statements(self.session))

    @cached_property
    def search(self) -> SearchIndex:
        """What everything is found by."""
        return SearchIndex(self.session, self.scope, self._who)

    @cached_property
    def found(self) -> FoundRecords:
        """The records that are found as themselves."""
        return FoundRecords(self.session, self.scope)

    @cached_property
    def batches(self) -> batches.Batches:
        """The imports, and the layouts they remember."""
        self.scope.require_all()
        return batches.Batches(self.session, self.stamp)

    @cached_property
    def intake(self) -> intake.Intake:
        """Many records at once."""
        self.scope.require_all()
        return intake.Intake(self.session, self.stamp)

    @cached_property
    def exchange(self) -> exchange.Exchange:
        """What is exchanged with other devices."""
        self.scope.require_all()
        return exchange.Exchange(self.session)

    @cached_property
    def settings(self) -> SettingsShelf:
        """The settings of the station."""
        return SettingsShelf(self.session)

    @cached_property
    def staff(self) -> staff_shelf.Staff:
        """The members of staff."""
        return staff_shelf.Staff(self.session, self.stamp)

    @cached_property
    def history(self) -> History:
        """What happened to records."""
        return History(self.session, at=self.stamp.at, by=self.stamp.by)

    @cached_property
    def audit(self) -> Audit:
        """Acts on personal data."""
        return Audit(self.session, self.stamp)

    @cached_property
    def heads(self) -> heads.Heads:
        """The heads that are kept of audits, ours and others'."""
        return heads.Heads(self.session, at=self.stamp.at)

    @cached_property
    def audit_search(self) -> audit_search.AuditSearch:
        """The entries of the audit as they are looked for."""
        self.scope.require_all()
        return audit_search.AuditSearch(self.session)

    def bulk(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run *sql* (with ``?``) for each of *rows* at the speed of the driver."""
        run_many(self.session, sql, rows)


class Store:
    """The database, entered one transaction at a time.

    ``authority`` tells what whoever is signed in may do, which services ask, and whom he
    may see, which every transaction keeps to.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        clock: Clock,
        actor: Actor,
        authority: Authority,
        sees_all: bool = False,
        anchorage: Anchorage | None = None,
    ) -> None:
        self.engine = engine
        self.authority = authority
        self.anchorage = anchorage
        self._clock = clock
        self._actor = actor
        self._sees_all = sees_all
        self._lanes = {lane: engine.execution_options(**{LANE: lane}) for lane in Lane}

    @cached_property
    def whole(self) -> Store:
        """The same store for the work of the program itself, which must see everything."""
        return Store(
            self.engine,
            clock=self._clock,
            actor=self._actor,
            authority=self.authority,
            sees_all=True,
            anchorage=self.anchorage,
        )

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commit at the end of the block; undo everything if it raises.

        Writers take turns: one that waits for longer than five seconds is told
        :class:`station_app.domain.errors.StoreBusyError` before anything is done.
        """
        with self._session(Lane.WRITE) as session, session.begin():
            stamp = self._stamp()
            # takes the turn at once, not with the first statement of the use case
            hlc = session.connection().exec_driver_sql(ADVANCE, (hlc_of(stamp.at),)).scalar() or 0
            yield Transaction(session, replace(stamp, hlc=hlc), self._grids, self._who)
        if self.anchorage is not None:
            self.anchorage.note(hlc)  # confirmed: what is older from now on was put back

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Show the store as it stands at the first read, whatever is written meanwhile."""
        with self._session(Lane.READ) as session:
            yield Transaction(session, self._stamp(), self._grids, self._who)

    def rest(self) -> bool:
        """Empty the write-ahead log if nobody is at work; returns whether it is empty."""
        is_empty = empty_log(self.engine, wait=False)
        if is_empty:
            self._anchor()
        return is_empty

    def close(self) -> None:
        """Empty the write-ahead log and let go of the file."""
        if held_key(self.engine).has_ended:
            return
        try:
            # A full disk loses nothing: what is confirmed stands in the log. The reserve may
            # be room enough to empty that all the same.
            with suppress(StoreFullError):
                self._empty_log()
            self._anchor()
        finally:
            close_engine(self.engine)

    def _empty_log(self) -> None:
        try:
            empty_log(self.engine)
        except StoreFullError:
            if self.anchorage is None or not self.anchorage.make_room():
                raise
            empty_log(self.engine)

    def _anchor(self) -> None:
        # Without room for a new one the former stands, which notices less but nothing wrong.
        with suppress(OSError, StoreUnavailableError):
            if self.anchorage is not None:
                self.anchorage.renew()

    def _grids(self) -> frozenset[str] | None:
        return None if self._sees_all else self.authority.scope()

    def _who(self) -> str:
        account = self.authority.account()
        return self._actor.name if account is None else account.name

    def _session(self, lane: Lane) -> Session:
        return Session(self._lanes[lane], expire_on_commit=False)

    def _stamp(self) -> Stamp:
        return Stamp(at=self._clock.now(), by=self._actor.signature())
