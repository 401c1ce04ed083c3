"""All tables of the store: those of rooms, and those of the exchange between devices."""

from __future__ import annotations

from station_app.store import tables
from station_app.store.sync import rows as sync

EVERY = (tables, sync)
METADATA = tables.METADATA
