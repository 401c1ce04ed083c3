"""What of the residents whoever entered may see: those of his grids, or all.

A person and a household lie in the grid of the building they live in; without a dwelling
they lie in none. The shelves of rooms ask here; whoever sees all costs them nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import column, select, table

from station_app.domain.access.staff import Hindrance, NotPermittedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

# Not the classes of other rooms: these ask here.
BUILDING = table("building", column("id"), column("grid_id"))
DWELLING = table("dwelling", column("id"), column("building_id"))
HOUSED = {
    name: table(name, column("id"), column("dwelling_id")) for name in ("resident", "household")
}


@dataclass(frozen=True, slots=True)
class Scope:
    """The grids whose residents may be seen; ``None`` for all of them."""

    grids: frozenset[str] | None

    @property
    def is_limited(self) -> bool:
        """Whether there is anybody who may not be seen."""
        return self.grids is not None

    def told(self) -> str:
        """Return the grids as a list in JSON, for statements of the driver."""
        return json.dumps(sorted(self.grids or ()))

    def seen(self, dwelling: Any) -> Sequence[ColumnElement[bool]]:
        """Return what a query has to ask of the column *dwelling*: nothing of whoever sees all."""
        if self.grids is None:
            return ()
        inside = (
            select(DWELLING.c.id)
            .join(BUILDING, BUILDING.c.id == DWELLING.c.building_id)
            .where(BUILDING.c.grid_id.in_(sorted(self.grids)))
        )
        return (dwelling.in_(inside),)

    def sees_grid(self, key: str) -> bool:
        """Return whether those of the grid *key*, empty for none, may be seen."""
        return self.grids is None or key in self.grids

    def sees_building(self, session: Session, key: str) -> bool:
        """Return whether those who live in the building *key* may be seen."""
        if self.grids is None:
            return True
        return session.scalar(select(BUILDING.c.grid_id).where(BUILDING.c.id == key)) in self.grids

    def sees_dwelling(self, session: Session, key: str | None) -> bool:
        """Return whether those who live in the dwelling *key* may be seen."""
        if self.grids is None:
            return True
        query = (
            select(BUILDING.c.grid_id)
            .join(DWELLING, BUILDING.c.id == DWELLING.c.building_id)
            .where(DWELLING.c.id == key)
        )
        return session.scalar(query) in self.grids

    def sees(self, session: Session, kind: str, key: str | None) -> bool:
        """Return whether the resident or the household *key* may be seen, if there is one."""
        if self.grids is None:
            return True
        housed = HOUSED[kind]
        found = session.execute(select(housed.c.dwelling_id).where(housed.c.id == key)).first()
        return found is None or self.sees_dwelling(session, found.dwelling_id)

    def require(self, session: Session, kind: str, key: str | None) -> None:
        """Return if the resident or the household *key* may be seen, or is not there.

        Raises :class:`NotPermittedError` otherwise.
        """
        refuse_unless(self.sees(session, kind, key))

    def require_all(self) -> None:
        """Return if all may be seen; raises :class:`NotPermittedError` otherwise."""
        refuse_unless(not self.is_limited)


ALL: Final = Scope(None)


def refuse_unless(is_seen: bool) -> None:  # noqa: FBT001 - reads as it is asked
    """Raise :class:`NotPermittedError` for what lies outside one's grids."""
    if not is_seen:
        raise NotPermittedError(why=Hindrance.SCOPE)
