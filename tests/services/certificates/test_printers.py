"""Printers of this device: set right, kept, reckoned from a test sheet."""

from __future__ import annotations

from math import nan

import pytest

from station_app.domain.errors import ValidationFailedError
from station_app.domain.overprint import AS_IT_IS, Alignment, Measured, Printer

SLANTED = Alignment(right=-1.2, down=0.8, scale=99.55)


def test_a_printer_keeps_its_values_to_the_hundredth(station):
    station.printers.set_right(Printer(name="窗口", alignment=SLANTED))
    station.printers.set_right(Printer(name="后台"))
    assert station.printers.printers() == (
        Printer(name="后台"),
        Printer(name="窗口", alignment=SLANTED),
    )


def test_values_set_again_take_the_place_of_the_former(station):
    for alignment in (SLANTED, AS_IT_IS):
        station.printers.set_right(Printer(name="窗口", alignment=alignment))
    assert station.printers.printers() == (Printer(name="窗口"),)


@pytest.mark.parametrize(
    ("printer", "wrong"),
    [
        (Printer(name=" "), {"name"}),
        (Printer(name="x", alignment=Alignment(right=nan)), {"right"}),
        (Printer(name="x", alignment=Alignment(down=25, scale=90)), {"down", "scale"}),
    ],
)
def test_values_out_of_bounds_are_refused_with_their_field(station, printer, wrong):
    with pytest.raises(ValidationFailedError) as refused:
        station.printers.set_right(printer)
    assert {each.field for each in refused.value.problems} == wrong
    assert station.printers.printers() == ()


def test_measures_are_reckoned_or_refused_with_their_field(station):
    reckoned = station.printers.reckoned
    assert reckoned(Measured(left=41.0, top=40, line=120), AS_IT_IS) == Alignment(right=-1.0)
    for measured, field in (
        (Measured(left=nan, top=40, line=120), "left"),
        (Measured(left=40, top=40, line=110), "scale"),
    ):
        with pytest.raises(ValidationFailedError) as refused:
            reckoned(measured, AS_IT_IS)
        assert field in {each.field for each in refused.value.problems}


def test_a_paper_is_moved_as_its_printer_needs_it(station):
    pdf = station.printers.test_sheet(Printer(name="窗口")).pdf
    station.printers.set_right(Printer(name="窗口", alignment=SLANTED))
    assert (
        station.printers.onto_form(pdf, "另一台").pdf
        != station.printers.onto_form(pdf, "窗口").pdf
    )
