"""One batch of certificates, approved at two desks that had not heard of one another."""

from __future__ import annotations

import pytest

from station_app.domain.certificate_requests import Stage
from station_app.domain.certificates import State
from station_app.domain.errors import RefusedError
from station_app.domain.paper_code.judging import Verdict
from station_app.domain.sync.doubles import DoubleKind
from station_app.domain.sync.review import ReviewChoice
from station_app.services.certificates.preview import keywords_of
from tests.factories import TODAY, a_named, a_resident
from tests.services.certificates.test_batches import DRAFT, OCCASION, SURNAMES, VISIT, StopAt
from tests.services.sync.stations import exchange

NAMES = [f"{each}志愿" for each in SURNAMES[:4]]
OURS = [f"石社证字〔2026〕第{at:04d}号" for at in range(1, 5)]
THEIRS = [f"石社证字〔2026〕第{at}号" for at in range(80_001, 80_005)]


@pytest.fixture
def batch(desks, stick):
    """A batch that both have, and neither has approved."""
    main, desk = desks
    a_named(main.station)
    people = [a_resident(main.station, each, number="").id for each in NAMES]
    key = main.station.certificate_batches.draw_up(DRAFT, people, VISIT, OCCASION).value
    exchange(main, desk, stick)
    return key


@pytest.fixture
def both(desks, batch, stick):
    """It was approved at both, which then exchange."""
    for machine in desks:
        assert machine.station.certificate_batches.approve(batch).value.issued == 4
    exchange(*desks, stick)
    return batch


def members(machine, batch):
    return machine.station.certificate_batches.batch(batch).members


def papers(machine):
    return {line.number: line for line in machine.station.certificates.register()}


def doubles(machine):
    found = machine.station.doubles.doubles()
    assert {each.kind for each in found} <= {DoubleKind.REQUEST}
    return found


def verdict(machine, number):
    """Return the verdict on the archived paper, which is compared with its digest."""
    pdf = machine.station.certificates.archived(papers(machine)[number].id)
    return machine.station.verifying.judge(keywords_of(pdf)).verdict


def void(machine, number):
    line = papers(machine)[number]
    machine.station.certificates.void(line.id, "重复开具", version=line.version)


def test_nothing_is_numbered_twice_and_nothing_is_lost(desks, both):
    for machine in desks:
        assert sorted(papers(machine)) == sorted(OURS + THEIRS)
        (series,) = machine.station.numbers.series()
        assert (series.given, series.missing, series.doubles) == (8, 0, ())
        assert {verdict(machine, number) for number in papers(machine)} == {Verdict.VALID}
        uses = machine.station.certificates.seal_uses(since=TODAY, until=TODAY)
        assert sorted(use.number for use in uses) == sorted(OURS + THEIRS)
    main, desk = desks
    assert main.station.exchange.state_hash() == desk.station.exchange.state_hash()


def test_each_request_is_approved_and_leads_to_one_paper_which_is_asked_about(desks, both):
    for machine in desks:
        assert {each.stage for each in members(machine, both)} == {Stage.APPROVED}
        assert [each.number for each in members(machine, both)] == OURS
        cases = machine.station.review.cases()
        assert machine.station.review.count() == len(cases) == 4
        for case in cases:
            (point,) = case.points
            told = {option.text for option in point.options}
            assert point.column == "certificate_id"
            assert len(told) == 2
            assert told < {*OURS, *THEIRS}


def test_the_two_papers_of_each_are_listed_until_one_is_void(desks, both, stick):
    main, desk = desks
    for machine in desks:
        found = {each.number: set(each.names) for each in doubles(machine)}
        pairs = zip(NAMES, OURS, THEIRS, strict=True)
        assert found == {name: {ours, theirs} for name, ours, theirs in pairs}
    for number in (*OURS[:2], *THEIRS[2:]):  # some of the one desk, some of the other
        void(main, number)
    assert doubles(main) == ()
    exchange(main, desk, stick)
    for machine in desks:
        assert doubles(machine) == ()
        assert machine.station.review.count() == 0
        assert {each.stage for each in members(machine, both)} == {Stage.APPROVED}
        assert [each.number for each in members(machine, both)] == [*THEIRS[:2], *OURS[2:]]
        states = {number: line.state for number, line in papers(machine).items()}
        assert {number for number, state in states.items() if state is State.VOID} == {
            *OURS[:2],
            *THEIRS[2:],
        }
        for number, state in states.items():
            is_void = state is State.VOID
            assert verdict(machine, number) is (Verdict.REVOKED if is_void else Verdict.VALID)
    assert main.station.exchange.state_hash() == desk.station.exchange.state_hash()


def test_the_other_paper_that_is_void_leaves_the_request_where_it_is(desks, both):
    main, _ = desks
    void(main, THEIRS[0])
    first = members(main, both)[0]
    assert (first.number, first.stage) == (OURS[0], Stage.APPROVED)
    void(main, OURS[0])  # and when both are void it is over
    assert members(main, both)[0].stage is Stage.VOID


def test_the_paper_that_the_request_does_not_lead_to_is_not_reissued(desks, both):
    main, _ = desks
    with pytest.raises(RefusedError) as error:
        main.station.certificates.reprint(papers(main)[THEIRS[0]].id, "遗失")
    assert error.value.reason == "certificate.other-paper-stands"


def test_deciding_in_the_review_which_one_stands_still_asks_for_the_other_to_be_void(desks, both):
    main, _ = desks
    case = main.station.review.cases()[0]
    (point,) = case.points
    theirs = next(each for each in point.options if each.text == THEIRS[0])
    main.station.review.resolve([ReviewChoice(point=point.id, option=theirs.key)])
    assert members(main, both)[0].number == THEIRS[0]
    assert len(doubles(main)) == 4
    void(main, OURS[0])
    assert len(doubles(main)) == 3
    assert members(main, both)[0].number == THEIRS[0]


def test_they_stopped_half_way_at_both_and_the_rest_goes_on_at_one(desks, batch, stick):
    """What one has approved before the exchange is approved; only the overlap is double."""
    main, desk = desks
    main.station.certificate_batches.approve(batch, StopAt(3))
    desk.station.certificate_batches.approve(batch, StopAt(1))
    exchange(main, desk, stick)
    assert main.station.certificate_batches.approve(batch).value.issued == 1
    exchange(main, desk, stick)
    for machine in desks:
        assert {each.stage for each in members(machine, batch)} == {Stage.APPROVED}
        assert sorted(papers(machine)) == sorted([*OURS, THEIRS[0]])
        assert [each.number for each in doubles(machine)] == NAMES[:1]
        batches = machine.station.certificate_batches
        assert len(batches.batch(batch).issued) == 4
        assert batches.papers(batch).pages == 4


def test_what_one_has_printed_while_the_other_approved_stays_printed_or_is_asked_about(
    desks, batch, stick
):
    main, desk = desks
    for machine in desks:
        machine.station.certificate_batches.approve(batch)
    desk.station.certificate_batches.note_given_out(batch, printed=True)
    exchange(main, desk, stick)
    stages = [{each.stage for each in members(machine, batch)} for machine in desks]
    assert stages[0] == stages[1]
    assert stages[0] <= {Stage.APPROVED, Stage.PRINTED}
    asked = {point.column for case in main.station.review.cases() for point in case.points}
    assert "certificate_id" in asked
    # whatever stands, it can be gone on with
    main.station.certificate_batches.note_given_out(batch, printed=True)
    assert {each.stage for each in members(main, batch)} == {Stage.PRINTED}


def test_a_paper_that_was_reissued_is_no_double_of_the_one_it_replaces(desks, batch, stick):
    main, _ = desks
    main.station.certificate_batches.approve(batch)
    main.station.certificate_batches.note_given_out(batch, printed=True)
    first = members(main, batch)[0]
    main.station.certificates.reprint(first.certificate_id, "遗失")
    assert doubles(main) == ()
