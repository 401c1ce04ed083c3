"""The tables of the room of places."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.store.base import Base, Record

ALIVE = text("deleted_at IS NULL")
# Not unique: two devices may enter the same place before they hear of one another (ADR 0010).


class GridRow(Record, Base):
    """Table ``grid``: the grids (网格) of the community."""

    __tablename__ = "grid"
    __table_args__ = (Index(None, "code"),)

    code: Mapped[str] = mapped_column(String(30), default="")
    name: Mapped[str] = mapped_column(String(60))
    worker: Mapped[str] = mapped_column(String(60), default="")
    worker_phone: Mapped[str] = mapped_column(String(40), default="")
    supervision_phone: Mapped[str] = mapped_column(String(40), default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class EstateRow(Record, Base):
    """Table ``estate``: estates, roads and courtyards (小区, 街路巷)."""

    __tablename__ = "estate"
    __table_args__ = (Index(None, "name", sqlite_where=ALIVE),)

    name: Mapped[str] = mapped_column(String(120))


class BuildingRow(Record, Base):
    """Table ``building``: buildings (楼栋); the grid is assigned by building."""

    __tablename__ = "building"
    __table_args__ = (
        Index(None, "estate_id", "name", sqlite_where=ALIVE),
        Index(None, "estate_id"),
        Index(None, "grid_id"),
    )

    estate_id: Mapped[str] = mapped_column(ForeignKey("estate.id"))
    name: Mapped[str] = mapped_column(String(40), default="")
    grid_id: Mapped[str | None] = mapped_column(ForeignKey("grid.id"))


class DwellingRow(Record, Base):
    """Table ``dwelling``: dwellings (户室) with their parts and one rendered string.

    ``text_key`` orders them as one walks: estate, then the numbers by value.
    """

    __tablename__ = "dwelling"
    __table_args__ = (
        Index(None, "building_id", "door", "unit", "room", sqlite_where=ALIVE),
        Index(None, "building_id", "id"),
        Index("ix_dwelling_as_one_walks", "text_key", "seq", "id"),
        Index(None, "text"),
    )

    building_id: Mapped[str] = mapped_column(ForeignKey("building.id"))
    door: Mapped[str] = mapped_column(String(40), default="")
    unit: Mapped[str] = mapped_column(String(20), default="")
    floor: Mapped[str] = mapped_column(String(10), default="")
    room: Mapped[str] = mapped_column(String(20), default="")
    text: Mapped[str] = mapped_column(String(200))
    text_key: Mapped[str] = mapped_column(String(240))
