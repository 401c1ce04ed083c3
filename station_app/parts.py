"""What the parts of a station stand on: :mod:`station_app.bootstrap` has it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.clock import Clock
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.pinyin import Readings
    from station_app.services.settings import SettingsService
    from station_app.services.use_cases import Usual
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store


class Parts:
    """The store with its settings, today, the tables and the desk; most of it from outside."""

    store: Store
    settings: SettingsService
    clock: Clock
    _mark: Callable[[], None]

    if TYPE_CHECKING:

        @property
        def reference(self) -> Reference:
            """The code tables and rules that come with the program."""

        @property
        def desk(self) -> PaperDesk:
            """Where papers are drawn."""

        def _readings(self, name: str) -> Readings: ...

    @property
    def _usual(self) -> Usual:
        """What most use cases stand on, in the order in which they take it."""
        return self.store, self.settings, self.reference, self.clock
