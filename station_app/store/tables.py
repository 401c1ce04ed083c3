"""All tables that rooms keep: what the exchange declares is held against them.

With the exchange's own they are in :mod:`station_app.store.migrations.tables`.
"""

from __future__ import annotations

from station_app.store import batches, exports, history, settings, withholding
from station_app.store.access import rows as access
from station_app.store.audit import entries as audit
from station_app.store.audit import heads
from station_app.store.base import Base
from station_app.store.certificates import batch_rows
from station_app.store.certificates import rows as certificates
from station_app.store.counter import case_rows, file_rows, order_rows, rating_rows, task_rows
from station_app.store.counter import rows as counter
from station_app.store.paper_code import rows as paper_code
from station_app.store.places import rows as places
from station_app.store.residents import restricted
from station_app.store.residents import rows as residents
from station_app.store.rights import rows as rights
from station_app.store.search import tables as search

ROOMS = (
    access,
    audit,
    batch_rows,
    batches,
    case_rows,
    certificates,
    counter,
    exports,
    file_rows,
    heads,
    history,
    order_rows,
    paper_code,
    places,
    rating_rows,
    residents,
    restricted,
    rights,
    search,
    settings,
    task_rows,
    withholding,
)
METADATA = Base.metadata
