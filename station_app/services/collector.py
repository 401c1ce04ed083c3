"""The collector of cyclic garbage, let rest while hundreds of thousands of rows are made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_collector() -> Iterator[None]:
    """Let the collector of cycles rest while a roster is at work.

    It would look through twenty thousand new rows again and again, and none of
    them is part of a cycle: a tenth of the time.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
