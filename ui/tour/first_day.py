"""The first day: a station is founded, and stands open and empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from station_app.domain.access.roles import Role
from ui.access.founding import FoundingPage
from ui.access.unlock import UnlockPage
from ui.settings.page import SettingsPage
from ui.staff.page import StaffPage
from ui.tour.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.app.program import Program
    from ui.tour.walk import Until

FOUNDER, COLLEAGUE = "王小明", "李雪梅"
NAME = "石头城社区服务站"
CODE = "320000009001"


class FirstDay(Guide):
    """Goes through the first run, then through the empty rooms."""

    def __init__(self, program: Program, out: Path, *, passphrase: str) -> None:
        super().__init__(program, out)
        self._passphrase = passphrase

    def walk(self) -> Iterator[Until]:
        """Do it all."""
        yield from self.found()
        yield from self.look_around()
        yield from self.settle()
        yield from self.administer()
        yield from self.lock()

    def found(self) -> Iterator[Until]:
        """Name the station, choose a passphrase, prove it, keep the paper key."""
        yield self.rest("the first step")
        yield self.type(FOUNDER)
        yield self.press("Return")
        yield self.type(NAME)
        yield self.press("Return")
        yield self.type(CODE)
        self.take_picture("founding-station")
        # Enter goes round the fields of this step; only Alt+Right leaves it
        yield self.press("Alt+Right")
        yield self.type(self._passphrase)
        yield self.press("Return")
        yield self.type(self._passphrase)
        self.take_picture("founding-passphrase")
        yield self.press("Return")
        yield self.type(self._passphrase)
        self.take_picture("founding-proof")
        yield self.press("Return")
        page = self._founding()
        yield from self.until("the paper key", page.paper_step.isVisible)
        self.take_picture("founding-paper-key")
        yield self.click(page.paper_step.panel.group.line)
        yield self.type(_group_shown(page))
        self.keyboard.press("Return")
        yield from self.until("the open station", lambda: self.program.opened is not None)

    def look_around(self) -> Iterator[Until]:
        """See what empty rooms say."""
        yield self.rest("the empty rooms")
        self.take_picture("residents-empty")
        yield self.press("Ctrl+K")
        yield self.type("wang")
        self.take_picture("search-empty")
        yield self.press("Esc")
        self.shell.open_record("import", "")
        yield self.rest("the import")
        self.take_picture("import-empty")

    def settle(self) -> Iterator[Until]:
        """Look at every page of the settings."""
        yield self.press("Ctrl+,")
        page = self.page(SettingsPage)
        for row in range(page.sections.count()):
            page.sections.setCurrentRow(row)
            yield self.rest("a page of the settings")
            self.take_picture(f"settings-{row + 1}")

    def administer(self) -> Iterator[Until]:
        """Invite a colleague, and look at who may do what."""
        self.shell.open_record("staff", "staff")
        yield self.rest("the staff")
        page = self.page(StaffPage)
        page.staff.begin_invitation()
        yield self.type(COLLEAGUE)
        form, slip = page.staff.panel.form, page.staff.panel.slip
        for role in (Role.ADMINISTRATOR, Role.AUDITOR):
            form.roles.boxes[role].setChecked(True)
        yield self.rest("the form")
        self.take_picture("staff-invitation")
        form.roles.set_value(frozenset({Role.CLERK}))
        form.save.click()
        yield from self.until("the passphrase", slip.isVisible)
        yield self.rest("the passphrase")
        self.take_picture("staff-first-passphrase")
        slip.done.click()
        for view in ("rights", "rules", "keys"):
            page.show_view(view)
            yield self.rest(view)
            self.take_picture(f"staff-{view}")

    def lock(self) -> Iterator[Until]:
        """Lock, and look at the door with two names to choose from."""
        yield self.press("Ctrl+Shift+L")
        yield self.rest("the door")
        door = next(iter(self.program.window.findChildren(UnlockPage)))
        self.take_picture("door")
        door.daily.person.set_value(door.daily.person.people()[1].id)
        door.ask_help()
        yield self.rest("the supervisor")
        self.take_picture("door-supervisor")

    def _founding(self) -> FoundingPage:
        return next(iter(self.program.window.findChildren(FoundingPage)))


def _group_shown(page: FoundingPage) -> str:
    """Return the group that is asked for, as it can be read on the screen."""
    panel = page.paper_step.panel
    number = f"{panel.asked_group() + 1}: "
    shown = [
        label for label in panel.findChildren(QLabel) if label.accessibleName().startswith(number)
    ]
    return shown[0].text()
