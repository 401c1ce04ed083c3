"""Requests about own data: received, worked at, answered, refused, closed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import number_of
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.domain.residents.people import ResidentId, problems_with
from station_app.domain.rights.guardians import is_child
from station_app.domain.rights.requests import (
    NEXT,
    OPEN,
    WORD,
    Event,
    RequestId,
    State,
    View,
    due_on,
    problems_with_request,
)
from station_app.services.permissions import needs
from station_app.services.residents.writing import PersonChange
from station_app.services.use_cases import UseCases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from typing import Any

    from station_app.domain.residents.history import Change
    from station_app.domain.residents.people import ResidentDraft
    from station_app.domain.rights.requests import Request, RequestDraft
    from station_app.domain.rights.rules import FieldGroup
    from station_app.domain.rights.withholding import Consequence
    from station_app.services.residents.writing import ResidentWriter
    from station_app.services.rights.erasing import Ended, Erasing
    from station_app.services.use_cases import Usual
    from station_app.store.transaction import Transaction

TOUCHED = frozenset({Topic.RIGHTS, Topic.AUDIT})
TOUCHED_DATA = TOUCHED | {Topic.RESIDENTS}
KIND = "request"
STEPPED = ("state", "answer", "ground", "answered_on", "handled_by")
ANSWER_LENGTH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is said with a step: the answer, the ground of a refusal, who handles it."""

    answer: str = ""
    ground: str = ""
    handled_by: str = ""


NOTHING_SAID = Step()


class RequestService(UseCases):
    """The use cases of the register of requests (个人信息权益请求登记簿)."""

    def __init__(
        self,
        *usual: *Usual,
        writer: ResidentWriter,
        erasing: Erasing,
        mark: Callable[[], None],
    ) -> None:
        super().__init__(*usual)
        self._writer, self._erasing, self._mark = writer, erasing, mark

    @needs(Permission.RIGHTS_MANAGE)
    def receive(self, draft: RequestDraft) -> Done[RequestId]:
        """Enter a request into the register: it gets its number and the day it is due."""
        key, today = RequestId(new_key()), self._clock.today()
        with self._store.transaction() as tx:
            received = self._accept(tx, draft)
            serial = tx.numbering.next_serial(WORD, today.year)
            number = number_of(word=WORD, year=today.year, serial=serial)
            values = {
                "number": number,
                "state": State.RECEIVED,
                "due_on": self._due_on(received),
                "handled_by": self._settings.current().clerk,
            }
            tx.requests.add(key, draft, values)
            tx.history.note(KIND, key, "received")
            tx.audit.add("request:record:received", key, number=number, kind=draft.kind)
        self._mark()
        return Done(key, TOUCHED, lambda: self._set_binned(key, binned=True))

    @needs(Permission.RIGHTS_MANAGE)
    def correct_entry(self, key: RequestId, draft: RequestDraft, *, version: int) -> Done[None]:
        """Replace what was entered of a request that is still open, last seen at *version*."""
        with self._store.transaction() as tx:
            former = tx.requests.request(key)
            _refuse_unless_open(former)
            received = self._accept(tx, draft)
            values = {**asdict(draft), "due_on": self._due_on(received)}
            tx.requests.change(key, values, version=version)
            before = asdict(former.particulars)
            tx.history.note_fields(KIND, key, "corrected", before=before, after=asdict(draft))
            tx.audit.add("request:record:corrected", key)

        def revert() -> Done[object]:
            return self.correct_entry(key, former.particulars, version=version + 1)

        return Done(None, TOUCHED, revert)

    @needs(Permission.RIGHTS_MANAGE)
    def advance(
        self, key: RequestId, event: Event, said: Step = NOTHING_SAID, *, version: int
    ) -> Done[None]:
        """Let *event* happen to a request last seen at *version*.

        An answer needs words, a refusal its legal ground. Raises
        :class:`RefusedError` ``rights.not-in-this-state``.
        """
        self._accept_step(event, said)
        with self._store.transaction() as tx:
            former = tx.requests.request(key)
            state = NEXT[former.state, event]
            if state is None:
                raise RefusedError("rights.not-in-this-state", state=former.state)
            values: dict[str, object] = {"state": state}
            if event in {Event.ANSWER, Event.REFUSE}:
                values |= {
                    "answer": said.answer.strip(),
                    "ground": said.ground,
                    "answered_on": self._clock.today(),
                    "handled_by": said.handled_by.strip() or self._settings.current().clerk,
                }
            self._step(tx, former, event, values, version=version)

        def revert() -> Done[object]:
            return self._go_back(former, version=version + 1)

        return Done(None, TOUCHED, revert)

    @needs(Permission.RIGHTS_MANAGE)
    def correct_person(self, key: RequestId, draft: ResidentDraft, *, version: int) -> Done[None]:
        """Correct the particulars of whom an open request is about, last seen at *version*.

        The change stands in the history of both, and travels as any other.
        """
        if problems := problems_with(draft, today=self._clock.today()):
            raise ValidationFailedError(problems)
        with self._store.transaction() as tx:
            request = tx.requests.request(key)
            _refuse_unless_open(request)
            person = ResidentId(request.particulars.resident_id)
            seen = asdict(tx.people.resident(person).particulars)
            values = {name: value for name, value in asdict(draft).items() if value != seen[name]}
            change = PersonChange(key=person, version=version, values=values)
            former = self._writer.apply(tx, "corrected", [change])
            _note_work(tx, request, "corrected-person", sorted(values))
        back = self._writer.done("corrected", former)
        return Done(None, TOUCHED_DATA, back.revert)

    @needs(Permission.RIGHTS_READ)
    def what_follows(self, key: RequestId, groups: Sequence[str]) -> Consequence:
        """Return what would become of the data in *groups* if they were deleted on request."""
        with self._store.reading() as tx:
            person = ResidentId(tx.requests.request(key).particulars.resident_id)
            return self._erasing.consequence(tx, person, self._chosen(groups))

    @needs(Permission.RIGHTS_WITHHELD)
    def erase(self, key: RequestId, groups: Sequence[str]) -> Done[Consequence]:
        """Delete what an open request asks for: erased, or withheld where a law keeps it."""
        with self._store.transaction() as tx:
            request = tx.requests.request(key)
            _refuse_unless_open(request)
            person = ResidentId(request.particulars.resident_id)
            what = self._erasing.consequence(tx, person, self._chosen(groups))
            ended = self._erasing.carry_out(tx, person, what, reason=request.number, source=key)
            _note_work(tx, request, "erased", (*what.erased, *what.frozen))
        return Done(what, TOUCHED_DATA, lambda: self._unerase(request, ended))

    @needs(Permission.RIGHTS_READ)
    def request(self, key: RequestId) -> Request:
        """Return the request *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        with self._store.reading() as tx:
            return tx.requests.request(key)

    @needs(Permission.RIGHTS_READ)
    def history(self, key: RequestId) -> tuple[Change, ...]:
        """Return what happened to the request *key*, the latest first."""
        with self._store.reading() as tx:
            return tuple(tx.history.of([key]))

    @needs(Permission.RIGHTS_READ)
    def search(self, view: View, text: str = "", kind: str = "") -> list[RequestId]:
        """Return the requests of *view* in which *text* stands, the most pressing first."""
        with self._store.reading() as tx:
            return tx.requests.matching(view, text, kind, **self._when())

    @needs(Permission.RIGHTS_READ)
    def counts(self, text: str = "", kind: str = "") -> Mapping[View, int]:
        """Return how many requests each view would show."""
        with self._store.reading() as tx:
            return tx.requests.counts(text, kind, **self._when())

    @needs(Permission.RIGHTS_READ)
    def lines(self, keys: Sequence[RequestId]) -> dict[RequestId, Request]:
        """Return the requests that a table shows."""
        with self._store.reading() as tx:
            return {request.id: request for request in tx.requests.requests(keys)}

    def _due_on(self, received: date) -> date:
        return due_on(received, self._reference.rights.answering, self._reference.calendar)

    def _when(self) -> dict[str, Any]:
        return {"today": self._clock.today(), "soon": self._reference.rights.answering.soon}

    def _chosen(self, groups: Sequence[str]) -> list[FieldGroup]:
        return [group for group in self._reference.rights.groups if group.code in groups]

    def _accept(self, tx: Transaction, draft: RequestDraft) -> date:
        person = tx.people.columns(ResidentId(draft.resident_id)) if draft.resident_id else {}
        today = self._clock.today()
        problems = problems_with_request(
            draft,
            is_dead=person.get("died_on") is not None,
            is_child=is_child(person.get("born"), today=today),
            today=today,
        )
        if problems or draft.received_on is None:
            raise ValidationFailedError(problems)
        return draft.received_on

    def _accept_step(self, event: Event, said: Step) -> None:
        problems = []
        if event is Event.ANSWER and not said.answer.strip():
            problems.append(Problem("answer", "missing"))
        if event is Event.REFUSE and said.ground not in {
            each.code for each in self._reference.rights.refusals
        }:
            problems.append(Problem("ground", "missing"))
        if len(said.answer) > ANSWER_LENGTH:
            problems.append(Problem("answer", "too-long", {"most": ANSWER_LENGTH}))
        if problems:
            raise ValidationFailedError(tuple(problems))

    def _step(
        self,
        tx: Transaction,
        former: Request,
        act: str,
        values: Mapping[str, object],
        *,
        version: int,
    ) -> None:
        tx.requests.change(former.id, values, version=version)
        before = {name: getattr(former, name) for name in values}
        tx.history.note_fields(KIND, former.id, act, before=before, after=values)
        tx.audit.add(f"request:record:{act}", former.id, number=former.number)

    def _go_back(self, former: Request, *, version: int) -> Done[None]:
        with self._store.transaction() as tx:
            now = tx.requests.request(former.id)
            values = {name: getattr(former, name) for name in STEPPED}
            self._step(tx, now, "step-undone", values, version=version)
        return Done(None, TOUCHED)

    def _unerase(self, request: Request, ended: Ended) -> Done[None]:
        with self._store.transaction() as tx:
            self._erasing.take_back(tx, ended)
            _note_work(tx, request, "erased-undone", ())
        return Done(None, TOUCHED_DATA)

    def _set_binned(self, key: RequestId, *, binned: bool) -> Done[None]:
        act = "binned" if binned else "restored"
        with self._store.transaction() as tx:
            tx.requests.set_binned(key, binned=binned)
            tx.history.note(KIND, key, act)
            tx.audit.add(f"request:record:{act}", key)
        return Done(None, TOUCHED, lambda: self._set_binned(key, binned=not binned))


def _refuse_unless_open(request: Request) -> None:
    if request.state not in OPEN:
        raise RefusedError("rights.not-in-this-state", state=request.state)


def _note_work(tx: Transaction, request: Request, act: str, fields: Sequence[str]) -> None:
    """Note in the request's history that data were worked at for it: which, not what."""
    told = {"fields": "、".join(fields)}
    tx.history.note_fields(KIND, request.id, act, before={}, after=told)
    person = request.particulars.resident_id
    tx.audit.add(f"request:data:{act}", person, number=request.number, fields=list(fields))
