"""Rosters for tests: invented people with known faults, in any layout and format.

Everybody's address code is a province's, so no number belongs to anybody.
"""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import xlsxwriter
import xlwt

from station_app.domain.identity.id_card import check_character
from station_app.services.imports.layout import find_tables
from station_app.services.imports.reading import Sheet, SpreadsheetFile

SURNAMES = "王李张刘陈杨赵黄周吴曾单仇解查盖区朴尉"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英㛃䶮"
ESTATES = ("幸福里小区", "和平新村", "石头城公寓", "康藏路18号院")
WAYS = ("{e}{b}幢{u}单元{r}室", "{e}{b}-{u}-{r}", "{e} {b}号楼{u}单元{r}室", "{e}{b}栋{u}单元{r}")
DAYS = ("%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%Y/%m/%d")
DRAWN_UP = datetime(2026, 11, 23, 8, tzinfo=UTC)
LABELS = ("no_id", "sex_mismatch", "birth_mismatch", "id_check_digit", "id_length")


@dataclass
class Someone:
    """One row: what its cells hold, and what the import is to say of it."""

    household: str
    relation: str
    name: str
    sex: str
    born: object
    number: object
    phone: str
    parts: tuple[str, str, str, str]
    label: str = "ok"
    extra: dict[str, str] = field(default_factory=dict)

    def address(self, way=WAYS[0]):
        estate, building, unit, room = self.parts
        return way.format(e=estate, b=building, u=unit, r=room)


def a_number(rng, born, sex):
    serial = rng.randrange(1, 499) * 2 + (1 if sex == "男" else 0)
    first = f"{rng.choice(('11', '32', '35', '44', '51'))}0000{born:%Y%m%d}{serial:03d}"
    return first + check_character(first)


def somebody(rng, household, relation, parts):
    born = date(1935, 1, 1) + timedelta(days=rng.randrange(33_000))
    sex = rng.choice("男女")
    return Someone(
        household=household,
        relation=relation,
        name=rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2)))),
        sex=sex,
        born=born.strftime(rng.choice(DAYS)),
        number=a_number(rng, born, sex),
        phone=rng.choice(("", "13", "0")) and f"13{rng.randrange(10**9):09d}",
        parts=parts,
        extra={"born": born.isoformat()},
    )


def people(households=60, seed=7, *, text_only=False):
    """Return the people of *households* households, some of them with a fault."""
    rng = random.Random(seed)
    found = []
    for index in range(1, households + 1):
        parts = (
            rng.choice(ESTATES),
            str(rng.randrange(1, 13)),
            str(rng.randrange(1, 5)),
            f"{rng.randrange(1, 19)}{index % 90 + 10}",
        )
        for place in range(rng.randrange(1, 5)):
            relation = "户主" if place == 0 else rng.choice(("之妻", "儿子", "长女", "母亲"))
            one = somebody(rng, f"{index:05d}", relation, parts)
            if rng.random() < 0.12:
                spoil(
                    rng, one, rng.choice(LABELS if text_only else (*LABELS, "id_precision_lost"))
                )
            elif rng.random() < 0.1:
                dress(rng, one)
            found.append(one)
    again = next(one for one in found if one.label == "ok")
    found.append(
        Someone(**{**vars(again), "label": "duplicate_in_file", "number": str(again.number)})
    )
    return found


def spoil(rng, one, label):
    """Give the person one fault."""
    number = str(one.number)
    one.label = label
    if label == "no_id":
        one.number = ""
    elif label == "sex_mismatch":
        one.sex = "女" if one.sex == "男" else "男"
    elif label == "birth_mismatch":
        born = date.fromisoformat(one.extra["born"])
        one.born = born.replace(day=born.day % 28 + 1, year=born.year - 1).isoformat()
    elif label == "id_check_digit":
        one.number = number[:-1] + ("1" if number[-1] != "1" else "2")
    elif label == "id_length":
        one.number = number[:-1]
    else:
        one.number = float(int(number[:-1] + "0"))


def dress(rng, one):
    """Write the number as hands and programs do, without a fault."""
    number = str(one.number)
    one.number = rng.choice(
        (
            f"'{number}",
            f" {number[:6]} {number[6:14]} {number[14:]}",
            number.lower(),
            "".join(chr(ord(char) + 0xFEE0) for char in number),
        )
    )


def expected(rows):
    """Return what the import is to count: (taken, warned, refused, households)."""
    labels = Counter(one.label for one in rows)
    warned = {code: labels[code] for code in ("no_id", "sex_mismatch", "birth_mismatch")}
    refused = {
        code: labels[code]
        for code in ("id_check_digit", "id_length", "id_precision_lost", "duplicate_in_file")
    }
    taken = labels["ok"] + sum(warned.values())
    return (
        taken,
        {code: number for code, number in warned.items() if number},
        {code: number for code, number in refused.items() if number},
        len({one.household for one in rows}),
    )


def xlsx(path, sheets):
    """Write *sheets*: name → rows, merged ranges, hidden columns."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, about in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(about["rows"]):
                for column, value in enumerate(row):
                    if value not in {"", None}:
                        sheet.write(index, column, value)
            for top, left, bottom, right in about.get("merged", ()):
                sheet.merge_range(top, left, bottom, right, about["rows"][top][left])
            for column in about.get("hidden_columns", ()):
                sheet.set_column(column, column, None, None, {"hidden": True})
            if about.get("hidden"):
                sheet.hide()
    return path


def xls(path, sheets):
    """Write *sheets* as the old binary format."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, about in sheets.items():
        sheet = book.add_sheet(name)
        covered = set()
        for top, left, bottom, right in about.get("merged", ()):
            sheet.write_merge(top, bottom, left, right, about["rows"][top][left])
            covered |= {
                (row, column)
                for row in range(top, bottom + 1)
                for column in range(left, right + 1)
            }
        for index, row in enumerate(about["rows"]):
            for column, value in enumerate(row):
                if value not in {"", None} and (index, column) not in covered:
                    sheet.write(index, column, value)
    book.save(str(path))
    return path


def text_table(path, rows, *, encoding="gb18030", delimiter=","):
    """Write *rows* as delimited text."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


STATION_TITLES = ("序号", "户编号", "户主关系", "姓名", "性别", "公民身份号码", "出生\n年月日")
STATION_TITLES += ("现居住地址", "联系方式")


def station_layout(rows):
    """A title, a form's head, two header rows, merged numbers, subtotals, a remark."""
    table = [
        ["某社区居民花名册（2026年10月）"] + [""] * 8,
        ["填报单位（盖章）：某某居委会     填报人：", *[""] * 8],
        ["", "", "基本信息", "", "", "", "", "居住与户籍", ""],
        [*STATION_TITLES],
    ]
    header, merged, last = table[3], [(0, 0, 0, 8), (2, 2, 2, 6)], ""
    for place, one in enumerate(rows, start=1):
        number = "" if one.household == last else one.household
        if number and place % 7 == 0:
            table.append(["小计", "", "", f"{place - 1}人", *[""] * 5])
        if number and place % 11 == 0:
            table += [[""] * 9, header]
        if not number and table[-1][1] == last:
            merged.append((len(table) - 1, 1, len(table), 1))
        last = one.household
        table.append(
            [
                *(place, number, one.relation, one.name, one.sex, one.number, one.born),
                *(one.address(WAYS[place % 4]), one.phone),
            ]
        )
    table += [[""] * 9, ["说明：1.本表一式两份；2.请如实填写。"] + [""] * 8]
    return {"rows": table, "merged": merged}


def street_layout(rows):
    """One header row in another order, the number in every row, address in parts."""
    header = [
        "姓 名",
        "身份证号（18位）",
        "与户主的关系",
        "家庭编号",
        "小区",
        "楼栋号",
        "单元",
        "房号",
    ]
    table = [[*header, "性 别", "出生日期", "手机号码*", "车牌"]]
    for one in rows:
        estate, building, unit, room = one.parts
        table.append(
            [
                *(one.name, one.number, one.relation, one.household),
                *(estate, building, unit, room, one.sex, one.born, one.phone, "苏A00000"),
            ]
        )
    return {"rows": table}


def numberless_layout(rows):
    """No household number at all: a household begins with its head's row."""
    table = [["人员姓名", "关系", "性别", "出生年月日", "证件号码", "家庭住址", "电话"]]
    last = None
    for one in rows:
        if one.label == "duplicate_in_file":
            continue
        relation = "户主" if one.household != last else one.relation
        last = one.household
        table.append([one.name, relation, one.sex, one.born, one.number, one.address(), one.phone])
    return {"rows": table}


def a_sheet(rows, *, merged=(), hidden=False):
    """Return a sheet as the child hands it over, without a file."""
    return Sheet(
        name="a",
        hidden=hidden,
        first_row=1,
        rows=rows,
        merged=tuple(merged),
        hidden_columns=frozenset(),
        hidden_rows=0,
    )


def tables_of(sheet, vocabulary):
    """Return the rosters found in one sheet."""
    file = SpreadsheetFile(name="a.xlsx", kind="xlsx", sheets=(sheet,))
    return find_tables(file, vocabulary)[0]
