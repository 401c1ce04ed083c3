"""What the certificate is wanted for; asks once more before a number is spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    MOST_COPIES,
    PURPOSE_LENGTH,
)
from station_app.services.certificates.issuing import ResidenceRequest
from ui.kit.buttons import Button, Kind
from ui.kit.fields import CheckField, CountField
from ui.kit.form import RecordForm
from ui.kit.icons import Icon
from ui.kit.keys import list_key
from ui.kit.suggest_field import SuggestField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from station_app.domain.errors import Problem
    from station_app.domain.residents.people import ResidentId
    from ui.certificates.case import Case
    from ui.certificates.person_card import PersonCard
    from ui.certificates.words import Words


LOW = 420
QUESTION_SHARE = 100  # of the footer: all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """What has been typed so far; compared with what was shown to know what is unsaved."""

    purpose: str = ""
    addressee: str = ""
    copies: int = 1
    with_hukou: bool = False

    def request(self, key: ResidentId) -> ResidenceRequest:
        """Return the request for the resident *key*."""
        return ResidenceRequest(
            resident_id=key,
            purpose=self.purpose,
            addressee=self.addressee,
            copies=self.copies,
            with_hukou=self.with_hukou,
        )


class RequestForm(RecordForm[RequestDraft]):
    """Purpose, addressee, copies; *Approve and issue* asks once, in place.

    It is a question because a number that was spent cannot be had back, and in place
    because a dialog would hide the paper that is being approved.
    """

    confirmed = Signal()

    def __init__(self, words: Words, person: PersonCard) -> None:
        super().__init__(save_text=self.tr("Approve and issue"))
        self._words = words
        self.person = person
        self.page.body.addWidget(person)
        self.banner = Banner("", Tone.DANGER, self)
        self.banner.hide()
        self.page.body.addWidget(self.banner)
        section = self._section = self.add_section(self.tr("What is it for?"))
        self.purpose = self.add_field(
            section,
            "purpose",
            SuggestField(
                self.tr("Purpose"), required=True, placeholder="办理子女入学", most=PURPOSE_LENGTH
            ),
            wide=True,
        )
        self.addressee = self.add_field(
            section,
            "addressee",
            SuggestField(self.tr("To whom it is handed in"), most=ADDRESSEE_LENGTH),
            wide=True,
        )
        self.copies = self.add_field(
            section, "copies", CountField(self.tr("Copies"), least=1, most=MOST_COPIES)
        )
        self.hukou = self.add_field(
            section, "with_hukou", CheckField(self.tr("Name the registered address too"))
        )
        self.save.setAutoDefault(True)
        self.save.setToolTip(self.tr("Approve and issue (Ctrl+Enter)"))
        self.cancel.setText(self.tr("Somebody else"))
        self.cancel.setToolTip(self.tr("Leave this person (Esc)"))
        self.question = Question(self, instead_of=(self.save, self.cancel))
        self.footer.insertWidget(0, self.question, QUESTION_SHARE)
        self.question.agreed.connect(self.confirmed)
        self.question.declined.connect(self.take_back)
        self.changed.connect(self.take_back)
        list_key(self, "Ctrl+Return", self.tr("Approve and issue"), group=self.tr("Certificates"))

    def show_case(self, case: Case) -> None:
        """Offer what was written last, and start with an empty request."""
        self.person.show_case(case)
        self.purpose.offer(case.purposes)
        self.addressee.offer(case.addressees)
        self.show_draft(RequestDraft())
        self.stop("")
        self.take_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the purpose in sight in a low window, such as one shown at 150 %."""
        super().resizeEvent(event)
        is_low = self.height() < LOW
        self.person.set_compact(is_compact=is_low)
        self._section.title.setVisible(not is_low)

    def draft(self) -> RequestDraft:
        """Return what is typed."""
        return RequestDraft(
            purpose=self.purpose.value(),
            addressee=self.addressee.value(),
            copies=self.copies.value(),
            with_hukou=self.hukou.value(),
        )

    def fill(self, draft: RequestDraft) -> None:
        """Show *draft*."""
        self.purpose.set_value(draft.purpose)
        self.addressee.set_value(draft.addressee)
        self.copies.set_value(draft.copies)
        self.hukou.set_value(draft.with_hukou)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def stop(self, sentence: str) -> None:
        """Say what keeps the paper from being issued; nothing lets it go on."""
        # the note beside the field goes with the stop, not with the next problem
        if self.is_stopped() and not sentence:
            self.show_problems(())
        self.banner.say(sentence)
        self.save.refuse(sentence)
        if not sentence:
            self.save.setToolTip(self.tr("Approve and issue (Ctrl+Enter)"))

    def stop_at(self, characters: tuple[str, ...]) -> None:
        """Name the *characters* that cannot be printed, beside the field they stand in."""
        sentence = self._words.missing_glyphs(characters)
        places = [
            field
            for field in (self.purpose, self.addressee)
            if any(each in field.value() for each in characters)
        ]
        self.stop(sentence)
        if places:
            self.banner.say("")
        for field in places:
            field.set_problem(sentence)

    def is_stopped(self) -> bool:
        """Whether the paper cannot be made with this text."""
        return not self.save.isEnabled()

    def ask(self, sentence: str) -> None:
        """Ask, naming what will happen; Enter agrees, Esc goes back to the form."""
        self.question.ask(sentence)

    def is_asking(self) -> bool:
        """Whether the question stands."""
        return not self.question.isHidden()

    def take_back(self) -> None:
        """Take the question away."""
        if self.is_asking():
            self.question.take_back()
            self.purpose.line.setFocus()


class Question(QWidget):
    """What cannot be undone is asked once, in the place of the buttons."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget, *, instead_of: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self._others = tuple(instead_of)
        self.text = label("", Role.STRONG, wrap=True, parent=self)
        self.agree = Button(
            self.tr("Issue now"), meaning=Icon.APPROVE, kind=Kind.PRIMARY, parent=self
        )
        self.agree.setAutoDefault(True)
        self.back = Button(self.tr("Not yet"), kind=Kind.QUIET, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.agree)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        self.agree.on_click(self.agreed.emit)
        self.back.on_click(self.declined.emit)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Show the question with the cursor on *Issue now*."""
        # one row of buttons: Enter can only mean this question
        for button in self._others:
            button.hide()
        self.text.setText(sentence)
        self.show()
        self.agree.setFocus()

    def take_back(self) -> None:
        """Put the buttons back into their place."""
        self.hide()
        for button in self._others:
            button.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc declines; Ctrl+Enter agrees as Enter does."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.agreed.emit()
        else:
            super().keyPressEvent(event)
