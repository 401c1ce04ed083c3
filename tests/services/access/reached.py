"""What of a station can be asked: found by looking, not by a list."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import station_app.services
from station_app.bootstrap import Station

WITHOUT_A_STORE = {
    "AccessService",  # the door itself: it asks for secrets, not for rights
    "RestoreService",  # works while the station is closed: it asks for secrets, too
    "RecoveryService",  # stands at the door of a station that does not open
    "PaperDesk",  # draws what it is given
}


def services_of(station):
    """Return the services that *station* offers, by the names of their classes."""
    names = [name for name in dir(Station) if not name.startswith("_")]
    names += [name for name in vars(station) if not name.startswith("_")]
    offered = [getattr(station, name) for name in names]
    return {
        type(each).__name__: each
        for each in offered
        if type(each).__module__.startswith("station_app.services")
        and type(each).__name__ not in WITHOUT_A_STORE
    }


def methods_of(service):
    """Return the public methods of *service*, those it inherits included."""
    return [
        name
        for name, _ in inspect.getmembers(type(service), inspect.isfunction)
        if not name.startswith("_")
    ]


def classes_called_services():
    """Return the names of all classes of the program that are called a service."""
    found = set()
    for module in pkgutil.walk_packages(station_app.services.__path__, "station_app.services."):
        if module.name.endswith(("child", "bombed")):
            continue
        loaded = importlib.import_module(module.name)
        found |= {
            name
            for name, each in vars(loaded).items()
            if inspect.isclass(each)
            and name.endswith("Service")
            and each.__module__ == module.name
        }
    return found
