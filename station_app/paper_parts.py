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
    from station_app.services.counter import orders, problems, ratings, window_lists
    from station_app.services.exports import second
else:
    batches = later("station_app.services.certificates.batches")  # ReportLab
    numbering = later("station_app.services.certificates.numbering")
    paper_keys = later("station_app.services.certificates.paper_keys")
    printers = later("station_app.services.certificates.printers")
    window_lists = later("station_app.services.counter.window_lists")  # XlsxWriter


class PaperParts(Parts):
    """What a station may be asked about these."""

    if TYPE_CHECKING:

        @property
        def orders(self) -> orders.OrderService:
            """The use cases of orders."""

        @property
        def problems(self) -> problems.ProblemService:
            """The use cases of the problems of a period."""

        @property
        def ratings(self) -> ratings.RatingService:
            """The use cases of ratings."""

        @property
        def _second_person(self) -> second.SecondPerson:
            """Who else may agree to a large export."""

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
    def window_lists(self) -> window_lists.WindowListService:
        """The use cases of giving the lists of the window out."""
        return window_lists.WindowListService(
            *(self.store, self.reference, self.clock),
            second=self._second_person,
            orders=self.orders,
            problems=self.problems,
            ratings=self.ratings,
        )

    @cached_property
    def numbers(self) -> numbering.NumberService:
        """The question about the numbers of certificates."""
        return numbering.NumberService(self.store, self.clock)
