"""A program in a process of its own that tells when its window can be used.

``python -m tests.benchmarks.started empty`` shows the emptiest window Qt has,
``… key HOME`` derives the key of a station and no more, ``… station HOME`` is
the program itself as it is started from a shell, with nothing left out. Each
writes the moment (of the monotonic clock, which all processes share) and the
processor time used, and ends. ``… loaded MODULE …`` writes what is brought in.
"""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

LINE = "moment"


def _tell():
    sys.stdout.write(f"{LINE} {time.monotonic()} {time.process_time()}\n")
    sys.stdout.flush()


def show_an_empty_window():
    """Tell when the first paint of a bare main window is done."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - the point

    class Window(QMainWindow):
        def paintEvent(self, event):  # noqa: N802 - Qt's name
            super().paintEvent(event)
            _tell()
            QApplication.quit()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 760)
    window.show()
    app.exec()


def derive_a_key(home):
    """Tell how long the derivation of the key takes, nothing loaded for it counted."""
    from station_app.services.access import AccessService, StationHome  # noqa: PLC0415 - the point

    slots = StationHome(home)
    begun = time.monotonic()
    AccessService().unlock(slots, os.environ["STATION_PASSPHRASE"])
    sys.stdout.write(f"{LINE} {time.monotonic() - begun}\n")


class _Watch:
    """Sees the window's program being loaded, and has it tell when it runs.

    What it loads it loads after the program: whoever looks for a module holds up all
    threads that load one.
    """

    def find_spec(self, fullname, *_):
        if fullname != "ui.app.program":
            return None
        # another list, not this one shortened: other threads are going through it
        sys.meta_path = [each for each in sys.meta_path if each is not self]
        found = find_spec(fullname)
        load = found.loader.exec_module

        def load_and_patch(module):
            load(module)
            self._patch()

        found.loader.exec_module = load_and_patch
        return found

    @staticmethod
    def _patch():
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the program has loaded it

        from tests.benchmarks.seen import (  # noqa: PLC0415 - loads Qt
            Noted,
            Painted,
            type_into_the_search,
        )
        from ui.kit.table_view import TableView  # noqa: PLC0415 - the program will load it
        from ui.shell.search_box import SearchBox  # noqa: PLC0415 - likewise

        run, table, box = QApplication.exec, Noted(TableView), Noted(SearchBox)

        def watched(*_):
            def use():
                type_into_the_search(box.latest)
                _tell()
                painted.view.window().close()

            painted = Painted(QApplication.instance(), table, use)
            return run()

        QApplication.exec = watched


def open_the_station(home):
    """Tell when the first lines are painted and the search box takes a key."""
    sys.meta_path.insert(0, _Watch())
    from ui.cli.main import main  # noqa: PLC0415 - what ``python -m station_app`` loads

    return main(["--home", str(home)])


def name_what_is_loaded(*modules):
    """Write the names of the packages that loading *modules* brings in."""
    for module in modules:
        import_module(str(module))
    sys.stdout.write(" ".join({name.split(".")[0] for name in sys.modules}))


if __name__ == "__main__":
    what, *where = sys.argv[1:]
    {
        "empty": show_an_empty_window,
        "key": derive_a_key,
        "station": open_the_station,
        "loaded": name_what_is_loaded,
    }[what](*map(Path, where))
