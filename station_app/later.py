"""Modules that are loaded when something of theirs is first asked for.

The first window needs a small part of the program; the rest would double the time
until it stands. Until Python can say ``lazy import`` (PEP 810), a module that is for
later is named at the top like every other, for readers and checkers as it is::

    if TYPE_CHECKING:
        from ui.residents import tasks
    else:
        tasks = later("ui.residents.tasks")

Both say the same (a test holds them to it): the first is what checkers, contracts and
whoever freezes the program see.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


class Later:
    """Stands for the module *name*, and has what that has."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __getattr__(self, what: str) -> object:
        """Return *what* of the module, which is loaded by then."""
        return getattr(import_module(self.__name__), what)


def load(*modules: ModuleType) -> None:
    """Load *modules*, whose time has come, before something of theirs is asked for."""
    for module in modules:
        import_module(module.__name__)


def later(name: str) -> Later:
    """Return what stands for the module *name* until it is needed, and after."""
    return Later(name)
