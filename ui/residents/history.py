"""What happened to a record: who, when, before and after, with a way back."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.identity.documents import DocumentKind
from station_app.domain.identity.masking import mask_document, mask_phone
from station_app.domain.residents.people import ResidentDraft
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.words import Role, label
from ui.residents.facts import FileCard, ValueWithButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.history import Change
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

ARROW = " → "
UNDONE = "-undone"
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
RESTORABLE = frozenset(ResidentDraft.__dataclass_fields__)
TRUTHS = frozenset({"lives_here", "hukou_local"})
PHONES = frozenset({"phone", "other_phone"})


class HistoryCards(QObject):
    """Makes a card for each change: its fields, before and after.

    Numbers stay masked here too, and restricted tags unread.
    """

    def __init__(self, actions: PersonActions, words: Words) -> None:
        super().__init__(actions)
        self._actions = actions
        self._words = words

    def all(self, history: Sequence[Change]) -> list[FileCard]:
        """Return the cards, the latest change first."""
        if not history:
            card = FileCard("")
            card.add_remark(self.tr("Nothing has been changed since the record was made."))
            return [card]
        return [
            self._card(list(changes))
            # One act of one moment is one card, however many fields it changed.
            for _, changes in groupby(history, key=lambda change: (change.at, change.act))
        ]

    def field_name(self, field: str) -> str:
        """Return what a field is called."""
        return self._field_names().get(field, field)

    def value_words(self, field: str, value: str) -> str:
        """Return a value as people read it; numbers stay masked."""
        if not value:
            return "–"
        if field in TABLES:
            return self._words.name_of(TABLES[field], value)
        if field in TRUTHS:
            return self._words.yes_no(value == "1")
        if field in PHONES:
            return "、".join(map(mask_phone, value.split("、")))
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
        masked = mask_document(DocumentKind(kind), number)
        return f"{self._words.name_of('document', kind)} {masked}{bracket}{details}"

    def _card(self, changes: Sequence[Change]) -> FileCard:
        first = changes[0]
        card = FileCard(self._act(first.act))
        when = first.at.astimezone().strftime("%Y-%m-%d %H:%M")
        # Kept as name@device; the device matters to the audit, not to the reader.
        who = first.by.partition("@")[0]
        card.head.insertWidget(1, label(f"{when} · {who}", Role.CAPTION, parent=card), 1)
        for change in changes:
            if change.field:
                self._add_change(card, change)
        card.refuse(self._actions.blocked())
        return card

    def _add_change(self, card: FileCard, change: Change) -> None:
        title = self.field_name(change.field)
        before, after = (
            self.value_words(change.field, value) for value in (change.before, change.after)
        )
        told = before + ARROW + after
        # Documents, tags, addresses have acts of their own, with rules a field knows nothing of.
        if change.field not in RESTORABLE or change.act == "registered":
            card.add_facts([(title, told)])
            return
        restore = IconButton(Icon.RESTORE, self.tr("Restore “{before}”").format(before=before))
        restore.clicked.connect(lambda: self._actions.restore(change, title))
        card.buttons.append(restore)
        card.add_facts([(title, ValueWithButton(told, restore))])

    def _act(self, act: str) -> str:
        plain = act.removesuffix(UNDONE)
        words = self._acts().get(plain, plain)
        return self.tr("Undone: {what}").format(what=words) if act.endswith(UNDONE) else words

    def _acts(self) -> dict[str, str]:
        return {
            "registered": self.tr("Registered"),
            "imported": self.tr("Brought in from a file"),
            "corrected": self.tr("Corrected"),
            "documents": self.tr("Documents"),
            "tags": self.tr("Tags"),
            "hukou": self.tr("Registration"),
            "living": self.tr("Address"),
            "verified": self.tr("Verified"),
            "died": self.tr("Death noted"),
            "household": self.tr("Household"),
            "moved": self.tr("Moved"),
            "moved-out": self.tr("Moved out"),
            "binned": self.tr("Put into the bin"),
            "restored": self.tr("Put back"),
            "deleted": self.tr("Deleted"),
            "resolved": self.tr("Conflict decided"),
            "attached": self.tr("File added"),
            "attachment-binned": self.tr("File put into the bin"),
            "attachment-restored": self.tr("File put back"),
        }

    def _field_names(self) -> dict[str, str]:
        return {**self._names_of_particulars(), **self._names_of_addresses()}

    def _names_of_particulars(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "former_name": self.tr("Former name"),
            "pinyin": self.tr("Pinyin"),
            "sex": self.tr("Sex"),
            "born": self.tr("Born"),
            "ethnicity": self.tr("Ethnicity"),
            "education": self.tr("Education"),
            "politics": self.tr("Political status"),
            "marital": self.tr("Marital status"),
            "occupation": self.tr("Occupation"),
            "health": self.tr("Health"),
            "employer": self.tr("Work or school"),
            "phone": self.tr("Phone"),
            "other_phone": self.tr("Other phones"),
            "note": self.tr("Remarks"),
            "documents": self.tr("Documents"),
            "tags": self.tr("Tags"),
            "died_on": self.tr("Died on"),
        }

    def _names_of_addresses(self) -> dict[str, str]:
        return {
            "household_id": self.tr("Household"),
            "relation": self.tr("Relation"),
            "dwelling_id": self.tr("Lives at"),
            "lives_here": self.tr("Lives here"),
            "living_since": self.tr("Lives there since"),
            "living_basis": self.tr("Basis"),
            "living_proof": self.tr("Proof"),
            "left_on": self.tr("Left on"),
            "left_to": self.tr("Moved to"),
            "hukou_address": self.tr("Registered at"),
            "hukou_local": self.tr("Registered in this community"),
            "hukou_kind": self.tr("Kind of registration"),
            "hukou_number": self.tr("Booklet"),
            "hukou_since": self.tr("Registered since"),
            "verified_on": self.tr("Verified on"),
            "verified_how": self.tr("How"),
            "verified_by": self.tr("By"),
            "verified_note": self.tr("Remarks on the verification"),
        }
