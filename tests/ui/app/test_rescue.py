"""A station that does not open: the sentence, the remedies, and that they help."""

from __future__ import annotations

import shutil

import pytest

from tests.ui.app.doors import is_open, knock, names
from ui.restoring.page import RestorePage


def at_the_door(helped, qtbot, *, offers):
    helped.start()
    door = helped.window.currentWidget()
    knock(door)
    qtbot.waitUntil(lambda: len(door.trouble.offers) == offers, timeout=20_000)
    assert door.trouble.isVisible()
    return door


def test_a_cut_store_is_named_and_the_newest_good_backup_restored(helped, home, qtbot):
    content = home.database.read_bytes()
    home.database.write_bytes(content[: 40 * 4096])
    (copy,) = home.backups.glob("*.db")
    shutil.copyfile(copy, copy.with_name("station-20990101T000000Z.db"))
    with copy.with_name("station-20990101T000000Z.db").open("r+b") as stream:
        stream.seek(30 * 4096 + 7)
        stream.write(b"damage")
    door = at_the_door(helped, qtbot, offers=1)
    assert "end of the database is missing" in door.trouble.text.text()
    assert "2099" not in door.trouble.offers[0].text()
    door.trouble.offers[0].click()
    qtbot.waitUntil(lambda: isinstance(helped.window.currentWidget(), RestorePage))
    assert home.database.read_bytes() == content[: 40 * 4096]


def test_an_older_state_can_be_gone_on_with(helped, home, qtbot):
    (copy,) = home.backups.glob("*.db")
    shutil.copyfile(copy, home.database)
    door = at_the_door(helped, qtbot, offers=2)
    assert "An older state" in door.trouble.text.text()
    door.trouble.offers[1].click()
    is_open(helped, qtbot)
    assert names(helped) == {"张三"}
    with helped.opened.station.store.reading() as tx:
        assert tx.audit.count("station:state:taken-as-it-is") == 1


@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_lost_keys_are_put_back_from_beside_a_backup(helped, home, qtbot, content):
    home.keys.unlink()
    if content is not None:
        home.keys.write_bytes(content)
    door = at_the_door(helped, qtbot, offers=2)
    assert ("is gone" if content is None else "is damaged") in door.trouble.text.text()
    door.trouble.offers[0].click()
    qtbot.waitUntil(door.trouble.isHidden, timeout=20_000)
    knock(door)
    is_open(helped, qtbot)
    assert names(helped) == {"张三", "李四"}


def test_a_wrong_passphrase_is_no_damage(helped, home, qtbot):
    helped.start()
    door = helped.window.currentWidget()
    door.daily.passphrase.set_value("Red horse 77")
    door.daily.submit()
    qtbot.waitUntil(lambda: bool(door.daily.passphrase.problem()))
    assert not door.trouble.isVisible()
    assert door.trouble.offers == []
