from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pypdfium2
import pytest

from station_app.device_clock import local_words
from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    MOST_COPIES,
    PURPOSE_LENGTH,
)
from station_app.domain.certificates import Obstacle, State
from station_app.domain.errors import (
    EditConflictError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.residents.people import Verification
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.residents.households import Move
from tests.factories import TODAY, a_named, a_resident, visited

NUMBER = "110000199001010013"


@pytest.fixture
def issuer(station):
    """The certificates of a station that has a name and people answering for it."""
    return a_named(station).certificates


@pytest.fixture
def person(station):
    """Somebody who lives here and was visited ten days ago."""
    return visited(station, a_resident(station, "张三", address="幸福里小区3幢2单元501室"))


def a_request(person, **more):
    return ResidenceRequest(resident_id=person.id, **{"purpose": "办理入学手续", **more})


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(text.split())


def test_name_and_number_together_find_the_card(issuer, person):
    card = issuer.find("张三", NUMBER.lower())
    assert card.resident.id == person.id
    assert card.obstacle is None


@pytest.mark.parametrize(
    ("name", "number"), [("李四", NUMBER), ("张三", "310000198502280022"), ("", "")]
)
def test_name_and_number_must_both_match(issuer, person, name, number):
    with pytest.raises(RefusedError) as refused:
        issuer.find(name, number)
    assert refused.value.reason == Obstacle.NO_MATCH


def test_every_look_up_is_noted(station, issuer, person):
    issuer.find("张三", NUMBER)
    with pytest.raises(RefusedError):
        issuer.find("李四", NUMBER)
    with station.store.reading() as tx:
        assert tx.audit.count("resident:residence:looked-up") == 2


def test_a_certificate_carries_the_facts_and_its_number(issuer, person):
    issued = issuer.issue(a_request(person)).value
    assert issued.number == "石社证字〔2026〕第0001号"
    words = words_of(issued.pdf)
    for expected in ("张三", NUMBER, "幸福里小区3幢2单元501室", issued.number, "办理入学手续"):
        assert expected in words


def test_the_archived_paper_is_the_one_that_was_issued(issuer, person):
    issued = issuer.issue(a_request(person)).value
    assert issuer.archived(issued.id) == issued.pdf
    assert hashlib.sha256(issued.pdf).hexdigest() == issued.sha256


def test_numbers_run_on_and_are_never_given_twice(issuer, person):
    first = issuer.issue(a_request(person)).value
    line = issuer.register()[0]
    issuer.void(first.id, "打印错误", version=line.version)
    second = issuer.issue(a_request(person)).value
    assert [line.number[-5:] for line in issuer.register()] == ["0002号", "0001号"]
    assert second.number != first.number


def test_a_preview_has_no_number_and_says_it_is_not_valid(issuer, person):
    words = words_of(issuer.preview(a_request(person, purpose="")).pdf)
    assert "第0001号" not in words
    assert "未生效" in words
    assert issuer.register() == ()


def test_a_refused_issue_spends_no_number(issuer, person):
    with pytest.raises(ValidationFailedError):
        issuer.issue(a_request(person, purpose=" "))
    assert issuer.issue(a_request(person)).value.number.endswith("第0001号")


def test_a_paper_that_cannot_be_drawn_spends_no_number(issuer, person):
    with pytest.raises(Exception, match="glyph"):
        issuer.issue(a_request(person, purpose="办理\U000f0000手续"))
    assert issuer.issue(a_request(person)).value.number.endswith("第0001号")


def never_verified(station, person):
    return a_resident(station, "李四", number="310000198502280022", address="幸福里小区1幢101室")


def verified_too_long_ago(station, person):
    visited(station, person, on=TODAY - timedelta(days=366))
    return person


def dead(station, person):
    station.residents.note_death(person.id, TODAY, version=person.version)
    return person


def living_elsewhere(station, person):
    station.households.move([person.id], Move(on=TODAY, left_to="上海市"))
    return person


def without_address(station, person):
    return a_resident(station, "李四", number="310000198502280022")


@pytest.mark.parametrize(
    ("prepare", "obstacle"),
    [
        (never_verified, Obstacle.NEVER_VERIFIED),
        (verified_too_long_ago, Obstacle.FACTS_TOO_OLD),
        (dead, Obstacle.DEAD),
        (living_elsewhere, Obstacle.NOT_LIVING_HERE),
        (without_address, Obstacle.NO_ADDRESS),
    ],
)
def test_an_obstacle_stops_preview_and_issue(station, issuer, person, prepare, obstacle):
    someone = prepare(station, person)
    assert issuer.card(someone.id).obstacle is obstacle
    for attempt in (issuer.preview, issuer.issue):
        with pytest.raises(RefusedError) as refused:
            attempt(a_request(someone))
        assert refused.value.reason == obstacle


def test_recording_a_verification_clears_the_way(station, issuer, person):
    someone = never_verified(station, person)
    fact = Verification(on=TODAY, how="papers", by="王芳")
    station.residents.verify(someone.id, fact, version=someone.version)
    assert issuer.card(someone.id).obstacle is None


def test_a_reprint_names_the_former_and_makes_it_void(issuer, person):
    first = issuer.issue(a_request(person)).value
    second = issuer.reprint(first.id, "遗失").value
    latest, former = issuer.register()
    assert (latest.number, latest.replaces) == (second.number, first.number)
    assert former.state is State.VOID
    assert first.number in words_of(second.pdf)


def test_a_reprint_needs_a_reason_and_a_valid_certificate(issuer, person):
    first = issuer.issue(a_request(person)).value
    with pytest.raises(ValidationFailedError):
        issuer.reprint(first.id, " ")
    issuer.reprint(first.id, "遗失")
    with pytest.raises(RefusedError):
        issuer.reprint(first.id, "遗失")


def test_a_void_certificate_stays_void(issuer, person):
    first = issuer.issue(a_request(person)).value
    issuer.void(first.id, "打印错误", version=1)
    with pytest.raises(RefusedError):
        issuer.void(first.id, "再次", version=2)


def test_seal_use_is_registered_with_each_certificate(issuer, person):
    issued = issuer.issue(a_request(person, copies=2)).value
    (use,) = issuer.seal_uses(since=TODAY, until=TODAY)
    assert (use.number, use.copies, use.handled_by, use.approved_by) == (
        issued.number,
        2,
        "王芳",
        "李强",
    )
    assert issued.number in words_of(issuer.seal_register(since=TODAY, until=TODAY).pdf)


def test_the_register_of_seal_use_says_on_each_page_who_made_it_when_and_what_for(
    station, issuer, person, clock
):
    issuer.issue(a_request(person))
    paper = issuer.seal_register(since=TODAY, until=TODAY)
    with station.store.reading() as tx:
        who = tx.stamp.by
    told = words_of(paper.pdf)
    when = local_words(clock.now()).replace(" ", "")
    assert f"{who}于{when}制作" in told
    assert "用途：印章使用登记备查" in told


def test_an_altered_archive_is_told(station, issuer, person):
    issued = issuer.issue(a_request(person)).value
    with station.store.transaction() as tx:
        tx.bulk(
            "UPDATE certificate_paper SET pdf = ? WHERE certificate_id = ?", [(b"x", issued.id)]
        )
    with pytest.raises(RefusedError) as refused:
        issuer.archived(issued.id)
    assert refused.value.reason == "certificate.altered"


def test_certificates_of_one_person_are_listed(station, issuer, person):
    issuer.issue(a_request(person))
    assert len(issuer.register(resident=person.id)) == 1
    assert issuer.register(resident="0" * 32) == ()


@pytest.mark.parametrize(
    ("text", "serials"),
    [("", ["0002", "0001"]), ("图书", ["0002"]), ("张三 入学", ["0001"]), ("100%", [])],
)
def test_the_register_is_searched_by_all_that_stands_in_it(issuer, person, text, serials):
    issuer.issue(a_request(person))
    issuer.issue(a_request(person, purpose="办理图书证"))
    lines = issuer.lines(issuer.search(text))
    assert [lines[key].number[-5:-1] for key in issuer.search(text)] == serials


def test_the_register_is_searched_by_state(issuer, person):
    first = issuer.issue(a_request(person)).value
    second = issuer.issue(a_request(person)).value
    issuer.void(first.id, "打印错误", version=1)
    assert issuer.search(state=State.VOID) == [first.id]
    assert issuer.search(state=State.ISSUED) == [second.id]


def test_what_was_written_last_is_offered_first_and_once(issuer, person):
    for purpose in ("入学", "图书证", "入学"):
        issuer.issue(a_request(person, purpose=purpose))
    assert issuer.recent("purpose") == ("入学", "图书证")
    assert issuer.recent("addressee") == ()


def test_facts_as_old_as_the_limit_still_serve(station, issuer, person):
    limit = station.settings.current().freshness_days
    visited(station, person, on=TODAY - timedelta(days=limit))
    assert issuer.issue(a_request(person)).value.pages
    station.settings.change(freshness_days=limit - 1)
    assert issuer.card(person.id).obstacle is Obstacle.FACTS_TOO_OLD


def test_somebody_without_a_number_gets_a_paper_that_names_none(station, issuer):
    someone = a_resident(station, "李四", number="", address="幸福里小区1幢101室")
    visited(station, someone, on=TODAY)
    words = words_of(issuer.issue(a_request(someone)).value.pdf)
    assert "李四" in words
    assert "公民身份号码" not in words


def test_two_clerks_issuing_at_once_never_get_the_same_number(issuer, person):
    with ThreadPoolExecutor(2) as clerks:
        issued = list(clerks.map(lambda _: issuer.issue(a_request(person)).value, range(8)))
    assert sorted(each.number for each in issued) == [
        f"石社证字〔2026〕第000{serial}号" for serial in range(1, 9)
    ]
    assert all(each.number in words_of(each.pdf) for each in issued)


def test_each_year_and_each_word_counts_from_one(station, clock, issuer, person):
    clock.moment = clock.moment.replace(year=2025, month=12, day=31)
    visited(station, person, on=clock.today())
    numbers = [issuer.issue(a_request(person)).value.number for _ in range(2)]
    clock.moment = clock.moment.replace(year=2026, month=1, day=1)
    numbers.append(issuer.issue(a_request(person)).value.number)
    station.settings.change(word="幸社证字")
    numbers.append(issuer.issue(a_request(person)).value.number)
    assert numbers == [
        "石社证字〔2025〕第0001号",
        "石社证字〔2025〕第0002号",
        "石社证字〔2026〕第0001号",
        "幸社证字〔2026〕第0001号",
    ]


def test_the_audit_says_whose_card_was_looked_up(station, issuer, person):
    issuer.find("张三", NUMBER)
    with station.store.reading() as tx:
        statement = "SELECT record_id, facts FROM audit_entry WHERE act LIKE '%looked-up'"
        ((whom, facts),) = tx.session.connection().exec_driver_sql(statement).all()
    assert (whom, json.loads(facts)["found"]) == (person.id, 1)


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"copies": 0}, ("copies", "out-of-range")),
        ({"copies": MOST_COPIES + 1}, ("copies", "out-of-range")),
        ({"purpose": "学" * (PURPOSE_LENGTH + 1)}, ("purpose", "too-long")),
        ({"addressee": "校" * (ADDRESSEE_LENGTH + 1)}, ("addressee", "too-long")),
    ],
)
def test_what_does_not_fit_the_form_is_refused_and_what_just_fits_is_not(
    issuer, person, told, problem
):
    with pytest.raises(ValidationFailedError) as refused:
        issuer.issue(a_request(person, **told))
    assert [(found.field, found.code) for found in refused.value.problems] == [problem]
    fitting = {"purpose": "学" * PURPOSE_LENGTH, "addressee": "校" * ADDRESSEE_LENGTH}
    assert issuer.issue(a_request(person, copies=MOST_COPIES, **fitting)).value.number


def test_a_certificate_is_not_made_void_without_a_reason_or_by_who_saw_it_before(issuer, person):
    issued = issuer.issue(a_request(person)).value
    with pytest.raises(ValidationFailedError):
        issuer.void(issued.id, " ", version=1)
    with pytest.raises(EditConflictError):
        issuer.void(issued.id, "打印错误", version=2)
    assert issuer.register()[0].state is State.ISSUED


def test_a_certificate_that_is_not_kept_is_told(issuer):
    with pytest.raises(NotFoundError):
        issuer.archived("0" * 32)
