"""What somebody typed and has not saved, kept over the end of the program (草稿)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.services.draft_records import record_of
from station_app.services.permissions import open_to_all
from station_app.store.drafts import Drafts, KeptDraft
from station_app.store.engine import seals_of

if TYPE_CHECKING:
    from typing import Any

    from station_app.domain.clock import Clock
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store


class DraftService:
    """The use cases of drafts; each person has his own."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self._home, self._store, self._clock = home, store, clock

    @open_to_all
    def keep(self, key: str, title: str, draft: Any) -> None:
        """Keep *draft*, what was typed in the work *key* that is called *title*.

        Raises :class:`OSError` when there is no room.
        """
        kept = KeptDraft(key=key, title=title, at=self._clock.now(), record=record_of(draft))
        self._drafts().keep(kept)

    @open_to_all
    def forget(self, key: str) -> None:
        """Keep nothing for *key*: it was saved, or is not wanted."""
        self._drafts().forget(key)

    @open_to_all
    def kept(self) -> tuple[KeptDraft, ...]:
        """Return what whoever is signed in had typed, the earliest first."""
        return self._drafts().all()

    def _drafts(self) -> Drafts:
        account = self._store.authority.account()
        owner = "" if account is None else str(account.id)
        return Drafts(self._home.drafts, seals_of(self._store.engine), owner)
