"""A certificate that is issued can be verified; one that was altered, or is void, cannot."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from station_app.domain.errors import RefusedError
from station_app.domain.paper_code.digits import MOST_DIGITS
from station_app.domain.paper_code.judging import Verdict
from station_app.services.certificates import code_limits, code_reading
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of, picture
from station_app.shipped import RESOURCES
from station_app.store.data_files import ReferenceInvalidError
from station_app.store.paper_code.kinds import read_kinds
from tests.factories import STATION, TODAY, a_named, a_resident, visited


@pytest.fixture
def named(station):
    return a_named(station)


@pytest.fixture
def person(named):
    return visited(named, a_resident(named, "张三", address="幸福里小区3幢2单元501室"))


def issue(station, person, **more):
    request = ResidenceRequest(resident_id=person.id, **{"purpose": "办理入学手续", **more})
    return station.certificates.issue(request).value


def code_of(paper):
    return keywords_of(paper.pdf)


def shot(pdf):
    """Return the first page as a scanner of 200 dots to the inch gives it."""
    seen = picture(pdf, 0, dpi=200)
    pixels = Image.frombytes("RGBA", (seen.width, seen.height), seen.pixels)
    return pixels.convert("RGB")


def judged(station, paper):
    return station.verifying.judge(code_of(paper))


def test_a_certificate_just_issued_is_genuine_and_tells_what_was_signed(named, person):
    paper = issue(named, person, addressee="幸福路小学")
    found = judged(named, paper)
    assert found.verdict is Verdict.VALID
    assert (found.claims.number, found.claims.name) == (paper.number, "张三")
    assert found.claims.document == "110000********0013"
    assert found.claims.facts == ("幸福里小区3幢2单元501室", "", "办理入学手续", "幸福路小学")
    assert found.claims.valid_to == TODAY + timedelta(days=30)
    assert (found.key.issuer, found.form.title) == (STATION, "居住情况证明")


def test_the_whole_identity_number_is_not_in_the_code(named, person):
    claims = judged(named, issue(named, person)).claims
    assert "19900101" not in "".join((claims.document, claims.name, *claims.facts))


def test_a_preview_bears_no_code(named, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    assert code_of(named.certificates.preview(request)) == ""


def test_one_that_was_made_void_is_told_as_void_with_its_day(named, person):
    paper = issue(named, person)
    named.certificates.void(paper.id, "写错", version=1)
    found = judged(named, paper)
    assert found.verdict is Verdict.REVOKED
    assert found.revoked.on == TODAY


def test_a_reprint_is_genuine_and_what_it_stands_for_is_void(named, person):
    former = issue(named, person)
    new = named.certificates.reprint(former.id, "遗失").value
    assert judged(named, former).verdict is Verdict.REVOKED
    assert judged(named, new).verdict is Verdict.VALID


def test_one_of_before_the_codes_is_made_void_without_one(named, person):
    paper = issue(named, person)
    forget_the_code(named, paper)
    named.certificates.void(paper.id, "写错", version=1)
    with named.store.reading() as tx:
        assert tx.paper_keys.trust(TODAY).revoked == ()


def forget_the_code(station, paper):
    with station.store.transaction() as tx:
        told = json.loads(tx.certificates.columns(paper.id)["facts"])
        del told["certificate"]["code"]
        tx.session.connection().exec_driver_sql(
            "UPDATE certificate SET facts = ? WHERE id = ?", (json.dumps(told), paper.id)
        )


def test_it_expires_on_the_day_after_its_last(named, person, clock):
    paper = issue(named, person)
    clock.moment += timedelta(days=30)
    assert judged(named, paper).verdict is Verdict.VALID
    clock.moment += timedelta(days=1)
    assert judged(named, paper).verdict is Verdict.EXPIRED


def test_one_key_signs_all_papers_of_a_year_and_the_next_year_has_its_own(named, person, clock):
    first, second = issue(named, person), issue(named, person)
    former = judged(named, first).key
    assert judged(named, second).key == former
    assert (former.valid_from, former.valid_to) == (TODAY, date(TODAY.year + 1, 1, 30))
    clock.moment = clock.moment.replace(year=TODAY.year + 1, month=1, day=2)
    visited(named, person, on=clock.today())
    later = issue(named, person)
    assert judged(named, later).key.id != former.id
    assert judged(named, later).verdict is Verdict.VALID


def test_a_station_that_is_renamed_signs_with_a_key_of_its_new_name(named, person):
    former = judged(named, issue(named, person)).key
    named.settings.change(name="石头城第二社区居民委员会")
    found = judged(named, issue(named, person))
    assert found.key.issuer == "石头城第二社区居民委员会"
    assert found.key.id != former.id


def test_a_paper_that_cannot_be_drawn_leaves_no_key_behind(named, person):
    with pytest.raises(GlyphMissingError):
        issue(named, person, purpose="\ue000")
    with named.store.reading() as tx:
        assert tx.paper_keys.trust(TODAY).keys == ()


@pytest.mark.parametrize("purpose", ["一\u3000 二", "a&b<c>'\"", "𠮷", "=1+1", "1" * 60])
def test_whatever_a_purpose_is_made_of_its_code_can_be_read(named, person, purpose):
    found = judged(named, issue(named, person, purpose=purpose))
    assert found.verdict is Verdict.VALID
    assert found.claims.facts[2] == " ".join(purpose.split())


def some_han(start, count):
    """Return *count* characters that no dictionary has side by side."""
    return "".join(chr(start + 37 * place) for place in range(count))


def test_texts_too_long_for_the_code_are_cut_and_say_so(named):
    address = "石头城街道康藏路二百三十六号院和平新村东苑第十二幢四单元一千五百零三室"
    name, purpose, addressee = (some_han(start, 48) for start in (0x5000, 0x6000, 0x7000))
    someone = visited(named, a_resident(named, name, address=address))
    code = code_of(issue(named, someone, purpose=purpose, addressee=addressee))
    assert len(code) <= MOST_DIGITS
    claims = named.verifying.judge(code).claims
    assert claims.name == name
    for told, whole in ((claims.facts[2], purpose), (claims.facts[3], addressee)):
        assert told.endswith("…")
        assert whole.startswith(told[:-1])


def test_a_pdf_is_judged_by_the_code_that_it_carries(named, person, tmp_path):
    file = tmp_path / "证明.pdf"
    file.write_bytes(issue(named, person).pdf)
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


def test_a_file_of_digits_is_judged_too(named, person, tmp_path):
    file = tmp_path / "code.txt"
    file.write_text(code_of(issue(named, person)) + "\n", encoding="utf-8")
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.4 nothing"])
def test_a_file_without_a_code_is_refused(named, tmp_path, content):
    file = tmp_path / "x.pdf"
    file.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(file)
    assert refused.value.reason == "verify.no-code"


def test_a_pdf_of_somebody_else_is_refused(named, tmp_path):
    file = tmp_path / "x.pdf"
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    document.save(file)
    with pytest.raises(RefusedError):
        named.verifying.judge_file(file)


@pytest.mark.parametrize("ending", ["png", "jpeg", "webp", "tiff", "pdf"])
def test_a_photograph_or_scan_is_judged_by_the_code_that_is_seen_in_it(
    named, person, tmp_path, ending
):
    file = tmp_path / f"scan.{ending}"
    shot(issue(named, person).pdf).save(file)
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


def test_a_code_under_a_red_seal_is_read_in_red_light(named, person, tmp_path):
    seen = shot(issue(named, person).pdf)
    seal = Image.new("RGB", seen.size, (255, 40, 40))
    file = tmp_path / "seal.png"
    ImageChops.multiply(seen, seal).save(file)
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


def test_a_telephone_of_a_hundred_megapixels_is_no_hindrance(named, person, tmp_path):
    seen = shot(issue(named, person).pdf).convert("L")
    large = seen.resize((8_700, 12_300))
    assert large.width * large.height > code_limits.MOST_PIXELS
    file = tmp_path / "large.jpg"
    large.save(file)
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


def test_a_picture_of_two_papers_is_refused(named, person, tmp_path):
    first, second = (shot(issue(named, person).pdf) for _ in range(2))
    both = Image.new("RGB", (first.width * 2, first.height), "white")
    both.paste(first, (0, 0))
    both.paste(second, (first.width, 0))
    file = tmp_path / "two.png"
    both.save(file)
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(file)
    assert refused.value.reason == "verify.several-codes"
    assert refused.value.facts["count"] == 2


def test_a_picture_too_large_to_be_drawn_is_refused_unopened(named, tmp_path):
    file = tmp_path / "wide.png"
    Image.new("1", (20_000, 20_000)).save(file)
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(file)
    assert refused.value.reason == "verify.no-code"


def test_a_code_of_somebody_else_is_none(named, tmp_path):
    code = zxingcpp.create_barcode("https://example.org", zxingcpp.BarcodeFormat.QRCode)
    file = tmp_path / "theirs.png"
    Image.fromarray(code.to_image(scale=5)).save(file)
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(file)
    assert refused.value.reason == "verify.no-code"


def test_the_program_reads_codes_when_it_starts_itself(named, person, tmp_path, monkeypatch):
    command = [sys.executable, "-m", "station_app", code_limits.READER_FLAG]
    monkeypatch.setattr(code_reading, "reader_command", lambda: command)
    file = tmp_path / "scan.png"
    shot(issue(named, person).pdf).save(file)
    assert named.verifying.judge_file(file).verdict is Verdict.VALID


@pytest.mark.parametrize("answer", ["", "{", "{}", "[1, null, []]", '["86x"]'])
def test_nothing_that_the_child_says_is_believed(named, tmp_path, monkeypatch, answer):
    monkeypatch.setattr(code_reading, "STARTER", f"print({answer!r}, end='')")
    file = tmp_path / "scan.png"
    Image.new("L", (9, 9)).save(file)
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(file)
    assert refused.value.reason == "verify.no-code"


def test_a_file_that_is_not_there_is_refused(named, tmp_path):
    with pytest.raises(RefusedError) as refused:
        named.verifying.judge_file(tmp_path / "x.pdf")
    assert refused.value.reason == "file-missing"


def test_secrets_stay_out_of_the_page(named, person):
    issue(named, person)
    page = named.verifying.page().value
    with named.store.reading() as tx:
        sql = "SELECT seed FROM signing_secret"
        seeds = [seed for (seed,) in tx.session.connection().exec_driver_sql(sql)]
    assert len(seeds) == 2
    assert not [seed for seed in seeds if seed.hex() in page.html.decode()]


def test_the_page_loads_nothing_and_names_its_list(named, person):
    paper = issue(named, person)
    named.certificates.void(paper.id, "写错", version=1)
    page = named.verifying.page().value
    html = page.html.decode()
    assert (page.keys, page.revoked, page.sequence) == (1, 1, 2)
    assert "default-src 'none'" in html
    assert "{{" not in html.split('<script type="application/json"')[0]
    for loads in ('src="', "src='", "@import", "url(", 'rel="'):
        assert loads not in html.split("<script")[0]


def test_the_same_root_signs_every_page_of_a_device(named):
    assert named.verifying.page().value.root == named.verifying.page().value.root


def test_a_dictionary_of_which_one_byte_is_another_is_refused(tmp_path):
    for name in ("codes.json", "dictionary-1.txt"):
        (tmp_path / name).write_bytes((RESOURCES / "verify" / name).read_bytes())
    read_kinds(tmp_path)
    words = (tmp_path / "dictionary-1.txt").read_bytes()
    (tmp_path / "dictionary-1.txt").write_bytes(words[:-1] + b"x")
    with pytest.raises(ReferenceInvalidError):
        read_kinds(tmp_path)
