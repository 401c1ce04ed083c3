"""Somebody in a roster, whom the station knows by it, and work done with him since."""

from __future__ import annotations

from station_app.services.imports.plan import Policy
from station_app.services.imports.vocabulary import FieldClass
from station_app.services.residents.households import Move
from tests.services.imports import rosters

TAKE_ALL = dict.fromkeys(FieldClass, Policy.TAKE)


def person_of(station, number):
    with station.store.reading() as tx:
        (key,) = tx.people.holders(number)
        return tx.people.resident(key), tx.tags.of(key)


def someone(**changes):
    values = {
        "household": "00001",
        "relation": "户主",
        "name": "张三",
        "sex": "男",
        "born": "1990-01-01",
        "number": "110000199001010013",
        "phone": "",
        "parts": ("幸福里小区", "3", "2", "501"),
    }
    return rosters.Someone(**{**values, **changes})


def given_a_file(station, kept):
    station.attachments.attach(kept.id, "a.pdf", b"%PDF-1.7 invented")


def moved(station, kept):
    station.households.move([kept.id], Move(left_to="上海市"))
