"""A page over a station that is shared by the tests of a module, and what is cut off in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QToolButton, QWidget

from station_app.bootstrap import Station
from station_app.domain.actors import Actor
from station_app.domain.places import GridDraft
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, Verification
from station_app.domain.residents.tags import Tag
from station_app.store.engine import open_engine
from station_app.store.home import StationHome
from station_app.store.transaction import Store
from tests.authority import Everything
from tests.conftest import StoppedClock
from tests.factories import a_draft, a_resident
from ui.kit.jobs import JobRunner
from ui.kit.notices import NoticeArea
from ui.kit.operations import Operations
from ui.kit.room import RoomContext
from ui.kit.words import ElidedLabel, Pill
from ui.places.panel import PlacesPanel
from ui.residents.page import ResidentsPage

LONG_NAME = "阿卜杜勒阿齐兹·艾合买提江·买买提依明"
LONG_PLACE = "东方红社会主义新农村集中安置小区12幢3单元2501"
PHONE = "13800000001"


@dataclass
class Room:
    """A page with all that it needs, made by hand: it outlives a single test."""

    station: Station
    context: RoomContext
    jobs: JobRunner
    window: QWidget
    page: ResidentsPage
    people: tuple[Any, ...]
    opened: list[tuple[str, str]] = field(default_factory=list)

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()
        self.jobs.close()
        self.window.deleteLater()
        self.station.close()


def a_station(folder, empty_store, key, clock):
    home = StationHome(folder)
    home.make()
    shutil.copyfile(empty_store, home.database)
    actor = Actor(name="测试员", device="desk")
    return Station(
        home,
        Store(open_engine(home.database, key), clock=clock, actor=actor, authority=Everything()),
        clock,
    )


def a_crowded_station(folder, empty_store, key, clock):
    """A station whose people have long names, long addresses and much of everything."""
    station = a_station(folder, empty_store, key, clock)
    particulars = a_draft(
        LONG_NAME,
        sex="1",
        born=date(1950, 1, 1),
        phone=PHONE,
        other_phone="13900000002、13900000003",
        employer="第三建筑安装工程有限责任公司第二项目部" * 2,
        note="每周二下午由网格员上门看望，需要提前电话联系其女儿。" * 4,
    )
    tags = tuple(
        Tag(code=code, level="一级", since=date(2020, 1, 1), source="残联")
        for code in ("elder_alone", "disabled_sight", "party_member", "volunteer")
    )
    head = a_resident(station, LONG_NAME, address=LONG_PLACE, particulars=particulars, tags=tags)
    station.households.found(
        head.id,
        HouseholdDraft(number="0000012345", dwelling_id=head.living.dwelling_id),
        version=head.version,
    )
    head = station.residents.resident(head.id)
    wife = a_resident(station, "欧阳娜仁托娅", number="", address=LONG_PLACE)
    station.households.join(wife.id, head.household_id, "12", version=wife.version)
    _settle(station, station.residents.resident(head.id), clock)
    alone = a_resident(station, "张三", number="", hukou=Hukou(is_local=False))
    station.places.draw_grid(
        GridDraft(
            name="东方红安置小区第一综合治理网格",
            code="320000000000001",
            worker="欧阳娜仁托娅",
            worker_phone=PHONE,
        )
    )
    return station, (station.residents.resident(head.id), alone)


def _settle(station, head, clock):
    fact = Verification(on=date(2024, 1, 1), how="visit", by="网格员欧阳娜仁托娅", note="电话")
    station.residents.verify(head.id, fact, version=head.version)
    hukou = Hukou(
        address="新疆维吾尔自治区某地区某县某镇某村民委员会第三村民小组88号",
        is_local=False,
        kind="1",
        number="650000123456",
        since=date(1990, 1, 1),
    )
    station.residents.correct_hukou(head.id, hukou, version=head.version + 1)
    living = Living(since=date(2010, 1, 1), basis="rent", proof="租赁合同（2010）第123456号")
    station.residents.correct_living(head.id, living, version=head.version + 2)
    clock.moment = clock.moment.replace(hour=9)
    changed = replace(head.particulars, phone="13800000009", education="20")
    station.residents.correct(head.id, changed, version=head.version + 3)


def a_room(folder, empty_store, key, qtbot, *, settled=a_crowded_station):
    """Make a room over the station that *settled* makes; whoever asks closes it."""
    clock = StoppedClock(datetime(2026, 3, 1, 8, tzinfo=UTC))
    station, people = settled(folder, empty_store, key, clock)
    jobs, window, opened = JobRunner(), QWidget(), []
    context = RoomContext(
        jobs=jobs,
        operations=Operations(jobs),
        notices=NoticeArea(window, clock),
        clock=clock,
        open_record=lambda kind, record: opened.append((kind, record)),
        failed=opened.append,
    )
    page = ResidentsPage(station, context, places=lambda: PlacesPanel(station, context))
    page.resize(1366, 640)
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: page.head.bar.count.text() != "")
    return Room(station, context, jobs, window, page, people, opened)


def words_cut(widget):
    """Return what cannot be read whole in *widget*: its words, the room it has and needs."""
    found = []
    for each in widget.findChildren(QWidget):
        if isinstance(each, QLabel | QAbstractButton | Pill) and each.isVisibleTo(widget):
            found += _cut(each)
    return found


def _cut(each):
    text = each.text()
    # a tool button shows its icon; its text is read out only
    if isinstance(each, ElidedLabel | QToolButton) or not text or not each.isVisible():
        return []
    wanted, given = each.sizeHint(), each.size()
    if isinstance(each, QLabel) and each.wordWrap():
        needs = each.heightForWidth(given.width())
        narrow = given.width() < each.minimumSizeHint().width()
        is_cut = narrow or needs > given.height()
    else:
        is_cut = wanted.width() > given.width() or wanted.height() > given.height()
    if is_cut:
        return [(text, given.toTuple(), wanted.toTuple())]
    return _beyond(each, text)


def _beyond(each, text):
    """Return *each* if it stands where nothing scrolls to: beside what holds it."""
    holder = each.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder, QAbstractScrollArea):
            break
        holder = holder.parentWidget()
    frame = holder.viewport() if isinstance(holder, QAbstractScrollArea) else each.window()
    left = each.mapTo(frame, QPoint(0, 0)).x()
    if left < 0 or left + each.width() > frame.width():
        return [(text, "beside", left, each.width(), frame.width())]
    return []
