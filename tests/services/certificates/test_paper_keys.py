"""The keys that sign papers: withdrawn for good, and vouched for by the street office."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.paper_code.judging import Verdict
from station_app.domain.paper_code.trust import key_id_of
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of
from tests.factories import STATION, TODAY, a_named, a_resident, visited

YEAR = timedelta(days=365)


@pytest.fixture
def named(station):
    return a_named(station)


@pytest.fixture
def person(named):
    return visited(named, a_resident(named, "张三", address="幸福里小区3幢2单元501室"))


def issue(station, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    return station.certificates.issue(request).value


def verdict(station, paper):
    return station.verifying.judge(keywords_of(paper.pdf)).verdict


def only_key(station):
    [standing] = station.paper_keys.keys()
    return standing


def refusal(act):
    with pytest.raises(RefusedError) as refused:
        act()
    return refused.value.reason


def forget(station, paper):
    """Take *paper* out of the register, as one that was signed elsewhere with our secret."""
    with station.store.transaction() as tx:
        for table in ("seal_use", "certificate_paper"):
            sql = f"DELETE FROM {table} WHERE certificate_id = ?"  # noqa: S608 - two names above
            tx.session.connection().exec_driver_sql(sql, (paper.id,))
        sql = "DELETE FROM certificate WHERE id = ?"
        tx.session.connection().exec_driver_sql(sql, (paper.id,))


def test_no_key_stands_before_the_first_paper(named):
    assert named.paper_keys.keys() == ()


def test_a_key_tells_whose_it_is_and_how_many_papers_it_signed(named, person):
    issue(named, person)
    void = issue(named, person)
    named.certificates.void(void.id, "写错", version=1)
    standing = only_key(named)
    assert (standing.entry.issuer, standing.is_own, standing.papers) == (STATION, True, 1)


def test_after_a_withdrawal_only_papers_of_the_register_hold(named, person):
    kept, void, stolen = (issue(named, person) for _ in range(3))
    named.certificates.void(void.id, "写错", version=1)
    forget(named, stolen)
    assert verdict(named, stolen) is Verdict.VALID
    assert named.paper_keys.withdraw(only_key(named).entry.id, "设备遗失").value == 1
    assert [verdict(named, each) for each in (kept, void, stolen)] == [
        Verdict.VALID,
        Verdict.REVOKED,
        Verdict.WITHDRAWN,
    ]
    standing = only_key(named)
    assert (standing.entry.withdrawn_on, standing.reason) == (TODAY, "设备遗失")


def test_a_paper_after_the_withdrawal_is_signed_with_a_new_key(named, person):
    issue(named, person)
    former = only_key(named).entry.id
    named.paper_keys.withdraw(former, "设备遗失")
    paper = issue(named, person)
    assert verdict(named, paper) is Verdict.VALID
    assert named.verifying.judge(keywords_of(paper.pdf)).key.id != former


def test_a_page_of_before_has_a_smaller_number(named, person):
    issue(named, person)
    before = named.verifying.page().value.sequence
    named.paper_keys.withdraw(only_key(named).entry.id, "设备遗失")
    assert named.verifying.page().value.sequence == before + 2


@pytest.mark.parametrize("reason", ["", " ", "长" * 201])
def test_a_withdrawal_wants_a_reason_that_fits(named, person, reason):
    issue(named, person)
    with pytest.raises(ValidationFailedError):
        named.paper_keys.withdraw(only_key(named).entry.id, reason)
    assert only_key(named).entry.withdrawn_on is None


def test_an_unknown_key_and_one_withdrawn_already_are_refused(named, person):
    issue(named, person)
    key = only_key(named).entry.id
    assert refusal(lambda: named.paper_keys.withdraw("00" * 6, "x")) == "paper-key.unknown"
    named.paper_keys.withdraw(key, "设备遗失")
    assert refusal(lambda: named.paper_keys.withdraw(key, "x")) == "paper-key.withdrawn"


@pytest.fixture
def street(places):
    """Return the street office's own station."""
    office = places.make("街道")
    office.settings.change(name="幸福路街道办事处")
    return office


@pytest.fixture
def request_file(named, tmp_path):
    file = tmp_path / "request.json"
    file.write_bytes(named.paper_keys.ask().value.written())
    return file


@pytest.fixture
def voucher_file(street, request_file, tmp_path):
    file = tmp_path / "voucher.json"
    made = street.paper_keys.vouch(request_file, until=TODAY + YEAR)
    file.write_bytes(made.value.written())
    return file


def test_the_street_stands_for_a_root_and_the_page_bears_it(named, street, voucher_file):
    assert named.paper_keys.root().voucher is None
    voucher = named.paper_keys.take(voucher_file).value
    assert (voucher.by, voucher.station) == ("幸福路街道办事处", STATION)
    root = named.paper_keys.root()
    assert root.voucher == voucher
    assert key_id_of(voucher.root) == root.id == named.verifying.page().value.root
    assert key_id_of(voucher.street) == street.paper_keys.root().id
    assert voucher.signature.hex() in named.verifying.page().value.html.decode()


def test_a_page_without_a_voucher_names_none(named):
    assert '"voucher": null' in named.verifying.page().value.html.decode()


def test_asking_twice_names_the_same_root(named):
    assert named.paper_keys.ask().value == named.paper_keys.ask().value


def test_without_a_name_nobody_asks_and_nobody_stands_for_anything(places, request_file):
    nameless = places.make("新").paper_keys
    assert refusal(nameless.ask) == "root.no-name"
    vouch = nameless.vouch
    assert refusal(lambda: vouch(request_file, until=TODAY)) == "root.no-name"


@pytest.mark.parametrize("days", [-1, 3 * 366 + 1])
def test_a_street_stands_for_a_root_for_a_while_only(street, request_file, days):
    with pytest.raises(ValidationFailedError):
        street.paper_keys.vouch(request_file, until=TODAY + timedelta(days=days))


@pytest.mark.parametrize("field", ["root", "station", "valid_to", "by", "street", "signature"])
def test_an_altered_voucher_is_not_taken_in(named, voucher_file, field):
    told = json.loads(voucher_file.read_bytes())
    others = {"station": "别的社区", "by": "别的街道", "valid_to": "2028-01-01"}
    text = told[field]
    told[field] = others.get(field) or text[:-1] + ("0" if text[-1] != "0" else "1")
    voucher_file.write_text(json.dumps(told), encoding="utf-8")
    assert refusal(lambda: named.paper_keys.take(voucher_file)) == "root.forged"
    assert named.paper_keys.root().voucher is None


def test_a_voucher_for_another_root_is_not_taken_in(street, voucher_file):
    assert refusal(lambda: street.paper_keys.take(voucher_file)) == "root.of-another"


def test_a_voucher_that_has_ended_is_not_taken_in(named, voucher_file, clock):
    clock.moment += YEAR + timedelta(days=1)
    assert refusal(lambda: named.paper_keys.take(voucher_file)) == "root.expired"


def test_files_of_another_kind_are_told_from_one_another(
    named, request_file, voucher_file, tmp_path
):
    keys = named.paper_keys
    assert refusal(lambda: keys.take(request_file)) == "root.not-a-voucher"
    assert refusal(lambda: keys.vouch(voucher_file, until=TODAY)) == "root.not-a-request"
    missing = tmp_path / "none.json"
    assert refusal(lambda: keys.take(missing)) == "file-missing"


def test_a_new_voucher_takes_the_place_of_the_former(named, street, voucher_file, request_file):
    named.paper_keys.take(voucher_file)
    later = street.paper_keys.vouch(request_file, until=TODAY + 2 * YEAR).value
    voucher_file.write_bytes(later.written())
    named.paper_keys.take(voucher_file)
    assert named.paper_keys.root().voucher == later
