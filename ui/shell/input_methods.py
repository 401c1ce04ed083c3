"""Chinese input on Linux: what Qt's wheel can speak, and the way round what it cannot.

The wheel has plugins for ibus and compose only. fcitx 5 answers the ibus portal
protocol, so a desktop that sets fcitx is led there. fcitx 4 (UOS 20, Kylin V10)
speaks no portal: there a bridge of our own takes the keys (docs/adr/0005).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.composing import CompositionGuard

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from PySide6.QtGui import QGuiApplication

SYSTEM = "linux"
CHOSEN, CHOICES = "QT_IM_MODULE", "QT_IM_MODULES"  # Qt reads the list first
PORTAL = "IBUS_USE_PORTAL"
SCREENS = frozenset({"xcb", "wayland"})


def choose_input_method(environ: MutableMapping[str, str], *, platform: str) -> None:
    """Set the variables Qt reads at start. Call before the application is made."""
    if platform != SYSTEM:
        return
    for name in (CHOSEN, CHOICES):
        wanted = environ.get(name, "").split(";")
        spoken = ["ibus" if each.startswith("fcitx") else each for each in wanted]
        if spoken != wanted:
            environ[name] = ";".join(dict.fromkeys(spoken))
            environ[PORTAL] = "1"


def attend_input(app: QGuiApplication, environ: Mapping[str, str]) -> None:
    """Let text be composed undisturbed in *app*; bring fcitx 4 to it where only that answers."""
    CompositionGuard(app)
    if environ.get(PORTAL) == "1" and app.platformName() in SCREENS:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - on few desktops

        from ui.shell.fcitx import FcitxBridge, is_needed  # noqa: PLC0415 - as above

        bus, display = QDBusConnection.sessionBus(), environ.get("DISPLAY", "")
        if is_needed(bus, display):
            FcitxBridge(app, bus, display)
