"""Merging a bundle: all of it or nothing, in any order, any number of times.

State against state, cell by cell. What comes is laid out (:mod:`.staging`) and judged
(:mod:`.judging`) in a few statements, however much it is; births that are parted, turns
of life and conflicts, which are few, are written one by one. The order of the steps in
:meth:`Merger.merge` is what keeps them right. The rules: docs/adr/0010-exchange.md.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from station_app.store.sync import judging
from station_app.store.sync.asides import Asides, Removed
from station_app.store.sync.conflicts import Conflicts
from station_app.store.sync.former import Former
from station_app.store.sync.sites import Sites
from station_app.store.sync.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from station_app.domain.sync.bundle import Bundle
    from station_app.store.sync.declaration import Declaration, SyncTable
    from station_app.store.sync.statements import Statements

NEW_ROWS = """
    SELECT i.n, i.tbl, i.row, i.life FROM in_row AS i
    LEFT JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row WHERE r.row IS NULL
"""
KEEP_NEW = """
    INSERT INTO sync_row (tbl, row, life, site, ver, hlc, ctx, lseq, bsite, bver, bhlc, bctx)
    SELECT i.tbl, i.row, i.life, i.site, i.ver, i.hlc, i.ctx, ? + row_number() OVER (ORDER BY i.n),
        i.bsite, i.bver, i.bhlc, i.bctx
    FROM in_row AS i
    LEFT JOIN sync_row AS r ON r.tbl = i.tbl AND r.row = i.row WHERE r.row IS NULL
"""
KEEP_TURN = """
    UPDATE sync_row SET life = ?3, site = ?4, ver = ?5, hlc = ?6, ctx = ?7,
        bsite = ?8, bver = ?9, bhlc = ?10, bctx = ?11, lseq = ?12 WHERE tbl = ?1 AND row = ?2
"""
OWN_BIRTH = """
    INSERT OR IGNORE INTO sync_cell (tbl, row, col, site, ver, hlc, ctx, lseq)
    SELECT tbl, row, ?3, coalesce(bsite, site), coalesce(bver, ver), coalesce(bhlc, hlc),
        coalesce(bctx, ctx), lseq FROM sync_row WHERE tbl = ?1 AND row = ?2
"""
FOREIGN_BIRTH = (
    "INSERT OR IGNORE INTO in_cell (tbl, row, col, value, site, ver, hlc, ctx)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
TOUCHED = (
    "DROP TABLE IF EXISTS temp.touched",
    "CREATE TEMP TABLE touched (tbl INTEGER, row TEXT, PRIMARY KEY (tbl, row)) WITHOUT ROWID",
)
TOUCH = "INSERT OR IGNORE INTO touched (tbl, row) VALUES (?, ?)"
WINNERS = f"SELECT tbl, row, col, value FROM judged WHERE {judging.WINS} ORDER BY n"
DERIVING = f"""
    SELECT row FROM in_row JOIN touched USING (tbl, row) WHERE tbl = ?1
    UNION SELECT row FROM judged WHERE {judging.WINS} AND tbl = ?1
        AND col IN (SELECT value FROM json_each(?2))
"""
COLUMNS_WON = f"SELECT DISTINCT tbl, col FROM judged WHERE {judging.WINS}"
ASIDE = (
    "SELECT tbl, row FROM touched WHERE EXISTS"
    " (SELECT 1 FROM sync_aside AS a WHERE a.tbl = touched.tbl AND a.row = touched.row)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging a bundle has done.

    ``touched`` are the rows that something derived may follow from, ``removed``
    those that lie in their tables no more. ``added`` counts rows that were not known,
    ``changed`` cells, ``conflicts`` those that are new here, ``waiting`` all rows that
    wait. ``is_whole`` says that nothing is missing before the bundle.
    """

    added: int
    changed: int
    conflicts: int
    waiting: int
    touched: dict[str, list[str]] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()
    is_whole: bool = True


class Merger:
    """Merges one bundle within one transaction.

    *step* is called between phases and may raise to stop everything. With
    *remember* the rows are kept as they were, so that the file can be taken back.
    """

    def __init__(
        self,
        statements: Statements,
        declaration: Declaration,
        bundle: Bundle,
        *,
        remember: str = "",
        step: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._sql = statements
        self._declaration = declaration
        self._sites = Sites(statements)
        self.staging = Staging(statements, declaration, self._sites, bundle)
        self._asides = Asides(statements, declaration)
        self._conflicts = Conflicts(statements, declaration)
        self._former = Former(statements, remember)
        self._step = step
        self._added = 0

    def merge(self) -> Merged:
        """Carry everything out; what was laid out stays to be asked until :meth:`clear`."""
        self._sql.make_room()
        # tables come in any order, rows before what they refer to
        self._sql.run("PRAGMA defer_foreign_keys = ON")
        self._sql.run("UPDATE sync_clock SET hush = 1")
        self._step("laying-out")
        self.staging.lay_out()
        for statement in (*TOUCHED, *judging.BEGIN):
            self._sql.run(statement)
        # before anything is judged: it gives both sides cells that can be
        self._part_births()
        turns = self._sql.rows(judging.TURNS)
        new = self._sql.rows(NEW_ROWS)
        # first turns, then this: a row that is noted now would be found as one that was here
        self._count_up(KEEP_NEW, len(new))
        self._sql.many(TOUCH, [(tbl, row) for _, tbl, row, _ in new])
        self._step("judging")
        self._sql.run(judging.JUDGE)
        # only after judging: until then ``touched`` means rows that came with this bundle
        self._touch(turns)
        self._conflicts.note_concurrent()
        # read now, while sync_row still has the life before the turn; kept when it stands
        lost_deaths = self._conflicts.lost_deaths()
        self._step("writing")
        # while the rows still lie in their tables
        self._note_turns(new, turns)
        self._bring_in(new)
        changed = self._write_winners()
        # after the winners, so that a row that dies is laid aside with its last values
        self._turn(turns)
        self._asides.settle(self._resting_on(new, turns))
        self._conflicts.note_deletions()
        self._conflicts.note_lost_deaths(lost_deaths)
        self._conflicts.take_in(self.staging, self.staging.bundle)
        # an edit made from now on has seen these: it must not look earlier than they do
        self._sites.catch_up(self.staging.latest())
        self._sql.run("UPDATE sync_clock SET hush = 0")
        return self._outcome(changed)

    def clear(self) -> None:
        """Drop the temporary tables."""
        for statement in ("DROP TABLE temp.touched", *judging.END):
            self._sql.run(statement)
        self.staging.clear()

    def _part_births(self) -> None:
        """Let rows that were born twice have a version for each cell, here and there."""
        for tbl, row, *birth in self._sql.rows(judging.OTHER_BIRTHS):
            table = self._declaration.by_number[tbl]
            values = self.staging.records[table.name][row]
            columns = [column.number for column in table.columns]
            self._sql.many(OWN_BIRTH, [(tbl, row, col) for col in columns])
            self._sql.many(
                FOREIGN_BIRTH,
                [
                    (tbl, row, col, value, *birth)
                    for col, value in zip(columns, values, strict=True)
                ],
            )

    def _touch(self, turns: list[Any]) -> None:
        self._sql.many(TOUCH, [(turn[0], turn[1]) for turn in turns])
        self._sql.run(
            f"INSERT OR IGNORE INTO touched SELECT tbl, row FROM judged WHERE {judging.WINS}"
        )

    def _note_turns(self, new: list[Any], turns: list[Any]) -> None:
        """Note which rows come and which go, for the day the file is taken back."""
        self._former.forget_old()
        born = [(tbl, row) for tbl, row, was, life, *_ in turns if _comes(was, life)]
        self._former.note_brought([*((tbl, row) for _, tbl, row, life in new if life % 2), *born])
        died: dict[int, list[str]] = defaultdict(list)
        for tbl, row, was, life, *_ in turns:
            if _goes(was, life):
                died[tbl].append(row)
        for tbl, rows in died.items():
            self._former.note_whole(self._declaration.by_number[tbl], rows)

    def _bring_in(self, new: list[Any]) -> None:
        """Put the rows that were not known into their tables, the dead ones aside."""
        alive: dict[int, list[str]] = defaultdict(list)
        dead: dict[int, list[str]] = defaultdict(list)
        for _, tbl, row, life in new:
            (alive if life % 2 else dead)[tbl].append(row)
        for table in self._declaration.tables:
            if table.number not in alive.keys() | dead.keys():
                continue
            records = self.staging.records.get(table.name, {})
            self._asides.insert(table, ((key, records[key]) for key in alive[table.number]))
            lost = ((key, records[key]) for key in dead[table.number])
            self._asides.lay_aside(table, lost, waiting=False)
        self._added = sum(map(len, alive.values()))

    def _write_winners(self) -> int:
        """Write the cells that stand from now on, rows with the same columns together."""
        aside = set(self._sql.rows(ASIDE))
        together: dict[tuple[int, tuple[int, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        winners = self._sql.rows(WINNERS)
        for tbl, row, columns, values in _by_row(winners):
            if (tbl, row) in aside:
                table = self._declaration.by_number[tbl]
                names = (table.by_number[col].name for col in columns)
                self._asides.change(table, row, dict(zip(names, values, strict=True)))
            else:
                together[tbl, columns].append((*values, row))
        for (tbl, columns), rows in together.items():
            table = self._declaration.by_number[tbl]
            self._former.note_columns(table, columns, [row[-1] for row in rows])
            self._sql.many(_update(table, columns), rows)
        if winners:
            self._count_up(judging.KEEP_WINNERS, self._sql.value(judging.COUNT))
        return len(winners)

    def _turn(self, turns: list[Any]) -> None:
        """Let rows die or live again whose life takes the turn that came."""
        counter = self._sites.counter()
        died: dict[int, list[str]] = defaultdict(list)
        lines, reborn = [], []
        for number, (tbl, row, was, life, *versions) in enumerate(turns, 1):
            lines.append((tbl, row, life, *versions, counter + number))
            if _goes(was, life):
                died[tbl].append(row)
            elif _comes(was, life):
                reborn.append((tbl, row))
        self._sql.many(KEEP_TURN, lines)
        self._sql.run("UPDATE sync_clock SET counter = counter + ?", len(lines))
        self._sql.many("UPDATE sync_aside SET waiting = 1 WHERE tbl = ? AND row = ?", reborn)
        for table in self._declaration.tables:
            keys = died[table.number]
            self._asides.take_out(table, keys, waiting=False)
            # one that waited for its parent was not in its table
            self._sql.many(
                "UPDATE sync_aside SET waiting = 0 WHERE tbl = ? AND row = ?",
                [(table.number, key) for key in keys],
            )

    def _resting_on(self, new: list[Any], turns: list[Any]) -> set[int]:
        """Return the tables (numbers) whose rows may refer to something that is not there."""
        moved = {tbl for _, tbl, *_ in new} | {turn[0] for turn in turns}
        for tbl, col in self._sql.rows(
            f"SELECT DISTINCT tbl, col FROM judged WHERE {judging.WINS}"
        ):
            table = self._declaration.by_number[tbl]
            if table.by_number[col].name in table.parents:
                moved.add(tbl)
        return moved

    def _count_up(self, sql: str, count: int) -> None:
        """Run *sql* that numbers *count* entries from the clock's counter."""
        if count:
            self._sql.run(sql, self._sites.counter())
            self._sql.run("UPDATE sync_clock SET counter = counter + ?", count)

    def _outcome(self, changed: int) -> Merged:
        touched: dict[str, list[str]] = defaultdict(list)
        for table in self.staging.tables():
            keys = self._sql.rows(DERIVING, table.number, table.deriving)
            if keys:
                touched[table.name].extend(key for (key,) in keys)
        for name, key in self._asides.returned:
            touched[name].append(key)
        return Merged(
            added=self._added,
            changed=changed,
            conflicts=self._conflicts.found,
            waiting=self._asides.waiting(),
            touched=dict(touched),
            removed=tuple(self._asides.removed),
        )


def _by_row(
    winners: list[tuple[int, str, int, Any]],
) -> Iterator[tuple[int, str, tuple[int, ...], tuple[Any, ...]]]:
    """Yield the cells of each row together, which stand one after the other.

    By hand: a hundred thousand cells take half a second in :func:`itertools.groupby`.
    """
    here: tuple[int, str] | None = None
    columns: list[int] = []
    values: list[Any] = []
    for tbl, row, col, value in winners:
        if here != (tbl, row):
            if here is not None:
                yield *here, tuple(columns), tuple(values)
            here, columns, values = (tbl, row), [], []
        columns.append(col)
        values.append(value)
    if here is not None:
        yield *here, tuple(columns), tuple(values)


def _comes(was: int, life: int) -> bool:
    return life % 2 == 1 and was % 2 == 0


def _goes(was: int, life: int) -> bool:
    return life % 2 == 0 and was % 2 == 1


def _update(table: SyncTable, columns: tuple[int, ...]) -> str:
    settings = [f'"{table.by_number[col].name}" = ?' for col in columns]
    if table.has_version:
        settings.append("version = version + 1")
    return f'UPDATE "{table.name}" SET {", ".join(settings)} WHERE "{table.key}" = ?'
