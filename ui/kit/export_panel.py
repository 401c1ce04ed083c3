"""The step before a list leaves: asked beside the table, written to a place that is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from station_app.domain.errors import (
    Problem,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.exports import ExportAsk
from ui.kit.dialogs import choose_save_file
from ui.kit.export_form import DUTY, ExportDraft, ExportForm
from ui.kit.surfaces import SidePanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from station_app.domain.changes import Done
    from station_app.services.exports.residents import Exported
    from station_app.services.progress import Progress
    from ui.kit.room import RoomContext

    Write: TypeAlias = "Callable[[Path, ExportDraft, Progress], Done[Exported]]"
    """What writes the list to a place, as the form says."""

WORKBOOK = "Excel (*.xlsx)"
KINDS = f"{WORKBOOK};;CSV (*.csv)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is said of a list: how many are on it, and the name its file may have.

    ``done`` has room for ``count``, ``name`` and ``number``.
    """

    told: str
    done: str
    suggested: str
    kinds: str = KINDS


class ExportPanel(SidePanel):
    """Gives a list out with *write*, once everything asked for is said."""

    def __init__(
        self,
        context: RoomContext,
        form: ExportForm,
        write: Write,
        *,
        leaving: Leaving,
        columns: Sequence[str],
    ) -> None:
        super().__init__()
        self._context, self._write, self._leaving = context, write, leaving
        self.form = form
        self.show_heading(self.tr("Give the list out"), leaving.told)
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
        told = self._leaving
        path = choose_save_file(
            self, title=self.tr("Export"), kinds=told.kinds, suggested=told.suggested
        )
        if path is not None:
            self.export(path if path.suffix else path.with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write the list to *path*."""
        draft, write = self.form.draft(), self._write
        # held down, Ctrl+Enter must not give a list out twice
        self.form.save.refuse(self.tr("Writing the list…"))
        self._context.operations.perform(
            lambda progress: write(path, draft, progress),
            owner=self,
            done=self._told(path),
            failed=self._refused,
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
            told = {"count": f"{done.rows:,}", "name": path.name, "number": done.number}
            self._context.notices.say(self._leaving.done.format(**told))
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
