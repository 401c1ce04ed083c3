"""The marker beside the store, brought up to date whenever something leaves this device.

A paper with a number, a letter, a file: once it is out, a copy of the store that is
put back has to be known for what it is, or the same number would be given again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store


def mark(home: StationHome, store: Store) -> None:
    """Let the marker say how far the store in *home* is."""
    with store.transaction() as tx:
        marker = tx.exchange.sites.marker()
    marker.write(home.site)
