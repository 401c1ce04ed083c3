from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.store.base import UtcTime, moment_text

KIND = UtcTime()
CHINA = timezone(timedelta(hours=8))


def kept(moment):
    return KIND.process_bind_param(moment, None)


@given(st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_a_moment_comes_back_as_the_same_moment_in_utc(moment):
    back = KIND.process_result_value(kept(moment), None)
    assert back == moment.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)


@given(st.datetimes(), st.datetimes())
def test_texts_of_moments_sort_as_the_moments_do(one, other):
    one, other = one.replace(tzinfo=UTC), other.replace(tzinfo=UTC)
    assert (moment_text(one) < moment_text(other)) == (one < other)


def test_the_text_has_microseconds_and_ends_in_z():
    assert kept(datetime(2026, 3, 1, 8, tzinfo=CHINA)) == "2026-03-01T00:00:00.000000Z"


def test_a_moment_without_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        kept(datetime(2026, 3, 1, 8))  # noqa: DTZ001 - that is what is refused


def test_nothing_stays_nothing():
    assert kept(None) is None
    assert KIND.process_result_value(None, None) is None
