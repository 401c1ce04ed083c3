from __future__ import annotations

import pytest

from station_app.domain.certificates import Obstacle
from ui.certificates.obstacle_words import ObstacleWords


@pytest.fixture
def words(qtbot):
    return ObstacleWords()


@pytest.mark.parametrize("obstacle", Obstacle)
def test_every_obstacle_has_its_sentence(words, obstacle):
    assert words.sentence(obstacle, days=180)
    assert "{" not in words.sentence(obstacle, days=180)


@pytest.mark.parametrize("obstacle", set(Obstacle) - {Obstacle.NO_MATCH, Obstacle.DEAD})
def test_every_obstacle_that_can_be_removed_says_how(words, obstacle):
    assert len(words.remedy(obstacle)) > 20


def test_the_days_that_facts_hold_are_those_of_the_settings(words):
    assert "180 days" in words.sentence(Obstacle.FACTS_TOO_OLD, days=180)


def test_who_is_not_found_is_not_told_which_of_the_two_is_wrong(words):
    assert words.sentence(Obstacle.NO_MATCH, days=180) == words.no_match()
    assert words.remedy(Obstacle.NO_MATCH) == ""
