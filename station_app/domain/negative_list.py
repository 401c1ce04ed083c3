"""Papers a committee must not issue (不应出具证明事项清单), and what stays legitimate.

The lists are law for a place and a time: the national one has twenty items, a
province or city may drop some and add its own. They are data; here is how they
are laid over one another and searched by whatever wording a resident uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SHORTEST_QUERY = 2
NO_RANK = 9

_NOT_WORDS = re.compile(r"[\s\u3000,，。、;；:：()（）《》“”\"'·-]+")
_WHOLE_AREAS = re.compile(r"(?:00)+\Z")
_POLITE = re.compile(
    "^(?:我想|我要|请|帮我|给我|麻烦)?(?:开具|开一个|开一份|开个|开张|开|办理|办|出具)?"
)
_PAPER = re.compile("(?:的)?(?:证明材料|证明信|证明书|证明|证)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where to go instead (去哪里办): which office, with which paper or way."""

    name: str
    brings: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NegativeItem:
    """One kind of paper that must not be issued; ``number`` is its place in its list."""

    id: str
    number: int
    title: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTask:
    """Work that a list says is the community's own, to assist with, or not to be taken on.

    ``list_type`` and ``owner`` are codes as tasks from above have them; ``goes_to`` is whose
    work it is instead.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    list_type: str
    owner: str = ""
    affair: str = ""
    goes_to: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NegativeList:
    """A published list: for which area (GB/T 2260 code), by which paper, since when.

    A local list is laid over the national one: ``dropped`` names the items and tasks (by
    ``id``) that do not hold there, ``items`` and ``tasks`` are those it adds.
    """

    area: str
    title: str
    source: str
    doc_no: str
    valid_from: date | None
    valid_to: date | None
    verified: bool
    items: tuple[NegativeItem, ...]
    dropped: frozenset[str] = frozenset()
    tasks: tuple[ListedTask, ...] = ()

    def holds_for(self, area: str, day: date) -> bool:
        """Whether the list is in force on *day* for a station in *area* (12 or fewer digits)."""
        return area.startswith(area_prefix(self.area)) and self.is_in_time(day)

    def is_in_time(self, day: date) -> bool:
        """Whether *day* lies in the time of the list."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegitimateCertificate:
    """A paper the committee may issue, with the law that says so (可出具证明事项).

    ``is_available`` tells whether this program draws it.
    """

    id: str
    title: str
    aliases: tuple[str, ...]
    basis: str
    requested_by: str
    purpose: str
    verification: str
    is_available: bool = False
    verified: bool = False


def area_prefix(area: str) -> str:
    """Return what the codes of all places in *area* begin with."""
    # Digits go in pairs: 420000 is all of 42, but 110110 is one county, not all of 11011.
    return _WHOLE_AREAS.sub("", area)


def in_force(lists: Iterable[NegativeList], *, area: str, day: date) -> tuple[NegativeItem, ...]:
    """Return the items that hold for a station in *area* on *day*."""
    return laid_over(each for each in lists if each.holds_for(area, day))


def laid_over(lists: Iterable[NegativeList]) -> tuple[NegativeItem, ...]:
    """Return the items of *lists*, all of which hold.

    Lists of larger areas come first; each may drop items of those before it.
    """
    items: dict[str, NegativeItem] = {}
    for each in _from_larger_areas(lists):
        items = {key: item for key, item in items.items() if key not in each.dropped}
        items |= {item.id: item for item in each.items}
    return tuple(items.values())


def tasks_laid_over(lists: Iterable[NegativeList]) -> tuple[ListedTask, ...]:
    """Return the tasks of *lists*, laid over one another as the items are."""
    tasks: dict[str, ListedTask] = {}
    for each in _from_larger_areas(lists):
        tasks = {key: task for key, task in tasks.items() if key not in each.dropped}
        tasks |= {task.id: task for task in each.tasks}
    return tuple(tasks.values())


def _from_larger_areas(lists: Iterable[NegativeList]) -> list[NegativeList]:
    return sorted(lists, key=lambda one: len(area_prefix(one.area)))


def match(text: str, items: Iterable[NegativeItem]) -> tuple[NegativeItem, ...]:
    """Return the *items* that *text* may mean, the likeliest first.

    The whole title or an alias counts most, then a part of two characters or
    more, then a longer sentence in which a title or an alias occurs.
    """
    query = _bare(text)
    if len(query) < SHORTEST_QUERY:
        return ()
    ranked = [
        (rank, item.number, item) for item in items if (rank := _rank(query, item)) < NO_RANK
    ]
    return tuple(item for _, _, item in sorted(ranked, key=lambda found: found[:2]))


def match_legitimate(
    text: str, certificates: Iterable[LegitimateCertificate]
) -> tuple[LegitimateCertificate, ...]:
    """Return the *certificates* whose title or alias *text* names, or is a part of."""
    query = _bare(text)
    if len(query) < SHORTEST_QUERY:
        return ()
    return tuple(
        each
        for each in certificates
        if any(query in word or word in query for word in _words(each.title, each.aliases))
    )


def match_tasks(text: str, tasks: Iterable[ListedTask]) -> tuple[ListedTask, ...]:
    """Return the *tasks* that *text* may mean, the likeliest first."""
    query = _bare(text)
    if len(query) < SHORTEST_QUERY:
        return ()
    ranked = [(rank, task) for task in tasks if (rank := _rank(query, task)) < NO_RANK]
    return tuple(task for _, task in sorted(ranked, key=lambda found: found[0]))


def _rank(query: str, item: NegativeItem | ListedTask) -> int:
    """Return how well *query* names *item*: 0 exactly, up to 3 loosely, else NO_RANK."""
    words = _words(item.title, item.aliases)
    if query in words:
        return 0
    if any(word.startswith(query) for word in words):
        return 1
    if any(query in word for word in words):
        return 2
    if any(len(word) >= SHORTEST_QUERY and word in query for word in words):
        return 3
    return NO_RANK


def _words(title: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_bare(word) for word in (title, *aliases))


def _bare(text: str) -> str:
    """Return *text* without politeness, punctuation and the word for a paper at its end."""
    plain = _NOT_WORDS.sub("", text).casefold()
    asked = _POLITE.sub("", plain, count=1)
    subject = _PAPER.sub("", asked)
    # One character left over (户 of 户证) would be found in half the titles.
    return asked if len(subject) == 1 else subject
