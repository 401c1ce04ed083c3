"""What is exchanged of the code on papers: public keys and what is void, never a secret."""

from __future__ import annotations

import pytest

from station_app.domain.paper_code.judging import Verdict
from station_app.domain.residents.people import Verification
from station_app.domain.sync.devices import DeviceKind
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of
from tests.factories import TODAY, a_resident
from tests.services.sync.stations import draw_grid, enrol, exchange, of_grids


@pytest.fixture
def pair(main, desk, stick):
    enrol(main, desk, stick)
    return main, desk


def issue(machine):
    someone = a_resident(machine.station, "张三", number="", address="幸福里9幢1单元101")
    fact = Verification(on=TODAY, how="visit", by="王芳")
    machine.station.residents.verify(someone.id, fact, version=someone.version)
    request = ResidenceRequest(resident_id=someone.id, purpose="入学")
    return machine.station.certificates.issue(request).value


def verdict(machine, paper):
    return machine.station.verifying.judge(keywords_of(paper.pdf)).verdict


def secrets(machine):
    with machine.station.store.whole.reading() as tx:
        sql = "SELECT id FROM signing_secret ORDER BY id"
        return [key for (key,) in tx.session.connection().exec_driver_sql(sql)]


def test_a_paper_of_another_device_is_known_after_the_exchange(pair, stick):
    main, desk = pair
    paper = issue(desk)
    assert verdict(main, paper) is Verdict.UNKNOWN_KEY
    exchange(main, desk, stick)
    assert verdict(main, paper) is Verdict.VALID


def test_what_one_makes_void_is_void_at_the_other(pair, stick):
    main, desk = pair
    paper = issue(desk)
    exchange(main, desk, stick)
    main.station.certificates.void(paper.id, "写错", version=1)
    assert verdict(desk, paper) is Verdict.VALID
    exchange(main, desk, stick)
    assert verdict(desk, paper) is Verdict.REVOKED


def test_both_make_the_same_void_and_go_on(pair, stick):
    main, desk = pair
    paper = issue(desk)
    exchange(main, desk, stick)
    for machine in pair:
        machine.station.certificates.void(paper.id, "写错", version=1)
    exchange(main, desk, stick)
    exchange(main, desk, stick)
    assert [verdict(machine, paper) for machine in pair] == [Verdict.REVOKED] * 2
    assert main.station.verifying.page().value.revoked == 1


def test_each_device_signs_with_a_key_of_its_own_and_no_secret_travels(pair, stick):
    main, desk = pair
    papers = [issue(main), issue(desk)]
    exchange(main, desk, stick)
    keys = {desk.station.verifying.judge(keywords_of(each.pdf)).key.id for each in papers}
    assert len(keys) == 2
    assert not set(secrets(main)) & set(secrets(desk))
    assert [len(secrets(machine)) for machine in pair] == [1, 1]


def test_one_that_holds_a_grid_alone_knows_all_keys_and_all_that_is_void(main, laptop, stick):
    grid = draw_grid(main, "01")
    enrol(main, laptop, stick, kind=DeviceKind.LAPTOP, scope=of_grids(grid))
    paper = issue(main)
    main.station.certificates.void(paper.id, "写错", version=1)
    exchange(main, laptop, stick)
    assert verdict(laptop, paper) is Verdict.REVOKED


def test_a_key_withdrawn_at_one_holds_no_more_at_the_other(pair, stick):
    main, desk = pair
    known = issue(desk)
    exchange(main, desk, stick)
    unknown = issue(desk)
    [key] = main.station.paper_keys.keys()
    assert (key.is_own, key.papers) == (False, 1)
    main.station.paper_keys.withdraw(key.entry.id, "设备遗失")
    assert (verdict(main, known), verdict(main, unknown)) == (Verdict.VALID, Verdict.WITHDRAWN)
    exchange(main, desk, stick)
    assert (verdict(desk, known), verdict(desk, unknown)) == (Verdict.VALID, Verdict.WITHDRAWN)
    assert verdict(desk, issue(desk)) is Verdict.VALID
