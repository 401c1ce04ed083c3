"""The papers of cases (办件文书): which a case has, drawn, noted when they are given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.changes import Done, Topic
from station_app.domain.counter.case_papers import CasePaper, CasePaperKind, papers_of
from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.residents.people import ResidentId
from station_app.services.counter.case_telling import Surroundings, told_of
from station_app.services.counter.drawing import Drawing
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.counter.cases import CaseId
    from station_app.domain.residents.people import Resident
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.counter.cases import CasePage, CaseService
    from station_app.services.use_cases import Usual
    from station_app.store.transaction import Transaction


class CasePaperService(Drawing):
    """The use cases of papers of cases.

    A paper tells the case as it stands; drawn again it tells it as it stands then.
    """

    def __init__(self, *usual: *Usual, cases: CaseService, desk: Callable[[], PaperDesk]) -> None:
        super().__init__(*usual, desk=desk)
        self._cases = cases

    @needs(Permission.CASE_READ)
    def offered(self, key: CaseId) -> tuple[CasePaper, ...]:
        """Return the papers that a case has as it stands, in the order of its life."""
        titles = self._desk().case_papers
        has = papers_of(self._cases.page(key).case)
        return tuple(CasePaper(kind=kind, title=titles[kind]) for kind in has)

    @needs(Permission.CASE_READ)
    def draw(self, key: CaseId, kind: CasePaperKind) -> Paper:
        """Return a paper of a case, as many copies as it has one after another.

        Raises :class:`RefusedError` ``case.no-such-paper`` for one that the case has not as
        it stands, and GlyphMissingError for a name that no font of ours can draw.
        """
        page = self._accepted(key, kind)
        desk = self._desk()
        with self._store.reading() as tx:
            around = Surroundings(
                settings=self._settings.current(),
                reference=self._reference,
                handler=tx.me,
                today=self._clock.today(),
                titles=desk.case_papers,
                person=_person(tx, page),
                order=tx.orders.orders([key]).get(key),
            )
        return desk.draw_case_paper(told_of(page, kind, around))

    @needs(Permission.CASE_WRITE)
    def note_given_out(self, key: CaseId, kind: CasePaperKind, *, printed: bool) -> Done[None]:
        """Note that a paper is printed or saved, before it leaves: also one that then fails."""
        case = self._accepted(key, kind).case
        title = self._desk().case_papers[kind]
        act = "case:paper:printed" if printed else "case:paper:saved"
        with self._store.transaction() as tx:
            tx.audit.add(act, key, number=case.number, title=title)
        return Done(None, frozenset({Topic.AUDIT}))

    def _accepted(self, key: CaseId, kind: CasePaperKind) -> CasePage:
        page = self._cases.page(key)
        if kind not in papers_of(page.case):
            raise RefusedError("case.no-such-paper", state=page.case.state)
        return page


def _person(tx: Transaction, page: CasePage) -> Resident | None:
    """Return whom the case is about, if he is in the register and may be seen."""
    key = page.case.particulars.resident_id
    if not key:
        return None
    try:
        return tx.people.resident(ResidentId(key))
    except (NotFoundError, NotPermittedError):  # handed to a grid that is not his
        return None
