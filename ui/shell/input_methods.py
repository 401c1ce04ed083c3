"""Chinese input on Linux: what Qt's wheel can speak, and the way round what it cannot.

The wheel has plugins for ibus and compose only. fcitx5 answers the ibus portal
protocol, so a desktop that sets ``QT_IM_MODULE=fcitx`` is led there. fcitx4
(UOS 20, Kylin V10) speaks no portal: there the distribution's own Qt has to be
used, or fcitx5 installed; see docs/adr for the measurements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping


def choose_input_method(environ: MutableMapping[str, str], *, platform: str) -> None:
    """Set the variables Qt reads at start. Call before the application is made."""
    if platform == "linux" and environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        environ["QT_IM_MODULE"] = "ibus"
        environ["IBUS_USE_PORTAL"] = "1"
