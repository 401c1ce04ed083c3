"""The papers of requests: drafts of what is asked for, and the paper with its number.

Shared by whoever approves and whoever gives out anew; each within its own transaction and
behind its own permission.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from station_app.domain.certificate_requests import NEXT, Stage, Step, obstacle_to
from station_app.domain.certificates import CertificateId, ResidenceFacts, SealUse
from station_app.domain.errors import RefusedError
from station_app.domain.numerals import day_in_figures, day_in_words, month_in_figures
from station_app.domain.paper_code.claims import Claims
from station_app.domain.residents.people import ResidentId
from station_app.services.certificates import signing
from station_app.services.certificates.issued import keep_issued, next_in_series
from station_app.services.certificates.papers import Certificate
from station_app.services.privacy import seen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.certificate_requests import CertificateRequest, Evidence, RequestDraft
    from station_app.domain.certificates import Obstacle
    from station_app.domain.clock import Clock
    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.domain.residents.people import Resident
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.issued import Issued
    from station_app.services.settings import SettingsService
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction

FOREVER = date(2999, 12, 31)
"""What the code says of a paper that holds without end."""


class RequestPapers:
    """Makes what stands on the paper of a request, and gives it its number."""

    def __init__(
        self, settings: SettingsService, reference: Reference, clock: Clock, *, desk: PaperDesk
    ) -> None:
        self._settings = settings
        self._reference = reference
        self._clock = clock
        self._desk = desk

    def template(self, kind: str) -> PaperTemplate:
        """Return the template of *kind*.

        Raises :class:`RefusedError` ``certificate.no-template`` if there is none that holds
        today.
        """
        found = self._desk.templates.get(kind)
        if found is None or not found.holds_on(self._clock.today()):
            raise RefusedError("certificate.no-template")
        return found

    def obstacle(self, resident: Resident, template: PaperTemplate) -> Obstacle | None:
        """Return what forbids a paper made from *template* for *resident*, or None."""
        return obstacle_to(
            template.demands,
            ResidenceFacts(
                standing=resident.standing,
                has_address=bool(resident.living_text),
                verified_on=resident.verified.on if resident.verified else None,
            ),
            today=self._clock.today(),
            freshness_days=self._settings.current().freshness_days,
        )

    def refuse_obstacle(self, resident: Resident, template: PaperTemplate) -> None:
        """Raise :class:`RefusedError` with what forbids the paper, if anything does."""
        obstacle = self.obstacle(resident, template)
        if obstacle is not None:
            raise RefusedError(
                obstacle,
                verified_on=resident.verified.on if resident.verified else None,
                days=self._settings.current().freshness_days,
            )

    def draft(
        self, resident: Resident, draft: RequestDraft, evidence: tuple[Evidence, ...]
    ) -> Paper:
        """Return the paper as it would be: marked as not valid, without a number."""
        facts = self._facts(resident, draft, evidence)
        told = Certificate(kind=draft.kind, facts=facts, answers=draft.answers)
        return self._desk.draw_certificate(told)

    def issue(
        self, tx: Transaction, request: CertificateRequest, *, approver: str, version: int
    ) -> Issued:
        """Approve *request*: number, paper, archive, use of the seal.

        Raises :class:`RefusedError` for one that does not wait for approval, or with what
        forbids the paper today.
        """
        after = step_of(request.stage, Step.APPROVE)
        issued = self._give_out(tx, request, approver, {})
        values = {
            "stage": after,
            "approved_by": approver,
            "approved_on": self._clock.today(),
            "certificate_id": issued.id,
        }
        tx.certificate_requests.change(request.id, values, version=version)
        tx.audit.add(
            "certificate:request:approved",
            request.id,
            reason=request.draft.purpose,
            number=issued.number,
        )
        return issued

    def reissue(
        self,
        tx: Transaction,
        request: CertificateRequest,
        former: Mapping[str, Any],
        reason: str,
    ) -> Issued:
        """Give out the paper of *request* anew, in the place of *former* (补发)."""
        after = step_of(request.stage, Step.REISSUE)
        again = {"reissue.of": former["number"], "reissue.reason": reason}
        issued = self._give_out(tx, request, request.approved_by, again, former["id"])
        values = {
            "stage": after,
            "certificate_id": issued.id,
            "printed": 0,
            "collected_by": "",
            "relation": "",
            "collected_on": None,
            "archived_on": None,
            "reason": reason,
        }
        tx.certificate_requests.change(request.id, values, version=request.version)
        tx.audit.add(
            "certificate:request:reissued", request.id, reason=reason, number=issued.number
        )
        return issued

    def follow(self, tx: Transaction, key: str, step: Step, *, reason: str = "") -> bool:
        """Take the request along that led to the certificate *key*; whether there was one."""
        request = tx.certificate_requests.of_certificate(key)
        after = NEXT[request.stage, step] if request is not None else None
        if request is None or after is None:
            return False
        values: dict[str, object] = {"stage": after}
        if step is Step.PRINT:
            values["printed"] = request.printed + 1
        if step is Step.VOID:
            # where two devices approved it, the other paper stands
            others = tx.certificates.others_of_request(request.id, CertificateId(key))
            values = {"certificate_id": others[0]} if others else {**values, "reason": reason}
        tx.certificate_requests.change(request.id, values, version=request.version)
        return True

    def stand_by(self, tx: Transaction, former: Mapping[str, Any]) -> None:
        """Let the request that *former* was given out for, now void, stand by its other paper.

        There is one where two devices approved it. The review asks which one it is; to make
        one of them void is the answer, which closes the question wherever it arrives.
        """
        key = json.loads(former["facts"]).get("request", "")
        if not key:
            return
        stands = tx.certificate_requests.request(key).certificate_id
        if stands in tx.certificates.others_of_request(key, former["id"]):
            resolving = tx.exchange.resolving(tx.stamp)
            table = tx.exchange.declaration.by_name["certificate_request"]
            resolving.write(table, key, "certificate_id", stands)
            resolving.finish()

    def _give_out(
        self,
        tx: Transaction,
        request: CertificateRequest,
        approver: str,
        again: Mapping[str, str],
        replaces: CertificateId | None = None,
    ) -> Issued:
        settings, today, draft = self._settings.current(), self._clock.today(), request.draft
        resident = tx.people.resident(ResidentId(draft.resident_id))
        template = self.template(draft.kind)
        self.refuse_obstacle(resident, template)
        series = next_in_series(tx, word=settings.word_of_numbers(), on=today)
        facts = self._facts(resident, draft, request.evidence)
        facts |= {"paper.number": series.number, "issuer.handler": request.handled_by}
        facts |= {"issuer.approver": approver, **again}
        told = Certificate(kind=draft.kind, facts=facts, answers=draft.answers)
        facts["paper.code"] = code = self._code(tx, told, resident, template)
        columns = {
            "kind": draft.kind,
            "resident_id": draft.resident_id,
            "holder": resident.particulars.name,
            "purpose": draft.purpose,
            "addressee": draft.addressee,
            # what was answered stays with the request, which does not go to every laptop
            "facts": json.dumps(
                {"certificate": {"code": code}, "request": request.id, **self._end(template)}
            ),
            "issued_on": today,
            "handled_by": request.handled_by,
            "approved_by": approver,
            "copies": draft.copies,
            "replaces_id": replaces,
        }
        issued = keep_issued(tx, series, self._desk.draw_certificate(told), columns)
        use = self._seal_use(issued, request, template, approver)
        tx.certificates.note_seal_use(use)
        return issued

    def _seal_use(
        self, issued: Issued, request: CertificateRequest, template: PaperTemplate, approver: str
    ) -> SealUse:
        return SealUse(
            used_on=self._clock.today(),
            certificate_id=issued.id,
            number=issued.number,
            title=template.title,
            holder=request.holder,
            purpose=request.draft.purpose or template.title,
            copies=request.draft.copies * max(1, len(template.page.copies)),
            handled_by=request.handled_by,
            approved_by=approver,
            kept_by=self._settings.current().seal_keeper,
        )

    def _code(
        self, tx: Transaction, told: Certificate, resident: Resident, template: PaperTemplate
    ) -> str:
        today, days = self._clock.today(), self._days(template)
        claims = Claims(
            kind=self._reference.paper_codes.numbers[told.kind],
            number=told.facts["paper.number"],
            issued_on=today,
            valid_to=today + timedelta(days=days) if days else FOREVER,
            document=told.facts["holder.document_masked"],
            name=resident.particulars.name,
            facts=self._desk.code_facts(told),
        )
        issuer = self._settings.current().name
        return signing.signed_code(tx, self._reference.paper_codes, claims, issuer=issuer)

    def _end(self, template: PaperTemplate) -> dict[str, str]:
        """Return the last day of a paper that has one, as it is kept."""
        days = self._days(template)
        end = self._clock.today() + timedelta(days=days)
        return {"valid_to": end.isoformat()} if days else {}

    def _days(self, template: PaperTemplate) -> int:
        days = template.validity_days
        return self._settings.current().validity_days if days is None else days

    def _facts(
        self, resident: Resident, draft: RequestDraft, evidence: tuple[Evidence, ...]
    ) -> dict[str, str]:
        settings, today = self._settings.current(), self._clock.today()
        days = self._days(self.template(draft.kind))
        return {
            "paper.issued_on": day_in_figures(today),
            "paper.issued_on_words": day_in_words(today),
            "paper.validity_days": str(days) if days else "",
            "paper.valid_until": day_in_figures(today + timedelta(days=days)) if days else "",
            "issuer.name": settings.name,
            "issuer.phone": settings.phone,
            "issuer.credit_code": settings.credit_code,
            "issuer.handler": settings.clerk,
            "issuer.approver": settings.approver,
            "request.purpose": draft.purpose.strip(),
            "request.addressee": draft.addressee.strip(),
            **self._holder(resident),
            **self._proof(resident, evidence),
        }

    def _holder(self, resident: Resident) -> dict[str, str]:
        words, document = self._reference, resident.primary_document()
        number, kind = (document.number, document.kind) if document else ("", "")
        living, born = resident.living, resident.particulars.born
        return {
            "holder.name": resident.particulars.name,
            "holder.sex": words.table("sex").name_of(resident.particulars.sex),
            "holder.born": day_in_figures(born) if born else "",
            "holder.document_kind": words.table("document").name_of(kind) if kind else "",
            "holder.document_number": number,
            "holder.document_masked": (
                seen("document", "number", number, kind=kind) if number else ""
            ),
            "holder.address": resident.living_text,
            "holder.since": month_in_figures(living.since) if living.since else "",
            "holder.living_basis": words.table("living_basis").name_of(living.basis),
            "holder.hukou_address": resident.hukou.address,
        }

    def _proof(self, resident: Resident, evidence: tuple[Evidence, ...]) -> dict[str, str]:
        ways = self._reference.table("verification")
        found = [(each.on, ways.name_of(each.how), each.by) for each in evidence]
        if not found and resident.verified is not None:
            fact = resident.verified
            found = [(fact.on, ways.name_of(fact.how), fact.by)]
        return {
            "evidence.on": day_in_figures(max(on for on, _, _ in found)) if found else "",
            "evidence.told": "、".join(dict.fromkeys(how for _, how, _ in found)),
            "evidence.by": "、".join(dict.fromkeys(by for _, _, by in found if by)),
        }


def step_of(stage: Stage, step: Step) -> Stage:
    """Return the stage after *step*.

    Raises :class:`RefusedError` ``certificate.not-in-this-stage`` if it is not possible.
    """
    after = NEXT[stage, step]
    if after is None:
        raise RefusedError("certificate.not-in-this-stage", stage=stage)
    return after


def revoke(tx: Transaction, former: Mapping[str, Any], on: date) -> None:
    """Note that the code of *former* holds no more."""
    # papers of before the codes have none to revoke
    code = json.loads(former["facts"])["certificate"].get("code", "")
    if code:
        tx.paper_keys.revoke(signing.handle_in(code), on)
