"""A document of a kind that a newer program knows is shown, masked, wherever it comes to light."""

from __future__ import annotations

from station_app.domain.identity.kinds import DocumentKind, kind_kept
from station_app.domain.sync.doubles import DoubleKind
from tests.factories import a_resident

NUMBER = "110000199001010013"


def test_a_kind_that_is_known_is_that_kind():
    assert [kind_kept(kind.value) for kind in DocumentKind] == list(DocumentKind)


def test_a_double_of_an_unknown_kind_is_told_masked(main):
    for name, number in (("钱进", NUMBER), ("钱近", "110000199001010021")):
        a_resident(main.station, name, number=number)
    with main.station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql(
            "UPDATE document SET kind = 'of_tomorrow', number = ?", (NUMBER,)
        )

    (double,) = main.station.doubles.doubles()

    assert double.kind is DoubleKind.DOCUMENT
    assert NUMBER not in double.number
    assert set(double.names) == {"钱进", "钱近"}
