"""The texts of the papers about people's own data: values in, records and letters out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from station_app.domain.numerals import day_in_words
from station_app.services.certificates.phrasing import Fields, facts_of, read_template
from station_app.services.certificates.rights_papers import OwnData, PrivacyNotice, RightsAnswer
from station_app.services.certificates.wording import LETTER, letter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import DataclassInstance

    from station_app.services.certificates.phrasing import Rows, Template
    from station_app.services.certificates.rights_papers import Part
    from station_app.services.certificates.wording import Letter

RECORD = frozenset({"number", "lead", "after", "footer", "mark"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Record:
    """The text of a paper of several parts that grows over as many pages as it needs."""

    title: str
    number: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    after: tuple[str, ...]
    form: Rows
    footer: str
    mark: str

    def texts(self) -> Iterator[str]:
        """Yield every text of the record, so that its characters can be checked."""
        yield from (self.title, self.number, self.footer, self.mark, *self.lead, *self.after)
        for part in self.parts:
            yield from (part.title, part.remark)
            yield from chain.from_iterable((*part.pairs, *part.table))
        yield from chain.from_iterable(chain.from_iterable(self.form))


class RightsWording:
    """The texts, read from the templates in *folder*; TemplateError if one is wrong."""

    def __init__(self, folder: Path) -> None:
        known = Fields.of(PrivacyNotice)
        self._notice = read_template(
            folder / "privacy_notice.json", known, sections=RECORD, form=known
        )
        known = Fields.of(OwnData)
        self._own = read_template(folder / "own_data.json", known, sections=RECORD, form=known)
        known = Fields.of(RightsAnswer, "answered_on_in_words")
        self._answer = read_template(
            folder / "rights_answer.json", known, sections=LETTER, form=known
        )

    def notice(self, notice: PrivacyNotice) -> Record:
        """Return the text of the notice (告知书)."""
        return record_of(self._notice, notice, notice.parts)

    def own_data(self, data: OwnData) -> Record:
        """Return the text of all that is held about somebody."""
        return record_of(self._own, data, data.parts)

    def answer(self, answer: RightsAnswer) -> Letter:
        """Return the text of the answer to a request."""
        facts = facts_of(answer)
        facts["answered_on_in_words"] = day_in_words(answer.answered_on)
        return letter(self._answer, facts)


def record_of(template: Template, values: DataclassInstance, parts: tuple[Part, ...]) -> Record:
    """Return the record that *template* says with *values*, with *parts* in its middle."""
    facts = facts_of(values)
    return Record(
        title=template.title,
        number=template.say_one("number", facts),
        lead=template.say("lead", facts),
        parts=parts,
        after=template.say("after", facts),
        form=template.fill_form(facts),
        footer=template.say_one("footer", facts),
        mark=template.say_one("mark", facts),
    )
