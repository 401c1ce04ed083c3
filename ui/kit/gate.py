"""What whoever is signed in may not do is disabled beforehand, and says why.

Buttons, actions and whole widgets are bound to a permission here, once, where they are made;
nobody asks about rights anywhere else in the window. A gate decides nothing: the services
ask again. What it says comes from the account as it was last read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.access.permissions import Permission

Refusal: TypeAlias = "Callable[[Permission], str]"
Gated: TypeAlias = "QWidget | QAction"


def everything(_: Permission) -> str:
    """Refuse nothing."""
    return ""


class Gate(QObject):
    """Knows what is refused, and keeps whatever is bound to it disabled as long as it is."""

    changed = Signal()

    def __init__(self, refusal: Refusal = everything, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refusal = refusal
        self._bars: list[Bar] = []
        self._drops: list[tuple[Permission, QWidget]] = []

    def judge_by(self, refusal: Refusal) -> None:
        """Let *refusal* say from now on why something is not allowed, empty if it is."""
        self._refusal = refusal
        self._bars = [bar for bar in self._bars if bar.is_needed()]
        for bar in self._bars:
            bar.judge(refusal)
        self._drops = [(need, target) for need, target in self._drops if _lives(target)]
        for need, target in self._drops:
            target.setAcceptDrops(not refusal(need))
        self.changed.emit()

    def reason(self, permission: Permission | None) -> str:
        """Return why *permission* is not given; empty if it is, or if nothing is asked for."""
        return "" if permission is None else self._refusal(permission)

    def allows(self, permission: Permission | None) -> bool:
        """Whether *permission* is given."""
        return not self.reason(permission)

    def bind(self, permission: Permission, *things: Gated) -> None:
        """Let *things* be used only by whoever has *permission*."""
        for thing in things:
            bar = Bar(permission, thing)
            self._bars.append(bar)
            bar.judge(self._refusal)

    def bind_drops(self, permission: Permission, *targets: QWidget) -> None:
        """Let things be dropped on *targets* only by whoever has *permission*."""
        for target in targets:
            self._drops.append((permission, target))
            target.setAcceptDrops(self.allows(permission))


class Bar(QObject):
    """Lies across one button or action while its permission is missing.

    The thing's owner goes on enabling and disabling it for reasons of its own; that is
    remembered, and holds again when the bar is lifted.
    """

    def __init__(self, need: Permission, thing: Gated) -> None:
        super().__init__(thing)
        self.need, self._thing = need, thing
        self._reason = ""
        self._wish, self._tip = thing.isEnabled(), thing.toolTip()
        self._is_acting = False
        if isinstance(thing, QAction):
            thing.changed.connect(self._on_changed)
        else:
            thing.installEventFilter(self)

    def is_needed(self) -> bool:
        """Whether what it lies across is still there."""
        return _lives(self) and _lives(self._thing)

    def judge(self, refusal: Refusal) -> None:
        """Lie down, or be lifted, as *refusal* says."""
        latter, former = refusal(self.need), self._reason
        if latter and not former:
            # what the owner wants, unless a bar was across it: then it is known already
            self._wish, self._tip = _is_enabled(self._thing), self._thing.toolTip()
        self._reason = latter
        if latter:
            self._hold()
        elif former:
            self._lift()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the owner enables the widget, or says something else of it."""
        if event.type() in {QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange}:
            self._on_changed()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        if not self._reason or self._is_acting:
            return
        if _is_enabled(self._thing):
            self._wish = True
        if self._thing.toolTip() != self._reason:
            self._tip = self._thing.toolTip()
        self._hold()

    def _hold(self) -> None:
        self._put(False, self._reason, self._reason)

    def _lift(self) -> None:
        self._put(self._wish, self._tip, "")

    def _put(self, enabled: bool, tip: str, status: str) -> None:  # noqa: FBT001 - inside
        self._is_acting = True
        self._thing.setEnabled(enabled)
        self._thing.setToolTip(tip)
        self._thing.setStatusTip(status)
        if isinstance(self._thing, QWidget):
            # a tool tip is for the pointer; screen readers hear the reason too
            self._thing.setAccessibleDescription(status)
        self._is_acting = False


def _is_enabled(thing: Gated) -> bool:
    """Whether *thing* itself is enabled, whatever it lies in."""
    if isinstance(thing, QAction):
        return thing.isEnabled()
    parent = thing.parentWidget()
    return thing.isEnabled() if parent is None else thing.isEnabledTo(parent)


def _lives(thing: QObject) -> bool:
    return shiboken6.isValid(thing)
