"""Invented consents, guardians and requests, so that their screens are alive."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from station_app.domain.certificates import number_of
from station_app.domain.keys import new_key
from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.line import age_on
from station_app.domain.rights.consents import Form, Giver
from station_app.domain.rights.guardians import GROWN_UP, is_child
from station_app.domain.rights.requests import OPEN, WORD, RequestDraft, RequestId, State, due_on
from station_app.store.filling import Filling
from station_app.store.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from station_app.domain.residents.line import ResidentLine
    from station_app.store.transaction import Transaction

MOST_PEOPLE = 2000
PARENTS_LEAST = 16  # years between a parent and a child


class DemoRights:
    """What people of a demo station have been told, consented to and asked."""

    def __init__(self, tx: Transaction, resources: Path, *, today: date, clerk: str) -> None:
        self._tx = tx
        self._reference = Reference(resources)
        self._today = today
        self._clerk = clerk
        path = resources / "demo" / "rights.json"
        self._words: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self._rows: dict[str, list[dict[str, Any]]] = {
            "privacy_notice": [],
            "guardian": [],
            "consent": [],
        }

    def fill(self) -> None:
        """Keep them for the first people of the register."""
        keys = self._tx.lines.keys(ResidentFilter(), today=self._today, limit=MOST_PEOPLE)
        lines = list(self._tx.lines.lines(list(keys), today=self._today).values())
        homes: dict[str, list[ResidentLine]] = {}
        for line in lines:
            homes.setdefault(line.household, []).append(line)
        for place, line in enumerate(lines):
            self._take(place, line, homes[line.household])
        filling = Filling(self._tx)
        for table, rows in self._rows.items():
            filling.add(table, rows)
        self._enter_requests(lines)

    def _take(self, place: int, line: ResidentLine, home: Sequence[ResidentLine]) -> None:
        on = self._today - timedelta(days=30 + place % 300)
        if place % 5 == 4:
            return  # nobody has spoken with them yet
        self._rows["privacy_notice"].append(
            {
                "id": new_key(),
                "resident_id": line.id,
                "edition": self._reference.rights.edition,
                "given_on": on,
                "way": "paper" if place % 3 else "read",
                "given_by": self._clerk,
            }
        )
        if is_child(line.born, today=self._today):
            self._take_child(place, line, home, on)
            return
        self._consent(line, "contact", on, is_oral=place % 3 == 0)
        if line.tags:
            self._consent(line, "care", on, is_oral=False)
        if place % 2:
            self._consent(line, "health", on, is_oral=False)
        if "volunteer" in line.tags:
            self._consent(line, "volunteering", on, is_oral=False)

    def _take_child(
        self, place: int, line: ResidentLine, home: Sequence[ResidentLine], on: date
    ) -> None:
        parent = next((each for each in home if self._may_be_parent(each, line)), None)
        if parent is None or place % 4 == 3:
            return
        key = new_key()
        self._rows["guardian"].append(
            {
                "id": key,
                "resident_id": line.id,
                "person_id": parent.id,
                "name": parent.name,
                "relation": self._words["relations"].get(parent.sex, ""),
                "basis": "parent",
            }
        )
        if place % 3:
            self._consent(line, "child", on, is_oral=False, guardian=key)

    def _may_be_parent(self, person: ResidentLine, child: ResidentLine) -> bool:
        if person.born is None or child.born is None:
            return False
        years = age_on(child.born, born=person.born)
        return age_on(self._today, born=person.born) >= GROWN_UP and 45 >= years >= PARENTS_LEAST

    def _consent(
        self, line: ResidentLine, purpose: str, on: date, *, is_oral: bool, guardian: str = ""
    ) -> None:
        self._rows["consent"].append(
            {
                "id": new_key(),
                "resident_id": line.id,
                "purpose": purpose,
                "form": Form.ORAL if is_oral else Form.PAPER,
                "given_on": on,
                "giver": Giver.GUARDIAN if guardian else Giver.PERSON,
                "guardian_id": guardian or None,
                "witness": self._words["witness"] if is_oral else "",
                "told_effect": True,
            }
        )

    def _enter_requests(self, lines: Sequence[ResidentLine]) -> None:
        grown = [line for line in lines if not is_child(line.born, today=self._today)]
        asked = [line for line in grown if line.standing != "dead"][7:]
        for told, line in zip(self._words["requests"], asked, strict=False):
            self._enter(told, line)

    def _enter(self, told: Mapping[str, Any], line: ResidentLine) -> None:
        received = self._today - timedelta(days=told["days_ago"])
        state, key = State(told["state"]), RequestId(new_key())
        serial = self._tx.numbering.next_serial(WORD, self._today.year)
        draft = RequestDraft(
            resident_id=line.id,
            kind=told["kind"],
            identity_check="original",
            received_on=received,
            details=told["details"],
        )
        values = {
            "number": number_of(word=WORD, year=self._today.year, serial=serial),
            "state": state,
            "due_on": due_on(received, self._reference.rights.answering, self._reference.calendar),
            "handled_by": self._clerk,
            "answer": told.get("answer", ""),
            "ground": told.get("ground", ""),
            "answered_on": None if state in OPEN else received + timedelta(days=5),
        }
        self._tx.requests.add(key, draft, values)
        self._tx.history.note("request", key, "received")
