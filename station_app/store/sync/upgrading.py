"""A store meets another declaration: triggers are made anew, and what was kept aside comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.store.sync.capture import install_capture
from station_app.store.sync.declaration import read_declaration
from station_app.store.sync.merging import Merger
from station_app.store.sync.placing import PLACED
from station_app.store.sync.relaying import Relay

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from station_app.store.sync.declaration import Declaration
    from station_app.store.sync.statements import Statements


def note_all_that_is_declared(session: Session, statements: Statements) -> None:
    """Note from now on what the program's declaration names."""
    declaration = read_declaration()
    install_capture(session.connection(), declaration)
    take_in_known_now(statements, declaration)


def take_in_known_now(statements: Statements, declaration: Declaration) -> None:
    """Merge what newer programs had sent before this one knew it."""
    # values that were written elsewhere: noted as edits of ours they would win everywhere
    statements.run("UPDATE sync_clock SET hush = 1")
    bundle = Relay(statements).known_now(declaration)
    statements.run("UPDATE sync_clock SET hush = 0")
    if bundle is not None:
        merger = Merger(statements, declaration, bundle)
        merger.merge()
        merger.clear()
    # every digest is over the columns that are declared
    statements.run("DELETE FROM sync_own WHERE name = ?", PLACED)
