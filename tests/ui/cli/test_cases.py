"""``station case paper``."""

from __future__ import annotations

import pytest

from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from tests.pdf_text import text_of
from ui.cli.arguments import CASE_PAPERS


@pytest.fixture
def number(command):
    station = command.station()
    told = CaseDraft(item_id=id_of_shipped("noise"), applicant="张三")
    key = station.cases.draft(told).value
    given = station.cases.receive(key, version=1).value
    station.close()
    return given


def entries(command):
    station = command.station()
    with station.store.reading() as tx:
        sql = "SELECT count(*) FROM audit_entry WHERE act = 'case:paper:saved'"
        found = tx.session.connection().exec_driver_sql(sql).scalar_one()
    station.close()
    return found


def test_every_paper_can_be_named():
    assert tuple(CasePaperKind) == CASE_PAPERS


def test_the_receipt_is_written_and_noted(command, number, tmp_path):
    out, before = tmp_path / "回执.pdf", entries(command)
    code, told = command.json("case", "paper", number.replace("-", ""), "--out", out)
    assert (code, told) == (0, {"number": number, "kind": "receipt", "pages": 2})
    assert text_of(out.read_bytes()).count(number) == 2
    assert entries(command) == before + 1


def test_what_the_case_has_not_is_refused_and_not_noted(command, number, tmp_path):
    out, before = tmp_path / "a.pdf", entries(command)
    code, told = command.json("case", "paper", number, "--kind", "closing", "--out", out)
    assert (code, told["refused"]) == (3, "case.no-such-paper")
    assert told["say"]
    assert not out.exists()
    assert entries(command) == before


def test_a_number_with_a_wrong_digit_is_told(command, number, tmp_path):
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    code, told = command.json("case", "paper", wrong, "--out", tmp_path / "a.pdf")
    assert (code, told["refused"]) == (3, "case.number-misread")


def test_a_folder_that_is_not_there_is_told_before_anything_is_noted(command, number, tmp_path):
    before = entries(command)
    out = tmp_path / "nowhere" / "a.pdf"
    code, told = command.json("case", "paper", number, "--out", out)
    assert (code, told["error"]) == (4, "file-not-written")
    assert entries(command) == before
