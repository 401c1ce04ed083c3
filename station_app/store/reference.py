"""The reference data of the product (码表、姓氏、清单): read from ``resources``, checked.

Each file states its source, document number and validity. A file that is not
as it must be stops whoever needs it with its name and the place in it, for a wrong
code table would spoil records silently.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from station_app.domain.codes import Code, CodeTable, Sensitivity, Tag, clashing_words
from station_app.later import later
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from station_app.domain import names, negative_list
    from station_app.domain.access.permissions import Permission
    from station_app.domain.access.roles import RoleRules
    from station_app.domain.counter.admission.rules import AdmissionRules
    from station_app.domain.counter.assistance.rules import AssistanceRules
    from station_app.domain.counter.case_files import FileRules
    from station_app.domain.counter.case_rules import CaseRules
    from station_app.domain.counter.items import Item, ItemId
    from station_app.domain.counter.order_rules import OrderRules
    from station_app.domain.counter.ratings import RatingRules
    from station_app.domain.rights.rules import RightsRules
    from station_app.domain.working_days import WorkCalendar
    from station_app.store import calendars, rule_files
    from station_app.store.access import rules
    from station_app.store.counter import (
        admission_rules,
        case_rules,
        file_rules,
        order_rules,
        rating_rules,
        shipped,
        standards,
    )
    from station_app.store.data_files import Place
    from station_app.store.paper_code import kinds
    from station_app.store.rights import rules as rights_rules
else:
    names = later("station_app.domain.names")
    negative_list = later("station_app.domain.negative_list")
    calendars = later("station_app.store.calendars")
    rules = later("station_app.store.access.rules")
    kinds = later("station_app.store.paper_code.kinds")
    admission_rules = later("station_app.store.counter.admission_rules")
    case_rules = later("station_app.store.counter.case_rules")
    order_rules = later("station_app.store.counter.order_rules")
    file_rules = later("station_app.store.counter.file_rules")
    rating_rules = later("station_app.store.counter.rating_rules")
    shipped = later("station_app.store.counter.shipped")
    standards = later("station_app.store.counter.standards")
    rights_rules = later("station_app.store.rights.rules")
    rule_files = later("station_app.store.rule_files")

CODE_FIELDS = frozenset({"code", "name", "aliases", "parent", "valid_from", "valid_to"})
TAG_FIELDS = CODE_FIELDS | {"group", "sensitivity", "is_offered", "levels"}
TAGS = "tag"


SYSTEMS = (
    "sex",
    "marital",
    "ethnicity",
    "education",
    "politics",
    "relation",
    "health",
    "occupation",
    "population",
    "living_basis",
    "verification",
    "hukou",
    "dwelling_use",
    "structure",
    "document",
    "province",
    "legal_ground",
    "business_line",
    "affair",
    TAGS,
)
"""The code tables every station needs, each in ``codes/<system>.json``."""
PARTS = (
    "tables",
    "surnames",
    "rule_packs",
    "legitimate",
    "roles",
    "setting_rights",
    "calendar",
    "rights",
    "paper_codes",
    "items",
    "case_rules",
    "file_rules",
    "assistance",
    "rating_rules",
    "order_rules",
    "admission",
)


class Reference:
    """All reference data below *resources*: read part by part, when first asked for.

    Whatever is asked for raises :class:`ReferenceInvalidError` naming the file and the
    place, if its file is not as it must be. May be asked by several threads.
    """

    def __init__(self, resources: Path) -> None:
        self._codes, self._rules = resources / "codes", resources / "rules"
        self._names, self._access = resources / "names", resources / "access"
        self._calendar, self._verify = resources / "calendar", resources / "verify"
        self._counter = resources / "counter"
        self._read: dict[str, CodeTable] = {}

    def check(self) -> None:
        """Read whatever has not been read yet.

        Raises :class:`ReferenceInvalidError` naming the file and the place.
        """
        for part in PARTS:
            getattr(self, part)

    def table(self, system: str) -> CodeTable:
        """Return the code table *system* ("sex", "relation", "tag" …).

        Raises ``KeyError`` if there is none: a fault of the program.
        """
        if system not in SYSTEMS:
            raise KeyError(system)
        if system not in self._read:
            self._read[system] = _table(self._codes / f"{system}.json", system)
        return self._read[system]

    def tag(self, code: str) -> Tag | None:
        """Return the tag of *code*, if there is one."""
        found = self.table(TAGS).by_code(code)
        return found if isinstance(found, Tag) else None

    @cached_property
    def restricted_tags(self) -> tuple[str, ...]:
        """The codes of the tags that only named officers may see, in the order of the table."""
        entries = self.table(TAGS).entries
        return tuple(each.code for each in entries if isinstance(each, Tag) and each.is_restricted)

    @cached_property
    def tables(self) -> Mapping[str, CodeTable]:
        """All code tables by their systems."""
        return {system: self.table(system) for system in SYSTEMS}

    @cached_property
    def surnames(self) -> names.Surnames:
        """How surnames are read."""
        return _surnames(self._names / "surnames.json")

    @cached_property
    def roles(self) -> RoleRules:
        """What each role may do."""
        return rules.read_rules(self._access / "roles.json")

    @cached_property
    def setting_rights(self) -> Mapping[str, Permission]:
        """The right it takes to change each setting."""
        return rules.read_setting_rights(self._access / "settings.json")

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The schedules of working days."""
        return calendars.read_calendar(self._calendar)

    @cached_property
    def rule_packs(self) -> Mapping[str, negative_list.NegativeList]:
        """The lists of what is ours to do and what is not, by file: national ones first."""
        return rule_files.read_packs(self._rules)

    @cached_property
    def legitimate(self) -> tuple[negative_list.LegitimateCertificate, ...]:
        """What may be certified."""
        return _legitimate(self._rules / "legitimate.json")

    @cached_property
    def rights(self) -> RightsRules:
        """Why data are kept, and what people may ask."""
        return rights_rules.read_rules(self._rules / "rights.json")

    @cached_property
    def paper_codes(self) -> kinds.CodeKinds:
        """Which papers bear a code, and what their codes say."""
        return kinds.read_kinds(self._verify)

    @cached_property
    def items(self) -> Mapping[ItemId, Item]:
        """The items of the window as they were shipped."""
        return shipped.read_items(
            self._counter / "items.json",
            lines=self.table("business_line"),
            affairs=self.table("affair"),
        )

    @cached_property
    def case_rules(self) -> CaseRules:
        """The rules of cases, and the offices they are transferred to."""
        return case_rules.read_case_rules(
            self._counter / "case_rules.json", self._counter / "offices.json"
        )

    @cached_property
    def file_rules(self) -> FileRules:
        """How large files of cases may be, and how they are kept."""
        return file_rules.read_file_rules(self._counter / "case_files.json")

    @cached_property
    def assistance(self) -> AssistanceRules:
        """What the pre-check of 低保 goes by."""
        return standards.read_assistance(
            self._counter / "assistance.json",
            relations=self.table("relation"),
            occupations=self.table("occupation"),
        )

    @cached_property
    def rating_rules(self) -> RatingRules:
        """The rules of ratings: reasons, time limits, what may come of a call-back."""
        return rating_rules.read_rating_rules(self._counter / "rating.json")

    @cached_property
    def order_rules(self) -> OrderRules:
        """The rules of orders: sources and their times, classes, categories of problems."""
        return order_rules.read_order_rules(self._counter / "orders.json", self.items)

    @cached_property
    def admission(self) -> AdmissionRules:
        """The terms on which tasks from above are admitted."""
        return admission_rules.read_admission_rules(self._counter / "admission.json")


def load_reference(resources: Path) -> Reference:
    """Read and check all reference data below *resources*.

    Raises :class:`ReferenceInvalidError` naming the file and the place.
    """
    reference = Reference(resources)
    reference.check()
    return reference


def _table(path: Path, system: str) -> CodeTable:
    head = read_data_file(path, frozenset({"system", "entries"}))
    if head.text("system") != system:
        raise head.wrong("field system")
    read: Callable[[Place], Code] = _tag if system == TAGS else _code
    table = CodeTable(
        system=system,
        **_provenance(head),
        entries=tuple(read(place) for place in head.children("entries")),
    )
    _check_table(table, head)
    return table


def _provenance(head: Place) -> dict[str, Any]:
    """Return where a file of data comes from, and since when it holds."""
    return {
        "title": head.text("title"),
        "source": head.text("source"),
        "doc_no": head.text("doc_no"),
        "valid_from": head.day("valid_from"),
        "valid_to": head.day("valid_to"),
        "verified": head.truth("verified", default=False),
    }


def _check_table(table: CodeTable, head: Place) -> None:
    """Refuse a table with a code or a word for two things, or a parent that is not there."""
    codes = [entry.code for entry in table.entries]
    if not codes:
        raise head.wrong("no entries")
    if len(set(codes)) < len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise head.wrong(f"code {twice} stands twice")
    if orphans := [entry.code for entry in table.entries if entry.parent not in {"", *codes}]:
        raise head.wrong(f"code {orphans[0]} has no parent")
    if clashes := clashing_words(table):
        raise head.wrong(f"word {clashes[0]} names two codes")


def _code(place: Place) -> Code:
    place.only(CODE_FIELDS)
    return Code(**_code_values(place))


def _tag(place: Place) -> Tag:
    place.only(TAG_FIELDS)
    sensitivity = place.text("sensitivity")
    if sensitivity not in set(Sensitivity):
        raise place.wrong("field sensitivity")
    tag = Tag(
        **_code_values(place),
        group=place.text("group"),
        sensitivity=Sensitivity(sensitivity),
        is_offered=place.truth("is_offered", default=True),
        levels=place.texts("levels"),
    )
    # Somebody answers for turning one on: see Tag.
    if tag.is_restricted and tag.is_offered:
        raise place.wrong("a restricted tag is shipped off")
    return tag


def _code_values(place: Place) -> dict[str, Any]:
    return {
        "code": place.text("code"),
        "name": place.text("name"),
        "aliases": place.texts("aliases"),
        "parent": place.text("parent", default=""),
        "valid_from": place.day("valid_from"),
        "valid_to": place.day("valid_to"),
    }


def _surnames(path: Path) -> names.Surnames:
    head = read_data_file(path, frozenset({"single", "compound"}))
    readings: dict[str, tuple[str, ...]] = {}
    compounds = []
    for field, least in (("single", 1), ("compound", 2)):
        for place in head.children(field):
            place.only(frozenset({"surname", "reading", "also"}))
            surname = place.text("surname")
            if surname in readings or (len(surname) > 1) != (least > 1):
                raise place.wrong("field surname")
            readings[surname] = _readings(place, len(surname))
            if least > 1:
                compounds.append(surname)
    return names.Surnames(readings, frozenset(compounds))


def _readings(place: Place, syllables: int) -> tuple[str, ...]:
    readings = (place.text("reading"), *place.texts("also"))
    for reading in readings:
        parts = reading.split(" ")
        if len(parts) != syllables or not all(
            part.isascii() and part.isalpha() and part.islower() for part in parts
        ):
            raise place.wrong("field reading")
    return readings


def _legitimate(path: Path) -> tuple[negative_list.LegitimateCertificate, ...]:
    head = read_data_file(path, frozenset({"certificates"}))
    return tuple(
        negative_list.LegitimateCertificate(
            id=place.text("id"),
            title=place.text("title"),
            aliases=place.texts("aliases"),
            basis=place.text("basis"),
            requested_by=place.text("requested_by"),
            purpose=place.text("purpose"),
            verification=place.text("verification"),
            is_available=place.truth("is_available", default=False),
            verified=place.truth("verified", default=False),
        )
        for place in head.children("certificates")
    )
