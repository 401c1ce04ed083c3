"""Codes turned into words: names from the code tables, and what choices are found by.

Official terms are those of the tables, in Chinese; what the program itself
says is translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.residents.line import age_on
from station_app.domain.residents.standing import Standing
from ui.kit.buttons import Choice
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.codes import Code
    from station_app.domain.residents.people import ResidentDraft, ResidentLine
    from station_app.domain.residents.tags import Tag

POPULATION = "population"
SHORT_SEX = {"1": "男", "2": "女"}
TONES = {
    Standing.SETTLED: Tone.OK,
    Standing.INCOMER: Tone.INFO,
    Standing.AWAY: Tone.NEUTRAL,
    Standing.FOREIGN: Tone.ACCENT,
    Standing.UNCLEAR: Tone.WARN,
    Standing.LEFT: Tone.NEUTRAL,
    Standing.DEAD: Tone.NEUTRAL,
}
OFFERED = (
    "document",
    "education",
    "ethnicity",
    "health",
    "hukou",
    "living_basis",
    "marital",
    "occupation",
    "politics",
    "relation",
    "tag",
    "verification",
)
LIST_MARK = "、"
DOT = " · "


class Words(QObject):
    """What the pages of this room call things.

    Names of code tables are official and stay Chinese in either language.
    """

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self._choices: dict[str, tuple[Choice, ...]] = {}

    def name_of(self, table: str, code: str) -> str:
        """Return the official name of *code*, empty for none."""
        return self._station.reference.table(table).name_of(code) if code else ""

    def choices(self, table: str) -> tuple[Choice, ...]:
        """Return the codes of *table* as choices found by name, alias and pinyin."""
        if table not in self._choices:
            entries = self._station.reference.table(table).entries
            # Reading the pinyin of a long table takes a while: made once, best in a job.
            self._choices[table] = tuple(map(self._choice, entries))
        return self._choices[table]

    def prepare_lines(self) -> None:
        """Load the tables that lines are worded by; call in a job."""
        self.name_of(POPULATION, Standing.SETTLED)

    def prepare(self) -> None:
        """Make the choices of all tables that forms offer; call in a job."""
        self._station.reference.check()
        for table in OFFERED:
            self.choices(table)

    def tag_choices(self) -> tuple[Choice, ...]:
        """Return the tags that may be given, without the restricted ones."""
        tag = self._station.reference.tag
        return tuple(
            choice
            for choice in self.choices("tag")
            if (found := tag(choice.code)) is not None and found.is_offered
        )

    def choices_of(self, table: str, codes: Iterable[str]) -> tuple[Choice, ...]:
        """Return those of *table* whose codes are among *codes*."""
        wanted = frozenset(codes)
        return tuple(choice for choice in self.choices(table) if choice.code in wanted)

    def levels_of(self, tag: str) -> tuple[str, ...]:
        """Return the levels a tag may have."""
        found = self._station.reference.tag(tag)
        return () if found is None else found.levels

    def sex(self, code: str) -> str:
        """Return 男 or 女, empty when it is not known."""
        return SHORT_SEX.get(code, "")

    def sex_choices(self) -> tuple[Choice, ...]:
        """Return the sexes as the form offers them."""
        return (Choice("1", "男", also="nan m"), Choice("2", "女", also="nv f"))

    def standing(self, standing: Standing) -> str:
        """Return what a kind of population (人口类型) is called."""
        own = {
            Standing.UNCLEAR: self.tr("Registration unknown"),
            Standing.LEFT: self.tr("Moved out"),
            Standing.DEAD: self.tr("Died"),
        }
        return own.get(standing) or self.name_of(POPULATION, standing)

    def tone(self, standing: Standing) -> Tone:
        """Return the colour that goes with the word."""
        return TONES[standing]

    def standing_choices(self) -> tuple[Choice, ...]:
        """Return all kinds of population."""
        return tuple(Choice(each, self.standing(each)) for each in Standing)

    def age(self, born: date | None, *, today: date) -> str:
        """Return the full years of somebody, empty when his birthday is not known."""
        return "" if born is None else str(age_on(today, born=born))

    def summary(self, draft: ResidentDraft, *, today: date) -> str:
        """Return sex, age and birthday in one line."""
        age = self.age(draft.born, today=today)
        years = self.tr("{age} years").format(age=age) if age else ""
        born = draft.born.isoformat() if draft.born else ""
        return DOT.join(filter(None, (self.sex(draft.sex), years, born)))

    def shown_tags(self, line: ResidentLine) -> tuple[str, ...]:
        """Return the names of the tags that a list may show."""
        return tuple(
            self.name_of("tag", code) for code in line.tags if not self.is_restricted(code)
        )

    def is_restricted(self, tag: str) -> bool:
        """Whether only named officers may see *tag*."""
        found = self._station.reference.tag(tag)
        return found is not None and found.is_restricted

    def tags(self, tags: Iterable[Tag]) -> str:
        """Return the tags in one line."""
        return LIST_MARK.join(self.name_of("tag", tag.code) for tag in tags)

    def day(self, day: date | None) -> str:
        """Return a day as it is written, empty for none."""
        return "" if day is None else day.isoformat()

    def period(self, since: date | None, until: date | None) -> str:
        """Return a stretch of time, its open ends left open."""
        if since is None and until is None:
            return ""
        return f"{self.day(since) or '?'} – {self.day(until)}".rstrip()

    def yes_no(self, value: bool | None) -> str:  # noqa: FBT001 - a value to be worded
        """Return yes, no, or that it is not known."""
        if value is None:
            return self.tr("not known")
        return self.tr("yes") if value else self.tr("no")

    def _choice(self, entry: Code) -> Choice:
        found_by = " ".join((*entry.aliases, self._station.search.readings(entry.name)))
        return Choice(entry.code, entry.name, also=found_by)
