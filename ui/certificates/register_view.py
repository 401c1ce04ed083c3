"""The register of certificates (证明登记): every number that was given, found and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.certificate_numbers import NumberVerdict
from station_app.domain.certificates import Validity
from station_app.domain.changes import Topic
from ui.certificates.certificate_panel import CertificatePanel
from ui.certificates.numbers_view import NumbersView
from ui.certificates.register_bar import RegisterBar
from ui.certificates.register_columns import RegisterColumns
from ui.kit.beside import lay_beside
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.lesser import NARROW, LesserColumns
from ui.kit.surfaces import line
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificates import CertificateId, CertificateLine, State
    from station_app.services.typed_numbers import NumberTold
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

NARROWEST = 380
LESSER = {
    "replaces": 1900,
    "handled_by": 1750,
    "collected_by": 1600,
    "check": 1500,
    "issued_on": NARROW,
    "valid_to": NARROW,
    "purpose": NARROW,
}
"""Below these widths there is no room for these columns: the certificate beside tells them."""


class RegisterLines:
    """Where the table's lines come from."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def lines(self, keys: Sequence[CertificateId]) -> Mapping[CertificateId, CertificateLine]:
        """Return the lines of *keys*."""
        return self._station.certificates.lines(keys)


class NoCertificates(EmptyState):
    """What stands in an empty register: none yet, or none that was looked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.CERTIFICATE, "", parent=parent)

    def say_mistyped(self, told: NumberTold) -> None:
        """Say that a number typed with its check digit was mistyped, or is not here."""
        if told.verdict is NumberVerdict.MISTYPED:
            self.say(
                Icon.WARN,
                self.tr("This number was mistyped"),
                self.tr(
                    "Its check digit does not agree: one of the digits is wrong or out of place."
                    " Compare it with the paper, or ask for it once more."
                ),
            )
            return
        self.say(
            Icon.SEARCH,
            self.tr("No such certificate here"),
            self.tr(
                "The check digit agrees. Another device may have issued it, whose file has not"
                " arrived yet; else ask to see the paper."
            ),
        )

    def say_why(self, *, is_filtered: bool, validity: Validity | None = None) -> None:
        """Say what to do about it."""
        if validity is not None:
            self.say(
                Icon.FINISHED,
                self.tr("Nothing to renew"),
                self.tr("Whoever has a later one of the kind is not told again."),
            )
            return
        self.say_either(
            Icon.CERTIFICATE,
            nothing=(
                self.tr("No certificate has been issued yet"),
                self.tr("Each one that is issued stands here, with its paper."),
            ),
            unfound=(self.tr("Nothing found"), self.tr("Try fewer words, or all states.")),
            is_filtered=is_filtered,
        )


class RegisterView(QWidget):
    """The register, filtered by text and state, beside it one certificate.

    Numbers are never taken out of it: what was issued wrongly is void and stays. The
    report of numbers takes its place when it is asked for.
    """

    renew_asked = Signal(object)  # CertificateLine

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._awaited: CertificateId | None = None
        self._search: Job | None = None
        self._is_stale = True
        self.bar = RegisterBar()
        self.count = label("", Role.CAPTION)
        self.model: LazyTableModel[CertificateId, CertificateLine] = LazyTableModel(
            RegisterLines(station),
            RegisterColumns(words, self).all(),
            jobs=context.jobs,
            parent=self,
        )
        self.table = TableView(self.model, name="certificates", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Register of certificates"))
        self._lesser = LesserColumns(self.table, LESSER)
        self.empty = NoCertificates(self.table)
        self.table.set_empty_state(self.empty)
        self.panel = CertificatePanel(station, words, context, outlets)
        self.numbers = NumbersView(station, context, outlets.choose_file)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lesser columns out where there is little room."""
        super().resizeEvent(event)
        self._lesser.fit(self.width())

    def arrive(self) -> None:
        """Show the register as it is now, the cursor in the search line."""
        if self._stack.currentWidget() is self.numbers:
            self.numbers.arrive()
            return
        if self._is_stale:
            self.refresh()
        self._count()  # a day may have gone by
        self.bar.arrive()

    def show_numbers(self) -> None:
        """Show which numbers were given, and which are missing."""
        self._stack.setCurrentWidget(self.numbers)
        self.numbers.arrive()

    def show_list(self) -> None:
        """Show the register itself."""
        self._stack.setCurrentIndex(0)
        self.arrive()

    def refresh(self) -> None:
        """Look for what is asked for."""
        self._is_stale = False
        words, state, validity = self.bar.words(), self.bar.state(), self.bar.validity()
        if self._search is not None:
            self._search.cancel()  # of what was typed a letter ago
        self._search = self._context.jobs.start(
            lambda _: self._asked(words, state, validity), owner=self, done=self._show
        )

    def _asked(
        self, words: str, state: State | None, validity: Validity | None
    ) -> tuple[list[CertificateId], NumberTold | None]:
        """Return what is looked for, and of a number typed why there is none."""
        found = self._found(words, state, validity)
        return found, None if found else self._station.numbers.told(words)

    def _found(
        self, words: str, state: State | None, validity: Validity | None
    ) -> list[CertificateId]:
        """Return what is looked for."""
        service = self._station.certificates
        if validity is None:
            return service.search(words, state=state)
        found = set(service.search(words)) if words.strip() else None
        return [key for key in service.ending(validity) if found is None or key in found]

    def _count(self) -> None:
        """Ask how many end soon or have ended: not at every letter that is typed."""
        service = self._station.certificates
        self._context.jobs.start(
            lambda _: {each: len(service.ending(each)) for each in Validity},
            owner=self,
            done=self.bar.say_counts,
        )

    def show_certificate(self, key: CertificateId) -> None:
        """Go to a certificate, whatever the filters say."""
        self._stack.setCurrentIndex(0)
        self._awaited = key  # the line is gone to when the register has come
        self.bar.show_all()
        self.refresh()

    def _show(self, asked: tuple[list[CertificateId], NumberTold | None]) -> None:
        keys, told = asked
        validity = None if self.bar.words().strip() else self.bar.validity()
        if told is None or told.verdict is NumberVerdict.FOUND:  # in another state
            self.empty.say_why(is_filtered=self.bar.is_filtering(), validity=validity)
        else:
            self.empty.say_mistyped(told)
        self.model.show_keys(keys)
        self.model.forget_lines()
        self.count.setText(self.tr("Certificates: {count}").format(count=f"{len(keys):,}"))
        if self._awaited is not None and self.table.go_to(self._awaited):
            self._awaited = None
            self._show_current()

    def _show_current(self) -> None:
        row = self.table.currentIndex().row()
        self.panel.show_line(self.model.line_at(row) if row >= 0 else None)

    def _on_lines(self) -> None:
        """Tell the panel what the line under the cursor says by now."""
        if self.table.currentIndex().isValid():
            self._show_current()

    def _open(self, key: object) -> None:
        self.table.go_to(cast("CertificateId", key))
        self._show_current()
        self.panel.open_paper()

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES not in topics:
            return
        self._is_stale = True
        if self.isVisible():  # a hidden view asks the store when it is shown again
            self.refresh()
            self._count()

    def _lay_out(self) -> None:
        # from edge to edge, as the list of residents: the words keep their distance, not the lines
        self.bar.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.panel.setMinimumWidth(NARROWEST)
        listed, halves = QWidget(), QWidget()
        lay_beside(
            halves,
            above=QWidget(),
            table=self.table,
            count=self.count,
            side=self.panel,
            shares=(5, 3),
        )
        # over both halves: the states with their counts need the width
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(line(self))
        column.addWidget(halves, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.numbers)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.bar.changed.connect(self.refresh)
        self.bar.left.connect(self.table.enter)
        self.table.current_key_changed.connect(lambda _: self._show_current())
        self.table.opened.connect(self._open)
        self.model.dataChanged.connect(lambda *_: self._on_lines())
        self.panel.reissued.connect(self.show_certificate)
        self.panel.renew_asked.connect(self.renew_asked)
        self.bar.numbers.on_click(self.show_numbers)
        self.numbers.left.connect(self.show_list)
        self._context.operations.touched.connect(self._on_touched)
