"""A field that only this room has: an address in any wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.addresses import NOTHING, read_address
from ui.kit.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.addresses import DwellingParts


class AddressField(TextField):
    """An address as people write it; beneath stands how it will be kept.

    Any order and wording is read; what is kept is written one way only.
    """

    def __init__(self, title: str, estates: Sequence[str] = ()) -> None:
        super().__init__(title, placeholder=self.tr("such as 幸福里3-2-501"))
        self._estates = tuple(estates)
        self.changed.connect(self._show_rendered)

    def set_value(self, value: str) -> None:
        """Show *value*."""
        super().set_value(value)
        self._show_rendered()

    def parts(self) -> DwellingParts | None:
        """Return the dwelling meant, None when nothing is typed."""
        reading = read_address(self.value(), self._estates)
        return None if reading.parts == NOTHING else reading.parts

    def rendered(self) -> str:
        """Return the one way the address is written."""
        return read_address(self.value(), self._estates).text if self.value() else ""

    def _show_rendered(self) -> None:
        text, parts = self.rendered(), self.parts()
        if not text:
            self.set_hint("")
        elif parts is not None and parts.is_dwelling:
            self.set_hint(self.tr("Will be kept as {address}").format(address=text))
        else:
            self.set_hint(
                self.tr("Will be kept as {address} – no room given").format(address=text)
            )
