"""The digits that a file carries: a PDF of ours, a file of digits, a photograph or scan."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code.digits import MOST_DIGITS, MOST_TYPED, PREFIX
from station_app.services.certificates.code_limits import MOST_BYTES, PDF, READER_FLAG, SECONDS
from station_app.services.certificates.preview import keywords_of
from station_app.services.child_talk import ask_child
from station_app.services.confinement import child_command, starter_of
from station_app.services.given_files import read_given
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from pathlib import Path

STARTER: Final = starter_of("station_app.services.certificates.code_child")
MOST_ANSWER: Final = 100_000


def digits_in(path: Path) -> str:
    """Return the digits of the code that the file at *path* carries.

    Raises :class:`RefusedError`: ``file-missing`` if it cannot be read, ``verify.no-code`` when
    no code of a paper is seen in it, ``verify.several-codes`` when there are more than one.
    """
    data = read_given(path, MOST_BYTES)
    found = _written(data) or _seen(data)
    if not found.strip():
        raise RefusedError("verify.no-code")
    return found


def reader_command() -> list[str]:
    """Return the command that starts the child, which goes to its ``main``."""
    return child_command(READER_FLAG, STARTER)


def _written(data: bytes) -> str:
    """Return the digits that stand in *data* as text, empty for none."""
    if data.startswith(PDF) and len(data) <= MOST_BYTES:
        return keywords_of(data).strip()
    if len(data) <= MOST_TYPED and data.isascii():
        return data.decode("ascii")
    return ""


def _seen(data: bytes) -> str:
    """Return the digits of the code that is seen in the picture or PDF *data*."""
    if len(data) > MOST_BYTES:
        return ""
    heard = ask_child(reader_command(), data, Silence(), seconds=SECONDS, most=MOST_ANSWER)
    told: object = None
    with suppress(ValueError):
        told = json.loads(heard.answer)
    found = [each for each in told if _is_ours(each)] if isinstance(told, list) else []
    if len(found) > 1:
        raise RefusedError("verify.several-codes", count=len(found))
    return found[0] if found else ""


def _is_ours(told: object) -> bool:
    """Whether *told* may be the digits of a paper; nothing that such a child says is believed."""
    return (
        isinstance(told, str)
        and told.isascii()
        and told.isdecimal()
        and told.startswith(PREFIX)
        and len(told) <= MOST_DIGITS
    )
