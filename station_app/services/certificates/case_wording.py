"""The papers of cases in words: facts laid into the templates of ``resources/counter``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.case_papers import ALWAYS, PERHAPS, ROWS, CasePaperKind
from station_app.domain.paper_templates.language import filled
from station_app.services.certificates.wording import Letter
from station_app.store.counter.case_papers import read_case_papers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from station_app.domain.counter.case_papers import WindowTemplate
    from station_app.domain.paper_templates.template import Form
    from station_app.services.certificates.phrasing import Rows
    from station_app.services.certificates.wording import Lines


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ToldCase:
    """What one paper of a case tells; facts that are not named are empty.

    ``rows`` are those of tables, by what they list.
    """

    kind: CasePaperKind
    facts: Mapping[str, str]
    rows: Mapping[str, tuple[Mapping[str, str], ...]]


class CaseWording:
    """The texts of papers of cases; *missing* tells which characters no font draws.

    Raises ReferenceInvalidError at once if a template is wrong.
    """

    def __init__(self, folder: Path, missing: Callable[[str], tuple[str, ...]]) -> None:
        self.templates = read_case_papers(folder, missing)

    def letter(self, told: ToldCase) -> Letter:
        """Return the text of a paper."""
        facts = {name: told.facts.get(name, "") for name in ALWAYS | PERHAPS}
        return letter_of(self.templates[told.kind], facts, told.rows, ROWS)


def letter_of(
    template: WindowTemplate,
    facts: Mapping[str, str],
    rows: Mapping[str, tuple[Mapping[str, str], ...]],
    known: Mapping[str, frozenset[str]],
) -> Letter:
    """Return the text of a paper of the window; *known* is what rows may tell."""
    facts = {**facts, "paper.title": template.title}

    def say(section: str) -> tuple[str, ...]:
        texts = (filled(text, facts) for text in template.sections[section])
        return tuple(text for text in texts if text)

    return Letter(
        title=template.title,
        number="".join(say("number")),
        addressee="".join(say("addressee")),
        paragraphs=say("body"),
        table=_table(template, rows, known),
        after=say("after"),
        signature=say("signature"),
        footer=say("footer"),
        mark="",
        seam="",
        stub_title="",
        stub=(),
        page=template.page,
        copies=template.page.copies,
        shares=tuple(each.share for each in template.table.columns) if template.table else (),
        form=tuple(
            row
            for row in _form(template.form, facts)
            if any(text.strip() for _, text in row)  # nobody comes in the applicant's place
        ),
        signing=_form(template.signing, facts),
        grows=True,
    )


def _form(form: Form, facts: Mapping[str, str]) -> Rows:
    return tuple(tuple((label, filled(text, facts)) for label, text in row) for row in form)


def _table(
    template: WindowTemplate,
    rows: Mapping[str, tuple[Mapping[str, str], ...]],
    known: Mapping[str, frozenset[str]],
) -> Lines:
    """Return the lines of the table, the headings first; none if there is nothing to list."""
    if template.table is None or not rows[template.table.over]:
        return ()
    columns, names = template.table.columns, known[template.table.over]
    told = ({name: row.get(name, "") for name in names} for row in rows[template.table.over])
    lines = (tuple(filled(column.text, row) for column in columns) for row in told)
    return (tuple(column.label for column in columns), *lines)
