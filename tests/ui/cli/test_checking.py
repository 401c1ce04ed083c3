from __future__ import annotations

from tests.ui.cli.conftest import PEOPLE


def test_sound_station_is_told_with_counts_and_version(command):
    code, told = command.json("check")
    assert (code, told["integrity"], told["faults"]) == (0, "ok", [])
    assert told["people"] == told["indexed"] == told["counts"]["resident"] == PEOPLE
    assert told["schema"]
    assert len(told["content"]) == 64


def test_station_with_a_lying_column_ends_with_five(command, at_new_home, new_home):
    new_home.root.mkdir()
    new_home.database.write_bytes(command.home.database.read_bytes())
    new_home.keys.write_bytes(command.home.keys.read_bytes())
    station = at_new_home.station()
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("UPDATE resident SET name_key = 'a'")
    station.close()
    code, told = at_new_home.json("check")
    assert (code, told["integrity"], told["misordered"]) == (5, "wrong", PEOPLE)


def test_people_are_told_in_a_few_lines(command):
    code, out, _ = command("check")
    assert code == 0
    assert out.startswith("Everything is in order.")
