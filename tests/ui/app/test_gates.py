"""Every button and every key of every room, pressed in every role: nothing is refused late.

Whatever the services would refuse has to be disabled beforehand. So whatever is enabled is
pressed, and the authority of the store takes note of each refusal: there must be none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMenu, QToolButton

from station_app.bootstrap import open_station
from station_app.domain.access.staff import NotPermittedError
from tests.ui.app.conftest import ADMINISTRATOR, AUDITOR, CLERK, FOUNDER, WORKER, passphrase_of
from ui.app import program as program_module
from ui.shell.window import Shell

PEOPLE = 12
EVERYBODY = [FOUNDER, CLERK, WORKER, AUDITOR, ADMINISTRATOR]
LEADING_AWAY = {"Ctrl+L", "Ctrl+Shift+L"}
LEADING_OUT = ("Restart", "Restore")
MOST_TURNS = 3


@dataclass
class Noted:
    """An authority that says what another says, and notes whom it refuses what."""

    authority: object
    refused: list = field(default_factory=list)

    def require(self, permission):
        try:
            self.authority.require(permission)
        except NotPermittedError:
            self.refused.append(permission)
            raise

    def account(self):
        return self.authority.account()

    def scope(self):
        return self.authority.scope()


@pytest.fixture
def peopled(staffed, home, access):
    key = access.unlock(home, passphrase_of(FOUNDER), owner=staffed.owners[FOUNDER])
    station = open_station(home, key)
    station.demo.fill(PEOPLE)
    station.close()


@pytest.fixture
def hands_off(monkeypatch):
    """Nothing is chosen in a dialog of the system, and every question is answered no."""
    for name, nothing in (
        ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, nothing=nothing: nothing)
    for kind in (QDialog, QPrintDialog):
        monkeypatch.setattr(kind, "exec", lambda _dialog: 0)
    monkeypatch.setattr(program_module, "confirm", lambda *_args, **_words: True)


def settle(program, qtbot):
    qtbot.waitUntil(lambda: not program.jobs.is_busy(), timeout=30_000)


def buttons_of(shell):
    """The buttons in sight that can be pressed, but those that lead out of the window."""
    about = {shell.header.settings, shell.header.keys, shell.header.me, shell.status.lock}
    return [
        button
        for button in shell.findChildren(QAbstractButton)
        if button.isVisible()
        and button.isEnabled()
        and button not in about
        # a menu of Qt's own, such as the months of a calendar, would wait for an answer
        and not (isinstance(button, QToolButton) and button.menu() is not None)
    ]


def label_of(button):
    return button.text() or button.accessibleName() or button.toolTip()


def press_all(program, shell, room, qtbot, done):
    """Press whatever is enabled in *room*, again as long as something new comes up."""
    for _ in range(MOST_TURNS):
        named = [((room, label_of(button)), button) for button in buttons_of(shell)]
        fresh = [(name, button) for name, button in named if name not in done]
        if not fresh:
            return
        for name, button in fresh:
            if name in done or name[1].startswith(LEADING_OUT) or not _is_there(button):
                continue
            done.add(name)
            button.click()
            close_menus(shell)
            settle(program, qtbot)
            shell.show_room(room)


def _is_there(button):
    # a page that was filled anew has other buttons
    return shiboken6.isValid(button) and button.isVisible() and button.isEnabled()


def close_menus(shell):
    for menu in shell.findChildren(QMenu):
        if menu.isVisible():
            menu.close()


def press_keys(program, shell, room, qtbot):
    for action in shell.findChildren(QAction):
        keys = action.shortcut().toString()
        owner = action.parent()
        is_here = owner is shell or (hasattr(owner, "isVisible") and owner.isVisible())
        if keys and keys not in LEADING_AWAY and action.isEnabled() and is_here:
            action.trigger()
            settle(program, qtbot)
            shell.show_room(room)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", EVERYBODY)
def test_whatever_can_be_pressed_is_allowed(peopled, hands_off, keyboard, program, qtbot, name):
    shell = keyboard.sign_in(name)
    settle(program, qtbot)
    store = program.opened.station.store._opened()
    noted = store.authority = Noted(store.authority)
    faults, done = [], set()
    program.opened.fault_met.connect(faults.append)
    for key, room in shell.stack._rooms.items():
        page = shell.show_room(key)
        settle(program, qtbot)
        if not shell.gate.allows(room.needs):
            assert page is shell.stack.closed
            assert shell.gate.reason(room.needs) in page.text.text()
            continue
        for view in getattr(getattr(page, "views", None), "_views", {"": None}):
            if view:
                page.views.segments.segment(view).click()
                settle(program, qtbot)
            show_somebody(shell, page, qtbot, program)
            press_all(program, shell, key, qtbot, done)
        press_keys(program, shell, key, qtbot)
    assert [str(error) for error in faults] == []
    assert sorted(set(noted.refused)) == []
    assert isinstance(keyboard.page, Shell)
    QSettings().clear()


def show_somebody(shell, page, qtbot, program):
    """Open the file of the first person where there are people."""
    table = getattr(page, "table", None)
    if shell.current_room() == "residents" and table.model.rowCount():
        key = program.opened.station.lists.key_of_line(table.model.key_at(0))
        page.show_person(key)
        settle(program, qtbot)


def test_what_is_barred_says_so_in_its_tip_and_in_the_status_line(keyboard, qtbot):
    shell = keyboard.sign_in(CLERK)
    page = shell.show_room("residents")
    button = page.head.bar.import_button
    assert not button.isEnabled()
    assert button.toolTip() == button.statusTip()
    assert button.toolTip().startswith("Your role does not allow this. Ask somebody who may:")
