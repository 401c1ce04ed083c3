from __future__ import annotations

import pytest

from station_app.domain.errors import StoreDamagedError, ValidationFailedError


def test_settings_begin_with_defaults(station):
    assert station.settings.current().freshness_days == 365


def test_a_change_is_kept_and_can_be_taken_back(station):
    station.settings.change(name="石头城社区")
    done = station.settings.change(name="幸福社区", freshness_days=180)
    assert (station.settings.current().name, station.settings.current().freshness_days) == (
        "幸福社区",
        180,
    )
    done.revert()
    assert (station.settings.current().name, station.settings.current().freshness_days) == (
        "石头城社区",
        365,
    )


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"code": "第一社区"}, "code"),
        ({"freshness_days": 0}, "freshness_days"),
        ({"idle_minutes": 61}, "idle_minutes"),
    ],
)
def test_what_cannot_be_is_refused_by_field(station, values, field):
    with pytest.raises(ValidationFailedError) as refused:
        station.settings.change(**{"name": "石头城社区", **values})
    assert [problem.field for problem in refused.value.problems] == [field]


def test_without_a_word_the_name_makes_one(station):
    station.settings.change(name="石头城社区服务站")
    assert station.settings.current().word_of_numbers() == "石头城社证字"


def test_a_setting_that_is_no_value_any_more_is_damage(station):
    """As when one page is older than the rest: each reads well by itself."""
    station.settings.change(name="石桥社区")
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("UPDATE setting SET value = '{\"'")
    with pytest.raises(StoreDamagedError):
        station.settings.current()
