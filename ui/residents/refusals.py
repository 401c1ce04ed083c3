"""What the service refused, said over the form or beside its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from station_app.domain.errors import RefusedError, ValidationFailedError
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.residents.task import TaskForm


class Refusals(QObject):
    """Words what the form can be put right after; all else is not its business."""

    person_asked = Signal(str)  # open the one who has the number already

    def __init__(self, form: TaskForm[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._holder = ""
        self.unplaced = Banner("", Tone.DANGER, parent)
        self.elsewhere = Banner("", Tone.DANGER, parent)
        self.same_number = Banner("", Tone.DANGER, parent)
        self.same_number.add_action(
            self.tr("Open the existing one"), lambda: self.person_asked.emit(self._holder)
        )
        self.hide()

    def banners(self) -> tuple[Banner, ...]:
        """Return what it is said by."""
        return (self.unplaced, self.same_number, self.elsewhere)

    def hide(self) -> None:
        """Say nothing any more: it is tried again."""
        for banner in self.banners():
            banner.hide()

    def tell(self, error: Exception) -> bool:
        """Say what *error* refuses; False when the form can do nothing about it."""
        if isinstance(error, ValidationFailedError):
            self._note(error)
        elif isinstance(error, RefusedError) and error.reason == "resident.same-number":
            self._holder = str(error.facts["holder"])
            self.same_number.say(self.tr("Somebody in the register has this number already."))
        elif isinstance(error, RefusedError) and error.reason == "resident.number-elsewhere":
            self.elsewhere.say(
                self.tr("Not saved: the number is kept outside your grids. Ask the station.")
            )
        else:
            return False
        return True

    def _note(self, error: ValidationFailedError) -> None:
        form = self._form
        form.show_problems(error.problems)
        # A problem of a field this form does not have would else be lost.
        unplaced = [each for each in error.problems if each.field not in form.fields]
        self.unplaced.say(" ".join(form.wording(each) for each in unplaced))
        form.focus_first()
        # the field that was left meanwhile has had the form judged anew, without these
        form.show_problems(error.problems)
