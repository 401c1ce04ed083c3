"""The test of the tests: every mistake that is made on purpose is caught by a story.

The simulation is tried on all of them too, where there is time.
"""

from __future__ import annotations

import inspect

import pytest

from tests.sync import conftest
from tests.sync.mistakes import MISTAKES
from tests.sync.simulation import simulate

MOST_STEPS = 2_000


class Stage:
    """What stories are told with: their fixtures, made by their names."""

    def __init__(self, story, **given):
        self._module = inspect.getmodule(story)
        self._made = given

    def tell(self, story):
        for mark in getattr(story, "pytestmark", ()):
            for name in mark.args if mark.name == "usefixtures" else ():
                self._fixture(name)
            if mark.name == "parametrize":
                self._made[mark.args[0]] = mark.args[1][0]
        story(**self._arguments(story))

    def _arguments(self, function):
        return {name: self._fixture(name) for name in inspect.signature(function).parameters}

    def _fixture(self, name):
        if name not in self._made:
            fixture = getattr(self._module, name, None) or getattr(conftest, name)
            function = fixture._get_wrapped_function()
            self._made[name] = function(**self._arguments(function))
        return self._made[name]


@pytest.mark.parametrize("title", MISTAKES)
def test_a_mistake_is_caught_by_its_story(title, replica, tmp_path, monkeypatch):
    changes, story = MISTAKES[title]
    for change in changes:
        change.make(monkeypatch)
    stage = Stage(story, replica=replica, tmp_path=tmp_path, monkeypatch=monkeypatch)

    with pytest.raises(Exception):  # noqa: B017, PT011 - a mistake may break anything
        stage.tell(story)


@pytest.mark.parametrize("title", MISTAKES)
def test_without_the_mistake_the_story_goes_well(title, replica, tmp_path, monkeypatch):
    _, story = MISTAKES[title]
    stage = Stage(story, replica=replica, tmp_path=tmp_path, monkeypatch=monkeypatch)

    stage.tell(story)


@pytest.mark.long
@pytest.mark.timeout(0)
def test_the_simulation_finds_most_mistakes(tmp_path, capsys):
    found = {}
    for number, (title, (changes, _)) in enumerate(MISTAKES.items()):
        with pytest.MonkeyPatch.context() as patch:
            for change in changes:
                change.make(patch)
            try:
                simulate(tmp_path / str(number), seed=3, steps=MOST_STEPS)
            except Exception as error:  # noqa: BLE001 - a mistake may break anything
                found[title] = "".join(error.__notes__)
        with capsys.disabled():
            print(f"{title}: {found.get(title, 'not found')}", flush=True)  # noqa: T201 - told

    # what needs parts, or a rare order of keys and files, is left to the stories
    assert len(found) >= 20
