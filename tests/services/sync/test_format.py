"""The file in docs/sync-format.md opens, here and by a reader written from that page."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_app.domain.sync.bundle import Bundle, CellBlock, Stamps, TableBlock
from station_app.services.sync.sealing import DeviceKeys, open_sealed, seal
from tests.services.sync import other_reader
from tests.services.sync.bundles import CLOCK, KEYS, SITES, a_bundle, a_header
from tests.services.sync.mutants import a_varied_bundle

PAGE = Path(__file__).parents[3] / "docs" / "sync-format.md"
SENDER = DeviceKeys(signing=bytes(range(32)), sealing=bytes(range(32, 64)))
RECEIVER = DeviceKeys(signing=bytes(range(64, 96)), sealing=bytes(range(96, 128)))


def the_bundle():
    """What the file of the page says."""

    def cells(column, values, ver):
        stamps = Stamps(site=[0, 0], ver=[ver, ver + 1], hlc=[CLOCK, CLOCK + 1], ctx=[1, 1])
        return CellBlock(column=column, keys=[*KEYS[:2]], values=values, stamps=stamps)

    moments = ["2026-03-01T08:00:00.000123Z", "2026-03-01T08:00:00.000456Z"]
    blocks = [cells("note", ["独居", None], 2), cells("changed_at", moments, 4)]
    table = TableBlock(table="resident", cells=blocks, evicted=[KEYS[2]])
    return Bundle(
        schema=1, site=0, sites=[*SITES], base=1, top=5, knowledge={0: 5, 1: 9}, tables=[table]
    )


def on_the_page():
    """The keys and the file of the page, by name."""
    found, last = {}, ""
    for line in PAGE.read_text(encoding="utf-8").split("```")[1].strip().splitlines():
        name, _, digits = line.rpartition(" ")
        last = name.strip() or last
        found[last] = found.get(last, b"") + bytes.fromhex(digits)
    return found


def test_file_of_the_page_opens():
    given = on_the_page()
    sender = DeviceKeys(signing=given["sender signing"], sealing=given["sender sealing"])
    receiver = DeviceKeys(signing=given["receiver signing"], sealing=given["receiver sealing"])
    assert (sender, receiver) == (SENDER, RECEIVER)
    header, bundle = open_sealed(given["file"], receiver=receiver, sender=sender.public())
    assert header == a_header(the_bundle())
    assert seen_by_us(bundle) == seen_by_us(the_bundle())


def seen_by_us(bundle):
    """The bundle in the form of the other reader."""
    lines, sums = bundle.conflicts, bundle.sums
    return {
        **{name: getattr(bundle, name) for name in ("schema", "site", "base", "top", "acked")},
        "acked_site": bundle.acked_site,
        "sites": [*bundle.sites],
        "knowledge": {**bundle.knowledge},
        "contexts": [(one.site, one.number, {**one.known}) for one in bundle.contexts],
        "tables": [_table(table) for table in bundle.tables],
        "conflicts": [
            *([getattr(line, name) for line in lines] for name in ("table", "key", "column")),
            [[line.a[part] for line in lines] for part in range(4)],
            [line.a_value for line in lines],
            [[line.b[part] for line in lines] for part in range(4)],
            [line.b_value for line in lines],
            [int(line.is_deletion) for line in lines],
        ],
        "sums": [
            [getattr(one, name) for one in sums] for name in ("table", "area", "count", "digest")
        ],
        "notes": {**bundle.notes},
    }


def _table(table):
    cells = [
        (block.column, [*block.keys], [*block.values], _stamps(block.stamps))
        for block in table.cells
    ]
    rows = table.rows and {
        "keys": [*table.rows.keys],
        "life": [*table.rows.life],
        "turns": _stamps(table.rows.turns),
        "births": [(place, *birth) for place, birth in table.rows.births.items()],
        "columns": {name: [*values] for name, values in table.rows.columns.items()},
    }
    return table.table, rows, cells, [*table.evicted]


def _stamps(stamps):
    return [[*part] for part in (stamps.site, stamps.ver, stamps.hlc, stamps.ctx)]


@pytest.mark.parametrize(
    "bundle",
    [the_bundle(), a_bundle(), a_varied_bundle(), a_varied_bundle(3, 300)],
    ids=["page", "small", "varied", "large"],
)
def test_another_reader_understands_the_page(bundle):
    file = seal(a_header(bundle), bundle, sender=SENDER, receiver=RECEIVER.public())
    header, told = other_reader.read(
        file, receiver_sealing=RECEIVER.sealing, sender_signing=SENDER.public().signing
    )
    assert told == seen_by_us(bundle)
    assert header["counts"] == bundle.counts()
