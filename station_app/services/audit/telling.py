"""Entries of the audit in a clerk's words, from the data that names acts and fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.audit.entries import is_undone, plain_act
from station_app.domain.audit.facts import Mask
from station_app.store.audit import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.audit.entries import ActKind, AuditEntry
    from station_app.store.reference import Reference

UNDONE = {"zh": "撤销：{act}", "en": "Undone: {act}"}
CHANGED = {"zh": "已更改", "en": "changed"}
EMPTY = {"zh": "（空）", "en": "(empty)"}
TRUTH = {"1": {"zh": "是", "en": "yes"}, "0": {"zh": "否", "en": "no"}}
SEPARATOR = {"zh": "；", "en": "; "}
SEVERAL = "、"
COLON = {"zh": "：", "en": ": "}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field as it is told: what it was and what it became, or only that it changed."""

    field: str
    before: str
    after: str
    is_told: bool


class Teller:
    """Tells entries in Chinese (``zh``), as on paper, or in English (``en``)."""

    def __init__(self, reference: Reference, language: str = "zh") -> None:
        self._reference = reference
        self._language = language

    def act(self, act: str) -> str:
        """Return what an act is called, taken back or not; an unknown one as it is kept."""
        known = vocabulary.acts().get(plain_act(act))
        words = act if known is None else getattr(known, self._language)
        return UNDONE[self._language].format(act=words) if is_undone(act) else words

    def kind(self, act: str) -> ActKind | None:
        """Return what kind of act it is."""
        known = vocabulary.acts().get(plain_act(act))
        return None if known is None else known.kind

    def changes(self, entry: AuditEntry) -> list[FieldChange]:
        """Return the fields that changed."""
        subject = entry.act.partition(":")[0]
        return [self._change(subject, field, told) for field, told in entry.changes.items()]

    def facts(self, entry: AuditEntry) -> list[tuple[str, str]]:
        """Return what else is told: names and values."""
        known = vocabulary.facts()
        found = [
            (getattr(known[name], self._language), self._value(value))
            for name, value in entry.facts.items()
            if name in known and not isinstance(value, dict | list)
        ]
        return [*self._field(entry), *found]

    def summary(self, entry: AuditEntry) -> str:
        """Return reason, changes and facts on one line."""
        colon = COLON[self._language]
        parts = [entry.reason] if entry.reason else []
        for change in self.changes(entry):
            told = f"{change.before} → {change.after}" if change.is_told else change.after
            parts.append(f"{change.field}{colon}{told}")
        parts += [f"{name}{colon}{value}" for name, value in self.facts(entry)]
        return SEPARATOR[self._language].join(parts)

    def field_name(self, field: str, subject: str = "") -> str:
        """Return what a *field* of a *subject* is called."""
        words = vocabulary.fields()
        known = words.get(f"{subject}.{field}", words.get(field))
        return field if known is None else getattr(known, self._language)

    def _field(self, entry: AuditEntry) -> list[tuple[str, str]]:
        """Return which field a look was at; ``document:0`` is the first document."""
        field = str(entry.facts.get("field") or "").partition(":")[0]
        name = "documents" if field == "document" else field
        label = {"zh": "字段", "en": "Field"}[self._language]
        return [(label, self.field_name(name))] if name in vocabulary.fields() else []

    def _change(self, subject: str, field: str, told: list[str] | None) -> FieldChange:
        changed = CHANGED[self._language]
        name = self.field_name(field, subject)
        if not isinstance(told, list) or len(told) != 2:
            return FieldChange(field=name, before="", after=changed, is_told=False)
        known = vocabulary.fields().get(field)
        if known is not None and known.mask is Mask.HIDDEN:
            return FieldChange(field=name, before="", after=changed, is_told=False)
        codes = "" if known is None else known.codes
        before, after = (self._meaning(str(text), codes) for text in told)
        return FieldChange(field=name, before=before, after=after, is_told=True)

    def _meaning(self, text: str, codes: str) -> str:
        if not text:
            return EMPTY[self._language]
        if codes == "truth":
            return TRUTH.get(text, {}).get(self._language, text)
        if not codes:
            return text
        # of several documents each begins with the code of its kind
        return SEVERAL.join(self._named(part, codes) for part in text.split(SEVERAL))

    def _named(self, text: str, codes: str) -> str:
        code, blank, rest = text.partition(" ")
        return f"{self._reference.table(codes).name_of(code) or code}{blank}{rest}"

    def _value(self, value: object) -> str:
        if isinstance(value, bool):
            return TRUTH["1" if value else "0"][self._language]
        known: Mapping[str, vocabulary.Words] = vocabulary.values()
        text = str(value)
        return getattr(known[text], self._language) if text in known else text
