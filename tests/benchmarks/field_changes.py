"""A hundred thousand changed fields of residents, as plain rows: invented, the same at each run.

Two processes measure on them with two SQLite libraries, so nothing but the standard
library is known here.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

PEOPLE = 25_000
FIELDS = ("phone", "note", "employer", "hukou_address", "left_to", "verified_on", "born")
COLUMNS = (*FIELDS, "changed_at", "changed_by")
CHANGED_TOO = ("changed_at", "changed_by")
CLERKS = ("王秀英 (desk)", "李建国 (desk)", "陈晓梅 (laptop-1)", "赵海燕 (laptop-2)")
FIRST_DAY = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
KEYS_FROM = datetime(2024, 5, 6, 1, 0, tzinfo=UTC)

ROADS = (
    "建设路",
    "人民路",
    "幸福街",
    "和平里",
    "解放大道",
    "新华路",
    "胜利巷",
    "文昌街",
    "滨河路",
)
ESTATES = ("幸福里小区", "阳光花园", "金桂苑", "望江名城", "东湖新村", "教师新村", "棉纺厂宿舍")
TRADES = ("纺织", "机械", "食品", "建筑", "物流", "电子", "医药", "商贸", "餐饮", "家政服务")
FORMS = ("有限公司", "厂", "个体经营", "合作社", "分公司", "集团", "服务部")
PLACES = (
    "宜昌市",
    "夷陵区",
    "当阳市",
    "枝江市",
    "荆门市",
    "襄阳市",
    "武汉市江岸区",
    "恩施州利川市",
)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建国文玉兰秀梅志海燕春红晓东新宇子涵欣怡"
SAID = (
    "{a}日上门，{who}在家，情况无变化",
    "电话无人接听，{a}日再访",
    "{who}反映楼道照明损坏，已报物业",
    "高血压，服药规律，血压{b}/{c}",
    "子女{who}在{place}务工，每月回家",
    "独居，邻居{who}帮助照看",
    "低保复核材料已交，差收入证明",
    "租住，房东{who}，租期至{a}日",
    "{who}：已搬至{place}，户口未迁",
    "需要轮椅，已向街道申请，编号{b}{c}",
    "",
)


class Edit(NamedTuple):
    """What one edit did to one resident; values are told by column."""

    key: str
    moment: datetime
    before: dict
    after: dict


def edits():
    """Return the edits in the order they were made, four fields each."""
    chance = random.Random(20260302)
    keys = [a_key(chance, number) for number in range(PEOPLE)]
    chance.shuffle(keys)
    moment = FIRST_DAY
    made = []
    for key in keys:
        moment = _next(chance, moment)
        fields = chance.sample(FIELDS, 2)
        before = {name: a_value(chance, name) for name in fields}
        after = {name: a_value(chance, name, unlike=before[name]) for name in fields}
        clerks = chance.sample(CLERKS, 2)
        earlier = moment - timedelta(seconds=chance.randrange(86_400, 40_000_000))
        before |= {"changed_at": text(earlier), "changed_by": clerks[0]}
        after |= {"changed_at": text(moment), "changed_by": clerks[1]}
        made.append(Edit(key, moment, before, after))
    return made


def a_key(chance, number):
    """A key as the program makes them; twenty come of one import, in a second."""
    made = KEYS_FROM + timedelta(
        minutes=37 * (number // 20), milliseconds=(number % 20) * 43 + chance.randrange(40)
    )
    stamp = int(made.timestamp() * 1000)
    bits = chance.getrandbits(74)
    number = stamp << 80 | 7 << 76 | 2 << 62 | (bits >> 62) << 64 | bits & ((1 << 62) - 1)
    return f"{number:032x}"


def text(moment):
    """A moment as the store keeps it."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def a_value(chance, name, *, unlike=None):
    """Something to stand in a field, another than *unlike*."""
    makers = {
        "phone": _phone,
        "note": _note,
        "employer": _employer,
        "hukou_address": _address,
        "left_to": _address,
        "verified_on": lambda chance: _day(chance, 2025, 400),
        "born": lambda chance: _day(chance, 1935, 30_000),
    }
    value = makers[name](chance)
    while value == unlike:
        value = makers[name](chance)
    return value


def _next(chance, moment):
    moment += timedelta(microseconds=chance.randrange(12_000_000, 55_000_000))
    if moment.hour >= 9:
        moment = moment.replace(hour=0, minute=30) + timedelta(days=1)
    return moment


def _phone(chance):
    if chance.random() < 0.06:
        return f"0717-{chance.randrange(6_000_000, 8_000_000)}"
    return f"1{chance.choice('358')}{chance.randrange(10**9):09d}"


def _person(chance):
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))


def _note(chance):
    return chance.choice(SAID).format(
        a=chance.randrange(1, 29),
        b=chance.randrange(110, 180),
        c=chance.randrange(60, 100),
        who=_person(chance),
        place=chance.choice(PLACES),
    )


def _employer(chance):
    if chance.random() < 0.3:
        return ""
    name = "".join(chance.choices(GIVEN, k=2))
    return chance.choice(PLACES) + name + chance.choice(TRADES) + chance.choice(FORMS)


def _address(chance):
    where = chance.choice(PLACES) + chance.choice(ROADS)
    house = f"{chance.randrange(1, 300)}号{chance.choice(ESTATES)}{chance.randrange(1, 40)}幢"
    room = f"{chance.randrange(1, 4)}单元{chance.randrange(1, 20)}0{chance.randrange(1, 5)}室"
    return where + house + room


def _day(chance, year, days):
    day = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(days))
    return day.date().isoformat()
