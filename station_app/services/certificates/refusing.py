"""What is not ours to issue: found by any wording, told with the office that is, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError
from station_app.domain.negative_list import in_force, match, match_legitimate
from station_app.services.certificates.papers import Direction, RefusalSlip
from station_app.services.certificates.serving import PaperService
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.domain.negative_list import LegitimateCertificate, NegativeItem
    from station_app.services.certificates.drawing.printing import Paper

TOUCHED = frozenset({Topic.CERTIFICATES})
ASKED_LENGTH = 60


class RefusalService(PaperService):
    """The use cases of the negative list (不应出具证明清单)."""

    @needs(Permission.REFUSAL_GIVE)
    def items(self) -> tuple[NegativeItem, ...]:
        """Return the items in force here and today, in the order of the list."""
        # The county (GB/T 2260): lists are not made for anything smaller.
        area = self._settings.current().code[:6]
        return in_force(self._reference.negative_lists, area=area, day=self._clock.today())

    @needs(Permission.REFUSAL_GIVE)
    def matching(self, asked: str) -> tuple[NegativeItem, ...]:
        """Return the items that *asked*, a title or any wording of one, may mean."""
        return match(asked, self.items())

    @needs(Permission.REFUSAL_GIVE)
    def legitimate(self, asked: str) -> tuple[LegitimateCertificate, ...]:
        """Return what we may issue and *asked* may mean."""
        return match_legitimate(asked, self._reference.legitimate)

    @needs(Permission.REFUSAL_GIVE)
    def preview(self, item_id: str, *, asked: str, applicant: str = "") -> Paper:
        """Return the slip as it will be handed over, without counting it."""
        return self._desk.draw_refusal(self._slip(self._item(item_id), asked, applicant))

    @needs(Permission.REFUSAL_GIVE)
    def slip(self, item_id: str, *, asked: str, applicant: str = "") -> Done[Paper]:
        """Return the slip (不予出具证明告知单) to hand over, and count it.

        Raises :class:`RefusedError` ``refusal.unknown-item`` for an item that is
        not in force.
        """
        item = self._item(item_id)
        paper = self._desk.draw_refusal(self._slip(item, asked, applicant))
        with self._store.transaction() as tx:
            tx.certificates.note_refusal(
                item=item.id, asked=asked[:ASKED_LENGTH], on=self._clock.today()
            )
            tx.audit.add("certificate:refusal:slip", item=item.id)
        return Done(paper, TOUCHED)

    @needs(Permission.REFUSAL_GIVE)
    def counts(self, *, since: date, until: date) -> Sequence[tuple[str, int]]:
        """Return how often each item was refused, both days included."""
        with self._store.reading() as tx:
            return tx.certificates.refusals(since=since, until=until)

    def _item(self, item_id: str) -> NegativeItem:
        item = next((item for item in self.items() if item.id == item_id), None)
        if item is None:
            raise RefusedError("refusal.unknown-item", item=item_id)
        return item

    def _slip(self, item: NegativeItem, asked: str, applicant: str) -> RefusalSlip:
        settings = self._settings.current()
        title = asked.strip()[:ASKED_LENGTH] or item.title
        return RefusalSlip(
            asked=title if title == item.title else f"{title}（{item.title}）",
            reason="不属于居民委员会出具证明的范围",
            basis=item.basis,
            directions=tuple(
                Direction(office=office.name, brings=office.brings) for office in item.offices
            ),
            issued_on=self._clock.today(),
            issuer=settings.name,
            handler=settings.clerk,
            applicant=applicant.strip(),
            phone=settings.phone,
        )
