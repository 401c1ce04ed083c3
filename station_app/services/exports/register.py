"""The register of exports (导出登记), for whoever answers for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.exports import ExportFilter, ExportLine
    from station_app.store.transaction import Store


class ExportRegister:
    """The use case of looking back at what was given out; nothing in it is ever changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @needs(Permission.AUDIT_READ)
    def lines(self, chosen: ExportFilter) -> Sequence[ExportLine]:
        """Return the exports that *chosen* leaves, the latest first."""
        with self._store.reading() as tx:
            return tx.exports.lines(chosen)
