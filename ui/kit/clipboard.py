"""The clipboard as we use it: harmless, and emptied when the time is up or the door shut.

Only what is still ours is taken away: what somebody has copied since stays.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.kit.single import the_only

SHOWN_MS = 30_000
YES = b"\x01\x00\x00\x00"
NOT_KEPT = {
    # no history of the clipboard may keep it, no cloud take it (Windows; KDE)
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': YES,
    "x-kde-passwordManagerHint": b"secret",
}


class Clipboard(QObject):
    """Puts text on the clipboard of the system, and takes it away again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = ""
        self._over = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._over.timeout.connect(self.clear)

    @classmethod
    def current(cls) -> Clipboard:
        """Return the one of this program."""
        return the_only(cls, "station_clipboard", QCoreApplication.instance())

    def put(self, text: str) -> None:
        """Put *text* there until something else is, or the station is locked."""
        self._put(text)
        self._over.stop()

    def put_for_a_while(self, text: str) -> None:
        """Put a value there that was shown in full: for thirty seconds, kept by nobody."""
        self._put(text, NOT_KEPT)
        self._over.start()

    def clear(self) -> None:
        """Take away what is still ours."""
        self._over.stop()
        clipboard = QGuiApplication.clipboard()
        if self._ours and clipboard.text() == self._ours:
            clipboard.clear()
        self._ours = ""

    def _put(self, text: str, marks: dict[str, bytes] | None = None) -> None:
        data = QMimeData()
        data.setText(text)
        for kind, value in (marks or {}).items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._ours = text
