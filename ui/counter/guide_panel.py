"""One item beside the catalogue: the guide, its versions, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.items import id_of_shipped
from ui.counter.guide_cards import GuideCards
from ui.counter.versions_card import VersionList
from ui.kit.buttons import Button, Choice, Kind, SegmentedControl
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import FlowLayout, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill

if TYPE_CHECKING:
    from ui.counter.item_columns import ItemLine
    from ui.counter.words import Words
    from ui.kit.room import RoomContext

GUIDE, VERSIONS = "guide", "versions"
CHECKED = frozenset(
    map(id_of_shipped, ("minimum-living", "minimum-living-single", "low-income-edge"))
)
"""The items that a pre-check of assistance goes before."""


class GuidePanel(SidePanel):
    """Shows one item as it stands today."""

    sheet_asked = Signal(object)  # VersionId
    edit_asked = Signal()
    retire_asked = Signal(str)  # the reason
    bring_back_asked = Signal()
    check_asked = Signal()

    def __init__(self, words: Words, context: RoomContext) -> None:
        super().__init__()
        self._words, self._context = words, context
        self._line: ItemLine | None = None
        self.close_button.hide()
        self.sheet = Button(
            self.tr("Guide sheet"), meaning=Icon.PRINT, kind=Kind.PRIMARY, parent=self
        )
        self.edit = Button(self.tr("Correct…"), meaning=Icon.EDIT, parent=self)
        self.check = Button(self.tr("Pre-check"), meaning=Icon.COMPARE, parent=self)
        context.gate.bind(Permission.ASSISTANCE_CHECK, self.check)
        self.retire = Button(self.tr("Retire…"), meaning=Icon.ARCHIVE, parent=self)
        self.bring_back = Button(self.tr("Bring back"), meaning=Icon.RESTORE, parent=self)
        context.gate.bind(Permission.ITEM_CHANGE, self.edit, self.retire, self.bring_back)
        self.reason = ReasonForm(self)
        self.shown = SegmentedControl(
            (Choice(GUIDE, self.tr("Guide")), Choice(VERSIONS, self.tr("Versions")))
        )
        self.shown.name(self.tr("What is shown of the item"))
        self.cards = GuideCards(words, self)
        self.versions = VersionList(words, self)
        self.page = Scroll(self, margin=Space.L)
        self.empty = EmptyState(
            Icon.ITEM,
            self.tr("No item is chosen"),
            self.tr("Choose one in the list, or type what somebody has come for."),
            parent=self,
        )
        self._lay_out()
        self._connect()
        self.show_line(None)

    def line(self) -> ItemLine | None:
        """Return what is shown."""
        return self._line

    def show_line(self, line: ItemLine | None) -> None:
        """Show *line*, or that none is chosen."""
        is_other = line is None or self._line is None or line.item.id != self._line.item.id
        self._line = line
        self.empty.setVisible(line is None)
        self.page.setVisible(line is not None)
        self.pills.clear()
        if is_other:
            self.reason.hide()
            self.page.verticalScrollBar().setValue(0)
        if line is None:
            self.show_heading("", "")
            return
        told = line.version.particulars
        self.show_heading(told.name, "、".join(told.aliases))
        self._add_pills(line)
        self.check.setVisible(line.item.id in CHECKED)
        self.retire.setVisible(line.is_offered)
        self.bring_back.setVisible(not line.is_offered)
        today = self._context.clock.today()
        self.cards.show_item(told, today=today)
        self.versions.show_item(line.item, today=today)
        self._show_part()

    def ask_retiring(self) -> None:
        """Ask why the item is retired, in place."""
        if self._line is not None:
            told = self.tr("Nobody can come for “{name}” any more. Old cases keep it.")
            reasons = (self.tr("Done by the street now"), self.tr("No longer done anywhere"))
            self.reason.ask(
                told.format(name=self._line.version.particulars.name),
                action=self.tr("Retire it"),
                reasons=reasons,
            )

    def stop_asking(self) -> None:
        """Ask no more."""
        if self.reason.isVisible():
            self.sheet.setFocus()
        self.reason.hide()

    def _add_pills(self, line: ItemLine) -> None:
        told, item = line.version.particulars, line.item
        if not line.is_offered and item.retired_on is not None:
            text = self.tr("Retired {day}: {reason}").format(
                day=item.retired_on.isoformat(), reason=item.retired_reason
            )
            self.pills.addWidget(Pill(text, Tone.NEUTRAL, meaning=Icon.ARCHIVE, parent=self))
        self.pills.addWidget(
            Pill(self._words.line(told.line), Tone.ACCENT, meaning=Icon.TAG, parent=self)
        )
        self.pills.addWidget(
            Pill(self._words.affair(told.affair), Tone.NEUTRAL, meaning=Icon.TAG, parent=self)
        )
        if told.verified:
            compared = Pill(self.tr("Compared with local rules"), Tone.OK, parent=self)
        else:
            compared = Pill(self.tr("Not compared with local rules"), Tone.WARN, parent=self)
        self.pills.addWidget(compared)

    def _show_part(self) -> None:
        is_guide = self.shown.value() == GUIDE
        self.versions.setVisible(not is_guide)
        self.cards_held.setVisible(is_guide)

    def _ask_sheet(self) -> None:
        if self._line is not None:
            self.sheet_asked.emit(self._line.version.id)

    def _connect(self) -> None:
        self.sheet.on_click(self._ask_sheet)
        self.check.on_click(self.check_asked.emit)
        self.edit.on_click(self.edit_asked.emit)
        self.retire.on_click(self.ask_retiring)
        self.bring_back.on_click(self.bring_back_asked.emit)
        self.reason.given.connect(self.retire_asked)
        self.reason.left.connect(self.stop_asking)
        self.shown.changed.connect(lambda _: self._show_part())
        self.versions.sheet_asked.connect(self.sheet_asked)

    def _lay_out(self) -> None:
        acts = QWidget(self)
        row = FlowLayout(acts)
        for button in (self.sheet, self.check, self.edit, self.retire, self.bring_back):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addWidget(self.shown)
        self.cards_held = QWidget(self)
        column = QVBoxLayout(self.cards_held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for card in self.cards.cards():
            column.addWidget(card)
        self.page.body.setSpacing(Space.M)
        for part in (acts, self.reason, self.cards_held, self.versions):
            self.page.body.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
