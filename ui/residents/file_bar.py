"""The row of buttons over somebody's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.access.permissions import Permission
from ui.kit.buttons import Button
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout
from ui.residents.file_menu import FileMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.residents.actions import PersonActions


class FileBar(QObject):
    """Offers what is done daily with a button each, all the rest in a menu."""

    def __init__(self, acts: PersonActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self.edit = Button(self.tr("Correct"), meaning=Icon.EDIT, parent=parent)
        self.edit.setToolTip(self.tr("Correct the particulars (Ctrl+E)"))
        self.edit.on_click(acts.correct_particulars)
        self.certificate = Button(self.tr("Certificate"), meaning=Icon.CERTIFICATE, parent=parent)
        self.certificate.on_click(acts.ask_certificate)
        self.case = Button(self.tr("Case"), meaning=Icon.ITEM, parent=parent)
        self.case.setToolTip(self.tr("Begin a case at the window for this person (Ctrl+J)"))
        self.case.on_click(acts.begin_case)
        self.more = FileMenu(acts)
        self.more.setParent(parent)
        self.row = FlowLayout()
        for button in (self.edit, self.case, self.certificate, self.more):
            self.row.addWidget(button)
        gate = acts.person.gate
        gate.bind(Permission.RESIDENT_WRITE, self.edit)
        gate.bind(Permission.CERTIFICATE_ISSUE, self.certificate)
        gate.bind(Permission.CASE_WRITE, self.case)

    def show_person(self) -> None:
        """Let through what may be done with whose file is shown now."""
        for button in (self.edit, self.case, self.certificate):
            button.refuse(self._acts.person.blocked())
