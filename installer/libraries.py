"""The system libraries that Qt looks for on Linux, and how Debian's kin install them.

The packages of the lock file bring everything else. Nothing is touched but what
is missing, and only if that is allowed without asking; else the line to type is
told. Windows needs none of this.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
VENV_PACKAGE = "python3-venv"

INSTALL = ("install", "--yes", "--no-install-recommends")


def is_loadable(library: str) -> bool:
    """Whether the loader of this machine finds *library*."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """Return the file names of the libraries that Qt will not find here."""
    return [library for library in PACKAGES if not is_loadable(library)]


def missing_packages(libraries: Iterable[str], *, has_venv: bool) -> list[str]:
    """Return the Debian packages that bring *libraries* and the making of environments."""
    names = {PACKAGES[library] for library in libraries}
    return sorted(names if has_venv else names | {VENV_PACKAGE})


def line_to_type(packages: Iterable[str]) -> str:
    """Return the one line that installs *packages* on Debian and its kin."""
    return f"sudo apt-get update && sudo apt-get {' '.join((*INSTALL, *packages))}"


def privilege() -> list[str] | None:
    """Return what to put before a command to be root, or ``None`` if that needs a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], check=False, capture_output=True)
    return [sudo, "-n"] if asked.returncode == 0 else None


def install(packages: list[str], before: list[str]) -> bool:
    """Let apt-get install *packages*; whether that went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing what Qt needs from the system:", " ".join(packages), flush=True)
    for arguments in (("update",), (*INSTALL, *packages)):
        command = [*before, "apt-get", "-qq", *arguments]
        if subprocess.run(command, check=False, env=environment).returncode != 0:
            return False
    return True


def provide() -> bool:
    """See to it that Qt finds its libraries; else say what to type. For Linux."""
    libraries = missing_libraries()
    has_venv = importlib.util.find_spec("ensurepip") is not None
    packages = missing_packages(libraries, has_venv=has_venv)
    if not packages:
        return True
    before = privilege() if shutil.which("apt-get") else None
    if before is not None and install(packages, before):
        return True
    print("Some parts of the system are missing:", ", ".join(libraries or packages))
    print("On Debian, UOS, Kylin and their kin, type this line, then the same command again:")
    print(line_to_type(packages))
    return False
