"""The contracts of pyproject.toml and the rules of the house, kept by every source file."""

from __future__ import annotations

from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests import rules

TOP = Path(__file__).parents[1]
SOURCES = sorted(
    path.relative_to(TOP).as_posix()
    for room in ("station_app", "ui")
    for path in (TOP / room).rglob("*.py")
)

WRITES_FILES = {"station_app/store/files.py"}
CATCHES_ALL = {"ui/kit/jobs.py", "ui/shell/faults.py"}

# Search marks the digits of a number whose kind its entries do not know.
# The facts of the audit are texts of any kind.
MASKING = [
    "station_app/domain/audit/facts.py",
    "station_app/domain/privacy/masks.py",
    "station_app/domain/search/hits.py",
]

# Packages from outside, and who may know them.
KNOWN_TO = {
    "reportlab": "station_app/services/certificates/*",
    "python_calamine": "station_app/services/imports/*",
    "xlsxwriter": "station_app/services/exports/text_book.py",
    "sqlalchemy": "station_app/store/*",
    "alembic": "station_app/store/*",
    "sqlcipher3": "station_app/store/*",
    "qtawesome": "ui/*",
    "sqlite3": "station_app/store/*",
    "argon2": "station_app/store/vault/*",
    "cryptography": (
        "station_app/store/vault/*",
        "station_app/services/sync/*",
        "station_app/services/certificates/signing.py",
    ),
    "zxingcpp": (
        "station_app/services/certificates/drawing/*",
        "station_app/services/certificates/code_child.py",
    ),
    "cbor2": ("station_app/services/sync/*", "station_app/store/sync/*"),
}


@cache
def read(path):
    return (TOP / path).read_text(encoding="utf-8")


@cache
def packages(path):
    return rules.imported_packages(read(path))


def test_import_contracts_are_kept():
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_there_are_sources_to_look_at():
    assert "ui/kit/jobs.py" in SOURCES
    assert "station_app/domain/errors.py" in SOURCES


def test_files_are_written_by_the_store_alone():
    found = {path: rules.file_writes(read(path)) for path in SOURCES if path not in WRITES_FILES}
    assert {path: writes for path, writes in found.items() if writes} == {}


def test_nothing_else_catches_everything():
    found = {path: rules.broad_excepts(read(path)) for path in SOURCES}
    assert {
        path: excepts
        for path, excepts in found.items()
        if len(excepts) > (1 if path in CATCHES_ALL else 0)
    } == {}


def test_files_stay_short():
    lengths = {path: len(read(path).splitlines()) for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines > 500} == {}


def test_functions_stay_short():
    assert [
        (path, name)
        for path in SOURCES
        for name, lines in rules.function_lengths(read(path))
        if lines > 45
    ] == []


def test_checkers_are_silenced_for_a_reason():
    assert [
        (path, line)
        for path in SOURCES
        for line in rules.suppressions(read(path))
        if not rules.has_reason(line)
    ] == []


def test_checkers_are_silenced_rarely():
    lines = sum(len(read(path).splitlines()) for path in SOURCES)
    silenced = sum(len(rules.suppressions(read(path))) for path in SOURCES)
    assert silenced <= 4 * lines / 1000


@pytest.mark.parametrize(("package", "knower"), KNOWN_TO.items())
def test_packages_from_outside_are_known_where_they_belong(package, knower):
    knowing = [path for path in SOURCES if package in packages(path)]
    knowers = (knower,) if isinstance(knower, str) else knower
    assert [
        path for path in knowing if not any(fnmatch(path, allowed) for allowed in knowers)
    ] == []


def test_what_is_seen_of_a_value_is_decided_in_one_place():
    """Who masks by himself does not hear when the class of a field changes."""
    masks = [path for path in SOURCES if "identity.masking import" in read(path)]
    assert masks == MASKING


@pytest.mark.parametrize(
    "line",
    [
        "open(path, 'w')",
        "open(path, 'ab')",
        "open(path, mode='x')",
        "open(path, mode=chosen)",
        "open(path, 'r+', encoding='utf-8')",
        "io.open(path, 'wb')",
        "path.open('w', encoding='utf-8')",
        "path.open(mode='a')",
        "Path(name).open('xb')",
        "path.write_text(text)",
        "path.write_bytes(data)",
        "path.touch()",
        "path.replace(target)",
        "(folder / name).replace(target)",
        "path.rename(target)",
        "os.replace(old, new)",
        "os.rename(old, new)",
        "os.open(path, os.O_WRONLY)",
        "os.fdopen(handle, 'w')",
        "shutil.copy(old, new)",
        "shutil.copy2(old, new)",
        "shutil.copyfile(old, new)",
        "shutil.copytree(old, new)",
        "shutil.move(old, new)",
        "from os import replace",
        "from shutil import copy as duplicate",
        "from shutil import copyfile\ncopyfile(old, new)",
        "tempfile.NamedTemporaryFile()",
        "tempfile.mkstemp()",
        "with tempfile.TemporaryDirectory() as folder: pass",
        "zipfile.ZipFile(path, 'w')",
        "gzip.open(path, 'wb')",
        "QSaveFile(name)",
        "printer.setOutputFileName(name)",
    ],
)
def test_every_way_to_write_a_file_is_seen(line):
    assert rules.file_writes(line)


@pytest.mark.parametrize(
    "line",
    [
        "open(path)",
        "open('a')",
        "open(path, 'rb')",
        "path.open(encoding='utf-8')",
        "path.open('rb')",
        "zipfile.ZipFile(path)",
        "path.read_text(encoding='utf-8')",
        "text.replace('a', 'b')",
        "moment.replace(microsecond=0)",
        "dataclasses.replace(draft, name='x')",
        "tx.residents.replace(person)",
        "popup.move(place)",
        "webbrowser.open(address)",
        "# open(path, 'w')",
        "'path.write_text(text)'",
    ],
)
def test_reading_is_free(line):
    assert rules.file_writes(line) == []


@pytest.mark.parametrize("kind", ["", " Exception", " BaseException", " (OSError, Exception)"])
def test_catching_everything_is_seen(kind):
    assert rules.broad_excepts(f"try:\n    work()\nexcept{kind}:\n    pass\n") == [3]


def test_catching_everything_to_pass_it_on_is_free():
    assert (
        rules.broad_excepts("try:\n    work()\nexcept BaseException:\n    undo()\n    raise\n")
        == []
    )


def test_a_reason_is_more_than_a_code():
    assert rules.has_reason("x = 1  # noqa: N802 - Qt's name")
    assert rules.has_reason("x = 1  # type: ignore[misc]  # ReportLab has no hints")
    assert not rules.has_reason("x = 1  # noqa: N802")
    assert not rules.has_reason("x = 1  # noqa")
    assert not rules.has_reason("x = 1  # noqa: N802 - X")
    assert not rules.has_reason("x = 1  # type: ignore[misc]")


def test_a_function_is_measured_without_its_docstring():
    source = 'def f():\n    """Say.\n\n    More.\n    """\n    a = 1\n    return a\n'
    assert list(rules.function_lengths(source)) == [("f", 3)]
