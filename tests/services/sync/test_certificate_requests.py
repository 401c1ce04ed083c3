"""A certificate is asked for at one desk and approved at another; answers stay in the house."""

from __future__ import annotations

from station_app.domain.certificate_requests import Evidence, RequestDraft, Stage
from tests.factories import TODAY, a_resident
from tests.services.sync.stations import draw_grid, enrol, exchange, of_grids

PROOF = Evidence(how="visit", on=TODAY, by="赵网格", note="入户两次")


def asked_for(machine):
    person = a_resident(machine.station, "蒋平", number="", address="幸福里1幢1单元102")
    answers = {"members": "3", "cause": "患重病"}
    draft = RequestDraft(
        kind="hardship", resident_id=person.id, purpose="临时救助", answers=answers
    )
    return machine.station.certificate_requests.hand_in(draft, PROOF).value


def test_what_one_desk_hands_in_another_approves(main, desk, stick):
    enrol(main, desk, stick)
    key = asked_for(desk)
    exchange(main, desk, stick)
    found = main.station.certificate_requests.request(key)
    assert (found.stage, found.evidence) == (Stage.VERIFIED, (PROOF,))
    assert found.draft.answers["cause"] == "患重病"
    number = main.station.certificate_requests.approve(key, version=found.version).value.number
    exchange(main, desk, stick)
    back = desk.station.certificate_requests.request(key)
    assert (back.stage, back.number) == (Stage.APPROVED, number)


def test_what_was_answered_does_not_go_to_a_grid_workers_laptop(main, laptop, stick):
    key = asked_for(main)
    grid = draw_grid(main, "01")
    enrol(main, laptop, stick, scope=of_grids(grid))
    main.station.certificate_requests.approve(key, version=2)
    exchange(main, laptop, stick)
    # the person of this grid and the certificate are there, what was answered is not
    assert rows(laptop, "certificate") == 1
    assert rows(laptop, "certificate_request") == rows(laptop, "certificate_evidence") == 0


def rows(machine, table):
    with machine.station.store.reading() as tx:
        connection = tx.session.connection()
        return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()  # noqa: S608 - ours
