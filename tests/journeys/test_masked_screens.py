"""On no screen of the journeys stands a number in full that nobody has asked to see."""

from __future__ import annotations

import json

import pytest

from station_app.bootstrap import open_station
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService
from tests.homes import PASSPHRASE
from tests.screens import everything_shown, numbers_among
from ui.tour.morning import Morning
from ui.tour.running import WindowLook, shown, walk_through
from ui.tour.tour import _cast_of

pytestmark = [pytest.mark.gui, pytest.mark.slow, pytest.mark.timeout(240)]
SLIP = 3
"""The screen on which the control shows a number."""
SHOWN = "SELECT record_id FROM audit_entry WHERE act LIKE 'resident:%:shown'"


def numbers_of(station):
    """Return every number kept, and whose it is."""
    found = {}
    for line in station.lists.lines(station.lists.keys(ResidentFilter())).values():
        resident = station.residents.resident(line.id)
        drawn = resident.particulars
        told = [document.number for document in resident.documents]
        told += [*drawn.phone.split("、"), *drawn.other_phone.split("、")]
        found |= {number: line.id for number in told if len(number) > 6}
    return found


class Watch(Morning):
    """Looks at every screen that a picture is taken of, and takes none."""

    numbers: dict = {}  # noqa: RUF012 - given before the walk begins
    most = 1000
    disguise = staticmethod(lambda: None)

    def __init__(self, program, out, cast):
        super().__init__(program, out, cast)
        self.screens = 0
        self.looked_through = 0
        self.unmasked = {}

    def walk(self):
        for until in super().walk():
            if self.screens >= self.most:
                return
            yield until

    def take_picture(self, name):
        self.disguise()
        self.screens += 1
        texts = everything_shown()
        self.looked_through += len(texts)
        found = numbers_among(texts, self.numbers)
        # behind the shut door nobody can be asked who was shown: nothing may stand there
        shown = self._shown() if name not in {"door", "locked"} else set()
        wrong = {
            number: sorted(places)
            for number, places in found.items()
            if number not in self._typed() and self.numbers[number] not in shown
        }
        if wrong:
            self.unmasked[name] = wrong

    def _typed(self):
        """What the clerk has typed stands where it was typed."""
        return {self.cast.applicant.number, self.cast.refused.number}

    def _shown(self):
        """Whose numbers were shown by now, and that is written down."""
        with self.station().store.reading() as tx:
            run = tx.session.connection().exec_driver_sql
            return {key for (key,) in run(SHOWN)}


@pytest.fixture
def walked(qapp, filled_home, tmp_path):
    """Return a function that goes through a morning and gives whoever has watched it."""

    def walk(disguise=None, most=Watch.most):
        station = open_station(filled_home, AccessService().unlock(filled_home, PASSPHRASE))
        numbers = numbers_of(station)
        station.close()
        cast = _cast_of(filled_home, tmp_path, PASSPHRASE)
        with shown(filled_home, WindowLook(language="zh_CN")) as program:
            watch = Watch(program, tmp_path, cast)
            watch.numbers, watch.most = numbers, most
            if disguise is not None:
                watch.disguise = lambda: disguise(watch)
            walk_through(program, watch)
        return watch

    return walk


def test_no_number_stands_unmasked_on_any_screen_of_a_morning(walked, say):
    watch = walked()
    say(
        f"{watch.screens} screens, {watch.looked_through:,} texts,"
        f" {len(watch.numbers):,} numbers looked for: {len(watch.unmasked)} unmasked"
    )
    assert watch.screens > 25
    assert len(watch.numbers) > 300
    assert watch.unmasked == {}, json.dumps(watch.unmasked, ensure_ascii=False, indent=1)


def test_one_field_that_is_not_masked_would_be_found(walked):
    """The control: a tip that says what should be masked, on one widget."""

    def slip(watch):
        typed = watch._typed()
        watch.slipped = next(number for number in watch.numbers if number not in typed)
        if watch.screens == SLIP:
            watch.program.window.setAccessibleDescription(f"No. {watch.slipped}")

    watch = walked(disguise=slip, most=SLIP + 2)
    assert len(watch.unmasked) >= 1
    assert {number for found in watch.unmasked.values() for number in found} == {watch.slipped}
