"""What happened to a record: who, when, before and after, with a way back."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.residents.people import ResidentDraft
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.moments import moment_words
from ui.kit.words import Role, label
from ui.residents.change_names import ChangeNames
from ui.residents.change_values import ChangeValues
from ui.residents.facts import FileCard, ValueWithButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.history import Change
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words

ARROW = " → "
RESTORABLE = frozenset(ResidentDraft.__dataclass_fields__)


class HistoryCards(QObject):
    """Makes a card for each change: its fields, before and after.

    What they are called is :class:`ChangeNames`', how a value reads :class:`ChangeValues`'.
    """

    def __init__(self, actions: PersonActions, words: Words) -> None:
        super().__init__(actions)
        self._actions = actions
        self._names = ChangeNames(self)
        self._values = ChangeValues(words)

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

    def _card(self, changes: Sequence[Change]) -> FileCard:
        first = changes[0]
        card = FileCard(self._names.act(first.act))
        when = moment_words(first.at)
        # Kept as name@device; the device matters to the audit, not to the reader.
        who = first.by.partition("@")[0]
        card.head.insertWidget(1, label(f"{when} · {who}", Role.CAPTION, parent=card), 1)
        for change in changes:
            if change.field:
                self._add_change(card, change)
        card.refuse(self._actions.person.blocked())
        return card

    def _add_change(self, card: FileCard, change: Change) -> None:
        title = self._names.field(change.field)
        before, after = (
            self._values.told(change.field, value) for value in (change.before, change.after)
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
