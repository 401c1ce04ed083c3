"""What was entered at two devices is listed after they have exchanged, and led to."""

from __future__ import annotations

import pytest

from tests.factories import a_resident
from tests.services.counter.test_orders import entered, take
from tests.stations import back_and_forth
from tests.ui.fitting import complaints
from ui.kit.buttons import Button
from ui.sync.parts import Remark

NUMBER = "110000199001010013"


@pytest.fixture
def both(pair, tmp_path):
    """The keys of one order of 12345, entered at the station and at the desk."""
    one, other = pair
    keys = entered(one), entered(other)
    back_and_forth(one, other, tmp_path)
    return keys


def shown(hand, count):
    hand.page.show_view("doubles")
    hand.wait(lambda: hand.page.doubles.model.rowCount() == count)
    return hand.page.doubles


def records(view):
    return [each.text.text() for each in view.panel.findChildren(Remark)]


def test_nothing_entered_twice_says_when_something_would_stand_here(pair, a_page):
    view = shown(a_page(pair[0]), 0)
    assert view.empty.title.text() == "Nothing seems to be entered twice"
    assert view.panel.isHidden()


def test_an_order_of_two_devices_names_both_cases_and_leads_to_them(pair, both, a_page, doings):
    hand = a_page(pair[0])
    view = shown(hand, 1)
    numbers = [pair[0].cases.page(key).case.number for key in sorted(both)]
    hand.wait(lambda: len(records(view)) == 2)
    assert [each.split()[0] for each in records(view)] == numbers
    view.table.opened.emit(view.table.current_key())
    buttons = [each.findChild(Button) for each in view.panel.findChildren(Remark)]
    assert buttons[0].hasFocus()
    buttons[1].click()
    assert doings.opened == [("case", max(both))]
    assert complaints(hand.page) == []


def test_the_segment_counts_them_until_they_are_settled(pair, both, a_page):
    one = pair[0]
    hand = a_page(one)
    segment = hand.page.views.segments.segment("doubles")
    hand.wait(lambda: segment.text() == "Entered twice 1")
    hand.page._context.operations.perform(
        lambda _: take(one, both[1], "settle_double", both[0]), owner=hand.page
    )
    hand.wait(lambda: segment.text() == "Entered twice")
    shown(hand, 0)


def test_a_person_of_two_devices_is_listed_with_the_number_masked(pair, a_page, tmp_path):
    one, other = pair
    a_resident(one, "钱进", number=NUMBER)
    a_resident(other, "钱近", number=NUMBER)
    back_and_forth(one, other, tmp_path)
    view = shown(a_page(one), 1)
    assert view.model.line_at(0).number == "110000********0013"
    assert set(records(view)) == {"钱进", "钱近"}
