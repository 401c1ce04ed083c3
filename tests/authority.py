"""Who may do what in tests that are about something else: everybody everything."""

from __future__ import annotations


class Everything:
    """An authority that allows all there is."""

    def require(self, permission):
        """Allow it."""

    def account(self):
        return None

    def scope(self):
        return None
