"""A view of the room that is built when somebody first looks at it: the room opens sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Shown(Protocol):
    """What a view of the room can do."""

    def arrive(self) -> None:
        """Put the cursor where work goes on."""

    def open_record(self, kind: str, key: str) -> None:
        """Show a record, or begin one."""

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept."""


ShownT = TypeVar("ShownT", bound=Shown)


class LaterView(QWidget, Generic[ShownT]):
    """Stands in the place of a view until it is asked for."""

    def __init__(self, make: Callable[[], ShownT]) -> None:
        super().__init__()
        self._make = make
        self._view: ShownT | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def view(self) -> ShownT:
        """Return the view; it is built by the first who asks."""
        if self._view is None:
            self._view = self._make()
            widget = cast("QWidget", self._view)
            self._room.addWidget(widget)
            widget.show()  # at once, or it could not take the cursor yet
        return self._view

    def arrive(self) -> None:
        """Put the cursor where work goes on."""
        self.view().arrive()

    def open_record(self, kind: str, key: str) -> None:
        """Show a record, or begin one."""
        self.view().open_record(kind, key)

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._view is not None and self._view.has_unsaved()
