"""Doubles (疑似重复): what devices have entered, each without hearing of the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.sync.doubles import Double, DoubleKind
from ui.kit.beside import lay_beside
from ui.kit.buttons import Button, Kind
from ui.kit.columns import RIGHT, Column
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import Scroll
from ui.kit.table_view import TableView
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label
from ui.sync.parts import Remark, clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.services.sync.doubles import DoubleService
    from ui.kit.room import RoomContext

OPENED_AS = {
    DoubleKind.DOCUMENT: "resident",
    DoubleKind.DWELLING: "dwelling",
    DoubleKind.CERTIFICATE: "certificate",
    DoubleKind.ORDER: "case",
    DoubleKind.REQUEST: "certificate",
}
NARROWEST = 380


class DoublesView(QWidget):
    """A list of doubles; beside it the records of one, and what to do about them.

    Nothing is joined here: what is to be done is done where the records are.
    """

    counted = Signal(int)

    def __init__(
        self, service: DoubleService, context: RoomContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._service, self._context = service, context
        self._lines: HeldLines[str, Double] = HeldLines()
        self._double: Double | None = None
        self.model: LazyTableModel[str, Double] = LazyTableModel(
            self._lines, self._columns(), parent=self
        )
        self.table = TableView(self.model, name="doubles", parent=self)
        self.table.setAccessibleName(self.tr("Entered twice"))
        self.empty = EmptyState(
            Icon.APPROVE,
            self.tr("Nothing seems to be entered twice"),
            self.tr(
                "When two devices enter the same person, dwelling or order before they hear of"
                " one another, it stands here after they have exchanged."
            ),
        )
        self.table.set_empty_state(self.empty)
        self.count = label("", Role.CAPTION)
        self.panel = Scroll(self, margin=Space.L)
        self.panel.body.setSpacing(Space.M)
        self._lay_out()
        self.panel.hide()
        self.table.current_key_changed.connect(self._show_one)
        self.table.opened.connect(lambda _: self._enter())

    def arrive(self) -> None:
        """Put the cursor on the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look for doubles; they are looked for anew only after something has changed."""
        self._context.jobs.start(
            lambda _: self._service.doubles(), owner=self, done=self._show_all
        )

    def _show_all(self, doubles: Sequence[Double]) -> None:
        former = self.table.current_key()
        found = {f"{each.kind}:{min(each.keys)}": each for each in doubles}
        keys, self._lines.held = list(found), found
        self.model.show_keys(keys, found)
        if keys and (former is None or not self.table.go_to(former)):
            self.table.go_to(keys[0])
        self._show_one(self.table.current_key())
        self.count.setText(self.tr("Entered twice: {count}").format(count=f"{len(doubles):,}"))
        self.counted.emit(len(doubles))

    def _show_one(self, key: object) -> None:
        double = self._lines.held.get(str(key))
        if double == self._double:
            return  # its buttons keep the cursor
        self._double = double
        had_focus = self.panel.isAncestorOf(self.focusWidget())
        clear(self.panel.body)
        self.panel.setVisible(double is not None)
        if double is None:
            return
        title = label(double.number, Role.TITLE, wrap=True, parent=self)
        self.panel.body.addWidget(title)
        self.panel.body.addWidget(label(self._advice(double.kind), wrap=True, parent=self))
        for record, name in zip(double.keys, double.names, strict=True):
            self.panel.body.addWidget(self._remark(double.kind, record, name))
        self.panel.body.addStretch(1)
        if had_focus:
            self.table.setFocus()

    def _remark(self, kind: DoubleKind, key: str, name: str) -> Remark:
        button = Button(self.tr("Show"), meaning=Icon.OPEN, kind=Kind.QUIET)
        button.setAccessibleDescription(name)
        button.on_click(partial(self._context.open_record, OPENED_AS[kind], key))
        return Remark(Tone.WARN, name, meaning=Icon.MERGE, button=button, parent=self)

    def _enter(self) -> None:
        for remark in self.panel.findChildren(Remark):
            if (button := remark.findChild(Button)) is not None:
                button.setFocus()
                return

    def _kind(self, kind: DoubleKind) -> str:
        return {
            DoubleKind.DOCUMENT: self.tr("Person"),
            DoubleKind.DWELLING: self.tr("Dwelling"),
            DoubleKind.CERTIFICATE: self.tr("Certificate"),
            DoubleKind.ORDER: self.tr("Order"),
            DoubleKind.REQUEST: self.tr("Two papers"),
        }[kind]

    def _advice(self, kind: DoubleKind) -> str:
        return {
            DoubleKind.DOCUMENT: self.tr(
                "These people bear the same number. If they are one person, keep one and put the"
                " other into the bin; else correct the number."
            ),
            DoubleKind.DWELLING: self.tr(
                "This address stands there more than once. Move who lives there to one of them;"
                " the other is then empty and does no harm."
            ),
            DoubleKind.CERTIFICATE: self.tr(
                "Two certificates bear this number. Make one of them void and issue it anew."
            ),
            DoubleKind.ORDER: self.tr(
                "Two devices entered the order with this number. Open the case that is not to be"
                " worked on and settle it as a double (Alt+I): it is withdrawn and names the"
                " other one. If each was settled as the double of the other, enter it anew."
            ),
            DoubleKind.REQUEST: self.tr(
                "Two devices approved the same request, so two papers are valid. Take back the one"
                " that is not to be used and make it void; the request keeps the other one."
            ),
        }[kind]

    def _lay_out(self) -> None:
        self.panel.setMinimumWidth(NARROWEST)
        lay_beside(
            self,
            above=QWidget(),
            table=self.table,
            count=self.count,
            side=self.panel,
            shares=(5, 3),
        )

    def _columns(self) -> tuple[Column[Double], ...]:
        return (
            Column(
                key="kind",
                title=lambda: self.tr("What"),
                text=lambda double: self._kind(double.kind),
                width=110,
            ),
            Column(
                key="number",
                title=lambda: self.tr("What they share"),
                text=lambda double: double.number,
                width=220,
                strong=True,
                tip=lambda double: double.number,
            ),
            Column(
                key="names",
                title=lambda: self.tr("Records"),
                text=lambda double: "、".join(double.names),
                width=200,
                stretches=True,
                tip=lambda double: "\n".join(double.names),
            ),
            Column(
                key="count",
                title=lambda: self.tr("Count"),
                text=lambda double: str(len(double.keys)),
                width=64,
                align=RIGHT,
            ),
        )
