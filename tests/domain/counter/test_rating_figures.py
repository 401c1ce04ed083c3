"""The figures of ratings, whatever was said and in whatever order."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.counter.bad_ratings import BadRating, Finding, MatterState, dues_of
from station_app.domain.counter.rating_figures import Share, figures_of
from station_app.domain.counter.ratings import Aspect, Level, Rating
from station_app.domain.working_days import WorkCalendar
from station_app.shipped import RESOURCES
from station_app.store.counter.rating_rules import read_rating_rules

RULES = read_rating_rules(RESOURCES / "counter" / "rating.json")
WEEKENDS = WorkCalendar({})
TODAY = date(2026, 4, 30)
DAYS = st.dates(date(2026, 3, 1), TODAY)


@st.composite
def ratings(draw):
    level = draw(st.sampled_from(Level))
    codes = [each.code for each in RULES.offered(level)]
    reasons = draw(st.lists(st.sampled_from(codes), unique=True, max_size=4))
    return Rating(case_id="c", level=level, reasons=tuple(reasons), rated_on=draw(DAYS))


@st.composite
def matters(draw):
    rated_on = draw(DAYS)
    later = st.none() | st.integers(0, 40).map(lambda days: rated_on + timedelta(days=days))
    matter = BadRating(
        case_id="c",
        version=1,
        state=MatterState.NEW,
        rated_on=rated_on,
        contacted_on=draw(later),
        finding=draw(st.sampled_from(Finding)),
        corrected_on=draw(later),
        answered_on=draw(later),
    )
    return matter, dues_of(rated_on, RULES, WEEKENDS)


MANY = st.lists(ratings(), max_size=30)
MATTERS = st.lists(matters(), max_size=12)


def figures(many, of=()):
    return figures_of(many, of, RULES, today=TODAY)


def shares(found):
    told = [found.satisfied, found.bad, found.contacted, found.corrected, found.called_back]
    return [*told, *(found.aspects[aspect] for aspect in Aspect)]


@given(MANY, MATTERS)
def test_every_share_is_a_share(many, of):
    for share in shares(figures(many, of)):
        assert 0 <= share.part <= share.whole
        assert (share.ratio is None) is (share.whole == 0)
        assert share.ratio is None or 0 <= share.ratio <= 1


@given(MANY)
def test_satisfied_and_bad_are_all_and_so_are_the_levels(many):
    found = figures(many)
    assert found.given == len(many) == sum(found.levels.values())
    assert found.satisfied.part + found.bad.part == len(many)
    assert found.bad.part == found.levels[Level(1)] + found.levels[Level(2)]


@given(MANY, MANY, MATTERS, MATTERS)
def test_two_periods_together_come_to_what_they_come_to_each(first, second, some, others):
    both, apart = figures(first + second, some + others), [figures(first, some)]
    apart.append(figures(second, others))
    for whole, one, other in zip(shares(both), *map(shares, apart), strict=True):
        assert whole == Share(one.part + other.part, one.whole + other.whole)


@given(MANY, MATTERS)
def test_the_order_is_of_no_matter(many, of):
    assert figures(many, of) == figures(many[::-1], of[::-1])


@given(MANY)
def test_an_aspect_counts_whoever_gave_a_reason_of_it_once(many):
    found = figures(many)
    for aspect in Aspect:
        about = [each for each in many if aspect in RULES.aspects(each.reasons)]
        assert found.aspects[aspect].whole == len(about)
        assert found.aspects[aspect].part == sum(not each.level.is_bad for each in about)


@given(MATTERS)
def test_what_is_still_in_time_is_not_counted_and_what_is_over_it_is_against_us(of):
    found = figures([], of)
    pending = sum(matter.contacted_on is None and dues.contact.day >= TODAY for matter, dues in of)
    late = sum((matter.contacted_on or TODAY) > dues.contact.day for matter, dues in of)
    assert found.contacted.whole == len(of) - pending
    assert found.contacted.part == len(of) - pending - late
    assert found.called_back.whole == len(of)


def test_of_nothing_there_is_no_share():
    assert figures([]).satisfied.ratio is None


def test_what_was_a_mistake_needs_nothing_put_right():
    of = dues_of(date(2026, 3, 2), RULES, WEEKENDS)
    told = {"case_id": "c", "version": 1, "state": MatterState.ANSWERING}
    mistaken = BadRating(**told, rated_on=date(2026, 3, 2), finding=Finding.MISTAKEN)
    valid = BadRating(**told, rated_on=date(2026, 3, 2), finding=Finding.VALID)
    assert figures([], [(mistaken, of), (valid, of)]).corrected == Share(0, 1)
