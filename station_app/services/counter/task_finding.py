"""Keeping tasks from above to be found: by name and sender, how they sound, and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.search.entries import Kind, entry_of_task

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from station_app.services.pinyin import Readings
    from station_app.store.transaction import Store, Transaction


class TaskIndexer:
    """Brings the search in step with tasks; *readings* are those of Han characters."""

    def __init__(self, readings: Callable[[str], Readings]) -> None:
        self._readings = readings

    def renew(self, tx: Transaction, keys: Collection[str]) -> None:
        """Let the tasks *keys* be found by what now stands in them, if they still stand."""
        found = tx.found.tasks(keys)
        tx.search.remove_many((task.seq for task in found if task.is_binned), Kind.TASK)
        tx.search.renew_many(
            entry_of_task(
                seq=task.seq,
                key=task.key,
                name=task.name,
                sender=task.sender,
                numbers=(task.approval_no, task.document),
                sounds=(self._readings(task.name).full, self._readings(task.sender).full),
            )
            for task in found
            if not task.is_binned
        )


def make_findable(store: Store, readings: Callable[[str], Readings]) -> None:
    """Let the tasks of *store* be found that were kept before tasks could be found.

    Such a store was put back from an old backup, or is opened by a newer program for the
    first time.
    """
    with store.reading() as tx:
        if tx.search.count(Kind.TASK) == tx.found.count_of_tasks():
            return
    with store.transaction() as tx:
        TaskIndexer(readings).renew(tx, tx.found.every_task())
