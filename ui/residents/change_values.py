"""The values of a history, before and after, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.services.privacy import seen

if TYPE_CHECKING:
    from ui.residents.words import Words

TABLES = {
    "ethnicity": "ethnicity",
    "education": "education",
    "politics": "politics",
    "marital": "marital",
    "occupation": "occupation",
    "health": "health",
    "relation": "relation",
    "living_basis": "living_basis",
    "hukou_kind": "hukou",
    "verified_how": "verification",
}
TRUTHS = frozenset({"lives_here", "hukou_local"})
PHONES = frozenset({"phone", "other_phone"})


class ChangeValues:
    """Words values by their field. Numbers stay masked here too, and restricted tags unread."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def told(self, field: str, value: str) -> str:
        """Return a value as people read it; numbers stay masked."""
        if not value:
            return "–"
        if field in TABLES:
            return self._words.name_of(TABLES[field], value)
        if field in TRUTHS:
            return self._words.yes_no(value == "1")
        if field in PHONES:
            return seen("resident", field, value)
        return self._special(field, value)

    def _special(self, field: str, value: str) -> str:
        if field == "sex":
            return self._words.sex(value) or "–"
        if field == "documents":
            return "、".join(map(self._document, value.split("、")))
        if field == "tags":
            return "、".join(filter(None, map(self._tag, value.split("、"))))
        return value

    def _tag(self, text: str) -> str:
        code, bracket, details = text.partition("（")
        if self._words.is_restricted(code):
            return ""
        return f"{self._words.name_of('tag', code)}{bracket}{details}"

    def _document(self, text: str) -> str:
        kind, _, rest = text.partition(" ")
        number, bracket, details = rest.partition("（")
        masked = seen("document", "number", number, kind=kind)
        return f"{self._words.name_of('document', kind)} {masked}{bracket}{details}"
