"""Objects of which an application has one: its theme, its languages, its rare faces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication

KindT = TypeVar("KindT", bound=QObject)


def the_only(kind: Callable[[Any], KindT], name: str, app: QCoreApplication | None) -> KindT:
    """Return what *app* keeps by *name*, made as *kind* when first asked for.

    It is a child of the application, and goes with it. Looked up by a property: among the
    children Python would have to learn what Qt's own are, 10 ms at the start.
    """
    if app is None:
        raise RuntimeError(name)
    found: KindT | None = app.property(name)
    if found is None:
        found = kind(app)
        app.setProperty(name, found)
    return found
