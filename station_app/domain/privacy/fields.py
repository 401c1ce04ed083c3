"""Field classes (字段分级): of each field its level and mask, and what of it may be seen.

What stands where is data (``resources/privacy/fields.json``); here is what follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.codes import Sensitivity
from station_app.domain.privacy.masks import Mask, masked

if TYPE_CHECKING:
    from collections.abc import Mapping


class Purpose(StrEnum):
    """What a value is shown or given out for."""

    SCREEN = "screen"
    LIST = "list"
    PRINT = "print"
    EXPORT = "export"
    NOTICE = "notice"  # 公示: hung out for everybody
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class FieldClass:
    """How sensitive a field is (L1-L4), and how it is masked."""

    level: Sensitivity
    mask: Mask = Mask.NONE


@dataclass(frozen=True, kw_only=True)
class FieldClasses:
    """The class of each field of each kind of record, and where each mask holds."""

    records: Mapping[str, Mapping[str, FieldClass]]
    common: Mapping[str, FieldClass]
    holds: Mapping[Mask, frozenset[Purpose]] = field(repr=False)

    def of(self, record: str, name: str) -> FieldClass:
        """Return the class of a field.

        Raises ``KeyError`` for one that nobody has classed: a fault of the program.
        """
        found = self.records[record]
        return found[name] if name in found else self.common[name]

    def mask_for(self, record: str, name: str, purpose: Purpose) -> Mask:
        """Return the mask that holds for *purpose*, :attr:`Mask.NONE` for none.

        What is restricted is nobody's to give out. Nothing that is more than public is
        hung out unless a mask says what of it may be.
        """
        found = self.of(record, name)
        if found.level is Sensitivity.RESTRICTED:
            return Mask.HIDDEN
        if purpose in self.holds.get(found.mask, frozenset()):
            return found.mask
        if purpose is Purpose.NOTICE and found.level is not Sensitivity.PUBLIC:
            return Mask.HIDDEN
        return Mask.NONE

    def seen(
        self,
        record: str,
        name: str,
        value: str,
        *,
        purpose: Purpose = Purpose.SCREEN,
        kind: str = "",
    ) -> str:
        """Return what of *value* may be seen for *purpose*; *kind* is that of a document."""
        return masked(self.mask_for(record, name, purpose), value, kind=kind) if value else ""

    def is_masked(self, record: str, name: str, purpose: Purpose = Purpose.SCREEN) -> bool:
        """Whether a value is shown in full only when it is asked for."""
        return self.mask_for(record, name, purpose) is not Mask.NONE
