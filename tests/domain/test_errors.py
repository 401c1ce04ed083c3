from __future__ import annotations

import pytest

from station_app.domain.actors import Actor
from station_app.domain.errors import (
    CancelledError,
    Problem,
    RefusedError,
    StationError,
    StoreUnavailableError,
    ValidationFailedError,
    WrongPassphraseError,
)
from station_app.domain.sync.files import Refusal, SyncFileRefusedError


def families(kind=StationError):
    return [kind, *(each for child in kind.__subclasses__() for each in families(child))]


def test_no_two_failures_share_a_code():
    codes = [kind.code for kind in families()]
    assert len(set(codes)) == len(codes)


def test_facts_are_kept_out_of_what_a_log_would_print():
    failed = RefusedError("still-awaited", name="曾小贤", number="110000199001010013")
    assert failed.facts == {
        "reason": "still-awaited",
        "name": "曾小贤",
        "number": "110000199001010013",
    }
    assert str(failed) == "rule.refused"
    assert "曾" not in repr(failed)


def test_facts_of_a_problem_are_not_printed_nor_compared():
    one, other = (Problem("name", "taken", {"by": name}) for name in ("曾小贤", "胡一菲"))
    assert one == other
    assert "曾" not in repr(one)


def test_what_cannot_be_accepted_carries_its_problems():
    problems = (Problem("name", "missing"), Problem("born", "too-old"))
    with pytest.raises(StationError, match=r"validation\.failed") as failed:
        raise ValidationFailedError(problems)
    assert failed.value.problems == problems


def test_a_store_that_does_not_open_is_told_from_work_that_was_stopped():
    assert issubclass(WrongPassphraseError, StoreUnavailableError)
    assert not issubclass(CancelledError, StoreUnavailableError | RefusedError)


def test_a_sync_file_that_is_refused_says_why():
    refused = SyncFileRefusedError(Refusal.TWICE, number=7)
    assert refused.reason is Refusal.TWICE
    assert refused.facts == {"reason": Refusal.TWICE, "number": 7}


def test_a_record_is_signed_with_who_and_where():
    assert Actor(name="曾小贤", device="窗口2").signature() == "曾小贤@窗口2"
