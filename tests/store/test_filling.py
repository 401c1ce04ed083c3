from __future__ import annotations

from datetime import UTC, date, datetime

from station_app.domain.keys import new_key
from station_app.store.filling import Filling


def test_rows_get_the_signature_and_the_defaults_they_do_not_bring(station, clock):
    key = new_key()
    with station.store.transaction() as tx:
        Filling(tx).add("estate", [{"id": key, "name": "桂花苑"}])
    with station.store.reading() as tx:
        row = tx.session.connection().exec_driver_sql("SELECT * FROM estate").one()._mapping
    assert (row["id"], row["name"], row["version"]) == (key, "桂花苑", 1)
    assert row["created_by"] == "测试员@desk"
    assert datetime.fromisoformat(row["created_at"]) == clock.now()


def test_days_moments_and_truths_are_kept_as_services_read_them(station):
    at = datetime(2026, 1, 5, 1, tzinfo=UTC)
    row = {
        "id": new_key(),
        "name": "单小明",
        "name_key": "shan4单",
        "born": date(2000, 2, 29),
        "lives_here": False,
        "hukou_local": None,
        "standing": "left",
        "changed_at": at,
    }
    with station.store.transaction() as tx:
        Filling(tx).add("resident", [row])
    kept = station.residents.resident(row["id"])
    assert kept.particulars.born == date(2000, 2, 29)
    assert (kept.lives_here, kept.hukou.is_local) == (False, None)
    assert kept.particulars.phone == ""


def test_line_numbers_go_on_from_those_there_are(station):
    with station.store.transaction() as tx:
        filling = Filling(tx)
        seqs = [filling.next_line("estate") for _ in range(2)]
        filling.add("estate", [{"seq": seq, "id": new_key(), "name": f"{seq}号"} for seq in seqs])
    with station.store.transaction() as tx:
        assert Filling(tx).next_line("estate") == seqs[-1] + 1


def test_no_rows_are_no_work(station):
    with station.store.transaction() as tx:
        Filling(tx).add("estate", [])
    assert station.places.estates() == ()
