"""A crowd of invented people for measuring the search: as many as asked, always the same."""

from __future__ import annotations

import random
from datetime import date
from itertools import accumulate

from station_app.domain.counter.case_numbers import case_number
from station_app.domain.search.entries import (
    SearchEntry,
    entry_of_case,
    entry_of_certificate,
    entry_of_dwelling,
    entry_of_household,
)

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解查盖"
)
FEW = ("尉迟", "欧阳", "上官", "诸葛", "司徒", "令狐")
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰华玉红建国文小志海春梅建军鹏飞宇浩然子轩雨涵欣怡梓涵诗"
    "博思远嘉晓东雪峰波辉宁斌龙凤荣美琴云莲真环爱妹香月莺媛瑞凡佳琼勤珍贞莉叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉"
    "康乐行长重朝曾参差单仇解解乾坤仁义礼智信忠孝廉耻毅俊峰保安福生元全胜学祥才发武新利清"
)
ESTATE_HEADS = "幸和阳金翠紫锦银龙凤东西南北中新湖江河山云星"
ESTATE_TAILS = (
    "福里",
    "平苑",
    "光花园",
    "桥新村",
    "竹园",
    "荆家园",
    "绣城",
    "杏里",
    "湖湾",
    "桂坊",
)
PROVINCES = ("110000", "310000", "320000", "330000", "340000", "370000", "420000", "510000")
AREAS = ("138", "139", "150", "158", "180", "186", "199")
STOCK = ("", "小区", "家园")
ITEMS = (
    ("最低生活保障申请", "低保", "低保申请"),
    ("高龄津贴申领", "高龄补贴"),
    ("残疾人两项补贴", "残补"),
    ("流动人口居住登记", "居住登记"),
    ("噪声扰民", "噪音"),
)


def a_crowd(size, reader, seed=7):
    """Yield *size* entries of residents, numbered from 1."""
    rng = random.Random(seed)
    surnames = [*SURNAMES, *FEW]
    weights = list(accumulate(1 / (place + 3) for place in range(len(surnames))))
    estates = [
        head + tail + end for head in ESTATE_HEADS for tail in ESTATE_TAILS for end in STOCK
    ]
    estates = estates[: max(3, size // 2500)]
    shelter = ""
    for seq in range(1, size + 1):
        surname = rng.choices(surnames, cum_weights=weights)[0]
        given = rng.choice(GIVEN) + (rng.choice(GIVEN) if rng.random() < 0.8 else "")
        if seq % 3 == 1:
            shelter = _a_dwelling(rng, estates)
        name = surname + given
        yield SearchEntry(
            seq=seq,
            key=f"{seq:032x}",
            name=name,
            readings=reader.readings(name).full,
            numbers=(_a_number(rng),),
            phones=(rng.choice(AREAS) + f"{rng.randrange(10**8):08}",),
            address=shelter,
            sex="12"[seq % 2],
            born="",
        )


def with_records(people):
    """Yield *people*, with every third a dwelling and a household and a case, some with papers."""
    for who in people:
        yield who
        if who.seq % 3 == 1:
            yield entry_of_case(
                seq=who.seq,
                key=who.key,
                numbers=(number_of_case(who.seq),),
                applicant=who.name,
                item_names=ITEMS[who.seq % len(ITEMS)],
                readings=who.readings,
            )
        if who.seq % 3 == 1:
            yield entry_of_dwelling(seq=who.seq, key=who.key, text=who.address)
            yield entry_of_household(seq=who.seq, key=who.key, number=f"{who.seq:06}")
        if who.seq % 30 == 1:
            yield entry_of_certificate(
                seq=who.seq,
                key=who.key,
                number=f"石社证字〔2026〕第{who.seq:06}号",
                year=2026,
                serial=who.seq,
                holder=who.name,
            )


def number_of_case(seq):
    """Return the number of the case in line *seq*."""
    serial = seq % 9_999 + 1
    return case_number(date(2026, seq % 12 + 1, seq % 28 + 1), serial)


def _a_number(rng):
    day = f"{rng.randrange(1930, 2026)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}"
    return f"{rng.choice(PROVINCES)}{day}{rng.randrange(1000):03}{rng.choice('0123456789X')}"


def _a_dwelling(rng, estates):
    building, unit = rng.randrange(1, 31), rng.randrange(1, 5)
    room = rng.randrange(1, 19) * 100 + rng.randrange(1, 5)
    return f"{rng.choice(estates)}{building}幢{unit}单元{room}室"
