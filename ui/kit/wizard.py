"""A few steps in a row: the list at the left, the step at the right, Back and Next.

It is part of a page, not a window of its own. Alt+Right and Alt+Left go on
and back; Enter goes on from the last field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, IconLabel
from ui.kit.keys import add_key
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label, set_property

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST_WIDTH = 220
CONTENT_WIDTH = 720
STEP_SIGNS = {
    "done": (Icon.FINISHED, "ok_text"),
    "now": (Icon.STEP_NOW, "accent_text"),
    "later": (Icon.STEP, "muted"),
}


class WizardStep(QWidget):
    """One step. Subclasses add things to :attr:`body` and say when it is complete.

    A step knows nothing of its neighbours: what one finds out and another needs, the page
    that made them hands over.
    """

    complete_changed = Signal()
    ready = Signal()  # what proceed() started has ended: go on

    def __init__(self, title: str = "", lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = Scroll(self, margin=Space.XL, width=CONTENT_WIDTH)
        # less at the foot: the longest step has to do without a scroll bar on a small screen
        self.page.set_margins(Space.XL, below=Space.M)
        outer.addWidget(self.page)
        self.body = self.page.body
        self.heading = label("", Role.TITLE, wrap=True, parent=self)
        self.lead = label("", Role.MUTED, wrap=True, parent=self)
        about = QVBoxLayout()
        about.setSpacing(Space.XS)
        about.addWidget(self.heading)
        about.addWidget(self.lead)
        self.body.addLayout(about)
        self.title = ""
        self.set_heading(title, lead)

    def set_heading(self, title: str, lead: str = "") -> None:
        """Say what the step is about; the title stands in the list of steps too."""
        self.title = title
        self.heading.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def missing(self) -> str:
        """Return why one cannot go on yet, empty when one can."""
        return ""

    def next_text(self) -> str:
        """Return the word on the button that goes on, empty for *Next*."""
        return ""

    def can_go_back(self) -> bool:
        """Whether the former step may be seen again."""
        return True

    def can_be_left(self) -> bool:
        """Whether there is still something to cancel."""
        return True

    def arrive(self) -> None:
        """Be shown: fill in what former steps have settled, place the cursor."""

    def proceed(self) -> bool:
        """Do what leaving this step forwards does. False: wait for ``ready``."""
        return True


class StepList(QFrame):
    """The titles of the steps, each with a sign: done, in sight, or still to come."""

    def __init__(self, steps: Sequence[WizardStep], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "steps")
        self.setFixedWidth(LIST_WIDTH)
        self._rows: list[tuple[IconLabel, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.S, Space.XL)
        column.setSpacing(Space.M)
        if title:
            column.addWidget(label(title, Role.SUBTITLE, wrap=True, parent=self))
        for step in steps:
            column.addLayout(self._row(step.title))
        column.addStretch(1)

    def mark(self, here: int) -> None:
        """Show that step number *here* is in sight, and those before it done."""
        for at, (sign, words) in enumerate(self._rows):
            state = "done" if at < here else "now" if at == here else "later"
            meaning, color = STEP_SIGNS[state]
            sign.show_icon(meaning, color)
            set_property(words, "state", state)

    def _row(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        sign = IconLabel(Icon.STEP, color="muted", parent=self)
        words = QLabel(title, self)
        words.setProperty("role", "step")
        words.setWordWrap(True)
        row.addWidget(sign)
        row.addWidget(words, 1)
        self._rows.append((sign, words))
        return row


class Wizard(QWidget):
    """The frame around the steps.

    It moves between steps and says why one cannot go on. What is done at the end is the
    page's: ``finished`` and ``abandoned`` tell when.
    """

    finished = Signal()
    abandoned = Signal()
    step_changed = Signal(int)

    def __init__(
        self, steps: Sequence[WizardStep], *, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.steps = list(steps)
        self.stack = QStackedWidget(self)
        self._list = StepList(self.steps, title, self)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._list)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(self._footer())
        outer.addLayout(right, 1)
        for at, step in enumerate(self.steps):
            self.stack.addWidget(step)
            step.complete_changed.connect(self._show_state)
            # bound to its place: a step left meanwhile must not push the one in sight on
            step.ready.connect(lambda at=at: self._go_on_from(at))
        add_key(self, "Alt+Right", self.tr("Next step"), self.go_on, group=self.tr("Steps"))
        add_key(self, "Alt+Left", self.tr("Step before"), self.go_back, group=self.tr("Steps"))
        self._show_state()

    def current(self) -> WizardStep:
        """Return the step in sight."""
        return self.steps[self.stack.currentIndex()]

    def start(self) -> None:
        """Begin with the first step."""
        self.go_to(0)

    def go_to(self, at: int) -> None:
        """Show step number *at*."""
        self.stack.setCurrentIndex(at)
        self.steps[at].arrive()
        self._show_state()
        self.step_changed.emit(at)

    def go_on(self) -> None:
        """Leave the step forwards, if it is complete."""
        if self.next.isEnabled() and self.current().proceed():
            self._go_on_from(self.stack.currentIndex())

    def go_back(self) -> None:
        """Show the step before."""
        if self.back.isVisible() and self.back.isEnabled():
            self.go_to(self.stack.currentIndex() - 1)

    def hold(self, reason: str) -> None:
        """Keep Back and Next from being pressed while work goes on.

        An empty *reason* lets them go again, as far as the step in sight allows.
        """
        self.next.refuse(reason)
        self.back.refuse(reason)
        # the reasons of the step itself were written over
        if not reason:
            self._show_state()

    def _go_on_from(self, at: int) -> None:
        if at != self.stack.currentIndex():
            return
        if at + 1 < len(self.steps):
            self.go_to(at + 1)
        else:
            self.finished.emit()

    def _footer(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "footer")
        row = QHBoxLayout(frame)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.S)
        self.leave = Button(self.tr("Cancel"), kind=Kind.QUIET, parent=frame)
        # beside the button as well: a tool tip is not found by keyboard
        self.why = label("", Role.CAPTION, parent=frame)
        self.back = Button(self.tr("Back"), meaning=Icon.BACK, parent=frame)
        self.next = Button(self.tr("Next"), kind=Kind.PRIMARY, parent=frame)
        self.next.setAutoDefault(True)  # Enter presses it once the cursor is there
        row.addWidget(self.leave)
        row.addWidget(self.why, 1, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.leave.on_click(self.abandoned.emit)
        self.back.on_click(self.go_back)
        self.next.on_click(self.go_on)
        return frame

    def _show_state(self) -> None:
        here = self.stack.currentIndex()
        if here < 0:
            return
        step = self.steps[here]
        self._list.mark(here)
        reason = step.missing()
        self.next.refuse(reason)
        self.why.setText(reason)
        # hidden rather than greyed: there is no reason to give for no way back
        self.back.setVisible(here > 0 and step.can_go_back())
        self.leave.setVisible(step.can_be_left())
        is_last = here == len(self.steps) - 1
        self.next.setText(step.next_text() or (self.tr("Finish") if is_last else self.tr("Next")))
