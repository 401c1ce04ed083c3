"""Who may sign in: everybody by a slot of their own, and never nobody."""

from __future__ import annotations

import pytest

from station_app.domain.errors import (
    KeysDamagedError,
    RefusedError,
    StoreBusyError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.services.access import SlotKind, StationKey
from station_app.services.key_slots import papers_of
from station_app.store.entering import keys_of
from station_app.store.vault.keys import new_station_key
from station_app.store.vault.origins import Origin, Way
from tests.services.door.people import CLERK, HEAD, NEXT, OTHER, PASSPHRASE, THEIRS, admit


def kinds(access, home):
    return {person.id: (person.name, str(person.kind)) for person in access.people(home)}


def test_who_founds_a_station_is_its_first_supervisor(access, home, paper):
    assert kinds(access, home) == {HEAD: ("曾小贤", "supervisor")}
    key = access.unlock(home, PASSPHRASE)
    assert (key.owner, key.kind) == (HEAD, SlotKind.SUPERVISOR)
    by_paper = access.unlock_with_paper(home, paper.text())
    assert (by_paper.owner, by_paper.kind) == ("", SlotKind.PAPER)
    assert by_paper == key


def test_a_name_and_an_id_are_found_for_whoever_gives_none(access, home):
    access.create(home, PASSPHRASE)
    ((owner, (name, _)),) = kinds(access, home).items()
    assert len(owner) == 32
    assert name == ""


def test_somebody_admitted_signs_in_by_a_passphrase_of_their_own(access, home, key):
    admit(access, home, key)
    theirs = access.unlock(home, THEIRS, owner=CLERK)
    assert theirs == key
    assert (theirs.owner, theirs.kind) == (CLERK, SlotKind.USER)
    for owner, secret in ((CLERK, PASSPHRASE), (HEAD, THEIRS)):
        with pytest.raises(WrongPassphraseError):
            access.unlock(home, secret, owner=owner)


def test_with_several_people_one_has_to_be_named(access, home, key):
    admit(access, home, key)
    for attempt in (
        lambda: access.unlock(home, PASSPHRASE),
        lambda: access.change_passphrase(home, "", PASSPHRASE, NEXT),
        lambda: access.renew_paper_key(home, "", PASSPHRASE),
    ):
        with pytest.raises(RefusedError) as told:
            attempt()
        assert told.value.reason == "access.who"


def test_somebody_unknown_is_tried_by_nobodys_slot(access, home, key):
    with pytest.raises(RefusedError) as told:
        access.unlock(home, PASSPHRASE, owner=OTHER)
    assert told.value.reason == "access.nobody"


def test_somebody_admitted_again_has_one_slot(access, home, key):
    admit(access, home, key)
    admit(access, home, key, passphrase=NEXT, is_supervisor=True)
    assert kinds(access, home)[CLERK] == ("胡一菲", "supervisor")
    with pytest.raises(WrongPassphraseError):
        access.unlock(home, THEIRS, owner=CLERK)
    assert access.unlock(home, NEXT, owner=CLERK).kind == SlotKind.SUPERVISOR


def test_admitting_asks_for_a_good_passphrase_and_name(access, home, key):
    before = home.keys.read_bytes()
    with pytest.raises(ValidationFailedError):
        admit(access, home, key, passphrase="short")
    with pytest.raises(ValidationFailedError):
        access.admit(
            home, key, owner=CLERK, name="胡" * 61, passphrase=THEIRS, is_supervisor=False
        )
    assert home.keys.read_bytes() == before


def test_only_the_holder_of_the_root_key_changes_slots(access, home, key):
    admit(access, home, key)
    theirs = new_station_key()
    for change in (
        lambda: admit(access, home, theirs, OTHER),
        lambda: access.rename(home, theirs, CLERK, "x"),
        lambda: access.make_supervisor(home, theirs, CLERK),
        lambda: access.dismiss(home, theirs, CLERK),
        lambda: access.rotate(home, theirs),
    ):
        with pytest.raises(KeysDamagedError):
            change()


def test_a_name_is_changed_without_a_passphrase(access, home, key):
    access.rename(home, key, HEAD, " 曾贤 ")
    assert kinds(access, home)[HEAD][0] == "曾贤"
    assert access.unlock(home, PASSPHRASE) == key


def test_supervisors_are_made_and_unmade_but_one_stays(access, home, key):
    admit(access, home, key)
    with pytest.raises(RefusedError) as told:
        access.make_ordinary(home, key, HEAD)
    assert told.value.reason == "access.last-supervisor"
    access.make_supervisor(home, key, CLERK)
    access.make_ordinary(home, key, HEAD)
    assert {owner: kind for owner, (_, kind) in kinds(access, home).items()} == {
        HEAD: "user",
        CLERK: "supervisor",
    }
    with pytest.raises(RefusedError):
        access.dismiss(home, key, CLERK)
    with pytest.raises(RefusedError):
        admit(access, home, key, CLERK, NEXT)
    assert access.unlock(home, THEIRS, owner=CLERK) == key


def test_more_people_than_there_are_slots_are_refused(access, home, key):
    for number in range(62):
        admit(access, home, key, f"{number + 100:032x}")
    with pytest.raises(RefusedError) as told:
        admit(access, home, key, OTHER)
    assert told.value.reason == "access.too-many"


def test_a_forgotten_passphrase_is_set_by_a_supervisor(access, home, key):
    admit(access, home, key)
    access.reset_by_supervisor(home, CLERK, HEAD, PASSPHRASE, NEXT)
    assert access.unlock(home, NEXT, owner=CLERK).kind == SlotKind.USER
    with pytest.raises(WrongPassphraseError):
        access.reset_by_supervisor(home, CLERK, HEAD, THEIRS, PASSPHRASE)


def test_nobody_else_may_do_that(access, home, key):
    admit(access, home, key)
    admit(access, home, key, OTHER, NEXT)
    before = home.keys.read_bytes()
    with pytest.raises(RefusedError) as told:
        access.reset_by_supervisor(home, OTHER, CLERK, THEIRS, PASSPHRASE)
    assert told.value.reason == "access.not-supervisor"
    assert home.keys.read_bytes() == before


def test_the_paper_key_sets_a_passphrase_for_anybody(access, home, key, paper):
    admit(access, home, key)
    access.reset_passphrase(home, CLERK, paper.text(), NEXT)
    assert access.unlock(home, NEXT, owner=CLERK) == key
    assert access.unlock(home, PASSPHRASE, owner=HEAD) == key


def test_a_slot_that_does_not_open_does_not_count(access, home, key, monkeypatch):
    before = home.keys.read_bytes()
    wrong = StationKey(key.root)
    monkeypatch.setattr(
        "station_app.services.access.prove", lambda *_: (_ for _ in ()).throw(KeysDamagedError())
    )
    with pytest.raises(KeysDamagedError):
        admit(access, home, wrong)
    assert home.keys.read_bytes() == before


def test_slots_are_not_changed_while_a_rotation_waits(access, home, key):
    home.coming_keys.write_bytes(home.keys.read_bytes())
    with pytest.raises(StoreBusyError):
        admit(access, home, key)


def test_only_a_supervisor_makes_a_paper_key(access, home, key, paper):
    """With one he could set anybody's passphrase, an administrator's too."""
    admit(access, home, key)
    with pytest.raises(RefusedError) as told:
        access.renew_paper_key(home, CLERK, THEIRS)
    assert told.value.reason == "access.not-supervisor"
    assert access.unlock_with_paper(home, paper.text()) == key


def given(access, home, owner, passphrase):
    return access.unlock(home, passphrase, owner=owner).is_given


def test_a_key_tells_that_its_passphrase_was_given_until_one_is_chosen(access, home, key, paper):
    assert not given(access, home, HEAD, PASSPHRASE)
    admit(access, home, key)
    assert given(access, home, CLERK, THEIRS)
    access.change_passphrase(home, CLERK, THEIRS, NEXT)
    assert not given(access, home, CLERK, NEXT)
    access.reset_by_supervisor(home, CLERK, HEAD, PASSPHRASE, "Helped-78")
    assert given(access, home, CLERK, "Helped-78")
    access.reset_passphrase(home, CLERK, paper.text(), "Papers-78")
    assert not given(access, home, CLERK, "Papers-78")


def test_a_slot_tells_when_how_and_by_whom_its_secret_was_set(access, home, key, paper, clock):
    def origin(owner=CLERK):
        return keys_of(home).slot_of(owner).origin

    now = clock.now().replace(microsecond=0)
    assert origin(HEAD) is None
    admit(access, home, key)
    assert origin() == Origin(at=now, how=Way.GIVEN, by=HEAD)
    access.change_passphrase(home, CLERK, THEIRS, NEXT)
    assert origin() == Origin(at=now, how=Way.CHOSEN, by=CLERK)
    access.reset_by_supervisor(home, CLERK, HEAD, PASSPHRASE, "Helped-78")
    assert origin() == Origin(at=now, how=Way.HELPED, by=HEAD)
    access.reset_passphrase(home, CLERK, paper.text(), "Papers-78")
    assert origin() == Origin(at=now, how=Way.PAPER)
    access.renew_paper_key(home, HEAD, PASSPHRASE)
    (slot,) = papers_of(keys_of(home))
    assert slot.origin == Origin(at=now, how=Way.CHOSEN, by=HEAD)
