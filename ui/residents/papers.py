"""The second page of the file: documents, certificates issued, files kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from station_app.domain.access.permissions import Permission
from station_app.domain.certificates import State
from station_app.services.privacy import seen
from ui.kit.buttons import IconButton
from ui.kit.icons import Icon
from ui.kit.moments import day_words
from ui.kit.tokens import Tone
from ui.kit.words import Pill
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.domain.certificates import CertificateLine
    from station_app.domain.residents.files import Attachment
    from station_app.services.residents.lists import PersonFile
    from ui.residents.actions import PersonActions
    from ui.residents.cards import PersonCards
    from ui.residents.words import Words

KILOBYTE = 1024


class PaperCards(QObject):
    """Makes the cards of the second page.

    Certificates come later than the rest: another service reads them when the page is turned.
    """

    def __init__(self, actions: PersonActions, cards: PersonCards, words: Words) -> None:
        super().__init__(actions)
        self._actions = actions
        self._cards = cards
        self._words = words

    def all(self, file: PersonFile, certificates: Sequence[CertificateLine]) -> Sequence[QWidget]:
        """Return the cards of *file*."""
        cards = [self._documents(file), self._certificates(certificates), self._files(file)]
        for card in cards:
            card.refuse(self._actions.person.blocked())
        return cards

    def _documents(self, file: PersonFile) -> FileCard:
        card = FileCard(self.tr("Documents"))
        card.add_button(
            Icon.EDIT, self.tr("Correct the documents…"), self._actions.correct_documents
        )
        for place, document in enumerate(file.resident.documents):
            masked = seen("document", "number", document.number, kind=document.kind)
            until = self.tr("long-term") if document.is_long_term else ""
            period = until or self._words.period(document.valid_from, document.valid_to)
            card.add_facts(
                (
                    (
                        self._words.name_of("document", document.kind),
                        self._cards.masked(masked, f"document:{place}"),
                    ),
                    (self.tr("Valid"), period),
                    (self.tr("Issued by"), document.issuer),
                )
            )
        if not file.resident.documents:
            card.add_remark(self.tr("No document is known. Add the first one with the pencil."))
        return card

    def _certificates(self, lines: Sequence[CertificateLine]) -> FileCard:
        card = FileCard(self.tr("Certificates issued"))
        gate = self._actions.person.gate
        issue = card.add_button(
            Icon.ADD, self.tr("Issue a certificate…"), self._actions.ask_certificate
        )
        gate.bind(Permission.CERTIFICATE_ISSUE, issue)
        reason = gate.reason(Permission.CERTIFICATE_READ)
        if reason:
            card.add_remark(reason)
            return card
        for line in lines:
            shown = card.add_line(
                line.number,
                note=DOT.join((line.issued_on.isoformat(), line.purpose)),
                slot=partial(self._actions.open_certificate, line.id),
            )
            layout = shown.layout()
            if line.state is State.VOID and layout is not None:
                layout.addWidget(Pill(self.tr("void"), Tone.NEUTRAL))
        if not lines:
            card.add_remark(self.tr("None."))
        return card

    def _files(self, file: PersonFile) -> FileCard:
        card, actions = FileCard(self.tr("Files")), self._actions
        add = card.add_button(Icon.ADD, self.tr("Add a file…"), actions.files.add)
        actions.person.gate.bind(Permission.FILE_WRITE, add)
        may_look = actions.person.gate.allows(Permission.FILE_READ)
        for each in file.attachments:
            added = day_words(each.added_at) if each.added_at else ""
            card.add_line(
                each.name,
                note=DOT.join(filter(None, (_size(each.size), added))),
                slot=partial(actions.files.view, each) if may_look else None,
                buttons=self._buttons_of(each),
            )
        if not file.attachments:
            card.add_remark(self.tr("Add scans or photographs: PDF, PNG or JPEG up to 10 MB."))
        return card

    def _buttons_of(self, file: Attachment) -> tuple[IconButton, ...]:
        actions = self._actions
        save = _button(Icon.SAVE, self.tr("Save a copy…"), partial(actions.files.save, file))
        away = _button(Icon.BIN, self.tr("Put into the bin"), partial(actions.files.discard, file))
        actions.person.gate.bind(Permission.FILE_GIVE_OUT, save)
        actions.person.gate.bind(Permission.FILE_WRITE, away)
        return save, away


def _button(meaning: Icon, name: str, slot: Callable[[], object]) -> IconButton:
    button = IconButton(meaning, name)
    button.clicked.connect(lambda _checked: slot())
    return button


def _size(size: int) -> str:
    if size < KILOBYTE * KILOBYTE:
        return f"{max(size // KILOBYTE, 1)} KB"
    return f"{size / KILOBYTE / KILOBYTE:.1f} MB"
