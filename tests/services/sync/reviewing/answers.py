"""A conflict, and how it is decided."""

from __future__ import annotations

from datetime import timedelta

from station_app.domain.sync.review import ReviewChoice
from tests.services.sync.replicas import exchange

NUMBER = "110101199003077897"


def differ(one, other, clock, **values):
    """Let a phone be 1111 here and, an hour later, 2222 there; return whose it is."""
    key = one.register("曾小贤", phone="13800000000")
    exchange(one, other)
    one.correct(key, phone="13811111111", **values)
    clock.moment += timedelta(hours=1)
    other.correct(key, phone="13822222222")
    exchange(one, other)
    return key


def choice(point, text):
    """Choose what ends in *text*."""
    option = next(each for each in point.options if each.text.endswith(text))
    return ReviewChoice(point=point.id, option=option.key)


def decide(replica, text):
    (point,) = replica.points()
    return replica.review.resolve([choice(point, text)])


def phone(replica, key):
    return replica.person(key).particulars.phone[-4:]
