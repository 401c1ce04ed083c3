"""The use cases of restricted tags (受限标签): naming officers, and what officers do.

The audit tells that somebody has looked or written, and which row; not whom it is about
beyond the look itself, for a row of the audit is read by others than officers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.residents.people import ResidentId
from station_app.domain.residents.restricted import TagOfficers, beyond
from station_app.domain.residents.tags import problems_with_tags
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.access.staff import StaffId
    from station_app.domain.residents.tags import Tag
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RESIDENTS, Topic.AUDIT})
NAMED = frozenset({Topic.RESIDENTS, Topic.STAFF, Topic.AUDIT})


class RestrictedTagService:
    """What officers see and do, and who they are."""

    def __init__(self, store: Store, reference: Callable[[], Reference]) -> None:
        self._store = store
        self._reference = reference

    @needs(Permission.RESIDENT_READ)
    def mine(self) -> tuple[str, ...]:
        """Return the tags whoever is signed in is an officer for, in the order of the table."""
        with self._store.reading() as tx:
            return self._mine(tx)

    @needs(Permission.RESIDENT_READ)
    def of(self, resident: ResidentId) -> tuple[Tag, ...]:
        """Return the restricted tags of *resident* that one may see; each look is noted."""
        with self._store.reading() as tx:
            codes = self._mine(tx)
        if not codes:
            return ()
        with self._store.transaction() as tx:
            # of everybody an officer opens: the entry does not tell who bears a tag
            tx.people.require(resident)  # not of whom a grid worker does not see
            tx.audit.add("restricted:tags:looked", resident)
            return tx.restricted_tags.of(resident, codes)

    @needs(Permission.RESIDENT_READ)
    def residents(self, code: str) -> tuple[str, ...]:
        """Return the keys of the residents who bear *code*.

        Raises :class:`RefusedError` ``tag.not-an-officer``.
        """
        with self._store.transaction() as tx:
            self._refuse_others(tx, (code,))
            tx.audit.add("restricted:list:looked", "", code=code)
            return tuple(
                key
                for key in tx.restricted_tags.residents(code)
                if tx.people.sees(ResidentId(key))
            )

    @needs(Permission.RESIDENT_WRITE)
    def keep(self, resident: ResidentId, tags: Sequence[Tag]) -> Done[None]:
        """Let *tags* be those of *resident*, of all that one is an officer for.

        Raises :class:`ValidationFailedError`, and :class:`RefusedError`
        ``tag.not-an-officer`` about any other tag.
        """
        if problems := problems_with_tags(tags):
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            codes = self._refuse_others(tx, [tag.code for tag in tags])
            tx.people.require(resident)
            former = tx.restricted_tags.of(resident, codes)
            for key in tx.restricted_tags.keep(resident, tags, codes):
                tx.audit.add("restricted:tags:changed", key)

        def revert() -> Done[object]:
            return self.keep(resident, [replace(tag, id="") for tag in former])

        return Done(None, TOUCHED, revert)

    @needs(Permission.TAG_OFFICERS)
    def officers(self) -> tuple[TagOfficers, ...]:
        """Return all restricted tags there are, each with its officers."""
        with self._store.reading() as tx:
            return tuple(map(tx.restricted_tags.officers, self._restricted()))

    @needs(Permission.TAG_OFFICERS)
    def name_officers(self, code: str, staff: Sequence[StaffId]) -> Done[None]:
        """Let exactly *staff* see the restricted tag *code*; nobody turns it off.

        Raises :class:`RefusedError` ``tag.not-restricted``.
        """
        if code not in self._restricted():
            raise RefusedError("tag.not-restricted")
        with self._store.transaction() as tx:
            former = tx.restricted_tags.officers(code)
            latter = TagOfficers(code=code, staff=tuple(dict.fromkeys(staff)))
            tx.restricted_tags.name_officers(latter)
            tx.audit.add(
                "restricted:officers:named",
                "",
                code=code,
                before=list(former.staff),
                after=list(latter.staff),
            )
        return Done(None, NAMED, lambda: self.name_officers(code, former.staff))

    def _restricted(self) -> tuple[str, ...]:
        return self._reference().restricted_tags

    def _mine(self, tx: Transaction) -> tuple[str, ...]:
        account = self._store.authority.account()
        if account is None:
            return ()
        held = tx.restricted_tags.codes_of(account.id)
        return tuple(code for code in self._restricted() if code in held)

    def _refuse_others(self, tx: Transaction, codes: Sequence[str]) -> tuple[str, ...]:
        """Return one's own tags, unless any of *codes* is none of them."""
        mine = self._mine(tx)
        if set(codes) - set(mine) or not mine:
            raise RefusedError("tag.not-an-officer")
        return mine


def refuse_restricted(tags: Sequence[Tag], restricted: Sequence[str]) -> None:
    """Refuse restricted tags among others: they are given by their officers alone.

    Raises :class:`RefusedError` ``tag.not-an-officer``.
    """
    if len(beyond(tags, restricted)) < len(tags):
        raise RefusedError("tag.not-an-officer")
