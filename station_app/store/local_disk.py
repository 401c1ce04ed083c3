"""Whether a folder lies on a disk of this machine: SQLite's WAL is unsafe elsewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath

if sys.platform == "win32":
    import ctypes

MOUNTS = Path("/proc/mounts")
DRIVE_REMOTE = 4
NETWORK_TYPES = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre",
        "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf",
        "vmhgfs", "webdav",
    }
)  # fmt: skip
LOCAL_FUSE = frozenset({"fuseblk", "fuse.ntfs-3g", "fuse.exfat", "fuse.lxcfs", "fuse.encfs"})
OCTAL = re.compile(r"\\([0-7]{3})")


def network_of(path: Path) -> str | None:
    """Return what kind of network *path* lies on; ``None`` for a local disk."""
    if is_unc(str(path)) or is_unc(str(path.resolve())):
        return "unc"
    if sys.platform == "win32":
        drive = path.absolute().anchor
        return (
            "mapped-drive" if ctypes.windll.kernel32.GetDriveTypeW(drive) == DRIVE_REMOTE else None
        )
    # Mount points are bytes: one in GB18030 must not keep a station from being opened.
    mounts = MOUNTS.read_text("utf-8", "surrogateescape") if MOUNTS.exists() else ""
    kind = mount_type(str(path.resolve()), mounts)
    return kind if is_network_type(kind) else None


def is_unc(path: str) -> bool:
    r"""Whether *path* names a share (``\\server\share``), long form included."""
    plain = path.replace("/", "\\").upper()
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        return plain[4:].startswith("UNC\\")
    return plain.startswith("\\\\")


def mount_type(path: str, mounts: str) -> str:
    """Return the type of file system *path* lies on by the table *mounts*.

    *mounts* is the text of ``/proc/mounts``; the longest mount point wins, and
    among equals the latest, for it covers the others. Unknown is ``""``.
    """
    place = PurePosixPath(path)
    found, depth = "", 0
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        point = PurePosixPath(OCTAL.sub(lambda octal: chr(int(octal[1], 8)), words[1]))
        if place.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = words[2], len(point.parts)
    return found


def is_network_type(kind: str) -> bool:
    """Whether the file system type *kind* is a network's (or a share of the host's)."""
    return kind in NETWORK_TYPES or (kind.startswith("fuse.") and kind not in LOCAL_FUSE)
