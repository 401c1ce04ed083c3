"""The card of restricted tags: for officers alone, shown when asked for, soon hidden again."""

from __future__ import annotations

import pytest

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, StaffDraft, StaffId
from station_app.domain.keys import new_key
from station_app.domain.residents.tags import Tag
from station_app.store.access.authority import SignedIn
from ui.residents.restricted_card import RestrictedCard

CODE = "correction"


def employed(station, name, *roles):
    key = StaffId(new_key())
    with station.store.transaction() as tx:
        tx.staff.add(key, StaffDraft(name=name, roles=frozenset(roles)), AccountState.ACTIVE)
    return key


@pytest.fixture
def officer(station, three):
    """Let the one at the window be an officer for one restricted tag, which somebody bears."""
    key = employed(station, "专责", Role.SUPERVISOR)
    station.restricted_tags.name_officers(CODE, [key])
    with station.store.transaction() as tx:
        tx.restricted_tags.keep(three[0].id, [Tag(code=CODE, source="司法所")], [CODE])
    station.store.authority = SignedIn(
        station.store.engine, key, rules=station.reference.roles, clock=station.clock
    )
    return key


@pytest.fixture
def card(officer, three, open_file, qtbot):
    file = open_file(three[0])
    qtbot.waitUntil(lambda: bool(file.findChildren(RestrictedCard)))
    return file.findChildren(RestrictedCard)[-1]


def looks(station):
    with station.store.reading() as tx:
        return tx.audit.count("restricted:tags:looked")


def test_who_is_no_officer_has_no_such_card(station, three, open_file, qtbot, jobs):
    file = open_file(three[0])
    qtbot.waitUntil(lambda: not jobs._running)
    assert file.findChildren(RestrictedCard) == []


def test_it_does_not_tell_whether_there_are_any_before_it_is_asked(station, card):
    assert "社区矫正" not in card.told.text()
    assert looks(station) == 0


def test_asked_it_shows_them_logged_and_hides_them_again(station, card, qtbot):
    card._over.setInterval(400)
    card.show_button.click()
    qtbot.waitUntil(lambda: "社区矫正" in card.told.text())
    assert "司法所" in card.told.text()
    assert looks(station) == 1
    qtbot.waitUntil(lambda: "社区矫正" not in card.told.text())


def test_out_of_sight_they_are_hidden_at_once(card, qtbot):
    card.show_button.click()
    qtbot.waitUntil(lambda: "社区矫正" in card.told.text())
    card.hide()
    assert "社区矫正" not in card.told.text()


def test_an_officer_changes_them_in_a_form_that_offers_his_alone(
    station, page, three, officer, card, qtbot, save
):
    page.file.acts.correct_restricted()
    qtbot.waitUntil(lambda: page.side.task() is not None)
    form = page.side.task().task.form
    field = form.fields["tags.0.code"]
    assert list(field._texts) == [CODE]
    form.fields["tags.0.level"].set_value("二级")
    save()
    (tag,) = station.restricted_tags.of(three[0].id)
    assert tag.level == "二级"
