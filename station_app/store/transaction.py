# ruff: noqa: PLC0415 - the collections that no first window reads are loaded when asked for
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
    from station_app.store.access.authority import Authority
    from station_app.store.access.shelf import Staff
    from station_app.store.anchorage import Anchorage
    from station_app.store.audit.heads import Heads
    from station_app.store.audit.search import AuditSearch
    from station_app.store.batches import Batches
    from station_app.store.certificates.batches import CertificateBatches
    from station_app.store.certificates.printers import Printers
    from station_app.store.certificates.requests import CertificateRequests
    from station_app.store.certificates.shelf import Certificates
    from station_app.store.counter.assistance import AssistanceChecks
    from station_app.store.counter.burden_shelf import Burdens
    from station_app.store.counter.case_shelf import Cases
    from station_app.store.counter.file_shelf import CaseFiles
    from station_app.store.counter.order_shelf import Orders
    from station_app.store.counter.problem_shelf import Problems
    from station_app.store.counter.rating_shelf import Ratings
    from station_app.store.counter.rule_shelf import RulePacks
    from station_app.store.counter.shelf import Items
    from station_app.store.counter.task_shelf import Tasks
    from station_app.store.exports import Exports
    from station_app.store.intake import Intake
    from station_app.store.paper_code.shelf import PaperKeys
    from station_app.store.residents.restricted import RestrictedTags
    from station_app.store.rights.requests import Requests
    from station_app.store.rights.shelf import Rights
    from station_app.store.sync.exchange import Exchange
    from station_app.store.sync.numbering import Numbering
    from station_app.store.withholding import Withholding


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
    def restricted_tags(self) -> RestrictedTags:
        """The restricted tags of residents, and who sees them."""
        from station_app.store.residents.restricted import RestrictedTags

        return RestrictedTags(self.session, self.stamp)

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
    def certificate_requests(self) -> CertificateRequests:
        """The certificates that were asked for, before and after their number."""
        from station_app.store.certificates.requests import CertificateRequests

        self.scope.require_all()
        return CertificateRequests(self.session, self.stamp)

    @cached_property
    def certificate_batches(self) -> CertificateBatches:
        """The certificates of one occasion."""
        from station_app.store.certificates.batches import CertificateBatches

        self.scope.require_all()
        return CertificateBatches(self.session, self.stamp)

    @cached_property
    def printers(self) -> Printers:
        """The printers of this device."""
        from station_app.store.certificates.printers import Printers

        return Printers(self.session)

    @cached_property
    def certificates(self) -> Certificates:
        """The certificates and the register of seal use."""
        from station_app.store.certificates.shelf import Certificates

        self.scope.require_all()
        return Certificates(self.session, self.stamp)

    @cached_property
    def paper_keys(self) -> PaperKeys:
        """The keys that sign papers, and what was revoked."""
        from station_app.store.paper_code.shelf import PaperKeys

        self.scope.require_all()
        return PaperKeys(self.session, self.stamp)

    @cached_property
    def items(self) -> Items:
        """The items of the window; they are nobody's data, so that everybody sees all."""
        from station_app.store.counter.shelf import Items

        return Items(self.session, self.stamp)

    @cached_property
    def cases(self) -> Cases:
        """The cases of the window."""
        from station_app.store.counter.case_shelf import Cases

        return Cases(self.session, self.stamp, self.scope, self.me)

    @cached_property
    def case_files(self) -> CaseFiles:
        """The files of cases: asked for with a case that was seen before."""
        from station_app.store.counter.file_shelf import CaseFiles

        return CaseFiles(self.session, self.stamp)

    @cached_property
    def assistance(self) -> AssistanceChecks:
        """The pre-checks of 低保: families are not kept apart by grids."""
        from station_app.store.counter.assistance import AssistanceChecks

        self.scope.require_all()
        return AssistanceChecks(self.session, self.stamp)

    @cached_property
    def ratings(self) -> Ratings:
        """The ratings of cases."""
        from station_app.store.counter.rating_shelf import Ratings

        return Ratings(self.session, self.stamp, self.scope)

    @cached_property
    def orders(self) -> Orders:
        """The orders of 12345 and others, beside their cases."""
        from station_app.store.counter.order_shelf import Orders

        return Orders(self.session, self.stamp, self.scope)

    @cached_property
    def problems(self) -> Problems:
        """The problems of periods, counted from the cases of everybody."""
        from station_app.store.counter.problem_shelf import Problems

        self.scope.require_all()
        return Problems(self.session, self.stamp)

    @cached_property
    def tasks(self) -> Tasks:
        """The tasks from above."""
        from station_app.store.counter.task_shelf import Tasks

        self.scope.require_all()
        return Tasks(self.session, self.stamp)

    @cached_property
    def burdens(self) -> Burdens:
        """The registers of what else comes from above."""
        from station_app.store.counter.burden_shelf import Burdens

        self.scope.require_all()
        return Burdens(self.session, self.stamp)

    @cached_property
    def rule_packs(self) -> RulePacks:
        """The lists that hold here, and the offices papers are got from."""
        from station_app.store.counter.rule_shelf import RulePacks

        self.scope.require_all()
        return RulePacks(self.session, self.stamp)

    @cached_property
    def exports(self) -> Exports:
        """The register of exports."""
        from station_app.store.exports import Exports

        return Exports(self.session, self.stamp)

    @cached_property
    def rights(self) -> Rights:
        """Notices, consents and guardians."""
        from station_app.store.rights.shelf import Rights

        return Rights(self.session, self.stamp, self.scope)

    @cached_property
    def withholding(self) -> Withholding:
        """What is withheld of people, and what was erased."""
        from station_app.store.withholding import Withholding

        return Withholding(self.session, self.stamp, self.scope)

    @cached_property
    def requests(self) -> Requests:
        """The register of requests."""
        from station_app.store.rights.requests import Requests

        self.scope.require_all()
        return Requests(self.session, self.stamp)

    @cached_property
    def numbering(self) -> Numbering:
        """The serial numbers this device may give out."""
        from station_app.store.sync.numbering import Numbering

        self.scope.require_all()
        return Numbering(Statements(self.session))

    @cached_property
    def search(self) -> SearchIndex:
        """What everything is found by."""
        return SearchIndex(self.session, self.scope, self._who)

    @cached_property
    def found(self) -> FoundRecords:
        """The records that are found as themselves."""
        return FoundRecords(self.session, self.scope)

    @cached_property
    def batches(self) -> Batches:
        """The imports, and the layouts they remember."""
        from station_app.store.batches import Batches

        self.scope.require_all()
        return Batches(self.session, self.stamp)

    @cached_property
    def intake(self) -> Intake:
        """Many records at once."""
        from station_app.store.intake import Intake

        self.scope.require_all()
        return Intake(self.session, self.stamp)

    @cached_property
    def exchange(self) -> Exchange:
        """What is exchanged with other devices."""
        from station_app.store.sync.exchange import Exchange

        self.scope.require_all()
        return Exchange(self.session)

    @cached_property
    def settings(self) -> SettingsShelf:
        """The settings of the station."""
        return SettingsShelf(self.session)

    @cached_property
    def staff(self) -> Staff:
        """The members of staff."""
        from station_app.store.access.shelf import Staff

        return Staff(self.session, self.stamp)

    @cached_property
    def history(self) -> History:
        """What happened to records."""
        return History(self.session, at=self.stamp.at, by=self.stamp.by)

    @cached_property
    def audit(self) -> Audit:
        """Acts on personal data."""
        return Audit(self.session, self.stamp)

    @cached_property
    def heads(self) -> Heads:
        """The heads that are kept of audits, ours and others'."""
        from station_app.store.audit.heads import Heads

        return Heads(self.session, at=self.stamp.at)

    @cached_property
    def audit_search(self) -> AuditSearch:
        """The entries of the audit as they are looked for."""
        from station_app.store.audit.search import AuditSearch

        self.scope.require_all()
        return AuditSearch(self.session)

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
