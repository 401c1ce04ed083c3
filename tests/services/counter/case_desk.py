"""What tests of cases do at the window, in few words."""

from __future__ import annotations

from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.cases import Agent
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.places import GridDraft
from tests.factories import a_resident

DIBAO, NOISE = id_of_shipped("minimum-living"), id_of_shipped("noise")


AGENT = Agent(
    name="李四", document_kind="resident_id", document="310000198502280022", relation="女儿"
)


def at(station, key):
    return station.cases.page(key).case


def do(station, key, method, *said, **more):
    """Take a step of the case as it stands now."""
    return getattr(station.cases, method)(key, *said, version=at(station, key).version, **more)


def brought(station, key, *places):
    """Tick the materials at *places*; without any, whatever is needed."""
    page = station.cases.page(key)
    enough = Tick(originals=9, copies=9)
    ticks = [
        enough if (place in places or not places) and each.tick.is_needed else each.tick
        for place, each in enumerate(page.materials)
    ]
    return do(station, key, "tick", ticks)


def accepted(station, key):
    brought(station, key)
    return do(station, key, "accept").value


def events(station, key):
    return [step.event.value for step in station.cases.page(key).steps]


def acts(station):
    with station.store.reading() as tx:
        sql = "SELECT act FROM audit_entry WHERE act LIKE 'case:%' ORDER BY seq"
        return [act for (act,) in tx.session.connection().exec_driver_sql(sql)]


def a_grid(station):
    """Return a grid, and somebody in it and outside."""
    grid = station.places.draw_grid(GridDraft(name="一网格")).value
    mine = a_resident(station, "周文", address="幸福里3幢1单元101")
    away = a_resident(station, "吴双", number="", address="和平新村7幢1单元101")
    building = next(each for each in station.places.buildings() if each.estate == "幸福里")
    station.places.assign({building.id: grid})
    return grid, {"mine": mine.id, "elsewhere": away.id}
