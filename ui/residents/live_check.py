"""What is wrong with what is typed, said while typing and before saving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.residents.task import TaskForm

STILL_MISSING = frozenset({"missing", "name_missing", "document_number_missing"})


class LiveCheck(QObject):
    """Judges the draft of *form* whenever a field is left.

    What is still to be typed is no problem before somebody has wanted to save.
    """

    def __init__(self, form: TaskForm[Any]) -> None:
        super().__init__(form)
        self._form = form
        self._was_submitted = False
        form.checked.connect(self._check)

    def lets_through(self, draft: Any) -> bool:
        """Whether *draft* may be saved, as far as the form can tell; else show what is wrong."""
        form = self._form
        self._was_submitted = True
        # What is only odd is said while typing and never keeps anything from being saved.
        problems = [each for each in form.judge(draft) if not form.is_warning(each)]
        if not problems and form.is_readable():
            return True
        form.show_problems(form.judge(draft), is_warning=form.is_warning)
        form.focus_first()
        return False

    def _check(self) -> None:
        form = self._form
        problems = [
            each
            for each in form.judge(form.draft())
            if self._was_submitted or each.code not in STILL_MISSING
        ]
        form.show_problems(problems, is_warning=form.is_warning)
