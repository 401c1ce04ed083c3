"""A small roster (花名册) of invented people, kept as offices keep them: for trying the import."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.addresses import render
from station_app.domain.identity.id_card import CHECK_CHARACTERS
from station_app.services.demo.people import households

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from station_app.services.demo.person import DemoHousehold, DemoPerson
    from station_app.services.demo.words import DemoWords

SEED = 77
ENCODING = "gb18030"
TITLE = "幸福里小区新入住居民登记表"
HEADINGS = ("序号", "户编号", "姓 名", "性别", "公民身份号码", "与户主关系", "住址", "联系方式")
SEXES = {"1": "男", "2": "女"}
RELATIONS = {"02": "户主", "11": "夫", "12": "妻", "20": "子", "30": "女", "51": "父", "52": "母"}
NEW_BUILDING = "16"
MISTYPED = 4  # the person whose number has a wrong last character


def small_roster(count: int, *, words: DemoWords, today: date) -> bytes:
    """Return a text table (GB18030) of *count* people with all that such tables have.

    A title row, a note, a subtotal, and one number that does not check out.
    """
    made = households(count, words=words, seed=SEED, today=today)
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([TITLE])
    table.writerow([f"填表日期：{today.year}年{today.month}月{today.day}日"])
    table.writerow(HEADINGS)
    table.writerows(_rows(made))
    table.writerow(["合计", "", f"{count}人"])
    return stream.getvalue().encode(ENCODING)


def _rows(made: Iterator[DemoHousehold]) -> Iterator[list[str]]:
    number = 0
    for place, household in enumerate(made, start=1):
        home = render(replace(household.home, estate="幸福里小区", building=NEW_BUILDING))
        for person in household.people:
            number += 1
            yield [
                str(number),
                # As offices write it: the number stands in the first row of the household only.
                f"X{place:03d}" if person is household.people[0] else "",
                person.particulars.name,
                SEXES[person.particulars.sex],
                _identity_number(person, is_mistyped=number == MISTYPED),
                RELATIONS.get(person.relation, "其他亲属"),
                home,
                person.particulars.phone,
            ]


def _identity_number(person: DemoPerson, *, is_mistyped: bool) -> str:
    number = next((document.number for document in person.documents), "")
    if not is_mistyped or not number:
        return number
    right = CHECK_CHARACTERS.index(number[-1])
    return number[:-1] + CHECK_CHARACTERS[(right + 1) % len(CHECK_CHARACTERS)]
