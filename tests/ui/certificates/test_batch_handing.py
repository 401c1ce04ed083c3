"""The printed papers of a batch handed to one person, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificate_requests import Collector, Evidence, RequestDraft, Stage
from tests.factories import TODAY, a_resident
from tests.ui.fitting import ENLARGED, complaints
from ui.certificates.page import BATCH

VISIT = Evidence(how="visit", on=TODAY, by="王芳")
DRAFT = RequestDraft(
    kind="honour", resident_id="", answers={"occasion": "2026年度评选", "award": "优秀志愿者"}
)
SURNAMES = "赵钱孙李周吴郑王冯陈"


@pytest.fixture
def printed(named_station):
    people = [a_resident(named_station, f"{each}志愿", number="").id for each in SURNAMES]
    service = named_station.certificate_batches
    key = service.draw_up(DRAFT, people, VISIT, "2026年度优秀志愿者").value
    service.approve(key)
    service.note_given_out(key, printed=True)
    return key


@pytest.fixture
def side(page, printed, qtbot):
    page.show_view(BATCH)
    qtbot.waitUntil(lambda: page.batches.side._batch is not None)
    return page.batches.side


def stages(station):
    return [each.stage for each in station.certificate_batches.batches()[0].members]


def ask(side):
    side.acts.hand_out.setFocus()
    side.acts.hand_out.click()
    return side.handing


def test_what_lies_at_the_window_can_be_handed_out(side):
    assert "To be collected" in side.standing.text()
    assert side.acts.hand_out.isVisible()


def test_all_of_them_are_handed_to_one_person_by_keyboard(side, named_station, keyboard, qtbot):
    side.acts.hand_out.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    handing = side.handing
    assert handing.isVisible()
    assert side.panel.isHidden()
    assert handing.collector.name.line.hasFocus()
    assert handing.collector.act.text() == "Hand out 10 now"
    keyboard.type("周队长")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("社区志愿队")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)  # the card was looked at
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(stages(named_station)) == {Stage.COLLECTED})
    qtbot.waitUntil(lambda: "周队长 (社区志愿队): 10" in side.names.text())
    assert handing.isHidden()
    assert not side.acts.hand_out.isVisible()
    assert side.acts.open.hasFocus()
    assert keyboard.count == 14


def test_one_undo_takes_all_of_it_back(side, named_station, context, qtbot):
    handing = ask(side)
    handing.collector.given.emit(Collector(name="周队长", is_checked=True))
    qtbot.waitUntil(lambda: set(stages(named_station)) == {Stage.COLLECTED})
    qtbot.waitUntil(context.operations.can_undo)
    assert context.operations.latest_label() == "10 handed out to 周队长: 2026年度优秀志愿者"
    context.operations.undo()
    qtbot.waitUntil(lambda: set(stages(named_station)) == {Stage.PRINTED})
    qtbot.waitUntil(side.acts.hand_out.isVisible)


def test_only_those_that_are_ticked_go(side, named_station, keyboard, qtbot):
    members = ask(side).members
    members.none.click()
    assert side.handing.collector.act.text() == "Hand out 0 now"
    assert not side.handing.collector.act.isEnabled()
    assert side.handing.collector.act.toolTip() == "Tick whose certificate is taken along."
    members.search.setFocus()
    keyboard.type("孙")
    keyboard.press(Qt.Key.Key_Return)
    members.search.clear()
    members.list.setFocus()
    members.list.setCurrentRow(4)
    keyboard.press(Qt.Key.Key_Space)
    assert members.label.text() == "Whose certificates: 2 of 10 that lie at the window"
    side.handing.collector.given.emit(Collector(name="周队长", is_checked=True))
    qtbot.waitUntil(lambda: stages(named_station).count(Stage.COLLECTED) == 2)
    assert stages(named_station)[2] is stages(named_station)[4] is Stage.COLLECTED


def test_who_is_gone_or_void_is_named_and_cannot_be_ticked(side, named_station, qtbot):
    first, second = named_station.certificate_batches.batches()[0].members[:2]
    himself = Collector(name="赵志愿", relation="本人", is_checked=True)
    named_station.certificate_requests.hand_over(first.request_id, himself, version=first.version)
    named_station.certificates.void(second.certificate_id, "有误", version=1)
    side.show_batch(named_station.certificate_batches.batches()[0])
    members = ask(side).members
    assert "Collected: 赵志愿 (本人)" in members.list.item(0).text()
    assert members.list.item(1).text().endswith("Void")
    members.none.click()
    members.all.click()
    assert len(members.value()) == 8
    assert first.request_id not in members.value()


def test_who_went_meanwhile_is_left_alone_and_named(side, named_station, context, qtbot):
    handing = ask(side)
    first = named_station.certificate_batches.batches()[0].members[0]
    himself = Collector(name="赵志愿", is_checked=True)
    named_station.certificate_requests.hand_over(first.request_id, himself, version=first.version)
    handing.collector.given.emit(Collector(name="周队长", is_checked=True))
    qtbot.waitUntil(
        lambda: (
            "Not handed out: 赵志愿 (To be filed)"
            in [notice.text() for notice in context.notices.shown()]
        )
    )


def test_what_is_missing_is_noted_beside_the_fields_and_esc_leaves(
    side, named_station, keyboard, qtbot
):
    handing = ask(side)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: handing.collector.name.problem() == "Write who takes it along.")
    assert handing.collector.checked.problem() == "Look at the card first, then tick this."
    keyboard.press(Qt.Key.Key_Escape)
    assert handing.isHidden()
    assert side.panel.isVisible()
    assert set(stages(named_station)) == {Stage.PRINTED}


def test_nothing_is_cut_off_beside_a_batch_of_many(side, page):
    assert complaints(page) == []


def test_nothing_is_cut_off_while_it_is_asked(side, page, qtbot):
    ask(side)
    # what had stood there gives its room back by and by, one stack within another
    qtbot.waitUntil(lambda: page.minimumSizeHint().height() <= ENLARGED[1])
    assert complaints(page) == []


def test_the_list_of_certificates_tells_who_took_it_along(side, page, named_station, qtbot):
    service = named_station.certificate_batches
    batch = service.batches()[0]
    keys = [each.request_id for each in batch.members]
    service.hand_over(batch.id, keys, Collector(name="周队长", relation="志愿队", is_checked=True))
    line = named_station.certificates.lines([batch.members[0].certificate_id])[
        batch.members[0].certificate_id
    ]
    page.register.panel.show_line(line)
    assert f"Collected: 周队长 (志愿队) {TODAY.isoformat()}" in page.register.panel.told.text()
