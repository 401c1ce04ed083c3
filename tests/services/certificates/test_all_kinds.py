"""Every template as a paper: its page, its copies, its words, its characters."""

from __future__ import annotations

import json

import pytest

from station_app.domain.certificate_numbers import check_of
from station_app.domain.paper_templates.answers import problems_with
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.preview import keywords_of, page_sizes, picture
from station_app.shipped import RESOURCES
from tests.services.certificates.of_any_kind import answers_to, certificate

KINDS = sorted(path.stem for path in (RESOURCES / "certificates" / "templates").glob("*.json"))
SIZES = {"A4": (210, 297), "A5": (148, 210), "A4-across": (297, 210)}
RARE = "阿卜杜热伊木·𠮷䶮買買提𪚥"
CODE = "861" + "123456789" * 30


def without_blanks(text):
    return "".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
def test_the_answers_of_these_tests_are_acceptable(kind, desk):
    template = desk.templates[kind]
    for is_long in (False, True):
        assert problems_with(template, answers_to(template, is_long=is_long)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_has_its_size_one_page_for_each_copy_and_says_what_it_is(kind, desk, read):
    template = desk.templates[kind]
    paper = desk.draw_certificate(certificate(template))
    text = without_blanks(read(paper.pdf))

    assert paper.pages == max(1, len(template.page.copies))
    for size in page_sizes(paper.pdf):
        assert size == pytest.approx(SIZES[template.page.size], abs=0.1)
    for wanted in (template.title, "张三", "石社证字〔2026〕第0001号", "二〇二六年十一月"):
        assert text.count(wanted) >= paper.pages
    for copy in template.page.copies:
        assert text.count(without_blanks(copy)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_stands_on_the_paper(kind, desk, read):
    template = desk.templates[kind]
    drawn = desk.draw_certificate(certificate(template, is_long=True))
    text = without_blanks(read(drawn.pdf))
    for ask in template.asks:
        if ask.kind == "text":
            longest = (("社区邻里互助") * ask.most)[: ask.most]
            assert longest in text.replace("\ufffe", ""), ask.name


@pytest.mark.parametrize("kind", KINDS)
def test_rare_names_are_drawn_and_read_back(kind, desk, read):
    drawn = desk.draw_certificate(certificate(desk.templates[kind], **{"holder.name": RARE}))
    assert RARE in without_blanks(read(drawn.pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_a_character_no_font_has_stops_every_kind(kind, desk):
    with pytest.raises(GlyphMissingError):
        desk.draw_certificate(certificate(desk.templates[kind], **{"holder.name": "李\ue000"}))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_bears_the_check_digit_beside_its_number(kind, desk, read):
    told = certificate(desk.templates[kind])
    number = told.facts["paper.number"]
    text = without_blanks(read(desk.draw_certificate(told).pdf))
    marked = f"{number}校验{check_of(number)}"
    assert marked in text
    places = 1 + (f"编号{number}" in text)  # the stub has a cell for it
    assert text.count(marked) == places * max(1, len(desk.templates[kind].page.copies))


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_marked_bears_no_number_and_leaves_room_for_answers(kind, desk, read):
    told = certificate(desk.templates[kind], **{"paper.number": ""})
    told.answers.clear()
    text = without_blanks(read(desk.draw_certificate(told).pdf))
    assert set("未生效") <= set(text)
    assert "0001号" not in text
    assert "校验" not in text.replace("核验码", "")
    if any(ask.is_required and ask.kind == "text" for ask in desk.templates[kind].asks):
        assert "＿＿＿＿" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_facts_give_the_same_bytes_and_the_code_is_in_them(kind, desk):
    told = certificate(desk.templates[kind], **{"paper.code": CODE})
    first = desk.draw_certificate(told)
    assert first.pdf == desk.draw_certificate(told).pdf
    assert keywords_of(first.pdf) == CODE


@pytest.mark.parametrize("kind", KINDS)
def test_the_code_says_as_much_as_its_labels(kind, desk):
    codes = json.loads((RESOURCES / "verify" / "codes.json").read_text(encoding="utf-8"))
    labels = {form["kind"]: form["labels"] for form in codes["forms"]}[kind]
    assert len(desk.code_facts(certificate(desk.templates[kind]))) == len(labels)


@pytest.mark.parametrize(("rows", "pages"), [(1, 1), (8, 1), (40, 2)])
def test_a_record_of_service_grows_over_pages_and_keeps_every_row(rows, pages, desk, read):
    paper = desk.draw_certificate(certificate(desk.templates["volunteering"], rows=rows))
    assert paper.pages == pages
    assert without_blanks(read(paper.pdf)).count("打扫楼道") == rows


def test_a_paper_in_two_copies_without_a_stub_has_no_line_to_cut(desk, read):
    text = read(desk.draw_certificate(certificate(desk.templates["activity"])).pdf)
    assert "存根" not in text
    assert "骑缝" not in text


def test_the_red_of_an_honour_ends_with_its_frame(desk):
    """The text below is black: what is red once does not stain what follows."""
    page = picture(desk.draw_certificate(certificate(desk.templates["honour"])).pdf, 0, dpi=60)
    rows = [
        page.pixels[start : start + page.width * 4]
        for start in range(0, len(page.pixels), page.width * 4)
    ]
    lower = rows[int(page.height * 0.78) : int(page.height * 0.86)]
    inside = [row[page.width * 2 : int(page.width * 0.88) * 4] for row in lower]
    pixels = [row[at : at + 3] for row in inside for at in range(0, len(row), 4)]
    assert any(max(pixel) < 128 for pixel in pixels)
    assert all(max(pixel) - min(pixel) < 30 for pixel in pixels)
