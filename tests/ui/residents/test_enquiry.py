"""What the table asks of the store: whom, and in which order."""

from __future__ import annotations

from station_app.domain.residents.filters import Order, ResidentFilter
from station_app.services.progress import Silence
from ui.residents.enquiry import Enquiry


def asked(station, enquiry):
    found = enquiry.whole(station.lists, Silence())
    return [found.lines[key].name for key in found.keys]


def test_nothing_asked_for_is_everybody_by_name(station, three):
    assert asked(station, Enquiry()) == ["白富", "曾娜", "张三"]


def test_a_filter_leaves_some_and_an_order_turns_them(station, three):
    women = ResidentFilter(sexes=("2",))
    assert asked(station, Enquiry(filter=women)) == ["曾娜", "张三"]
    turned = asked(station, Enquiry(filter=women, order=Order.BORN, descending=True))
    assert turned == asked(station, Enquiry(filter=women, order=Order.BORN))[::-1]


def test_the_beginning_is_all_there_is_of_a_short_list(station, three):
    first = Enquiry().beginning(station.lists)
    assert Enquiry().is_answered_by(first)
    assert first.keys == Enquiry().whole(station.lists, Silence()).keys


def test_a_long_list_goes_on_behind_its_beginning(station, three, monkeypatch):
    monkeypatch.setattr("ui.residents.enquiry.FIRST_KEYS", 2)
    first = Enquiry().beginning(station.lists)
    assert len(first.keys) == 2
    assert not Enquiry().is_answered_by(first)
