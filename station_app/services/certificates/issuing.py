"""Issuing certificates of residence: who may have one, its number, its paper, its archive.

Issuing cannot be undone: a certificate is made void, and its number stays taken.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from station_app.device_clock import local_words
from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    MOST_COPIES,
    PURPOSE_LENGTH,
    Step,
)
from station_app.domain.certificates import (
    NEXT,
    RESIDENCE,
    Event,
    Obstacle,
    ResidenceFacts,
    SealUse,
    State,
    Validity,
    days_of,
    obstacle_to_residence,
)
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.identity.documents import forms_of_number
from station_app.domain.names import clean_name
from station_app.services.certificates import papers, signing
from station_app.services.certificates.issued import keep_issued, next_in_series
from station_app.services.certificates.papers import ResidenceCertificate, SealRegister
from station_app.services.certificates.request_papers import revoke
from station_app.services.certificates.serving import AskedPapers
from station_app.services.permissions import needs
from station_app.services.typed_numbers import told_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from station_app.domain.certificates import CertificateId, CertificateLine
    from station_app.domain.residents.people import Resident, ResidentId
    from station_app.domain.settings import Settings
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.issued import Issued
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.CERTIFICATES, Topic.AUDIT})
TITLE = "居住情况证明"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceCard:
    """What the window shows of somebody who asks for a certificate of residence."""

    resident: Resident
    obstacle: Obstacle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceRequest:
    """What a certificate of residence is wanted for."""

    resident_id: ResidentId
    purpose: str
    addressee: str = ""
    copies: int = 1
    with_hukou: bool = False


class CertificateService(AskedPapers):
    """The use cases of certificates (证明)."""

    _previewed: ResidentId | None = None

    @needs(Permission.CERTIFICATE_READ)
    def find(self, name: str, number: str) -> ResidenceCard:
        """Return the card of the one person who has both *name* and *number*.

        The look-up is noted in the audit, found or not. Raises
        :class:`RefusedError` ``certificate.no-match`` when they do not meet.
        """
        wanted = clean_name(name).name
        with self._store.transaction() as tx:
            holders = tx.people.holders(*forms_of_number(number))
            people = [tx.people.resident(key) for key in holders]
            found = [person for person in people if person.particulars.name == wanted]
            tx.audit.add(
                "resident:residence:looked-up", found[0].id if found else "", found=len(found)
            )
        # Raised outside: within, the note of the look-up would be rolled back with it.
        if len(found) != 1:
            raise RefusedError(Obstacle.NO_MATCH)
        return self._card(found[0])

    @needs(Permission.CERTIFICATE_READ)
    def card(self, key: ResidentId) -> ResidenceCard:
        """Return the card of the resident *key*, found by other ways."""
        with self._store.reading() as tx:
            return self._card(tx.people.resident(key))

    @needs(Permission.CERTIFICATE_ISSUE)
    def preview(self, request: ResidenceRequest) -> Paper:
        """Return the paper as it would be, marked as not valid and without a number.

        The whole identity number stands on it, so the audit notes whose it was; once, not
        with each letter of the purpose. Raises what :meth:`issue` raises, but for the
        purpose, which may still be open.
        """
        with self._store.reading() as tx:
            resident = tx.people.resident(request.resident_id)
        self._refuse_obstacle(resident)
        if self._previewed != request.resident_id:
            with self._store.transaction() as tx:
                tx.audit.add("certificate:residence:previewed", request.resident_id)
            self._previewed = request.resident_id
        return self._desk.draw_residence(self._certificate(resident, request))

    @needs(Permission.CERTIFICATE_ISSUE)
    def issue(self, request: ResidenceRequest) -> Done[Issued]:
        """Give out a certificate of residence: number, paper, archive, seal register.

        Raises :class:`ValidationFailedError` without a purpose, and
        :class:`RefusedError` with the :class:`Obstacle` that forbids it.
        """
        _accept(request)
        with self._store.transaction() as tx:
            resident = tx.people.resident(request.resident_id)
            self._refuse_obstacle(resident)
            issued = self._give_out(tx, self._certificate(resident, request), request, None)
        self._mark()
        return Done(issued, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def reprint(self, key: CertificateId, reason: str) -> Done[Issued]:
        """Give out a certificate in the place of one that was lost (补发).

        The facts are those of the first; it gets a number of its own and names
        the former, which becomes void. Raises :class:`ValidationFailedError`
        without a reason, :class:`RefusedError` for a certificate that is void, and
        ``certificate.other-paper-stands`` where its request leads to another paper.
        """
        if not reason.strip():
            raise ValidationFailedError((Problem("reason", "missing"),))
        with self._store.transaction() as tx:
            former = tx.certificates.columns(key)
            _refuse_step(State(former["state"]), Event.REPRINT)
            asked = tx.certificate_requests.of_certificate(key)
            if asked is None and json.loads(former["facts"]).get("request"):
                raise RefusedError("certificate.other-paper-stands", number=former["number"])
            if asked is not None:
                issued = self._papers.reissue(tx, asked, former, reason.strip())
            else:
                issued = self._reprint_residence(tx, former, reason.strip())
            tx.certificates.void(
                key, reason=f"补发为{issued.number}：{reason.strip()}", version=former["version"]
            )
            revoke(tx, former, self._clock.today())
            tx.audit.add(
                "certificate:residence:replaced",
                key,
                reason=reason.strip(),
                number=former["number"],
            )
        self._mark()
        return Done(issued, TOUCHED)

    @needs(Permission.CERTIFICATE_VOID)
    def void(self, key: CertificateId, reason: str, *, version: int) -> Done[None]:
        """Make a certificate void (作废); its number stays taken."""
        if not reason.strip():
            raise ValidationFailedError((Problem("reason", "missing"),))
        with self._store.transaction() as tx:
            former = tx.certificates.columns(key)
            _refuse_step(State(former["state"]), Event.VOID)
            tx.certificates.void(key, reason=reason.strip(), version=version)
            if not self._papers.follow(tx, key, Step.VOID, reason=reason.strip()):
                self._papers.stand_by(tx, former)
            revoke(tx, former, self._clock.today())
            tx.audit.add(
                "certificate:residence:voided",
                key,
                reason=reason.strip(),
                number=former["number"],
            )
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_READ)
    def register(self, *, resident: ResidentId | None = None) -> tuple[CertificateLine, ...]:
        """Return the register of certificates, the latest first."""
        with self._store.reading() as tx:
            return tx.certificates.lines(resident=resident)

    @needs(Permission.CERTIFICATE_READ)
    def search(self, text: str = "", *, state: State | None = None) -> list[CertificateId]:
        """Return the certificates in whose number, holder, purpose or clerk *text* stands.

        The latest first; all of them without *text* and *state*. A number typed with its
        check digit leads to no other: see :meth:`NumberService.told`.
        """
        with self._store.reading() as tx:
            told = told_number(tx, text)
            if told is None or (not told.keys and not told.is_sure):
                return tx.certificates.matching(text, state=state)
            return tx.certificates.matching(state=state, among=told.keys)

    @needs(Permission.CERTIFICATE_READ)
    def ending(self, validity: Validity) -> list[CertificateId]:
        """Return the certificates that end soon, the next first, or have ended, the latest first.

        Who has one of the kind that holds longer is not told again.
        """
        first, last = days_of(validity, self._clock.today())
        with self._store.reading() as tx:
            return tx.certificates.ending(first, last, is_latest_first=validity is Validity.OVER)

    @needs(Permission.CERTIFICATE_READ)
    def lines(self, keys: Sequence[CertificateId]) -> dict[CertificateId, CertificateLine]:
        """Return the lines of the register that a table shows."""
        with self._store.reading() as tx:
            return {line.id: line for line in tx.certificates.lines(keys=keys, limit=len(keys))}

    @needs(Permission.CERTIFICATE_READ)
    def recent(self, field: str, *, limit: int = 9) -> tuple[str, ...]:
        """Return what was written last as ``purpose`` or ``addressee``, each once."""
        with self._store.reading() as tx:
            return tx.certificates.recent(field, limit=limit)

    @needs(Permission.CERTIFICATE_READ)
    def archived(self, key: CertificateId) -> bytes:
        """Return a certificate's PDF as archived; raises a fault if it was altered."""
        with self._store.transaction() as tx:
            pdf = tx.certificates.paper(key)
            kept = tx.certificates.columns(key)["sha256"]
            tx.audit.add("certificate:residence:opened", key)
        # Outside for the same reason as in find().
        if hashlib.sha256(pdf).hexdigest() != kept:
            raise RefusedError("certificate.altered", id=key)
        return pdf

    @needs(Permission.CERTIFICATE_READ)
    def note_given_out(self, title: str, *, printed: bool, key: str = "") -> Done[None]:
        """Note that the paper *title* is printed or saved; *key* is that of a certificate.

        Asked before the paper leaves: one whose printing fails is noted too.
        """
        with self._store.transaction() as tx:
            act = "certificate:paper:printed" if printed else "certificate:paper:saved"
            tx.audit.add(act, key, title=title)
            is_followed = printed and bool(key) and self._papers.follow(tx, key, Step.PRINT)
        return Done(None, TOUCHED if is_followed else frozenset({Topic.AUDIT}))

    @needs(Permission.CERTIFICATE_READ)
    def seal_uses(self, *, since: date, until: date) -> tuple[SealUse, ...]:
        """Return the register of seal use (用印登记簿), both days included."""
        with self._store.reading() as tx:
            return tx.certificates.seal_uses(since=since, until=until)

    @needs(Permission.CERTIFICATE_READ)
    def seal_register(self, *, since: date, until: date) -> Paper:
        """Return the register of seal use as a paper, marked with who takes it out, when, why."""
        with self._store.reading() as tx:
            uses, made_by = tx.certificates.seal_uses(since=since, until=until), tx.stamp.by
        return self._desk.draw_seal_register(
            SealRegister(
                station=self._settings.current().name,
                first_day=since,
                last_day=until,
                made_by=made_by,
                made_at=local_words(self._clock.now()),
                uses=tuple(map(use_on_paper, uses)),
            )
        )

    def _card(self, resident: Resident) -> ResidenceCard:
        return ResidenceCard(resident=resident, obstacle=self._obstacle(resident))

    def _obstacle(self, resident: Resident) -> Obstacle | None:
        facts = ResidenceFacts(
            standing=resident.standing,
            has_address=bool(resident.living_text),
            verified_on=resident.verified.on if resident.verified else None,
        )
        return obstacle_to_residence(
            facts,
            today=self._clock.today(),
            freshness_days=self._settings.current().freshness_days,
        )

    def _refuse_obstacle(self, resident: Resident) -> None:
        obstacle = self._obstacle(resident)
        if obstacle is not None:
            raise RefusedError(
                obstacle,
                verified_on=resident.verified.on if resident.verified else None,
                days=self._settings.current().freshness_days,
            )

    def _reprint_residence(
        self, tx: Transaction, former: Mapping[str, Any], reason: str
    ) -> Issued:
        request = _request_of(former)
        resident = tx.people.resident(request.resident_id)
        self._refuse_obstacle(resident)
        facts = self._certificate(
            resident, request, reissue_of=former["number"], reissue_reason=reason
        )
        return self._give_out(tx, facts, request, former["id"])

    def _give_out(
        self,
        tx: Transaction,
        facts: ResidenceCertificate,
        request: ResidenceRequest,
        replaces: CertificateId | None,
    ) -> Issued:
        settings = self._settings.current()
        series = next_in_series(tx, word=settings.word_of_numbers(), on=facts.issued_on)
        facts = self._coded(tx, replace(facts, number=series.number), request)
        paper = self._desk.draw_residence(facts)
        columns = {**self._columns(facts, request, settings), "replaces_id": replaces}
        issued = keep_issued(tx, series, paper, columns)
        tx.certificates.note_seal_use(self._seal_use(facts, request, issued, settings))
        tx.audit.add(
            "certificate:residence:issued",
            issued.id,
            reason=request.purpose.strip(),
            number=issued.number,
        )
        return issued

    def _coded(
        self, tx: Transaction, facts: ResidenceCertificate, request: ResidenceRequest
    ) -> ResidenceCertificate:
        document = tx.people.resident(request.resident_id).primary_document()
        code = signing.residence_code(
            tx,
            self._reference.paper_codes,
            facts,
            document=document.kind if document else "",
        )
        return replace(facts, code=code)

    def _columns(
        self, facts: ResidenceCertificate, request: ResidenceRequest, settings: Settings
    ) -> dict[str, object]:
        told = {**asdict(request), "certificate": asdict(facts)}
        return {
            "kind": RESIDENCE,
            "resident_id": request.resident_id,
            "holder": facts.name,
            "purpose": request.purpose.strip(),
            "addressee": request.addressee.strip(),
            "facts": json.dumps(told, ensure_ascii=False, default=str, sort_keys=True),
            "issued_on": facts.issued_on,
            "handled_by": settings.clerk,
            "approved_by": settings.approver,
            "copies": request.copies,
        }

    def _seal_use(
        self,
        facts: ResidenceCertificate,
        request: ResidenceRequest,
        issued: Issued,
        settings: Settings,
    ) -> SealUse:
        return SealUse(
            used_on=facts.issued_on,
            certificate_id=issued.id,
            number=issued.number,
            title=TITLE,
            holder=facts.name,
            purpose=request.purpose.strip(),
            copies=request.copies,
            handled_by=settings.clerk,
            approved_by=settings.approver,
            kept_by=settings.seal_keeper,
        )

    def _certificate(
        self,
        resident: Resident,
        request: ResidenceRequest,
        *,
        reissue_of: str = "",
        reissue_reason: str = "",
    ) -> ResidenceCertificate:
        settings, words = self._settings.current(), self._reference
        document = resident.primary_document()
        verified = resident.verified
        # _refuse_obstacle() has seen to it; the types cannot know.
        if verified is None:
            raise RefusedError(Obstacle.NEVER_VERIFIED)
        return ResidenceCertificate(
            name=resident.particulars.name,
            sex=words.table("sex").name_of(resident.particulars.sex),
            document_kind=words.table("document").name_of(document.kind) if document else "",
            document_number=document.number if document else "",
            address=resident.living_text,
            since=resident.living.since,
            basis=words.table("living_basis").name_of(resident.living.basis),
            hukou_address=resident.hukou.address if request.with_hukou else "",
            verified_on=verified.on,
            verification=words.table("verification").name_of(verified.how),
            verified_by=verified.by,
            purpose=request.purpose.strip(),
            addressee=request.addressee.strip(),
            issued_on=self._clock.today(),
            issuer=settings.name,
            handler=settings.clerk,
            approver=settings.approver,
            validity_days=settings.validity_days,
            credit_code=settings.credit_code,
            phone=settings.phone,
            reissue_of=reissue_of,
            reissue_reason=reissue_reason,
        )


def use_on_paper(use: SealUse) -> papers.SealUse:
    """Return a use of the seal as papers tell it."""
    return papers.SealUse(
        day=use.used_on,
        number=use.number,
        title=use.title,
        purpose=use.purpose,
        copies=use.copies,
        handler=use.handled_by,
        approver=use.approved_by,
        seal_keeper=use.kept_by,
        recipient=use.holder,
    )


def _accept(request: ResidenceRequest) -> None:
    problems = []
    if not request.purpose.strip():
        problems.append(Problem("purpose", "missing"))
    for name, most in (("purpose", PURPOSE_LENGTH), ("addressee", ADDRESSEE_LENGTH)):
        if len(getattr(request, name)) > most:
            problems.append(Problem(name, "too-long", {"most": most}))
    if not 1 <= request.copies <= MOST_COPIES:
        problems.append(Problem("copies", "out-of-range", {"least": 1, "most": MOST_COPIES}))
    if problems:
        raise ValidationFailedError(tuple(problems))


def _refuse_step(state: State, event: Event) -> None:
    if NEXT[state, event] is None:
        raise RefusedError("certificate.not-in-this-state", state=state)


def _request_of(columns: Mapping[str, Any]) -> ResidenceRequest:
    told = json.loads(columns["facts"])
    return ResidenceRequest(
        resident_id=told["resident_id"],
        purpose=told["purpose"],
        addressee=told["addressee"],
        copies=told["copies"],
        with_hukou=told["with_hukou"],
    )
