from __future__ import annotations

from pathlib import Path


def test_a_backup_is_made_and_its_place_told(command):
    code, told = command.json("backup")
    made = Path(told["backup"])
    assert code == 0
    assert made.parent == command.home.backups
    assert made.with_suffix(".keys").read_bytes() == command.home.keys.read_bytes()


def test_where_the_backup_lies_is_said(command):
    _, out, _ = command("backup")
    assert out.startswith("Backed up and read back: ")
    assert Path(out.partition(": ")[2].strip()).exists()
