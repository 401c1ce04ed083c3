"""Keeping cases to be found: by number, by the applicant's name and its sound, by the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.items import VersionId
from station_app.domain.search.entries import Kind, entry_of_case

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from station_app.services.pinyin import Readings
    from station_app.store.search.records import CaseFound
    from station_app.store.transaction import Transaction


class CaseIndexer:
    """Brings the search in step with cases; *readings* are those of Han characters."""

    def __init__(self, readings: Callable[[str], Readings]) -> None:
        self._readings = readings

    def renew(self, tx: Transaction, keys: Collection[str]) -> None:
        """Let the cases *keys* be found by what now stands in them, if they still stand."""
        found = tx.found.cases(keys)
        tx.search.remove_many((case.seq for case in found if case.is_binned), Kind.CASE)
        tx.search.renew_many(
            entry_of_case(
                seq=case.seq,
                key=case.key,
                numbers=(case.number, case.ordered_as),
                applicant=case.applicant,
                item_names=(case.item, *self._aliases(tx, case)),
                readings=self._readings(case.applicant).full,
            )
            for case in found
            if not case.is_binned
        )

    def _aliases(self, tx: Transaction, case: CaseFound) -> tuple[str, ...]:
        version = tx.items.version(VersionId(case.version_id))
        return version.particulars.aliases
