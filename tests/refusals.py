"""Why something was refused, for tests that ask for it."""

from __future__ import annotations

import json

import pytest

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.store.data_files import ReferenceInvalidError


def refused(act, *said, **more):
    """Return the reason for which *act* is refused."""
    with pytest.raises(RefusedError) as error:
        act(*said, **more)
    return str(error.value.reason)


def wrong(act, *said, **more):
    """Return what *act* finds wrong, each with its field."""
    with pytest.raises(ValidationFailedError) as error:
        act(*said, **more)
    return [(each.field, each.code) for each in error.value.problems]


def changed(file, change, folder):
    """Return a copy of the data *file* in *folder*, its values as *change* leaves them."""
    values = json.loads(file.read_text(encoding="utf-8"))
    change(values)
    path = folder / file.name
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def why_unread(read, *paths, **more):
    """Return the place and the reason for which *read* refuses a data file."""
    with pytest.raises(ReferenceInvalidError) as error:
        read(*paths, **more)
    return error.value.facts["place"], error.value.facts["reason"]
