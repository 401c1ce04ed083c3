"""Printers of this device, set right for forms that were printed before (套打)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.overprint import (
    NAME_LENGTH,
    Printer,
    problems_with,
    problems_with_measures,
    reckoned,
)
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.overprint import Alignment, Measured
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.SETTINGS, Topic.AUDIT})


class PrinterService:
    """The use cases of printers; their values stay on this device."""

    def __init__(self, store: Store, *, desk: Callable[[], PaperDesk]) -> None:
        self._store = store
        self._desk = desk

    @needs(Permission.CERTIFICATE_READ)
    def printers(self) -> tuple[Printer, ...]:
        """Return the printers that were set right, by name."""
        with self._store.reading() as tx:
            return tx.printers.all()

    @needs(Permission.CERTIFICATE_ISSUE)
    def set_right(self, printer: Printer) -> Done[None]:
        """Keep how *printer* is set right.

        Raises :class:`ValidationFailedError` for a shift or scale out of bounds.
        """
        problems = problems_with(printer.alignment)
        if not 0 < len(printer.name.strip()) <= NAME_LENGTH:
            problems = (Problem("name", "missing"), *problems)
        if problems:
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            tx.printers.keep(printer)
            right = printer.alignment
            told = f"{right.right:g} / {right.down:g} / {right.scale:g} %"
            tx.audit.add("printer:alignment:changed", "", title=printer.name, how=told)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_READ)
    def reckoned(self, measured: Measured, now: Alignment) -> Alignment:
        """Return what sets a printer right whose test sheet, printed as *now*, was *measured*.

        Raises :class:`ValidationFailedError` for measures that are none of the sheet, or
        that no value within bounds sets right.
        """
        if problems := problems_with_measures(measured):
            raise ValidationFailedError(problems)
        found = reckoned(measured, now)
        if problems := problems_with(found):
            raise ValidationFailedError(problems)
        return found

    @needs(Permission.CERTIFICATE_READ)
    def test_sheet(self, printer: Printer) -> Paper:
        """Return the test sheet as *printer* is told to print it."""
        return self._desk().draw_test_sheet(printer)

    @needs(Permission.CERTIFICATE_READ)
    def onto_form(self, pdf: bytes, name: str) -> Paper:
        """Return only the fields of the paper *pdf*, set right for the printer *name*.

        Raises :class:`RefusedError`: ``paper.no-form``, ``paper.off-the-page``.
        """
        with self._store.reading() as tx:
            alignment = tx.printers.alignment(name)
        return self._desk().onto_form(pdf, alignment)
