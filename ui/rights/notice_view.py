"""The notice (个人信息处理告知书) as a paper: for everybody, or addressed to one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.fields import TextField
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.surfaces import Card
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.services.certificates.drawing.printing import Paper
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext
    from ui.rights.words import Words

KIND = "privacy-notice"
TITLE = "个人信息处理告知书"
SIDE = 400


class NoticeView(QWidget):
    """The paper at the right is drawn anew when the name is settled."""

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._is_drawn = False
        self.name = TextField(self.tr("Addressed to"), placeholder=self.tr("Left empty: anybody"))
        self.renew = Button(self.tr("Draw anew"), meaning=Icon.REFRESH, parent=self)
        emptiness = (Icon.CERTIFICATE, self.tr("The notice"), self.tr("It is being drawn."))
        self.panel = PaperPanel(context, outlets, emptiness)
        self._lay_out()
        self.renew.on_click(self.draw)
        self.name.line.returnPressed.connect(self.draw)

    def arrive(self) -> None:
        """Show the notice, the cursor in the name."""
        if not self._is_drawn:
            self.draw()
        self.name.line.setFocus()

    def show_person(self, name: str) -> None:
        """Address the notice to *name*."""
        self.name.set_value(name)
        self.draw()

    def draw(self) -> None:
        """Draw the notice."""
        self._is_drawn = True
        name = self.name.value()
        self._context.jobs.start(
            lambda _: self._station.telling.notice(name),
            owner=self,
            done=self._show,
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def _show(self, paper: Paper) -> None:
        title = " ".join(filter(None, (TITLE, self.name.value())))
        self.panel.show_handout(Handout(pdf=paper.pdf, title=title, kind=KIND))

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMinimumWidth(SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        card = Card(self.tr("The notice"), side)
        edition = self.tr("Edition {edition}").format(edition=self._words.rules.edition)
        card.body.addWidget(label(edition, Role.MUTED, parent=card))
        told = self.tr(
            "Print it, hand it over, have it signed. Then note in the person's file that it was"
            " given."
        )
        card.body.addWidget(label(told, Role.MUTED, wrap=True, parent=card))
        card.body.addWidget(self.name)
        row = QHBoxLayout()
        row.addWidget(self.renew)
        row.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(side)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(card)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(self.panel, 1)
