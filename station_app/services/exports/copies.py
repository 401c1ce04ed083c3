"""Copies of single files that leave the program, entered in the register of exports.

A list and a photograph are accounted for in one place: who, when, what, why, and by which
digest it is known again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.device_clock import local_day
from station_app.domain.exports import LONGEST, ExportAsk, new_export_number
from station_app.domain.keys import new_key

if TYPE_CHECKING:
    from station_app.domain.exports import CopyKind
    from station_app.store.transaction import Transaction


def enter_copy(
    tx: Transaction, kind: CopyKind, *, of: str, file_name: str, sha256: str, reason: str
) -> str:
    """Enter a copy of a file *of* what is called so, and return its number in the register.

    Within the transaction of its entry in the audit, before the file leaves: what could not
    be written afterwards is accounted for all the same.
    """
    key, number = new_key(), new_export_number(local_day(tx.stamp.at))
    tx.exports.begin(
        key,
        ExportAsk(purpose=reason[: LONGEST["purpose"]], is_full=True),
        number=number,
        list_kind=kind,
        people=1,
        columns=(of,),
        approved_by="",
        file_name=file_name,
    )
    tx.exports.finish(key, people=1, sha256=sha256)
    return number
