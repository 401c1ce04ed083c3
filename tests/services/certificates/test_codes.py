"""The modules of a code, beside those of another encoder."""

from __future__ import annotations

import random

import pytest
import segno

from station_app.services.certificates.drawing.codes import modules

MASKS = range(8)
LENGTHS = (1, 17, 91, 182, 250, 303, 403, 777, 1159)
"""None whose data and terminator end on a byte: docs/adr/0003-packages.md tells why."""


def of_another(digits, mask):
    code = segno.make_qr(digits, error="q", mode="numeric", boost_error=False, mask=mask)
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix)


@pytest.mark.parametrize("length", LENGTHS)
def test_a_code_is_what_another_encoder_makes_of_the_digits_but_for_the_mask(length):
    digits = "".join(random.Random(length).choices("0123456789", k=length))
    found = modules(digits)
    assert any(found == of_another(digits, mask) for mask in MASKS)
