"""What entries are called in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from station_app.domain.audit.entries import ActKind
from station_app.services.audit.telling import Teller
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station

CONTEXT = "audit"
KINDS = {
    ActKind.LOOK: QT_TRANSLATE_NOOP("audit", "looked at"),
    ActKind.CHANGE: QT_TRANSLATE_NOOP("audit", "changed"),
    ActKind.GIVE_OUT: QT_TRANSLATE_NOOP("audit", "given out"),
    ActKind.EXCHANGE: QT_TRANSLATE_NOOP("audit", "exchange"),
    ActKind.STAFF: QT_TRANSLATE_NOOP("audit", "accounts"),
    ActKind.CARE: QT_TRANSLATE_NOOP("audit", "upkeep"),
}
TONES = {
    ActKind.LOOK: Tone.INFO,
    ActKind.CHANGE: Tone.NEUTRAL,
    ActKind.GIVE_OUT: Tone.WARN,
    ActKind.EXCHANGE: Tone.NEUTRAL,
    ActKind.STAFF: Tone.NEUTRAL,
    ActKind.CARE: Tone.NEUTRAL,
}


def teller(station: Station) -> Teller:
    """Return who tells entries in the language the window speaks."""
    is_chinese = QLocale().language() == QLocale.Language.Chinese
    return Teller(station.reference, "zh" if is_chinese else "en")


def kind_words(kind: ActKind) -> str:
    """Return what a kind of act is called."""
    return QCoreApplication.translate(CONTEXT, str(KINDS[kind]))
