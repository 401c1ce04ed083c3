"""What the long runs need."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def say(capsys):
    """Return what writes lines to the terminal, captured or not: figures are the point."""

    def write(*lines):
        with capsys.disabled():
            sys.stdout.write("\n".join(["", *lines, ""]))

    return write
