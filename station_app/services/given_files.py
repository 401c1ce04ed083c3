"""Files that somebody gives, read no further than what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path


def read_given(path: Path, most: int) -> bytes:
    """Return the first *most* bytes of the file at *path*, and one more if it is longer.

    Raises :class:`RefusedError` ``file-missing`` if it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error
