"""The comparison down to its records: what tells why two copies differ."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from station_app.services.sync.comparing import Cause, Cell, Line, Match, RecordLine, Told
from tests.ui.sync.records import a_device
from ui.kit.buttons import Button
from ui.sync.compare_columns import CompareColumns
from ui.sync.compare_panel import ComparePanel

LINE = Line(table="resident", grid="g1", grid_name="一号网格", here=1_234)


def a_record(title="曾小贤", cause=Cause.CHANGED, *, table="resident", key="k", resident="r"):
    return RecordLine(table=table, key=key, title=title, resident=resident, cause=cause)


@pytest.fixture
def panel(qtbot):
    made = ComparePanel()
    qtbot.addWidget(made)
    return made


def show(panel, *records, line=LINE):
    panel.show_records(line, "网格平板", records)
    return panel.texts()


def opened(panel):
    """Press every *Show* there is; return where they lead."""
    heard = []
    panel.record_asked.connect(lambda kind, key: heard.append((kind, key)))
    for button in panel.findChildren(Button):
        button.click()
    return heard


def test_a_line_is_headed_by_what_it_counts_and_whose_it_is(panel):
    show(panel, a_record())
    assert (panel.title.text(), panel.subtitle.text()) == ("Residents", "一号网格 · 网格平板")


def test_a_line_of_no_grid_says_so(panel):
    show(panel, a_record(), line=Line(table="resident", grid=""))
    assert panel.subtitle.text() == "No grid · 网格平板"


def test_each_record_says_why_it_is_here(panel):
    records = [a_record(name, cause) for name, cause in zip("甲乙丙", Cause, strict=True)]
    assert show(panel, *records) == [
        "甲: Changed here, not confirmed there",
        "乙: Waits for another record",
        "丙: To be reviewed",
    ]


def test_a_record_without_a_name_is_still_a_line(panel):
    assert show(panel, a_record("")) == [
        "A record without a name: Changed here, not confirmed there"
    ]


def test_nothing_in_question_says_what_to_do_next(panel):
    assert show(panel) == []
    said = " ".join(each.text() for each in panel.findChildren(QLabel))
    assert "open the same line on the other computer" in said


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (a_record(), ("resident", "r")),
        (a_record(table="document"), ("resident", "r")),
        (a_record(table="household", resident=""), ("household", "k")),
        (a_record(table="dwelling", resident=""), ("dwelling", "k")),
        (a_record(table="certificate", resident=""), ("certificate", "k")),
        (a_record(cause=Cause.CONFLICT), ("resident", "r")),
    ],
)
def test_a_record_leads_to_where_it_can_be_seen(panel, record, place):
    show(panel, record)
    assert opened(panel) == [place]


@pytest.mark.parametrize(
    "record", [a_record(table="setting", resident=""), a_record(cause=Cause.WAITING)]
)
def test_what_lies_nowhere_yet_leads_nowhere(panel, record):
    show(panel, record)
    assert opened(panel) == []


def test_the_next_line_takes_the_place_of_the_former(panel):
    show(panel, a_record("甲"), a_record("乙"))
    assert show(panel, a_record("丙")) == ["丙: Changed here, not confirmed there"]


@pytest.fixture
def columns(qapp):
    """The columns with one device side by side, by key."""
    told = Told(a_device(), 3, datetime(2026, 3, 1, tzinfo=UTC), 0)
    maker = CompareColumns()
    yield {column.key: column for column in maker.of([told])}
    maker.deleteLater()


def a_line(match, *, there=7, changed=0):
    return Line(table="resident", grid="", here=1_234, cells={"d": Cell(there, match, changed)})


def test_a_device_has_a_column_under_its_name(columns):
    assert list(columns) == ["table", "grid", "here", "device-d"]
    assert columns["device-d"].title() == "网格平板"


def test_numbers_stand_readably_and_what_nobody_told_is_a_dash(columns):
    assert columns["here"].text(LINE) == "1,234"
    assert columns["device-d"].text(a_line(Match.EQUAL, there=12_345)) == "12,345"
    assert columns["device-d"].text(LINE) == "–"
    assert columns["device-d"].badges(LINE) == []
    assert columns["device-d"].tip(LINE) == ""


@pytest.mark.parametrize("match", Match)
def test_each_match_is_a_word_in_a_pill(columns, match):
    (badge,) = columns["device-d"].badges(a_line(match))
    assert badge.text
    assert badge.text != match.value


def test_only_what_is_on_its_way_says_how_much_is_not_confirmed(columns):
    tip = columns["device-d"].tip
    assert tip(a_line(Match.ON_ITS_WAY, changed=2_000)) == (
        "2,000 changed here are not confirmed there."
    )
    assert tip(a_line(Match.DIFFERENT, changed=2_000)) == ""


def test_a_table_of_a_newer_program_is_shown_as_it_is_called(columns):
    assert columns["table"].text(Line(table="weather", grid="")) == "weather"
    assert columns["grid"].text(Line(table="weather", grid="")) == "No grid"
