"""The form pattern: sections of fields, problems beside them, keys for all.

A form reads itself (``draft``), fills itself (``fill``) and notes problems; it
judges nothing and saves nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.errors import ValidationFailedError
from ui.kit.buttons import Button, Kind
from ui.kit.form_keys import FormKeys
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, Scroll, line
from ui.kit.tokens import Space, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from station_app.domain.errors import Problem
    from ui.kit.fields import Field

DraftT = TypeVar("DraftT")
FieldT = TypeVar("FieldT", bound="Field[Any]")
NARROW = 520  # below this the fields stand in one column


class Section(Card):
    """Fields that belong together, under a heading.

    One column or two, by the room there is; the fields keep their order, which is that
    of Enter and Tab.
    """

    def __init__(self, title: str, *, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._columns = columns
        self._shown_columns = columns
        self._placed: list[tuple[Field[Any], bool]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self.body.addLayout(self._grid)

    def add(self, field: FieldT, *, wide: bool = False) -> FieldT:
        """Add *field*, over the whole width if *wide*, and return it."""
        self._placed.append((field, wide))
        self._arrange()
        return field

    def fit(self, width: int) -> None:
        """Use one column where there is little room."""
        columns = 1 if width < NARROW else self._columns
        # laid out anew only on crossing the edge: dragging a window resizes at every pixel
        if columns != self._shown_columns:
            self._shown_columns = columns
            self._arrange()

    def _arrange(self) -> None:
        columns = self._shown_columns
        row = at = 0
        for widget, wide in self._placed:
            # a wide field begins a row of its own; the place left beside the last stays empty
            if wide and at:
                row, at = row + 1, 0
            self._grid.addWidget(widget, row, at, 1, columns if wide else 1)
            widget.stand_beside(columns > 1 and not wide)
            at = columns if wide else at + 1
            if at >= columns:
                row, at = row + 1, 0
        for column in range(self._columns):
            # else a column left empty would keep half of the width
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class RecordForm(QWidget, Generic[DraftT]):
    """A form over one record. Subclasses add sections and know the draft.

    ``show_draft`` fills the form; ``is_dirty`` compares with what was shown.
    """

    submitted = Signal()
    left = Signal()
    changed = Signal()
    checked = Signal()  # a field was left: time for the live check

    def __init__(
        self, parent: QWidget | None = None, *, save_text: str = "", width: int = 0
    ) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field[Any]] = {}
        self.shown: DraftT | None = None
        self.page = Scroll(self, margin=Space.L, width=width, is_centred=False)
        self._sections: list[Section] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.page, 1)
        # else what is scrolled beneath the buttons would look cut off
        outer.addWidget(line(self))
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self.footer.setSpacing(Space.S)
        outer.addLayout(self.footer)
        self.save = Button(
            save_text or self.tr("Save"), meaning=Icon.CHECK, kind=Kind.PRIMARY, parent=self
        )
        self.save.setToolTip(self.tr("Save (Ctrl+Enter)"))
        self.cancel = Button(self.tr("Leave"), kind=Kind.QUIET, parent=self)
        self.cancel.setToolTip(self.tr("Leave without saving (Esc)"))
        self.footer.addWidget(self.save)
        self.footer.addWidget(self.cancel)
        self.footer.addStretch(1)
        self._keys = FormKeys(self, self.fields, self.save)
        self._keys.submitted.connect(self.submitted)
        self._keys.left.connect(self.left)
        self._keys.arrived.connect(lambda at: self.page.ensureWidgetVisible(at, 0, Space.L))
        self.save.on_click(self.submitted.emit)
        self.cancel.on_click(self.left.emit)

    def draft(self) -> DraftT:
        """Return what is in the fields now.

        Also what will not do: a draft is judged by the service, not here.
        """
        raise NotImplementedError

    def fill(self, draft: DraftT) -> None:
        """Put *draft* into the fields.

        Subclasses say how. To show a record call :meth:`show_draft`: this alone leaves the
        form dirty, which is what *Go on editing* wants.
        """
        raise NotImplementedError

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        raise NotImplementedError

    def show_draft(self, draft: DraftT) -> None:
        """Show *draft* as what is kept; from here on the form is clean."""
        self.fill(draft)
        # read back, not *draft* itself: fields tidy what they show, and that is no change
        self.shown = self.draft()
        self.show_problems(())

    def is_dirty(self) -> bool:
        """Whether something has been entered since :meth:`show_draft`."""
        return self.shown is not None and self.draft() != self.shown

    def show_changed(self) -> None:
        """Let what was changed be saved or left; nothing changed can be neither."""
        reason = "" if self.is_dirty() else self.tr("Nothing has been changed")
        self.save.refuse(reason)
        self.cancel.setVisible(not reason)

    def is_readable(self) -> bool:
        """Whether every field could make sense of what was typed."""
        return all(field.is_readable() for field in self.fields.values())

    def add_section(self, title: str, *, columns: int = 2) -> Section:
        """Add a section at the end and return it."""
        section = Section(title, columns=columns, parent=self)
        self._sections.append(section)
        self.page.body.addWidget(section)
        return section

    def add_field(
        self, section: Section, name: str, field: FieldT, *, wide: bool = False
    ) -> FieldT:
        """Add *field* under the *name* its problems carry, and return it."""
        section.add(field, wide=wide)
        self.fields[name] = field
        self._keys.watch(field)
        field.changed.connect(self.changed)
        field.finished.connect(self.checked)
        return field

    def show_problems(
        self, problems: Iterable[Problem], *, is_warning: Callable[[Problem], bool] | None = None
    ) -> None:
        """Note each problem beside its field, and take the old notes away."""
        for field in self.fields.values():
            # what a field cannot read stays noted, else saving would stop without a word
            field.set_problem(field.unreadable())
        for problem in problems:
            found = self.fields.get(problem.field)
            # one sentence a field: the first problem is the one to mend first
            if found is not None and not found.problem():
                mild = is_warning is not None and is_warning(problem)
                found.set_problem(self.wording(problem), Tone.WARN if mild else Tone.DANGER)

    def hear(self, error: Exception, failed: Callable[[Exception], object]) -> None:
        """Note what *error* says of the fields; whatever else it says is for *failed*."""
        if isinstance(error, ValidationFailedError):
            self.show_problems(error.problems)
            self.focus_first()
        else:
            failed(error)

    def check_readable(self) -> bool:
        """Return whether every field can be read; the cursor goes to one that cannot."""
        if self.is_readable():
            return True
        self.show_problems(())
        self.focus_first()
        return False

    def note(self, name: str) -> str:
        """Return the problem noted beside the field *name*."""
        return self.fields[name].problem()

    def focus_first(self) -> None:
        """Put the cursor in the first field with a problem, else in the first.

        For a refused record: nobody has to look for what is red.
        """
        fields = list(self.fields.values())
        wrong = [field for field in fields if field.problem()]
        for field in (wrong or fields)[:1]:
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the keys that no field took."""
        if not self._keys.press(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go from the last field to the buttons, which were there before the fields."""
        super().showEvent(event)
        last = [field.editor for field in self.fields.values()][-1:]
        for one, other in pairwise((*last, self.save, self.cancel)):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: Any) -> None:
        """Let the sections choose their number of columns."""
        super().resizeEvent(event)
        for section in self._sections:
            section.fit(self.width() - 2 * Space.L)
