"""What may be done with the station's settings."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import ValidationFailedError
from station_app.domain.settings import Settings, problems_with, settings_from
from station_app.services.permissions import needs, open_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.SETTINGS, Topic.AUDIT})


class SettingsService:
    """The use cases of the settings; *rights* says which right each of them needs."""

    def __init__(
        self,
        store: Store,
        rights: Callable[[], Mapping[str, Permission]],
        policy_changed: Callable[[PassphrasePolicy], object],
    ) -> None:
        self._store = store
        self._rights = rights
        self._policy_changed = policy_changed

    @open_to_all
    def current(self) -> Settings:
        """Return the settings in force."""
        with self._store.reading() as tx:
            return _kept(tx)

    @open_to_all
    def needed_for(self, name: str) -> Permission:
        """Return the right it takes to change the setting *name*."""
        return self._rights()[name]

    @needs(Permission.SETTING_CHANGE)
    def change(self, /, **values: Any) -> Done[Settings]:
        """Put *values* in force.

        Raises :class:`ValidationFailedError` naming the fields that are wrong, and
        :class:`~station_app.domain.access.staff.NotPermittedError` if one of *values* is
        another role's to change, whatever its value.
        """
        rights = self._rights()
        for needed in {rights[name] for name in values if name in rights}:
            self._store.authority.require(needed)
        with self._store.transaction() as tx:
            former = _kept(tx)
            latter = replace(former, **values)
            if problems := problems_with(latter):
                raise ValidationFailedError(problems)
            differing = {
                key: value
                for key, value in asdict(latter).items()
                if getattr(former, key) != value
            }
            tx.settings.put(differing)
            told = tx.audit.changes(asdict(former), differing)
            tx.audit.add("settings:station:changed", changes=told)
        if latter.policy() != former.policy():
            self._policy_changed(latter.policy())

        def revert() -> Done[object]:
            return self.change(**{key: getattr(former, key) for key in differing})

        return Done(latter, TOUCHED, revert)


def _kept(tx: Transaction) -> Settings:
    """Return the settings that *tx* sees."""
    return settings_from(tx.settings.all())
