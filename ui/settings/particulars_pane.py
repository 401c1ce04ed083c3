"""The station's particulars as they are kept: shown, changed, left as they were."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from ui.kit.drafts import FormDrafts
from ui.kit.tokens import Tone
from ui.settings.particulars import ParticularsForm

if TYPE_CHECKING:
    from station_app.domain.settings import Settings
    from station_app.services.settings import SettingsService
    from ui.kit.room import RoomContext

DRAFT = "settings"


class ParticularsPane(QWidget):
    """The form, and what keeps it in step with the store.

    What stands on papers is saved with a button and can be undone, as records are.
    """

    def __init__(
        self, service: SettingsService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._service, self._context = service, context
        self.form = ParticularsForm()
        self._drafts = None if context.drafts is None else FormDrafts(self.form, context.drafts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        context.gate.bind(Permission.SETTING_CHANGE, self.form.save)
        for name, field in self.form.fields.items():
            needed = service.needed_for(name)
            if needed is not Permission.SETTING_CHANGE:
                context.gate.bind(needed, field.editor)
        self.form.submitted.connect(self._change)
        self.form.left.connect(self._leave)
        self.form.changed.connect(self.form.show_changed)
        context.operations.touched.connect(self._on_touched)
        self.refresh()

    def has_unsaved(self) -> bool:
        """Whether something has been typed that is not kept."""
        return self.form.is_dirty()

    def refresh(self) -> None:
        """Show what is kept.

        Fetched in a job; fields that are being edited are left as they are.
        """
        self._context.jobs.start(lambda _: self._service.current(), owner=self, done=self._show)

    def _show(self, settings: Settings) -> None:
        # somebody else's change must not wipe out what is being typed here
        if not self.form.is_dirty():
            self._begin(settings)
        self.form.show_changed()

    def _begin(self, settings: Settings) -> None:
        self.form.show_draft(settings)
        if self._drafts is not None:
            self._drafts.begin(DRAFT, self.tr("Settings"))

    def _change(self) -> None:
        entered, shown = self.form.draft(), self.form.shown
        if shown is None or entered == shown:
            return
        before = asdict(shown)
        # only what was changed: the undo and the audit then name that and nothing else
        values = {name: value for name, value in asdict(entered).items() if value != before[name]}
        self._context.operations.perform(
            lambda _: self._service.change(**values),
            owner=self,
            done=self._on_changed,
            failed=self._on_not_changed,
            label=self.tr("Settings changed"),
        )

    def _on_changed(self, settings: Settings) -> None:
        self._forget()
        self._begin(settings)
        self.form.show_changed()

    def _on_not_changed(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave(self) -> None:
        shown = self.form.shown
        if shown is None or not self.form.is_dirty():
            return
        # taken before the form is filled anew: it is what *Go on editing* brings back
        entered = self.form.draft()
        self._forget()
        self._begin(shown)
        self.form.show_changed()
        self._context.notices.say(
            self.tr("The settings were left as they were."),
            Tone.INFO,
            action=self.tr("Go on editing"),
            act=lambda: self.form.fill(entered),
        )

    def _forget(self) -> None:
        if self._drafts is not None:
            self._drafts.end()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.refresh()
