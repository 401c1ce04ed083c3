"""Finding what stands there twice, by indexes alone.

What is often looked at is looked at cheaply: one run through an index finds what
occurs more than once, and only that is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from station_app.domain.sync.doubles import DoubleKind

if TYPE_CHECKING:
    from station_app.store.sync.statements import Statements

DOCUMENTS = """
    WITH twice AS MATERIALIZED (
        SELECT number, kind FROM document WHERE number > ''
        GROUP BY number, kind HAVING count(*) > 1)
    SELECT twice.kind || ':' || twice.number, twice.kind, twice.number, who.id, who.name
    FROM twice JOIN document ON document.number = twice.number AND document.kind = twice.kind
    JOIN resident AS who ON who.id = resident_id
    WHERE document.deleted_at IS NULL AND who.deleted_at IS NULL
    ORDER BY twice.number, twice.kind, who.id LIMIT ?
"""
DWELLINGS = """
    WITH twice AS MATERIALIZED (
        SELECT building_id, door, unit, room FROM dwelling WHERE deleted_at IS NULL
        GROUP BY building_id, door, unit, room HAVING count(*) > 1)
    SELECT building_id || ':' || door || ':' || unit || ':' || room, '', text, id, text
    FROM twice JOIN dwelling USING (building_id, door, unit, room) WHERE deleted_at IS NULL
    ORDER BY building_id, door, unit, room, id LIMIT ?
"""
CERTIFICATES = """
    WITH twice AS MATERIALIZED (
        SELECT number FROM certificate GROUP BY number HAVING count(*) > 1)
    SELECT number, '', number, id, holder FROM twice JOIN certificate USING (number)
    WHERE deleted_at IS NULL ORDER BY number, id LIMIT ?
"""
ORDERS = """
    WITH twice AS MATERIALIZED (
        SELECT source, plain_number FROM case_order WHERE plain_number > ''
        GROUP BY plain_number, source HAVING count(*) > 1),
    bearer AS MATERIALIZED (
        SELECT source, plain_number, source_number, own.id, number || ' ' || item AS name,
            double_of = '' AND state <> 'withdrawn' AS stands
        FROM twice JOIN case_order AS told USING (source, plain_number)
        JOIN window_case AS own ON own.id = told.id
        WHERE told.deleted_at IS NULL AND own.deleted_at IS NULL)
    SELECT source || ':' || plain_number, source, source_number, id, name FROM bearer
    WHERE stands OR NOT EXISTS (
        SELECT 1 FROM bearer AS other WHERE other.stands
        AND other.plain_number = bearer.plain_number AND other.source = bearer.source)
    ORDER BY plain_number, source, id LIMIT ?
"""
"""Those that stand; all of them where each was settled as the double of another."""
REQUESTS = """
    WITH twice AS MATERIALIZED (
        SELECT DISTINCT asked.id AS request, asked.resident_id AS resident, asked.holder AS holder
        FROM certificate_request AS asked
        JOIN certificate AS given ON given.resident_id = asked.resident_id
        WHERE asked.certificate_id > '' AND asked.deleted_at IS NULL
        AND given.id <> asked.certificate_id AND given.state = 'issued'
        AND json_extract(given.facts, '$.request') = asked.id)
    SELECT request, '', twice.holder, id, number FROM twice
    JOIN certificate ON resident_id = resident
    WHERE state = 'issued' AND deleted_at IS NULL AND json_extract(facts, '$.request') = request
    ORDER BY request, id LIMIT ?
"""
QUERIES = {
    DoubleKind.DOCUMENT: DOCUMENTS,
    DoubleKind.DWELLING: DWELLINGS,
    DoubleKind.CERTIFICATE: CERTIFICATES,
    DoubleKind.ORDER: ORDERS,
    DoubleKind.REQUEST: REQUESTS,
}


class DoubleLine(NamedTuple):
    """One of the records that share ``mark``: the sort and text of the number, key and name."""

    mark: str
    sort: str
    number: str
    key: str
    name: str


def lines_twice(statements: Statements, kind: DoubleKind, limit: int) -> list[DoubleLine]:
    """Return the records of *kind* that share something, those that do side by side."""
    return [DoubleLine(*row) for row in statements.rows(QUERIES[kind], limit)]
