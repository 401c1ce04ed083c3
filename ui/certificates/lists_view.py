"""Which lists hold here, and where the offices are that papers are got from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.pack_faults import PackInvalidError
from station_app.domain.rule_packs import Standing
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Kind
from ui.kit.columns import Badge, Column
from ui.kit.dialogs import choose_open_file
from ui.kit.fields import TextField
from ui.kit.form import RecordForm
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LesserColumns
from ui.kit.surfaces import Banner, Scroll, SidePanel
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem
    from station_app.domain.rule_packs import LocalOffice
    from station_app.services.certificates.rule_packs import PackLine
    from ui.kit.room import RoomContext

NARROWEST, WIDE = 420, 1100
TONES = {
    Standing.USED: Tone.OK,
    Standing.NOT_YET: Tone.WARN,
    Standing.OVER: Tone.WARN,
}
TOLD = ("local_name", "address", "phone", "hours")


class OfficeForm(RecordForm["LocalOffice"]):
    """Where one office is here."""

    def __init__(self) -> None:
        super().__init__(save_text=self.tr("Keep the office"))
        self._office: LocalOffice | None = None
        section = self.add_section("", columns=1)
        name = TextField(self.tr("Name here"), placeholder=self.tr("As on its door"))
        self.add_field(section, "local_name", name)
        self.add_field(section, "address", TextField(self.tr("Address")))
        self.add_field(section, "phone", TextField(self.tr("Telephone")))
        self.add_field(section, "hours", TextField(self.tr("Opening hours")))

    def draft(self) -> LocalOffice:
        """Return the office as typed."""
        office = cast("LocalOffice", self._office)
        return replace(office, **{name: self.fields[name].value() for name in TOLD})

    def fill(self, draft: LocalOffice) -> None:
        """Show *draft*."""
        self._office = draft
        for name in TOLD:
            self.fields[name].set_value(getattr(draft, name))

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        facts = {name: str(fact) for name, fact in problem.facts.items()}
        return self.tr("Too long: at most {most} characters.").format_map(facts)


class ListsView(QWidget):
    """The lists above, the offices beneath; what is chosen is changed at the right."""

    left = Signal()

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        choose: Callable[..., Path | None] = choose_open_file,
    ) -> None:
        super().__init__()
        self._station, self._context, self._choose = station, context, choose
        self._packs: HeldLines[str, PackLine] = HeldLines()
        self._offices: HeldLines[str, LocalOffice] = HeldLines()
        self.back = Button(self.tr("Back"), meaning=Icon.BACK, kind=Kind.QUIET, parent=self)
        self.bring = Button(
            self.tr("Bring a list in…"), meaning=Icon.IMPORT, kind=Kind.PRIMARY, parent=self
        )
        self.switch = Button("", parent=self)
        self.take_out = Button(self.tr("Take it out"), meaning=Icon.BIN, parent=self)
        self.refused = Banner("", Tone.DANGER, self)
        self.refused.hide()
        self._pack_model = LazyTableModel(self._packs, self._pack_columns(), parent=self)
        self._office_model = LazyTableModel(self._offices, self._office_columns(), parent=self)
        self.packs = TableView(self._pack_model, name="packs", jobs=context.jobs)
        self.packs.setAccessibleName(self.tr("Lists"))
        self.offices = TableView(self._office_model, name="offices", jobs=context.jobs)
        self.offices.setAccessibleName(self.tr("Offices on slips"))
        self._lesser = (
            LesserColumns(self.packs, {"time": WIDE}),
            LesserColumns(self.offices, {"address": WIDE}),
        )
        self.form = OfficeForm()
        self.told = label("", wrap=True)
        self.side = SidePanel()
        self.side.close_button.hide()
        self.side.setMinimumWidth(NARROWEST)
        context.gate.bind(
            Permission.SETTING_CHANGE, self.bring, self.switch, self.take_out, self.form.save
        )
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns to what is beside where there is little room."""
        super().resizeEvent(event)
        for lesser in self._lesser:
            lesser.fit(self.width())

    def arrive(self) -> None:
        """Show the lists as they are now."""
        self.refresh()
        self.packs.setFocus()

    def refresh(self) -> None:
        """Ask for the lists and the offices anew."""
        self._context.jobs.start(
            lambda _: (self._station.rule_packs.packs(), self._station.rule_packs.offices()),
            owner=self,
            done=lambda found: self._show(*found),
            failed=self._context.failed,
        )

    def line(self) -> PackLine | None:
        """Return the list that is chosen."""
        return self._packs.held.get(str(self.packs.current_key()))

    def bring_in(self) -> None:
        """Ask for a file, and take the list in it in."""
        if not self.bring.isEnabled():
            return
        path = self._choose(
            self, title=self.tr("Bring a list in"), kinds=self.tr("Lists (*.json)")
        )
        if path is None:
            return
        self.refused.say("")
        self._context.operations.perform(
            lambda _: self._station.rule_packs.bring_in(path),
            owner=self,
            failed=self._not_brought,
            label=self.tr("Brought in: {name}").format(name=path.name),
        )

    def _not_brought(self, error: Exception) -> None:
        if isinstance(error, PackInvalidError):
            self.refused.say(self._context.words(error))
        else:
            self._context.failed(error)

    def _show(self, packs: Sequence[PackLine], offices: Sequence[LocalOffice]) -> None:
        self._packs.held = {str(each.pack.id): each for each in packs}
        self._offices.held = {each.name: each for each in offices}
        self._pack_model.show_keys(list(self._packs.held))
        self._pack_model.forget_lines()
        self._office_model.show_keys(list(self._offices.held))
        self._office_model.forget_lines()
        if not self.packs.currentIndex().isValid() and packs and not self.form.isVisible():
            self.packs.selectRow(0)
        if not self.form.isVisible():
            self._show_pack()

    def _show_pack(self) -> None:
        line = self.line()
        if line is None:
            return
        rules = line.pack.rules
        self.form.hide()
        self._page.show()
        self.side.show_heading(rules.title, rules.doc_no)
        self.told.setText("\n\n".join(filter(None, self._about(line))))
        is_used = line.pack.is_chosen or (
            line.pack.is_chosen is None and line.standing is not Standing.ELSEWHERE
        )
        self._chooses = not is_used
        self.switch.setText(self.tr("Leave it out") if is_used else self.tr("Use it here"))
        self.take_out.setVisible(not line.pack.is_shipped)

    def _about(self, line: PackLine) -> tuple[str, ...]:
        rules = line.pack.rules
        counts = self.tr("{papers} papers, {work} kinds of work; {dropped} of others dropped.")
        told = counts.format(
            papers=len(rules.items), work=len(rules.tasks), dropped=len(rules.dropped)
        )
        unchecked = self.tr("Nobody has compared it with the document yet.")
        return (
            self._why(line.standing),
            told,
            self.tr("Source: {source}").format(source=rules.source),
            "" if rules.verified else unchecked,
        )

    def _why(self, standing: Standing) -> str:
        return {
            Standing.USED: self.tr("The list is used here."),
            Standing.NOT_CHOSEN: self.tr("The list was left out here."),
            Standing.ELSEWHERE: self.tr("The list is of another area, and is not used here."),
            Standing.NOT_YET: self.tr("The time of the list is still to come: it is not used."),
            Standing.OVER: self.tr("The time of the list is over: it is not used."),
        }[standing]

    def _switch(self) -> None:
        line = self.line()
        if line is None:
            return
        chosen = self._chooses
        done = self.tr("Used here: {name}") if chosen else self.tr("Left out: {name}")
        self._context.operations.perform(
            lambda _: self._station.rule_packs.choose(
                line.pack.id, chosen=chosen, version=line.pack.version
            ),
            owner=self,
            failed=self._context.failed,
            label=done.format(name=line.pack.rules.title),
        )

    def _take_out(self) -> None:
        line = self.line()
        if line is not None:
            self._context.operations.perform(
                lambda _: self._station.rule_packs.take_out(line.pack.id),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Taken out: {name}").format(name=line.pack.rules.title),
            )

    def _show_office(self, key: object) -> None:
        office = self._offices.held.get(str(key))
        if office is None:
            return
        self._page.hide()
        self.side.show_heading(office.name, self.tr("as the lists call it"))
        self.form.show_draft(office)
        self.form.show()

    def _keep_office(self) -> None:
        if not self.form.save.isEnabled():
            return
        office = self.form.draft()
        self._context.operations.perform(
            lambda _: self._station.rule_packs.keep_office(office),
            owner=self,
            done=lambda _: self._kept(),
            failed=self._refused,
            label=self.tr("Kept: {name}").format(name=office.name),
        )

    def _kept(self) -> None:
        self.form.show_draft(self.form.draft())
        self.offices.setFocus()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _leave_office(self) -> None:
        self.form.hide()
        self.packs.setFocus()
        self._show_pack()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES in topics and self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self._chooses = False
        self.back.on_click(self.left.emit)
        self.bring.on_click(self.bring_in)
        self.switch.on_click(self._switch)
        self.take_out.on_click(self._take_out)
        self.packs.current_key_changed.connect(lambda _: self._show_pack())
        self.packs.opened.connect(lambda _: self.switch.setFocus())
        self.offices.current_key_changed.connect(self._show_office)
        self.offices.opened.connect(lambda _: self.form.focus_first())
        self.form.submitted.connect(self._keep_office)
        self.form.left.connect(self._leave_office)
        self._context.operations.touched.connect(self._on_touched)
        group = self.tr("Certificates")
        add_key(self.packs, "Escape", self.tr("Back"), self.left.emit, group=group)

    def _lay_out(self) -> None:
        above = QWidget()
        head = QVBoxLayout(above)
        head.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        head.setSpacing(Space.S)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.bring)
        head.addLayout(row)
        head.addWidget(self.refused)
        tables = QWidget()
        column = QVBoxLayout(tables)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.packs, 2)
        heading = label(self.tr("Offices on slips"), Role.SUBTITLE)
        heading.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        column.addWidget(heading)
        column.addWidget(self.offices, 3)
        page = Scroll(self, margin=Space.L)
        acts = QHBoxLayout()
        acts.addWidget(self.switch)
        acts.addWidget(self.take_out)
        acts.addStretch(1)
        page.body.addWidget(self.told)
        page.body.addLayout(acts)
        page.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._page = page
        self.side.body.setContentsMargins(0, 0, 0, 0)
        self.side.body.addWidget(page, 1)
        self.side.body.addWidget(self.form, 4)
        self.form.hide()
        lay_beside(self, above=above, table=tables, count=label(""), side=self.side, shares=(3, 2))

    def _pack_columns(self) -> tuple[Column[PackLine], ...]:
        return (
            Column(
                key="title",
                title=lambda: self.tr("List"),
                text=lambda line: line.pack.rules.title,
                width=260,
                strong=True,
                stretches=True,
                tip=lambda line: line.pack.rules.title,
            ),
            Column(
                key="time",
                title=lambda: self.tr("Holds"),
                text=_period,
                width=200,
                muted=True,
            ),
            Column(
                key="standing",
                title=lambda: self.tr("Here"),
                text=lambda _: "",
                width=130,
                badges=lambda line: [self._badge(line.standing)],
            ),
        )

    def _badge(self, standing: Standing) -> Badge:
        words = {
            Standing.USED: self.tr("Used"),
            Standing.NOT_CHOSEN: self.tr("Left out"),
            Standing.ELSEWHERE: self.tr("Other area"),
            Standing.NOT_YET: self.tr("Still to come"),
            Standing.OVER: self.tr("Over"),
        }
        return Badge(words[standing], TONES.get(standing, Tone.NEUTRAL))

    def _office_columns(self) -> tuple[Column[LocalOffice], ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Office"),
                text=lambda office: office.name,
                width=200,
                strong=True,
                stretches=True,
            ),
            Column(
                key="address",
                title=lambda: self.tr("Address"),
                text=lambda office: office.address or "–",
                width=200,
            ),
            Column(
                key="phone",
                title=lambda: self.tr("Telephone"),
                text=lambda office: office.phone or "–",
                width=130,
            ),
        )


def _period(line: PackLine) -> str:
    rules = line.pack.rules
    return f"{rules.valid_from or '…'} – {rules.valid_to or '…'}"
