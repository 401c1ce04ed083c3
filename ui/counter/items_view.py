"""The items (事项) of the window: their catalogue, and the form that corrects one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.items import ItemDraft, ItemId
from station_app.services.counter.items import Start
from ui.counter.catalogue_view import CatalogueView
from ui.counter.item_form import Correction, ItemForm
from ui.counter.words import Words
from ui.kit.drafts import FormDrafts, box_for_now
from ui.kit.handing_out import SYSTEM
from ui.kit.keys import add_key
from ui.kit.surfaces import SidePanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.counter.items import Item, ItemVersion
    from ui.counter.item_columns import ItemLine
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

ITEM, CORRECTION, NEW, REFUSAL = "item", "correct-item", "new-item", "refusal-for"
KINDS = (ITEM, CORRECTION, NEW)


class ItemsView(QWidget):
    """The catalogue, or the form over it.

    What is typed in the form and left is offered again when the same item is corrected.
    """

    def __init__(self, station: Station, context: RoomContext, outlets: Outlets = SYSTEM) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._station, self._context = station, context
        self._seen: ItemVersion | None = None
        words = Words(station, self)
        self.catalogue = CatalogueView(station, words, context, outlets)
        self.form = ItemForm(words)
        self._drafts = FormDrafts(self.form, context.drafts or box_for_now(context.jobs, self))
        self.editing = SidePanel()
        self.editing.body.setContentsMargins(0, 0, 0, 0)
        self.editing.body.addWidget(self.form, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.catalogue)
        self._stack.addWidget(self.editing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self._add_keys()

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        if self.is_editing():
            self.form.focus_first()
        else:
            self.catalogue.arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show an item, or go on with a form; one at work is left, what was typed is kept."""
        if self.is_editing():
            self._leave()
        if kind == ITEM:
            self.catalogue.show_item(ItemId(key))
        elif kind == NEW:
            self.begin_new()
        elif kind == CORRECTION:
            self._context.jobs.start(
                lambda _: self._station.items.item(ItemId(key)),
                owner=self,
                done=self._correct,
                failed=self._context.failed,
            )

    def has_unsaved(self) -> bool:
        """Whether a form has been typed in that is not kept."""
        return self.is_editing() and self.form.is_dirty()

    def is_editing(self) -> bool:
        """Whether the form is in sight."""
        return self._stack.currentWidget() is self.editing

    def begin_new(self) -> None:
        """Ask for an item of the station's own."""
        if self._may_change():
            line = self.catalogue.tree.line()
            self._begin(None, ItemDraft(line=line), self.tr("New item"))

    def begin_correction(self, line: ItemLine | None = None) -> None:
        """Correct the item in sight, beginning with its latest version."""
        line = line or self.catalogue.panel.line()
        if line is not None:
            self._correct(line.item)

    def _correct(self, item: Item) -> None:
        if self._may_change():
            latest = item.versions[0]
            title = self.tr("Correct: {name}").format(name=latest.particulars.name)
            self._begin(latest, latest.particulars, title)

    def _may_change(self) -> bool:
        return not self.is_editing() and self._context.gate.allows(Permission.ITEM_CHANGE)

    def _begin(self, seen: ItemVersion | None, draft: ItemDraft, title: str) -> None:
        self._seen = seen
        today = self._context.clock.today()
        first = today if seen is None else max(today, seen.valid_from)
        self.editing.show_heading(title, self.tr("Cases keep the version they began with."))
        fresh = Correction(draft, Start(valid_from=first))
        self.form.show_draft(fresh)
        self._stack.setCurrentWidget(self.editing)
        key = NEW if seen is None else f"{ITEM}:{seen.item_id}"
        self._drafts.resume(key, title, self._context.notices, lambda: self.form.show_draft(fresh))
        self.form.page.verticalScrollBar().setValue(0)
        (self.form.name if seen is None else self.form.reason).editor.setFocus()

    def _keep(self) -> None:
        if not self.form.check_readable():
            return
        typed, seen = self.form.draft(), self._seen
        items = self._station.items
        if seen is None:
            self._context.operations.perform(
                lambda _: items.add(typed.draft, typed.start),
                owner=self,
                done=self._kept,
                failed=self._refused,
                label=self.tr("Added {name}").format(name=typed.draft.name),
            )
        else:
            self._context.operations.perform(
                lambda _: items.correct(seen.item_id, typed.draft, typed.start, seen=seen.id),
                owner=self,
                done=lambda _: self._kept(seen.item_id),
                failed=self._refused,
                label=self.tr("Corrected {name}").format(name=typed.draft.name),
            )

    def _kept(self, key: ItemId) -> None:
        self._drafts.end()
        self._stack.setCurrentWidget(self.catalogue)
        self.catalogue.show_item(key)
        self.catalogue.table.setFocus()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave(self) -> None:
        """Go back to the catalogue; what was typed is kept for the next time."""
        if self.form.is_dirty():
            seen, title, shown = self._seen, self.editing.title.text(), self.form.shown

            def go_on() -> None:
                if not self.is_editing() and shown is not None:
                    self._begin(seen, shown.draft, title)

            self._context.notices.say(
                self.tr("Left without saving."), Tone.INFO, action=self.tr("Go on"), act=go_on
            )
        self._drafts.leave()
        self._stack.setCurrentWidget(self.catalogue)
        self.catalogue.arrive()

    def _connect(self) -> None:
        self.catalogue.edit_asked.connect(self.begin_correction)
        self.catalogue.new_asked.connect(self.begin_new)
        self.catalogue.slip_asked.connect(lambda asked: self._context.open_record(REFUSAL, asked))
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave)
        self.editing.closed.connect(self._leave)

    def _add_keys(self) -> None:
        group = self.tr("Window")
        for keys, text, slot in (
            ("Ctrl+J", self.tr("What has somebody come for?"), self._look_for),
            ("Ctrl+N", self.tr("New item"), self.begin_new),
            ("Ctrl+E", self.tr("Correct the item"), self.begin_correction),
            ("Ctrl+P", self.tr("Guide sheet; again: print it"), self.catalogue.print_sheet),
            ("Ctrl+S", self.tr("Save the guide sheet as PDF"), self.catalogue.save_sheet),
        ):
            add_key(self, keys, text, slot, group=group)

    def _look_for(self) -> None:
        if not self.is_editing():
            self.catalogue.arrive()
