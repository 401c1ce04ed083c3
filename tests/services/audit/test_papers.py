"""The audit on its way out: the day sheet, and lists for an inspector."""

from __future__ import annotations

import io
from datetime import date

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from station_app.domain.audit.entries import ActKind, AuditFilter
from station_app.domain.audit.heads import Way, line_of, read_line
from station_app.domain.errors import RefusedError, ValidationFailedError
from tests.factories import a_resident

TODAY = date(2026, 3, 1)


@pytest.fixture
def at_work(station):
    """A station where somebody was entered, corrected, and his number looked at."""
    station.settings.change(name="石板社区服务站", code="320000009001", word="石社证字")
    person = a_resident(station, "周文")
    draft = type(person.particulars)(
        **{
            field: getattr(person.particulars, field)
            for field in person.particulars.__dataclass_fields__
        }
        | {"phone": "13811112222", "health": "1", "employer": "石板小学"}
    )
    station.residents.correct(person.id, draft, version=person.version)
    station.residents.reveal(person.id, "document:0")
    return station


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def plain(text):
    return " ".join(text.split())


def last_entry(station):
    (key,) = list(station.audit.keys(AuditFilter()))[:1]
    return station.audit.lines([key])[key]


def test_the_day_sheet_tells_acts_papers_and_a_line_that_can_be_typed_back(at_work):
    before = at_work.audit.verify().head
    paper = at_work.audit_papers.day_sheet(TODAY).value
    text = text_of(paper.pdf)
    for words in ("工作日志页", "石板社区服务站", "更正基本信息", "查看完整证件号码", "测试员"):
        assert words in text
    line = line_of(before, TODAY.isoformat())
    assert plain(line) in plain(text)
    assert read_line(line) == before
    assert last_entry(at_work).act == "audit:sheet:made"
    with at_work.store.reading() as tx:
        assert tx.heads.known(Way.PRINTED).link == before
    assert at_work.audit.verify(before).is_whole


def test_a_day_without_work_has_a_sheet_too(at_work, clock):
    clock.moment = clock.moment.replace(day=9)
    before = at_work.audit.verify().head
    text = text_of(at_work.audit_papers.day_sheet(date(2026, 3, 9)).value.pdf)
    assert "共0项" in text
    assert plain(line_of(before, "2026-03-09")) in plain(text)


def test_an_empty_audit_has_no_sheet(station):
    with pytest.raises(RefusedError) as refused:
        station.audit_papers.day_sheet(TODAY)
    assert refused.value.reason == "audit.no-entries"


def test_no_sheet_of_a_broken_chain_is_made(at_work):
    with at_work.store.transaction() as tx:
        run = tx.session.connection().exec_driver_sql
        run("DROP TRIGGER audit_entry_no_update")
        run("UPDATE audit_entry SET facts = '{}' WHERE seq = 1")
    with pytest.raises(RefusedError) as refused:
        at_work.audit_papers.day_sheet(TODAY)
    assert refused.value.reason == "audit.not-whole"


def test_the_longest_day_goes_over_to_more_pages(at_work):
    with at_work.store.transaction() as tx:
        for number in range(90):
            tx.audit._stamp = type(tx.stamp)(tx.stamp.at, f"工作人员{number:02}@desk")
            tx.audit.add("resident:phone:shown", f"{number:032}")
    paper = at_work.audit_papers.day_sheet(TODAY).value
    assert paper.pages > 1
    text = text_of(paper.pdf)
    assert all(f"工作人员{number:02}" in text for number in range(90))


def test_a_workbook_for_the_inspector_is_masked_marked_and_noted(at_work, tmp_path):
    path = tmp_path / "审计.xlsx"
    rows = at_work.audit_papers.export(path, AuditFilter(), reason="年度检查").value
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_index(0)
    (mark, titles, *lines) = sheet.to_python()
    assert "测试员@desk" in mark[0]
    assert "年度检查" in mark[0]
    assert titles[:3] == ["编号", "时间", "经办人"]
    assert len(lines) == rows == 4
    told = "\n".join(str(cell) for line in lines for cell in line)
    assert "电话：（空） → 138****2222" in told
    assert "健康状况：已更改" in told
    assert "工作单位：（空） → 石板小学" in told
    assert "13811112222" not in told
    noted = last_entry(at_work)
    assert (noted.act, noted.reason) == ("audit:list:exported", "年度检查")


def test_a_list_on_paper_says_on_each_page_who_when_and_why(at_work, tmp_path):
    path = tmp_path / "审计.pdf"
    wanted = AuditFilter(kinds=(ActKind.LOOK,))
    assert at_work.audit_papers.export(path, wanted, reason="投诉核查", words="仅查看").value == 1
    text = text_of(path.read_bytes())
    for words in ("审计记录", "仅查看", "查看完整证件号码", "周文", "投诉核查", "测试员@desk"):
        assert words in text


def test_without_a_reason_or_as_another_kind_of_file_nothing_leaves(at_work, tmp_path):
    before = at_work.audit.standing().last
    with pytest.raises(ValidationFailedError):
        at_work.audit_papers.export(tmp_path / "a.xlsx", AuditFilter(), reason=" ")
    with pytest.raises(RefusedError):
        at_work.audit_papers.export(tmp_path / "a.csv", AuditFilter(), reason="检查")
    assert list(tmp_path.glob("a.*")) == []
    assert at_work.audit.standing().last == before
