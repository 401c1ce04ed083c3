"""The lines of a long table: fetched in blocks when they are asked for, and forgotten again.

No model and no widget: :mod:`ui.kit.lazy_table` shows what is kept here.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.kit.jobs import JobRunner

KeyT = TypeVar("KeyT")
LineT = TypeVar("LineT")
LineT_co = TypeVar("LineT_co", covariant=True)

# about two screens full: smaller ones are asked for too often, larger ones come late
BLOCK = 64
MOST_BLOCKS = 64
MOST_WAITING = 4


class LineSource(Protocol[KeyT, LineT_co]):
    """Where the lines of a table come from."""

    def lines(self, keys: Sequence[KeyT]) -> Mapping[KeyT, LineT_co]:
        """Return the lines of *keys*; a key that is gone has none."""
        ...


class KeptBlocks(Generic[KeyT, LineT]):
    """The blocks that are here; those not looked at for longest are forgotten."""

    def __init__(self) -> None:
        self._blocks: OrderedDict[int, Mapping[KeyT, LineT]] = OrderedDict()
        # shown until the new lines come: nothing flickers when a page is refreshed
        self._stale: set[int] = set()

    def __contains__(self, block: int) -> bool:
        """Whether *block* is here, be it stale."""
        return block in self._blocks

    def is_fresh(self, block: int) -> bool:
        """Whether *block* is here and need not be fetched anew."""
        return block in self._blocks and block not in self._stale

    def peek(self, block: int) -> Mapping[KeyT, LineT]:
        """Return the lines of *block*, none when it is not here."""
        return self._blocks.get(block, {})

    def look(self, block: int) -> Mapping[KeyT, LineT]:
        """Return the lines of *block*, which has been looked at now."""
        if block in self._blocks:
            # the oldest of an OrderedDict stand first, so what was looked at goes to the end
            self._blocks.move_to_end(block)
        return self.peek(block)

    def keep(self, block: int, lines: Mapping[KeyT, LineT]) -> None:
        """Keep *lines* as the newest state of *block*."""
        self._blocks[block] = lines
        self._blocks.move_to_end(block)
        self._stale.discard(block)
        while len(self._blocks) > MOST_BLOCKS:
            forgotten, _ = self._blocks.popitem(last=False)
            self._stale.discard(forgotten)

    def grow_stale(self) -> None:
        """Let every block be fetched anew when it is next asked for."""
        self._stale.update(self._blocks)

    def clear(self) -> None:
        """Forget everything."""
        self._blocks.clear()
        self._stale.clear()


class WaitingBlocks:
    """Blocks asked for while another is fetched. The latest comes first: there the eye is."""

    def __init__(self) -> None:
        self._waiting: list[int] = []

    def __bool__(self) -> bool:
        """Whether any block waits."""
        return bool(self._waiting)

    def ask(self, block: int) -> None:
        """Let *block* wait; one that waits already comes to the front."""
        if block in self._waiting:
            self._waiting.remove(block)
        self._waiting.append(block)
        # scrolled past meanwhile: nobody looks at them any more
        del self._waiting[:-MOST_WAITING]

    def take(self) -> int:
        """Return the block to fetch next, which does not wait any more."""
        return self._waiting.pop()

    def clear(self) -> None:
        """Let none wait."""
        self._waiting.clear()


class LazyLines(QObject, Generic[KeyT, LineT]):
    """The lines of *keys*, fetched from *source*: with *jobs* in the background.

    ``arrived`` tells the first and the last row that can be shown now. A source that
    fails is told to the shell.
    """

    arrived = Signal(int, int)

    def __init__(
        self, source: LineSource[KeyT, LineT], jobs: JobRunner | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._source, self._jobs = source, jobs
        self.keys: Sequence[KeyT] = ()
        self._blocks: KeptBlocks[KeyT, LineT] = KeptBlocks()
        self._waiting = WaitingBlocks()
        self._fetching: int | None = None
        # lines asked for under other keys arrive later and must not be taken for these
        self._generation = 0
        self._latest_block = 0
        self._ahead: int | None = None  # fetched though nobody asked yet

    def begin(self, keys: Sequence[KeyT], first_lines: Mapping[KeyT, LineT]) -> None:
        """Hold the lines of *keys* from now on; *first_lines* are here already."""
        self._generation += 1
        self.keys = keys
        self._blocks.clear()
        self._waiting.clear()
        self._latest_block = 0
        self._ahead = None
        for block in range((len(first_lines) + BLOCK - 1) // BLOCK):
            held = self._keys_of(block)
            # a block is either whole or not there: half of one would look like lines gone
            if held and all(key in first_lines for key in held):
                self._blocks.keep(block, {key: first_lines[key] for key in held})

    def forget(self) -> None:
        """Fetch every line anew when it is next asked for."""
        self._generation += 1
        self._blocks.grow_stale()

    def fetch(self, keys: Sequence[KeyT]) -> list[LineT]:
        """Return the lines of *keys* in their order, straight from the source."""
        found = self._source.lines(keys)
        return [found[key] for key in keys if key in found]

    def here(self, row: int) -> LineT | None:
        """Return the line in *row* if it is here; fetches nothing."""
        return self._blocks.peek(row // BLOCK).get(self.keys[row])

    def line(self, row: int) -> LineT | None:
        """Return the line in *row* if it is here, else have it fetched."""
        block = row // BLOCK
        if not self._blocks.is_fresh(block):
            self._want(block)
        return self._blocks.look(block).get(self.keys[row])

    def is_awaited(self, row: int) -> bool:
        """Whether the line in *row* is still to come; one gone from the store is not."""
        return row // BLOCK not in self._blocks

    def _want(self, block: int) -> None:
        if self._jobs is None:
            self._blocks.keep(block, self._source.lines(self._keys_of(block)))
            return
        if block == self._fetching:
            return
        self._waiting.ask(block)
        if self._fetching is None:
            self._fetch_next()

    def _fetch_next(self) -> None:
        if self._jobs is None or self._fetching is not None or not self._waiting:
            return
        block = self._waiting.take()
        keys, generation = self._keys_of(block), self._generation
        self._fetching = block

        def arrived(lines: Mapping[KeyT, LineT]) -> None:
            self._arrived(block, generation, lines)

        self._jobs.start(
            lambda _: self._source.lines(keys), owner=self, done=arrived, failed=self._not_arrived
        )

    def _arrived(self, block: int, generation: int, lines: Mapping[KeyT, LineT]) -> None:
        self._fetching = None
        if generation == self._generation:
            self._blocks.keep(block, lines)
            self.arrived.emit(block * BLOCK, min((block + 1) * BLOCK, len(self.keys)) - 1)
            # one block ahead and no more, or the whole table would follow
            if block != self._ahead:
                self._prefetch(block)
        # asked for before the latest change; the view will not ask again by itself
        elif block * BLOCK < len(self.keys):
            self._waiting.ask(block)
        self._fetch_next()

    def _not_arrived(self, error: Exception) -> None:
        self._fetching = None
        # else each block in line would fail and be told in turn
        self._waiting.clear()
        if self._jobs is not None:
            self._jobs.failed_unheard.emit(error)

    def _prefetch(self, block: int) -> None:
        # in the direction somebody scrolls
        ahead = block - 1 if block < self._latest_block else block + 1
        self._latest_block = block
        is_inside = 0 <= ahead * BLOCK < len(self.keys)
        if is_inside and ahead not in self._blocks and not self._waiting:
            self._waiting.ask(ahead)
            self._ahead = ahead

    def _keys_of(self, block: int) -> Sequence[KeyT]:
        return self.keys[block * BLOCK : (block + 1) * BLOCK]
