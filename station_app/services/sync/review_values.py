"""How values are told to whoever reviews conflicts: codes by name, numbers masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.identity.kinds import kind_kept
from station_app.domain.identity.masking import STAR, mask_document, mask_phone
from station_app.domain.sync.review import ValueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.store.reference import Reference
    from station_app.store.sync.declaration import SyncColumn, SyncTable
    from station_app.store.transaction import Transaction

TAG = "tag"
CODES = {
    ("document", "kind"): "document",
    ("resident", "education"): "education",
    ("resident", "ethnicity"): "ethnicity",
    ("resident", "health"): "health",
    ("resident", "hukou_kind"): "hukou",
    ("resident", "living_basis"): "living_basis",
    ("resident", "marital"): "marital",
    ("resident", "occupation"): "occupation",
    ("resident", "politics"): "politics",
    ("resident", "relation"): "relation",
    ("resident", "sex"): "sex",
    ("resident", "verified_how"): "verification",
    ("residence", "basis"): "living_basis",
    ("resident_tag", "code"): TAG,
}
"""The code tables that columns are worded by."""

KINDS = {
    **dict.fromkeys(("lives_here", "hukou_local", "is_long_term", "is_primary"), ValueKind.TRUTH),
    **dict.fromkeys(("size", "year", "serial", "copies"), ValueKind.COUNT),
    **dict.fromkeys(
        (
            *("born", "living_since", "hukou_since", "left_on", "died_on", "verified_on"),
            *("valid_from", "valid_to", "since", "until", "issued_on", "used_on", "refused_on"),
        ),
        ValueKind.DATE,
    ),
}
PHONES = frozenset({"phone", "other_phone"})
TYPED = frozenset(
    {"resident", "document", "household", "residence", "resident_tag"}
    | {"grid", "estate", "building", "dwelling"}
)
"""Tables whose texts and days somebody may type anew; others have rooms of their own for it."""

NOT_TYPED = frozenset({("household", "kind"), ("residence", "kind"), ("resident_tag", "level")})


def kind_of(table: SyncTable, column: SyncColumn) -> ValueKind:
    """Return how values of *column* are read."""
    if column.is_binary:
        return ValueKind.FILE
    if column.name in table.parents:
        return ValueKind.REFERENCE
    if (table.name, column.name) in CODES:
        return ValueKind.CODE
    return KINDS.get(column.name, ValueKind.TEXT)


def may_be_typed(table: SyncTable, column: SyncColumn) -> bool:
    """Whether something else than either value may be entered."""
    is_plain = kind_of(table, column) in {ValueKind.TEXT, ValueKind.DATE}
    return is_plain and table.name in TYPED and (table.name, column.name) not in NOT_TYPED


class ValueTeller:
    """Tells values of one transaction.

    *record* is what is kept of the record that a value belongs to.
    """

    def __init__(self, tx: Transaction, reference: Reference) -> None:
        self._tx = tx
        self._reference = reference

    def tell(
        self, table: SyncTable, column: SyncColumn, value: Any, record: Mapping[str, Any]
    ) -> str:
        """Return *value* as it may be read by everybody."""
        told = self._tx.exchange.origins.told(table, column.name, value)
        return self.tell_again(table, column, told, record)

    def tell_again(
        self, table: SyncTable, column: SyncColumn, told: str, record: Mapping[str, Any]
    ) -> str:
        """Return what the history tells, as it may be read by everybody."""
        if not told:
            return ""
        system = CODES.get((table.name, column.name))
        if system == TAG and self._is_restricted(told):
            return STAR * 3
        if system is not None:
            return self._reference.table(system).name_of(told)
        mask = self._mask(table, column, record)
        return told if mask is None else mask(told)

    def is_masked(self, table: SyncTable, column: SyncColumn, record: Mapping[str, Any]) -> bool:
        """Whether values of *column* are shown in full only when asked for."""
        return self._mask(table, column, record) is not None

    def subject(self, table: SyncTable, record: Mapping[str, Any]) -> str:
        """Return what tells a record from others of its table."""
        if not record:
            return ""
        if table.name == "document":
            number = table.by_name["number"]
            kind = self.tell(table, table.by_name["kind"], record["kind"], record)
            return f"{kind} {self.tell(table, number, record['number'], record)}"
        name = SUBJECTS.get(table.name)
        if name is None:
            return str(record.get("name", "")) if table.name != "resident" else ""
        if name == table.key:
            return str(record[name])
        return self.tell(table, table.by_name[name], record[name], record)

    def _mask(
        self, table: SyncTable, column: SyncColumn, record: Mapping[str, Any]
    ) -> Callable[[str], str] | None:
        if table.name == "resident" and column.name in PHONES:
            return _mask_phones
        if (table.name, column.name) == ("document", "number"):
            kind = kind_kept(record.get("kind", ""))
            return lambda number: mask_document(kind, number)
        # what a certificate says holds the number of its holder
        if (table.name, column.name) == ("certificate", "facts"):
            return lambda _: STAR * 3
        return None

    def _is_restricted(self, code: str) -> bool:
        found = self._reference.tag(code)
        return found is not None and found.is_restricted


SUBJECTS = {
    "certificate": "number",
    "household": "number",
    "refusal_slip": "asked",
    "residence": "address",
    "resident_tag": "code",
    "seal_use": "number",
    "setting": "key",
}


def _mask_phones(numbers: str) -> str:
    return "、".join(map(mask_phone, numbers.split("、")))
