"""What the papers say."""

from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.certificate_numbers import check_of
from station_app.services.certificates.certificate_wording import (
    CertificateWording,
    certificate_of,
)
from station_app.services.certificates.fonts import FontChain
from station_app.services.certificates.papers import (
    Direction,
    FirstPassphraseSheet,
    RecoveryKeySheet,
    SealRegister,
)
from station_app.services.certificates.phrasing import TemplateError
from station_app.services.certificates.wording import Wording
from station_app.shipped import RESOURCES

CHECK = check_of("石社证字〔2026〕第0001号")


class Words(Wording):
    """All papers in words, the certificates too."""

    def __init__(self):
        super().__init__(RESOURCES / "templates")
        missing = FontChain(RESOURCES / "fonts").missing
        self._certificates = CertificateWording(RESOURCES / "certificates", missing)

    def residence(self, certificate):
        return self._certificates.letter(certificate_of(certificate))


@pytest.fixture(scope="module")
def wording():
    return Words()


def test_a_certificate_of_residence_says_who_where_since_when_and_how_it_is_known(
    wording, a_certificate
):
    letter = wording.residence(a_certificate(address="某路1号"))

    assert letter.title == "居住情况证明"
    assert letter.number == f"编号：石社证字〔2026〕第0001号　校验 {CHECK}"
    assert letter.addressee == "幸福路小学："
    assert letter.paragraphs == (
        "兹证明张三，男，公民身份号码110000199001010013，自2021年3月起在本社区居住，现住址为某路1号（租住）。",
        "以上情况于2026年11月20日经入户走访、查验租赁合同核实，核实人李四。",
        "本证明仅用于办理子女入学，他用无效。有效期30日，自签发之日起至2026年12月23日止。",
        "特此证明。",
    )
    assert letter.signature == (
        "石桥街道幸福里社区居民委员会",
        "二〇二六年十一月二十三日",
        "（盖章）",
    )
    assert letter.footer == (
        "经办人：李四　　审核人：王五　　联系电话：025-00000000",
        "统一社会信用代码：52310000MJ00000265",
    )


def test_what_is_not_known_is_left_out_without_a_trace(wording, a_certificate):
    letter = wording.residence(
        a_certificate(
            addressee="", sex="", since=None, basis="", verified_by="", phone="", credit_code=""
        )
    )

    assert letter.addressee == ""
    assert letter.paragraphs[0] == (
        "兹证明张三，公民身份号码110000199001010013，现在本社区居住，"
        "现住址为幸福里小区3幢2单元501室。"
    )
    assert letter.paragraphs[1].endswith("核实。")
    assert letter.footer == ("经办人：李四　　审核人：王五",)


def test_who_has_not_signed_yet_finds_room_to_sign(wording, a_certificate):
    letter = wording.residence(a_certificate(handler="", approver="", phone=""))

    assert letter.footer[0] == "经办人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿"


def test_the_place_of_registration_is_told_when_wanted(wording, a_certificate):
    letter = wording.residence(a_certificate(hukou_address="某省某市某路1号"))

    assert letter.paragraphs[0].endswith("（租住）。户籍地址为某省某市某路1号。")


def test_validity_runs_over_the_end_of_the_year(wording, a_certificate):
    letter = wording.residence(a_certificate(issued_on=date(2026, 12, 31), validity_days=60))

    assert "有效期60日，自签发之日起至2027年3月1日止" in letter.paragraphs[2]


def test_a_draft_is_marked_and_bears_no_number(wording, a_certificate):
    letter = wording.residence(a_certificate(number=None))

    assert letter.mark == "预览 · 未生效"
    assert "〔" not in "".join(letter.texts())


def test_an_issued_certificate_bears_no_mark(wording, a_certificate):
    assert wording.residence(a_certificate()).mark == ""


def test_a_reprint_names_what_it_stands_for_and_why(wording, a_certificate):
    letter = wording.residence(
        a_certificate(reissue_of="石社证字〔2026〕第0001号", reissue_reason="原件遗失")
    )

    assert "本证明系石社证字〔2026〕第0001号的补发件，补发原因：原件遗失。" in letter.paragraphs


def test_stub_and_seam_bear_the_same_number_the_stub_with_its_check_digit(wording, a_certificate):
    letter = wording.residence(a_certificate())

    assert letter.seam == "石社证字〔2026〕第0001号（骑缝盖章）"
    assert letter.stub_title == "居住情况证明（存根）"
    assert dict(letter.stub[0])["编号"] == f"石社证字〔2026〕第0001号 校验 {CHECK}"


def test_a_refusal_says_what_was_asked_why_not_and_where_to_go(wording, a_slip):
    letter = wording.refusal(
        a_slip(
            applicant="张三",
            phone="025-00000000",
            directions=(
                Direction(office="民政局婚姻登记处", brings="结婚证", phone="025-11111111"),
                Direction(office="人民法院"),
            ),
        )
    )

    assert letter.addressee == "张三："
    assert "“婚姻状况证明”" in letter.paragraphs[0]
    assert letter.paragraphs[1] == "依据：民发〔2020〕20号。"
    assert letter.table == (
        ("办理单位", "办理事项或者可用材料", "地址", "电话"),
        ("民政局婚姻登记处", "结婚证", "", "025-11111111"),
        ("人民法院", "", "", ""),
    )
    assert letter.signature[1] == "二〇二六年十一月二十三日"
    assert not letter.seam


def test_the_seal_register_numbers_its_lines(wording, a_use):
    register = wording.seal_register(
        SealRegister(
            station="某社区居民委员会",
            first_day=date(2026, 11, 1),
            last_day=date(2026, 11, 30),
            made_by="王芳@front",
            made_at="2026-11-30 17:00",
            uses=(a_use(1), a_use(2, remark="作废")),
        )
    )

    assert register.subtitle == ("单位：某社区居民委员会", "2026年11月1日至2026年11月30日")
    assert [line[0] for line in register.table] == ["序号", "1", "2"]
    assert register.table[2][2] == "石社证字〔2026〕第0002号"
    assert register.table[2][-1] == "作废"


def test_the_key_sheet_keeps_the_groups_as_they_are(wording):
    page = wording.recovery_key(
        RecoveryKeySheet(station="某社区服务站", made_on=date(2026, 3, 1), groups=("7KQ4", "M2XA"))
    )

    assert page.groups == ("7KQ4", "M2XA")
    assert "某社区服务站" in page.lead[0]
    assert len(page.steps) >= 3


def test_the_slip_with_a_first_passphrase_names_who_it_is_for(wording):
    sheet = FirstPassphraseSheet(
        station="某站", name="李雪梅", made_on=date(2026, 3, 1), groups=("Kx7p", "Q2m")
    )
    page = wording.first_passphrase(sheet)

    assert page.groups == ("Kx7p", "Q2m")
    assert "李雪梅" in page.lead[0]
    assert "Kx7p" not in repr((sheet, page))


def test_values_and_texts_keep_people_and_keys_out_of_logs(wording, a_certificate):
    sheet = RecoveryKeySheet(station="某站", made_on=date(2026, 3, 1), groups=("7KQ4",))
    certificate = a_certificate(name="Zachariah")

    shown = repr((sheet, certificate, wording.residence(certificate), wording.recovery_key(sheet)))

    assert "7KQ4" not in shown
    assert "Zachariah" not in shown


def test_a_missing_template_is_no_silent_blank(tmp_path):
    with pytest.raises(FileNotFoundError):
        Wording(tmp_path)


def test_facts_are_never_taken_for_fields(wording, a_certificate):
    letter = wording.residence(a_certificate(purpose="{name}的事"))

    assert "仅用于{name}的事，" in letter.paragraphs[2]


def test_template_errors_name_the_file(tmp_path):
    for path in (RESOURCES / "templates").glob("*.json"):
        text = path.read_text(encoding="utf-8").replace("{station}", "{statoin}")
        (tmp_path / path.name).write_text(text, encoding="utf-8")

    with pytest.raises(TemplateError, match=r"^seal_register\.json: .*statoin"):
        Wording(tmp_path)
