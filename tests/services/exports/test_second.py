"""Who else may agree to a large list: others, at work, with the right and a passphrase."""

from __future__ import annotations

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, NotPermittedError, StaffDraft, StaffId
from station_app.domain.errors import RefusedError, WrongPassphraseError
from station_app.domain.keys import new_key
from station_app.services.exports.second import Approval, OtherStaff
from station_app.services.progress import Silence
from station_app.store.access.authority import SignedIn
from station_app.store.transaction import Store
from tests.factories import a_resident, an_ask

SECRET = "a passphrase of her own"


def employed(station, name, *roles, state=AccountState.ACTIVE):
    key = StaffId(new_key())
    with station.store.transaction() as tx:
        tx.staff.add(key, StaffDraft(name=name, roles=frozenset(roles)), state)
    return key


def entered_by(station, key):
    rules, store = station.reference.roles, station.store
    authority = SignedIn(store.engine, key, rules=rules, clock=station.clock)
    return Store(store.engine, clock=station.clock, actor=store._actor, authority=authority)


def prove(key, passphrase):
    if passphrase != SECRET:
        raise WrongPassphraseError


@pytest.fixture
def keys(station):
    return {
        "站长": employed(station, "站长", Role.SUPERVISOR),
        "督导": employed(station, "督导", Role.SUPERVISOR),
        "窗口": employed(station, "窗口", Role.CLERK),
        "停用": employed(station, "停用", Role.SUPERVISOR, state=AccountState.SUSPENDED),
        "审计": employed(station, "审计", Role.AUDITOR),
    }


def second(station, key):
    store = entered_by(station, key)
    return OtherStaff(store, lambda: station.reference.roles, station.clock, prove=prove)


@pytest.mark.parametrize(("me", "others"), [("站长", ["督导"]), ("窗口", ["站长", "督导"])])
def test_others_at_work_who_may_give_numbers_out_themselves(station, keys, me, others):
    assert [each.name for each in second(station, keys[me]).people()] == others


def test_one_s_own_passphrase_agrees_to_nothing(station, keys):
    with pytest.raises(RefusedError) as refused:
        second(station, keys["站长"]).confirm(Approval(key=keys["站长"], passphrase=SECRET))
    assert refused.value.reason == "export.may-not-approve"


@pytest.mark.parametrize("name", ["窗口", "停用", "审计"])
def test_who_has_no_right_or_is_not_at_work_agrees_to_nothing(station, keys, name):
    with pytest.raises(RefusedError):
        second(station, keys["站长"]).confirm(Approval(key=keys[name], passphrase=SECRET))


def test_the_passphrase_is_proven(station, keys):
    asked = second(station, keys["窗口"])
    with pytest.raises(WrongPassphraseError):
        asked.confirm(Approval(key=keys["站长"], passphrase="wrong"))
    assert asked.confirm(Approval(key=keys["站长"], passphrase=SECRET)).name == "站长"


def test_a_clerk_gives_numbers_out_masked_only(station, keys, tmp_path):
    a_resident(station)
    clerk = type(station)(station.home, entered_by(station, keys["窗口"]), station.clock)
    clerk.exports.residents(tmp_path / "a.csv", Silence(), ask=an_ask())
    with pytest.raises(NotPermittedError):
        clerk.exports.residents(tmp_path / "b.csv", Silence(), ask=an_ask(is_full=True))
    assert not (tmp_path / "b.csv").exists()
    with pytest.raises(NotPermittedError):
        clerk.export_register.lines(None)
