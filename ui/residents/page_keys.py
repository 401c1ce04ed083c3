"""The keys of the residents' page, as they work and as they stand in the sheet of keys."""

from __future__ import annotations

from functools import partial
from operator import methodcaller
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.access.permissions import Permission
from ui.kit.keys import add_key, list_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.kit.gate import Gate
    from ui.residents.filter_bar import FilterBar
    from ui.residents.reading import Reading
    from ui.residents.side import Side


class PageKeys(QObject):
    """Adds the keys: some belong to the whole *page*, some to its table alone."""

    def __init__(self, page: QWidget, reading: Reading, filters: FilterBar, gate: Gate) -> None:
        super().__init__(page)
        self._gate = gate
        self._group = self.tr("Residents")
        self._add_to_table(reading)
        self._add_to_page(page, reading.side, filters)

    def _add_to_table(self, reading: Reading) -> None:
        # Esc and Del only while the table has the cursor: in a form they belong to its fields.
        view = reading.table.view
        add_key(view, "Esc", self.tr("Close the file"), reading.side.close_file, group=self._group)
        discard = self.tr("Put the person shown into the bin")
        action = add_key(view, "Del", discard, reading.discard_shown, group=self._group)
        self._gate.bind(Permission.RESIDENT_BIN, action)

    def _add_to_page(self, page: QWidget, side: Side, filters: FilterBar) -> None:
        list_key(page, "Ctrl+N", self.tr("New resident"), group=self._group)
        list_key(page, "Return", self.tr("Open the file of the line"), group=self._group)
        list_key(page, "Ctrl+C", self.tr("Copy the lines as seen"), group=self._group)
        write, issue = Permission.RESIDENT_WRITE, Permission.CERTIFICATE_ISSUE
        case = Permission.CASE_WRITE
        for keys, text, act, need in (
            ("Ctrl+E", self.tr("Correct the particulars"), "correct_particulars", write),
            ("Ctrl+M", self.tr("Move"), "move", write),
            ("Ctrl+R", self.tr("Record a verification"), "record_verification", write),
            ("Ctrl+T", self.tr("Change the tags"), "correct_tags", write),
            ("Ctrl+J", self.tr("Begin a case at the window"), "begin_case", case),
            ("Ctrl+P", self.tr("Issue a certificate"), "ask_certificate", issue),
        ):
            slot = partial(side.act, methodcaller(act))
            self._gate.bind(need, add_key(page, keys, text, slot, group=self._group))
        add_key(
            page, "Alt+Left", self.tr("Back to the former person"), side.go_back, group=self._group
        )
        add_key(
            page, "Ctrl+Backspace", self.tr("Clear all filters"), filters.clear, group=self._group
        )
