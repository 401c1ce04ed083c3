"""Paints the kit into pictures, to be looked at: python tests/ui/kit/gallery.py DIR."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Choice, Kind, SegmentedControl, ToggleChip
from ui.kit.code_field import CodeField
from ui.kit.columns import Badge, Column, Mark
from ui.kit.empty_state import EmptyState
from ui.kit.fields import CheckField, DateField, NotesField, NumberField, TextField
from ui.kit.filter_chip import FilterChip
from ui.kit.form import RecordForm
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.masked import MaskedLabel
from ui.kit.notices import NoticeArea
from ui.kit.surfaces import Banner, Card, FlowLayout, SidePanel, Toolbar
from ui.kit.table_view import TableView
from ui.kit.theme import Look, Theme
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

NAMES = [
    "王秀英",
    "李建国",
    "张婷",
    "曾国强",
    "尉迟明",
    "单雅琴",
    "仇志远",
    "解红梅",
    "欧阳娜",
    "赵一",
]


class Lines:
    def lines(self, keys):
        return {key: (NAMES[key % 10], f"32****{key:04d}", key) for key in keys}


class StillClock:
    def now(self):
        return datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class Sample(RecordForm):
    def __init__(self):
        super().__init__()
        first = self.add_section("Particulars")
        self.name = self.add_field(first, "name", TextField("Name 姓名", required=True))
        self.id = self.add_field(first, "id", NumberField("ID number 公民身份号码"))
        self.born = self.add_field(first, "born", DateField("Born 出生日期"))
        sexes = [Choice("1", "男 Male"), Choice("2", "女 Female")]
        self.sex = self.add_field(first, "sex", CodeField("Sex 性别", sexes))
        self.add_field(first, "local", CheckField("Lives here"))
        self.add_field(first, "notes", NotesField("Notes"), wide=True)
        self.name.set_value("王秀英")
        self.id.set_value("32010119990307123X")
        self.id.set_problem("The check digit does not match.")
        self.born.set_hint("From the ID number")


def columns():
    return (
        Column(
            key="name",
            title=lambda: "Name 姓名",
            text=lambda line: line[0],
            width=110,
            strong=True,
            sortable=True,
            marks=lambda line: [Mark(0, 1)] if line[2] % 3 == 0 else [],
        ),
        Column(key="id", title=lambda: "ID number", text=lambda line: line[1], width=140),
        Column(
            key="state",
            title=lambda: "State",
            text=lambda _: "",
            width=200,
            badges=lambda line: [
                Badge("常住", Tone.OK),
                *([Badge("独居老人", Tone.WARN)] if line[2] % 4 == 1 else []),
            ],
        ),
        Column(
            key="age",
            title=lambda: "Age",
            text=lambda line: str(20 + line[2]),
            width=70,
        ),
        Column(
            key="address",
            title=lambda: "Address 现住地",
            text=lambda line: f"幸福里{line[2] % 9 + 1}幢2单元501室",
            stretches=True,
            muted=True,
        ),
    )


def table_page():
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    bar = Toolbar()
    bar.add(label("Residents", Role.TITLE), 1)
    bar.add_button("Import", print, meaning=Icon.IMPORT)
    bar.add_button("New resident", print, meaning=Icon.ADD, kind=Kind.PRIMARY, keys="Ctrl+N")
    column.setContentsMargins(Space.XL, Space.L, Space.XL, 0)
    column.addWidget(bar)
    chips = FlowLayout()
    for title in ("Grid", "Estate", "Building", "Age", "Sex", "Tag", "Kind of population"):
        chip = FilterChip(title)
        chip.set_choices([Choice("1", "第一网格", 120)])
        chips.addWidget(chip)
        if title == "Grid":
            chip.set_value(["1"])
    toggle = ToggleChip("Without ID card")
    toggle.set_count(12)
    toggle.setChecked(True)
    chips.addWidget(toggle)
    column.addLayout(chips)
    row = QHBoxLayout()
    model = LazyTableModel(Lines(), columns())
    model.show_keys(range(2000))
    page.model = model
    view = TableView(model, name="gallery")
    view.show_sorted("name", descending=False)
    view.selectRow(2)
    view.delegate.hovered_row = 4
    row.addWidget(view, 1)
    row.addWidget(panel())
    column.addLayout(row, 1)
    return page


def panel():
    side = SidePanel()
    side.setFixedWidth(380)
    side.show_heading("王秀英", "女 · 52 · 幸福里3幢2单元501室")
    for word, tone in (("常住", Tone.OK), ("党员", Tone.INFO), ("独居", Tone.WARN)):
        side.pills.addWidget(Pill(word, tone))
    card = Card("Identity")
    masked = MaskedLabel("320***********123X")
    card.body.addWidget(label("ID number", Role.FIELD))
    card.body.addWidget(masked)
    holder = QVBoxLayout()
    holder.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    holder.addWidget(SegmentedControl([Choice("a", "Person"), Choice("b", "History")]))
    holder.addWidget(card)
    holder.addWidget(Banner("Last verified 400 days ago.", Tone.WARN))
    buttons = QHBoxLayout()
    for kind in Kind:
        buttons.addWidget(Button(kind.title(), kind=kind))
    holder.addLayout(buttons)
    off = Button("Certificate", meaning=Icon.CERTIFICATE)
    off.refuse("Moved out")
    holder.addWidget(off)
    holder.addStretch(1)
    side.body.addLayout(holder)
    return side


def form_page():
    page = QWidget()
    page.setProperty("role", "page")
    row = QHBoxLayout(page)
    row.addWidget(Sample(), 1)
    empty = EmptyState(
        Icon.PEOPLE, "Nobody here yet", "Bring in the roster you keep in a spreadsheet."
    )
    empty.add_action("Import a roster", print, meaning=Icon.IMPORT, kind=Kind.PRIMARY)
    empty.add_action("New resident", print, meaning=Icon.ADD)
    row.addWidget(empty, 1)
    return page


def main(folder: Path) -> None:
    app = QApplication([])
    app.setOrganizationName("gallery")
    for look in (Look.LIGHT, Look.DARK):
        Theme.current().choose(look)
        for name, page in (("table", table_page()), ("form", form_page())):
            page.resize(1366, 700)
            area = NoticeArea(page, StillClock())
            page.show()
            area.say("张婷 moved to 幸福里3幢501.", action="Undo", act=print)
            area.say("The passphrase was wrong.", Tone.WARN)
            app.processEvents()
            page.grab().save(str(folder / f"kit-{name}-{look}.png"))
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
