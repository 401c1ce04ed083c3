"""The register of exports in the settings: all of it, found by words, days and kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.changes import Done, Topic
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.services.progress import Silence
from tests.factories import a_resident, an_ask
from tests.scans import a_photo
from tests.ui.fitting import complaints
from ui.settings.exports_view import ExportsView


@pytest.fixture
def given(station, tmp_path):
    """Three exports: one with numbers in full, the others masked."""
    a_resident(station)
    for name, full in (("疫苗接种", False), ("人口普查", True), ("走访", False)):
        station.exports.residents(
            tmp_path / "a.csv", Silence(), ask=an_ask(name, is_full=full), columns=("name",)
        )
    return station


@pytest.fixture
def view(qtbot, station, context):
    made = ExportsView(station, context)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    qtbot.waitUntil(lambda: made.count.text() != "")
    return made


def purposes(view):
    model = view.model
    column = [each.key for each in model.columns].index("purpose")
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_before_anything_was_given_out_it_says_so(view):
    assert "No list" in view.empty.title.text()


def test_the_latest_stands_first(given, view):
    assert purposes(view) == ["走访", "人口普查", "疫苗接种"]
    assert view.count.text() == "Exports: 3"


def test_what_was_given_out_is_told_of_lists_and_of_copies_of_case_files(given, tmp_path, request):
    case = given.cases.draft(
        CaseDraft(item_id=id_of_shipped("minimum-living"), applicant="李强")
    ).value
    file = given.case_files.add(case, "一.jpg", a_photo()).value
    given.case_files.give_out(file, tmp_path / "b.jpg", "街道复核")
    view = request.getfixturevalue("view")
    model = view.model
    column = [each.key for each in model.columns].index("what")
    item = given.cases.page(case).case.item
    assert [model.index(row, column).data() for row in range(model.rowCount())] == [
        f"File of case {item}",
        *["List of residents"] * 3,
    ]
    assert purposes(view)[0] == "街道复核"


def test_it_is_narrowed_by_words_kind_and_day(qtbot, given, view):
    view.bar.text.setText("疫苗")
    qtbot.waitUntil(lambda: purposes(view) == ["疫苗接种"])
    view.bar.text.clear()
    view.bar.full.click()
    qtbot.waitUntil(lambda: purposes(view) == ["人口普查"])
    view.bar.since.line.setText("2026-03-02")
    qtbot.waitUntil(lambda: purposes(view) == [])
    assert "Nothing found" in view.empty.title.text()


def test_a_list_given_out_meanwhile_appears(qtbot, given, view, operations, tmp_path):
    def give(_):
        done = given.exports.residents(tmp_path / "b.csv", Silence(), ask=an_ask("核对"))
        return Done(done, frozenset({Topic.EXPORTS}))

    operations.perform(give, owner=view)
    qtbot.waitUntil(lambda: "核对" in purposes(view))


def test_what_stands_behind_a_line_is_told_beside_it(given, view):
    model = view.model
    tips = {
        column.key: model.index(0, at).data(Qt.ItemDataRole.ToolTipRole)
        for at, column in enumerate(model.columns)
    }
    assert "履行法定职责" in tips["purpose"]
    assert "a.csv" in tips["number"]


def test_it_can_be_read_in_both_languages(language, given, view):
    assert complaints(view) == []
