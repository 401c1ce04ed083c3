"""A file on its way from one station to another."""

from __future__ import annotations

import pytest

from tests.services.sync.exchanging.files import enter, write


@pytest.fixture
def file(pair, stick):
    """The path of a file from the station to the desk."""
    one, _ = pair
    enter(one, "张三")
    return write(one, stick)[0].path
