"""What the use cases of the window stand on that draw papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.later import later
from station_app.services.use_cases import UseCases

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from station_app.services.certificates import report_wording
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.rights_papers import Part
    from station_app.services.use_cases import Usual
else:
    report_wording = later("station_app.services.certificates.report_wording")


class Drawing(UseCases):
    """What is usual, and the desk, made when first asked for."""

    def __init__(self, *usual: *Usual, desk: Callable[[], PaperDesk]) -> None:
        super().__init__(*usual)
        self._desk = desk

    def _handler(self) -> str:
        """Return the name of whoever draws a paper."""
        with self._store.reading() as tx:
            return tx.me

    def _draw_report(
        self, kind: report_wording.ReportKind, first: date, last: date, parts: tuple[Part, ...]
    ) -> Paper:
        """Return what *parts* tell of the days from *first* to *last* as a paper."""
        sheet = report_wording.ReportSheet(
            station=self._settings.current().name,
            first=first,
            last=last,
            printed_on=self._clock.today(),
            handler=self._handler(),
            parts=parts,
        )
        return self._desk().draw_report(kind, sheet)
