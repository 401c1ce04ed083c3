from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import station_app
from station_app.domain.counter.admission.flow import WhyNot as WhyNotTask
from station_app.domain.counter.bad_ratings import WhyNot
from station_app.domain.counter.case_files import FileWhy
from station_app.domain.counter.case_flow import Why
from station_app.domain.errors import LockedOutError, RefusedError, StationError
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from ui.kit.moments import moment_words
from ui.shell.case_wording import CASES
from ui.shell.exchange_wording import EXCHANGE, FILES
from ui.shell.paper_wording import PAPERS, PARTS
from ui.shell.wording import ERRORS, PHASES, REFUSALS, phase_words, sentence_of

ROOT = Path(station_app.__file__).parent


def all_modules():
    for module in pkgutil.walk_packages(station_app.__path__, "station_app."):
        if not module.name.endswith(("__main__", ".env")) and ".versions" not in module.name:
            importlib.import_module(module.name)


def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


def words_given(call, name):
    """Return the texts that stand as first argument of *name* all over the program."""
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and node.args
            if is_call and getattr(node.func, "id", getattr(node.func, "attr", "")) == name:
                place = node.args[call] if len(node.args) > call else None
                if isinstance(place, ast.Constant) and isinstance(place.value, str):
                    found.add(place.value)
    return found


def test_every_error_of_the_program_has_its_sentence():
    all_modules()
    codes = {
        error.code for error in below(StationError) if error.__module__.startswith("station_")
    }
    assert codes - set(ERRORS) == set()


def test_every_reason_for_a_refusal_has_its_sentence():
    reasons = words_given(0, "RefusedError") | words_given(0, "FileRefusedError")
    assert "station-exists" in reasons
    assert reasons - set(REFUSALS) - set(EXCHANGE) - set(CASES) - set(PAPERS) == set()


def test_every_reason_why_a_step_of_a_case_is_not_taken_has_its_sentence():
    assert {each.value for each in (*Why, *WhyNot, *WhyNotTask, *FileWhy)} <= set(CASES)
    for code in CASES:
        facts = dict.fromkeys(("name", "other", "names", "number", "item"), "户口簿")
        limits = dict.fromkeys(("given", "kept", "case", "files", "pixels", "pages"), 9)
        told = sentence_of(RefusedError(code, until=date(2026, 3, 20), **facts, **limits))
        assert told not in {"", ERRORS["rule.refused"]}
        assert "…" not in told


def test_every_obstacle_of_a_certificate_has_its_sentence():
    obstacles = {
        str(each) for each in importlib.import_module("station_app.domain.certificates").Obstacle
    }
    assert obstacles - set(REFUSALS) == set()


def test_every_reason_not_to_take_a_file_in_has_its_sentence():
    assert set(FILES) == set(Refusal)
    for reason in Refusal:
        told = sentence_of(SyncFileRefusedError(reason, name="laptop", number=3))
        assert told != ERRORS["sync.refused"]
        assert "…" not in told


def test_letters_of_either_kind_are_told_apart():
    assert {"enrol.not-a-request", "enrol.not-a-grant"} <= set(EXCHANGE)


def test_every_phase_of_long_work_has_its_words():
    phases = words_given(2, "step")
    assert "filling" in phases
    assert phases - set(PHASES) == set()
    assert all(phase_words(phase) for phase in phases)


def test_an_unknown_phase_is_silence():
    assert phase_words("whatever") == ""


def test_facts_fill_in_the_sentence():
    error = RefusedError("certificate.facts-too-old", verified_on=date(2025, 1, 2), days=365)
    assert "2025-01-02" in sentence_of(error)
    assert "365" in sentence_of(error)


def test_a_moment_is_told_by_the_clock_on_the_wall():
    until = datetime(2026, 3, 1, 8, 15, tzinfo=UTC)
    assert moment_words(until) in sentence_of(LockedOutError(until=until))


def test_a_path_is_named_by_its_last_part():
    error = RefusedError("file-missing", name=Path("/home/someone/roster.xlsx"))
    assert "roster.xlsx" in sentence_of(error)
    assert "someone" not in sentence_of(error)


def test_a_fact_that_is_missing_leaves_an_ellipsis():
    assert "…" in sentence_of(RefusedError("file-missing"))


def test_a_reason_nobody_has_worded_is_still_a_sentence():
    assert sentence_of(RefusedError("brand-new")) == ERRORS["rule.refused"]


@pytest.mark.parametrize(
    "table", [ERRORS, REFUSALS, EXCHANGE, FILES], ids=["errors", "refusals", "exchange", "files"]
)
def test_sentences_are_the_clerks_words(table):
    for code, sentence in table.items():
        assert re.search(r"[.…]$", sentence), code
        assert not re.search(r"\b(SQL|null|exception|database file|invalid)\b", sentence), code


@pytest.mark.parametrize("code", [code for code in PAPERS if code.startswith("paper.")])
def test_a_field_beyond_the_edge_is_named_in_words(code):
    told = sentence_of(RefusedError(code, part="body.2"))
    assert told != ERRORS["rule.refused"]
    assert ("text 2" in told) == (code == "paper.off-the-page")


def test_every_part_of_a_paper_has_a_name():
    drawing = ROOT / "services" / "certificates" / "drawing"
    written = "".join(path.read_text(encoding="utf-8") for path in drawing.glob("*.py"))
    marked = set(re.findall(r'(?:_as_part|part_of|sheet\.part)\("([a-z_]+)"', written))
    assert {"number", "signature", "stub_field"} <= marked
    assert marked - set(PARTS) == set()
