"""Telling people what is held about them: the notice, the record, the answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import number_of
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.rights.requests import Asker
from station_app.domain.rights.rules import name_in
from station_app.services.certificates.rights_papers import (
    OwnData,
    PrivacyNotice,
    RightsAnswer,
)
from station_app.services.certificates.serving import PaperService
from station_app.services.delivering import deliver
from station_app.services.permissions import needs
from station_app.services.rights.copies import as_book, as_json
from station_app.services.rights.noticing import parts_of
from station_app.services.rights.parts import Teller
from station_app.services.rights.record import rights_of
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.residents.people import ResidentId
    from station_app.domain.rights.requests import RequestId
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.AUDIT, Topic.RIGHTS})
WORD = "权查字"
PURPOSE_LENGTH = 60


class FileKind(StrEnum):
    """The kinds of file a copy is given out as, told by the ending of its name."""

    XLSX = ".xlsx"
    JSON = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDataRequest:
    """Who is to be told what is held about him, what for, how he proved who he is.

    Numbers are told ``in_full`` only after a ``check`` of his identity.
    """

    resident_id: ResidentId
    purpose: str = ""
    check: str = ""
    in_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record that was given its number; ``pdf`` is its paper."""

    number: str
    pages: int
    pdf: bytes = field(repr=False)


class TellingService(PaperService):
    """The use cases of papers about people's own data."""

    @needs(Permission.RIGHTS_READ)
    def notice(self, resident: str = "") -> Paper:
        """Return the notice (个人信息处理告知书), addressed to *resident* if named."""
        settings, rules = self._settings.current(), self._reference.rights
        words = _words()["notice"]
        within = words["within"][rules.answering.counted].format(days=rules.answering.days)
        return self._desk.draw_notice(
            PrivacyNotice(
                station=settings.name,
                edition=rules.edition,
                printed_on=self._clock.today(),
                parts=parts_of(rules, words),
                days=within,
                resident=resident,
                address=settings.address,
                phone=settings.phone,
            )
        )

    @needs(Permission.RIGHTS_MANAGE)
    def own_data(self, asked: OwnDataRequest) -> Done[Told]:
        """Return the record of all that is held about somebody (本人信息查询), and note it.

        Raises :class:`ValidationFailedError` without a purpose, :class:`RefusedError`
        ``rights.identity-not-checked`` for numbers in full before his identity was checked.
        """
        self._accept(asked)
        with self._store.transaction() as tx:
            data = self._gather(tx, asked)
            paper = self._desk.draw_own_data(data)
            self._note(tx, asked, data.number, "printed")
        self._mark()
        return Done(Told(number=data.number, pages=paper.pages, pdf=paper.pdf), TOUCHED)

    @needs(Permission.RIGHTS_MANAGE)
    def save_copy(self, asked: OwnDataRequest, path: Path) -> Done[str]:
        """Write all that is held about somebody to *path* (.xlsx, .json); return its number.

        Raises what :meth:`own_data` raises, and :class:`RefusedError` ``rights.file-kind``.
        """
        self._accept(asked)
        try:
            kind = FileKind(path.suffix.lower())
        except ValueError:
            raise RefusedError("rights.file-kind", name=path.name) from None
        with self._store.transaction() as tx:
            data = self._gather(tx, asked)
            # before anything leaves: what fails half-way is noted too
            self._note(tx, asked, data.number, "given-out")
        self._mark()
        mark = _words()["words"]["watermark"].format(
            number=data.number, day=data.printed_on, who=data.handler, purpose=data.purpose
        )
        if kind is FileKind.XLSX:
            deliver(path, as_book(data, mark, _words()["sheet"]))
        else:
            deliver(path, as_json(data, mark))
        return Done(data.number, TOUCHED)

    @needs(Permission.RIGHTS_READ)
    def answer(self, key: RequestId) -> Paper:
        """Return the answer to a request as a paper.

        Raises :class:`RefusedError` ``rights.not-answered`` as long as there is none.
        """
        with self._store.reading() as tx:
            request = tx.requests.request(key)
        told = request.particulars
        if request.answered_on is None or told.received_on is None:
            raise RefusedError("rights.not-answered")
        settings, rules = self._settings.current(), self._reference.rights
        basis = next((each.basis for each in rules.refusals if each.code == request.ground), "")
        is_own = told.asker == Asker.PERSON
        return self._desk.draw_answer(
            RightsAnswer(
                number=request.number,
                asker=request.holder if is_own else told.asker_name,
                holder=_words()["words"]["own"] if is_own else request.holder,
                kind=_words()["kinds"][told.kind],
                received_on=told.received_on,
                answered_on=request.answered_on,
                issuer=settings.name,
                answer=request.answer,
                ground=name_in(rules.refusals, request.ground) if request.ground else "",
                ground_basis=basis,
                handler=request.handled_by,
                phone=settings.phone,
            )
        )

    def _accept(self, asked: OwnDataRequest) -> None:
        problems = []
        if not asked.purpose.strip():
            problems.append(Problem("purpose", "missing"))
        if len(asked.purpose) > PURPOSE_LENGTH:
            problems.append(Problem("purpose", "too-long", {"most": PURPOSE_LENGTH}))
        if problems:
            raise ValidationFailedError(tuple(problems))
        checks = {each.code for each in self._reference.rights.checks}
        if asked.in_full and asked.check not in checks:
            raise RefusedError("rights.identity-not-checked")

    def _gather(self, tx: Transaction, asked: OwnDataRequest) -> OwnData:
        settings, today = self._settings.current(), self._clock.today()
        person = tx.people.resident(asked.resident_id)
        words = _words()
        teller = Teller(tx, self._reference, words, person, asked.in_full, today)
        serial = tx.numbering.next_serial(WORD, today.year)
        return OwnData(
            number=number_of(word=WORD, year=today.year, serial=serial),
            station=settings.name,
            name=person.particulars.name,
            printed_on=today,
            handler=settings.clerk or tx.stamp.by.partition("@")[0],
            purpose=asked.purpose.strip(),
            check=name_in(self._reference.rights.checks, asked.check) or "—",
            parts=(*teller.all(), *rights_of(teller)),
            masked="" if asked.in_full else words["words"]["masked"],
            phone=settings.phone,
        )

    def _note(self, tx: Transaction, asked: OwnDataRequest, number: str, act: str) -> None:
        tx.audit.add(
            f"resident:own-data:{act}",
            asked.resident_id,
            number=number,
            purpose=asked.purpose.strip(),
            check=asked.check,
            in_full=asked.in_full,
        )


def _words() -> Mapping[str, Any]:
    path = RESOURCES / "exports" / "own_data.json"
    words: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return words
