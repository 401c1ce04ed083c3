"""Facts turned into the texts of papers: values in, paragraphs out.

The words themselves are data (``resources/templates``); how they are laid out belongs
to :mod:`station_app.services.certificates.drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from station_app.domain.numerals import day_in_words
from station_app.domain.paper_templates.template import Page
from station_app.services.certificates.papers import (
    ActCount,
    AuditLine,
    AuditListing,
    DaySheet,
    Direction,
    FirstPassphraseSheet,
    RecoveryKeySheet,
    RefusalSlip,
    SealRegister,
    SealUse,
)
from station_app.services.certificates.phrasing import Fields, facts_of, filled, read_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from station_app.services.certificates.phrasing import Cell, Rows, Template

LETTER = frozenset(
    {"number", "addressee", "body", "after", "signature", "footer", "seam", "mark", "stub_title"}
)

_JOURNAL = frozenset(
    {"subtitle", "acts", "papers", "chain", "links", "line", "others", "nothing", "footer"}
)

PAGE = Page()
"""A4 with the margins of official papers: what every letter has that names no other."""

Lines = tuple[tuple[str, ...], ...]
"""Lines of a table, the headings first."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Letter:
    """The text of a paper that goes out with a seal.

    ``table`` stands between ``paragraphs`` and ``after``. ``mark`` is written across a
    draft. ``code`` are the digits of the code at the head of the page, ``code_says`` stands
    beside it. ``seam`` stands on the line to cut along (骑缝), below it the stub (存根).
    ``copies`` says whose each copy is; ``shares`` are the widths of the table's columns.
    ``form`` stands before the table, ``signing`` are the places to sign. Rows of a table
    that ``grows`` are as high as their texts. ``preprinted`` are the parts that a form has
    already (套打); where there are none, nothing is marked.
    """

    title: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    table: Lines
    after: tuple[str, ...]
    signature: tuple[str, ...]
    footer: tuple[str, ...]
    mark: str
    seam: str
    stub_title: str
    stub: Rows
    code: str = ""
    code_says: tuple[str, ...] = ()
    page: Page = PAGE
    copies: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    form: Rows = ()
    signing: Rows = ()
    grows: bool = False
    preprinted: frozenset[str] = frozenset()

    def texts(self) -> Iterator[str]:
        """Yield every text of the paper, so that its characters can be checked."""
        yield from (self.title, self.number, self.addressee, self.mark, self.seam)
        yield from self.copies
        yield from (*self.paragraphs, *self.after, *self.signature, *self.footer)
        yield from (self.stub_title, *self.code_says)
        yield from chain.from_iterable(self.table)
        for rows in (self.stub, self.form, self.signing):
            yield from _texts_of(rows)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Register:
    """The text of a register; the table grows over as many pages as it needs."""

    title: str
    subtitle: tuple[str, ...]
    table: Lines
    footer: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield every text of the register."""
        yield from (self.title, *self.subtitle, *self.footer)
        yield from chain.from_iterable(self.table)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Section:
    """A part of a journal: its heading, a table, lines below it, one that is never broken."""

    heading: str
    table: Lines = ()
    lines: tuple[str, ...] = ()
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Journal:
    """The text of a day sheet: sections one below the other, then places to sign."""

    title: str
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]
    form: Rows
    footer: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield every text of the sheet."""
        yield from (self.title, *self.subtitle, *self.footer)
        for section in self.sections:
            yield from (section.heading, section.line, *section.lines)
            yield from chain.from_iterable(section.table)
        yield from _texts_of(self.form)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KeyPage:
    """The text of the sheet with the recovery key."""

    title: str
    lead: tuple[str, ...]
    groups: tuple[str, ...]
    steps: tuple[str, ...]
    warnings: tuple[str, ...]
    form: Rows

    def texts(self) -> Iterator[str]:
        """Yield every text of the sheet."""
        yield from (self.title, *self.lead, *self.groups, *self.steps, *self.warnings)
        yield from _texts_of(self.form)


class Wording:
    """The texts of all papers but the certificates, read from the templates in *folder*.

    Raises TemplateError at once if one of them is wrong.
    """

    def __init__(self, folder: Path) -> None:
        self._slip = read_template(
            folder / "refusal_slip.json",
            Fields.of(RefusalSlip, "issued_on_in_words"),
            sections=LETTER,
            form=Fields.of(Direction),
        )
        self._register = read_template(
            folder / "seal_register.json",
            Fields.of(SealRegister),
            sections=frozenset({"subtitle", "footer"}),
            form=Fields.of(SealUse, "place"),
        )
        self._audit_list = read_template(
            folder / "audit_list.json",
            Fields.of(AuditListing),
            sections=frozenset({"subtitle", "footer"}),
            form=Fields.of(AuditLine),
        )
        self._day_sheet = read_template(
            folder / "day_sheet.json",
            Fields.of(DaySheet),
            sections=_JOURNAL,
            form=Fields.of(ActCount) | Fields.of(SealUse),
        )
        self._key = _key_template(folder / "recovery_key.json", RecoveryKeySheet)
        self._first = _key_template(folder / "first_passphrase.json", FirstPassphraseSheet)

    def refusal(self, slip: RefusalSlip) -> Letter:
        """Return the text of the slip for what is not ours to issue."""
        facts = facts_of(slip)
        facts["issued_on_in_words"] = day_in_words(slip.issued_on)
        directions = [facts_of(direction) for direction in slip.directions]
        return letter(self._slip, facts, table=_table(self._slip, directions))

    def seal_register(self, register: SealRegister) -> Register:
        """Return the text of the register of seal use."""
        facts = facts_of(register)
        uses = [
            {**facts_of(use), "place": str(place)}
            for place, use in enumerate(register.uses, start=1)
        ]
        return Register(
            title=self._register.title,
            subtitle=self._register.say("subtitle", facts),
            table=_table(self._register, uses),
            footer=self._register.say("footer", facts),
        )

    def audit_list(self, listing: AuditListing) -> Register:
        """Return the text of entries of the audit."""
        facts = facts_of(listing)
        return Register(
            title=self._audit_list.title,
            subtitle=self._audit_list.say("subtitle", facts),
            table=_table(self._audit_list, [facts_of(line) for line in listing.lines]),
            footer=self._audit_list.say("footer", facts),
        )

    def day_sheet(self, sheet: DaySheet) -> Journal:
        """Return the text of a day's work."""
        template, facts = self._day_sheet, facts_of(sheet)
        acts, papers, _ = template.form

        def section(
            name: str, table: Lines, lines: tuple[str, ...] = (), line: str = ""
        ) -> Section:
            nothing = () if len(table) > 1 or lines else template.say("nothing", facts)
            return Section(
                heading=template.say_one(name, facts),
                table=table if len(table) > 1 else (),
                lines=(*lines, *nothing),
                line=line,
            )

        line = template.say_one("line", facts) + sheet.line
        return Journal(
            title=template.title,
            subtitle=template.say("subtitle", facts),
            sections=(
                section("acts", _table_of(acts, sheet.acts)),
                section("papers", _table_of(papers, sheet.papers)),
                section("chain", (), template.say("links", facts), line),
                section("others", (), sheet.others),
            ),
            form=(tuple((cell.label, "") for cell in template.form[2]),),
            footer=template.say("footer", facts),
        )

    def recovery_key(self, sheet: RecoveryKeySheet) -> KeyPage:
        """Return the text of the sheet with the recovery key."""
        return _key_page(self._key, sheet)

    def first_passphrase(self, sheet: FirstPassphraseSheet) -> KeyPage:
        """Return the text of the slip with a first passphrase."""
        return _key_page(self._first, sheet)


def _key_template(path: Path, sheet: type[object]) -> Template:
    known = Fields.of(sheet)
    sections = frozenset({"lead", "steps", "warnings"})
    return read_template(path, known, sections=sections, form=known)


def _key_page(template: Template, sheet: FirstPassphraseSheet | RecoveryKeySheet) -> KeyPage:
    facts = facts_of(sheet)
    return KeyPage(
        title=template.title,
        lead=template.say("lead", facts),
        groups=sheet.groups,
        steps=template.say("steps", facts),
        warnings=template.say("warnings", facts),
        form=template.fill_form(facts),
    )


def letter(
    template: Template, facts: Mapping[str, str], *, table: Lines = (), stub: Rows = ()
) -> Letter:
    """Return the letter that *template* says with *facts*."""
    return Letter(
        title=template.title,
        number=template.say_one("number", facts),
        addressee=template.say_one("addressee", facts),
        paragraphs=template.say("body", facts),
        table=table,
        after=template.say("after", facts),
        signature=template.say("signature", facts),
        footer=template.say("footer", facts),
        mark=template.say_one("mark", facts),
        seam=template.say_one("seam", facts),
        stub_title=template.say_one("stub_title", facts),
        stub=stub,
    )


def _table_of(cells: Sequence[Cell], rows: Sequence[ActCount | SealUse]) -> Lines:
    """Return one line for each of *rows*, below the labels of *cells*."""
    lines = (tuple(filled(cell.phrase, facts_of(row)) for cell in cells) for row in rows)
    return (tuple(cell.label for cell in cells), *lines)


def _table(template: Template, rows: Sequence[Mapping[str, str]]) -> Lines:
    """Return one line for each of *rows*, below the headings."""
    lines = (tuple(text for _, text in template.fill_form(facts)[0]) for facts in rows)
    return (template.headings, *lines)


def _texts_of(rows: Rows) -> Iterator[str]:
    return chain.from_iterable(chain.from_iterable(rows))
