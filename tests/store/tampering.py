"""What somebody who holds the key can do to the audit: one function a kind.

Each takes the lines of the table, changes them, and returns them with the fault
that is to be found when the head from before is given as an anchor.
"""

from __future__ import annotations

from station_app.domain.audit.chain import ORIGIN, Fault, FaultKind, Link, following
from station_app.store.audit.entries import GUARDS

COLUMNS = 'seq, at, "by", act, record_id, facts, former, digest'
SEQ, AT, BY, ACT, RECORD, FACTS, FORMER, DIGEST = range(8)
INVENTED = '{"fields": ["invented"]}'


def sealed(line, former):
    """Return *line* with the digest that its content has after *former*."""
    texts = tuple(text.encode() for text in line[AT:FORMER])
    entry = following(Link(line[SEQ] - 1, former), texts)
    return [*line[:FORMER], former, entry.digest]


def chained(lines, begin=0):
    """Return *lines* numbered and sealed anew from the place *begin* on."""
    done = [list(line) for line in lines[:begin]]
    for number, line in enumerate(lines[begin:], begin + 1):
        former = done[-1][DIGEST] if done else ORIGIN.digest
        done.append(sealed([number, *line[AT:]], former))
    return done


def changed(column, value):
    def tamper(lines, rng):
        place = rng.randrange(len(lines))
        lines[place][column] = value(lines[place][column], rng)
        return lines, Fault(FaultKind.CHANGED, place + 1)

    return tamper


def flipped(digest, rng):
    bit = rng.randrange(8 * len(digest))
    return (int.from_bytes(digest, "big") ^ (1 << bit)).to_bytes(len(digest), "big")


def taken_out(lines, rng):
    first = rng.randrange(len(lines))
    last = rng.randrange(first, len(lines))
    kind = FaultKind.CUT if last == len(lines) - 1 else FaultKind.MISSING
    return lines[:first] + lines[last + 1 :], Fault(kind, first + 1)


def swapped(lines, rng):
    one, other = sorted(rng.sample(range(len(lines)), 2))
    lines[one], lines[other] = lines[other], lines[one]
    lines[one][SEQ], lines[other][SEQ] = one + 1, other + 1
    return lines, Fault(FaultKind.REORDERED, one + 1)


def doubled(lines, rng):
    place = rng.randrange(len(lines))
    line = lines[place]
    forged = sealed([*line[:FACTS], INVENTED, *line[FORMER:]], line[FORMER])
    return [*lines[: place + 1], forged, *lines[place + 1 :]], Fault(FaultKind.DOUBLED, place + 1)


def sealed_anew(lines, rng):
    place = rng.randrange(len(lines))
    lines[place][FACTS] = INVENTED
    lines[place] = sealed(lines[place], lines[place][FORMER])
    is_last = place == len(lines) - 1
    kind = FaultKind.REPLACED if is_last else FaultKind.BROKEN
    return lines, Fault(kind, place + 1 if is_last else place + 2)


def rewritten(lines, rng):
    place = rng.randrange(len(lines))
    lines[place][BY] = "别人@desk"
    return chained(lines, place), Fault(FaultKind.REPLACED, len(lines))


def slipped_in(lines, rng):
    place = rng.randrange(len(lines))
    lines.insert(place, [0, *lines[place][AT:FACTS], INVENTED, b"", b""])
    return chained(lines, place), Fault(FaultKind.REPLACED, len(lines) - 1)


def taken_out_and_closed(lines, rng):
    place = rng.randrange(len(lines))
    del lines[place]
    return chained(lines, place), Fault(FaultKind.CUT, len(lines) + 1)


def cut(lines, rng):
    kept = rng.randrange(len(lines))
    return lines[:kept], Fault(FaultKind.CUT, kept + 1)


def replaced(lines, rng):
    count = len(lines) + rng.randrange(3)
    invented = [lines[0][AT], "别人@desk", "settings:station:changed", "", INVENTED, b"", b""]
    return chained([[0, *invented]] * count), Fault(FaultKind.REPLACED, len(lines))


KINDS = {
    "the facts changed": changed(FACTS, lambda facts, _: facts + " "),
    "the actor changed": changed(BY, lambda _, rng: f"{rng.random()}@desk"),
    "the moment changed": changed(AT, lambda at, rng: f"{rng.randrange(2027, 2090)}{at[4:]}"),
    "a text kept as bytes": changed(ACT, lambda act, _: act.encode()),
    "a digest flipped": changed(DIGEST, flipped),
    "the former digest flipped": changed(FORMER, flipped),
    "entries taken out": taken_out,
    "two entries swapped": swapped,
    "a number given twice": doubled,
    "an entry changed and sealed anew": sealed_anew,
    "an entry changed, the rest chained anew": rewritten,
    "an entry slipped in, the rest chained anew": slipped_in,
    "an entry taken out, the rest chained anew": taken_out_and_closed,
    "the end cut off": cut,
    "the whole replaced": replaced,
}


def tamper(connection, kind, rng):
    """Do to the audit what *kind* names, leave its guards as they were; return the fault."""
    run = connection.exec_driver_sql
    lines = [list(row) for row in run(f"SELECT {COLUMNS} FROM audit_entry ORDER BY seq")]  # noqa: S608 - names of ours
    lines, fault = KINDS[kind](lines, rng)
    for name in GUARDS:
        run(f"DROP TRIGGER {name}")
    if len({line[SEQ] for line in lines}) < len(lines):
        run("DROP TABLE audit_entry")  # its key would keep a number from being given twice
        run(f"CREATE TABLE audit_entry ({COLUMNS})")
    run("DELETE FROM audit_entry")
    if lines:
        add = f"INSERT INTO audit_entry ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - names of ours
        run(add, [tuple(line) for line in lines])
    for sql in GUARDS.values():
        run(sql)
    return fault
