"""All forms of the room: over whom they are opened and how they are filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.tags import Tag
from tests.factories import a_draft, a_resident
from tests.ui.residents.rooms import a_station


@dataclass(frozen=True)
class Work:
    """A form: who it is opened over, how it is filled so that it can be saved."""

    act: str
    who: int = 0
    values: dict[str, Any] = field(default_factory=dict)
    said: str = ""


WORKS = (
    Work("correct_particulars", values={"employer": "小学"}, said="Corrected 白富"),
    Work("correct_documents", values={"documents.0.issuer": "公安局"}, said="Corrected the doc"),
    Work("correct_tags", values={"tags.0.source": "党支部"}, said="Changed the tags of 白富"),
    Work("correct_hukou", values={"address": "某县"}, said="Corrected the registration of 白富"),
    Work("correct_living", values={"proof": "合同"}, said="Corrected where 白富 lives"),
    Work("move", values={"address": "幸福里5-1-301"}, said="Moved 白富"),
    Work("note_death", values={"on": date(2026, 2, 1)}, said="Noted the death of 白富"),
    Work("record_verification", values={"how": "visit", "by": "王晓"}, said="Verified the facts"),
    Work("of_household.correct", values={"note": "备注"}, said="Corrected the household"),
    Work("of_household.found", 2, values={"number": "99"}, said="Founded a household of 张三"),
    Work("of_household.add_known", values={"member": "", "relation": "50"}, said="Added a member"),
    Work(
        "of_household.change_head", values={"member": ""}, said="Changed the head of the household"
    ),
    Work(
        "of_household.add_new",
        values={"name": "白小富", "relation": "20"},
        said="Registered 白小富",
    ),
)
EACH = pytest.mark.parametrize("work", WORKS, ids=[each.act for each in WORKS])


def three_at_home(folder, empty_store, key, clock):
    """A station like that of the other tests: two people in one household, one alone."""
    station = a_station(folder, empty_store, key, clock)
    party = (Tag(code="party_member"),)
    first = a_resident(station, "白富", address="幸福里3幢1单元201", tags=party)
    second = a_resident(station, "曾娜", number="", particulars=a_draft("曾娜"))
    third = a_resident(station, "张三", number="")
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    household = station.households.found(first.id, draft, version=first.version).value
    station.households.join(second.id, household, "10", version=second.version)
    return station, (first, second, third)


def typed_into(people, work, form):
    """Fill *form* so that it could be saved; *people* are the three of its station."""
    members = {"of_household.add_known": people[2].id, "of_household.change_head": people[1].id}
    for name, value in work.values.items():
        form.fields[name].set_value(members[work.act] if name == "member" else value)
    return form.draft()
