"""Records for tests, sensible without being told anything."""

from __future__ import annotations

from datetime import date

from station_app.domain.addresses import read_address
from station_app.domain.exports import ExportAsk
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.people import Hukou, Living, ResidentDraft
from station_app.services.residents.people import Registration

TODAY = date(2026, 3, 1)


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
