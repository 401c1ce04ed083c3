"""Certificates of any kind: asked for, verified, approved, handed out, filed.

A certificate is asked for by a clerk and proved with evidence; it gets its number when
whoever may has approved it, and nothing is printed before. What is printed, void or given
out anew is told to the request by :mod:`station_app.services.certificates.issuing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_requests import (
    RequestId,
    Stage,
    Step,
    problems_with,
    problems_with_collector,
    problems_with_evidence,
)
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.residents.people import ResidentId
from station_app.services.certificates import collecting
from station_app.services.certificates.request_papers import step_of
from station_app.services.certificates.serving import AskedPapers
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from station_app.domain.certificate_requests import (
        CertificateRequest,
        Collector,
        Evidence,
        RequestDraft,
    )
    from station_app.domain.certificates import Obstacle
    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.domain.residents.people import Resident
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.issued import Issued
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.CERTIFICATES, Topic.AUDIT})
REASON_LENGTH = 120
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A kind of certificate as it is offered for somebody: why not, if it may not be."""

    template: PaperTemplate
    obstacle: Obstacle | None


class CertificateRequestService(AskedPapers):
    """The use cases of certificates that are asked for."""

    _previewed: str | None = None

    @needs(Permission.CERTIFICATE_READ)
    def templates(self) -> tuple[PaperTemplate, ...]:
        """Return the templates that hold today, in the order of the list of what is ours."""
        today, found = self._clock.today(), self._desk.templates
        order = [each.id for each in self._reference.legitimate]
        return tuple(
            found[kind] for kind in order if kind in found and found[kind].holds_on(today)
        )

    @needs(Permission.CERTIFICATE_READ)
    def offers(self, key: ResidentId) -> tuple[Offer, ...]:
        """Return every kind of certificate, and what forbids it for the resident *key*."""
        with self._store.reading() as tx:
            resident = tx.people.resident(key)
        return tuple(
            Offer(template=each, obstacle=self._papers.obstacle(resident, each))
            for each in self.templates()
        )

    @needs(Permission.CERTIFICATE_ISSUE)
    def preview(self, draft: RequestDraft, evidence: Iterable[Evidence] = ()) -> Paper:
        """Return the paper as it would be, marked as not valid and without a number.

        What was not answered yet is left blank. The audit notes whose paper it was, once.
        Raises :class:`RefusedError` with what forbids it.
        """
        template = self._papers.template(draft.kind)
        with self._store.reading() as tx:
            resident = tx.people.resident(ResidentId(draft.resident_id))
        self._papers.refuse_obstacle(resident, template)
        if self._previewed != draft.resident_id:
            with self._store.transaction() as tx:
                tx.audit.add("certificate:request:previewed", draft.resident_id)
            self._previewed = draft.resident_id
        return self._papers.draft(resident, draft, tuple(evidence))

    @needs(Permission.CERTIFICATE_ISSUE)
    def draw_up(self, draft: RequestDraft) -> Done[RequestId]:
        """Keep what is asked for, to be verified and approved.

        Raises :class:`ValidationFailedError` for what is wrong with it, and
        :class:`RefusedError` with what forbids it.
        """
        self._accept(draft)
        key = RequestId(new_key())
        with self._store.transaction() as tx:
            resident = self._fit(tx, draft)
            tx.certificate_requests.add(
                key,
                draft,
                holder=resident.particulars.name,
                on=self._clock.today(),
                handled_by=self._handler(),
            )
            tx.audit.add("certificate:request:drawn-up", key, reason=draft.purpose.strip())
        return Done(key, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def hand_in(
        self, draft: RequestDraft, evidence: Evidence, *, again: CertificateRequest | None = None
    ) -> Done[RequestId]:
        """Draw up, prove and hand in for approval in one go: what is done at the window.

        *again* is the request that was sent back, as it was last seen. Raises what
        :meth:`draw_up`, :meth:`correct` and :meth:`prove` raise.
        """
        template = self._papers.template(draft.kind)
        refuse((*problems_with(draft, template), *self._problems_with(evidence)))
        key = RequestId(new_key()) if again is None else again.id
        with self._store.transaction() as tx:
            resident = self._fit(tx, draft)
            kept, requests = again, tx.certificate_requests
            if kept is None:
                name, on = resident.particulars.name, self._clock.today()
                requests.add(key, draft, holder=name, on=on, handled_by=self._handler())
                kept = requests.request(key)
            else:
                step_of(requests.request(key).stage, Step.CORRECT)
                requests.correct(key, draft, version=kept.version)
            requests.add_evidence(key, evidence)
            values = {
                "stage": Stage.VERIFIED,
                "verified_on": self._clock.today(),
                "reason": "",
            }
            version = kept.version + (0 if again is None else 1)
            requests.change(key, values, version=version)
            tx.audit.add("certificate:request:handed-in", key, reason=draft.purpose.strip())
        return Done(key, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def correct(self, key: RequestId, draft: RequestDraft, *, version: int) -> Done[None]:
        """Replace what is asked for; kind and person stay as they are."""
        self._accept(draft)
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            step_of(request.stage, Step.CORRECT)
            if (draft.kind, draft.resident_id) != (request.draft.kind, request.draft.resident_id):
                raise RefusedError("certificate.another-request")
            self._fit(tx, draft)
            tx.certificate_requests.correct(key, draft, version=version)
            tx.audit.add("certificate:request:corrected", key)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def prove(self, key: RequestId, evidence: Evidence) -> Done[None]:
        """Add how the facts were made sure of."""
        refuse(self._problems_with(evidence))
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            step_of(request.stage, Step.PROVE)
            tx.certificate_requests.add_evidence(key, evidence)
            tx.audit.add("certificate:request:proved", key, how=evidence.how)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def verify(self, key: RequestId, *, version: int) -> Done[None]:
        """Hand the request in for approval.

        Raises :class:`RefusedError` ``certificate.no-evidence`` without any.
        """
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            after = step_of(request.stage, Step.VERIFY)
            if not request.evidence:
                raise RefusedError("certificate.no-evidence")
            self._fit(tx, request.draft)
            values = {"stage": after, "verified_on": self._clock.today(), "reason": ""}
            tx.certificate_requests.change(key, values, version=version)
            tx.audit.add("certificate:request:verified", key)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_APPROVE)
    def send_back(self, key: RequestId, reason: str, *, version: int) -> Done[None]:
        """Give the request back to be corrected or proved."""
        refuse_reason(reason)
        with self._store.transaction() as tx:
            after = step_of(tx.certificate_requests.request(key).stage, Step.SEND_BACK)
            values = {"stage": after, "verified_on": None, "reason": reason.strip()}
            tx.certificate_requests.change(key, values, version=version)
            tx.audit.add("certificate:request:sent-back", key, reason=reason.strip())
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_APPROVE)
    def approve(self, key: RequestId, *, version: int) -> Done[Issued]:
        """Approve the request: number, paper, archive, register of the seal.

        Raises :class:`RefusedError` ``certificate.approver-keeps-seal`` to whoever keeps
        the seal, and what else forbids the paper today.
        """
        approver = self._approver()
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            issued = self._papers.issue(tx, request, approver=approver, version=version)
        self._mark()
        return Done(issued, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def withdraw(self, key: RequestId, reason: str, *, version: int) -> Done[None]:
        """Take the request back before it was approved; what has a number is made void."""
        refuse_reason(reason)
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            after = step_of(request.stage, Step.VOID)
            if request.certificate_id is not None:
                raise RefusedError("certificate.has-number")
            values = {"stage": after, "reason": reason.strip()}
            tx.certificate_requests.change(key, values, version=version)
            tx.audit.add("certificate:request:withdrawn", key, reason=reason.strip())
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def hand_over(self, key: RequestId, collector: Collector, *, version: int) -> Done[None]:
        """Note who took the paper along, his card having been looked at."""
        refuse(problems_with_collector(collector))
        today = self._clock.today()
        with self._store.transaction() as tx:
            given = collecting.hand_over(tx, key, collector, on=today, version=version)

        def revert() -> Done[object]:
            return self.take_back(key, version=given)

        return Done(None, TOUCHED, revert)

    @needs(Permission.CERTIFICATE_ISSUE)
    def take_back(self, key: RequestId, *, version: int) -> Done[None]:
        """Note that the paper was not taken along after all: it lies at the window."""
        with self._store.transaction() as tx:
            collecting.take_back(tx, key, version=version)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def archive(self, key: RequestId, *, version: int) -> Done[None]:
        """Note that stub and evidence were filed."""
        with self._store.transaction() as tx:
            after = step_of(tx.certificate_requests.request(key).stage, Step.ARCHIVE)
            values = {"stage": after, "archived_on": self._clock.today()}
            tx.certificate_requests.change(key, values, version=version)
            tx.audit.add("certificate:request:archived", key)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_READ)
    def request(self, key: RequestId) -> CertificateRequest:
        """Return the request *key*."""
        with self._store.reading() as tx:
            return tx.certificate_requests.request(key)

    @needs(Permission.CERTIFICATE_READ)
    def waiting(self, stages: Iterable[Stage]) -> tuple[CertificateRequest, ...]:
        """Return the requests in *stages*, the latest first."""
        with self._store.reading() as tx:
            return tx.certificate_requests.waiting(stages, limit=MOST_SHOWN)

    @needs(Permission.CERTIFICATE_READ)
    def counts(self) -> dict[Stage, int]:
        """Return how many requests there are in each stage."""
        with self._store.reading() as tx:
            return tx.certificate_requests.counts()

    def _accept(self, draft: RequestDraft) -> None:
        refuse(problems_with(draft, self._papers.template(draft.kind)))

    def _problems_with(self, evidence: Evidence) -> tuple[Problem, ...]:
        return problems_with_proof(evidence, self._reference, self._clock.today())

    def _fit(self, tx: Transaction, draft: RequestDraft) -> Resident:
        resident = tx.people.resident(ResidentId(draft.resident_id))
        self._papers.refuse_obstacle(resident, self._papers.template(draft.kind))
        return resident


def problems_with_proof(
    evidence: Evidence, reference: Reference, today: date
) -> tuple[Problem, ...]:
    """Return all that keeps *evidence* from being accepted today."""
    hows = frozenset(each.code for each in reference.table("verification").entries)
    return problems_with_evidence(evidence, hows=hows, today=today)


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise ValidationFailedError with *problems*, if there are any."""
    if problems:
        raise ValidationFailedError(problems)


def refuse_reason(reason: str) -> None:
    """Raise ValidationFailedError for a reason that says nothing, or too much."""
    if not reason.strip():
        refuse((Problem("reason", "missing"),))
    if len(reason) > REASON_LENGTH:
        refuse((Problem("reason", "too-long", {"most": REASON_LENGTH}),))
