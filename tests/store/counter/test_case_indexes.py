"""What lists of cases ask of SQLite: all of it stands in an index, and groups come in order."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, event

from station_app.domain.counter.case_flow import CaseState
from station_app.domain.counter.case_lists import CaseFilter, CaseView

CHOICES = {
    **{view.value: CaseFilter(view=view) for view in CaseView},
    "text": CaseFilter(view=CaseView.ALL, text="张三"),
    "channel": CaseFilter(view=CaseView.ALL, channel="home"),
    "colleague": CaseFilter(view=CaseView.ALL, assignee="王芳"),
    "office": CaseFilter(view=CaseView.DONE, office="street"),
    "states": CaseFilter(view=CaseView.ALL, states=(CaseState.CLOSED,)),
}


@pytest.fixture
def plans_of(station):
    """Return a function that tells how SQLite goes about what *act* asks of cases."""

    def asked(act):
        seen = []

        def note(connection, cursor, statement, parameters, context, many):
            if "window_case" in statement:
                seen.append((statement, parameters))

        event.listen(Engine, "before_cursor_execute", note)
        try:
            act(station.cases)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        assert seen
        with station.store.reading() as tx:
            run = tx.session.connection().exec_driver_sql
            return [
                row[3] for each in seen for row in run(f"EXPLAIN QUERY PLAN {each[0]}", each[1])
            ]

    return asked


@pytest.mark.parametrize("chosen", CHOICES.values(), ids=CHOICES)
def test_lists_read_no_row_of_the_table(plans_of, chosen):
    [first, *_] = plans_of(lambda cases: cases.keys(chosen))
    assert "COVERING INDEX ix_window_case_" in first


@pytest.mark.parametrize("view", [CaseView.ALL, CaseView.DONE])
def test_long_lists_come_in_order_and_are_not_sorted(plans_of, view):
    assert len(plans_of(lambda cases: cases.keys(CaseFilter(view=view)))) == 1


@pytest.mark.parametrize("text", ["", "张三"])
def test_cases_are_counted_in_one_walk_that_sorts_nothing(plans_of, text):
    [walk] = plans_of(lambda cases: cases.counts(CaseFilter(view=CaseView.ALL, text=text)))
    assert "COVERING INDEX ix_window_case_listed" in walk
