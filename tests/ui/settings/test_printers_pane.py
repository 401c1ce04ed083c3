"""Printers in the settings: values typed or reckoned, the test sheet as it would print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station_app.domain.overprint import Alignment, Printer
from tests.ui.fitting import complaints
from ui.kit.handing_out import Outlets
from ui.settings.printers_pane import PrintersPane

PRINTERS = ("Back office", "Window")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def pane(qtbot, station, context, asked):
    def choose(_parent, pdf, **told):
        asked.append((pdf, told))

    made = PrintersPane(
        station, context, outlets=Outlets(choose_printer=choose), installed=lambda: PRINTERS
    )
    qtbot.addWidget(made)
    made.resize(1120, 660)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.form.draft().name != "")
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_into(field, text):
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def test_the_first_printer_is_shown_with_its_test_sheet(pane, qtbot):
    qtbot.waitUntil(lambda: pane.panel.handout() is not None)
    assert pane.panel.handout().printer == "Back office"
    assert not pane.form.save.isEnabled()


def test_values_typed_are_kept_for_that_printer(pane, qtbot, station):
    type_into(pane.form.right, "-1.2")
    type_into(pane.form.scale, "99,5")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(station.printers.printers()))
    wanted = Alignment(right=-1.2, scale=99.5)
    assert station.printers.printers() == (Printer(name="Back office", alignment=wanted),)


@pytest.mark.parametrize(("typed", "said"), [("30", "Between -20 and 20 mm"), ("a", "Between")])
def test_a_value_out_of_bounds_is_told_beside_its_field(pane, qtbot, typed, said):
    type_into(pane.form.down, typed)
    pane.form.submitted.emit()
    qtbot.waitUntil(lambda: said in pane.form.down.problem())


def test_three_measures_are_reckoned_into_the_values_and_the_cursor_is_on_save(pane, qtbot):
    for name, text in (("left", "41"), ("top", "39.5"), ("line", "120")):
        type_into(pane.form.fields[name], text)
    pane.form.reckon.click()
    qtbot.waitUntil(lambda: pane.form.right.value() == "-1")
    assert (pane.form.down.value(), pane.form.scale.value()) == ("0.5", "100")
    assert pane.form.save.hasFocus()


def test_a_measure_that_is_none_is_told_beside_its_field(pane, qtbot):
    type_into(pane.form.fields["left"], "3")
    pane.form.reckon.click()
    qtbot.waitUntil(lambda: "measure from the edge" in pane.form.fields["left"].problem())


def test_the_sheet_follows_what_is_typed_and_is_printed_on_that_printer(pane, qtbot, asked):
    qtbot.waitUntil(lambda: pane.panel.handout() is not None)
    before = pane.panel.handout().pdf
    type_into(pane.form.right, "5")
    qtbot.waitUntil(lambda: pane.panel.handout().pdf != before)
    pane.panel.print()
    pdf, told = asked[0]
    assert pdf == pane.panel.handout().pdf
    assert told["printer"] == "Back office"


def test_another_printer_shows_its_own_values(pane, qtbot, station, context):
    kept = Printer(name="Window", alignment=Alignment(down=2.5))
    context.operations.perform(lambda _: station.printers.set_right(kept), owner=pane)
    qtbot.waitUntil(lambda: pane.form._known != {})
    type_into(pane.form.name, "Win")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.form.down.value() == "2.5")


def test_nothing_is_cut_off(pane, qtbot):
    qtbot.waitUntil(lambda: pane.panel.handout() is not None)
    assert complaints(pane) == []
