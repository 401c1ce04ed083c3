"""Certificates of one occasion for many people (成批): drawn up, approved as one act, printed.

Approving gives each its number in a transaction of its own, one after another: whatever
stops it, what has a number has its paper, its place in the archive and its line in the
register of the seal, and nobody gets two. The rest goes on when it is approved again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_batches import (
    MOST,
    OCCASION_LENGTH,
    BatchId,
    HandedOut,
    Outcome,
    Refusal,
)
from station_app.domain.certificate_requests import (
    WITH_NUMBER,
    RequestDraft,
    RequestId,
    Stage,
    Step,
    problems_with,
    problems_with_collector,
)
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import (
    CancelledError,
    Problem,
    RefusedError,
)
from station_app.domain.keys import new_key
from station_app.services.certificates import collecting
from station_app.services.certificates.drawing.binding import bound
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.matching import Matching
from station_app.services.certificates.request_papers import step_of
from station_app.services.certificates.requesting import problems_with_proof, refuse, refuse_reason
from station_app.services.certificates.serving import AskedPapers
from station_app.services.permissions import needs
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from station_app.domain.certificate_batches import Batch, Match, Member
    from station_app.domain.certificate_requests import Collector, Evidence
    from station_app.domain.residents.people import ResidentId
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.progress import Progress
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.CERTIFICATES, Topic.AUDIT})
MOST_SHOWN = 200


class CertificateBatchService(AskedPapers):
    """The use cases of batches."""

    @needs(Permission.CERTIFICATE_ISSUE)
    def match(self, kind: str, text: str) -> tuple[Match, ...]:
        """Return who the lines of *text* are, and who of them may have a certificate of *kind*.

        Raises :class:`ValidationFailedError` for more people than a batch may have.
        """
        with self._store.reading() as tx:
            return self._matching(tx, kind).of_text(text)

    @needs(Permission.CERTIFICATE_ISSUE)
    def match_list(self, kind: str, key: str) -> tuple[Match, ...]:
        """Return who is on the saved list *key*, as :meth:`match` does."""
        with self._store.reading() as tx:
            return self._matching(tx, kind).of_list(key, today=self._clock.today())

    @needs(Permission.CERTIFICATE_ISSUE)
    def draw_up(
        self, draft: RequestDraft, people: Sequence[ResidentId], evidence: Evidence, occasion: str
    ) -> Done[BatchId]:
        """Draw up the same certificate for all of *people*, and hand it in for approval.

        Raises :class:`ValidationFailedError` for what is wrong with it, :class:`RefusedError`
        with what forbids one of them, and ``GlyphMissingError``; then nothing is kept.
        """
        self._accept(draft, people, evidence, occasion)
        key, today, handler = BatchId(new_key()), self._clock.today(), self._handler()
        with self._store.transaction() as tx:
            requests = tx.certificate_requests
            keys = [RequestId(new_key()) for _ in people]
            for request, person in zip(keys, people, strict=True):
                own = self._own(tx, draft, person)
                requests.add(request, own[0], holder=own[1], on=today, handled_by=handler)
                requests.add_evidence(request, evidence)
                values = {"stage": Stage.VERIFIED, "verified_on": today}
                requests.change(request, values, version=1)
            values = {"kind": draft.kind, "occasion": occasion.strip(), "drawn_up_on": today}
            tx.certificate_batches.add(key, {**values, "handled_by": handler}, keys)
            tx.audit.add(
                "certificate:batch:drawn-up", key, title=occasion.strip(), count=len(keys)
            )
        return Done(key, TOUCHED)

    @needs(Permission.CERTIFICATE_APPROVE)
    def approve(self, key: BatchId, progress: Progress | None = None) -> Done[Outcome]:
        """Approve the batch *key*: one number and paper after another for all that wait.

        When *progress* is no longer wanted it stops between two of them and tells how far
        it came; approving again goes on. Raises :class:`RefusedError`
        ``certificate.approver-keeps-seal`` and ``certificate.batch-done``.
        """
        approver = self._approver()
        waiting = self._begin(key, approver)
        watched, refused, issued = progress or Silence(), [], 0
        is_cancelled = False
        for number, member in enumerate(waiting):
            try:
                watched.step(number, len(waiting), "issuing")
            except CancelledError:
                is_cancelled = True
                break
            try:
                self._issue(member.request_id, approver)
                issued += 1
            except (RefusedError, GlyphMissingError) as error:
                reason = error.reason if isinstance(error, RefusedError) else error.code
                refused.append(Refusal(holder=member.holder, reason=str(reason)))
        outcome = Outcome(
            issued=issued,
            left=len(waiting) - issued,
            refused=tuple(refused),
            is_cancelled=is_cancelled,
        )
        return Done(outcome, TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def give_up(self, key: BatchId, reason: str) -> Done[int]:
        """Withdraw what of the batch *key* has no number yet; return how many it was."""
        refuse_reason(reason)
        with self._store.transaction() as tx:
            waiting = tx.certificate_batches.batch(key).waiting
            for member in waiting:
                request = tx.certificate_requests.request(member.request_id)
                values = {"stage": step_of(request.stage, Step.VOID), "reason": reason.strip()}
                tx.certificate_requests.change(request.id, values, version=request.version)
            tx.audit.add(
                "certificate:batch:given-up", key, reason=reason.strip(), count=len(waiting)
            )
        return Done(len(waiting), TOUCHED)

    @needs(Permission.CERTIFICATE_ISSUE)
    def hand_over(
        self, key: BatchId, chosen: Iterable[RequestId], collector: Collector
    ) -> Done[HandedOut]:
        """Note that *collector* took along the papers of those *chosen*, all in one act.

        Whose paper is void, gone or not yet printed is left alone and named. Raises
        :class:`ValidationFailedError` for what is wrong with the collector or when nobody
        is chosen, and :class:`RefusedError` ``certificate.batch-nothing-here`` when there
        is nothing to be taken along.
        """
        wanted = frozenset(chosen)
        nobody = () if wanted else (Problem("members", "missing"),)
        refuse((*problems_with_collector(collector), *nobody))
        today = self._clock.today()
        with self._store.transaction() as tx:
            batch = tx.certificate_batches.batch(key)
            members = [each for each in batch.members if each.request_id in wanted]
            here = [each for each in members if each.stage is Stage.PRINTED]
            if not here:
                raise RefusedError("certificate.batch-nothing-here")
            tx.audit.add("certificate:batch:collected", key, title=batch.occasion, count=len(here))
            given = {
                each.request_id: collecting.hand_over(
                    tx, each.request_id, collector, on=today, version=each.version
                )
                for each in here
            }
        left = tuple(each for each in members if each.request_id not in given)

        def revert() -> Done[object]:
            return self.take_back(key, given)

        return Done(HandedOut(given=given, left=left), TOUCHED, revert)

    @needs(Permission.CERTIFICATE_ISSUE)
    def take_back(self, key: BatchId, given: Mapping[RequestId, int]) -> Done[None]:
        """Note that the papers of *given* were not taken along after all, all or none.

        Raises :class:`EditConflictError` when one of them has moved on since.
        """
        with self._store.transaction() as tx:
            batch = tx.certificate_batches.batch(key)
            tx.audit.add(
                "certificate:batch:uncollected", key, title=batch.occasion, count=len(given)
            )
            for request, version in given.items():
                collecting.take_back(tx, request, version=version)
        return Done(None, TOUCHED)

    @needs(Permission.CERTIFICATE_READ)
    def batches(self) -> tuple[Batch, ...]:
        """Return the batches, the latest first."""
        with self._store.reading() as tx:
            return tx.certificate_batches.all(limit=MOST_SHOWN)

    @needs(Permission.CERTIFICATE_READ)
    def batch(self, key: BatchId) -> Batch:
        """Return the batch *key*."""
        with self._store.reading() as tx:
            return tx.certificate_batches.batch(key)

    @needs(Permission.CERTIFICATE_READ)
    def papers(
        self, key: BatchId, progress: Progress | None = None, *, printer: str | None = None
    ) -> Paper:
        """Return the archived papers of the batch *key* as one PDF, in their order.

        With the name of a *printer* it has the fields only, for forms. Raises
        :class:`RefusedError` ``certificate.batch-empty``, and what forbids a form.
        """
        with self._store.transaction() as tx:
            issued = tx.certificate_batches.batch(key).issued
            if not issued:
                raise RefusedError("certificate.batch-empty")
            alignment = None if printer is None else tx.printers.alignment(printer)
            tx.audit.add("certificate:batch:opened", key, count=len(issued))

        def pages() -> Iterator[bytes]:
            for member in issued:
                with self._store.reading() as reading:
                    pdf = reading.certificates.paper(member.certificate_id)  # type: ignore[arg-type] # it has a number
                yield pdf if alignment is None else self._desk.onto_form(pdf, alignment).pdf

        return bound(pages(), len(issued), progress or Silence())

    @needs(Permission.CERTIFICATE_READ)
    def note_given_out(self, key: BatchId, *, printed: bool) -> Done[None]:
        """Note that the papers of the batch *key* are printed or saved, before they are."""
        with self._store.transaction() as tx:
            issued = tx.certificate_batches.batch(key).issued
            act = "certificate:batch:printed" if printed else "certificate:batch:saved"
            tx.audit.add(act, key, count=len(issued))
            for member in issued if printed else ():
                self._papers.follow(tx, str(member.certificate_id), Step.PRINT)
        return Done(None, TOUCHED)

    def _matching(self, tx: Transaction, kind: str) -> Matching:
        return Matching(tx, self._papers, self._papers.template(kind), self._desk.missing)

    def _accept(
        self,
        draft: RequestDraft,
        people: Sequence[ResidentId],
        evidence: Evidence,
        occasion: str,
    ) -> None:
        template = self._papers.template(draft.kind)
        if not template.is_for_many:
            raise RefusedError("certificate.not-for-many")
        problems = [
            *problems_with(draft, template),
            *problems_with_proof(evidence, self._reference, self._clock.today()),
        ]
        if not occasion.strip():
            problems.append(Problem("occasion", "missing"))
        if len(occasion) > OCCASION_LENGTH:
            problems.append(Problem("occasion", "too-long", {"most": OCCASION_LENGTH}))
        if not people:
            problems.append(Problem("people", "missing"))
        if len(people) > MOST:
            problems.append(Problem("people", "too-many", {"most": MOST}))
        if len(set(people)) < len(people):
            problems.append(Problem("people", "twice"))
        refuse(tuple(problems))

    def _own(
        self, tx: Transaction, draft: RequestDraft, person: ResidentId
    ) -> tuple[RequestDraft, str]:
        """Return what is asked for *person*, and his name."""
        resident = tx.people.resident(person)
        self._papers.refuse_obstacle(resident, self._papers.template(draft.kind))
        name = resident.particulars.name
        said = "".join((name, draft.purpose, draft.addressee, *draft.answers.values()))
        if lacking := self._desk.missing("".join(said.split())):
            raise GlyphMissingError(lacking)
        return draft.for_person(person), name

    def _begin(self, key: BatchId, approver: str) -> tuple[Member, ...]:
        """Note that the batch is approved; return who waits."""
        with self._store.transaction() as tx:
            batch = tx.certificate_batches.batch(key)
            if not batch.waiting:
                raise RefusedError("certificate.batch-done")
            values = {"approved_by": approver, "approved_on": self._clock.today()}
            tx.certificate_batches.change(key, values, version=batch.version)
            tx.audit.add(
                "certificate:batch:approved", key, title=batch.occasion, count=len(batch.waiting)
            )
        return batch.waiting

    def _issue(self, key: RequestId, approver: str) -> None:
        with self._store.transaction() as tx:
            request = tx.certificate_requests.request(key)
            # read anew: somebody else may have gone on with it meanwhile
            if request.stage in WITH_NUMBER:
                return
            self._papers.issue(tx, request, approver=approver, version=request.version)
        self._mark()
