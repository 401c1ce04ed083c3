"""Templates of papers of cases: read as a whole, refused with the place."""

from __future__ import annotations

import json
import shutil

import pytest

from station_app.domain.counter.case_papers import SURE, CasePaperKind
from station_app.domain.paper_templates.template import Size
from station_app.services.certificates.fonts import FontChain
from station_app.shipped import RESOURCES
from station_app.store.counter.case_papers import read_case_papers
from station_app.store.data_files import ReferenceInvalidError
from tests.data_changed import put

SHIPPED = RESOURCES / "counter"
CHAIN = FontChain(RESOURCES / "fonts")


@pytest.fixture
def changed(tmp_path):
    """Return a reader of the shipped templates, one file of them changed."""
    folder = tmp_path / "counter"
    shutil.copytree(SHIPPED, folder)

    def read(file, change):
        told = json.loads((folder / file).read_text(encoding="utf-8"))
        change(told)
        (folder / file).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return read_case_papers(folder, CHAIN.missing)

    return read


@pytest.fixture(scope="module")
def shipped():
    return read_case_papers(SHIPPED, CHAIN.missing)


def test_each_paper_has_its_template_and_no_template_is_left_over(shipped):
    assert set(shipped) == set(CasePaperKind) == set(SURE)
    assert {path.stem for path in (SHIPPED / "papers").iterdir()} == set(CasePaperKind)


def test_each_says_where_it_comes_from(shipped):
    for template in shipped.values():
        assert template.origin.source
        assert template.origin.basis
        assert template.origin.valid_from


def test_the_receipt_is_half_a_sheet_in_two_copies(shipped):
    receipt = shipped[CasePaperKind.RECEIPT]
    assert receipt.page.size is Size.A5
    assert len(receipt.page.copies) == 2


def test_what_is_taken_along_has_places_to_sign(shipped):
    labels = {label for row in shipped[CasePaperKind.HOME_SERVICE].signing for label, _ in row}
    assert {"服务人员签字", "服务对象签字"} <= labels


@pytest.mark.parametrize(
    ("place", "value", "where", "reason"),
    [
        (("sections", "body", 0), "{case.salary}", "sections", "unknown field {case.salary}"),
        (("sections", "body", 0), "{row.name}", "sections", "unknown field {row.name}"),
        (("sections", "body", 0), "于{case.accepted_on}", "sections", "character 2"),
        (("sections", "body", 0), "{?case.where}在", "sections", "is not closed"),
        (("sections", "body", 0), "请补正\ue000", "sections", "U+E000"),
        (("title",), "通知\ue000", "", "U+E000"),
        (("sections", "seam"), ["骑缝"], "sections", "unknown field seam"),
        (("form",), [[["事项"]]], "", "form, row 1"),
        (("form",), [[["事项", "{case.x}"]]], "", "form, row 1, 事项"),
        (("signing",), "签字", "", "field signing"),
        (("table", "over"), "stars", "table", "unknown rows stars"),
        (("table", "columns", 1, "text"), "{case.item}", "table.columns[1]", "unknown field"),
        (("table", "columns", 1, "text"), "{row.returned}", "table.columns[1]", "unknown field"),
        (("table", "columns", 1, "label"), "材料\ue000", "table.columns[1]", "U+E000"),
        (("page", "stub"), True, "", "no stub"),
        (("page", "size"), "A3", "page", "field size"),
        (("kind",), "receipt", "", "field kind"),
        (("colour",), "red", "", "unknown field colour"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(changed, place, value, where, reason):
    with pytest.raises(ReferenceInvalidError) as error:
        changed("papers/notice.json", put(place, value))
    facts = error.value.facts
    assert facts["file"] == "notice.json"
    assert facts["place"] == where
    assert reason in facts["reason"]


def test_what_is_wrong_in_what_all_share_is_told_with_that_file(changed):
    with pytest.raises(ReferenceInvalidError) as error:
        changed("paper_common.json", put(("sections", "footer", 0), "{clerk}"))
    assert error.value.facts["file"] == "paper_common.json"


def test_a_missing_template_is_told(tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "counter")
    (tmp_path / "counter" / "papers" / "closing.json").unlink()
    with pytest.raises(ReferenceInvalidError) as error:
        read_case_papers(tmp_path / "counter", CHAIN.missing)
    assert error.value.facts["file"] == "closing.json"


@pytest.mark.parametrize("kind", list(CasePaperKind))
def test_what_a_paper_surely_has_need_not_be_asked_for_and_the_rest_must(changed, kind):
    for name in sorted(SURE[kind]):
        assert changed(f"papers/{kind}.json", put(("sections", "after"), [f"{{{name}}}"]))
    with pytest.raises(ReferenceInvalidError):
        changed(f"papers/{kind}.json", put(("sections", "after"), ["{case.where}"]))
