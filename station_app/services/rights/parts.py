"""All that is held about one person, part by part, in the words of a paper."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from station_app.domain.audit.entries import ActKind, plain_act
from station_app.domain.residents.households import HouseholdId
from station_app.domain.rights.withholding import is_tag
from station_app.services.certificates.rights_papers import Part
from station_app.services.counter.own_words import told_of
from station_app.services.privacy import seen
from station_app.store.audit.vocabulary import acts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from station_app.domain.counter.case_files import CaseFile
    from station_app.domain.residents.files import Attachment
    from station_app.domain.residents.people import Resident
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

CODED = ("sex", "ethnicity", "education", "politics", "marital", "occupation", "health")
PHONES = frozenset({"phone", "other_phone"})
KILOBYTE = 1024
SEEN = frozenset({ActKind.LOOK, ActKind.GIVE_OUT})
SHARES = {
    "documents": (34.0, 52.0, 40.0, 40.0),
    "tags": (40.0, 24.0, 46.0, 56.0),
    "certificates": (58.0, 26.0, 60.0, 22.0),
    "cases": (46.0, 26.0, 66.0, 28.0),
    "assistance": (26.0, 26.0, 114.0),
    "files": (100.0, 30.0, 36.0),
    "consents": (56.0, 26.0, 40.0, 44.0),
    "requests": (58.0, 30.0, 40.0, 38.0),
    "given": (28.0, 54.0, 84.0),
    "looked": (110.0, 56.0),
}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what is held of the *person* within *tx*; numbers *in_full* or masked."""

    tx: Transaction
    reference: Reference
    words: Mapping[str, Any]
    person: Resident
    in_full: bool
    today: date

    def all(self) -> tuple[Part, ...]:
        """Return the parts of the record but for whom it was given to."""
        return (
            self._pairs("particulars", self._particulars()),
            self._table("documents", self._documents()),
            self._pairs("addresses", self._addresses()),
            self._pairs("household", self._household()),
            self._tags(),
            self._table("certificates", self._certificates()),
            self._table("cases", self._cases()),
            self._table("assistance", told_of(self.tx, self.person.id, self.reference)),
            self._table("files", self._files()),
        )

    def _particulars(self) -> Iterator[tuple[str, str]]:
        for name, value in asdict(self.person.particulars).items():
            if name in self.person.withheld:
                yield name, self.words["words"]["withheld"]
            elif name in CODED:
                yield name, self._name(name, value)
            elif name in PHONES and not self.in_full:
                yield name, seen("resident", name, value)
            else:
                yield name, "" if value is None else str(value)
        yield "died_on", _day(self.person.died_on)

    def _documents(self) -> Iterator[tuple[str, ...]]:
        for document in self.person.documents:
            number = document.number
            yield (
                self._name("document", document.kind),
                number if self.in_full else seen("document", "number", number, kind=document.kind),
                document.issuer,
                _period(document.valid_from, document.valid_to),
            )

    def _addresses(self) -> Iterator[tuple[str, str]]:
        living, hukou, person = self.person.living, self.person.hukou, self.person
        yield "living", person.living_text
        yield "living_since", _day(living.since)
        yield "living_basis", self._name("living_basis", living.basis)
        yield "living_proof", living.proof
        yield "hukou_address", hukou.address
        yield "hukou_kind", self._name("hukou", hukou.kind)
        yield "hukou_number", hukou.number
        yield "hukou_since", _day(hukou.since)
        yield "left_on", _day(person.left_on)
        yield "left_to", person.left_to
        for period in self.tx.people.periods(person.id):
            yield "former", f"{period.address} {_period(period.since, period.until)}".strip()
        if person.verified is not None:
            verified = person.verified
            how = self._name("verification", verified.how)
            yield "verified", f"{_day(verified.on)} {how} {verified.by}"

    def _household(self) -> Iterator[tuple[str, str]]:
        # the others of the household are others: their particulars are not his to be told
        if not self.person.household_id:
            return
        home = HouseholdId(self.person.household_id)
        household = self.tx.households.household(home, today=self.today)
        yield "household_number", household.particulars.number
        yield "relation", self._name("relation", self.person.relation)
        yield "members", self.words["words"]["people"].format(count=len(household.members))

    def _tags(self) -> Part:
        rows, counted = [], 0
        for tag in self.tx.tags.of(self.person.id):
            known = self.reference.tag(tag.code)
            if known is not None and known.is_restricted:
                counted += 1
                continue
            period = _period(tag.since, tag.until)
            rows.append((self._name("tag", tag.code), tag.level, period, tag.source))
        for field in sorted(filter(is_tag, self.person.withheld)):
            code = field.partition(":")[2]
            rows.append((self._name("tag", code), "", "", self.words["words"]["withheld"]))
        part = self._table("tags", rows)
        if not counted:
            return part
        remark = self.words["words"]["restricted"].format(count=counted)
        return Part(title=part.title, table=part.table, shares=part.shares, remark=remark)

    def _certificates(self) -> Iterator[tuple[str, ...]]:
        for line in self.tx.certificates.lines(resident=self.person.id):
            state = self.words["certificate_states"][line.state]
            yield line.number, _day(line.issued_on), line.purpose, state
        # what was asked for and has no number is held about somebody, too
        for asked in self.tx.certificate_requests.of_resident(self.person.id):
            if asked.certificate_id is None:
                stage = self.words["request_stages"][asked.stage]
                yield "—", _day(asked.drawn_up_on), asked.draft.purpose, stage

    def _cases(self) -> Iterator[tuple[str, ...]]:
        for line in self.tx.cases.lines.of_resident(self.person.id):
            state = self.words["case_states"][line.state]
            yield line.number, _day(line.received_on), line.item, state

    def _files(self) -> Iterator[tuple[str, ...]]:
        files: tuple[Attachment | CaseFile, ...] = self.tx.attachments.of(self.person.id)
        for file in (*files, *self._files_of_cases()):
            added = file.added_at.date().isoformat() if file.added_at else ""
            yield file.name, f"{max(file.size // KILOBYTE, 1)} KB", added

    def _files_of_cases(self) -> Iterator[CaseFile]:
        for line in self.tx.cases.lines.of_resident(self.person.id):
            yield from self.tx.case_files.of(line.id)

    def _pairs(self, part: str, told: Iterable[tuple[str, str]]) -> Part:
        titles = self.words["fields"]
        pairs = tuple((titles[name], value) for name, value in told if value)
        return Part(
            title=self.words["parts"][part],
            pairs=pairs,
            remark="" if pairs else self.words["words"]["none"],
        )

    def _table(self, part: str, rows: Iterable[Sequence[str]]) -> Part:
        return table_of(self.words, part, rows)

    def _name(self, table: str, code: str) -> str:
        return self.reference.table(table).name_of(code) if code else ""


def table_of(words: Mapping[str, Any], part: str, rows: Iterable[Sequence[str]]) -> Part:
    """Return the *part* with *rows* under its headings, or the word for none of them."""
    told = tuple(map(tuple, rows))
    headings = tuple(words["headings"][part])
    return Part(
        title=words["parts"][part],
        table=(headings, *told) if told else (),
        shares=SHARES.get(part, (1.0,) * len(headings)),
        remark="" if told else words["words"]["none"],
    )


def lookers(entries: Iterable[tuple[str, str]]) -> list[tuple[str, int]]:
    """Return who looked at a record and how often, by the acts noted of it."""
    counts: dict[str, int] = {}
    for by, act in entries:
        known = acts().get(plain_act(act))
        if known is not None and known.kind in SEEN:
            name = by.partition("@")[0]
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts.items())


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _period(since: date | None, until: date | None) -> str:
    return "" if since is None and until is None else f"{_day(since)}—{_day(until)}"
