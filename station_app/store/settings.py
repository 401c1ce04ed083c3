"""Settings as they are kept: one row a field, its value as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import String, Text, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from station_app.domain.errors import StoreDamagedError
from station_app.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingRow(Base):
    """Table ``setting``."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class SettingsShelf:
    """The settings within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[str, object]:
        """Return every value kept, by key. Raises :class:`StoreDamagedError`."""
        rows = self._session.execute(select(SettingRow.key, SettingRow.value))
        try:
            return {key: json.loads(value) for key, value in rows}
        except ValueError as error:  # pages of two states: each reads well by itself
            raise StoreDamagedError(what="setting") from error

    def put(self, values: Mapping[str, object]) -> None:
        """Keep *values* in the place of those kept before."""
        for key, value in values.items():
            told = json.dumps(value, ensure_ascii=False)
            statement = insert(SettingRow).values(key=key, value=told)
            self._session.execute(
                statement.on_conflict_do_update(index_elements=["key"], set_={"value": told})
            )
