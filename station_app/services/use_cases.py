"""What most use cases stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.domain.clock import Clock
    from station_app.services.settings import SettingsService
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store

    Usual = tuple[Store, SettingsService, Reference, Clock]


class UseCases:
    """The store with its settings, the tables and rules of the program, and today."""

    def __init__(self, *usual: *Usual) -> None:
        self._store, self._settings, self._reference, self._clock = usual
