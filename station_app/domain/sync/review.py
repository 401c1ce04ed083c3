"""Reviewing conflicts (冲突核对): what a person is asked, and what is proposed to him.

A *point* is one question: which of several values of a field shall stand, or whether
a record that somebody deleted while somebody else was editing it shall come back.
A *case* is all that is open about one person, place or table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

SUSPECT_AHEAD = timedelta(hours=24)

DELETE, RESTORE, OTHER = "delete", "restore", "other"
"""Choices that are no version: leave the record deleted, bring it back, say something else."""

ASKED_ALWAYS = frozenset(
    {
        ("document", "kind"),
        ("document", "number"),
        ("document", "resident_id"),
        ("resident", "died_on"),
        ("resident_tag", "code"),
        ("certificate", "number"),
        ("certificate", "state"),
        ("certificate_request", "stage"),
    }
)
"""(table, column) for which nothing is ever proposed: who somebody is, that he has died, who
is responsible for him, what paper is valid. So it is with everything that was deleted."""


class CaseKind(StrEnum):
    """What a case is about."""

    PERSON = "person"
    PLACE = "place"
    TABLE = "table"


class ValueKind(StrEnum):
    """How a value is read: ``CODE`` and ``REFERENCE`` are told by name, ``FILE`` by its size."""

    TEXT = "text"
    DATE = "date"
    TRUTH = "truth"
    CODE = "code"
    REFERENCE = "reference"
    COUNT = "count"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A value that somebody entered in a record which somebody else deleted."""

    column: str
    kind: ValueKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOption:
    """One answer: a value as it is shown, and who has said so.

    ``device`` is empty when nobody knows it, ``is_own`` marks what was entered on this
    one. ``stands`` says that it holds for the time being. With ``is_suspect`` its
    clock was far ahead. ``edits`` belong to the answer that brings a record back.
    """

    key: str
    text: str = ""
    device: str = ""
    is_own: bool = False
    person: str = ""
    at: datetime | None = None
    stands: bool = False
    is_suspect: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPoint:
    """One question. ``id`` is another as soon as anything about it is.

    ``column`` is empty when it is about the deletion of the record; ``subject`` tells
    one of several records of the table from another. ``before`` is what both sides
    had found, ``None`` if that is not known. ``proposed`` is the key of an option, or
    empty when a person must choose. ``is_decided`` says that it was decided here, but
    what was decided about has not all arrived: it stays open until then.
    """

    id: str
    table: str
    record: str
    column: str
    kind: ValueKind
    options: tuple[ReviewOption, ...]
    subject: str = ""
    before: str | None = None
    proposed: str = ""
    is_masked: bool = False
    is_decided: bool = False
    takes_other: bool = False

    @property
    def is_deletion(self) -> bool:
        """Whether it is about the deletion of the record."""
        return not self.column

    @property
    def place(self) -> tuple[str, str, str]:
        """What it is about, whatever is said of it."""
        return self.table, self.record, self.column


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """All that is open about one person, place or table, since the oldest of it.

    ``record`` is what the window can open (kind, key), if there is such a thing.
    """

    key: str
    kind: CaseKind
    title: str
    points: tuple[ReviewPoint, ...]
    since: datetime
    record: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChoice:
    """What is to stand: the option *option* of a point, or *value* with ``OTHER``."""

    point: str
    option: str
    value: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What has come of choices: how many are closed, how many wait for what is missing."""

    closed: int
    waiting: int


def proposed(options: Sequence[ReviewOption], *, table: str, column: str) -> str:
    """Return the key of the option that is likely to be right, empty if none is.

    Something is likelier than nothing; of several the later one, as far as the clocks
    of both can be trusted.
    """
    # a wrong guess that is confirmed in a row of others is not noticed
    if not column or (table, column) in ASKED_ALWAYS:
        return ""
    said = [option for option in options if option.text]
    if len(said) == 1:
        return said[0].key
    return _latest(said)


def _latest(options: Sequence[ReviewOption]) -> str:
    """Return the key of the latest of *options*, empty if no clock can be trusted to tell."""
    dated = sorted((option.at, option.key) for option in options if option.at is not None)
    if len(dated) < len(options) or any(option.is_suspect for option in options):
        return ""
    moments = [at for at, _ in dated]
    # at the same moment neither is later: a person decides
    is_clear = len(dated) > 1 and moments[-1] != moments[-2]
    return dated[-1][1] if is_clear else ""


def proposals(case: ReviewCase) -> tuple[ReviewChoice, ...]:
    """Return the choices that take everything proposed in *case*."""
    return tuple(
        ReviewChoice(point=point.id, option=point.proposed)
        for point in case.points
        if point.proposed and not point.is_decided
    )


def common_ancestor(
    one: tuple[str, int], other: tuple[str, int], former: Mapping[str, Sequence[tuple[int, str]]]
) -> str | None:
    """Return what two values have both grown out of.

    A value is told with its moment; *former* says of a value at which moments it was
    entered and in the place of what. ``None`` when that is not known.
    """
    chain, beside = _chain(*one, former), _chain(*other, former)
    # of one side nothing is told: what the other had found is still the best answer
    if not chain or not beside:
        return next(iter(chain or beside), None)
    return next((value for value in chain if value in beside), None)


def _chain(value: str, at: int, former: Mapping[str, Sequence[tuple[int, str]]]) -> list[str]:
    """Return what stood before *value*, what before that, and so on."""
    chain: list[str] = []
    while True:
        earlier = [entry for entry in former.get(value, ()) if entry[0] <= at]
        if not earlier:
            return chain
        moment, value = max(earlier)
        # strictly earlier each time, or a value that was put back would be followed for ever
        at = moment - 1
        chain.append(value)
