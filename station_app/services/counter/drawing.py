"""What the use cases of the window stand on that draw papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.clock import Clock
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.settings import SettingsService
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store


class Drawing:
    """The store with its settings and tables, today, and the desk, made when first asked for."""

    def __init__(
        self,
        store: Store,
        settings: SettingsService,
        reference: Reference,
        clock: Clock,
        *,
        desk: Callable[[], PaperDesk],
    ) -> None:
        self._store, self._settings = store, settings
        self._reference, self._clock = reference, clock
        self._desk = desk
