"""Numbers and papers of people who do not exist: they check out, and belong to nobody.

Address codes are those of provinces, which are never issued (domain brief 1.3);
telephone numbers lie in ranges that no company was assigned.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from station_app.domain.identity.documents import Document, DocumentKind, end_of_card
from station_app.domain.identity.id_card import check_character

if TYPE_CHECKING:
    from station_app.services.demo.chance import Chance

UNASSIGNED = ("142", "143", "154", "160", "161", "163", "164")
SEQUENCES = 500
# prime to the sequences: birthdays one day apart do not share theirs
STRIDE = 37
FIRST_CARDS = date(2004, 1, 1)
DISABILITIES = range(1, 8)
DISABILITY_LEVELS = {"一级": "1", "二级": "2", "三级": "3", "四级": "4"}


class Registry:
    """Gives out identity numbers and telephone numbers, none of them twice."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._given: dict[tuple[str, date, str], int] = {}
        self._passports = 0

    def identity_number(self, *, province: str, born: date, sex: str) -> str:
        """Return a number of somebody *born* that day in *province* (``320000``)."""
        key = (province, born, sex)
        count = self._given.get(key, 0)
        self._given[key] = count + 1
        # Odd for men, even for women: half of a thousand each.
        place = (born.toordinal() * STRIDE + count) % SEQUENCES
        sequence = 2 * place + (1 if sex == "1" else 0)
        first17 = f"{province}{born:%Y%m%d}{sequence:03d}"
        return first17 + check_character(first17)

    def phone(self) -> str:
        """Return a mobile number that nobody can have."""
        return f"{self._chance.one_of(UNASSIGNED)}{self._chance.between(0, 99_999_999):08d}"

    def passport(self, letter: str) -> Document:
        """Return a passport; the number begins with *letter*."""
        self._passports += 1
        return Document(kind=DocumentKind.CN_PASSPORT, number=f"{letter}{self._passports:08d}")

    def birth_certificate(self) -> Document:
        """Return the paper of a newborn without an identity number."""
        self._passports += 1
        return Document(
            kind=DocumentKind.BIRTH_CERTIFICATE,
            number=f"Z{self._passports:09d}",
            is_primary=True,
        )

    def foreign(self, kind: DocumentKind, *, born: date, sex: str) -> Document:
        """Return the primary document of somebody from beyond the mainland."""
        self._passports += 1
        if kind is DocumentKind.FOREIGN_PASSPORT:
            return Document(kind=kind, number=f"X{self._passports:07d}", is_primary=True)
        if kind is DocumentKind.HMT_RESIDENCE:
            province = self._chance.one_of(("810000", "820000", "830000"))
            number = self.identity_number(province=province, born=born, sex=sex)
            return Document(kind=kind, number=number, is_primary=True)
        place = self._passports % SEQUENCES * 2 + (1 if sex == "1" else 0)
        first17 = f"931124{born:%Y%m%d}{place:03d}"
        return Document(kind=kind, number=first17 + check_character(first17), is_primary=True)


def identity_card(number: str, *, born: date, issued: date | None) -> Document:
    """Return the card that bears *number*, with its term if the day of issue is known."""
    ends = None if issued is None else end_of_card(born, issued)
    return Document(
        kind=DocumentKind.RESIDENT_ID,
        number=number,
        valid_from=issued,
        valid_to=ends,
        is_long_term=issued is not None and ends is None,
        is_primary=True,
    )


def day_of_issue(chance: Chance, *, born: date, today: date) -> date | None:
    """Return a day on which a card was issued that still holds today, if one is found."""
    earliest = max(born + timedelta(days=30), FIRST_CARDS)
    if earliest >= today:
        return None
    issued = earliest + timedelta(days=chance.between(0, (today - earliest).days))
    ends = end_of_card(born, issued)
    return issued if ends is None or ends >= today else None


def disability_card(number: str, level: str, chance: Chance) -> Document:
    """Return the card (残疾人证) of the holder of identity *number*: class and level after it."""
    kind = chance.one_of(DISABILITIES)
    return Document(
        kind=DocumentKind.DISABILITY_CARD,
        number=f"{number}{kind}{DISABILITY_LEVELS[level]}",
    )
