"""The parts of a station about certificates' forms, batches, numbers and keys, put together.

A part of :mod:`station_app.bootstrap`: like there, what the first window does not need is
loaded when first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.later import later
from station_app.parts import Parts

if TYPE_CHECKING:
    from station_app.services.certificates import batches, numbering, paper_keys, printers
else:
    batches = later("station_app.services.certificates.batches")  # ReportLab
    numbering = later("station_app.services.certificates.numbering")
    paper_keys = later("station_app.services.certificates.paper_keys")
    printers = later("station_app.services.certificates.printers")


class PaperParts(Parts):
    """What a station may be asked about these."""

    @cached_property
    def certificate_batches(self) -> batches.CertificateBatchService:
        """The use cases of certificates for many people."""
        return batches.CertificateBatchService(*self._usual, desk=self.desk, mark=self._mark)

    @cached_property
    def printers(self) -> printers.PrinterService:
        """The use cases of printers."""
        return printers.PrinterService(self.store, desk=lambda: self.desk)

    @cached_property
    def paper_keys(self) -> paper_keys.PaperKeyService:
        """The use cases of the keys that sign papers."""
        return paper_keys.PaperKeyService(self.store, self.settings, self.clock)

    @cached_property
    def numbers(self) -> numbering.NumberService:
        """The question about the numbers of certificates."""
        return numbering.NumberService(self.store, self.clock)
