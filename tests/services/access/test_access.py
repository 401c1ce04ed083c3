from __future__ import annotations

import shutil

import pytest

from station_app.domain.errors import (
    KeysDamagedError,
    NetworkPathError,
    RefusedError,
    StationMissingError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.paper_keys import MistypedPaperKeyError, new_paper_key
from station_app.services.access import AccessService, HomeState, StationHome, default_home
from station_app.store.engine import close_engine, open_engine
from station_app.store.migrations.revisions import known_revisions
from station_app.store.migrations.runner import revision_of
from station_app.store.vault.derivation import Cost

PASSPHRASE = "Abcdef12"


@pytest.fixture
def access():
    return AccessService(Cost(memory_kib=64, passes=1, lanes=1))


@pytest.fixture
def paper(access, home):
    return access.create(home, PASSPHRASE)


def test_a_founded_station_opens_by_passphrase_and_by_paper(access, home, paper):
    key = access.unlock(home, PASSPHRASE)
    assert access.unlock_with_paper(home, " ".join(paper.groups).lower()) == key
    engine = open_engine(home.database, key.database)
    assert revision_of(engine) == known_revisions()[-1]
    close_engine(engine)


def test_a_weak_passphrase_founds_nothing(access, home):
    with pytest.raises(ValidationFailedError):
        access.create(home, "abc")
    assert home.state() is HomeState.EMPTY
    assert not home.root.exists()


def test_a_station_is_not_founded_over_another(access, home, paper):
    before = home.keys.read_bytes()
    with pytest.raises(RefusedError) as told:
        access.create(home, "Another12")
    assert told.value.reason == "station-exists"
    assert home.keys.read_bytes() == before


def test_a_station_whose_database_is_gone_is_not_founded_over_its_backups(access, home, paper):
    shutil.move(home.database, home.backups / "station-20260301T080000Z.db")
    with pytest.raises(RefusedError):
        access.create(home, "Another12")


def test_a_first_run_that_was_stopped_is_begun_again(access, home, paper):
    home.database.unlink()
    assert home.state() is HomeState.INTERRUPTED
    access.create(home, "Another12")
    assert home.state() is HomeState.READY
    assert access.unlock(home, "Another12")


def test_a_network_path_is_refused(access):
    with pytest.raises(NetworkPathError):
        access.create(StationHome(type(default_home().root)("//server/share/x")), PASSPHRASE)


def test_missing_wrong_and_damaged_are_told_apart(access, home, tmp_path):
    with pytest.raises(StationMissingError):
        access.unlock(home, PASSPHRASE)
    paper = access.create(home, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        access.unlock(home, "abcdef12")
    with pytest.raises(WrongPassphraseError):
        access.unlock_with_paper(home, new_paper_key().text())
    with pytest.raises(MistypedPaperKeyError):
        access.unlock_with_paper(home, paper.text()[:-1])
    home.keys.write_bytes(home.keys.read_bytes()[:-5])
    with pytest.raises(KeysDamagedError):
        access.unlock(home, PASSPHRASE)
    home.keys.unlink()
    with pytest.raises(KeysDamagedError):
        access.unlock(home, PASSPHRASE)


def test_changing_the_passphrase_leaves_database_and_paper_key_as_they_are(access, home, paper):
    key, database = access.unlock(home, PASSPHRASE), home.database.read_bytes()
    access.change_passphrase(home, "", PASSPHRASE, "Another12")
    assert access.unlock(home, "Another12") == key
    assert access.unlock_with_paper(home, paper.text()) == key
    assert home.database.read_bytes() == database
    with pytest.raises(WrongPassphraseError):
        access.unlock(home, PASSPHRASE)


def test_changing_needs_the_old_passphrase_and_a_good_new_one(access, home, paper):
    before = home.keys.read_bytes()
    with pytest.raises(WrongPassphraseError):
        access.change_passphrase(home, "", "Wrong123", "Another12")
    with pytest.raises(ValidationFailedError):
        access.change_passphrase(home, "", PASSPHRASE, "short")
    assert home.keys.read_bytes() == before


def test_a_forgotten_passphrase_is_replaced_by_paper(access, home, paper):
    key = access.unlock(home, PASSPHRASE)
    access.reset_passphrase(home, "", paper.text(), "Another12")
    assert access.unlock(home, "Another12") == key


def test_resetting_needs_the_right_paper_key(access, home, paper):
    with pytest.raises(WrongPassphraseError):
        access.reset_passphrase(home, "", new_paper_key().text(), "Another12")
    with pytest.raises(ValidationFailedError):
        access.reset_passphrase(home, "", paper.text(), "short")
    assert access.unlock(home, PASSPHRASE)


def test_a_new_paper_key_takes_the_place_of_the_old_one(access, home, paper):
    renewed = access.renew_paper_key(home, "", PASSPHRASE)
    assert access.unlock_with_paper(home, renewed.text()) == access.unlock(home, PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        access.unlock_with_paper(home, paper.text())


def test_one_group_typed_back_is_checked(access, paper):
    assert access.check_paper_word(paper, 3, paper.groups[3].lower())
    assert not access.check_paper_word(paper, 3, paper.groups[3][::-1] + "0")


def test_the_default_home_is_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert default_home().root in {tmp_path / "station", tmp_path / "Station"}


def test_the_default_cost_opens_within_a_few_seconds(home):
    access = AccessService()
    access.create(home, PASSPHRASE)
    assert access.unlock(home, PASSPHRASE)
