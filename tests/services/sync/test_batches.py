"""A batch is drawn up at one desk and approved at another; printers stay where they stand."""

from __future__ import annotations

from station_app.domain.certificate_requests import Evidence, RequestDraft, Stage
from station_app.domain.overprint import Alignment, Printer
from tests.factories import TODAY, a_resident
from tests.services.sync.stations import draw_grid, enrol, exchange, of_grids
from tests.services.sync.test_certificate_requests import rows

PROOF = Evidence(how="visit", on=TODAY, by="王芳")
NAMES = ("蒋平", "沈安", "韩宁")


def drawn_up(machine):
    people = [a_resident(machine.station, name, number="").id for name in NAMES]
    draft = RequestDraft(
        kind="honour", resident_id="", answers={"occasion": "评选", "award": "优秀志愿者"}
    )
    return machine.station.certificate_batches.draw_up(draft, people, PROOF, "评选").value


def test_what_one_desk_draws_up_another_approves_in_its_order(main, desk, stick):
    enrol(main, desk, stick)
    key = drawn_up(desk)
    exchange(main, desk, stick)
    batches = main.station.certificate_batches
    assert [each.holder for each in batches.batch(key).members] == list(NAMES)
    assert batches.approve(key).value.issued == 3
    exchange(main, desk, stick)
    back = desk.station.certificate_batches.batch(key)
    assert [each.stage for each in back.members] == [Stage.APPROVED] * 3
    assert desk.station.certificate_batches.papers(key).pages == 3


def test_a_batch_does_not_go_to_a_grid_workers_laptop(main, laptop, stick):
    drawn_up(main)
    enrol(main, laptop, stick, scope=of_grids(draw_grid(main, "01")))
    exchange(main, laptop, stick)
    assert rows(laptop, "certificate_batch") == rows(laptop, "certificate_batch_member") == 0


def test_how_a_printer_is_set_right_does_not_leave_its_device(main, desk, stick):
    enrol(main, desk, stick)
    main.station.printers.set_right(Printer(name="窗口", alignment=Alignment(right=1.0)))
    exchange(main, desk, stick)
    assert desk.station.printers.printers() == ()
