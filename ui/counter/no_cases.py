"""What stands in a queue of cases that is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.case_lists import CaseView
from ui.kit.buttons import Kind
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from station_app.domain.counter.case_lists import CaseCounts


class NoCases(EmptyState):
    """What stands in an empty queue: what to do first, or where else to look."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.ITEM, "", parent=parent)
        self.new = self.add_action(
            self.tr("New case"), lambda: None, meaning=Icon.ADD, kind=Kind.PRIMARY
        )
        self.wider = self.add_action(self.tr("Show all open cases"), lambda: None)

    def refuse(self, reason: str) -> None:
        """Say why nothing may be looked at."""
        self.new.hide()
        self.wider.hide()
        self.say(Icon.LOCK, reason)

    def say_why(self, view: CaseView, counts: CaseCounts, *, is_narrowed: bool) -> None:
        """Say what to do about it."""
        total, is_open = counts.views.get(CaseView.ALL, 0), counts.views.get(CaseView.OPEN, 0)
        self.new.setVisible(not total and not is_narrowed)
        self.wider.setVisible(bool(is_narrowed or (is_open and view is not CaseView.OPEN)))
        if is_narrowed:
            self.say(Icon.SEARCH, *self._unfound())
        elif not total:
            self.say(Icon.ITEM, *self._nothing())
        else:
            self.say(Icon.FINISHED, *self._of(view))

    def _unfound(self) -> tuple[str, str]:
        return self.tr("Nothing found"), self.tr("Try fewer words, or take filters away.")

    def _nothing(self) -> tuple[str, str]:
        return (
            self.tr("Nobody has come yet"),
            self.tr("When somebody comes with something to be done, press F2 and type the name."),
        )

    def _of(self, view: CaseView) -> tuple[str, str]:
        said = {
            CaseView.MINE: (
                self.tr("Nothing lies with you"),
                self.tr("New cases come with F2; those of colleagues stand under Open."),
            ),
            CaseView.OVERDUE: (self.tr("Nothing is overdue"), ""),
            CaseView.TO_NOTIFY: (self.tr("Everybody has been told"), ""),
        }
        return said.get(view, (self.tr("No case here"), self.tr("Look in another part.")))
