"""Who is found by what is typed; the entries are those a register would hand in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.domain.search.entries import Kind, SearchEntry
from station_app.domain.search.hits import Part, Rank
from station_app.domain.search.queries import read_query

PEOPLE = {
    "曾小明": ("zeng xiao ming", "ceng xiao ming"),
    "单雄信": ("shan xiong xin", "dan xiong xin"),
    "仇英": ("qiu ying", "chou ying"),
    "解缙": ("xie jin", "jie jin"),
    "查良": ("zha liang", "cha liang"),
    "盖聂": ("ge nie", "gai nie"),
    "尉迟恭": ("yu chi gong", "wei chi gong"),
    "张三": ("zhang san",),
    "张三丰": ("zhang san feng",),
    "章三": ("zhang san",),
    "𠮷田𬴊": ("ji tian lin",),
    "阿依古丽·买买提": ("a yi gu li - mai mai ti",),
    "吕布": ("lv bu",),
    "王\ue5e5": ("wang -",),
}
PLACES = (
    "幸福里小区3幢2单元501室",
    "幸福里小区3幢2单元502室",
    "幸福里小区2幢3单元501室",
    "和平路18号301室",
    "翠竹园A座1201室",
)

COUNTS = (
    "SELECT count(*) FROM search_entry",
    "SELECT count(*) FROM search_term",
    "SELECT count(*) FROM search_text",
)


def an_entry(seq, name, **more):
    more.setdefault("readings", PEOPLE.get(name, ()))
    return SearchEntry(seq=seq, key=f"{seq:032x}", name=name, **more)


def everybody():
    return [
        an_entry(
            seq,
            name,
            numbers=(f"3200001985{seq:02}28{seq:03}X",),
            phones=(f"1390000{seq:04}",),
            address=PLACES[seq % len(PLACES)],
        )
        for seq, name in enumerate(PEOPLE, start=1)
    ]


def a_dwelling(seq, address):
    return SearchEntry(seq=seq, key=f"d{seq}", kind=Kind.DWELLING, name=address, address=address)


@pytest.fixture
def found(store):
    """Return a function that finds among everybody and two dwellings: names in order."""
    with store.transaction() as tx:
        tx.search.index_people([*everybody(), a_dwelling(1, PLACES[0]), a_dwelling(2, PLACES[3])])

    def find(text, limit=20):
        with store.reading() as tx:
            return [hit.title for hit in tx.search.find(read_query(text), limit=limit)]

    return find


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("曾小明", "曾小明"),
        ("曾", "曾小明"),
        ("小明", "曾小明"),
        ("明", "曾小明"),
        ("曾 小明", "曾小明"),
        ("zengxiaoming", "曾小明"),
        ("zeng xiao ming", "曾小明"),
        ("ZENG XIAOMING", "曾小明"),
        ("zēng xiǎomíng", "曾小明"),
        ("zengxiaom", "曾小明"),
        ("zxm", "曾小明"),
        ("zengxm", "曾小明"),
        ("xiaoming", "曾小明"),
        ("xiao ming zeng", "曾小明"),
        ("cengxiaoming", "曾小明"),
        ("shan", "单雄信"),
        ("danxiongxin", "单雄信"),
        ("qiuying", "仇英"),
        ("xiejin", "解缙"),
        ("jiejin", "解缙"),
        ("zhaliang", "查良"),
        ("genie", "盖聂"),
        ("yuchi", "尉迟恭"),
        ("yuchigong", "尉迟恭"),
        ("ycg", "尉迟恭"),
        ("weichi", "尉迟恭"),
        ("𠮷", "𠮷田𬴊"),
        ("𬴊", "𠮷田𬴊"),
        ("𠮷田𬴊", "𠮷田𬴊"),
        ("jitianlin", "𠮷田𬴊"),
        ("阿依古丽买买提", "阿依古丽·买买提"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("古丽·买", "阿依古丽·买买提"),
        ("ayglmmt", "阿依古丽·买买提"),
        ("lvbu", "吕布"),
        ("lübu", "吕布"),
        ("lyu bu", "吕布"),
        ("王\ue5e5", "王\ue5e5"),
        ("32000019850128001X", "曾小明"),
        ("３２００００１９８５０１", "曾小明"),
        ("320000 19850128 001X", "曾小明"),
        ("28001x", "曾小明"),
        ("001X", "曾小明"),
        ("13900000001", "曾小明"),
        ("139-0000-0001", "曾小明"),
        ("0001", "曾小明"),
        ("曾 0001", "曾小明"),
        ("zeng 001x", "曾小明"),
        ("zhang 1201", "张三丰"),
        ("张三 301", "张三"),
        ("丰 翠竹园", "张三丰"),
        ("zsf 翠竹", "张三丰"),
        ("z 翠竹园", "张三丰"),
        ("解 翠竹园A座1201", "解缙"),
    ],
)
def test_the_person_meant_is_found_first(found, typed, name):
    assert found(typed)[0] == name


@pytest.mark.parametrize(
    "typed",
    [
        "3-2-501",
        "幸福里3幢501",
        "幸福里3幢501室",
        "幸福里 3-2-501",
        "3号楼2单元501室",
        "三幢二单元501",
        "3幢501室 幸福里小区",
    ],
)
def test_an_address_in_any_wording_finds_the_people_and_the_dwelling(found, typed):
    titles = found(typed)
    assert set(titles[:3]) == {PLACES[0], "查良", "章三"}
    assert "仇英" not in titles


@pytest.mark.parametrize("typed", ["3-2-50", "501 幸福里 3", "3 幸福 501"])
def test_half_an_address_finds_the_dwelling_among_others(found, typed):
    assert PLACES[0] in found(typed)


def test_numbers_of_an_address_keep_their_order(found):
    assert PLACES[0] not in found("2-3-501")


@pytest.mark.parametrize(
    "typed",
    [
        "龘",
        "张龘",
        "zhangsi",
        "qqq",
        "99999",
        "幸福里 99-9",
        "张三 和平村",
        "zeng 503",
        '"',
        "AND",
        "*",
    ],
)
def test_what_is_not_there_is_not_found(found, typed):
    assert found(typed) == []


def test_the_best_comes_first(found):
    assert found("张三") == ["张三", "张三丰"]
    assert found("zhangsan") == ["张三", "章三", "张三丰"]
    assert found("三")[:3] == ["张三", "章三", "张三丰"]


def test_no_more_are_told_than_asked_for(found):
    assert len(found("1390000", limit=3)) == 3


def test_places_for_other_kinds_are_kept_free(found):
    assert PLACES[0] in found("幸福里", limit=4)


def hit_of(store, text, *entries):
    with store.transaction() as tx:
        tx.search.index_people(entries)
        return tx.search.find(read_query(text))[0]


def marked(hit, part):
    text = {Part.TITLE: hit.title, Part.SUBTITLE: hit.subtitle, Part.NUMBER: hit.number}[part]
    return [text[mark.start : mark.start + mark.length] for mark in hit.marks if mark.part is part]


@pytest.mark.parametrize(
    ("typed", "part", "stretches"),
    [
        ("小明", Part.TITLE, ["小明"]),
        ("zengx", Part.TITLE, ["曾小"]),
        ("xm", Part.TITLE, ["小明"]),
        ("501 幸福里", Part.SUBTITLE, ["幸福里", "501"]),
        ("001X", Part.NUMBER, ["001X"]),
        ("3200001985", Part.NUMBER, ["320000****"]),
    ],
)
def test_what_matched_is_marked(store, typed, part, stretches):
    who = an_entry(1, "曾小明", numbers=("32000019850128001X",), address=PLACES[0])
    assert marked(hit_of(store, typed, who), part) == stretches


def test_marks_pass_over_separators(store):
    hit = hit_of(store, "古丽买", an_entry(1, "阿依古丽·买买提"))
    assert marked(hit, Part.TITLE) == ["古丽", "买"]


def test_numbers_are_told_masked_and_the_one_that_matched(store):
    who = an_entry(
        1, "曾小明", numbers=("110000199001010013", "E12345678"), phones=("13800001111",)
    )
    hit = hit_of(store, "E1234", who)
    assert hit.number == "E1*****78" or set(hit.number) > {"*"}
    assert "345" not in hit.number
    assert hit.phone == "138****1111"


def test_a_former_name_finds_the_person(store):
    hit = hit_of(store, "曾大牛", an_entry(1, "曾小明", aliases=("曾大牛",)))
    assert (hit.title, hit.rank, hit.marks) == ("曾小明", Rank.NAME, ())


def test_a_certificate_is_found_by_its_number(store):
    paper = SearchEntry(
        seq=4,
        key="c4",
        kind=Kind.CERTIFICATE,
        name="居住证明",
        numbers=("幸社证〔2026〕00012号", "202600012"),
    )
    for typed in ("幸社证〔2026〕00012号", "幸社证2026", "202600012", "00012"):
        assert hit_of_one(store, typed, paper).key == "c4"


def hit_of_one(store, typed, entry):
    with store.transaction() as tx:
        tx.search.replace(entry)
        return tx.search.find(read_query(typed))[0]


def rows_left(store):
    with store.reading() as tx:
        connection = tx.session.connection()
        return [connection.exec_driver_sql(count).scalar_one() for count in COUNTS]


def test_whoever_is_removed_leaves_nothing_behind(store):
    with store.transaction() as tx:
        tx.search.index_people(everybody())
        tx.search.remove(1)
        assert tx.search.entry(1) is None
        assert tx.search.find(read_query("曾小明")) == []
        tx.search.remove_many(range(2, len(PEOPLE) + 1))
    assert rows_left(store) == [0, 0, 0]


def test_removing_somebody_unknown_is_no_error(store):
    with store.transaction() as tx:
        tx.search.remove(77)
        assert tx.search.count() == 0


def test_a_replaced_entry_is_found_by_the_new_name_only(store):
    with store.transaction() as tx:
        tx.search.index_people(everybody())
        tx.search.replace(an_entry(1, "曾大明", readings=("zeng da ming",)))
        assert [hit.seq for hit in tx.search.find(read_query("曾大明"))] == [1]
        assert tx.search.find(read_query("曾小明")) == []
        assert tx.search.count() == len(PEOPLE)


def written_by(store, *entries):
    """Return how many rows renewing *entries* writes, and what is found in the end."""
    with store.transaction() as tx:
        connection = tx.session.connection()
        count = "SELECT total_changes()"
        before = connection.exec_driver_sql(count).scalar_one()
        tx.search.renew_many(entries)
        return connection.exec_driver_sql(count).scalar_one() - before


@pytest.fixture
def indexed(store):
    with store.transaction() as tx:
        tx.search.index_people(everybody())
    return store


def test_renewing_what_is_the_same_writes_nothing(indexed):
    before = rows_left(indexed)
    assert written_by(indexed, *everybody()) == 0
    assert rows_left(indexed) == before


def test_renewing_writes_only_what_differs(indexed):
    first, *others = everybody()
    # a day of birth is no word that anything is found by
    assert written_by(indexed, replace(first, born="1985-02-28"), *others) == 1
    with indexed.reading() as tx:
        assert tx.search.entry(1).born == "1985-02-28"
        assert [hit.seq for hit in tx.search.find(read_query("曾小明"))] == [1]


def test_renewing_takes_in_what_is_new_and_changes_what_is_known(indexed):
    first, *others = everybody()
    entries = [
        replace(first, phones=("13711112222",)),
        *others,
        an_entry(99, "冯云", readings=("feng yun",)),
    ]
    few = written_by(indexed, *entries)
    with indexed.transaction() as tx:
        assert [hit.seq for hit in tx.search.find(read_query("13711112222"))] == [1]
        assert [hit.seq for hit in tx.search.find(read_query("fengyun"))] == [99]
        assert 1 not in {hit.seq for hit in tx.search.find(read_query("13900000001"))}
        assert tx.search.count() == len(PEOPLE) + 1
    assert 0 < few < 60


def test_a_renewed_name_is_found_and_the_former_is_not(indexed):
    first, *others = everybody()
    written_by(indexed, replace(first, name="曾大明", readings=("zeng da ming",)), *others)
    with indexed.transaction() as tx:
        assert [hit.seq for hit in tx.search.find(read_query("曾大明"))] == [1]
        assert tx.search.find(read_query("曾小明")) == []
        tx.search.remove_many(range(1, len(PEOPLE) + 1))
    assert rows_left(indexed) == [0, 0, 0]


def test_renewing_keeps_kinds_with_the_same_line_number_apart(indexed):
    written_by(indexed, a_dwelling(1, PLACES[0]))
    with indexed.reading() as tx:
        assert (tx.search.count(), tx.search.count(Kind.DWELLING)) == (len(PEOPLE), 1)
        assert tx.search.entry(1).name == next(iter(PEOPLE))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_was_renewed_is_what_would_be_indexed_anew(store, data):
    entries = everybody()
    names = st.sampled_from(sorted(PEOPLE))
    former = [replace(each, name=data.draw(names)) for each in data.draw(st.permutations(entries))]
    latter = [
        replace(each, name=name, readings=PEOPLE[name], address=data.draw(st.sampled_from(PLACES)))
        for each in entries
        for name in (data.draw(names),)
    ]
    typed = data.draw(names)
    with store.transaction() as tx:
        tx.search.rebuild(former[:9])
        tx.search.renew_many(latter)
        renewed = tx.search.find(read_query(typed))
        tx.search.rebuild(latter)
        assert renewed == tx.search.find(read_query(typed))


def test_kinds_with_the_same_line_number_are_kept_apart(store):
    with store.transaction() as tx:
        tx.search.index_people([an_entry(1, "张三"), a_dwelling(1, PLACES[0])])
        tx.search.remove(1, Kind.DWELLING)
        assert (tx.search.count(), tx.search.count(Kind.DWELLING)) == (1, 0)
        assert [hit.kind for hit in tx.search.find(read_query("张三"))] == [Kind.RESIDENT]


def test_a_rebuilt_index_finds_the_same(store):
    with store.transaction() as tx:
        tx.search.index_people(everybody())
        before = tx.search.find(read_query("zhang"))
        assert tx.search.rebuild(everybody()) == len(PEOPLE)
        assert tx.search.find(read_query("zhang")) == before


def test_an_entry_comes_back_as_it_was_handed_in(store):
    who = an_entry(
        9,
        "曾小明",
        aliases=("曾二",),
        phones=("1", "2"),
        sex="1",
        born="1990-01-01",
        numbers=("a",),
    )
    with store.transaction() as tx:
        tx.search.replace(who)
        assert tx.search.entry(9) == who


def test_the_shadows_of_the_full_text_table_are_all_named(store):
    with store.reading() as tx:
        rows = tx.session.connection().exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE name LIKE 'search_text%'"
        )
        assert {name for (name,) in rows} == {
            "search_text",
            *(f"search_text_{part}" for part in ("config", "data", "docsize", "idx")),
        }


@pytest.mark.parametrize(
    "typed",
    [
        *("1-" * 50, "1 2 3 4 5 6 7 8", "an" * 49 + "q", "a" * 100, "zh" * 50, "一" * 100),
        *("幸福里1" * 25, "张x" * 50, "q " * 50, "e1 OR p1", "(", "n张 NOT n三", "a*"),
    ],
)
def test_what_would_wear_the_search_out_is_answered(found, typed):
    assert len(found(typed)) <= 20


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30))
def test_nothing_that_can_be_typed_breaks_the_search(found, typed):
    assert len(found(typed)) <= 20


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whoever_is_kept_is_found_by_any_piece_of_the_name(found, data):
    name = data.draw(st.sampled_from(sorted(PEOPLE)))
    start = data.draw(st.integers(0, len(name) - 1))
    piece = name[start : data.draw(st.integers(start + 1, len(name)))]
    assert piece == "·" or name in found(piece)
