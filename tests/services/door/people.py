"""Who signs in in these stories, and by what."""

from __future__ import annotations

HEAD, CLERK, OTHER = "1" * 32, "2" * 32, "3" * 32
PASSPHRASE, THEIRS, NEXT = "Abcdef12", "Ghijkl34", "Mnopqr56"


def admit(access, home, key, owner=CLERK, passphrase=THEIRS, *, is_supervisor=False):
    access.admit(
        home, key, owner=owner, name="胡一菲", passphrase=passphrase, is_supervisor=is_supervisor
    )
