"""The sentences for what somebody may not do, and the names of roles.

Part of :mod:`ui.shell.wording`, which is where everybody looks them up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import Hindrance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.access.staff import NotPermittedError

CONTEXT = "access"

ROLES = {
    Role.CLERK: QT_TRANSLATE_NOOP("access", "front-desk clerk"),
    Role.GRID_WORKER: QT_TRANSLATE_NOOP("access", "grid worker"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("access", "supervisor"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("access", "auditor"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("access", "administrator"),
}
HINDRANCES = {
    Hindrance.ROLE: QT_TRANSLATE_NOOP(
        "access", "Your role does not allow this. Ask somebody who may: {roles}."
    ),
    Hindrance.INVITED: QT_TRANSLATE_NOOP(
        "access", "Choose a passphrase of your own first; then you can begin."
    ),
    Hindrance.SUSPENDED: QT_TRANSLATE_NOOP(
        "access", "This account is suspended. An administrator can let it go on."
    ),
    Hindrance.LEFT: QT_TRANSLATE_NOOP(
        "access", "This account has ended. An administrator can invite its owner again."
    ),
    Hindrance.EXPIRED: QT_TRANSLATE_NOOP(
        "access", "The engagement of this account has ended. An administrator can extend it."
    ),
    Hindrance.SCOPE: QT_TRANSLATE_NOOP("access", "This lies outside your grids. Ask the station."),
    Hindrance.UNKNOWN: QT_TRANSLATE_NOOP(
        "access", "There is no such account at this station. Ask an administrator."
    ),
}


def words_of_hindrance(error: NotPermittedError) -> str:
    """Return why somebody may not do something, and whom to ask."""
    sentence = HINDRANCES[Hindrance(str(error.facts["why"]))]
    roles = error.facts.get("roles", ())
    return _translated(sentence).format(roles=names_of_roles(roles))  # type: ignore[arg-type]  # a fact of ours


def names_of_roles(roles: Iterable[Role]) -> str:
    """Return the names of *roles*, one after the other."""
    return "、".join(_translated(ROLES[role]) for role in roles)


def _translated(sentence: object) -> str:
    return QCoreApplication.translate(CONTEXT, str(sentence))
