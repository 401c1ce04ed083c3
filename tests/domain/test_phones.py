from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.identity.phones import PhoneReading, read_phones

mobiles = st.integers(13_000_000_000, 19_999_999_999).map(str)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("18877679969、025-84397406", ("18877679969", "025-84397406")),
        ("133-0411-4520", ("13304114520",)),
        (18793172333.0, ("18793172333",)),
        (18793172333, ("18793172333",)),
        ("18793172333.0", ("18793172333",)),
        ("13800005678（儿子）", ("13800005678",)),
        ("+86 138 0000 5678", ("13800005678",)),
        ("008613800005678", ("13800005678",)),
        ("\uff11\uff13\uff18\uff10\uff10\uff10\uff10\uff15\uff16\uff17\uff18", ("13800005678",)),
        ("13800005678 13900005678", ("13800005678", "13900005678")),
        ("13800005678/13800005678", ("13800005678",)),
        ("江某18877679969\n梅某：13000005678", ("18877679969", "13000005678")),
        ("025 84397406", ("025-84397406",)),
        ("02584397406转12", ("025-84397406-12",)),
        ("(0371)66886688", ("0371-66886688",)),
        ("010-65551234", ("010-65551234",)),
        ("84397406", ("84397406",)),
        ("+852 9123 4567", ("+852-91234567",)),
        ("400-820-8820", ("400-820-8820",)),
        ("无", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_numbers_are_found_in_what_offices_write(cell, numbers):
    assert read_phones(cell) == PhoneReading(numbers)


@pytest.mark.parametrize("cell", ["1381234567", "010-12345", "138123456789", "12345678901"])
def test_digits_that_make_no_number_are_told(cell):
    reading = read_phones(cell)
    assert reading.numbers == ()
    assert [problem.code for problem in reading.problems] == ["phone_unreadable"]


def test_first_number_is_the_one_to_call():
    assert read_phones("18877679969、025-84397406、84390000").first == "18877679969"
    assert read_phones("无").first == ""


@given(st.lists(mobiles, min_size=1, max_size=3, unique=True), st.sampled_from("、,，;；/ \n"))
def test_several_numbers_are_found_whatever_stands_between(numbers, mark):
    assert read_phones(mark.join(numbers)).numbers == tuple(numbers)


@given(st.text(max_size=40))
def test_reading_the_result_again_changes_nothing(text):
    once = read_phones(text).numbers
    assert read_phones("、".join(once)).numbers == once
