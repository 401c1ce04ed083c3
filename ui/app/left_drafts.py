"""What was typed before the program ended, named over the rooms until it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.kit.dialogs import confirm
from ui.kit.moments import moment_words
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.drafts import DraftBox, Kept
    from ui.shell.window import Shell

DRAFTS = "drafts"
MOST_NAMED = 3
# the kind of record that leads to a form, by the beginning of its key
LEADING = {
    "certificate": "certificate-for",
    "paper": "certificate-of",
    "household": "household",
    "join": "household",
    "head": "household",
    "new": "new-resident",
    "settings": "settings",
    "item": "correct-item",
    "new-item": "new-item",
    "new-case": "new-case",
    "case": "case",
    "new-order": "new-order",
    "order": "case",
    "assistance-for": "assistance-for",
    "check": "assistance-check",
}


class LeftDrafts(QObject):
    """Says which forms were left, leads to one of them, or does away with all."""

    def __init__(self, box: DraftBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._shell: Shell | None = None
        box.found.connect(self._say)

    def attend(self, shell: Shell) -> None:
        """Say it in *shell*."""
        self._shell = shell

    def _say(self, found: Sequence[Kept]) -> None:
        if self._shell is None:
            return
        latest = [*reversed(found)]
        named = [f"{each.title} ({moment_words(each.at)})" for each in latest[:MOST_NAMED]]
        names = "、".join(named) + ("…" if len(latest) > MOST_NAMED else "")
        self._shell.remarks.say(
            DRAFTS,
            self.tr(
                "You typed something that was not saved: {names}. Open the same form again, and it"
                " stands there."
            ).format(names=names),
            Tone.INFO,
            [
                (self.tr("Go on editing"), lambda: self._go_on(latest[0])),
                (self.tr("Discard…"), self._discard),
                (self.tr("Later"), self._take_away),
            ],
        )

    def _go_on(self, draft: Kept) -> None:
        shell = self._shell
        self._take_away()
        kind, _, key = draft.key.partition(":")
        if shell is not None and kind == "grid":
            shell.show_room("residents")
        elif shell is not None:
            shell.open_record(LEADING.get(kind, "resident"), "" if kind == "new" else key)

    def _discard(self) -> None:
        text = self.tr("What you typed before the program ended is gone then.")
        title, action = self.tr("Discard what was typed?"), self.tr("Discard")
        if confirm(self._shell, title=title, text=text, action=action):
            self._box.discard_found()
            self._take_away()

    def _take_away(self) -> None:
        if self._shell is not None:
            self._shell.remarks.take_away(DRAFTS)
