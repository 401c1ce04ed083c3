"""Only the fields, for a form that has the rest: left out, moved, kept on the paper."""

from __future__ import annotations

import pytest

from station_app.domain.errors import RefusedError
from station_app.domain.overprint import AS_IT_IS, Alignment, Printer
from station_app.services.certificates.drawing.codes import MODULE, modules
from station_app.services.certificates.drawing.overprinting import only_fields
from station_app.services.certificates.preview import has_form, marked_boxes, page_sizes, picture
from tests.services.certificates.of_any_kind import certificate

CODE = "861" + "123456789" * 30
POINTS = 72 / 25.4
ON_THE_FORM = {
    "honour": ("荣誉证书", "特发此证"),
    "residence": ("居住情况证明", "存根", "核验", "领取人签字"),
}
FIELDS = {
    "honour": ("张三", "社区邻里互助", "第0001号", "二〇二六年十一月"),
    "residence": ("张三", "110000199001010013", "第0001号", "骑缝盖章", "申请临时救助"),
}


@pytest.fixture
def drawn(desk):
    def draw(kind, **facts):
        told = certificate(desk.templates[kind], **{"paper.code": CODE} | facts)
        return desk.draw_certificate(told).pdf

    return draw


def boxes(pdf, mark):
    return [each.box for page in marked_boxes(pdf) for each in page if each.mark == mark]


def around(found):
    lefts, bottoms, rights, tops = zip(*found, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


@pytest.mark.parametrize("kind", sorted(ON_THE_FORM))
def test_what_the_form_has_is_left_out_and_every_field_stays(kind, drawn, read):
    whole = drawn(kind)
    text = "".join(read(only_fields(whole, AS_IT_IS).pdf).split())
    for words in ON_THE_FORM[kind]:
        assert words in "".join(read(whole).split())
        assert words not in text
    for words in FIELDS[kind]:
        assert words in text


@pytest.mark.parametrize("kind", sorted(ON_THE_FORM))
def test_as_it_is_every_field_lies_where_it_lies_on_the_whole_paper(kind, drawn):
    whole = drawn(kind)
    fields = only_fields(whole, AS_IT_IS).pdf
    (before,), (after,) = marked_boxes(whole), marked_boxes(fields)
    wanted = [each for each in before if each.mark != "Form"]
    assert [each.mark for each in after] == [each.mark for each in wanted]
    for there, here in zip(wanted, after, strict=True):
        assert here.box == pytest.approx(there.box, abs=0.02)


def test_the_archived_paper_stands_unchanged_before_what_is_added(drawn):
    whole = drawn("honour")
    fields = only_fields(whole, Alignment(right=1.0)).pdf
    assert fields.startswith(whole)
    assert page_sizes(fields) == page_sizes(whole)


def test_fields_go_right_down_and_are_scaled_from_the_top_left_corner(drawn):
    whole = drawn("residence")
    moved = only_fields(whole, Alignment(right=2.0, down=3.0, scale=99.0)).pdf
    height = page_sizes(whole)[0][1] * POINTS
    left, _, right, top = around(boxes(whole, "Field.number"))
    new_left, _, new_right, new_top = around(boxes(moved, "Field.number"))
    assert new_left == pytest.approx(left * 0.99 + 2 * POINTS, abs=0.05)
    assert new_right == pytest.approx(right * 0.99 + 2 * POINTS, abs=0.05)
    assert height - new_top == pytest.approx((height - top) * 0.99 + 3 * POINTS, abs=0.05)


@pytest.mark.parametrize("kind", sorted(ON_THE_FORM))
@pytest.mark.parametrize("scale", [98.0, 99.3, 101.0])
def test_the_code_goes_along_and_keeps_the_size_of_its_modules(kind, scale, drawn):
    whole = drawn(kind)
    moved = only_fields(whole, Alignment(right=-1.0, down=1.0, scale=scale)).pdf
    before, after = around(boxes(whole, "Field.code")), around(boxes(moved, "Field.code"))
    side = len(modules(CODE)) * MODULE * POINTS
    assert after[2] - after[0] == pytest.approx(side, abs=0.02)
    assert after[3] - after[1] == pytest.approx(side, abs=0.02)
    middle = (before[0] + before[2]) / 2 * scale / 100 - POINTS
    assert (after[0] + after[2]) / 2 == pytest.approx(middle, abs=0.05)


@pytest.mark.parametrize(
    ("alignment", "part"),
    [
        (Alignment(right=20.0), "code"),
        (Alignment(down=-20.0), "code"),
        (Alignment(down=20.0, scale=102.0), "stub_field"),
    ],
)
def test_a_field_that_would_leave_the_paper_is_named(alignment, part, drawn):
    with pytest.raises(RefusedError) as refused:
        only_fields(drawn("residence"), alignment)
    assert refused.value.reason == "paper.off-the-page"
    assert refused.value.facts["part"] == part


def test_a_paper_without_a_form_is_refused(desk, drawn):
    pdf = drawn("hardship")
    assert not has_form(pdf)
    assert has_form(drawn("honour"))
    with pytest.raises(RefusedError) as refused:
        desk.onto_form(pdf, AS_IT_IS)
    assert refused.value.reason == "paper.no-form"


def test_a_draft_on_a_form_is_still_marked_as_one(drawn, read):
    draft = only_fields(drawn("honour", **{"paper.number": "", "paper.code": ""}), AS_IT_IS)
    assert set("未生效") <= set(read(draft.pdf))


@pytest.mark.parametrize(
    "deeds", ["", "在社区志愿服务中连续三年走访孤寡老人二百余次并协助办理各类事项受到居民好评"]
)
def test_what_is_on_the_form_stands_still_however_much_is_written_above(deeds, desk):
    told = certificate(desk.templates["honour"])
    short = desk.draw_certificate(told).pdf
    told.answers["deeds"] = deeds
    long = desk.draw_certificate(told).pdf
    assert boxes(long, "Form") == boxes(short, "Form")


@pytest.mark.parametrize(
    "alignment",
    [
        AS_IT_IS,
        Alignment(right=20, down=20, scale=102),
        Alignment(right=-20, down=-20, scale=98),
    ],
)
def test_the_test_sheet_stays_on_the_paper_with_every_value_there_is(alignment, desk, read):
    printer = Printer(name="窗口打印机", alignment=alignment)
    paper = desk.draw_test_sheet(printer)
    text = "".join(read(paper.pdf).split())
    assert paper.pages == 1
    assert "窗口打印机" in text
    assert f"缩放{alignment.scale:.2f}%" in text
    assert "应为120.0毫米" in text


def test_the_cross_of_the_test_sheet_lies_where_it_says(desk):
    page = picture(desk.draw_test_sheet(Printer(name="x")).pdf, 0, dpi=254)
    row = page.pixels[350 * page.width * 4 : 351 * page.width * 4]  # 35 mm from the top
    dark = [x for x in range(page.width) if row[x * 4] < 160]
    assert [round(x / 10) for x in (dark[0], dark[-1])] == [40, 160]
