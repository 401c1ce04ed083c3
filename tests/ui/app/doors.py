"""Going through the door of a program, and looking at what stands behind it."""

from __future__ import annotations

from ui.shell.window import Shell

PASSPHRASE = "Blue horse 77"


def knock(door):
    door.daily.passphrase.set_value(PASSPHRASE)
    door.daily.submit()


def is_open(program, qtbot):
    qtbot.waitUntil(lambda: isinstance(program.window.currentWidget(), Shell), timeout=20_000)


def names(program):
    return {
        hit.title for name in ("张三", "李四") for hit in program.opened.station.search.find(name)
    }
