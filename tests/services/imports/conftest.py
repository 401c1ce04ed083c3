"""A way from a file to the people in it, without a store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from station_app.domain.findings import Severity
from station_app.services.imports.columns import match_columns
from station_app.services.imports.layout import find_tables
from station_app.services.imports.lexicon import Lexicon
from station_app.services.imports.reading import read_spreadsheet
from station_app.services.imports.roster import read_roster
from station_app.services.imports.vocabulary import load_vocabulary
from station_app.services.progress import Silence
from station_app.store.reference import load_reference
from tests.conftest import StoppedClock

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "resources"


@pytest.fixture
def clock():
    """A day after the rosters were drawn up."""
    return StoppedClock(datetime(2026, 11, 23, 8, tzinfo=UTC))


@pytest.fixture(scope="session")
def vocabulary():
    return load_vocabulary(RESOURCES / "imports")


@pytest.fixture(scope="session")
def reference():
    return load_reference(RESOURCES)


@pytest.fixture
def understand(vocabulary, reference):
    """Return what is understood of a file: tables, matches, roster, counts."""

    def read(path):
        file = read_spreadsheet(path, Silence())
        tables, left_out = find_tables(file, vocabulary)
        words = Lexicon(reference.tables, today=TODAY).tag_words()
        matches = [match_columns(table, vocabulary, tag_words=words) for table in tables]
        roster = read_roster(
            tables,
            matches,
            reference.tables,
            today=TODAY,
            marks=vocabulary.marks,
            estates=(),
            progress=Silence(),
        )
        return SimpleNamespace(
            file=file,
            tables=tables,
            left_out=left_out,
            matches=matches,
            roster=roster,
            counts=(
                len(roster.taken()),
                roster.counts(Severity.WARNED),
                roster.counts(Severity.REFUSED),
                len(roster.households),
            ),
        )

    return read
