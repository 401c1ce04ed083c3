"""How the printers of this device are set right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from station_app.domain.overprint import AS_IT_IS, Alignment, Printer
from station_app.store.certificates.batch_rows import PrinterAlignmentRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PARTS = 100


class Printers:
    """The printers within one transaction; the exchange does not know of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Printer, ...]:
        """Return the printers that were set right, by name."""
        row = PrinterAlignmentRow
        query = select(row.name, row.shift_right, row.shift_down, row.scale).order_by(row.name)
        return tuple(
            Printer(name=name, alignment=_alignment(*kept))
            for name, *kept in self._session.execute(query)
        )

    def alignment(self, name: str) -> Alignment:
        """Return how the printer *name* is set right."""
        found = {printer.name: printer.alignment for printer in self.all()}
        return found.get(name, AS_IT_IS)

    def keep(self, printer: Printer) -> None:
        """Set a printer right from now on."""
        row, right = PrinterAlignmentRow, printer.alignment
        self._session.execute(delete(row).where(row.name == printer.name))
        values = {"shift_right": right.right, "shift_down": right.down, "scale": right.scale}
        kept = {column: round(value * _PARTS) for column, value in values.items()}
        self._session.execute(insert(row).values(name=printer.name, **kept))


def _alignment(right: int, down: int, scale: int) -> Alignment:
    return Alignment(right=right / _PARTS, down=down / _PARTS, scale=scale / _PARTS)
