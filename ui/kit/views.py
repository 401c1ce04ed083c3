"""Views of a page, of which one is in sight, under segments that bring the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.buttons import SegmentedControl
from ui.kit.surfaces import line
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.kit.buttons import Choice

ViewT = TypeVar("ViewT", bound=QWidget)


class Views(QWidget, Generic[ViewT]):
    """Views by their codes. Whoever hears a segment ``changed`` brings its view.

    *beside* stands at the right of the segments, *over* between them and the views.
    """

    def __init__(
        self,
        name: str,
        views: Sequence[tuple[Choice, ViewT]],
        *,
        beside: QWidget | None = None,
        over: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.segments = SegmentedControl([choice for choice, _ in views])
        self.segments.name(name)
        self._views = {choice.code: view for choice, view in views}
        self._stack = QStackedWidget()
        for view in self._views.values():
            self._stack.addWidget(view)
        self._lay_out(beside, over)

    def view(self) -> ViewT:
        """Return the view in sight."""
        return self._views[self.segments.value()]

    def bring(self, code: str) -> ViewT:
        """Bring a view to the front and return it; the cursor stays where it is."""
        self.segments.set_value(code)
        self._stack.setCurrentWidget(self.view())
        return self.view()

    def _lay_out(self, beside: QWidget | None, over: QWidget | None) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        bar.setSpacing(Space.M)
        bar.addWidget(self.segments)
        bar.addStretch(1)
        if beside is not None:
            bar.addWidget(beside, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(line(self))
        if over is not None:
            column.addWidget(over)
        column.addWidget(self._stack, 1)
