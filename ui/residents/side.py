"""What stands beside the table: a file, a task, a document looked at, the places."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.later import later
from ui.residents.left_tasks import LeftTasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.residents.files import Attachment
    from ui.kit.room import RoomContext
    from ui.residents import task as tasks
    from ui.residents import task_panel, viewer
    from ui.residents.actions import PersonActions
    from ui.residents.file_panel import FilePanel
else:
    task_panel = later("ui.residents.task_panel")
    tasks = later("ui.residents.task")
    viewer = later("ui.residents.viewer")  # PDFium

READING, WORKING = 456, 600
"""How wide a file is to be read, and what is worked on."""


class Side(QStackedWidget):
    """Shows one thing at a time; what is left comes back to the file.

    It knows what is in sight and keeps unsaved drafts; how wide it may be is the page's.
    *make_file* makes the file when somebody is first shown.
    """

    shown = Signal(int)  # the width wanted
    emptied = Signal()
    person_asked = Signal(str)
    place_asked = Signal(str, str)

    def __init__(
        self, make_file: Callable[[], FilePanel], context: RoomContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make_file = make_file
        self._context = context
        self._left = LeftTasks(context, self)
        self._left.resumed.connect(self._resume)
        self.hide()

    @cached_property
    def shelf(self) -> tasks.DraftShelf:
        """What was left without saving."""
        return tasks.DraftShelf(self._context.drafts)

    @cached_property
    def file(self) -> FilePanel:
        """One person one file."""
        file = self._make_file()
        self.insertWidget(0, file)
        file.closed.connect(self.close_file)
        file.acts.person.task_asked.connect(self.open_task)
        file.acts.files.viewer_asked.connect(self.show_viewer)
        return file

    def has_file(self) -> bool:
        """Whether anybody's file has been shown yet."""
        return "file" in self.__dict__

    def act(self, act: Callable[[PersonActions], object]) -> None:
        """Do *act* with the person whose file was shown last."""
        if self.has_file():
            act(self.file.acts)

    def go_back(self) -> None:
        """Show the file from which one has come."""
        if self.has_file():
            self.file.go_back()

    def is_reading(self) -> bool:
        """Whether somebody's file is in sight."""
        return self.isVisible() and self._is_file(self.currentWidget())

    def show_file(self) -> None:
        """Show the file; a task at work is left, its draft kept.

        Nobody is asked whether to leave: what was typed is offered back in a notice.
        """
        self.leave()
        self._bring(self.file)

    def close_file(self) -> None:
        """Leave the whole room to the table."""
        self.hide()
        self.emptied.emit()

    def open_task(self, task: tasks.Task[Any]) -> None:
        """Work on *task*.

        A task at work before is left in the same way as by Esc.
        """
        self.leave()
        panel = task_panel.TaskPanel(task, self._context, self.shelf, self)
        panel.ended.connect(lambda: self._end(panel))
        panel.person_asked.connect(self.person_asked)
        self.addWidget(panel)
        self._bring(panel)
        panel.begin()

    def task(self) -> task_panel.TaskPanel | None:
        """Return the task at work, if there is one."""
        here = self.currentWidget() if self.count() else None
        return here if isinstance(here, task_panel.TaskPanel) else None

    def has_unsaved(self) -> bool:
        """Whether something typed is not saved."""
        task = self.task()
        return bool(self.shelf) or (task is not None and task.is_dirty())

    def show_places(self, make: Callable[[], QWidget]) -> None:
        """Show the panel over grids and buildings that *make* makes.

        Another room makes it; it has the signals ``closed`` and ``place_asked``
        (a condition of the filter, the key of a place).
        """
        self.leave()
        panel: Any = make()
        panel.place_asked.connect(self.place_asked)
        self._show_for_now(panel)

    def show_panel(self, panel: Any) -> None:
        """Show *panel* until it is left, then the file again; it tells ``closed``."""
        self.leave()
        self._show_for_now(panel)

    def show_viewer(self, file: Attachment, content: bytes) -> None:
        """Look at a file that is kept with somebody."""
        # Several pages are heavy; the viewer is made for one look and dropped after it.
        self._show_for_now(viewer.FileViewer(file, content, self._context))

    def leave(self) -> None:
        """Leave what is in sight; a task's draft is kept and offered back."""
        task = self.task()
        # The task tells that it has ended, and _end decides what becomes of its panel.
        if task is not None:
            task.leave()
        elif self.count() and not self._is_file(self.currentWidget()):
            self._drop(self.currentWidget())

    def _is_file(self, widget: QWidget) -> bool:
        return self.has_file() and widget is self.file

    def _show_for_now(self, panel: Any) -> None:
        panel.closed.connect(lambda: self._drop(panel))
        self.addWidget(panel)
        self._bring(panel)
        panel.setFocus()

    def _bring(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.show()
        self.shown.emit(READING if self._is_file(widget) else WORKING)

    def _end(self, panel: task_panel.TaskPanel) -> None:
        # Nothing kept means nothing typed: the panel may go without a word.
        if self.shelf.kept(panel.task) is None:
            self._drop(panel)
            return
        self._left.offer(panel)
        self._come_back()

    def _resume(self, panel: task_panel.TaskPanel) -> None:
        self.leave()
        self.addWidget(panel)
        self._bring(panel)
        panel.resume()

    def _drop(self, panel: QWidget) -> None:
        self.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._come_back()

    def _come_back(self) -> None:
        if self.has_file() and self.file.key():
            self._bring(self.file)
        else:
            self.close_file()
