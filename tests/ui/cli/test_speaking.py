"""How a command speaks: one object for scripts, sentences for people, a code for the shell."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest

from station_app.domain.errors import (
    CancelledError,
    EditConflictError,
    NetworkPathError,
    NotFoundError,
    Problem,
    RefusedError,
    StationMissingError,
    StoreBusyError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.sync.files import Refusal, SyncFileRefusedError
from ui.cli import speaking
from ui.cli.answer import Answer
from ui.cli.passphrase import NoPassphraseError
from ui.cli.speaking import NO_STORE, NOT_FOUND, REFUSED, WIDTH, WRONG_USAGE, Speaker

PEOPLE, SCRIPTS = False, True


class Terminal(io.StringIO):
    """Standard error of somebody who looks at it."""

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    made = Terminal()
    # not sys itself: pytest puts its own stream back before the test begins
    monkeypatch.setattr(speaking, "sys", SimpleNamespace(stderr=made))
    return made


def told(capsys):
    """Return what stands on standard output and on standard error."""
    heard = capsys.readouterr()
    return heard.out, heard.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RefusedError("certificate.not-living-here"), REFUSED),
        (EditConflictError(), REFUSED),
        (ValidationFailedError((Problem("name", "missing"),)), REFUSED),
        (SyncFileRefusedError(Refusal.TWICE), REFUSED),
        (CancelledError(), REFUSED),
        (NotFoundError(name="曾小贤"), NOT_FOUND),
        (RefusedError("file-missing", name="a.csv"), NOT_FOUND),
        (RefusedError("file-not-written", name="a.csv"), NOT_FOUND),
        (StationMissingError(), NO_STORE),
        (WrongPassphraseError(), NO_STORE),
        (StoreBusyError(), NO_STORE),
        (NetworkPathError(), NO_STORE),
        (NoPassphraseError(variable="STATION_PASSPHRASE"), WRONG_USAGE),
    ],
)
@pytest.mark.parametrize("is_json", [PEOPLE, SCRIPTS])
def test_each_failure_has_its_exit_code(capsys, error, code, is_json):
    assert Speaker(is_json=is_json).refuse(error) == code
    out, err = told(capsys)
    assert bool(out) is is_json
    assert bool(err) is not is_json


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (RefusedError("resident.same-number"), "refused", "resident.same-number"),
        (EditConflictError(), "refused", "record.edit-conflict"),
        (StationMissingError(), "error", "store.missing"),
        (NotFoundError(), "error", "record.not-found"),
        (NoPassphraseError(variable="X"), "error", "passphrase.missing"),
    ],
)
def test_scripts_tell_a_rule_from_a_station_that_cannot_be_used(capsys, error, kind, reason):
    Speaker(is_json=SCRIPTS).refuse(error)
    answer = json.loads(told(capsys)[0])
    assert answer[kind] == reason
    assert answer["say"]


def test_problems_are_told_field_by_field(capsys):
    error = ValidationFailedError((Problem("name", "missing"), Problem("born", "too-old")))
    Speaker(is_json=SCRIPTS).refuse(error)
    assert json.loads(told(capsys)[0])["problems"] == [
        {"field": "name", "code": "missing"},
        {"field": "born", "code": "too-old"},
    ]
    Speaker(is_json=PEOPLE).refuse(error)
    assert told(capsys)[1].splitlines()[1:] == ["  name: missing", "  born: too-old"]


def test_an_answer_is_lines_for_people_and_one_object_for_scripts(capsys):
    answer = Answer(values={"name": "曾小贤"}, lines=["曾小贤", "阿依古丽"], code=REFUSED)
    assert Speaker(is_json=PEOPLE).tell(answer) == REFUSED
    assert told(capsys) == ("曾小贤\n阿依古丽\n", "")
    assert Speaker(is_json=SCRIPTS).tell(answer) == REFUSED
    assert told(capsys) == ('{"name": "曾小贤"}\n', "")


def test_a_line_break_in_a_name_does_not_break_the_object(capsys):
    Speaker(is_json=SCRIPTS).tell(Answer(values={"name": "曾\n小贤"}, lines=[]))
    out, _ = told(capsys)
    assert out.count("\n") == 1
    assert json.loads(out) == {"name": "曾\n小贤"}


def test_progress_is_shown_to_who_looks_and_wiped_before_the_answer(capsys, terminal):
    speaker = Speaker(is_json=PEOPLE)
    speaker.step(1, 4, "writing-file")
    speaker.step(2, 4)
    lines = terminal.getvalue().split("\r")[1:]
    assert [line.rstrip().rsplit(" ", 2)[1] for line in lines] == ["25", "50"]
    assert {len(line) for line in lines} == {WIDTH}
    speaker.tell(Answer(values={}, lines=["done"]))
    assert terminal.getvalue().endswith(f"\r{' ' * WIDTH}\r")


def test_a_phase_holds_until_the_next_is_named(terminal):
    speaker = Speaker(is_json=PEOPLE)
    for step in ((1, 4, "writing-file"), (2, 4, ""), (3, 4, "reading-file")):
        speaker.step(*step)
    first, second, third = (
        line.rstrip().rsplit(" ", 2)[0] for line in terminal.getvalue().split("\r")[1:]
    )
    assert first == second != third


def test_a_hundred_thousand_rows_are_a_hundred_lines(terminal):
    speaker = Speaker(is_json=PEOPLE)
    for row in range(100_000):
        speaker.step(row, 100_000)
    assert terminal.getvalue().count("\r") == 100


@pytest.mark.parametrize(("is_json", "total"), [(SCRIPTS, 4), (PEOPLE, 0)])
def test_scripts_and_work_without_an_end_see_no_progress(terminal, is_json, total):
    Speaker(is_json=is_json).step(1, total, "writing-file")
    assert terminal.getvalue() == ""


def test_a_pipe_is_not_filled_with_half_lines(capsys):
    speaker = Speaker(is_json=PEOPLE)
    speaker.step(1, 4, "writing-file")
    speaker.tell(Answer(values={}, lines=[]))
    assert told(capsys) == ("", "")
