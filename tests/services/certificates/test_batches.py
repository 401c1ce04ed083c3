"""One certificate for many people: matched, approved as one act, stopped, gone on with."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from station_app.domain.certificate_batches import Matched
from station_app.domain.certificate_requests import Evidence, RequestDraft, Stage
from station_app.domain.errors import CancelledError, RefusedError, ValidationFailedError
from station_app.domain.overprint import Alignment, Printer
from station_app.domain.residents.filters import ResidentFilter
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.preview import keywords_of, page_sizes
from tests.factories import TODAY, a_named, a_resident
from tests.pdf_text import text_of

VISIT = Evidence(how="visit", on=TODAY, by="王芳")
DRAFT = RequestDraft(
    kind="honour",
    resident_id="",
    answers={"occasion": "2026年度志愿服务评选", "award": "优秀志愿者", "address_as": "同志"},
)
OCCASION = "2026年度优秀志愿者"
TOP = Path(__file__).parents[3]
SURNAMES = "赵钱孙李周吴郑王冯陈"


class StopAt:
    """A progress that is no longer wanted once *most* are done."""

    def __init__(self, most):
        self.most, self.seen = most, []

    def step(self, done, total, phase=""):
        self.seen.append((done, total, phase))
        if done == self.most:
            raise CancelledError


@pytest.fixture
def batches(station):
    return a_named(station).certificate_batches


@pytest.fixture
def people(station):
    return [a_resident(station, f"{SURNAMES[at]}志愿", number="").id for at in range(6)]


@pytest.fixture
def drawn_up(batches, people):
    return batches.draw_up(DRAFT, people, VISIT, OCCASION).value


def numbers(station):
    (series,) = station.numbers.series()
    return series


def stages(batches, key):
    return [each.stage for each in batches.batch(key).members]


def test_a_batch_waits_for_approval_and_bears_no_number_before(batches, drawn_up, station):
    batch = batches.batch(drawn_up)
    assert [each.holder for each in batch.members] == [f"{each}志愿" for each in SURNAMES[:6]]
    assert set(stages(batches, drawn_up)) == {Stage.VERIFIED}
    assert (batch.approved_by, batch.occasion) == ("", OCCASION)
    assert station.numbers.series() == ()
    assert len(station.certificate_requests.waiting({Stage.VERIFIED})) == 6


def test_approving_gives_each_its_number_paper_code_and_line_in_the_register(
    batches, drawn_up, station
):
    progress = StopAt(-1)
    outcome = batches.approve(drawn_up, progress).value
    assert (outcome.issued, outcome.left, outcome.is_cancelled) == (6, 0, False)
    assert progress.seen == [(at, 6, "issuing") for at in range(6)]
    assert (numbers(station).given, numbers(station).missing) == (6, 0)
    members = batches.batch(drawn_up).members
    assert [each.number for each in members] == [
        f"石社证字〔2026〕第{at:04d}号" for at in range(1, 7)
    ]
    uses = station.certificates.seal_uses(since=TODAY, until=TODAY)
    assert [use.number for use in uses] == [each.number for each in members]
    assert {use.approved_by for use in uses} == {"李强"}
    codes = {keywords_of(station.certificates.archived(each.certificate_id)) for each in members}
    assert len(codes) == 6
    assert all(code.startswith("86") for code in codes)


def test_one_that_was_stopped_tells_how_far_it_came_and_goes_on_without_a_hole(
    batches, drawn_up, station
):
    outcome = batches.approve(drawn_up, StopAt(2)).value
    assert (outcome.issued, outcome.left, outcome.is_cancelled) == (2, 4, True)
    assert [each.number[-3:-1] for each in batches.batch(drawn_up).issued] == ["01", "02"]
    outcome = batches.approve(drawn_up).value
    assert (outcome.issued, outcome.left) == (4, 0)
    assert (numbers(station).given, numbers(station).missing) == (6, 0)
    with pytest.raises(RefusedError) as refused:
        batches.approve(drawn_up)
    assert refused.value.reason == "certificate.batch-done"
    assert len(station.certificates.seal_uses(since=TODAY, until=TODAY)) == 6


def test_who_may_not_have_it_any_more_is_left_out_by_name_and_takes_no_number(
    batches, drawn_up, people, station
):
    dead = station.residents.resident(people[2])
    station.residents.note_death(dead.id, on=TODAY, version=dead.version)
    outcome = batches.approve(drawn_up).value
    assert (outcome.issued, outcome.left) == (5, 1)
    assert [(each.holder, each.reason) for each in outcome.refused] == [
        ("孙志愿", "certificate.dead")
    ]
    assert (numbers(station).given, numbers(station).missing) == (5, 0)


def test_what_is_given_up_never_gets_a_number(batches, drawn_up):
    batches.approve(drawn_up, StopAt(2))
    assert batches.give_up(drawn_up, "评选取消").value == 4
    assert stages(batches, drawn_up) == [Stage.APPROVED] * 2 + [Stage.VOID] * 4
    with pytest.raises(RefusedError):
        batches.approve(drawn_up)


def test_all_papers_are_one_pdf_in_their_order_on_forms_too(batches, drawn_up, station):
    batches.approve(drawn_up)
    paper = batches.papers(drawn_up)
    text = text_of(paper.pdf)
    assert paper.pages == len(page_sizes(paper.pdf)) == 6
    places = [text.index(f"{each}志愿") for each in SURNAMES[:6]]
    assert places == sorted(places)
    station.printers.set_right(Printer(name="窗口", alignment=Alignment(right=1.0)))
    fields = text_of(batches.papers(drawn_up, printer="窗口").pdf)
    assert "特发此证" in text
    assert "特发此证" not in fields
    assert all(f"{each}志愿" in fields for each in SURNAMES[:6])


def test_printing_a_batch_is_printing_each_of_it(batches, drawn_up, station):
    batches.approve(drawn_up)
    batches.note_given_out(drawn_up, printed=False)
    assert set(stages(batches, drawn_up)) == {Stage.APPROVED}
    batches.note_given_out(drawn_up, printed=True)
    assert set(stages(batches, drawn_up)) == {Stage.PRINTED}
    first = batches.batch(drawn_up).members[0]
    assert station.certificate_requests.request(first.request_id).printed == 1


def test_there_are_no_papers_before_there_is_a_number(batches, drawn_up):
    with pytest.raises(RefusedError) as refused:
        batches.papers(drawn_up)
    assert refused.value.reason == "certificate.batch-empty"


def test_whoever_keeps_the_seal_approves_no_batch(batches, drawn_up, station):
    station.settings.change(seal_keeper="李强")
    with pytest.raises(RefusedError) as refused:
        batches.approve(drawn_up)
    assert refused.value.reason == "certificate.approver-keeps-seal"
    assert batches.batch(drawn_up).approved_by == ""


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"occasion": " "}, {"occasion"}),
        ({"people": []}, {"people"}),
        ({"draft": RequestDraft(kind="honour", resident_id="", answers={})}, {"asked.award"}),
        ({"evidence": Evidence(how="", on=TODAY, by="")}, {"how", "by"}),
    ],
)
def test_what_is_wrong_with_a_batch_is_told_by_field_and_nothing_is_kept(
    batches, people, told, wrong
):
    usual = {"draft": DRAFT, "people": people, "evidence": VISIT, "occasion": OCCASION} | told
    with pytest.raises(ValidationFailedError) as refused:
        batches.draw_up(*usual.values())
    assert wrong <= {each.field for each in refused.value.problems}
    assert batches.batches() == ()


def test_nobody_is_in_a_batch_twice(batches, people):
    with pytest.raises(ValidationFailedError):
        batches.draw_up(DRAFT, [people[0], people[0]], VISIT, OCCASION)


def test_a_name_that_no_font_draws_stops_the_batch_before_it_is_kept(batches, people, station):
    odd = a_resident(station, "李\u4dff", number="").id
    with pytest.raises(GlyphMissingError):
        batches.draw_up(DRAFT, [*people, odd], VISIT, OCCASION)
    assert batches.batches() == ()


def test_pasted_names_are_found_told_apart_or_said_not_to_be_here(batches, people, station):
    a_resident(station, "张伟", number="110000199001010013")
    second = a_resident(station, "张伟", number="310000198502280022")
    found = batches.match("honour", "赵志愿\n没有人\n张伟\n张伟 0022\n赵志愿")
    assert [each.kind for each in found] == [
        *(Matched.ONE, Matched.NOBODY, Matched.SEVERAL, Matched.ONE, Matched.AGAIN)
    ]
    assert found[0].resident_id == people[0]
    assert found[3].resident_id == second.id
    assert "0022" in found[3].told
    assert "310000198502280022" not in found[3].told


def test_who_may_not_have_it_is_said_with_the_reason(batches, people, station):
    dead = station.residents.resident(people[0])
    station.residents.note_death(dead.id, on=TODAY, version=dead.version)
    (found,) = batches.match("honour", "赵志愿")
    assert (found.kind, found.reason) == (Matched.OBSTACLE, "certificate.dead")


def test_a_list_kept_by_name_is_matched_whole(batches, people, station):
    key = station.lists.save("全部", ResidentFilter()).value
    found = batches.match_list("honour", key)
    assert sorted(each.resident_id for each in found) == sorted(people)


def test_more_people_than_a_batch_may_have_are_refused(batches):
    with pytest.raises(ValidationFailedError):
        batches.match("honour", "张三\n" * 501)


@pytest.mark.parametrize(("step", "delay"), [(0, 5), (2, 0), (3, 8), (4, 15)])
def test_a_process_killed_in_the_middle_loses_nothing_and_nobody_gets_two(
    step, delay, batches, drawn_up, station, home, key
):
    command = [sys.executable, "-m", "tests.services.certificates.killed_batch"]
    told = [str(home.root), bytes(key).hex(), drawn_up, str(step), str(delay)]
    ended = subprocess.run(  # noqa: S603 - a program of ours
        [*command, *told], cwd=TOP, check=False, capture_output=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    before = batches.batch(drawn_up)
    assert step <= len(before.issued) <= step + 2
    assert before.approved_by == "李强"
    for member in before.issued:  # read back and compared with its digest
        station.certificates.archived(member.certificate_id)
    outcome = batches.approve(drawn_up).value
    assert outcome.issued == 6 - len(before.issued)
    after = batches.batch(drawn_up).members
    assert [each.number for each in after] == [
        f"石社证字〔2026〕第{at:04d}号" for at in range(1, 7)
    ]
    assert (numbers(station).given, numbers(station).doubles) == (6, ())
    uses = station.certificates.seal_uses(since=TODAY, until=TODAY)
    assert sorted(use.number for use in uses) == sorted(each.number for each in after)
