from __future__ import annotations

import hashlib
from datetime import date

import pytest
from sqlalchemy import delete, select

from station_app.domain.residents.filters import ResidentFilter
from station_app.domain.residents.people import Verification
from station_app.store.certificates.rows import CertificateRow, SealUseRow


@pytest.fixture
def by_obstacle(command):
    """People by what forbids them a certificate; None for those who may have one."""
    station = command.station()
    found = {}
    for line in station.lists.lines(station.lists.keys(ResidentFilter())).values():
        card = station.certificates.card(line.id)
        if card.resident.documents:
            found.setdefault(card.obstacle, card.resident)
    station.close()
    return found


def ask(command, resident, out, *, purpose="子女入学", name=""):
    return command.json(
        *("certificate", "residence", "--purpose", purpose, "--out", out),
        *("--name", name or resident.particulars.name, "--id", resident.documents[0].number),
    )


def test_paper_is_written_as_archived(command, by_obstacle, tmp_path):
    out = tmp_path / "证明.pdf"
    code, told = ask(command, by_obstacle[None], out)
    assert (code, told["pages"]) == (0, 1)
    assert hashlib.sha256(out.read_bytes()).hexdigest() == told["sha256"]
    station = command.station()
    kept = station.certificates.register()[0]
    assert (kept.number, station.certificates.archived(kept.id)) == (
        told["number"],
        out.read_bytes(),
    )
    station.close()


def test_numbers_follow_one_another(command, by_obstacle, tmp_path):
    first = ask(command, by_obstacle[None], tmp_path / "a.pdf")[1]["number"]
    second = ask(command, by_obstacle[None], tmp_path / "b.pdf")[1]["number"]
    assert int(second[-5:-1]) == int(first[-5:-1]) + 1


@pytest.mark.parametrize(
    "obstacle",
    [
        "certificate.dead",
        "certificate.not-living-here",
        "certificate.never-verified",
        "certificate.facts-too-old",
    ],
)
def test_refusal_ends_with_three_and_leaves_no_paper(command, by_obstacle, tmp_path, obstacle):
    out = tmp_path / "c.pdf"
    code, told = ask(command, by_obstacle[obstacle], out)
    assert (code, told["refused"]) == (3, obstacle)
    assert told["say"]
    assert not out.exists()


def test_name_and_number_of_two_people_are_refused(command, by_obstacle, tmp_path):
    code, told = ask(command, by_obstacle[None], tmp_path / "c.pdf", name="某某某")
    assert (code, told["refused"]) == (3, "certificate.no-match")


def test_no_number_is_used_up_where_no_file_can_be_written(command, by_obstacle, tmp_path):
    before = ask(command, by_obstacle[None], tmp_path / "a.pdf")[1]["number"]
    code, told = ask(command, by_obstacle[None], tmp_path / "nowhere" / "a.pdf")
    assert (code, told["error"]) == (4, "file-not-written")
    after = ask(command, by_obstacle[None], tmp_path / "b.pdf")[1]["number"]
    assert int(after[-5:-1]) == int(before[-5:-1]) + 1


def test_purpose_of_blanks_is_refused(command, by_obstacle, tmp_path):
    code, told = ask(command, by_obstacle[None], tmp_path / "a.pdf", purpose="  ")
    assert (code, told["problems"]) == (3, [{"field": "purpose", "code": "missing"}])


def test_verified_person_may_have_the_paper(command, by_obstacle, tmp_path):
    person = by_obstacle["certificate.never-verified"]
    station = command.station()
    today = station.clock.today()
    fact = Verification(on=date(today.year, 1, 1), how="visit", by="陈志明")
    station.residents.verify(person.id, fact, version=person.version)
    station.close()
    assert ask(command, person, tmp_path / "a.pdf")[0] == 0


def test_numbers_are_told_with_who_gave_them(command, by_obstacle, tmp_path):
    ask(command, by_obstacle[None], tmp_path / "a.pdf")
    code, told = command.json("certificate", "numbers")
    (series,) = told["series"]
    assert (code, series["doubles"]) == (0, [])
    (stretch,) = series["stretches"]
    assert (stretch["first"], stretch["holes"], stretch["tail"]) == (1, [], "none")
    _, out, _ = command("certificate", "numbers")
    assert out.splitlines()[0].endswith("numbers are here, 0 are missing.")


def test_a_number_that_is_gone_is_told_and_ends_with_three(copy, by_obstacle, tmp_path):
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        ask(copy, by_obstacle[None], tmp_path / name)
    station = copy.station()
    last = station.numbers.series()[0].stretches[0].last
    with station.store.transaction() as tx:
        row = CertificateRow
        (key,) = tx.session.scalars(select(row.id).where(row.serial == last - 1))
        tx.session.execute(delete(SealUseRow).where(SealUseRow.certificate_id == key))
        tx.session.execute(delete(row).where(row.id == key))
    station.close()
    code, out, _ = copy("certificate", "numbers")
    assert code == 3
    assert f"    {last - 1} to {last - 1}: given by this device and gone." in out
