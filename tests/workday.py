"""A whole working day of one marked person, through every room; ends with a crash.

Run by tests/test_workday_leaks.py as a program of its own, under a watch over all it writes.
The person's particulars come by standard input, so that no argument and no file of ours
holds them in the clear. What the clerk asks for lies in ``given-out``.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.addresses import read_address
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.identity.documents import Document, DocumentKind
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.people import Hukou, ResidentDraft, Verification
from station_app.domain.residents.tags import Tag
from station_app.domain.sync.devices import DeviceKind, Scope
from station_app.services.access import AccessService
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import picture, turned
from station_app.services.delivering import deliver
from station_app.services.progress import Silence
from station_app.services.residents.people import Registration
from station_app.store.engine import open_engine
from station_app.store.founding import make_database
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock
from tests.factories import an_ask
from tests.homes import CHEAP, PASSPHRASE
from tests.scans import a_pdf, a_phone_photo

TODAY = date(2026, 3, 1)
LEAK = "--leak"
CRASH = "--crash"
CROWD = 120


def opened(folder, key, name="desk"):
    home = StationHome(folder)
    engine = open_engine(home.database, key)
    clock = StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))
    actor = Actor(name="测试员", device=name)
    return Station(home, Store(engine, clock=clock, actor=actor, authority=Everything()), clock)


class Day:
    """The acts of the day, room by room."""

    def __init__(self, root, marked):
        self.root, self.marked = root, marked
        self.out = root / "given-out"
        self.out.mkdir()
        home = StationHome(root / "home")
        AccessService(CHEAP).create(home, PASSPHRASE)
        self.key = AccessService(CHEAP).unlock(home, PASSPHRASE).database
        self.station = opened(home.root, self.key)
        self.done = []

    def pass_by(self):
        for act in (
            self.found,
            self.import_roster,
            self.register,
            self.correct,
            self.keep_scan,
            self.search,
            self.show_and_copy,
            self.certify,
            self.refuse,
            self.export,
            self.exchange,
            self.conflict,
            self.restrict,
            self.back_up,
            self.type_and_lock,
        ):
            act()
            self.done.append(act.__name__)

    def found(self):
        self.station.settings.change(
            name="石桥社区居民委员会", word="石社证字", clerk="王芳", approver="李强"
        )

    def import_roster(self):
        """From a roster as an office sends it, read in a process of its own."""
        self.read = self.station.imports.read(self.root / "roster.csv", Silence())
        self.station.imports.bring_in(self.read, Silence())

    def register(self):
        marked = self.marked
        particulars = ResidentDraft(
            name=marked["name"],
            sex="1",
            born=date(1990, 1, 1),
            phone=marked["phone"],
            note=marked["note"],
        )
        document = Document(kind=DocumentKind.RESIDENT_ID, number=marked["number"])
        home = read_address(marked["address"]).parts
        entry = Registration(
            particulars=particulars,
            documents=(document,),
            home=home,
            hukou=Hukou(address=marked["address"], is_local=True),
            tags=(Tag(code="elder_alone", note=marked["note"]),),
        )
        self.person = self.station.residents.register(entry).value

    def correct(self):
        kept = self.station.residents.resident(self.person)
        fact = Verification(on=TODAY, how="visit", by="赵网格", note=self.marked["note"])
        self.station.residents.verify(self.person, fact, version=kept.version)
        self.station.lists.save(self.marked["name"], ResidentFilter(sexes=("1",)))
        self.station.attachments.attach(
            self.person, f"{self.marked['name']}.pdf", b"%PDF-1.4 " + self.marked["note"].encode()
        )

    def keep_scan(self):
        """Keep what says who somebody is, in what is given and in what is kept of it."""
        draft = CaseDraft(item_id=id_of_shipped("noise"), resident_id=self.person)
        case = self.station.cases.draft(draft).value
        name, given = f"{self.marked['name']}.pdf", a_pdf(text=self.marked["phone"], packed=False)
        assert self.marked["phone"].encode() in given
        key = self.station.case_files.add(case, name, given).value
        content = self.station.case_files.content(key).value
        photo = a_phone_photo(maker=self.marked["phone"])
        assert self.marked["phone"].encode() in photo
        self.station.case_files.add(case, "照片.jpg", photo)
        assert picture(turned(content, 1), 0, dpi=96).pixels
        self.station.case_files.put_into_bin(key)
        self.station.case_files.give_out(key, self.out / "scan.pdf", "显眼的邻居来取")

    def search(self):
        for asked in (self.marked["name"], self.marked["number"][-6:], self.marked["address"]):
            assert self.station.search.find(asked)
        everybody = self.station.lists.keys(ResidentFilter())
        assert len(self.station.lists.lines(everybody)) == len(everybody) > CROWD

    def show_and_copy(self):
        assert self.station.residents.reveal(self.person, "document:0") == self.marked["number"]
        assert self.station.residents.copy_out(self.person, "phone") == self.marked["phone"]

    def certify(self):
        request = ResidenceRequest(
            resident_id=self.person, purpose=self.marked["note"], addressee="幸福路小学"
        )
        issued = self.station.certificates.issue(request).value
        deliver(self.out / "certificate.pdf", self.station.certificates.archived(issued.id))
        register = self.station.certificates.seal_register(since=TODAY, until=TODAY)
        deliver(self.out / "seal.pdf", register.pdf)

    def refuse(self):
        item = self.station.refusals.items()[0]
        slip = self.station.refusals.slip(item.id, asked=item.title, applicant=self.marked["name"])
        deliver(self.out / "slip.pdf", slip.value.pdf)

    def export(self):
        ask = an_ask(reason="核对", is_full=True)
        for name in ("list.xlsx", "list.csv"):
            self.station.exports.residents(self.out / name, Silence(), ask=ask)

    def exchange(self):
        """With a desk that holds everything, by files on a stick."""
        self.stick = self.root / "stick"
        self.stick.mkdir()
        self.desk_key = os.urandom(32)
        home = StationHome(self.root / "desk-home")
        home.make()
        make_database(home, self.desk_key)
        self.desk = opened(home.root, self.desk_key, "desk2")
        request, grant = self.stick / "a.strequest", self.stick / "a.stgrant"
        self.desk.devices.request("desk2", DeviceKind.DESK, request)
        self.station.devices.grant(request, grant, Scope(), None)
        self.desk.devices.accept(grant)
        self._to_and_fro()
        assert self.desk.residents.resident(self.person).particulars.name == self.marked["name"]

    def conflict(self):
        """Both correct the same field; the review shows what either has entered."""
        for station, word in ((self.station, "甲"), (self.desk, "乙")):
            kept = station.residents.resident(self.person)
            draft = replace(kept.particulars, note=self.marked["note"] + word)
            station.residents.correct(self.person, draft, version=kept.version)
        self._to_and_fro()
        assert self.station.review.cases()

    def restrict(self):
        with self.station.store.transaction() as tx:
            tag = Tag(code="correction", note=self.marked["note"])
            tx.restricted_tags.keep(self.person, [tag], ["correction"])

    def back_up(self):
        self.station.keeping.back_up()
        assert self.station.checks.check().is_well

    def type_and_lock(self):
        """In the window: begin a form, leave it, lock the door with the form unsaved."""
        from tests.workday_window import type_and_lock  # noqa: PLC0415 - Qt for this act alone

        type_and_lock(self.station, self.marked)

    def crash(self):
        """Another process of ours dies in the midst of writing; then all is opened again."""
        self.station.close()
        command = [sys.executable, "-m", "tests.workday", str(self.root), CRASH]
        told = json.dumps({**self.marked, "key": self.key.hex()}).encode()
        died = subprocess.run(  # noqa: S603 - a program of ours
            command, check=False, input=told, capture_output=True
        )
        assert died.returncode == -signal.SIGABRT, died.stderr
        self.station = opened(self.root / "home", self.key)
        assert self.station.residents.resident(self.person).particulars.name == self.marked["name"]
        self.station.close()
        self.desk.close()

    def _to_and_fro(self):
        for _ in range(2):
            for each in (self.station, self.desk):
                each.exchange.exchange(self.stick)


def die(root, marked):
    """Write as much as memory does not hold, and abort before it is confirmed."""
    station = opened(root / "home", bytes.fromhex(marked.pop("key")))
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("PRAGMA cache_size = 5")
        for at in range(400):
            tx.settings.put({f"{marked['name']}{at}": list(marked.values()) * 20})
        os.abort()


def main():
    root, marked = Path(sys.argv[1]), json.loads(sys.stdin.read())
    if CRASH in sys.argv:
        die(root, marked)
    if LEAK in sys.argv:
        # the control: a log that says too much
        (root / "debug.log").write_text(f"registered {marked['name']}", encoding="utf-8")
    day = Day(root, marked)
    day.pass_by()
    day.crash()
    sys.stdout.write(json.dumps(day.done))


if __name__ == "__main__":
    main()
