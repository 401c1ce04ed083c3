"""What belongs to people and is written after them: papers, tags, history, the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.keys import new_key

if TYPE_CHECKING:
    from station_app.store.batches import Item
    from station_app.store.transaction import Transaction

Change = tuple[str, str]

DOCUMENT_COLUMNS = ("id", "resident_id", "kind", "number", "issuer", "is_long_term", "is_primary")
TAG_COLUMNS = ("id", "resident_id", "code", "level", "source", "note")


class Sheaf:
    """Gathered while people are written, handed over in bulk at the end.

    ``items`` are the records made and changed, as the batch keeps them; what is
    given to somebody the batch has made goes with him and is not listed.
    """

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._documents: list[tuple[object, ...]] = []
        self._tags: list[tuple[object, ...]] = []
        self._history: list[tuple[str, str, str, str, str]] = []

    def add_document(self, owner: str, kind: str, number: str, *, is_primary: bool) -> str:
        """Give *owner* a document; return its key."""
        key = new_key()
        self._documents.append((key, owner, str(kind), number, "", 0, int(is_primary)))
        return key

    def add_tag(self, owner: str, code: str) -> str:
        """Give *owner* a tag; return its key."""
        key = new_key()
        self._tags.append((key, owner, code, "", "", ""))
        return key

    def tell(self, owner: str, act: str, *, field: str = "", change: Change = ("", "")) -> None:
        """Note in the history what *act* made of a field of *owner*: before, after."""
        self._history.append((owner, act, field, *change))

    def hand_over(self, tx: Transaction) -> None:
        """Write everything gathered."""
        tx.intake.add("document", DOCUMENT_COLUMNS, self._documents)
        tx.intake.add("resident_tag", TAG_COLUMNS, self._tags)
        tx.intake.note(self._history)
