from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from station_app.store import files
from station_app.store.files import (
    atomic_stream,
    atomic_write,
    make_folder,
    put_in_place,
    remove,
    remove_leftovers,
    temporary_beside,
)


def names_in(folder):
    return [path.name for path in folder.iterdir()]


posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def test_what_is_written_is_there(tmp_path):
    atomic_write(tmp_path / "a.pdf", b"\x00\r\n\xff")
    assert (tmp_path / "a.pdf").read_bytes() == b"\x00\r\n\xff"


def test_writing_replaces_what_was_there_and_leaves_nothing_beside_it(tmp_path):
    atomic_write(tmp_path / "a", b"former, and longer")
    atomic_write(tmp_path / "a", b"latter")
    assert (tmp_path / "a").read_bytes() == b"latter"
    assert names_in(tmp_path) == ["a"]


def test_a_block_that_fails_leaves_the_former_file(tmp_path):
    atomic_write(tmp_path / "a", b"former")
    with suppress(ZeroDivisionError), atomic_stream(tmp_path / "a") as stream:
        stream.write(b"half")
        raise ZeroDivisionError
    assert (tmp_path / "a").read_bytes() == b"former"
    assert names_in(tmp_path) == ["a"]


def test_a_place_that_cannot_be_taken_leaves_no_temporary_file(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "inside").mkdir()
    with pytest.raises(OSError, match=r"a"):
        atomic_write(tmp_path / "a", b"x")
    assert names_in(tmp_path) == ["a"]


@posix
def test_files_and_folders_are_for_their_owner_only(tmp_path):
    make_folder(tmp_path / "home" / "backups")
    atomic_write(tmp_path / "home" / "a", b"x")
    assert stat.S_IMODE((tmp_path / "home" / "a").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "home" / "backups").stat().st_mode) == 0o700


def test_a_file_held_by_a_virus_scanner_is_tried_again(monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", (0, 0))
    refusals = iter([PermissionError, PermissionError])
    done = []

    def act():
        if (refusal := next(refusals, None)) is not None:
            raise refusal
        done.append(True)

    files._patiently(act)
    assert done == [True]


def test_a_file_held_for_too_long_is_told(monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", (0, 0))
    with pytest.raises(PermissionError):
        files._patiently(lambda: (_ for _ in ()).throw(PermissionError))


def test_a_finished_file_is_put_in_its_place(tmp_path):
    temporary = temporary_beside(tmp_path / "a.db")
    temporary.write_bytes(b"done")
    put_in_place(temporary, tmp_path / "a.db")
    assert names_in(tmp_path) == ["a.db"]


def test_leftovers_of_a_power_cut_are_swept(tmp_path):
    for suffix in ("", "-wal"):
        left = temporary_beside(tmp_path / "a.db")
        left = left.with_name(left.name + suffix)
        left.write_bytes(b"half")
        os.utime(left, (0, 0))
    (tmp_path / "a.db").write_bytes(b"whole")
    being_written = temporary_beside(tmp_path / "a.db")
    being_written.write_bytes(b"half")
    remove_leftovers(tmp_path)
    assert sorted(names_in(tmp_path)) == [being_written.name, "a.db"]


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path):
    atomic_write(tmp_path / ("证" * 80 + ".pdf"), b"x")
    assert names_in(tmp_path) == ["证" * 80 + ".pdf"]


@posix
def test_a_folder_that_cannot_be_synced_is_no_obstacle_but_one_that_is_gone_is(tmp_path):
    files.sync_folder(Path("/proc/self"))
    with pytest.raises(FileNotFoundError):
        files.sync_folder(tmp_path / "gone")


def test_removing_what_is_not_there_is_no_fault(tmp_path):
    remove(tmp_path / "never")


@pytest.fixture
def acts(monkeypatch):
    """What the system is asked to do with files, in order."""
    told = []
    sync, move = os.fsync, Path.replace

    def note_sync(handle):
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        told.append("sync folder" if is_folder else f"sync {os.fstat(handle).st_size}")
        sync(handle)

    def note_move(path, target):
        told.append(f"move to {Path(target).name}")
        return move(path, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_move)
    return told


@posix
def test_all_bytes_are_on_the_disk_before_the_name_and_the_name_before_the_end(tmp_path, acts):
    atomic_write(tmp_path / "a", b"12345")
    assert acts == ["sync 5", "move to a", "sync folder"]


@posix
def test_a_finished_file_is_synced_before_it_is_moved(tmp_path, acts):
    temporary = temporary_beside(tmp_path / "a.db")
    temporary.write_bytes(b"done")
    put_in_place(temporary, tmp_path / "a.db")
    assert acts == ["sync 4", "move to a.db", "sync folder"]


@posix
def test_a_new_folder_lasts_and_one_that_is_there_is_left_alone(tmp_path, acts):
    make_folder(tmp_path / "home")
    make_folder(tmp_path / "home")
    assert acts == ["sync folder"]


@posix
def test_a_fault_of_the_disk_is_told(tmp_path, monkeypatch):
    def fail(_):
        raise OSError(errno.EIO, "the disk is going")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="going"):
        files.sync_folder(tmp_path)
    with pytest.raises(OSError, match="going"):
        atomic_write(tmp_path / "a", b"x")
    assert names_in(tmp_path) == []


def test_folders_are_not_synced_where_the_system_keeps_a_journal(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    files.sync_folder(tmp_path / "gone")
