"""One certificate of the queue: what is asked, what proves it, what is to be done next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from station_app.domain.certificate_requests import WITH_NUMBER, Stage
from station_app.domain.errors import RefusedError
from ui.certificates.facts_over_paper import facts_over_paper
from ui.certificates.forms import onto_form
from ui.certificates.queue_acts import QueueActs
from ui.certificates.words import DOT
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.paper_panel import PaperPanel
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.paper_panel import Emptiness
    from ui.kit.room import RoomContext

LOW = 520


class QueuePanel(QFrame):
    """Beside the queue. The paper is fetched when it is asked for: that is noted."""

    correct_asked = Signal(object)  # CertificateRequest

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._station, self._words, self._context = station, words, context
        self._request: CertificateRequest | None = None
        self.title = label("", Role.SUBTITLE, wrap=True, parent=self)
        self.told = label("", Role.BODY, wrap=True, parent=self)
        self.proof = label("", Role.MUTED, wrap=True, parent=self)
        self.acts = QueueActs(station, words, context, self)
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self._lay_out()
        self.acts.open_asked.connect(self.open_paper)
        self.acts.asking_changed.connect(self._make_room)
        self.acts.correct_asked.connect(self._correct)
        self.show_request(None)

    def show_request(self, request: CertificateRequest | None) -> None:
        """Show what is known of a request; its paper waits to be opened."""
        if paper_of(request) != paper_of(self._request):
            self.panel.clear()
        self._request = request
        self._facts.setVisible(request is not None)
        self.acts.show_request(request)
        if request is None:
            return
        draft = request.draft
        title = self._words.title_of(draft.kind)
        self.title.setText(DOT.join(filter(None, (title, request.holder))))
        reason = self.tr("Sent back: {reason}").format(reason=request.reason)
        is_back = request.stage is Stage.DRAFT and request.reason
        number = (request.number, self._words.check(request.number))
        told = (*number, draft.purpose, draft.addressee, reason if is_back else "")
        self.told.setText(DOT.join(filter(None, told)))
        self.proof.setText("\n".join(self._history(request)))
        self._make_room()

    def open_paper(self) -> None:
        """Fetch the paper, or its draft."""
        request = self._request
        if request is not None:
            self._context.jobs.start(
                lambda _: self._paper(request),
                owner=self,
                done=partial(self._show_paper, request),
                failed=self._on_failed,
                lane=Lane.WRITE,  # the opening is noted
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the history out where the window is low."""
        super().resizeEvent(event)
        self._make_room()

    def _paper(self, request: CertificateRequest) -> bytes:
        if request.certificate_id is not None:
            return self._station.certificates.archived(request.certificate_id)  # type: ignore[arg-type] # a plain key
        return self._station.certificate_requests.preview(request.draft, request.evidence).pdf

    def _show_paper(self, request: CertificateRequest, pdf: bytes) -> None:
        if paper_of(request) != paper_of(self._request):  # the cursor may have gone on meanwhile
            return
        draft = self.tr("A draft is not handed out. It gets its number when approved.")
        void = self.tr("This certificate is void: it is not handed out any more.")
        is_out = request.stage in WITH_NUMBER
        self.panel.show_handout(
            Handout(
                pdf=pdf,
                title=request.number or self.tr("Draft"),
                kind=request.draft.kind,
                copies=request.draft.copies,
                key=request.certificate_id or "",
                onto_form=onto_form(self._station, pdf),
                shows_title=False,
                obstacle="" if is_out else void if request.stage is Stage.VOID else draft,
            )
        )
        if is_out:
            self.panel.print_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._context.failed(error)
        if isinstance(error, RefusedError):
            self.panel.clear()

    def _correct(self) -> None:
        if self._request is not None:
            self.correct_asked.emit(self._request)

    def _make_room(self) -> None:
        """Let a question be read where the window is low: the paper comes back later."""
        is_low = self.height() < LOW
        is_crowded = is_low and self.acts.is_asking()
        for each in (self.panel, self.told):
            each.setVisible(not is_crowded)
        self.proof.setVisible(not is_low)

    def _history(self, request: CertificateRequest) -> list[str]:
        ways = [
            DOT.join(
                filter(
                    None,
                    (
                        self._words.name_of("verification", each.how),
                        each.on.isoformat(),
                        each.by,
                        each.note,
                    ),
                )
            )
            for each in request.evidence
        ]
        told = [self.tr("Made sure of: {how}").format(how=how) for how in ways]
        told.append(
            self.tr("Drawn up: {who} {on}").format(who=request.handled_by, on=request.drawn_up_on)
        )
        if request.approved_on is not None:
            words = self.tr("Approved: {who} {on}")
            told.append(words.format(who=request.approved_by, on=request.approved_on))
        if request.printed:
            told.append(self.tr("Copies printed: {count}").format(count=request.printed))
        if request.collector is not None:
            who, on = request.collector, request.collected_on
            told.append(self._words.taken_along(who.name, who.relation, on))
        return told

    def _lay_out(self) -> None:
        self._facts, facts = facts_over_paper(self, self.panel)
        for each in (self.title, self.told, self.proof, self.acts):
            facts.addWidget(each)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.CERTIFICATE,
            self.tr("The paper"),
            self.tr("Choose a certificate and press Enter to look at its paper."),
        )


def paper_of(request: CertificateRequest | None) -> tuple[object, ...]:
    """Return which paper *request* has: the same while it is printed, collected, filed."""
    if request is None:
        return ()
    is_out = request.stage in WITH_NUMBER
    return (request.id, request.certificate_id, is_out, None if is_out else request.version)
