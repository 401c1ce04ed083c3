"""The papers of a pre-check: what it found, turned into the parts of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.assistance.incomes import counts_of
from station_app.domain.counter.assistance.members import Counting, Tie
from station_app.domain.numerals import day_in_figures
from station_app.services.certificates.assistance_wording import AssistanceDossier, Authorisation
from station_app.services.certificates.rights_papers import Part
from station_app.services.counter.dossier_words import DossierWords, yuan
from station_app.services.counter.guiding import limit_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from station_app.domain.counter.assistance.clock import Stage
    from station_app.domain.counter.assistance.rules import AssistanceRules
    from station_app.domain.settings import Settings
    from station_app.services.counter.assessment import Assessment
    from station_app.store.reference import Reference

    Rows = Sequence[tuple[str, ...]]

SHARES = {
    "members": (18.0, 22.0, 31.0, 42.0, 23.0, 30.0),
    "incomes": (20.0, 62.0, 28.0, 34.0, 22.0),
    "assets": (84.0, 46.0, 36.0),
    "missing": (8.0, 104.0, 30.0, 24.0),
    "papers": (8.0, 98.0, 60.0),
    "reasons": (98.0, 68.0),
    "alone": (40.0, 126.0),
    "clock": (54.0, 32.0, 32.0, 22.0, 26.0),
}
SIGNING = (30.0, 62.0, 44.0, 30.0)
BOX = "□"
TO_SIGN = 12.0
"""How high a line to sign in is, in millimetres."""


def dossier_of(
    found: Assessment, *, reference: Reference, settings: Settings, today: date
) -> AssistanceDossier:
    """Return what the papers of *found* tell."""
    teller = _Teller(found, reference)
    return AssistanceDossier(
        station=settings.name,
        applicant=_applicant(found),
        received_on=found.draft.received_on or today,
        printed_on=today,
        parts=tuple(teller.parts()),
        note=found.draft.note,
        phone=settings.phone,
    )


def authorisation_of(found: Assessment, *, settings: Settings, today: date) -> Authorisation:
    """Return the sheet that whoever is counted, or may be, signs."""
    words = DossierWords()
    names = [
        one.member.name
        for one in found.judgement.members
        if one.standing.counting is not Counting.OUT
    ]
    rows = ((name, "", "", "") for name in names)
    headings = tuple(words.told["authorisation_headings"])
    signing = Part(
        title=words.told["signing"], table=(headings, *rows), shares=SIGNING, room=TO_SIGN
    )
    return Authorisation(
        station=settings.name,
        applicant=_applicant(found),
        printed_on=today,
        parts=(signing,),
        phone=settings.phone,
    )


def _applicant(found: Assessment) -> str:
    return next((each.name for each in found.draft.members if each.tie is Tie.APPLICANT), "")


class _Teller:
    """Tells one assessment, part by part."""

    def __init__(self, found: Assessment, reference: Reference) -> None:
        self._found, self._reference = found, reference
        self._rules: AssistanceRules = reference.assistance
        self._words = DossierWords()

    def parts(self) -> Iterator[Part]:
        """Yield the parts in their order; who may apply alone only where there is somebody."""
        words, remarks = self._words, self._words.told
        yield Part(title=words.part("verdict"), pairs=tuple(self._verdict()))
        yield self._table("members", list(self._members()))
        burdened = any(each.deductions for each in self._found.draft.members)
        remark = remarks["income_remark"] if burdened else ""
        yield self._table("incomes", list(self._incomes()), remark=remark)
        yield self._assets()
        yield self._table("missing", list(self._missing()))
        yield self._table("papers", list(self._papers()))
        yield self._table("reasons", list(self._reasons()))
        if self._found.judgement.alone:
            yield self._table("alone", list(self._alone()))
        yield self._table("clock", list(self._clock()), remark=self._remarks())

    def _table(self, name: str, rows: Rows, *, remark: str = "") -> Part:
        words = self._words
        if not rows:
            return Part(title=words.part(name), remark=remark or words.told["nothing"])
        headings = tuple(words.told["headings"][name])
        return Part(
            title=words.part(name), table=(headings, *rows), shares=SHARES[name], remark=remark
        )

    def _verdict(self) -> Iterator[tuple[str, str]]:
        words, found = self._words, self._found.judgement
        facts = words.told["facts"]
        yield facts["verdict"], words.told["verdicts"][found.verdict]
        yield facts["heads"], words.heads(found)
        yield facts["each"], words.each(found.each)
        if (computed := words.computed(found)) is not None:
            yield facts["computed"], computed
        yield facts["standard"], words.standard(found.standard)
        if found.standard is not None:
            edge = self._rules.edge
            yield facts["edge"], words.edge(found.standard, edge)
        if found.gap is not None:
            told = words.told["gap_told"]
            yield facts["gap"], told.format(amount=yuan(found.gap), heads=found.heads)

    def _members(self) -> Iterator[tuple[str, ...]]:
        words = self._words
        for one in self._found.judgement.members:
            member = one.member
            yield (
                member.name,
                words.told["ties"][member.tie],
                day_in_figures(member.born) if member.born else "",
                words.standing(one.standing),
                words.told["works"][member.work],
                words.health(member, self._reference),
            )

    def _incomes(self) -> Iterator[tuple[str, ...]]:
        words, rules, day = self._words, self._rules, self._found.day
        for member in self._found.draft.members:
            for each in member.incomes:
                kind = rules.incomes.get(each.kind)
                counts = counts_of(each.kind, rules, day)
                yield words.amount(member.name, kind.name if kind else each.kind, each, counts)
            for each in member.deductions:
                burden = rules.deductions.get(each.kind)
                yield words.amount(
                    member.name, burden.name if burden else each.kind, each, "deduct"
                )
            if member.incomes_told and not member.incomes:
                yield member.name, words.told["none_told"], "", "", ""

    def _assets(self) -> Part:
        words, draft = self._words, self._found.draft
        rows = []
        for each in draft.assets:
            kind = self._rules.assets.get(each.kind)
            if kind is not None:
                told = words.asset(each.amount, kind.unit)
                rows.append((kind.name, told, words.truth(each.is_needed)))
        if draft.assets_told:
            remark = "" if rows else words.told["assets_none"]
        else:
            remark = words.told["assets_unsaid"]
        return self._table("assets", rows, remark=remark)

    def _missing(self) -> Iterator[tuple[str, ...]]:
        words = self._words
        for each in self._found.judgement.missing:
            text = words.told["missing"][each.code].format(what=each.what)
            who = each.who or words.told["family"]
            yield BOX, text, who, words.truth(each.decides)

    def _papers(self) -> Iterator[tuple[str, ...]]:
        for each in self._found.papers:
            yield BOX, each.paper.name, "、".join(each.who) or self._words.told["family"]

    def _reasons(self) -> Iterator[tuple[str, ...]]:
        for each in self._found.judgement.reasons:
            text = self._words.told["reasons"][each.code].format(**each.facts)
            yield text, self._ground(each.ground)

    def _alone(self) -> Iterator[tuple[str, ...]]:
        words = self._words.told
        for each in self._found.judgement.alone:
            why = words["alone"][each.why]
            yield each.who, why if each.is_certain else words["alone_if_edge"].format(why=why)

    def _clock(self) -> Iterator[tuple[str, ...]]:
        names = {step.code: step.name for step in self._rules.steps}
        for stage in self._found.stages:
            limit = limit_in_words(stage.step.limit)
            begins, due = self._words.days(stage, names)
            yield stage.step.name, begins, due, limit, self._number(stage.step.ground)

    def _remarks(self) -> str:
        words, stages = self._words.told, self._found.stages
        told = (
            words["assumed_remark"] if any(each.is_assumed for each in stages) else "",
            words["provisional_remark"] if any(map(_is_provisional, stages)) else "",
        )
        return "".join(told)

    def _ground(self, code: str) -> str:
        ground = self._rules.grounds[code]
        return f"{ground.document}（{ground.number}）" if ground.number else ground.document

    def _number(self, code: str) -> str:
        ground = self._rules.grounds[code]
        return ground.number or ground.document


def _is_provisional(stage: Stage) -> bool:
    return stage.due is not None and stage.due.is_provisional
