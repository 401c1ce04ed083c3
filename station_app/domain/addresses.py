"""Addresses as rosters write them, read into the parts of a dwelling (GB/T 23705).

"幸福里小区10栋1单元1301", "幸福里小区 10号楼1单元1301室" and "幸福里小区10-1-1301"
are one dwelling: they read into the same parts, and the parts are rendered in
one way only. What is not the address of a dwelling (a village, a region) stays
whole as the estate, with nothing after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from station_app.domain.half_width import HALF_WIDTH

SHORTEST_ESTATE = 2
LOOSE_ENDS = "-,;。"
REGION_ENDS = frozenset("省市区县旗盟州镇乡道村组路街")

# Typists use whatever dash the input method gives, and traditional forms by habit.
_FOLD = str.maketrans(
    HALF_WIDTH
    | dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u2015~～_"), "-")
    | {ord("號"): "号", ord("棟"): "栋", ord("樓"): "楼", ord("單"): "单", ord("〇"): "零"}
    | {ord("\u200b"): None, ord("\ufeff"): None}
)
# "10 1 1301" has blanks for hyphens; every other blank means nothing.
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9])")
_BLANKS = re.compile(r"\s+")
_HYPHENS = re.compile(r"-{2,}")
_NOTE = re.compile(r"(?:\([^()]*\)[-,;。]*)+\Z")
_INSIDE_NOTE = re.compile(r"\(([^()]*)\)")
_HYPHEN_AFTER_NAME = re.compile(r"(?<![0-9A-Z])[-,]+\Z")

_HAN_NUMBER = "一二三四五六七八九十百零两"
# A letter is a number only where no other stands before it: in "ABC小区" it is a name.
_LATIN_NUMBER = r"(?:(?<![A-Z])[A-Z])?\d{1,4}[A-Z]?|(?<![A-Z])[A-Z]"
_NUMBER = rf"(?:{_LATIN_NUMBER}|[{_HAN_NUMBER}]{{1,4}}|[甲乙丙丁戊己东西南北])"
# Every part may be missing, so the estate takes as little as leaves the rest readable;
# the look-behinds keep "108号" from being cut within its digits.
_TAIL = re.compile(
    rf"(?P<estate>.*?)(?:\Z|(?<![0-9])(?<!-[A-Z]))"
    rf"(?:(?P<door>\d{{1,5}}(?:-\d+)?号)(?![楼栋幢院室房])-?)?"
    rf"(?:(?P<building>{_NUMBER})(?P<building_mark>号?楼|号?栋|号?幢|号?座|\#楼?|(?=-))-?)?"
    rf"(?:(?P<unit>{_NUMBER})(?:号?单元|门洞|(?<=\d)门|梯|(?=-))-?)?"
    rf"(?:(?P<below>地下|负|-|B)?(?P<floor>\d{{1,2}}|[{_HAN_NUMBER}]{{1,3}})(?:层|楼|F)-?"
    rf"|(?P<basement>地下室|半地下室?)-?|(?P<bare_floor>\d{{1,2}})-(?=\d{{3}}))?"
    rf"(?:(?P<room>[A-Z]?\d{{1,5}}[A-Z]?(?:-\d{{1,2}})?[东西南北中甲乙丙]?)(?:号?室|号?房|户|号)?)?"
)
# The look-behind before 区 keeps 小区, 社区 and 园区 from being districts.
_REGION = re.compile(
    "(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|特别行政区)|(?:北京|上海|天津|重庆)市|[\u4e00-\u9fff]{2,3}市(?=.{1,6}[区县]))"
    "(?:[\u4e00-\u9fff]{1,6}?(?:市|自治州|地区|盟))?"
    "(?:[\u4e00-\u9fff]{1,8}?(?<![小社园片校厂矿库])(?:区|县|旗|市))?"
    "(?:[\u4e00-\u9fff]{1,6}?(?:街道|镇|乡))?"
)
_SAME = re.compile(
    "[同与和](?P<what>上|左|前|户主|现住址|现居住地址?|居住地址?|住址|现址|户籍地?址?|户籍所在地|户口所在地|户口地址|户口)(?:地址)?(?:一致|相同)?"
)
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}


class SameAs(StrEnum):
    """What an entry such as "同现住址" points to."""

    RESIDENCE = "residence"
    HUKOU = "hukou"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class DwellingParts:
    """The parts of a dwelling's address; ``floor`` counts from 1, basements from -1.

    ``door`` is the house number on the road (门牌, "18号"), ``estate`` the estate,
    road, courtyard or village. Parts that the entry does not name are empty.
    """

    estate: str = ""
    building: str = ""
    unit: str = ""
    floor: str = ""
    room: str = ""
    door: str = ""

    @property
    def is_dwelling(self) -> bool:
        """Whether the parts name one dwelling rather than a place."""
        return bool(self.room or (self.door and not self.building))


@dataclass(frozen=True, slots=True)
class AddressReading:
    """What was made of an address: region before it, parts, remark after it."""

    parts: DwellingParts
    region: str = ""
    note: str = ""
    same_as: SameAs | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return self.same_as is None and self.parts == NOTHING and not self.region

    @property
    def text(self) -> str:
        """The one rendered string, with the region before it."""
        return self.region + render(self.parts)


NOTHING = DwellingParts()


def read_address(text: str, known_estates: tuple[str, ...] = ()) -> AddressReading:
    """Read an address in any wording.

    With *known_estates* (the places of this station) a region before the name is
    set apart and a shortened name ("幸福里" for "幸福里小区") is completed, if only
    one known name begins so.
    """
    folded = _folded(text)
    same = _same_as(folded)
    if same is not None:
        return AddressReading(NOTHING, same_as=same)
    note = ""
    if folded.endswith(")") and (found := _NOTE.search(folded)):
        folded, note = (
            folded[: found.start()].rstrip(LOOSE_ENDS),
            ";".join(_INSIDE_NOTE.findall(found[0])),
        )
    parts = _parts(folded)
    region, estate, door = _placed(parts, known_estates)
    if (estate, door) != (parts.estate, parts.door):
        parts = replace(parts, estate=estate, door=door)
    return AddressReading(parts, region, note)


def render(parts: DwellingParts) -> str:
    """Return the one way *parts* are written: "幸福里小区3幢2单元501室".

    The floor is written only where the room does not tell it.
    """
    pieces = [parts.estate, parts.door]
    if parts.building:
        # Letters go with 座, numbers with 幢, whatever the entry said.
        pieces.append(parts.building + ("座" if parts.building.isalpha() else "幢"))
    if parts.unit:
        pieces.append(parts.unit + "单元")
    if parts.floor and parts.floor != floor_of(parts.room):
        below = parts.floor.startswith("-")
        pieces.append(f"地下{parts.floor[1:]}层" if below else f"{parts.floor}层")
    if parts.room:
        pieces.append(parts.room + "室")
    return "".join(pieces)


def floor_of(room: str) -> str:
    """Return the floor that a room number of three or four digits tells, or nothing."""
    digits = room.partition("-")[0].rstrip("ABCDEFGH东西南北中甲乙丙")
    if digits.isdigit() and len(digits) in {3, 4} and digits[-2:] != "00":
        return digits[:-2].lstrip("0")
    return ""


def address_fragments(text: str) -> tuple[str, ...]:
    """Return *text* as tokens for the search, in the order typed.

    Words stand as they are, numbers carry their mark where it is known ("3幢",
    "2单元", "501室"): "幸福里3-2-501" gives 幸福里, 3幢, 2单元, 501室, and so does
    the rendered address. A bare number stays bare ("501") and is to be looked for
    as the beginning of a token.
    """
    tokens: list[str] = []
    for piece in _pieces(text):
        if piece.isdigit():
            tokens.append(piece)
            continue
        parts = _parts(piece)
        tokens += [parts.estate, parts.door]
        tokens += [part + mark for part, mark in _marked(parts) if part]
    return tuple(filter(None, tokens))


def _pieces(text: str) -> list[str]:
    """Return *text* cut at blanks that separate words, not at those within an address."""
    folded = text.translate(_FOLD).strip().upper()
    if re.fullmatch(r"[0-9]+(?:\s+[0-9]+)+", folded):
        return ["-".join(folded.split())]
    return folded.split()


def _marked(parts: DwellingParts) -> tuple[tuple[str, str], ...]:
    building_mark = "座" if parts.building.isalpha() else "幢"
    return ((parts.building, building_mark), (parts.unit, "单元"), (parts.room, "室"))


def _folded(text: str) -> str:
    """Return *text* half-width, in capitals, without blanks (between numbers: a hyphen)."""
    folded = text.translate(_FOLD).upper()
    if _BLANKS.search(folded):
        folded = _BLANKS.sub("", _BETWEEN_DIGITS.sub("-", folded.strip()))
    if "--" in folded:
        folded = _HYPHENS.sub("-", folded)
    return folded.rstrip(LOOSE_ENDS)


def _same_as(folded: str) -> SameAs | None:
    if not folded or folded[0] not in "同与和":
        return None
    found = _SAME.fullmatch(folded)
    if found is None:
        return None
    what = found["what"]
    if what in {"上", "左", "前", "户主"}:
        return SameAs.ABOVE
    return SameAs.HUKOU if what.startswith("户") else SameAs.RESIDENCE


def _parts(folded: str) -> DwellingParts:
    """Return the parts of a folded address."""
    # The name of the estate takes whatever nothing else takes: there is always a match.
    found = cast("re.Match[str]", _TAIL.fullmatch(folded))
    building, unit = _number(found["building"]), _number(found["unit"])
    floor, room = _floor(found), _room(found["room"])
    # "5楼501" names a floor, not a building: the room begins with it.
    if found["building_mark"] == "楼" and not unit + floor and floor_of(room) == building:
        building = ""
    # "3幢501-2" is a room let in parts, not unit 501, room 2.
    if len(unit) > 2 and len(room) in {1, 2}:
        unit, room = "", f"{unit}-{room}"
    return DwellingParts(
        estate=_HYPHEN_AFTER_NAME.sub("", found["estate"]),
        door=found["door"] or "",
        building=building,
        unit=unit,
        floor=floor or floor_of(room),
        room=room,
    )


def _floor(found: re.Match[str]) -> str:
    """Return the floor that an address names, below the ground with a minus."""
    if found["basement"]:
        return "-1"
    floor = _number(found["floor"] or found["bare_floor"])
    return f"-{floor}" if found["below"] else floor


def _room(text: str | None) -> str:
    """Return a room number without the zero before three digits: 0501 is 501."""
    if not text:
        return ""
    stripped = text.lstrip("0")
    return stripped if len(stripped) > 2 and stripped[:3].isdigit() else text


def _number(text: str | None) -> str:
    """Return a number as written by us: digits without leading zeros; letters as they are."""
    if not text:
        return ""
    if text[0] in "十百" or text[0] in _VALUES:
        return str(_han_value(text))
    return text.lstrip("0") or "0"


def _han_value(text: str) -> int:
    """Return the value of a Chinese numeral below a thousand: 十二, 一百零三, 二零一."""
    if not any(unit in text for unit in "十百"):
        return int("".join(str(_VALUES[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _VALUES:
            digit = _VALUES[char]
        else:
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
    return total + digit


def _placed(parts: DwellingParts, known: tuple[str, ...]) -> tuple[str, str, str]:
    """Return region, estate and door, with the estate completed if it is known."""
    estate, door = parts.estate, parts.door
    if estate in known or len(estate) < SHORTEST_ESTATE:
        return "", estate, door
    # 中山路18号院3幢: the number on the road is part of the courtyard's name.
    if door and parts.building and f"{estate}{door}院" in known:
        return "", f"{estate}{door}院", ""
    region = _region(estate, known)
    return region, _completed(estate[len(region) :], door, known), door


def _region(estate: str, known: tuple[str, ...]) -> str:
    """Return the region that stands before the name of an estate, or nothing."""
    # A place the station knows outweighs the pattern: its name may hold 区 or 镇 itself.
    for name in known:
        if estate.endswith(name) and estate[-len(name) - 1] in REGION_ENDS:
            return estate[: -len(name)]
    found = _REGION.match(estate)
    return "" if found is None or found[0] == estate else found[0]


def _completed(estate: str, door: str, known: tuple[str, ...]) -> str:
    """Return the only known name that begins with *estate*, else *estate*."""
    if len(estate) < SHORTEST_ESTATE or door or estate in known:
        return estate
    candidates = [name for name in known if name.startswith(estate)]
    # 幸福里 must not become 幸福里2期 only because no other estate begins so.
    if len(candidates) != 1 or any(char.isdigit() for char in candidates[0][len(estate) :]):
        return estate
    return candidates[0]
