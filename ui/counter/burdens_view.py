"""The small registers: ledgers, plaques, meetings and inspections, a list and a form beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.changes import Topic
from station_app.domain.counter.admission.registers import (
    DATED,
    MOST_MINUTES,
    BurdenDraft,
    BurdenKind,
    Fate,
)
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Choice, Kind, SegmentedControl
from ui.kit.code_field import CodeField
from ui.kit.columns import Badge, Column
from ui.kit.empty_state import EmptyState
from ui.kit.fields import CountField, DateField, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.keys import add_key
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import LesserColumns
from ui.kit.surfaces import SidePanel
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.counter.admission.registers import Burden, BurdenId
    from station_app.domain.errors import Problem
    from ui.counter.task_words import TaskWords
    from ui.kit.room import RoomContext

NARROWEST, WIDE = 420, 1100
TONES = {Fate.MERGE: Tone.WARN, Fate.CANCEL: Tone.DANGER}


class BurdenWords(QObject):
    """What the registers and what becomes of their entries are called."""

    def kinds(self) -> dict[BurdenKind, str]:
        """Return what the registers are called."""
        return {
            BurdenKind.LEDGER: self.tr("Ledgers"),
            BurdenKind.PLAQUE: self.tr("Plaques"),
            BurdenKind.MEETING: self.tr("Meetings"),
            BurdenKind.INSPECTION: self.tr("Inspections"),
        }

    def fates(self) -> dict[Fate, str]:
        """Return what may become of an entry."""
        return {
            Fate.KEEP: self.tr("Keep"),
            Fate.MERGE: self.tr("Merge"),
            Fate.CANCEL: self.tr("Do away with"),
        }

    def forms(self) -> dict[BurdenKind, str]:
        """Return what is asked of each kind."""
        return {
            BurdenKind.LEDGER: self.tr("Form it is wanted in"),
            BurdenKind.PLAQUE: self.tr("Where it hangs"),
            BurdenKind.MEETING: self.tr("What about, who came"),
            BurdenKind.INSPECTION: self.tr("What was looked at"),
        }

    def nothing(self) -> dict[BurdenKind, str]:
        """Return what to do first in an empty register."""
        return {
            BurdenKind.LEDGER: self.tr("Enter each ledger that a department wants kept."),
            BurdenKind.PLAQUE: self.tr("Enter each plaque that hangs at the door."),
            BurdenKind.MEETING: self.tr("Enter each meeting that somebody was called to."),
            BurdenKind.INSPECTION: self.tr("Enter each inspection and appraisal."),
        }


class BurdenForm(RecordForm[BurdenDraft]):
    """The form over one entry; what its kind has no use for is hidden."""

    def __init__(self, words: TaskWords, names: BurdenWords) -> None:
        super().__init__(save_text=self.tr("Keep the entry"))
        self._words, self._names = words, names
        self._kind = BurdenKind.LEDGER
        section = self.add_section("", columns=2)
        self.add_field(section, "name", TextField(self.tr("Name"), required=True), wide=True)
        self.add_field(section, "department", TextField(self.tr("Department"), required=True))
        self.add_field(section, "frequency", CodeField(self.tr("How often"), words.frequencies()))
        self.add_field(section, "happened_on", DateField(self.tr("Day"), required=True))
        minutes = CountField(self.tr("Length"), least=0, most=MOST_MINUTES, suffix=self.tr(" min"))
        self.add_field(section, "minutes", minutes)
        self.form_field = self.add_field(section, "form", TextField(""), wide=True)
        made_from = TextField(
            self.tr("Could be made from"),
            placeholder=self.tr("Such as the register of residents"),
        )
        self.add_field(section, "made_from", made_from, wide=True)
        fates = [Choice(fate.value, name) for fate, name in names.fates().items()]
        self.add_field(section, "fate", CodeField(self.tr("What becomes of it"), fates))
        self.add_field(section, "note", NotesField(self.tr("Notes"), lines=2), wide=True)

    def draft(self) -> BurdenDraft:
        """Return the entry as typed."""
        told = {name: field.value() for name, field in self.fields.items()}
        fate = Fate(told.pop("fate") or Fate.KEEP)
        return BurdenDraft(kind=self._kind, fate=fate, **told)

    def fill(self, draft: BurdenDraft) -> None:
        """Show *draft*."""
        self._kind = draft.kind
        is_dated = draft.kind in DATED
        self.fields["happened_on"].setVisible(is_dated)
        self.fields["minutes"].setVisible(is_dated)
        self.fields["frequency"].setVisible(not is_dated)
        self.fields["made_from"].setVisible(draft.kind is BurdenKind.LEDGER)
        self.form_field.label.setText(self._names.forms()[draft.kind])
        self.form_field.editor.setAccessibleName(self._names.forms()[draft.kind])
        for name, field in self.fields.items():
            value = getattr(draft, name)
            field.set_value(value.value if name == "fate" else value)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)


class BurdensView(QWidget):
    """One register at a time; the entry that is chosen can be corrected beside it."""

    left = Signal()

    def __init__(self, station: Station, words: TaskWords, context: RoomContext) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._names = BurdenWords(self)
        self._burden: Burden | None = None
        self._all: Sequence[Burden] = ()
        self._lines: HeldLines[BurdenId, Burden] = HeldLines()
        self.back = Button(self.tr("Register"), meaning=Icon.BACK, kind=Kind.QUIET, parent=self)
        kinds = [Choice(kind.value, name) for kind, name in self._names.kinds().items()]
        self.kinds = SegmentedControl(kinds)
        self.kinds.name(self.tr("Which register"))
        self.new = Button(self.tr("New entry"), meaning=Icon.ADD, kind=Kind.PRIMARY, parent=self)
        self.new.setToolTip(self.tr("New entry (Ctrl+N)"))
        self.discard = Button(self.tr("Discard"), meaning=Icon.BIN, kind=Kind.QUIET, parent=self)
        self.model = LazyTableModel(self._lines, self._columns(), parent=self)
        self.table = TableView(self.model, name="burdens", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Entries of the register"))
        self._lesser = LesserColumns(self.table, {"department": WIDE})
        self.empty = EmptyState(Icon.LIST, "", parent=self.table)
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        self.form = BurdenForm(words, self._names)
        self.side = SidePanel()
        self.side.close_button.hide()
        self.side.action_row.addWidget(self.discard)
        self.side.setMinimumWidth(NARROWEST)
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns to what is beside where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Show the registers as they are now."""
        self.refresh()
        self.table.setFocus()

    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.form.isVisible() and self.form.is_dirty()

    def kind(self) -> BurdenKind:
        """Return which register is in sight."""
        return BurdenKind(self.kinds.value())

    def refresh(self) -> None:
        """Ask for the entries anew."""
        self._context.jobs.start(
            lambda _: self._station.burdens.all(),
            owner=self,
            done=self._show_all,
            failed=self._context.failed,
        )

    def begin_new(self) -> None:
        """Begin an entry of the register in sight."""
        self._burden = None
        self.side.show_heading(self.new.text(), self._names.kinds()[self.kind()])
        self.discard.hide()
        self._show_form(BurdenDraft(kind=self.kind()))
        self.form.focus_first()

    def _show_all(self, found: Sequence[Burden]) -> None:
        self._all = found
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kind()
        self.empty.say(Icon.LIST, self.tr("Nothing here yet"), self._names.nothing()[kind])
        shown = [each for each in self._all if each.particulars.kind is kind]
        self._lines.held = {each.id: each for each in shown}
        self.model.show_keys(list(self._lines.held))
        self.model.forget_lines()
        self.count.setText(self.tr("Entries: {count}").format(count=len(shown)))
        if self._burden is None:
            return  # nothing is beside it, or an entry that is being typed
        if self._burden.id in self._lines.held:
            self.table.go_to(self._burden.id)
        elif not self.has_unsaved():
            self._leave_form()

    def _change_kind(self) -> None:
        if not self.has_unsaved():
            self._leave_form()
        self._show_kind()

    def _show_form(self, draft: BurdenDraft) -> None:
        self.form.show_draft(draft)
        self.form.show()

    def _leave_form(self) -> None:
        self._burden = None
        self.form.hide()
        self.discard.hide()
        self.side.show_heading(
            self.tr("No entry is chosen"), self.tr("Choose one, or begin one with Ctrl+N.")
        )

    def _choose(self, key: object) -> None:
        found = self._lines.held.get(cast("BurdenId", key))
        if found is None or self.has_unsaved():
            return
        self._burden = found
        self.side.show_heading(found.particulars.name, found.particulars.department)
        self.discard.show()
        self._show_form(found.particulars)

    def _keep(self) -> None:
        if not self.form.check_readable():
            return
        draft, burden, service = self.form.draft(), self._burden, self._station.burdens
        self._context.operations.perform(
            (lambda _: service.enter(draft))
            if burden is None
            else (lambda _: service.correct(burden.id, draft, version=burden.version)),
            owner=self,
            done=lambda _: self._kept(),
            failed=self._refused,
            label=self.tr("Kept: {name}").format(name=draft.name),
        )

    def _kept(self) -> None:
        self._leave_form()
        self.table.setFocus()

    def _refused(self, error: Exception) -> None:
        self.form.hear(error, self._context.failed)

    def _discard(self) -> None:
        burden = self._burden
        if burden is None:
            return
        self._leave_form()
        self._context.operations.perform(
            lambda _: self._station.burdens.put_into_bin(burden.id),
            owner=self,
            failed=self._context.failed,
            label=self.tr("Discarded: {name}").format(name=burden.particulars.name),
        )

    def _leave(self) -> None:
        if self.form.isVisible():
            self._leave_form()
            self.table.setFocus()
        else:
            self.left.emit()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.TASKS in topics and self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        self.back.on_click(self.left.emit)
        self.kinds.changed.connect(lambda _: self._change_kind())
        self.new.on_click(self.begin_new)
        self.discard.on_click(self._discard)
        self.table.current_key_changed.connect(self._choose)
        self.table.opened.connect(lambda _: self.form.focus_first())
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave)
        self._context.operations.touched.connect(self._on_touched)
        group = self.tr("Admission")
        add_key(self, "Ctrl+N", self.tr("New entry"), self.begin_new, group=group)
        add_key(self, "Escape", self.tr("Back to the register"), self._leave, group=group)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.new)
        above = QWidget()
        head = QVBoxLayout(above)
        head.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        head.setSpacing(Space.S)
        head.addLayout(row)
        # on a line of its own: with a button beside it, it would widen the whole window
        head.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.body.setContentsMargins(0, 0, 0, 0)
        self.side.body.addWidget(self.form, 1)
        self.side.body.addStretch(0)
        lay_beside(
            self, above=above, table=self.table, count=self.count, side=self.side, shares=(3, 2)
        )
        self._leave_form()

    def _columns(self) -> tuple[Column[Burden], ...]:
        return (
            Column(
                key="name",
                title=lambda: self.tr("Name"),
                text=lambda line: line.particulars.name,
                width=200,
                strong=True,
                stretches=True,
            ),
            Column(
                key="department",
                title=lambda: self.tr("Department"),
                text=lambda line: line.particulars.department,
                width=140,
            ),
            Column(
                key="when",
                title=lambda: self.tr("When"),
                text=self._when,
                width=110,
            ),
            Column(
                key="fate",
                title=lambda: self.tr("What becomes of it"),
                text=lambda _: "",
                width=150,
                badges=self._fate,
            ),
        )

    def _when(self, line: Burden) -> str:
        told = line.particulars
        return str(told.happened_on or "") or self._words.frequency(told.frequency)

    def _fate(self, line: Burden) -> list[Badge]:
        fate = line.particulars.fate
        return [Badge(self._names.fates()[fate], TONES.get(fate, Tone.NEUTRAL))]
