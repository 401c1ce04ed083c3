from __future__ import annotations

import pypdfium2
import pytest

from station_app.domain.errors import RefusedError
from tests.factories import TODAY


@pytest.fixture
def refusals(station):
    station.settings.change(name="石头城社区居民委员会", phone="025-00000000")
    return station.refusals


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("单身证明", "婚姻状况证明"),
        ("同一人证明", "居民身份信息证明"),
        ("亲属关系证明", "亲属关系证明"),
        ("无犯罪", "无犯罪记录证明"),
    ],
)
def test_any_wording_leads_to_the_item(refusals, asked, title):
    assert title in refusals.matching(asked)[0].title


def test_the_national_list_has_twenty_items(refusals):
    assert len(refusals.items()) == 20


def test_residence_is_ours_to_issue(refusals):
    assert refusals.matching("居住情况证明") == ()
    assert refusals.legitimate("居住证明")[0].is_available


def test_a_slip_names_the_office_and_is_counted(refusals):
    item = refusals.matching("单身证明")[0]
    paper = refusals.slip(item.id, asked="单身证明", applicant="张三").value
    text = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper.pdf)
    )
    words = "".join(text.split())
    assert item.offices[0].name in words
    assert "张三" in words
    assert list(refusals.counts(since=TODAY, until=TODAY)) == [(item.id, 1)]


def test_an_item_that_is_not_in_force_is_refused(refusals):
    with pytest.raises(RefusedError):
        refusals.slip("no-such-item", asked="x")


def test_a_slip_that_is_only_looked_at_is_not_counted(refusals):
    item = refusals.matching("单身证明")[0]
    looked_at = refusals.preview(item.id, asked="单身证明")
    assert list(refusals.counts(since=TODAY, until=TODAY)) == []
    assert refusals.slip(item.id, asked="单身证明").value == looked_at
