"""The import's page on a real station, rosters of invented people, and a hand that goes on."""

from __future__ import annotations

import pytest
import xlsxwriter

from station_app.services.progress import Silence
from ui.imports.page import ImportPage
from ui.shell.wording import sentence_of

WAIT_MS = 8_000
HEAD = ("户号", "姓名", "与户主关系", "身份证号", "性别", "手机", "现住址", "口令")
HOME = "幸福里小区3幢2单元501室"
PHONE = "13800138000"
ZHANG = ("00001", "张三", "户主", "110000199001010013", "男", PHONE, HOME, "甲")
LI = ("00001", "李四", "妻", "310000198502280022", "女", "", HOME, "乙")
WRONG = ("00002", "王五", "户主", "110000199001010010", "男", "", "和平新村1幢1单元101室", "丙")
ROWS = (ZHANG, LI, WRONG)


@pytest.fixture
def context(context):
    """The shell as a page sees it, with the sentences of the shell."""
    object.__setattr__(context, "words", sentence_of)
    return context


@pytest.fixture
def a_book(tmp_path):
    """Return a way to write a workbook of sheets, each a list of rows."""

    def write(name="花名册.xlsx", **sheets):
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for place, row in enumerate(rows):
                    sheet.write_row(place, 0, row)
        return path

    return write


@pytest.fixture
def a_text(tmp_path):
    """Return a way to write a file of any bytes or words."""

    def write(content, name="名册.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def roster(a_book):
    """A small roster with a title, a column nobody knows and one wrong number."""
    return a_book(居民=[("石头城社区居民花名册",), HEAD, *ROWS])


@pytest.fixture
def two_sheets(a_book):
    """Two rosters in one file, and a sheet that is none."""
    other = ("00003", "赵六", "户主", "320000197001010013", "男", "", "和平新村2幢102室", "")
    return a_book("两网格.xlsx", 一网格=[HEAD, ZHANG], 二网格=[HEAD, other], 说明=[("填表说明",)])


@pytest.fixture
def page(qtbot, station, context):
    made = ImportPage(station, context)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    made.arrive()
    return made


class Hand:
    """Goes through the steps as a clerk does, and waits for each to be done."""

    def __init__(self, qtbot, page):
        self._qtbot, self.page = qtbot, page

    @property
    def task(self):
        return self.page.task

    def wait(self, claim):
        self._qtbot.waitUntil(claim, timeout=WAIT_MS)

    def read(self, path):
        self.page.begin()
        self.page.file_step.read(path)
        self.wait(lambda: self.task.file is not None)

    def refused(self, path):
        self.page.begin()
        self.page.file_step.read(path)
        self.wait(self.page.file_step.wrong.isVisible)
        return self.page.file_step.wrong.text.text()

    def go_on(self):
        self.page.wizard.go_on()

    def go_back(self):
        self.page.wizard.go_back()

    def at(self):
        return self.page.wizard.current()

    def to_columns(self, path):
        self.read(path)
        self.go_on()

    def try_out(self):
        self.go_on()
        self.wait(lambda: self.task.forecast is not None)

    def to_forecast(self, path):
        self.to_columns(path)
        self.try_out()

    def bring_in(self):
        self.go_on()
        self.wait(lambda: self.task.result is not None)
        return self.task.result

    def to_result(self, path):
        self.to_forecast(path)
        return self.bring_in()

    def to_past(self, path):
        self.to_result(path)
        self.go_on()
        self.wait(lambda: len(self.page.past.undo_buttons) > 0)
        return self.page.past

    def choose_field(self, column, field):
        chooser = self.page.columns_step.card.fields[column]
        chooser.set_value(field)
        chooser.finished.emit()

    def choose_policy(self, kind, policy):
        choice = self.page.forecast_step.policies.choices[kind]
        choice.set_value(policy)
        choice.changed.emit(policy)


@pytest.fixture
def wizard(qtbot, page):
    return Hand(qtbot, page)


@pytest.fixture
def known_roster(station, roster, a_book):
    """A roster of people who are in the register, with other telephone, address and more."""
    bring_in(station, roster)
    titles = (*HEAD, "民族", "工作单位", "标签")
    row = ("00009", "张三", "户主", ZHANG[3], "男", "13900139000", "和平新村9幢901室", "甲")
    return a_book("再次.xlsx", 居民=[titles, (*row, "汉", "某厂", "低保")])


def bring_in(station, path, policies=None):
    """Bring a file in without the window."""
    return station.imports.bring_in(
        station.imports.read(path, Silence()), Silence(), policies
    ).value
