"""Papers that are taken along (领取), and hand-overs that were noted by mistake.

The same for one certificate and for many of a batch: each has a history of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.certificate_requests import Step
from station_app.domain.errors import EditConflictError
from station_app.services.certificates.request_papers import step_of

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.certificate_requests import Collector, RequestId
    from station_app.store.transaction import Transaction


def hand_over(
    tx: Transaction, key: RequestId, collector: Collector, *, on: date, version: int
) -> int:
    """Note that *collector* took the paper of *key* along; return its new version."""
    values = {
        "stage": step_of(tx.certificate_requests.request(key).stage, Step.COLLECT),
        "collected_by": collector.name.strip(),
        "relation": collector.relation.strip(),
        "collected_on": on,
    }
    tx.certificate_requests.change(key, values, version=version)
    tx.audit.add("certificate:request:collected", key)
    return version + 1


def take_back(tx: Transaction, key: RequestId, *, version: int) -> None:
    """Note that the paper of *key* lies at the window after all.

    Raises :class:`EditConflictError` when something has become of it since *version*.
    """
    request = tx.certificate_requests.request(key)
    # before its stage is judged: one that was filed since has moved on, no more than that
    if request.version != version:
        raise EditConflictError(id=key)
    values = {
        "stage": step_of(request.stage, Step.TAKE_BACK),
        "collected_by": "",
        "relation": "",
        "collected_on": None,
    }
    tx.certificate_requests.change(key, values, version=version)
    tx.audit.add("certificate:request:uncollected", key)
