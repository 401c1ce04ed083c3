"""A small form beneath a setting, whose work needs the present passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from station_app.domain.errors import StationError
from ui.kit.jobs import Lane
from ui.kit.passphrases import SecretField
from ui.settings.rows import FoldedForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.services.access import AccessService, StationHome
    from ui.kit.room import RoomContext

NARROW = 360


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """What opens the station in *home* for whoever is signed in: *owner* tells who that is."""

    access: AccessService
    home: StationHome
    owner: Callable[[], str]


class ProvenForm(FoldedForm):
    """Folded until it is asked for; whoever uses it proves first that he may.

    A form says by :meth:`judge` what it still waits for, which frees its button again
    when a passphrase was wrong.
    """

    def __init__(self, context: RoomContext) -> None:
        super().__init__()
        self._context = context
        self.proof = SecretField(self.tr("Present passphrase"))

    def judge(self) -> None:
        """Let the button say what is missing; each form its own."""
        raise NotImplementedError

    def toggle(self) -> None:
        """Unfold it, the cursor in the first field, or fold it again."""
        self.setVisible(not self.isVisible())
        if self.isVisible():
            self.proof.line.setFocus()

    def prove(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do *work* in a job; a refusal is said at the passphrase."""
        self._context.jobs.start(
            # deriving a key takes a second and all of a core: not in the readers' lane
            lambda _: work(),
            owner=self,
            done=done,
            failed=self._refuse,
            lane=Lane.OUTSIDE,
        )

    def _refuse(self, error: Exception) -> None:
        self.judge()
        # a wrong passphrase is said at its field; anything else is nobody's typing
        if isinstance(error, StationError):
            self.proof.set_problem(self._context.words(error))
            self.proof.line.setFocus()
        else:
            self._context.failed(error)
