"""Templates of certificates: read as a whole, refused with the place."""

from __future__ import annotations

import json
import shutil

import pytest

from station_app.domain.paper_templates.template import Layout, Size
from station_app.services.certificates.fonts import FontChain
from station_app.shipped import RESOURCES
from station_app.store.data_files import ReferenceInvalidError
from station_app.store.paper_templates import read_paper_templates
from tests.data_changed import put

SHIPPED = RESOURCES / "certificates"
CHAIN = FontChain(RESOURCES / "fonts")


@pytest.fixture
def changed(tmp_path):
    """Return a reader of the shipped templates, one of them changed."""
    shutil.copytree(SHIPPED, tmp_path / "certificates")

    def read(change, kind="hardship"):
        path = tmp_path / "certificates" / "templates" / f"{kind}.json"
        told = json.loads(path.read_text(encoding="utf-8"))
        change(told)
        path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        return read_paper_templates(tmp_path / "certificates", CHAIN.missing)

    return read


@pytest.fixture(scope="module")
def shipped():
    return read_paper_templates(SHIPPED, CHAIN.missing)


def test_each_certificate_that_may_be_issued_has_its_template(shipped):
    rules = json.loads((RESOURCES / "rules" / "legitimate.json").read_text(encoding="utf-8"))
    assert {each["id"] for each in rules["certificates"]} == set(shipped)


def test_each_template_has_a_number_in_the_code(shipped):
    codes = json.loads((RESOURCES / "verify" / "codes.json").read_text(encoding="utf-8"))
    labels = {form["kind"]: len(form["labels"]) for form in codes["forms"]}
    assert labels == {kind: len(template.code) for kind, template in shipped.items()}


def test_each_template_says_where_it_comes_from(shipped):
    for template in shipped.values():
        assert template.origin.source
        assert template.origin.basis
        assert template.origin.valid_from


def test_the_pages_are_of_all_sizes(shipped):
    assert {template.page.size for template in shipped.values()} == set(Size)
    assert shipped["honour"].page.layout is Layout.HONOUR
    assert shipped["activity"].page.copies


def test_a_sum_of_money_is_never_stated_in_a_certificate_of_hardship(shipped):
    assert {ask.name for ask in shipped["hardship"].asks} == {"members", "cause"}


@pytest.mark.parametrize(
    ("place", "value", "where", "reason"),
    [
        (
            ("sections", "body", 1),
            "证明{holder.nmae}",
            "sections",
            "body, paragraph 2, character 3: unknown field {holder.nmae}",
        ),
        (
            ("sections", "body", 0),
            "{?holder.sex}甲",
            "sections",
            "body, paragraph 1, character 1: the condition {?holder.sex} is not closed",
        ),
        (
            ("sections", "body", 0),
            "{asked.income}元",
            "sections",
            "body, paragraph 1, character 1: unknown field {asked.income}",
        ),
        (
            ("sections", "body", 0),
            "{holder.sex}",
            "sections",
            "body, paragraph 1, character 1: {holder.sex} may be empty and stands in",
        ),
        (
            ("sections", "body", 0),
            "证明\U00031350",
            "sections",
            "body, paragraph 1: no font draws \U00031350 (U+31350)",
        ),
        (
            ("stub", 1, 0, 1),
            "{nobody}",
            "",
            "stub, row 2, 姓名, character 1: unknown field {nobody}",
        ),
        (("code", 0), "{/}", "", "code, fact 1, character 1: {/} closes nothing"),
        (("title",), "\ue000", "", "field title: no font draws \ue000 (U+E000)"),
        (("page", "size"), "A3", "page", "field size"),
        (("page", "margins"), [1, 2, 3], "page", "field margins: top, right, bottom, left in"),
        (("page", "margins"), [True, 20, 20, 20], "page", "field margins: each from 5 to 60"),
        (("page", "stub"), False, "", "field stub"),
        (("kind",), "other", "", "field kind"),
        (("asks", 0, "kind"), "money", "asks[0]", "field kind"),
        (("asks", 0, "choices"), ["一"], "asks[0]", "field choices"),
        (("sections", "boddy"), ["甲"], "sections", "unknown field boddy"),
        (("validity_days",), -1, "", "field validity_days"),
        (("table",), {"over": "members", "columns": []}, "table", "unknown rows members"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_place(changed, place, value, where, reason):
    with pytest.raises(ReferenceInvalidError) as refused:
        changed(put(place, value))
    facts = refused.value.facts
    assert facts["file"] == "hardship.json"
    assert facts["place"] == where
    assert facts["reason"].startswith(reason)


def test_a_row_of_a_table_is_told_by_its_columns_alone(changed):
    wrong = put(("table", "columns", 2, "text"), "{holder.name}")
    with pytest.raises(ReferenceInvalidError) as refused:
        changed(wrong, "volunteering")
    assert refused.value.facts["place"] == "table.columns[2]"


def test_a_paragraph_of_all_papers_may_be_said_otherwise_by_one(changed):
    found = changed(put(("sections", "mark"), ["样本"]))
    assert found["hardship"].sections["mark"] != found["residence"].sections["mark"]


@pytest.mark.parametrize(
    ("kind", "parts", "reason"),
    [
        ("honour", ["frame", "tilte"], "preprinted, part 2: unknown part tilte"),
        ("honour", ["body 9"], "preprinted, part 1: unknown part body 9"),
        ("honour", ["mark 1"], "preprinted, part 1: mark moves with what is written above it"),
        (
            "honour",
            ["title", "body 2"],
            "preprinted, part 2: body, paragraph 2 differs: it has the field {asked.award}",
        ),
        ("honour", ["title", "title"], "preprinted, part 2: title is named twice"),
        ("honour", ["stub"], "preprinted, part 1: unknown part stub"),
        ("residence", ["body 5"], "preprinted, part 1: body moves with what is written above it"),
        ("activity", ["stub"], "preprinted, part 1: the page has no stub"),
    ],
)
def test_what_cannot_be_on_a_form_is_refused_with_its_place(changed, kind, parts, reason):
    with pytest.raises(ReferenceInvalidError) as refused:
        changed(lambda told: told.update(preprinted=parts), kind)
    assert refused.value.facts["file"] == f"{kind}.json"
    assert refused.value.facts["reason"] == reason


def test_certificates_of_honour_and_of_residence_may_be_printed_on_forms(shipped):
    assert "frame" in shipped["honour"].preprinted
    assert "stub" in shipped["residence"].preprinted
