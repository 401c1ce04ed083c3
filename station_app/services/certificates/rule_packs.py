"""Which lists hold at this station: chosen, brought in, taken out; where the offices are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.rule_packs import LocalOffice, Pack, Standing, pack_of_contents, used
from station_app.services.permissions import needs
from station_app.services.use_cases import UseCases
from station_app.store.rule_files import pack_in, text_of_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.negative_list import NegativeList
    from station_app.domain.rule_packs import PackId
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.CERTIFICATES, Topic.TASKS, Topic.AUDIT})
COUNTY = 6  # digits of GB/T 2260: lists are not made for anything smaller
MOST = {"local_name": 120, "address": 200, "phone": 60, "hours": 120}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A pack with whether it is used today, and why not."""

    pack: Pack
    standing: Standing


class RulePackService(UseCases):
    """The use cases of rule packs; what they hold is asked by the guard."""

    @needs(Permission.REFUSAL_GIVE)
    def packs(self) -> Sequence[PackLine]:
        """Return every pack with whether it is used today: shipped ones first."""
        area, today = self._area(), self._clock.today()
        with self._store.reading() as tx:
            packs = tx.rule_packs.all(self._reference.rule_packs)
        return [
            PackLine(pack=pack, standing=pack.standing(area=area, day=today)) for pack in packs
        ]

    @needs(Permission.REFUSAL_GIVE)
    def offices(self) -> Sequence[LocalOffice]:
        """Return the offices of the lists in use, each with where it is here."""
        with self._store.reading() as tx:
            kept = tx.rule_packs.offices()
            lists = lists_in_use(tx, self._reference, area=self._area(), clock=self._clock)
        names = dict.fromkeys(
            office.name for each in lists for item in each.items for office in item.offices
        )
        return [kept.get(name, LocalOffice(name=name)) for name in names]

    @needs(Permission.SETTING_CHANGE)
    def bring_in(self, path: Path) -> Done[PackId]:
        """Take the pack in the file *path* in; it is used from now on, in its time.

        Raises :class:`~station_app.domain.rule_packs.PackInvalidError` saying where the file
        is wrong, and :class:`RefusedError` ``pack.there-already``.
        """
        contents = text_of_file(path)
        rules = pack_in(path.name, contents)
        key = pack_of_contents(contents)
        with self._store.transaction() as tx:
            known = {pack.id for pack in tx.rule_packs.all(self._reference.rule_packs)}
            if key in known:
                raise RefusedError("pack.there-already", name=rules.title)
            tx.rule_packs.bring_in(key, rules.title, contents)
            tx.audit.add("rule-pack:pack:brought-in", key, name=rules.title)
        return Done(key, TOUCHED, lambda: self._set_binned(key, rules.title, binned=True))

    @needs(Permission.SETTING_CHANGE)
    def choose(self, key: PackId, *, chosen: bool, version: int) -> Done[None]:
        """Let the pack *key* be used in its time, or not at all."""
        with self._store.transaction() as tx:
            pack = tx.rule_packs.pack(key, self._reference.rule_packs)
            title = pack.rules.title
            tx.rule_packs.choose(key, title, chosen=chosen, version=version)
            act = "chosen" if chosen else "left-out"
            tx.audit.add(f"rule-pack:pack:{act}", key, name=title)
        return Done(
            None, TOUCHED, lambda: self.choose(key, chosen=not chosen, version=version + 1)
        )

    @needs(Permission.SETTING_CHANGE)
    def take_out(self, key: PackId) -> Done[None]:
        """Take out a pack that was brought in. Those of the program can only be left out."""
        with self._store.reading() as tx:
            pack = tx.rule_packs.pack(key, self._reference.rule_packs)
        if pack.is_shipped:
            raise RefusedError("pack.comes-with-program", name=pack.rules.title)
        return self._set_binned(key, pack.rules.title, binned=True)

    @needs(Permission.SETTING_CHANGE)
    def keep_office(self, office: LocalOffice) -> Done[None]:
        """Note where an office is to be found here: it stands on the slips from now on."""
        told = {name: getattr(office, name).strip() for name in MOST}
        problems = tuple(
            Problem(name, "too-long", {"most": most})
            for name, most in MOST.items()
            if len(told[name]) > most
        )
        if problems:
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            former = tx.rule_packs.offices().get(office.name, LocalOffice(name=office.name))
            tx.rule_packs.keep_office(replace(office, **told))
            tx.audit.add("rule-pack:office:corrected", name=office.name)
        back = replace(former, version=office.version + 1)
        return Done(None, TOUCHED, lambda: self.keep_office(back))

    def _set_binned(self, key: PackId, title: str, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.rule_packs.set_binned(key, binned=binned)
            act = "taken-out" if binned else "put-back"
            tx.audit.add(f"rule-pack:pack:{act}", key, name=title)
        return Done(None, TOUCHED, lambda: self._set_binned(key, title, binned=not binned))

    def _area(self) -> str:
        return self._settings.current().code[:COUNTY]


def lists_in_use(
    tx: Transaction, reference: Reference, *, area: str, clock: Clock
) -> tuple[NegativeList, ...]:
    """Return the lists that hold for a station in *area* today."""
    return used(tx.rule_packs.all(reference.rule_packs), area=area, day=clock.today())
