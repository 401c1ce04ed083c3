"""What every list goes through that leaves: judged, entered in the register, marked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from station_app.device_clock import local_words
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.exports import (
    ExportAsk,
    ExportLimits,
    new_export_number,
    problems_with,
)
from station_app.domain.keys import new_key
from station_app.domain.settings import settings_from
from station_app.services.exports.files import Mark
from station_app.shipped import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.clock import Clock
    from station_app.services.exports.second import Approval, Approver, SecondPerson
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

GROUNDS = "legal_ground"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A list that is to leave: its kind in the register, the acts that tell of it."""

    list_kind: str
    begun: str
    exported: str
    file_name: str
    columns: tuple[str, ...]
    count: int


class GivingOut:
    """Shared by all that give lists out; whether one may, whoever calls it has asked."""

    def __init__(
        self, store: Store, reference: Reference, clock: Clock, *, second: SecondPerson
    ) -> None:
        self._store, self._reference = store, reference
        self._clock, self._second = clock, second

    def limits(self) -> ExportLimits:
        """Return from how many people on more is asked for at this station."""
        with self._store.reading() as tx:
            return ExportLimits(approval_above=settings_from(tx.settings.all()).export_limit)

    def approvers(self) -> Sequence[Approver]:
        """Return who may agree to a list above the limit."""
        return self._second.people()

    def judged(self, ask: ExportAsk, people: int, approval: Approval | None) -> str:
        """Return who has agreed, nobody where nobody has to.

        Raises :class:`ValidationFailedError` about what must be said,
        :class:`RefusedError` ``export.needs-second-person`` and ``export.same-person``.
        """
        limits = self.limits()
        grounds = {entry.code for entry in self._reference.table(GROUNDS).entries}
        if problems := problems_with(ask, people=people, limits=limits, grounds=grounds):
            raise ValidationFailedError(problems)
        if not limits.asks_approval(people):
            return ""
        if approval is None:
            raise RefusedError(
                "export.needs-second-person", people=people, most=limits.approval_above
            )
        agreed = self._second.confirm(approval)
        with self._store.reading() as tx:
            if agreed.name == tx.stamp.by.rpartition("@")[0]:
                raise RefusedError("export.same-person")
        return agreed.name

    def begin(self, ask: ExportAsk, leaving: Leaving, agreed: str = "") -> tuple[str, Mark]:
        """Enter a list in the register before anything of it is written; return its mark."""
        key, number = new_key(), new_export_number(self._clock.today())
        with self._store.transaction() as tx:
            tx.exports.begin(
                key,
                ask,
                number=number,
                list_kind=leaving.list_kind,
                people=leaving.count,
                columns=leaving.columns,
                approved_by=agreed,
                file_name=leaving.file_name,
            )
            tx.audit.add(
                leaving.begun,
                key,
                number=number,
                rows=leaving.count,
                purpose=ask.purpose.strip(),
                masked=not ask.is_full,
            )
            who = tx.stamp.by
        text = self._watermark(number, who, ask, leaving.count)
        return key, Mark(number=number, who=who, text=text)

    def finish(
        self,
        key: str,
        mark: Mark,
        ask: ExportAsk,
        leaving: Leaving,
        *,
        rows: int,
        data: bytes,
        agreed: str = "",
    ) -> None:
        """Enter what the file holds, before it leaves.

        What could not be written afterwards is accounted for all the same.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._store.transaction() as tx:
            tx.exports.finish(key, people=rows, sha256=digest)
            self._note(tx, key, mark, ask, leaving, rows=rows, approved_by=agreed, sha256=digest)

    def _note(
        self,
        tx: Transaction,
        key: str,
        mark: Mark,
        ask: ExportAsk,
        leaving: Leaving,
        *,
        rows: int,
        **facts: str,
    ) -> None:
        tx.audit.add(
            leaving.exported,
            key,
            number=mark.number,
            rows=rows,
            columns=list(leaving.columns),
            purpose=ask.purpose.strip(),
            recipient=ask.recipient.strip(),
            masked=not ask.is_full,
            **facts,
        )

    def _watermark(self, number: str, who: str, ask: ExportAsk, people: int) -> str:
        told: str = self._words["watermark"].format(
            number=number,
            who=who,
            when=local_words(self._clock.now()),
            recipient=ask.recipient.strip(),
            purpose=ask.purpose.strip(),
            rows=people,
            masking=self._words["unmasked" if ask.is_full else "masked"],
        )
        return told

    @cached_property
    def _words(self) -> Any:
        path = RESOURCES / "exports" / "residents.json"
        return json.loads(path.read_text(encoding="utf-8"))
