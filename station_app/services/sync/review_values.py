"""How values are told to whoever reviews conflicts: codes by name, numbers masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.privacy.masks import WITHHELD
from station_app.domain.sync.review import ValueKind
from station_app.services.sync.case_values import TEXTS, told_of_case
from station_app.store.privacy import field_classes

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    ("window_case", "affair"): "affair",
    ("task", "affair"): "affair",
    ("window_case", "document_kind"): "document",
    ("window_case", "agent_document_kind"): "document",
}
"""The code tables that columns are worded by."""

KIND_IN = {
    ("case_rating", "level"): ValueKind.COUNT,
    ("case_order", "level"): ValueKind.COUNT,
    ("export_record", "people"): ValueKind.COUNT,
    **dict.fromkeys(
        (("problem_entry", name) for name in ("place", "asked", "satisfied")), ValueKind.COUNT
    ),
}
"""The kinds of columns whose name means something else in other tables."""

KINDS = {
    "algorithm": ValueKind.COUNT,
    "revoked_on": ValueKind.DATE,
    "withdrawn_on": ValueKind.DATE,
    **dict.fromkeys(
        (
            "lives_here",
            "hukou_local",
            "is_long_term",
            "is_primary",
            "is_full",
            "told_effect",
            "is_erased",
            "is_provisional",
            "is_stopped",
            "is_anonymous",
            "is_reached",
            "is_solved",
            "is_chosen",
        ),
        ValueKind.TRUTH,
    ),
    **dict.fromkeys(
        ("size", "year", "serial", "copies", "printed", "matters", "minutes", "funding"),
        ValueKind.COUNT,
    ),
    **dict.fromkeys(
        (
            *("born", "living_since", "hukou_since", "left_on", "died_on", "verified_on"),
            *("valid_from", "valid_to", "since", "until", "issued_on", "used_on", "refused_on"),
            *("given_on", "withdrawn_on", "received_on", "due_on", "answered_on", "retired_on"),
            *("accepted_on", "began_on", "published_until", "closed_on", "notified_on"),
            *("promised_due", "legal_due", "rated_on", "contacted_on", "judged_on"),
            *("drawn_up_on", "approved_on", "collected_on", "archived_on", "found_on"),
            *("corrected_on", "ordered_due", "called_on", "extended_on", "returned_on"),
            *("target_on", "done_on", "begins_on", "ends_on", "asked_on", "decided_on"),
            *("ended_on", "happened_on"),
        ),
        ValueKind.DATE,
    ),
}
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
    kind = KIND_IN.get((table.name, column.name))
    return kind or KINDS.get(column.name, ValueKind.TEXT)


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
        # of a file its length alone is told
        if not told or column.is_binary:
            return told
        system = CODES.get((table.name, column.name))
        if system == TAG and self._is_restricted(told):
            return WITHHELD
        if system is not None:
            return self._reference.table(system).name_of(told)
        if table.name == "window_case" and column.name in TEXTS:
            return told_of_case(self._tx, self._reference, column.name, told, record)
        return field_classes().seen(
            table.name, column.name, told, kind=str(record.get("kind", ""))
        )

    def is_masked(self, table: SyncTable, column: SyncColumn, record: Mapping[str, Any]) -> bool:
        """Whether values of *column* are shown in full only when asked for."""
        del record
        return not column.is_binary and field_classes().is_masked(table.name, column.name)

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

    def _is_restricted(self, code: str) -> bool:
        found = self._reference.tag(code)
        return found is not None and found.is_restricted


SUBJECTS = {
    "bad_rating": "case_id",
    "case_order": "case_id",
    "case_file": "name",
    "case_rating": "case_id",
    "certificate": "number",
    "certificate_batch": "occasion",
    "export_record": "number",
    "household": "number",
    "refusal_slip": "asked",
    "residence": "address",
    "resident_tag": "code",
    "seal_use": "number",
    "setting": "key",
    "window_case": "number",
}
