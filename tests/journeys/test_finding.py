"""Every kind of record, found in the real window and opened by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.counter.admission.tasks import ListType, Owner, TaskDraft
from station_app.domain.search.entries import Kind
from station_app.services.certificates.issuing import ResidenceRequest
from ui.certificates.page import CertificatesPage
from ui.counter.page import CounterPage
from ui.residents.page import ResidentsPage


def by_number(clerk, hit):
    clerk.press(f"Alt+{clerk.shell.search.results.hits().index(hit) + 1}")


def by_enter(clerk, hit):
    while clerk.shell.search.results.selected() != hit:
        clerk.press("Down")
    clerk.press("Return")


@pytest.fixture(params=[by_number, by_enter])
def look_up(clerk, request):
    """Return a function that types into the one box and opens the hit of a kind."""

    def find_and_open(typed, kind, key):
        results = clerk.shell.search.results
        clerk.press("Ctrl+K")
        clerk.type(typed)
        clerk.wait(lambda: (kind, key) in [(hit.kind, hit.key) for hit in results.hits()])
        hit = next(hit for hit in results.hits() if (hit.kind, hit.key) == (kind, key))
        request.param(clerk, hit)

    return find_and_open


def test_every_kind_of_record_is_found_and_opened(clerk, look_up):
    clerk.unlock()
    person = clerk.somebody(obstacle=None)
    household = clerk.station.households.household(person.household_id)
    request = ResidenceRequest(resident_id=person.id, purpose="办理子女入学")
    issued = clerk.station.certificates.issue(request).value
    file = clerk.page(ResidentsPage).file

    look_up(household.particulars.number, Kind.HOUSEHOLD, household.id)
    clerk.wait(lambda: file.key() == household.members[0].id)
    look_up(issued.number, Kind.CERTIFICATE, issued.id)
    clerk.wait(lambda: clerk.shell.current_room() == "certificates")
    register = clerk.page(CertificatesPage).register
    clerk.wait(lambda: register.isVisible() and register.table.current_key() == issued.id)
    look_up(person.living_text, Kind.DWELLING, person.living.dwelling_id)
    clerk.wait(lambda: clerk.shell.current_room() == "residents")
    neighbours = clerk.station.residents.living_at(person.living.dwelling_id)
    clerk.wait(lambda: file.isVisible() and file.key() == neighbours[0])


def test_a_task_from_above_is_found_by_how_it_sounds_and_opened_at_the_admission_desk(
    clerk, look_up
):
    clerk.unlock()
    draft = TaskDraft(
        name="关于开展反诈宣传入户工作的通知",
        department="某某街道平安办",
        list_type=ListType.ASSIST,
        affair="social",
        owner=Owner.SERVICE,
        received_on=clerk.station.clock.today(),
    )
    clerk.station.admission.enter(replace(draft, name="商户信息摸排"))
    key = clerk.station.admission.enter(draft).value
    look_up("fanzha", Kind.TASK, key)
    clerk.wait(lambda: clerk.shell.current_room() == "counter")
    tasks = clerk.page(CounterPage).admission.tasks
    clerk.wait(lambda: tasks.isVisible() and tasks.panel.key() == key)
    clerk.wait(lambda: tasks.table.current_key() == key)
