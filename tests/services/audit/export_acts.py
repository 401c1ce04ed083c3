"""The lists of the window given out, and the entries that it leaves."""

from __future__ import annotations

from station_app.domain.counter.bad_ratings import MatterState
from station_app.domain.counter.orders import OrderDraft
from station_app.services.progress import Silence
from tests.factories import TODAY, an_ask
from tests.services.audit.world import anywhere

ORDER = OrderDraft(
    source="12345",
    number="DH-1",
    received_on=TODAY,
    kind="complaint",
    category="noise",
    content="噪声扰民",
    caller="王建国",
)


def entered(act):
    """Return a case whose *act* is given an order that was entered."""

    def case(w):
        key = w.station.orders.enter(ORDER).value
        return lambda: act(w, key)

    return case


WINDOW_LIST_ACTS = {
    "orders": (
        entered(
            lambda w, key: w.station.window_lists.orders(
                w.folder / "a.xlsx", Silence(), ask=an_ask(), keys=[key]
            )
        ),
        ["order:list:export-begun", "order:list:exported"],
    ),
    "problems": (
        entered(
            lambda w, _: w.station.window_lists.problems(w.folder / "b.xlsx", str(TODAY.year))
        ),
        ["problem:list:export-begun", "problem:list:exported"],
    ),
    "ratings": (
        anywhere(lambda w: w.station.window_lists.ratings(w.folder / "c.xlsx", TODAY, TODAY)),
        ["rating:list:export-begun", "rating:list:exported"],
    ),
    "bad_ratings": (
        anywhere(
            lambda w: w.station.window_lists.bad_ratings(
                w.folder / "d.xlsx", frozenset(MatterState)
            )
        ),
        ["rating:list:export-begun", "rating:list:exported"],
    ),
}
