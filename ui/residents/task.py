"""One piece of work on a record: a form, what it carries out, what to call it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ui.kit.form import RecordForm
from ui.residents.problem_words import MILD, ProblemWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.domain.changes import Done
    from station_app.domain.errors import Problem
    from ui.kit.drafts import DraftBox

DraftT = TypeVar("DraftT")


class TaskForm(RecordForm[DraftT], Generic[DraftT]):
    """A form of this room: it words its problems and may judge its draft."""

    def __init__(self, parent: QWidget | None = None, *, save_text: str = "") -> None:
        super().__init__(parent, save_text=save_text)
        self._problem_words = ProblemWords(self)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._problem_words.sentence(problem)

    def judge(self, draft: DraftT) -> tuple[Problem, ...]:
        """Return what keeps *draft* from being accepted, as far as the form can tell."""
        del draft
        return ()

    def is_warning(self, problem: Problem) -> bool:
        """Whether *problem* is only odd, and does not keep the draft from being saved."""
        return problem.code in MILD


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[DraftT]):
    """A form at work.

    ``key`` is what the unsaved draft is kept under. ``carry_out`` runs in the
    background; ``label`` names what was done. ``refresh`` reads the record
    anew after a conflict: what stands there now, and what saves upon that.
    ``say`` words a field of the draft for the comparison: its title, its value.
    With ``shows_person`` what is carried out yields the key of whom to show then.
    """

    key: str
    title: str
    form: TaskForm[DraftT]
    draft: DraftT
    carry_out: Callable[[DraftT], Done[Any]]
    label: Callable[[DraftT], str]
    subtitle: str = ""
    shows_person: bool = False
    refresh: Callable[[], tuple[DraftT, Callable[[DraftT], Done[Any]]]] | None = None
    say: Callable[[str, Any], tuple[str, str]] | None = None


@dataclass(slots=True)
class DraftShelf:
    """What was typed and not saved: here for as long as the program runs, beyond in the *box*."""

    box: DraftBox | None = None
    drafts: dict[str, Any] = field(default_factory=dict)

    def keep(self, task: Task[Any]) -> None:
        """Keep what is in the form of *task* now."""
        draft = self.drafts[task.key] = task.form.draft()
        if self.box is not None:
            self.box.keep(task.key, f"{task.title} {task.subtitle}".strip(), draft)

    def forget(self, task: Task[Any]) -> None:
        """Forget what was kept for *task*."""
        self.drafts.pop(task.key, None)
        if self.box is not None:
            self.box.forget(task.key)

    def kept(self, task: Task[DraftT]) -> DraftT | None:
        """Return what was typed before, if anything."""
        here: DraftT | None = self.drafts.get(task.key)
        return self.box.draft(task.key) if here is None and self.box is not None else here

    def __bool__(self) -> bool:
        return bool(self.drafts)


def seen_anew(
    task: Task[DraftT], draft: DraftT, change: Callable[[DraftT], Done[Any]]
) -> Task[DraftT]:
    """Return *task* upon a record that has been read again."""
    return replace(task, draft=draft, carry_out=change)
