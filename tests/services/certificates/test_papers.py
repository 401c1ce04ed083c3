"""The papers themselves: their text layer, their pages, their bytes."""

from __future__ import annotations

import random
import shutil
import subprocess
import threading
from datetime import date

import pytest

from installer.fonts import codepoints
from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.services.certificates.drawing.typefaces import to_unicode
from station_app.services.certificates.fonts import GlyphMissingError
from station_app.services.certificates.papers import Direction, RecoveryKeySheet, SealRegister
from station_app.services.certificates.preview import page_sizes
from station_app.shipped import RESOURCES

LONG = "某省某市某区石桥街道幸福里小区（原第三纺织机械厂家属院）南区三十六幢东二单元1203室之二"
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def a_register(uses):
    return SealRegister(
        station="某社区居民委员会",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 30),
        made_by="王芳@front",
        made_at="2026-11-30 17:00",
        uses=tuple(uses),
    )


def a_key_sheet(groups=("7KQ4", "M2XA", "9ZTP", "R5WD")):
    return RecoveryKeySheet(station="某社区服务站", made_on=date(2026, 3, 1), groups=groups)


def without_blanks(text):
    return "".join(text.split())


def poppler(tool, *arguments, pdf):
    """Return what a tool of poppler says of *pdf*."""
    command = [shutil.which(tool), *arguments]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603 - fixed
    return done.stdout.decode()


def test_all_that_is_said_stands_on_one_page(desk, a_certificate, read):
    paper = desk.draw_residence(a_certificate())
    text = without_blanks(read(paper.pdf))

    assert paper.pages == 1
    assert text.count("石社证字〔2026〕第0001号") == 3
    assert "兹证明张三，男，公民身份号码110000199001010013，自2021年3月起" in text
    assert "二〇二六年十一月二十三日" in text


def test_a_paper_is_a4(desk, a_certificate, a_use):
    [upright] = page_sizes(desk.draw_residence(a_certificate()).pdf)
    [across] = page_sizes(desk.draw_seal_register(a_register([a_use()])).pdf)

    assert upright == pytest.approx((210, 297), abs=0.1)
    assert across == pytest.approx((297, 210), abs=0.1)


@pytest.mark.parametrize("kind", ["residence", "draft", "refusal", "register", "key"])
def test_the_same_values_give_the_same_bytes_in_any_process(
    kind, desk, a_certificate, a_slip, a_use
):
    def drawn(by):
        return {
            "residence": lambda: by.draw_residence(a_certificate(name="𠮷䶮")),
            "draft": lambda: by.draw_residence(a_certificate(number=None)),
            "refusal": lambda: by.draw_refusal(a_slip()),
            "register": lambda: by.draw_seal_register(a_register([a_use()])),
            "key": lambda: by.draw_recovery_key(a_key_sheet()),
        }[kind]()

    desk.draw_residence(a_certificate(name="𪚥龘"))

    assert drawn(desk) == drawn(PaperDesk(RESOURCES)) == drawn(desk)


def test_papers_drawn_at_the_same_time_do_not_mix(desk, a_certificate):
    names = ["张三", "𠮷一", "李䶮", "𪚥二"]
    alone = [desk.draw_residence(a_certificate(name=name)).pdf for name in names]
    together: dict[str, bytes] = {}

    def draw(name):
        together[name] = desk.draw_residence(a_certificate(name=name)).pdf

    threads = [threading.Thread(target=draw, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [together[name] for name in names] == alone


def test_a_draft_is_marked_across_and_has_no_number(desk, a_certificate, read):
    draft = read(desk.draw_residence(a_certificate(number=None)).pdf)
    issued = read(desk.draw_residence(a_certificate()).pdf)

    assert "未生效" not in without_blanks(issued)
    assert set("未生效") <= set(draft)
    assert "0001号" not in draft


@pytest.mark.parametrize("field", ["name", "address", "purpose", "addressee", "issuer", "handler"])
def test_a_character_no_font_has_stops_the_paper_and_is_named(field, desk, a_certificate):
    with pytest.raises(GlyphMissingError) as caught:
        desk.draw_residence(a_certificate(**{field: "某\U00031350和\ue000某"}))

    assert caught.value.characters == ("\U00031350", "\ue000")


def test_a_form_can_ask_beforehand_what_cannot_be_printed(desk):
    assert desk.missing("李𠮷龘·𪚥") == ()
    assert desk.missing("李\U00031350") == ("\U00031350",)


def test_a_long_address_is_set_smaller_and_stays_on_one_page(desk, a_certificate, read):
    paper = desk.draw_residence(a_certificate(address=LONG, hukou_address=LONG))

    assert paper.pages == 1
    assert without_blanks(read(paper.pdf)).count(LONG) == 3


def test_what_is_too_long_for_one_page_goes_over_to_a_second_with_the_stub(
    desk, a_certificate, read
):
    paper = desk.draw_residence(a_certificate(address=LONG * 9, hukou_address=LONG * 9))
    text = without_blanks(read(paper.pdf))

    assert paper.pages == 2
    assert LONG * 9 + "（租住）。户籍地址为" + LONG * 9 in text.replace("第1页共2页", "")
    assert text.index("第1页") < text.index("特此证明") < text.index("第2页共2页")
    assert "…" in text[text.index("存根") :]


def test_every_character_of_extensions_b_to_f_comes_back_beyond_u_ffff(desk, a_certificate, read):
    picked = random.Random(20230801).sample(sorted(codepoints.EXTENSIONS_B_TO_F), 900)
    text = "".join(map(chr, picked))
    pdf = desk.draw_residence(a_certificate(address=text)).pdf

    assert text in without_blanks(read(pdf)).replace("第1页共2页", "")


@needs_pdftotext
def test_poppler_reads_the_same_characters(desk, a_certificate):
    picked = random.Random(20221101).sample(sorted(codepoints.EXTENSIONS_B_TO_F), 400)
    text = "".join(map(chr, picked)) + "𠮷𬭚𪚥𫖮𬴊𬱖𰻝龘喆㛃䶮·"
    pdf = desk.draw_residence(a_certificate(address=text)).pdf

    assert text in without_blanks(poppler("pdftotext", "-raw", "-enc", "UTF-8", "-", "-", pdf=pdf))


@needs_pdftotext
def test_poppler_finds_every_font_embedded(desk, a_certificate):
    listed = poppler("pdffonts", "-", pdf=desk.draw_residence(a_certificate(name="𠀁䶮")).pdf)
    fonts = [line.split() for line in listed.splitlines()[2:]]

    assert len(fonts) == 3
    for name, *_, embedded, subset, unicode, _number, _generation in fonts:
        assert "+Station" in name
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


def test_the_text_layer_is_written_in_utf16_and_blocks_of_a_hundred():
    written = to_unicode("ABC+Song", [0, *range(0x4E00, 0x4E00 + 149), 0x20BB7])

    assert "100 beginbfchar" in written
    assert "50 beginbfchar" in written
    assert "<96> <D842DFB7>" in written
    assert "<00> <" not in written.replace("<00> <FF>", "")


def test_a_refusal_names_every_office(desk, a_slip, read):
    directions = (
        Direction(office="民政局婚姻登记处", brings="结婚证、离婚证或者婚姻登记档案查询"),
        Direction(office="人民法院", brings="判决书", address="某路1号", phone="025-11111111"),
    )
    paper = desk.draw_refusal(a_slip(applicant="张三", directions=directions))
    text = without_blanks(read(paper.pdf))

    assert paper.pages == 1
    assert "不予出具证明告知单" in text
    for wanted in ("民政局婚姻登记处", "档案查询", "人民法院", "某路1号", "025-11111111"):
        assert wanted in text


@pytest.mark.parametrize(("uses", "pages"), [(0, 1), (1, 1), (15, 1), (16, 2), (45, 3)])
def test_the_seal_register_takes_as_many_pages_as_it_needs(uses, pages, desk, a_use, read):
    paper = desk.draw_seal_register(a_register(a_use(serial) for serial in range(1, uses + 1)))
    text = without_blanks(read(paper.pdf))

    assert paper.pages == pages
    assert text.count("领取人签字") == pages
    assert text.count("居住情况证明") == uses
    assert text.count("王芳@front于2026-11-3017:00制作") == pages


def test_the_key_sheet_shows_each_group_with_its_place(desk, read):
    groups = tuple(f"K{number:02d}X" for number in range(1, 10))
    paper = desk.draw_recovery_key(a_key_sheet(groups))
    words = read(paper.pdf).split()

    assert paper.pages == 1
    for place, group in enumerate(groups, start=1):
        assert words.index(str(place)) < words.index(group)


def test_nothing_of_a_person_stands_outside_the_text(desk, a_certificate):
    pdf = desk.draw_residence(a_certificate(name="Zachariah")).pdf

    assert b"Zachariah" not in pdf
    assert "Zachariah".encode("utf-16-be") not in pdf
