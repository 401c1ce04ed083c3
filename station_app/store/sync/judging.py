"""Judging what comes against what is here: later, earlier, or neither has seen the other.

x is later than y if the writer of x had seen y, and the other way round; that is
known from contexts, never guessed from clocks. Of two that are concurrent the one
with the greater (hlc, key of site) stands until a person has looked.
"""

from __future__ import annotations

KNOWS = (
    "EXISTS (SELECT 1 FROM sync_known AS k WHERE k.site = {x}site AND k.ctx = {x}ctx"
    " AND k.of = {y}site AND k.ver >= {y}ver)"
)
"""Whether the writer of version x had seen version y of another site; ``x`` and ``y`` are
prefixes of columns."""

LATER_CLOCK = (
    "({x}hlc > {y}hlc OR ({x}hlc = {y}hlc AND"
    " (SELECT key FROM sync_site WHERE n = {x}site)"
    " > (SELECT key FROM sync_site WHERE n = {y}site)))"
)

OLD, LATER, CONCURRENT_WINS, CONCURRENT_LOSES = range(4)

BEGIN = (
    "DROP TABLE IF EXISTS temp.judged",
    """CREATE TEMP TABLE judged (n INTEGER PRIMARY KEY, tbl INTEGER, row TEXT, col INTEGER,
        value BLOB, site INTEGER, ver INTEGER, hlc INTEGER, ctx INTEGER,
        lsite INTEGER, lver INTEGER, lhlc INTEGER, lctx INTEGER, verdict INTEGER)""",
)
END = ("DROP TABLE temp.judged",)

JUDGE = f"""
    INSERT INTO judged (tbl, row, col, value, site, ver, hlc, ctx,
        lsite, lver, lhlc, lctx, verdict)
    SELECT tbl, row, col, value, site, ver, hlc, ctx,
        lsite, lver, lhlc, lctx,
        CASE WHEN (tbl, row) IN (SELECT tbl, row FROM touched) THEN {LATER}
            WHEN site = lsite THEN (CASE WHEN ver > lver THEN {LATER} ELSE {OLD} END)
            WHEN {KNOWS.format(x="i.", y="i.l")} THEN {LATER}
            WHEN {KNOWS.format(x="i.l", y="i.")} THEN {OLD}
            WHEN {LATER_CLOCK.format(x="i.", y="i.l")} THEN {CONCURRENT_WINS}
            ELSE {CONCURRENT_LOSES} END
    FROM (SELECT c.*,
            coalesce(own.site, r.bsite, r.site) AS lsite, coalesce(own.ver, r.bver, r.ver) AS lver,
            coalesce(own.hlc, r.bhlc, r.hlc) AS lhlc, coalesce(own.ctx, r.bctx, r.ctx) AS lctx
        FROM in_cell AS c
        JOIN sync_row AS r ON r.tbl = c.tbl AND r.row = c.row
        LEFT JOIN sync_cell AS own
            ON own.tbl = c.tbl AND own.row = c.row AND own.col = c.col) AS i
    ORDER BY tbl, row, col
"""
"""A cell without a version of its own has that of its row's birth. Cells of rows that are
not known here are passed over: with a gap before them they come again. Those of rows that came
with this bundle (the only ones in ``touched`` so far) stand as they are."""

WINS = f"verdict IN ({LATER}, {CONCURRENT_WINS})"
CONCURRENT = f"verdict IN ({CONCURRENT_WINS}, {CONCURRENT_LOSES})"

KEEP_WINNERS = f"""
    INSERT INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)
    SELECT tbl, row, col, site, ver, hlc, ctx, ? + n
    FROM judged WHERE {WINS}
    ON CONFLICT (tbl, row, col) DO UPDATE SET site = excluded.site, ver = excluded.ver,
        hlc = excluded.hlc, ctx = excluded.ctx, lseq = excluded.lseq
"""
COUNT = "SELECT count(*) FROM judged"

TURNS = f"""
    SELECT i.tbl, i.row, r.life, i.life, i.site, i.ver, i.hlc, i.ctx,
        i.bsite, i.bver, i.bhlc, i.bctx
    FROM in_row AS i JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row
    WHERE i.life > r.life OR (i.life = r.life AND {LATER_CLOCK.format(x="i.", y="r.")})
"""
"""Rows whose life takes the turn that comes: the longer life, then the later clock."""

OTHER_BIRTHS = """
    SELECT i.tbl, i.row, coalesce(i.bsite, i.site), coalesce(i.bver, i.ver),
        coalesce(i.bhlc, i.hlc), coalesce(i.bctx, i.ctx)
    FROM in_row AS i JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row
    WHERE coalesce(i.bsite, i.site) != coalesce(r.bsite, r.site)
        OR coalesce(i.bver, i.ver) != coalesce(r.bver, r.ver)
"""
"""Rows that were born twice: each of their cells is judged by itself."""
