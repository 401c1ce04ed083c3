"""Records for tests, sensible without being told anything."""

from __future__ import annotations

from datetime import date, timedelta

from station_app.domain.addresses import read_address
from station_app.domain.exports import ExportAsk
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.people import Hukou, Living, ResidentDraft, Verification
from station_app.services.residents.people import Registration

TODAY = date(2026, 3, 1)
STATION = "石头城社区居民委员会"


def a_draft(name="张三", **particulars):
    return ResidentDraft(name=name, **particulars)


def a_document(number="110000199001010013", kind=DocumentKind.RESIDENT_ID, **more):
    return Document(kind=kind, number=number, **more)


def an_ask(purpose="走访", **more):
    """What is said of an export; of a few people no more is needed."""
    return ExportAsk(**{"recipient": "街道办", "purpose": purpose, "ground": "duty", **more})


def a_registration(name="张三", *, number="110000199001010013", **more):
    documents = (a_document(number),) if number else ()
    particulars = more.pop("particulars", a_draft(name, sex="1", born=date(1990, 1, 1)))
    return Registration(particulars=particulars, documents=documents, **more)


def a_resident(station, name="张三", *, number="110000199001010013", address="", **more):
    """Register somebody and return him as kept."""
    if address:
        with station.store.transaction() as tx:
            more["living"] = Living(dwelling_id=tx.places.settle(read_address(address).parts))
    more.setdefault("hukou", Hukou(is_local=True))
    key = station.residents.register(a_registration(name, number=number, **more)).value
    return station.residents.resident(key)


def a_named(station):
    """Return *station* with a name, and with people who answer for its papers."""
    station.settings.change(
        name=STATION, word="石社证字", clerk="王芳", approver="李强", seal_keeper="赵敏"
    )
    return station


def visited(station, someone, *, on=TODAY - timedelta(days=10)):
    """Return *someone* after a visit at home, which verified what is known."""
    fact = Verification(on=on, how="visit", by="赵网格")
    station.residents.verify(someone.id, fact, version=someone.version)
    return station.residents.resident(someone.id)
