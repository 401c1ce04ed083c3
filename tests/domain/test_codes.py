from __future__ import annotations

from datetime import date

import pytest

from station_app.domain.codes import Code, CodeTable, Sensitivity, Tag, clashing_words, fold_word

SONS = (
    Code(code="20", name="子", aliases=("儿子", "之子")),
    Code(code="22", name="长子", parent="20"),
    Code(code="27", name="养子", parent="20"),
    Code(code="30", name="女", aliases=("女儿",), valid_to=date(2025, 1, 1)),
)


def a_table(*entries: Code) -> CodeTable:
    return CodeTable(
        system="relation",
        title="与户主关系",
        source="GB/T 4761-2008",
        doc_no="GB/T 4761-2008",
        valid_from=date(2009, 1, 1),
        valid_to=None,
        verified=False,
        entries=entries or SONS,
    )


@pytest.mark.parametrize("word", ["儿子", "之子", "子", " 儿\u3000子 ", "20", "\uff12\uff10"])
def test_code_is_found_by_whatever_the_form_calls_it(word):
    assert a_table().by_name(word) == SONS[0]


def test_word_nobody_knows_finds_nothing():
    assert a_table().by_name("邻居") is None
    assert a_table().by_code("99") is None
    assert a_table().by_code("22") == SONS[1]


def test_name_of_an_unknown_code_is_the_code():
    assert (a_table().name_of("22"), a_table().name_of("99")) == ("长子", "99")


def test_name_of_one_code_outweighs_the_alias_of_another():
    table = a_table(Code(code="1", name="甲", aliases=("乙",)), Code(code="2", name="乙"))
    assert table.by_name("乙") == table.entries[1]
    assert clashing_words(table) == ("乙",)
    assert clashing_words(a_table()) == ()


def test_list_in_a_cell_is_read_word_by_word():
    known, unknown = a_table().read_list("儿子、女儿；之子 邻居")
    assert [entry.code for entry in known] == ["20", "30"]
    assert unknown == ("邻居",)
    assert a_table().read_list("") == ((), ())


def test_tag_of_level_four_is_restricted():
    tag = Tag(code="x", name="某", group="受限", sensitivity=Sensitivity.RESTRICTED)
    open_tag = Tag(code="y", name="某", group="某", sensitivity=Sensitivity.INTERNAL)
    assert tag.is_restricted
    assert not open_tag.is_restricted


def test_words_are_compared_half_width_without_blanks_in_small_letters():
    assert fold_word(" \uff28IV\u3000\uff08某\uff09") == "hiv(某)"
