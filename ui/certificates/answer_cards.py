"""One paper that may be meant: whose it is to issue, and the one thing to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.certificates.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon
from ui.kit.surfaces import Card
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.negative_list import (
        LegitimateCertificate,
        ListedTask,
        NegativeItem,
    )
    from station_app.domain.rule_packs import LocalOffice

DASH = " — "


class AnswerCard(Card):
    """The paper's name, a word on whose it is, and its basis in law.

    ``button`` does what is to be done about it; none when there is nothing.
    """

    def __init__(self, title: str, verdict: Pill, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.button: Button | None = None
        self.title.setWordWrap(True)
        self.head.setStretch(0, 1)
        self.head.addWidget(verdict)

    def tell(self, words: str, role: Role = Role.BODY) -> None:
        """Add a sentence about the paper."""
        self.body.addWidget(label(words, role, wrap=True, parent=self))

    def end(self, basis: str, button: Button | None = None) -> None:
        """Close the card with its *basis*, beside it what can be done."""
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        told = self.tr("Basis: {basis}").format(basis=basis)
        row.addWidget(label(told, Role.CAPTION, wrap=True, parent=self), 1)
        if button is not None:
            button.setAutoDefault(True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
            self.button = button
        self.body.addLayout(row)


class NotOursCard(AnswerCard):
    """A paper of the negative list (不应出具证明事项), with the offices that have it."""

    def __init__(
        self,
        item: NegativeItem,
        count: int,
        parent: QWidget | None = None,
        *,
        local: Mapping[str, LocalOffice] | None = None,
    ) -> None:
        verdict = Pill(self.tr("Not ours to issue"), Tone.WARN, meaning=Icon.NEGATIVE)
        super().__init__(item.title, verdict, parent)
        for office in item.offices:
            here = (local or {}).get(office.name)
            name = here.local_name if here and here.local_name else office.name
            self.tell(DASH.join(filter(None, (name, office.brings))))
            where = DOT.join(filter(None, (here.address, here.phone))) if here else ""
            if where:
                self.tell(where, Role.CAPTION)
        if item.note:
            self.tell(item.note, Role.MUTED)
        told = self.tr("Slips this year: {count}").format(count=f"{count:,}") if count else ""
        slip = Button(self.tr("Slip for the resident"), meaning=Icon.DOCUMENT, parent=self)
        self.end(DOT.join(filter(None, (item.basis, told))), slip)


class OursCard(AnswerCard):
    """A paper that the community may issue, drawn by this program or not yet."""

    def __init__(self, paper: LegitimateCertificate, parent: QWidget | None = None) -> None:
        if paper.is_available:
            verdict = Pill(self.tr("We issue this"), Tone.OK, meaning=Icon.OK)
        else:
            verdict = Pill(self.tr("Ours to issue"), Tone.INFO, meaning=Icon.INFO)
        super().__init__(paper.title, verdict, parent)
        if paper.is_available:
            self.tell(paper.purpose)
            self._tell_what_to_verify(paper)
            go_on = Button(
                self.tr("Issue it"), meaning=Icon.FORWARD, kind=Kind.PRIMARY, parent=self
            )
            self.end(paper.basis, go_on)
        else:
            self.tell(
                self.tr("This program does not draw it yet: write it on the station's own paper.")
            )
            self._tell_what_to_verify(paper)
            self.end(paper.basis)

    def _tell_what_to_verify(self, paper: LegitimateCertificate) -> None:
        self.tell(self.tr("To be made sure of first: {what}").format(what=paper.verification))


class ItemCard(AnswerCard):
    """An item of the window that was meant perhaps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        verdict = Pill(self.tr("Done at the window"), Tone.OK, meaning=Icon.OK)
        super().__init__(name, verdict, parent)
        show = Button(self.tr("Show the item"), meaning=Icon.FORWARD, parent=self)
        self.end(self.tr("the catalogue of items"), show)


class WorkCard(AnswerCard):
    """Work that somebody wants to hand over, as the lists have it."""

    def __init__(self, task: ListedTask, parent: QWidget | None = None) -> None:
        verdicts = {
            "own": Pill(self.tr("Our own work"), Tone.OK, meaning=Icon.OK),
            "assist": Pill(self.tr("Work to assist with"), Tone.INFO, meaning=Icon.INFO),
        }
        not_ours = Pill(self.tr("Work not to be taken on"), Tone.WARN, meaning=Icon.NEGATIVE)
        super().__init__(task.title, verdicts.get(task.list_type, not_ours), parent)
        if task.goes_to:
            self.tell(self.tr("Whose it is: {who}").format(who=task.goes_to))
        enter = Button(self.tr("Enter it as a task"), meaning=Icon.ADD, parent=self)
        self.end(task.basis, enter)
