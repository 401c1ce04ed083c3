"""Names put together at random, in the fashion of the years people were born in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.names import MIDDLE_DOT

if TYPE_CHECKING:
    from station_app.services.demo.chance import Chance
    from station_app.services.demo.words import Generation, NameWords

HAN = "01"


class Namer:
    """Invents names."""

    def __init__(self, words: NameWords, chance: Chance) -> None:
        self._words = words
        self._chance = chance

    def ethnicity(self) -> str:
        """Return an ethnicity (GB/T 3304) as often as it is met."""
        return self._chance.drawn(self._words.ethnicities)

    def surname(self) -> str:
        """Return a surname as often as it is met."""
        return self._chance.drawn(self._words.surnames)

    def full_name(
        self, *, ethnicity: str, sex: str, year: int, surname: str, father: str = ""
    ) -> str:
        """Return a name for somebody born in *year*; *father* is his father's whole name."""
        patronymics = self._words.patronymic.get((ethnicity, sex))
        if patronymics:
            fathers = self._words.patronymic[ethnicity, "1"]
            begotten_by = father.partition(MIDDLE_DOT)[0] or self._chance.one_of(fathers)
            return f"{self._chance.one_of(patronymics)}{MIDDLE_DOT}{begotten_by}"
        singles = self._words.single.get((ethnicity, sex))
        if singles:
            return self._chance.one_of(singles)
        return surname + self._given(sex, year)

    def foreign_name(self, kind: str) -> str:
        """Return a name of somebody who holds a document of *kind* from abroad."""
        return self._chance.one_of(self._words.foreign[kind])

    def _given(self, sex: str, year: int) -> str:
        generation = self._generation(year)
        characters = generation.characters[sex]
        first = self._chance.one_of(characters)
        if self._chance.happens(self._words.rare_share):
            first = self._chance.one_of(self._words.rare)
        if self._chance.happens(generation.single_share):
            return first
        second = self._chance.one_of(characters)
        return first + second

    def _generation(self, year: int) -> Generation:
        generations = self._words.generations
        return next((each for each in generations if year < each.until), generations[-1])
