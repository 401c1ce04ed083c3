from __future__ import annotations

import random

import pytest
from pypdfium2 import PdfDocument

from station_app.domain.audit.chain import FaultKind
from station_app.services.access import AccessService
from tests.store.tampering import tamper
from tests.ui.cli.conftest import CHEAP, PASSPHRASE
from ui.cli.words import WORDS


def spoil(copy, kind):
    station = copy.station()
    with station.store.transaction() as tx:
        fault = tamper(tx.session.connection(), kind, random.Random(kind))
    station.close()
    return fault


def forget_heads(copy):
    """Do what somebody does who knows that heads are kept beside the entries."""
    station = copy.station()
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("DELETE FROM audit_head")
    station.close()


def anchor_of(told):
    return "{number}:{digest}".format(**told["head"])


def test_a_whole_audit_is_told_with_its_count_and_its_last_entry(command):
    code, told = command.json("audit", "verify")
    assert (code, told["whole"], told["fault"]) == (0, True, None)
    assert told["count"] == told["head"]["number"] > 0
    assert len(told["head"]["digest"]) == 64


def test_what_was_told_last_is_what_can_be_given_as_an_anchor(command):
    _, out, _ = command("audit", "verify")
    whole, last, hint = out.splitlines()
    anchor = last.partition(": ")[2]
    assert whole.startswith("The audit is whole: all of its")
    assert "--anchor" in hint
    code, out, _ = command("audit", "verify", "--anchor", anchor)
    assert code == 0
    assert out.splitlines() == [whole, last]


def test_an_anchor_copied_by_hand_may_have_blanks_and_capitals(command):
    _, told = command.json("audit", "verify")
    number, digest = told["head"]["number"], told["head"]["digest"].upper()
    groups = " ".join(digest[place : place + 4] for place in range(0, 64, 4))
    assert command("audit", "verify", "--anchor", f"{number}: {groups}")[0] == 0


def test_the_line_of_the_day_book_is_an_anchor(command):
    _, told = command.json("audit", "head")
    code, out, _ = command("audit", "head")
    title, line = out.strip().split(": ")
    number, day, digest = line.split("  ")
    assert (code, title) == (0, "Day book")
    assert (int(number), day, digest.replace(" ", "")) == tuple(told.values())
    assert {len(group) for group in digest.split(" ")} == {4}
    assert command("audit", "verify", "--anchor", f"{number}:{digest}")[0] == 0


def test_no_head_of_a_broken_chain_is_given_out(copy):
    spoil(copy, "the facts changed")
    code, told = copy.json("audit", "head")
    assert (code, told["whole"]) == (3, False)
    assert copy("audit", "head")[1].startswith("The audit was tampered with")


def test_a_new_station_has_its_founder_for_the_day_book(at_new_home, new_home):
    AccessService(CHEAP).create(new_home, PASSPHRASE)
    at_new_home.station().close()
    code, out, _ = at_new_home("audit", "head")
    assert (code, out[:11]) == (0, "Day book: 1")


def test_a_changed_entry_is_told_by_its_number(copy):
    fault = spoil(copy, "the facts changed")
    code, told = copy.json("audit", "verify")
    say = f"The audit was tampered with: entry {fault.number} was changed."
    assert (code, told["whole"]) == (3, False)
    assert told["fault"] == {"kind": "changed", "number": fault.number, "say": say}
    code, out, _ = copy("audit", "verify")
    assert (code, out.splitlines()[0]) == (3, say)


def test_a_cut_and_a_replaced_audit_are_found_with_an_anchor_only(copy):
    _, before = copy.json("audit", "verify")
    spoil(copy, "the whole replaced")
    forget_heads(copy)
    assert copy.json("audit", "verify")[0] == 0
    code, told = copy.json("audit", "verify", "--anchor", anchor_of(before))
    assert (code, told["fault"]["kind"]) == (3, "replaced")


def test_a_check_tells_a_broken_audit_and_does_not_advise_a_backup(copy):
    _, whole = copy.json("check")
    assert (whole["integrity"], whole["audit"]["whole"]) == ("ok", True)
    fault = spoil(copy, "the facts changed")
    code, told = copy.json("check")
    assert (code, told["integrity"]) == (3, "wrong")
    assert (told["audit"]["whole"], told["audit"]["fault"]["number"]) == (False, fault.number)
    _, out, _ = copy("check")
    assert out.startswith("The audit was tampered with")


@pytest.mark.parametrize("anchor", ["", "1", "0:" + "0" * 64, "1:" + "0" * 63, "-1:" + "0" * 64])
def test_an_anchor_that_is_none_is_wrong_usage(command, capsys, anchor):
    with pytest.raises(SystemExit) as ended:
        command("audit", "verify", f"--anchor={anchor}")
    assert ended.value.code == 2


def test_a_store_that_cannot_be_opened_ends_with_five(at_new_home):
    assert at_new_home.json("audit", "verify")[0] == 5


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_its_sentence(kind):
    assert "{number}" in WORDS[f"audit-{kind}"]


def test_a_day_sheet_is_made_whose_line_is_an_anchor(copy, tmp_path):
    code, told = copy.json("audit", "sheet", "--out", tmp_path / "sheet.pdf")
    pages = len(PdfDocument(tmp_path / "sheet.pdf"))
    assert (code, told["pages"]) == (0, pages)
    _, head = copy.json("audit", "head")
    line = f"{head['number']}  {head['day']}  {head['digest']}"
    assert copy("audit", "verify", "--anchor", line)[0] == 0


def test_entries_are_given_out_with_a_reason(copy, tmp_path):
    _, before = copy.json("audit", "verify")
    path = tmp_path / "audit.xlsx"
    code, told = copy.json("audit", "export", path, "--reason", "年度检查")
    assert (code, told["entries"]) == (0, before["count"])
    assert path.exists()
    assert copy.json("audit", "export", tmp_path / "a.doc", "--reason", "x")[0] == 3


def test_alarms_are_told_until_somebody_has_explained_them(copy):
    station = copy.station()
    with station.store.transaction() as tx:
        tx.audit.add("audit:chain:faulty", fault="changed", number=1)
    station.close()
    code, told = copy.json("audit", "verify")
    assert (code, [alarm["what"] for alarm in told["alarms"]]) == (0, ["changed"])
    assert "Alarm, entry" in copy("audit", "verify")[1]
    assert copy.json("audit", "settle", "--reason", "演练")[1] == {"alarms": 1}
    assert copy.json("audit", "verify")[1]["alarms"] == []


def test_heads_of_others_and_an_early_archive_have_their_answers(copy):
    assert copy.json("audit", "heads") == (0, {"heads": []})
    code, told = copy.json("audit", "archive")
    assert (code, told["refused"]) == (3, "audit.nothing-to-archive")


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01"])
def test_a_day_that_is_none_is_wrong_usage(command, tmp_path, day):
    with pytest.raises(SystemExit) as ended:
        command("audit", "sheet", "--out", tmp_path / "x.pdf", "--day", day)
    assert ended.value.code == 2
