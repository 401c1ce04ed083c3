"""What of a certificate is printed on a form that has the rest (套打)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.services.certificates.preview import has_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station


def onto_form(station: Station, pdf: bytes) -> Callable[[str], bytes] | None:
    """Return what makes the fields of *pdf* for a printer; None if there is no form for it."""
    if not has_form(pdf):
        return None
    return lambda printer: station.printers.onto_form(pdf, printer).pdf
