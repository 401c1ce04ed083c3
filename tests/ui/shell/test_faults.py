from __future__ import annotations

import sys

import pytest

from station_app.domain.errors import NotFoundError
from ui.shell.faults import Faults, report_of

SECRET = "110000199001011237"


def fault():
    with pytest.raises(KeyError) as caught:
        {}[SECRET]
    return caught.value


def lost():
    raise NotFoundError(id=SECRET) from fault()


def chained():
    with pytest.raises(NotFoundError) as caught:
        lost()
    return caught.value


@pytest.mark.parametrize("make", [fault, chained])
def test_a_report_names_the_place_and_nobodys_data(make):
    report = report_of(make())
    assert SECRET not in report
    assert "KeyError" in report
    assert "test_faults.py:" in report


def test_a_report_gives_no_path_of_the_device():
    assert "/home" not in report_of(fault())
    assert "\\" not in report_of(fault())


@pytest.fixture
def faults(qapp):
    made = Faults()
    former = sys.excepthook
    yield made
    made.rest()
    assert sys.excepthook is former


def test_what_nobody_caught_is_told(faults, qtbot):
    faults.watch()
    error = fault()
    with qtbot.waitSignal(faults.arisen) as arisen:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "KeyError" in arisen.args[0]
    faults.rest()


def test_the_same_fault_is_told_once(faults, qtbot):
    error = fault()
    with qtbot.waitSignal(faults.arisen):
        faults.tell(error)
    with qtbot.assertNotEmitted(faults.arisen):
        faults.tell(error)
