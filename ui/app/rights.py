"""What the account signed in may do, as the window knows it: read beside the pages, told to them.

The services decide. Here is what was last read of the account, so that nothing has to be
asked of the store before a button is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.staff import Hindrance, NotPermittedError
from ui.shell.wording import sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.access.permissions import Permission
    from station_app.domain.access.roles import RoleRules
    from station_app.domain.access.staff import Account
    from station_app.domain.clock import Clock


def refusals_of(
    account: Account | None, rules: RoleRules, clock: Clock
) -> Callable[[Permission], str]:
    """Return what says why *account* may not do something, empty if it may."""

    def refusal(permission: Permission) -> str:
        why = (
            Hindrance.UNKNOWN
            if account is None
            else account.hindrance(permission, today=clock.today())
        )
        if why is None:
            return ""
        roles = rules.roles_with(permission)
        return sentence_of(NotPermittedError(permission=permission, why=why, roles=roles))

    return refusal
