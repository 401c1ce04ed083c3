"""The step before a list leaves: asked beside the table, written to a place that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.changes import Done, Topic
from station_app.domain.errors import (
    Problem,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.exports import ExportAsk
from ui.kit.dialogs import choose_save_file
from ui.kit.surfaces import SidePanel
from ui.residents.export_form import DUTY, ExportDraft, ExportForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.services.exports.residents import Exported
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

KINDS = "Excel (*.xlsx);;CSV (*.csv)"
SUGGESTED = "居民名单.xlsx"


class ExportPanel(SidePanel):
    """Gives the people of *keys* out, in their order, once everything asked for is said."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        form: ExportForm,
        *,
        keys: Sequence[int],
        columns: Sequence[str],
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._keys = keys
        self.form = form
        count = f"{len(keys):,}"
        one = self.tr("1 person")
        people = one if len(keys) == 1 else self.tr("{count} people").format(count=count)
        self.show_heading(self.tr("Give the list out"), people)
        self.body.addWidget(form)
        form.show_draft(ExportDraft(columns=tuple(columns), ask=ExportAsk(ground=DUTY)))
        form.submitted.connect(self.ask_path)
        form.left.connect(self.closed)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self.form.recipient.editor.setFocus()

    def ask_path(self) -> None:
        """Ask where the file shall lie, once the form is filled in; then write it."""
        if not self.form.save.isEnabled() or not self._is_complete():
            return
        path = choose_save_file(self, title=self.tr("Export"), kinds=KINDS, suggested=SUGGESTED)
        if path is not None:
            self.export(path if path.suffix else path.with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write the list to *path*."""
        draft, station, keys = self.form.draft(), self._station, self._keys

        def write(progress: Progress) -> Done[Exported]:
            done = station.exports.residents(
                path,
                progress,
                ask=draft.ask,
                keys=keys,
                columns=draft.columns,
                approval=draft.approval(),
            )
            return Done(done, frozenset({Topic.AUDIT, Topic.EXPORTS}))

        # held down, Ctrl+Enter must not give a list out twice
        self.form.save.refuse(self.tr("Writing the list…"))
        self._context.operations.perform(
            write, owner=self, done=self._told(path), failed=self._refused
        )

    def _is_complete(self) -> bool:
        problems = self._missing()
        self.form.show_problems(problems)
        if problems:
            self.form.focus_first()
        return not problems

    def _missing(self) -> tuple[Problem, ...]:
        """Return what can be told before a place is asked for; the service judges again."""
        draft = self.form.draft()
        needed = {
            "columns": draft.columns,
            "recipient": draft.ask.recipient,
            "purpose": draft.ask.purpose,
            "ground": draft.ask.ground,
        }
        if self.form.needs_reason():
            needed["reason"] = draft.ask.reason
        if self.form.approver is not None:
            needed |= {"approver": draft.approver, "passphrase": draft.passphrase}
        return tuple(Problem(name, "missing") for name, value in needed.items() if not value)

    def _told(self, path: Path) -> Callable[[Exported], None]:
        def tell(done: Exported) -> None:
            words = self.tr("Exported {count} people to {name}, number {number}")
            self._context.notices.say(
                words.format(count=f"{done.rows:,}", name=path.name, number=done.number)
            )
            self.closed.emit()

        return tell

    def _refused(self, error: Exception) -> None:
        self.form.save.refuse("")
        self.form.forget_passphrase()
        if isinstance(error, ValidationFailedError):
            self.form.show_problems(error.problems)
            self.form.focus_first()
        elif isinstance(error, WrongPassphraseError):
            self.form.show_problems((Problem("passphrase", "wrong"),))
            self.form.focus_first()
        else:
            self._context.failed(error)
