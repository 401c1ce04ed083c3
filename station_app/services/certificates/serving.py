"""What every use case of papers stands on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.services.certificates.request_papers import RequestPapers
from station_app.services.use_cases import UseCases

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.use_cases import Usual


class PaperService(UseCases):
    """What is usual, and the desk where papers are drawn.

    *mark* is called after a number was given. Certificates and refusals differ in what
    they decide, not in what they need for it.
    """

    def __init__(
        self, *usual: *Usual, desk: PaperDesk, mark: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(*usual)
        self._desk, self._mark = desk, mark


class AskedPapers(PaperService):
    """What is asked for, approved and given out, by whoever is signed in."""

    @cached_property
    def _papers(self) -> RequestPapers:
        return RequestPapers(self._settings, self._reference, self._clock, desk=self._desk)

    def _handler(self) -> str:
        me = self._store.authority.account()
        return me.name if me is not None else self._settings.current().clerk

    def _approver(self) -> str:
        """Return who approves.

        Raises :class:`RefusedError` ``certificate.approver-keeps-seal`` for who keeps the seal.
        """
        settings, me = self._settings.current(), self._store.authority.account()
        name = me.name if me is not None else settings.approver
        # two people to a seal: see the register of its use
        if name and name == settings.seal_keeper:
            raise RefusedError("certificate.approver-keeps-seal")
        return name
