from __future__ import annotations

import pytest

from station_app.store.local_disk import is_network_type, is_unc, mount_type, network_of

MOUNTS = r"""/dev/vda / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /mnt/office nfs4 rw,vers=4.2 0 0
//server/share /mnt/public\040files cifs rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
me@server: /home/me/far fuse.sshfs rw 0 0
/dev/sdc1 /media/stick fuseblk rw 0 0
host /mnt/again ext4 rw 0 0
host /mnt/again 9p rw 0 0
short
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me/station", "ext4"),
        ("/mnt/office/station", "nfs4"),
        ("/mnt/office", "nfs4"),
        ("/mnt/officers", "ext4"),
        ("/mnt/office/local/station", "ext4"),
        ("/mnt/public files/station", "cifs"),
        ("/home/me/far/station", "fuse.sshfs"),
        ("/media/stick/station", "fuseblk"),
        ("/mnt/again/station", "9p"),
    ],
)
def test_the_longest_and_latest_mount_point_says_what_a_path_lies_on(path, kind):
    assert mount_type(path, MOUNTS) == kind


def test_without_a_table_the_kind_is_unknown_and_taken_for_local():
    assert not is_network_type(mount_type("/home", ""))


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse"]
)
def test_shares_are_known(kind):
    assert is_network_type(kind)


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "fuse.ntfs-3g"]
)
def test_disks_are_no_shares(kind):
    assert not is_network_type(kind)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\share\station", True),
        ("//server/share", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\Users\me", False),
        (r"\\.\C:\Users\me", False),
        (r"C:\Users\me", False),
        ("/home/me", False),
    ],
)
def test_unc_paths_are_known(path, expected):
    assert is_unc(path) is expected


def test_the_folder_of_the_tests_is_local(tmp_path):
    assert network_of(tmp_path / "not" / "there" / "yet") is None
