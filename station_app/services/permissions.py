"""Asking before a use case begins: each public method of a service says what it needs.

A method without ``@needs`` or ``@open_to_all`` turns a test red that finds them all
(tests/services/access/test_rights.py).
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.access.permissions import Permission
    from station_app.store.transaction import Store

RULE = "needs_permission"  # the attribute that tells a method's rule


class Guarded(Protocol):
    """A service: it stands on a store, whose authority is asked."""

    _store: Store


P = ParamSpec("P")
R = TypeVar("R")
ServiceT = TypeVar("ServiceT", bound=Guarded)
MethodT = TypeVar("MethodT", bound="Callable[..., object]")


def needs(
    permission: Permission,
) -> Callable[[Callable[Concatenate[ServiceT, P], R]], Callable[Concatenate[ServiceT, P], R]]:
    """Let a method begin only for whoever has *permission*.

    It raises :class:`~station_app.domain.access.staff.NotPermittedError` otherwise, before
    anything else is looked at.
    """

    def guard(
        method: Callable[Concatenate[ServiceT, P], R],
    ) -> Callable[Concatenate[ServiceT, P], R]:
        @wraps(method)
        def guarded(service: ServiceT, /, *args: P.args, **kwargs: P.kwargs) -> R:
            service._store.authority.require(permission)  # noqa: SLF001 - the service's own
            return method(service, *args, **kwargs)

        setattr(guarded, RULE, permission)
        return guarded

    return guard


def open_to_all(method: MethodT) -> MethodT:
    """Say that *method* needs no permission: it shows nobody's data and changes none."""
    setattr(method, RULE, None)
    return method
