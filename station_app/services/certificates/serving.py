"""What every use case of papers stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.clock import Clock
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.settings import SettingsService
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store


class PaperService:
    """The store with its settings and tables, today, and the desk where papers are drawn.

    *mark* is called after a number was given. Certificates and refusals differ in what
    they decide, not in what they need for it.
    """

    def __init__(
        self,
        store: Store,
        settings: SettingsService,
        reference: Reference,
        clock: Clock,
        *,
        desk: PaperDesk,
        mark: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._reference = reference
        self._clock = clock
        self._desk = desk
        self._mark = mark
