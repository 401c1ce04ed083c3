"""Accounts of all edits: who wrote what, and what he had seen; kept by the tests alone.

Edits go by bits, so that what somebody has seen is one number.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

LIFE = "(life)"


@dataclass(frozen=True)
class Edit:
    """A value of a cell; of the life of a row, whether it lives."""

    bit: int
    place: tuple
    value: object
    dot: tuple
    seen: int


class Accounts:
    """All edits of one history; ``gone`` are those that no device and no file holds."""

    def __init__(self):
        self.edits = []
        self.gone = 0
        self._of_dot = defaultdict(int)
        self._of_row = defaultdict(int)

    def note(self, places, dot, seen):
        """Note that *places* (place → value) were written as *dot*; returns their bits."""
        bits = 0
        for place, value in places.items():
            edit = Edit(1 << len(self.edits), place, value, dot, seen)
            self.edits.append(edit)
            self._of_row[place[:2]] |= edit.bit
            bits |= edit.bit
        self._of_dot[dot] |= bits
        return bits

    def of_dots(self, dots):
        """Return the bits of all edits that were written as *dots*."""
        bits = 0
        for dot in dots:
            bits |= self._of_dot.get(dot, 0)
        return bits

    def of_rows(self, rows):
        """Return the bits of all edits of *rows*."""
        bits = 0
        for row in rows:
            bits |= self._of_row.get(row, 0)
        return bits

    def of_site(self, site):
        """Return the bits of all that *site* has written."""
        return sum(edit.bit for edit in self.edits if edit.dot[0] == site)

    def unwrite(self, site, counter):
        """Forget what *site* wrote after *counter*: nobody has ever seen it."""
        for edit in self.edits:
            if edit.dot[0] == site and edit.dot[1] > counter:
                self.gone |= edit.bit
                self._of_dot.pop(edit.dot, None)

    def keep_only(self, held):
        """Note that nothing but *held* is anywhere any more."""
        self.gone |= ((1 << len(self.edits)) - 1) & ~held

    def lost(self, lives, versions, conflicts):
        """Return the edits that are neither there, nor replaced by one that had seen them,
        nor in the list of conflicts."""
        listed = {
            (place[:2], dot) for place, _, (a, _), (b, _) in conflicts.values() for dot in (a, b)
        }
        by_row = defaultdict(list)
        for edit in self.edits:
            if not edit.bit & self.gone:
                by_row[edit.place[:2]].append(edit)
        lost = []
        for row, edits in by_row.items():
            sound = {
                edit.bit
                for edit in edits
                if (row, edit.dot) in listed
                or _stands(edit, lives, versions)
                or any(_replaces(other, edit) for other in edits)
            }
            lost += [
                edit
                for edit in edits
                if edit.bit not in sound
                and not any(_says_the_same(each, edit) for each in edits if each.bit in sound)
            ]
        return lost


def _stands(edit, lives, versions):
    life, _, birth = lives.get(edit.place[:2], (0, None, None))
    if edit.place[2] == LIFE:
        return life % 2 == int(edit.value)
    return life % 2 == 1 and versions.get(edit.place, birth) == edit.dot


def _replaces(later, edit):
    is_same = later.place == edit.place or later.place[2] == LIFE
    return is_same and bool(later.seen & edit.bit) and later.dot != edit.dot


def _says_the_same(one, other):
    return one.place == other.place and one.value == other.value
