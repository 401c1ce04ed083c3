"""The sentences for files that are brought in as rule packs and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.pack_faults import PackFault

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT = "packs"
FAULTS = {
    PackFault.UNREADABLE: QT_TRANSLATE_NOOP("packs", "{file} cannot be read."),
    PackFault.TOO_LARGE: QT_TRANSLATE_NOOP(
        "packs", "{file} is too large: a list has one megabyte at most."
    ),
    PackFault.NOT_JSON: QT_TRANSLATE_NOOP(
        "packs", "{file} is not written in the form of a list (JSON, {place})."
    ),
    PackFault.UNKNOWN_FIELD: QT_TRANSLATE_NOOP(
        "packs", "{file}, {place}: nobody reads a field called “{field}”."
    ),
    PackFault.FIELD: QT_TRANSLATE_NOOP(
        "packs", "{file}, {place}: the field “{field}” is missing, or has a value it cannot have."
    ),
    PackFault.TWICE: QT_TRANSLATE_NOOP(
        "packs", "{file}: two entries in “{field}” have the same identifier."
    ),
    PackFault.EMPTY: QT_TRANSLATE_NOOP("packs", "{file}: there is nothing in it to use."),
    PackFault.DATES: QT_TRANSLATE_NOOP("packs", "{file}: it would end before it begins."),
    PackFault.OTHER: QT_TRANSLATE_NOOP(
        "packs", "{file}, {place}: this is not the form of a list."
    ),
}
WHOLE_FILE = QT_TRANSLATE_NOOP("packs", "at the top of the file")


def words_of_pack(facts: Mapping[str, object]) -> str:
    """Return what is wrong with a file that is no rule pack, with the place."""
    fault = FAULTS[PackFault(str(facts["why"]))]
    place = str(facts["place"]) or QCoreApplication.translate(CONTEXT, str(WHOLE_FILE))
    return QCoreApplication.translate(CONTEXT, str(fault)).format(
        file=facts["file"], place=place, field=facts["field"]
    )
